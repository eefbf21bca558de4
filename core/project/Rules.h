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

// Rules between fields that enter the calculation. `broken` also holds blocks with fields out of
// range that would make a rule meaningless.
void checkInputRules(const Project&, const BrokenSections& broken, ProblemList&);

// Rules about scenarios, analyses, evidence and notes. Scenarios are applied and checked only when
// the project itself is sound.
void checkAnalysisRules(
    const Project&, const BrokenSections& broken, bool isProjectSound, ProblemList&);

// 1 within what the sum of rounded shares may miss it by.
bool isOne(double sum);

}
