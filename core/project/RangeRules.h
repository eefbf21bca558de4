#pragma once

#include "core/project/ProblemList.h"
#include "core/project/Project.h"

namespace core {

// Adds every field that is outside its range, every id that is no id or stands twice in its list,
// and every reference to something that does not exist. Problems come in the order of the document.
void checkRanges(const Project&, ProblemList&);

}
