#pragma once

#include "core/engine/Result.h"
#include "core/project/Registry.h"
#include "ui/document/CellEdit.h"

#include <optional>
#include <string>

// The settings of simulations as cells: they are no inputs of the calculation, yet are described,
// shown, typed into, refused and undone as inputs are.
namespace ui {

// "analysis.uncertainties.levers.capex.distribution.min"; a discrete distribution has its values
// and probabilities by place.
QString uncertaintyCell(const std::string& input, const char* field);
QString correlationCell(const std::string& a, const std::string& b);

bool isSimulationCell(const std::string& id);

// As the registry describes an input: label, unit, limits, choices. Nothing when the project has no
// such setting, such as a parameter that the distribution does not have.
std::optional<core::Input> simulationInput(const core::Project&, const std::string& id);
std::optional<CellContent> simulationContent(const core::Project&, const CellAddress&);

// The project after an edit. Without a value the default returns where there is one.
core::Status editSimulation(core::Project&, const CellEdit&);

}
