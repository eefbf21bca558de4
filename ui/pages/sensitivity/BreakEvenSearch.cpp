#include "ui/pages/sensitivity/BreakEvenSearch.h"

#include "core/analysis/InputRange.h"
#include "core/analysis/TwoWayTable.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int sampleCount = 61;
constexpr double margin = 0.15; // of what the curve has to show, on both sides

// What the curve is drawn through, ascending.
std::vector<double> positionsOf(const core::GoalSeek& sought, const core::InputPosition& position,
    const core::Result<core::InputRange>& range)
{
    std::vector<double> shown = sought.solutions;
    shown.push_back(position.base);
    if (range) {
        shown.push_back(range->low);
        shown.push_back(range->high);
    }
    const auto [least, most] = std::minmax_element(shown.begin(), shown.end());
    const double more = std::max(margin * (*most - *least), 1e-3 * std::abs(position.base));
    const double low = std::max(*least - more, position.minimum);
    const double high = std::min(*most + more, position.maximum);
    if (!(high > low))
        return {};
    std::vector<double> positions = core::evenPositions(low, high, sampleCount);
    // The curve passes exactly through what is marked on it.
    for (const double at : shown)
        if (at > low && at < high)
            positions.push_back(at);
    if (position.isInteger)
        for (double& at : positions)
            at = std::round(at);
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    return positions;
}

}

core::Result<BreakEvenSearch> searchBreakEven(
    core::Study& study, const core::VariedInput& input, core::Target target, double wanted)
{
    const auto position = core::positionOf(study.project(), input);
    if (!position)
        return position.error();
    auto sought = core::goalSeek(study, input, target, wanted);
    if (!sought)
        return sought.error();
    BreakEvenSearch search {*std::move(sought), {}};
    const std::vector<double> positions =
        positionsOf(search.sought, *position, core::rangeOf(study.project(), input.id));
    core::Study::Table table(static_cast<Eigen::Index>(positions.size()), 1);
    for (std::size_t i = 0; i < positions.size(); ++i)
        table(static_cast<Eigen::Index>(i), 0) = positions[i];
    const auto figures = study.evaluate({input}, table, {target});
    if (!figures)
        return figures.error();
    search.curve.positions = positions;
    for (Eigen::Index i = 0; i < figures->rows(); ++i) {
        const double figure = (*figures)(i, 0);
        search.curve.values.push_back(std::isnan(figure) ? std::nullopt : std::optional(figure));
    }
    return search;
}

}
