#pragma once

#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// The asset classes: how they are written off, what is added to them over the life of the project
// and what of it is left in the end. A rate, and years, stand where the method has a use for them.
// The evaluation may be older than the project, or null.
TableContent assetClassTable(const core::Project& project, const core::Evaluation* evaluation,
    core::MoneyView view, const DisplayFormat& format);

}
