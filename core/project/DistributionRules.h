#pragma once

#include "core/project/Analysis.h"
#include "core/project/ProblemList.h"

#include <string>

namespace core {

// Adds what is wrong with a distribution whose fields have paths that begin with `where`: the type,
// the parameters that its type needs, and their order.
void checkDistribution(const Distribution&, const std::string& where, ProblemList&);

}
