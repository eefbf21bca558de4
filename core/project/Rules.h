#pragma once

#include "core/project/ProblemList.h"
#include "core/project/Project.h"

#include <set>
#include <string>

namespace core {

// Names of top-level blocks ("timeline") that were not read as they should be, so that rules about
// them would only repeat what was said.
using BrokenSections = std::set<std::string, std::less<>>;

// Adds what is wrong with values that were read: ranges of single fields, then the rules between
// fields.
void checkProject(const Project&, const BrokenSections&, ProblemList&);

}
