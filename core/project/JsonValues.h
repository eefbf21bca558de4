#pragma once

#include "core/project/Description.h"
#include "core/project/JsonDocument.h"

#include <optional>
#include <string>

// Single values of a document. A problem says what was expected, by the field's range, and what was
// found.
namespace core {

// "text", "an array", "null", "0.5": what stands there instead.
std::string found(const Json&);

// Reads the value of a field into its place; else returns the problem and leaves the place alone.
// Not for fields that are maps by id, whose entries have paths of their own.
std::optional<std::string> readSlot(const Json&, const Field&, const Slot&);

// A value of any kind, as overrides of scenarios and the command line state them.
std::optional<InputValue> readInputValue(const Json&, std::string& problem);

}
