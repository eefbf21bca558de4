#pragma once

#include "core/analysis/Simulation.h"

namespace core {

// Everything of a result that follows from `values` and `irr`: counts, moments, sorted values, tail
// and convergence. Sums go in the order of the trials.
void findStatistics(SimulationResult& result);

}
