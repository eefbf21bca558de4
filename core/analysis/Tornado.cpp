#include "core/analysis/Tornado.h"

#include "core/engine/TapeArithmetic.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

// The inputs of the ranges, each once: a document may list one twice.
std::vector<VariedInput> inputsIn(const std::vector<InputRange>& ranges)
{
    std::vector<VariedInput> inputs;
    for (const InputRange& range : ranges)
        if (std::find(inputs.begin(), inputs.end(), range.input) == inputs.end())
            inputs.push_back(range.input);
    return inputs;
}

// Whether the figure rises or falls from low over the base to high; true where that cannot be told.
bool isMonotonic(const TornadoBar& bar, std::optional<double> atBase)
{
    const InputRange& range = bar.range;
    if (!bar.atLow || !bar.atHigh || !atBase || range.base < range.low || range.base > range.high)
        return true;
    return !((*bar.atLow < *atBase && *bar.atHigh < *atBase) ||
             (*bar.atLow > *atBase && *bar.atHigh > *atBase));
}

bool isLarger(const TornadoBar& a, const TornadoBar& b)
{
    return a.swing && (!b.swing || *a.swing > *b.swing);
}

}

Result<Tornado> tornadoOf(Study& study, const std::vector<InputRange>& ranges, Target target)
{
    Tornado tornado;
    tornado.target = target;
    tornado.atBase = figureOf(study.base(), target);
    std::vector<InputRange> used;
    std::copy_if(ranges.begin(), ranges.end(), std::back_inserter(used),
        [](const InputRange& range) { return range.isUsed; });

    // Two variants for each range, everything else as planned.
    const std::vector<VariedInput> inputs = inputsIn(used);
    Study::Table positions(
        2 * static_cast<Eigen::Index>(used.size()), static_cast<Eigen::Index>(inputs.size()));
    const auto columnOf = [&inputs](const InputRange& range) {
        return std::find(inputs.begin(), inputs.end(), range.input) - inputs.begin();
    };
    for (const InputRange& range : used)
        positions.col(columnOf(range)) = range.base;
    for (std::size_t r = 0; r < used.size(); ++r) {
        const Eigen::Index column = columnOf(used[r]);
        const Eigen::Index low = 2 * static_cast<Eigen::Index>(r);
        positions(low, column) = used[r].low;
        positions(low + 1, column) = used[r].high;
    }
    const Result<Study::Table> figures = study.evaluate(inputs, positions, {target});
    if (!figures)
        return figures.error();
    for (std::size_t r = 0; r < used.size(); ++r) {
        TornadoBar bar {used[r], {}, {}, {}, true};
        const Eigen::Index low = 2 * static_cast<Eigen::Index>(r);
        bar.atLow = definedOrNone((*figures)(low, 0));
        bar.atHigh = definedOrNone((*figures)(low + 1, 0));
        if (bar.atLow && bar.atHigh)
            bar.swing = std::abs(*bar.atHigh - *bar.atLow);
        bar.isMonotonic = isMonotonic(bar, tornado.atBase);
        tornado.bars.push_back(std::move(bar));
    }
    std::stable_sort(tornado.bars.begin(), tornado.bars.end(), isLarger);
    return tornado;
}

}
