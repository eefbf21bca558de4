#pragma once

#include "core/analysis/Simulation.h"
#include "core/analysis/Study.h"
#include "core/analysis/Tornado.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

// A bar of a tornado, and what its input brings when all inputs move at once.
struct TwinBar {
    TornadoBar bar; // monotonic all the way from low to high
    double varianceShare = 0.0;
    int swingRank = 0; // from 1, the largest first
    int varianceRank = 0;
    // Another input has the smaller swing and the larger share of the variance, by a thousandth of
    // it at least, or the other way round.
    bool isRankDifferent = false;

    bool operator==(const TwinBar&) const = default;
};

struct TwinTornado {
    Target target;
    std::optional<double> atBase;
    std::vector<TwinBar> bars; // the largest swing first, those without one last
    std::int64_t trials = 0;
    std::int64_t undefined = 0; // trials in which there is no figure

    bool operator==(const TwinTornado&) const = default;
};

// The tornado of the ranges beside a simulation in which the same inputs are drawn from PERT
// distributions over these ranges, independently, and nothing else moves. Of an input that is named
// twice the first range counts. `options.target` is that of both.
Result<TwinTornado> twinTornadoOf(
    Study& study, const std::vector<InputRange>& ranges, const SimulationOptions& options);

}
