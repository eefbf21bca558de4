#pragma once

#include "core/model/Evaluation.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// The part of the capacity that is reached, by operating year, and what is produced then. Years
// behind the last entry have its value and are inherited. The evaluation may be older than the
// project, or null.
TableContent rampUpTable(
    const core::Project& project, const core::Evaluation* evaluation, const DisplayFormat& format);

// The products with their shares of production by calendar year; below them the sums of shares,
// marked where they are not 100 %.
TableContent productTable(const core::Project& project, const DisplayFormat& format);

QString productRowId(const std::string& product);

}
