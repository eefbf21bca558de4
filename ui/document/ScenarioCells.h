#pragma once

#include "core/project/Registry.h"
#include "ui/document/CellEdit.h"

#include <optional>
#include <string>
#include <vector>

// What a scenario holds as cells: its probability, its deck, and the inputs that it changes, each
// of which may be any entry of a series or profile. They are described, shown, typed into, given
// back to the plan and undone as inputs are.
namespace ui {

QString probabilityCell(const std::string& scenario); // "scenarios.floor.probability"
QString deckCell(const std::string& scenario);
QString overrideCell(const std::string& scenario, const std::string& input);

bool isScenarioCell(const std::string& id);

// As the registry describes the input that is changed, named after the scenario too.
std::optional<core::Input> scenarioInput(const core::Project&, const std::string& id);

// What holds in the scenario; not stated where that is what the plan says.
std::optional<CellContent> scenarioContent(const core::Project&, const CellAddress&);

// A value makes an override, with whatever else it then needs. Without one the plan holds again.
core::Status editScenario(core::Project&, const CellEdit&);

// The plan with the overrides and the deck of a scenario, as far as it takes them.
core::Project shownIn(const core::Project& plan, const core::Scenario&);

const core::Scenario* scenarioOf(const core::Project&, const std::string& id); // null: none

// The scenario with the input changed to what it is in the plan, so that it can be typed over.
core::Result<core::Project> withOverride(
    core::Project, const std::string& scenario, const std::string& input);
// None of the scenarios changes the inputs any more; "active_deck" is their deck.
core::Project withoutOverrides(core::Project, const std::vector<std::string>& inputs);

// In proportion, so that they add to 100 %; evenly when none has any.
core::Project withProbabilitiesScaled(core::Project);

}
