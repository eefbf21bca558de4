#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"

namespace core {

// Everything that is wrong with a project, each problem naming the field by its path and what was
// expected, in the order of the document: first single fields outside their range, then the rules
// between fields. Empty when it can be evaluated. At most about 200 problems are named.
Problems validate(const Project&);

}
