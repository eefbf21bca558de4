#pragma once

#include "core/analysis/Target.h"
#include "core/report/ExplainedFigure.h"

#include <optional>
#include <string>
#include <string_view>

// What the scenarios of the project come to together. Each is evaluated on its own, without rows
// beside those of the plan.
namespace core {

// The name of the target's figure weighted by the probabilities of the scenarios.
std::string weightedOverScenarios(Target);

// Nothing for rates of return and times, which are not averaged, and without scenarios.
std::optional<Target> findWeightedFigure(const Evaluation&, std::string_view name);

ExplainedFigure explainWeightedFigure(const Evaluation&, Target);

}
