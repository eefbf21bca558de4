#pragma once

#include "core/analysis/Simulation.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace core {

// Which part of the variance of a function of independent numbers in 0 … 1 each of them brings
// alone (first order) and with all others (total).
struct SobolIndices {
    std::vector<double> firstOrder;
    std::vector<double> total;
    double mean = 0.0;
    double variance = 0.0;
};

// By the estimators of Saltelli (2010) and Jansen (1999) on a Sobol sequence of `samples` points.
// `evaluate` gets points of `dimension` numbers, one after another, and gives a value for each.
SobolIndices sobolIndices(int dimension, int samples,
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
