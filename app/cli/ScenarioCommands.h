#pragma once

#include "app/cli/Command.h"
#include "app/cli/Overrides.h"
#include "app/cli/ResultCommands.h"

#include <optional>
#include <string>

namespace cli {

// The scenarios of a project side by side, and weighted by probability.
Output scenarios(const std::string& file, const Overrides&, Format);

// Two projects, each of a file and of one of its scenarios; "plan" is the project itself.
struct AttributeArguments {
    std::string file;
    std::optional<std::string> secondFile; // the same one when it is missing
    std::string from = "plan";
    std::string to = "plan";
    std::string metric = "npv";
    Format format = Format::text;
};

// Why a figure differs between the two.
Output attribute(const AttributeArguments&);

}
