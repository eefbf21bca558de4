#include "core/model/Evaluation.h"
#include "core/model/Model.h"
#include "core/project/DefaultProject.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <vector>

// Net present value and rate of return of many variants of price, operating cost and capital.
namespace {

using namespace core;

constexpr std::size_t variants = 100'000;

int cellOf(const Sheet& sheet, const std::string& id)
{
    for (const Sheet::InputContent& input : sheet.inputs())
        if (input.id == id)
            return input.firstCell;
    return -1;
}

// Multiples of the golden ratio spread evenly over 0 to 1.
double spread(std::size_t lane, double multiple)
{
    return std::fmod(static_cast<double>(lane) * multiple, 1.0);
}

void lanes(benchmark::State& state, InstructionSet instructionSet, bool wantsRateOfReturn)
{
    if (!kernelFor(LaneWidth::sixtyFour, instructionSet)) {
        state.SkipWithError("not on this processor");
        return;
    }
    const Project project = defaultProject();
    const auto model = *Model::make(project);
    const Sheet& sheet = model->sheet();
    Program::Options options;
    options.inputCells = model->inputCells(project);
    options.varyingCells = {
        cellOf(sheet, "levers.price"), cellOf(sheet, "levers.opex"), cellOf(sheet, "levers.capex")};
    options.wanted = {{model->rows().project.npv.index(), 0}};
    if (wantsRateOfReturn)
        options.wanted.push_back(
            {model->rows().project.metrics[static_cast<std::size_t>(Metric::irr)].index(), 0});
    const auto program = Program::make(sheet, options);
    Program::Values values;
    program->evaluate({}, values);

    std::vector<double> figures(variants);
    Program::LaneRun run;
    run.lanes = variants;
    run.threads = static_cast<int>(state.range(0));
    run.instructionSet = instructionSet;
    run.fill = [](std::size_t first, int count, Program::Runner& runner) {
        for (int lane = 0; lane < count; ++lane) {
            const std::size_t index = first + static_cast<std::size_t>(lane);
            runner.input(0)[lane] = 0.7 + 0.6 * spread(index, 0.6180339887498949);
            runner.input(1)[lane] = 0.8 + 0.45 * spread(index, 0.7548776662466927);
            runner.input(2)[lane] = 0.9 + 0.45 * spread(index, 0.8191725133961645);
        }
    };
    run.collect = [&](std::size_t first, int count, const Program::Runner& runner) {
        std::copy_n(runner.output(wantsRateOfReturn ? 1 : 0), count,
            figures.begin() + static_cast<std::ptrdiff_t>(first));
    };
    for (auto _ : state)
        program->evaluateLanes(values, run);
    state.counters["variants"] = benchmark::Counter(
        static_cast<double>(variants), benchmark::Counter::kIsIterationInvariantRate);
    state.counters["instructions"] = static_cast<double>(program->bodyLength());
    state.counters["slots"] = static_cast<double>(program->slotCount());
}

BENCHMARK_CAPTURE(lanes, npv_baseline, InstructionSet::baseline, false)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime();
BENCHMARK_CAPTURE(lanes, npv_avx2, InstructionSet::avx2, false)->Arg(1)->Arg(2)->UseRealTime();
BENCHMARK_CAPTURE(lanes, npv_avx512, InstructionSet::avx512, false)->Arg(1)->Arg(2)->UseRealTime();
BENCHMARK_CAPTURE(lanes, npv_and_irr_avx2, InstructionSet::avx2, true)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime();
BENCHMARK_CAPTURE(lanes, npv_and_irr_avx512, InstructionSet::avx512, true)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime();

}
