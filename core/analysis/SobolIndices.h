#pragma once

#include "core/analysis/Simulation.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace core {

// Which part of the variance of a function of independent numbers each group of them brings alone
// (first order) and with all others (total). The first orders sum to 1 at most, and the totals to 1
// at least: where groups act together both differ. They are estimates, of which small ones may come
// out a little below 0.
struct SobolIndices {
    std::vector<double> firstOrder;
    std::vector<double> total;
    double mean = 0.0;
    double variance = 0.0;
    std::size_t samples = 0; // that they rest on: those at which the function has all its values

    bool operator==(const SobolIndices&) const = default;
};

// `groupSizes` says how many numbers belong together, in their order: {1, 1, 1} are three numbers,
// each for itself. By the estimators of Saltelli (2010) and Jansen (1999) on a Sobol sequence of
// `samples` points, best a power of 2. `evaluate` gets points of numbers between 0 and 1, ends
// excluded, one after another, and gives a value for each: some hundred points at a time, and
// samples·(groups + 2) in all. Where it gives none (undefinedFigure, core/engine/TapeArithmetic.h),
// or nothing at all because it was stopped, the sample is left out.
SobolIndices sobolIndices(const std::vector<int>& groupSizes, int samples,
    const std::function<std::vector<double>(std::span<const double> points)>& evaluate);

// Of the uncertainties of a project, correlations left aside: `inputs` names them as SimulatedInput
// does, the drawn deck and the yearly prices being one each.
struct ProjectSobolIndices {
    Target target;
    std::vector<std::string> inputs;
    SobolIndices indices;
    std::int64_t trials = 0; // that were computed

    bool operator==(const ProjectSobolIndices&) const = default;
};

// On `options.simulation.trials` samples of a Sobol sequence by the seed, whatever the sampling of
// the options is; each takes as many trials as there are uncertain quantities and two more. A stop
// keeps the samples that are done. InvalidInput as for simulate(), and for more trials in all than
// mostTrials.
Result<ProjectSobolIndices> sobolIndices(
    const std::shared_ptr<const Evaluation>& base, const SimulationOptions& options);

}
