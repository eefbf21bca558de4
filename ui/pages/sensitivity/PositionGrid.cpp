#include "ui/pages/sensitivity/PositionGrid.h"

#include "ui/figures/AxisScale.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// What divides without a remainder, but for the rounding of doubles.
int stepsUp(double distance, double step)
{
    return std::max(0, static_cast<int>(std::ceil(distance / step - 1e-9)));
}

int stepsWithin(double distance, double step)
{
    const double steps = std::floor(distance / step + 1e-9);
    return static_cast<int>(std::clamp(steps, 0.0, 1e6));
}

}

std::vector<double> positionGrid(
    const core::InputRange& range, const core::InputPosition& position, int count)
{
    const double base = range.base;
    double reach = range.high - range.low;
    if (!(reach > 0.0))
        reach = base == 0.0 ? 1.0 : 0.4 * std::abs(base);
    double step = roundStep(reach / (count - 1));
    if (position.isInteger)
        step = std::max(1.0, std::round(step));

    int below = stepsUp(base - range.low, step);
    int above = stepsUp(range.high - base, step);
    // A plan that lies oddly takes a step more than there are.
    if (below + above > count - 1) {
        step = position.isInteger ? std::ceil(roundStep(step * 1.01)) : roundStep(step * 1.01);
        below = stepsUp(base - range.low, step);
        above = stepsUp(range.high - base, step);
    }
    const int mostBelow = stepsWithin(base - position.minimum, step);
    const int mostAbove = stepsWithin(position.maximum - base, step);
    below = std::min(below, mostBelow);
    above = std::min(above, mostAbove);
    for (bool isDownNext = true;
         below + above < count - 1 && (below < mostBelow || above < mostAbove);
         isDownNext = !isDownNext) {
        const bool goesDown = above >= mostAbove || (isDownNext && below < mostBelow);
        ++(goesDown ? below : above);
    }
    std::vector<double> positions;
    for (int i = -below; i <= above; ++i) {
        const double at = base + i * step;
        // 0.7 + 3 times 0.1 is not exactly 1.
        positions.push_back(std::clamp(
            std::round(at / step * 1e6) * step / 1e6, position.minimum, position.maximum));
    }
    positions[static_cast<std::size_t>(below)] = base;
    return positions;
}

}
