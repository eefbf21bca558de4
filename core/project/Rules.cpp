#include "core/project/Rules.h"

#include "core/project/RangeRules.h"

namespace core {

void checkProject(const Project& project, const BrokenSections&, ProblemList& problems)
{
    checkRanges(project, problems);
}

}
