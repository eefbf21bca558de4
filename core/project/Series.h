#pragma once

#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace core {

// A quantity over calendar years: one number for every year, or points by year, linear between
// them, flat before the first and after the last. Points are never empty.
class Series {
public:
    using Points = std::map<int, double>;

    Series(double everyYear = 0.0)
        : m_content(everyYear)
    {
    }
    Series(Points points)
        : m_content(std::move(points))
    {
    }

    double at(int year) const;

    bool isConstant() const { return m_content.index() == 0; }
    double constant() const { return std::get<double>(m_content); }
    const Points& points() const { return std::get<Points>(m_content); }

    // Moves the whole series, point by point.
    void scale(double factor);

    bool operator==(const Series&) const = default;

private:
    std::variant<double, Points> m_content;
};

Series sumOf(const Series&, const Series&);

// A quantity by operating year: the first entry is operating year 1, the last one holds. Never
// empty.
using Profile = std::vector<double>;

double profileAt(const Profile& profile, int operatingYear);

// Shares by calendar year that sum to 1; a year that is not named has none.
using Phasing = std::map<int, double>;

}
