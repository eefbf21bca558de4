#pragma once

#include "core/analysis/Attribution.h"

#include <string>

namespace core {

// {metric, from, to, parts: [{input, from, to, effect}]}. A part of several changes is named after
// the first, and has the others in `together`: [{input, from, to}].
std::string attributionJson(const Attribution& attribution);

// A table of the changes with both values and what each did to the figure.
std::string attributionText(const Attribution& attribution);

}
