#pragma once

#include "core/model/Evaluation.h"
#include "core/storage/Remark.h"
#include "core/storage/Revision.h"

#include <string>
#include <vector>

namespace core {

// The figures of a project that a revision or an approval of it is told by: all metrics of the case
// that exist.
KeyFigures keyFiguresOf(const Evaluation&);

// The revisions of a file as a table, the latest first, with comments and approvals below them.
std::string historyText(const std::vector<Revision>&, const std::vector<Remark>&);

// As a JSON array, the earliest first: all that the file keeps of each but its document.
std::string historyJson(const std::vector<Revision>&, const std::vector<Remark>&);

}
