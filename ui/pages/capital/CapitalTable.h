#pragma once

#include "core/project/Project.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// The capital items with their amounts in million, and how they are spread over the years; the last
// column has what is left of an item to be spread. Below them the capital of both cases and by
// year, in USD million. Amounts in tenge are marked.
TableContent capitalTable(const core::Project& project, const DisplayFormat& format);

QString capitalRowId(const std::string& item);

// The column of the AACE class, which is no input and is edited by other means than cells are.
QString estimateClassColumn();

}
