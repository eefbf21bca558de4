#pragma once

#include "core/engine/Result.h"

#include <string>

// The commands of galval-cli. Each does its work and returns what belongs on standard output, or
// what was wrong: they print nothing and end nothing themselves.
namespace cli {

using Output = core::Result<std::string>;

}
