#pragma once

#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// The shareholders, what each receives over the life of the project, and the sum of their shares,
// marked when it is not 100 %. The evaluation may be older than the project, or null.
TableContent shareholderTable(const core::Project& project, const core::Evaluation* evaluation,
    core::MoneyView view, const DisplayFormat& format);

}
