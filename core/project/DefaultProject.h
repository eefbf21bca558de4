#pragma once

#include "core/project/Project.h"

#include <string>

namespace core {

// The example that a new document starts from: gallium from the liquor of an alumina refinery
// (resources/examples/erg-gallium.json, which is built in).
Project defaultProject();
std::string defaultProjectText();

// A project to be filled in: the years, rates and taxes of the default project, one product at no
// price, and nothing that is sold, spent or built. It breaks no rule.
Project emptyProject();

}
