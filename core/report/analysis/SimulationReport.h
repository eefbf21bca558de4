#pragma once

#include "core/analysis/Simulation.h"

#include <string>

namespace core {

// An object with metric, trials, seed, mean, standard_error, standard_deviation, percentiles,
// probability_of_loss, conditional_value_at_risk, irr, inputs and seconds. All but the seconds is
// the same on any number of threads.
std::string simulationJson(const SimulationResult& result);

// What the figure may come to, what drives it, and how the mean settled.
std::string simulationText(const SimulationResult& result, const Project& project);

}
