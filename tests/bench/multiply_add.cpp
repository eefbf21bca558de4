#include <benchmark/benchmark.h>

#include <array>
#include <cstddef>

// The multiply-add rate of the machine, on data that stays in the first-level cache and with enough
// independent sums to hide the latency: the measure against which the other figures are read. One
// item is one multiplication and one addition of doubles, with the instructions of the build.
static void multiplyAdd(benchmark::State& state)
{
    constexpr std::size_t lanes = 64;
    constexpr int rounds = 1024;
    std::array<double, lanes> sums {};
    std::array<double, lanes> factors {};
    factors.fill(1.0 - 1e-9);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(factors);
        for (int round = 0; round < rounds; ++round)
            for (std::size_t lane = 0; lane < lanes; ++lane)
                sums[lane] = sums[lane] * factors[lane] + 1.0;
        benchmark::DoNotOptimize(sums);
    }
    state.SetItemsProcessed(state.iterations() * rounds * static_cast<int>(lanes));
}
BENCHMARK(multiplyAdd)->Threads(1)->Threads(2)->UseRealTime();
