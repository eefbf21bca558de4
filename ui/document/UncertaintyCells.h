#pragma once

#include "core/engine/Result.h"
#include "core/project/Registry.h"

#include <optional>
#include <string>

namespace ui {

// A cell of an uncertain input (ui/document/SimulationCells.h): "mode", "distribution.type",
// "distribution.min" and so on. Values and probabilities have places, from 1.
struct UncertaintyCell {
    std::string input;
    std::string field;
};

// Nothing when the input is certain, or its distribution has no such field.
std::optional<core::Input> describeUncertainty(
    const core::Project&, const std::string& id, const UncertaintyCell&);
std::optional<core::InputValue> valueOfUncertainty(
    const core::Project&, const UncertaintyCell&, std::optional<int> place);

// The value must be of the kind of the cell.
core::Status setUncertainty(
    core::Project&, const UncertaintyCell&, std::optional<int> place, const core::InputValue&);

}
