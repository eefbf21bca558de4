#pragma once

#include "core/project/Project.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// The rank correlations of the uncertain inputs: the lower triangle, each pair once.
TableContent correlationTable(const core::Project&, const DisplayFormat&);

}
