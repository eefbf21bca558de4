#pragma once

#include "core/analysis/Simulation.h"

#include <cstddef>
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
// excluded, one after another, and gives a value for each: some thousand points at a time, and
// samples·(groups + 2) in all. Where it gives none (undefinedFigure, core/engine/TapeArithmetic.h),
// or nothing at all because it was stopped, the sample is left out.
SobolIndices sobolIndices(const std::vector<int>& groupSizes, int samples,
    const std::function<std::vector<double>(std::span<const double> points)>& evaluate);

// Of the uncertainties of a project, correlations left aside; the drawn deck counts as one input
// and the yearly prices as one. `inputs` names them as SimulatedInput does.
struct ProjectSobolIndices {
    std::vector<std::string> inputs;
    SobolIndices indices;
};
Result<ProjectSobolIndices> sobolIndices(const std::shared_ptr<const Evaluation>& base, int samples,
    Target target = {}, std::function<bool(double done)> goOn = {});

}
