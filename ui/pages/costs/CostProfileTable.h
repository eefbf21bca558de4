#pragma once

#include "core/project/Project.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// What changes from one operating year to the next: the part of a line's fixed cost that is due,
// and the part of the reuse that is realised, which holds for all lines.
TableContent costProfileTable(
    const core::Project& project, const core::CostLine& line, const DisplayFormat& format);

}
