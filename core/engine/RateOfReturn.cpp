#include "core/engine/RateOfReturn.h"

#include "core/engine/ZeroFinder.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double endTolerance = 1e-12;

bool isFinite(std::span<const double> flows)
{
    return std::all_of(flows.begin(), flows.end(), [](double flow) { return std::isfinite(flow); });
}

// Whether the roots could be sought, `none` meaning yes.
NoRateReason findRoots(std::span<const double> flows, RateRange range, std::vector<RateRoot>& roots)
{
    if (!isFinite(flows))
        return NoRateReason::notFinite;
    if (!(range.low > -1.0 && range.low < range.high && std::isfinite(range.high)))
        return NoRateReason::noRoot;
    ZeroFinder finder(flows, range);
    if (finder.isAllZero())
        return NoRateReason::allZero;
    if (finder.isTooLarge())
        return NoRateReason::tooManySignChanges;
    for (const Zero& zero : finder.find()) {
        const bool isInRange = zero.growth >= (1.0 + range.low) * (1.0 - endTolerance) &&
                               zero.growth <= (1.0 + range.high) * (1.0 + endTolerance);
        if (isInRange)
            roots.push_back({std::clamp(zero.growth - 1.0, range.low, range.high), zero.direction});
    }
    return NoRateReason::none;
}

}

std::vector<RateRoot> rateRoots(std::span<const double> flows, RateRange range)
{
    std::vector<RateRoot> roots;
    findRoots(flows, range, roots);
    return roots;
}

RateOfReturn rateOfReturn(std::span<const double> flows, RateRange range)
{
    RateOfReturn result;
    std::vector<RateRoot> roots;
    result.reason = findRoots(flows, range, roots);
    if (result.reason != NoRateReason::none)
        return result;
    result.roots.reserve(roots.size());
    std::size_t falling = 0;
    for (const RateRoot& root : roots) {
        result.roots.push_back(root.rate);
        if (root.direction == RootDirection::falls) {
            ++falling;
            result.rate = root.rate;
        }
    }
    if (roots.size() == 1) {
        result.rate = roots.front().rate;
        result.isBorrowing = roots.front().direction == RootDirection::rises;
    } else if (roots.empty()) {
        result.reason = NoRateReason::noRoot;
    } else if (falling != 1) {
        result.rate.reset();
        result.reason =
            falling == 0 ? NoRateReason::noFallingRoot : NoRateReason::severalFallingRoots;
    }
    return result;
}

}
