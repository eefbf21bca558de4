#pragma once

#include "core/analysis/Target.h"
#include "core/engine/Result.h"
#include "core/model/Evaluation.h"
#include "core/project/Project.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core {

// The project with the overrides and the deck of one of its scenarios.
Result<Project> withScenario(const Project&, const Scenario&);
// InvalidInput names the scenarios that there are.
Result<const Scenario*> findScenario(const Project&, std::string_view id);

struct ScenarioResult {
    std::string id;
    std::string name;
    double probability = 0.0;
    std::shared_ptr<const Evaluation> evaluation; // null when it cannot be computed
    Problems problems;                            // why
};

// All scenarios of the project, in its order. `plan` gives the model where it fits.
std::vector<ScenarioResult> scenarioResults(const Evaluation& plan);

// Weighted by probability; nothing for a rate of return or a time, which have no weighted value,
// and where a scenario with a probability has no figure.
std::optional<double> weighted(const std::vector<ScenarioResult>&, Target);

// The inputs that any scenario overrides, each once, in the order of the registry; "active_deck"
// first when any scenario has a deck that differs from the project's.
std::vector<std::string> overriddenInputs(const Project&);

}
