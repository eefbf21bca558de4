#pragma once

#include "core/project/Rules.h"

namespace core {

// Adds every field that is outside its range, every id that is no id or stands twice in its list,
// and every reference to something that does not exist. Problems come in the order of the document;
// fields that the list already has a problem with are passed over.
void checkRanges(const Project&, const BrokenSections&, ProblemList&);

}
