#pragma once

#include "core/analysis/Tornado.h"
#include "core/project/Project.h"

#include <string>

namespace core {

// An array of {input, low, base, high, at_low, at_base, at_high, swing}, null where there is no
// figure.
std::string tornadoJson(const Tornado& tornado);

// A table that says where each range comes from, and marks what is not monotonic.
std::string tornadoText(const Tornado& tornado, const Project& project, const RangeChoice& choice);

}
