#pragma once

#include "core/project/Project.h"

namespace support {

// As large as projects get, for tests and benchmarks of what must stay usable: the default project
// over 60 years (58 of them operating), with 40 cost lines and 12 price decks.
core::Project largeProject();

}
