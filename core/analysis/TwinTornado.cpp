#include "core/analysis/TwinTornado.h"

#include "core/engine/TapeArithmetic.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace core {

namespace {

using Table = Study::Table;

std::vector<InputRange> usedOnce(const std::vector<InputRange>& ranges)
{
    std::vector<InputRange> used;
    for (const InputRange& range : ranges) {
        const bool isKnown = std::any_of(used.begin(), used.end(),
            [&](const InputRange& other) { return other.input.id == range.input.id; });
        if (range.isUsed && !isKnown)
            used.push_back(range);
    }
    return used;
}

// The plan with these inputs as its only uncertainties.
Project withRangesAsUncertainties(Project project, const std::vector<InputRange>& ranges)
{
    Analysis analysis;
    for (const InputRange& range : ranges) {
        if (!(range.low < range.high))
            continue;
        const double mode = std::clamp(range.base, range.low, range.high);
        analysis.uncertainties.push_back({range.input.id, range.input.mode,
            {"pert", {{"min", range.low}, {"mode", mode}, {"max", range.high}}, {}, {}}});
    }
    project.analysis = std::move(analysis);
    return project;
}

// Whether a row of figures rises or falls all the way; undefined ones break it.
bool isMonotonic(const Eigen::ArrayXd& figures)
{
    const double rounding = 1e-12 * figures.abs().maxCoeff();
    bool rises = false;
    bool falls = false;
    for (Eigen::Index i = 1; i < figures.size(); ++i) {
        const double change = figures[i] - figures[i - 1];
        if (isUndefined(change))
            return false;
        rises = rises || change > rounding;
        falls = falls || change < -rounding;
    }
    return !(rises && falls);
}

// Each input at so many places of its range, one at a time.
Status findMonotonic(Study& study, Target target, std::vector<TwinBar>& bars)
{
    constexpr Eigen::Index places = 17;
    const auto count = static_cast<Eigen::Index>(bars.size());
    std::vector<VariedInput> inputs;
    Table positions(places * count, count);
    for (Eigen::Index b = 0; b < count; ++b) {
        const InputRange& range = bars[static_cast<std::size_t>(b)].bar.range;
        inputs.push_back(range.input);
        positions.col(b) = range.base;
        positions.col(b).segment(places * b, places) =
            Eigen::ArrayXd::LinSpaced(places, range.low, range.high);
    }
    const Result<Table> figures = study.evaluate(inputs, positions, {target});
    if (!figures)
        return figures.error();
    for (Eigen::Index b = 0; b < count; ++b)
        bars[static_cast<std::size_t>(b)].bar.isMonotonic =
            isMonotonic(figures->col(0).segment(places * b, places));
    return success();
}

void findRanks(std::vector<TwinBar>& bars)
{
    constexpr double tolerance = 0.001; // of the whole variance: less is nothing
    std::vector<std::size_t> byShare(bars.size());
    std::iota(byShare.begin(), byShare.end(), std::size_t {0});
    std::stable_sort(byShare.begin(), byShare.end(), [&](std::size_t a, std::size_t b) {
        return bars[a].varianceShare > bars[b].varianceShare;
    });
    for (std::size_t i = 0; i < bars.size(); ++i) {
        bars[i].swingRank = static_cast<int>(i) + 1;
        bars[byShare[i]].varianceRank = static_cast<int>(i) + 1;
    }
    for (std::size_t larger = 0; larger < bars.size(); ++larger)
        for (std::size_t smaller = larger + 1; smaller < bars.size(); ++smaller)
            if (bars[smaller].varianceShare > bars[larger].varianceShare + tolerance)
                bars[larger].isRankDifferent = bars[smaller].isRankDifferent = true;
}

}

Result<TwinTornado> twinTornadoOf(
    Study& study, const std::vector<InputRange>& ranges, const SimulationOptions& options)
{
    const std::vector<InputRange> used = usedOnce(ranges);
    const Result<Tornado> tornado = tornadoOf(study, used, options.target);
    if (!tornado)
        return tornado.error();
    const auto uncertain = Evaluation::of(
        withRangesAsUncertainties(study.project(), used), study.base().sharedModel());
    if (!uncertain)
        return uncertain.error();
    SimulationOptions ofTarget = options;
    ofTarget.findsRates = false;
    const auto simulation = simulate(*uncertain, ofTarget);
    if (!simulation)
        return simulation.error();

    TwinTornado twin;
    twin.target = options.target;
    twin.atBase = tornado->atBase;
    twin.trials = (*simulation)->trials;
    twin.undefined = (*simulation)->undefined;
    for (const TornadoBar& bar : tornado->bars) {
        const std::vector<SimulatedInput>& inputs = (*simulation)->inputs;
        const auto found = std::find_if(inputs.begin(), inputs.end(),
            [&](const SimulatedInput& input) { return input.input == bar.range.input.id; });
        twin.bars.push_back({bar, found == inputs.end() ? 0.0 : found->varianceShare, 0, 0, false});
    }
    if (const Status status = findMonotonic(study, options.target, twin.bars); !status)
        return status.error();
    findRanks(twin.bars);
    return twin;
}

}
