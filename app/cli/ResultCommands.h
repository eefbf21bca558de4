#pragma once

#include "app/cli/Command.h"
#include "app/cli/Overrides.h"

#include <optional>
#include <string>

namespace cli {

enum class Format { text, json };

// All results of a project.
Output evaluate(const std::string& file, const Overrides&, Format);

// How one figure came about. Single figures need no year; `resultCase` is the name of a case.
Output explain(const std::string& file, const Overrides&, const std::string& row,
    const std::optional<std::string>& year, const std::string& resultCase);

// All inputs with their values.
Output inputs(const std::string& file, const Overrides&, Format);

}
