#pragma once

#include "core/engine/RateOfReturn.h"

#include <cstddef>
#include <span>
#include <vector>

namespace core {

// Where the present value of yearly flows is zero, by the growth factor 1 + rate.
struct Zero {
    double growth;
    RootDirection direction;
    bool isSimple;
};

// Finds every zero in a range of rates, ascending, and some a little beyond its ends.
class ZeroFinder {
public:
    // The flows are finite.
    ZeroFinder(std::span<const double> flows, RateRange range);

    bool isAllZero() const { return m_count == 0; }
    bool isTooLarge() const { return m_pivots.size() > mostSignChanges; }

    // Where neither of these is so.
    std::vector<Zero> find();

private:
    struct Cut {
        double growth;
        int sign;
        double smallness; // of the value beside its scale
    };

    std::size_t changesLeft(std::size_t level) const { return m_pivots.size() - level; }
    std::span<const double> coefficients(std::size_t level) const
    {
        return std::span(m_coefficients).subspan(level * m_count, m_count);
    }
    void addLevel();
    void addCut(std::size_t level, double growth);
    bool isSeparatedByTriedCuts(std::size_t level);
    bool cutAtZeros(std::size_t level, int bits);
    void findBetweenCuts(std::size_t level, int bits);
    bool climb(std::size_t level, int bits);

    double m_low;
    double m_high;
    std::size_t m_count = 0;
    std::vector<double> m_coefficients; // one level after the other, m_count each
    std::vector<double> m_pivots;       // one for each change of sign, in years from the first flow
    std::vector<Cut> m_cuts;
    std::vector<Zero> m_zeros;
};

}
