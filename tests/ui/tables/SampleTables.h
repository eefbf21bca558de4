#pragma once

#include "ui/tables/TableContent.h"

namespace core {
class Evaluation;
struct Project;
}

// Tables of a project as pages describe them, to test and look at.
ui::TableContent costTable(const core::Project&);
ui::TableContent priceTable(const core::Project&);
ui::TableContent cashFlowTable(const core::Evaluation&);
