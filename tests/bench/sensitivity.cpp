#include "core/analysis/Flips.h"
#include "core/analysis/Tornado.h"
#include "core/analysis/TwoWayTable.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"

#include <benchmark/benchmark.h>

// What the analyses of single inputs cost, beside one evaluation (evaluation.cpp) of the default
// project.
namespace {

using namespace core;

// Amounts from all chapters: levers, rates, prices, costs and capital.
std::vector<InputRange> rangesOfAmounts(const Project& project, std::size_t count)
{
    std::vector<InputRange> ranges = *rangesOf(project);
    const std::vector<Input> inputs = inputsOf(project);
    for (std::size_t i = 0; i < inputs.size() && ranges.size() < count; i += 2) {
        const bool isAmount =
            inputs[i].kind == InputKind::number || inputs[i].kind == InputKind::series;
        if (!isAmount)
            continue;
        const Result<InputRange> range = rangeOf(project, inputs[i].id);
        if (range && range->low < range->high)
            ranges.push_back(*range);
    }
    return ranges;
}

void tornadoOfInputs(benchmark::State& state)
{
    const auto evaluation = *Evaluation::of(defaultProject());
    const auto count = static_cast<std::size_t>(state.range(0));
    const std::vector<InputRange> ranges = rangesOfAmounts(evaluation->project(), count);
    Study study(evaluation);
    if (ranges.size() != count || !tornadoOf(study, ranges)) {
        state.SkipWithError("no such ranges");
        return;
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(tornadoOf(study, ranges));
}
BENCHMARK(tornadoOfInputs)->Arg(11)->Arg(40)->Unit(benchmark::kMicrosecond);

// The first one after a change of structure, when the program is not yet there.
void firstTornadoOf40Inputs(benchmark::State& state)
{
    const auto evaluation = *Evaluation::of(defaultProject());
    const std::vector<InputRange> ranges = rangesOfAmounts(evaluation->project(), 40);
    for (auto _ : state) {
        Study study(evaluation);
        benchmark::DoNotOptimize(tornadoOf(study, ranges));
    }
}
BENCHMARK(firstTornadoOf40Inputs)->Unit(benchmark::kMicrosecond);

void flipsOf11Inputs(benchmark::State& state)
{
    const auto evaluation = *Evaluation::of(defaultProject());
    const std::vector<InputRange> ranges = *rangesOf(evaluation->project());
    Study study(evaluation);
    for (auto _ : state)
        benchmark::DoNotOptimize(flipsOf(study, ranges));
}
BENCHMARK(flipsOf11Inputs)->Unit(benchmark::kMicrosecond);

void twoWayTableOf11By11(benchmark::State& state)
{
    Study study(*Evaluation::of(defaultProject()));
    const TableAxis x = *axisOf(study.project(), {"levers.price"}, 0.5, 1.5, 11);
    const TableAxis y = *axisOf(study.project(), {"levers.opex"}, 0.5, 1.5, 11);
    for (auto _ : state)
        benchmark::DoNotOptimize(twoWayTable(study, x, y));
}
BENCHMARK(twoWayTableOf11By11)->Unit(benchmark::kMicrosecond);

}
