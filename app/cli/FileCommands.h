#pragma once

#include "app/cli/Command.h"

namespace cli {

// Writes the default project to a file.
Output newProject(const std::string& out);

// Writes a project in the form that the ending of `out` asks for.
Output convert(const std::string& in, const std::string& out);

// Says that the project in a file obeys every rule, or everything that is wrong with it.
Output validate(const std::string& file);

}
