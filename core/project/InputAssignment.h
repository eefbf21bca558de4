#pragma once

#include "core/project/Description.h"

#include <optional>
#include <string>

namespace core {

// Puts a value into the place of an input when it is of the right kind and in the range of the
// field; else says what was expected and leaves the place alone. A number holds for all of a series
// or profile; null empties an optional place. The project is asked for the ids that a reference may
// name.
std::optional<std::string> assignInput(
    const Project&, const Field&, const Slot&, const InputValue&);

}
