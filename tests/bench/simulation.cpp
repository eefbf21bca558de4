#include "core/analysis/Simulation.h"
#include "core/analysis/TrialModel.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"

#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

// Trials of a simulation with twenty correlated inputs, a drawn deck and a yearly price process,
// net present value and rate of return of each; and their parts. Time per trial stands beside
// `multiplyAdd`, the rate of the machine, times the operations of what varies.
namespace {

using namespace core;

constexpr std::int64_t trials = 500'000;

// Twenty inputs, each with a PERT distribution about its plan, each correlated with the next.
Project uncertainProject(bool drawsDeck)
{
    Project project = defaultProject();
    Analysis& analysis = *project.analysis;
    analysis.uncertainties.clear();
    analysis.correlations.clear();
    analysis.drawDeck = drawsDeck;
    constexpr std::array ids {"levers.production", "levers.opex", "levers.capex", "levers.reuse",
        "levers.fx", "levers.price", "market.oecd_share", "royalty.rate",
        "working_capital.receivable_days", "working_capital.inventory_days",
        "working_capital.payable_days", "market.freight_oecd_per_kg", "market.freight_other_per_kg",
        "resource.recovery", "resource.refining_yield", "resource.alumina_t_per_year",
        "tax.property_tax_rate", "capital.sustaining_rate", "capital.closure_amount",
        "production.utilisation"};
    for (const char* id : ids) {
        Uncertainty uncertainty {id, UncertaintyMode::scale, {}};
        uncertainty.distribution = {"pert", {{"min", 0.8}, {"mode", 0.95}, {"max", 1.0}}, {}, {}};
        if (!analysis.uncertainties.empty())
            analysis.correlations.push_back({analysis.uncertainties.back().input, id, 0.3});
        analysis.uncertainties.push_back(std::move(uncertainty));
    }
    return project;
}

void report(benchmark::State& state, std::int64_t perRound)
{
    state.counters["trials"] = benchmark::Counter(
        static_cast<double>(perRound), benchmark::Counter::kIsIterationInvariantRate);
}

// The whole call, with statistics.
void simulation(benchmark::State& state, InstructionSet set, Sampling sampling)
{
    if (!samplingKernelFor(set))
        return state.SkipWithError("not on this processor");
    const auto base = *Evaluation::of(uncertainProject(true));
    SimulationOptions options;
    options.simulation = {trials, 1, sampling};
    options.threads = static_cast<int>(state.range(0));
    options.instructionSet = set;
    for (auto _ : state)
        if (!simulate(base, options))
            state.SkipWithError("the simulation was refused");
    report(state, trials);
}

struct Prepared {
    explicit Prepared(InstructionSet set, Sampling sampling)
        : project(uncertainProject(true))
        , draws(*TrialDraws::make(project, {trials, 1, sampling}, set))
        , model(*TrialModel::make(
              *Model::make(project), project, draws, {Target {}, set, true, true}))
    {
    }
    Project project;
    TrialDraws draws;
    std::shared_ptr<const TrialModel> model;
};

// On one thread, block after block: drawing alone, ...
void drawing(benchmark::State& state, InstructionSet set, Sampling sampling)
{
    if (!samplingKernelFor(set))
        return state.SkipWithError("not on this processor");
    const Prepared prepared(set, sampling);
    TrialDraws::Block block(prepared.draws);
    std::int64_t first = 0;
    for (auto _ : state) {
        prepared.draws.draw(first, block);
        first = (first + trialsPerBlock) % (trials / trialsPerBlock * trialsPerBlock);
        benchmark::DoNotOptimize(block);
    }
    report(state, trialsPerBlock);
}

// ... and the figures alone, of draws that stay as they are.
void figures(benchmark::State& state, InstructionSet set)
{
    if (!samplingKernelFor(set))
        return state.SkipWithError("not on this processor");
    const Prepared prepared(set, Sampling::random);
    TrialDraws::Block block(prepared.draws);
    prepared.draws.draw(0, block);
    TrialModel::Lanes lanes(prepared.model, LaneWidth::sixtyFour);
    for (auto _ : state) {
        lanes.run(block, 0);
        benchmark::DoNotOptimize(lanes.npv());
    }
    report(state, trialsPerBlock);
    state.counters["operations"] = static_cast<double>(prepared.model->bodyLength());
    state.counters["slots"] = static_cast<double>(prepared.model->slotCount());
}

BENCHMARK_CAPTURE(simulation, avx2_random, InstructionSet::avx2, Sampling::random)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(simulation, avx2_latin, InstructionSet::avx2, Sampling::latinHypercube)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(simulation, avx512_random, InstructionSet::avx512, Sampling::random)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(simulation, avx512_latin, InstructionSet::avx512, Sampling::latinHypercube)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(simulation, avx512_sobol, InstructionSet::avx512, Sampling::sobol)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(drawing, avx2_random, InstructionSet::avx2, Sampling::random);
BENCHMARK_CAPTURE(drawing, avx2_latin, InstructionSet::avx2, Sampling::latinHypercube);
BENCHMARK_CAPTURE(drawing, avx2_sobol, InstructionSet::avx2, Sampling::sobol);
BENCHMARK_CAPTURE(drawing, avx512_random, InstructionSet::avx512, Sampling::random);
BENCHMARK_CAPTURE(drawing, avx512_latin, InstructionSet::avx512, Sampling::latinHypercube);
BENCHMARK_CAPTURE(drawing, avx512_sobol, InstructionSet::avx512, Sampling::sobol);
BENCHMARK_CAPTURE(figures, baseline, InstructionSet::baseline);
BENCHMARK_CAPTURE(figures, avx2, InstructionSet::avx2);
BENCHMARK_CAPTURE(figures, avx512, InstructionSet::avx512);

}
