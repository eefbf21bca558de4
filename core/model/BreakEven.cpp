#include "core/model/BreakEven.h"

#include <boost/math/tools/toms748_solve.hpp>

#include <cmath>
#include <cstdint>

namespace core {

namespace {

constexpr double firstPriceTried = 512.0; // USD per kg; doubled until the project pays
constexpr double highestPrice = 1e15;

}

std::optional<double> breakEvenPrice(const std::function<double(double price)>& npvAt)
{
    double low = 0.0;
    double valueAtLow = npvAt(low);
    if (valueAtLow >= 0.0)
        return 0.0;
    double high = firstPriceTried;
    double valueAtHigh = npvAt(high);
    while (!(valueAtHigh >= 0.0)) {
        if (high > highestPrice || !std::isfinite(valueAtHigh))
            return std::nullopt;
        low = high;
        valueAtLow = valueAtHigh;
        high *= 2.0;
        valueAtHigh = npvAt(high);
    }
    if (valueAtHigh == 0.0)
        return high;
    std::uintmax_t iterations = 200;
    const boost::math::tools::eps_tolerance<double> asFineAsDoublesGo(52);
    const auto bracket = boost::math::tools::toms748_solve(
        npvAt, low, high, valueAtLow, valueAtHigh, asFineAsDoublesGo, iterations);
    return bracket.first + (bracket.second - bracket.first) / 2.0;
}

}
