#include "core/project/Series.h"

#include <algorithm>
#include <iterator>

namespace core {

double Series::at(int year) const
{
    if (isConstant())
        return constant();
    const Points& years = points();
    const auto after = years.lower_bound(year);
    if (after == years.end())
        return std::prev(after)->second;
    if (after == years.begin() || after->first == year)
        return after->second;
    const auto before = std::prev(after);
    const double part = static_cast<double>(year - before->first) / (after->first - before->first);
    return before->second + (after->second - before->second) * part;
}

void Series::scale(double factor)
{
    if (isConstant()) {
        m_content = constant() * factor;
        return;
    }
    for (auto& [year, value] : std::get<Points>(m_content))
        value *= factor;
}

Series sumOf(const Series& a, const Series& b)
{
    if (a.isConstant() && b.isConstant())
        return a.constant() + b.constant();
    Series::Points points;
    for (const Series* series : {&a, &b})
        if (!series->isConstant())
            for (const auto& point : series->points())
                points[point.first] = a.at(point.first) + b.at(point.first);
    return points;
}

double profileAt(const Profile& profile, int operatingYear)
{
    const auto index = static_cast<std::size_t>(std::max(operatingYear, 1) - 1);
    return profile[std::min(index, profile.size() - 1)];
}

}
