#pragma once

#include "app/cli/Command.h"

#include <string>
#include <vector>

namespace cli {

// Runs the command that the arguments name, the program's own name not among them, and returns what
// it gives. Help is output; arguments that mean nothing are InvalidInput.
Output runCommand(std::vector<std::string> arguments);

}
