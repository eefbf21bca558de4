#include "core/model/Evaluation.h"
#include "core/model/Model.h"
#include "core/project/DefaultProject.h"

#include <benchmark/benchmark.h>

// What an edit of the default project costs.
namespace {

using namespace core;

void makeModel(benchmark::State& state)
{
    const Project project = defaultProject();
    for (auto _ : state)
        benchmark::DoNotOptimize(Model::make(project));
}
BENCHMARK(makeModel)->Unit(benchmark::kMicrosecond);

void evaluateThreeCasesWithAllMetrics(benchmark::State& state)
{
    const Project project = defaultProject();
    const auto model = *Model::make(project);
    for (auto _ : state)
        benchmark::DoNotOptimize(Evaluation::of(project, model));
}
BENCHMARK(evaluateThreeCasesWithAllMetrics)->Unit(benchmark::kMicrosecond);

}
