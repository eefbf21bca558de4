#pragma once

#include "core/analysis/Scenarios.h"

#include <string>
#include <vector>

namespace core {

// {scenarios: [{id, probability, metrics}], expected: {…}}. The metrics are those of an evaluation
// and `npv_savings` and `expected_npv`, of which `expected` has the weighted ones; null where there
// is none. A scenario that cannot be computed has null for metrics, and `problems`.
std::string scenariosJson(const std::vector<ScenarioResult>& scenarios);

// The scenarios beside the plan: their probabilities, the inputs that differ, and results.
std::string scenariosText(const Evaluation& plan, const std::vector<ScenarioResult>& scenarios);

}
