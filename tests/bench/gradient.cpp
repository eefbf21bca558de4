#include "core/analysis/Gradient.h"
#include "core/engine/Derivatives.h"
#include "core/project/DefaultProject.h"

#include <benchmark/benchmark.h>

// What all derivatives of a figure cost, beside a single evaluation of the same model.
namespace {

using namespace core;

void evaluateOneCase(benchmark::State& state)
{
    const auto evaluation = *Evaluation::of(defaultProject());
    Program::Values values;
    for (auto _ : state) {
        evaluation->model().program().evaluate(evaluation->inputCells(), values);
        benchmark::DoNotOptimize(values.data());
    }
}
BENCHMARK(evaluateOneCase)->Unit(benchmark::kMicrosecond);

void differentiateOneCase(benchmark::State& state, Metric metric)
{
    const auto evaluation = *Evaluation::of(defaultProject());
    const Model& model = evaluation->model();
    const Row figure = evaluation->rows().project.metrics[static_cast<std::size_t>(metric)];
    for (auto _ : state)
        benchmark::DoNotOptimize(derivativesByCell(
            {model.sheet(), model.program(), evaluation->values(), evaluation->inputCells()},
            figure));
}
BENCHMARK_CAPTURE(differentiateOneCase, npv, Metric::npv)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(differentiateOneCase, irr, Metric::irr)->Unit(benchmark::kMicrosecond);

// By input rather than by cell, with kinks at the ends of ranges resolved.
void gradient(benchmark::State& state, const char* target)
{
    const auto evaluation = *Evaluation::of(defaultProject());
    const Target wanted = *findTarget(target);
    for (auto _ : state)
        benchmark::DoNotOptimize(gradientOf(*evaluation, wanted));
}
BENCHMARK_CAPTURE(gradient, npv, "npv")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(gradient, irr, "irr")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(gradient, break_even_price, "break_even_price_per_kg")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(gradient, expected_npv, "expected_npv")->Unit(benchmark::kMicrosecond);

}
