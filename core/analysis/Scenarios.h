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

// The project with the overrides and the deck of one of its scenarios. InvalidInput names the
// scenario and the override that is no input or out of range, or the rule that they break together.
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

// All scenarios of the project, in its order: one that cannot be computed is no obstacle to the
// others. `plan` gives the model where it fits, and so do results from `before` an edit.
std::vector<ScenarioResult> scenarioResults(
    const Evaluation& plan, const std::vector<ScenarioResult>& before = {});

// Whether there is a weighted value: rates of return and times are not averaged.
bool isWeighable(Target);

// Weighted by probability; nothing for what is not weighable, where a scenario with a probability
// has no figure, and where the probabilities do not sum to 1.
std::optional<double> weighted(const std::vector<ScenarioResult>&, Target);

// The inputs that any scenario overrides, each once, in the order of the registry, with those that
// are no inputs of the project last; "active_deck" first, also when a scenario has a deck that
// differs from the project's.
std::vector<std::string> overriddenInputs(const Project&);

}
