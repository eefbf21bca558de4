#pragma once

#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

#include <optional>
#include <string>

// Operating costs and what the reuse of the refinery saves of them, as a table: a group for each
// category, a row for each cost line.
namespace ui {

QString costRowId(const std::string& lineId);
QString groupRowId(const std::string& category);

// Inputs are those of the project, results those of its evaluation, which may be older, or null.
// Amounts of a line that is stated in tenge are in thousand tenge and marked.
TableContent costTable(const core::Project& project, const core::Evaluation* evaluation,
    core::MoneyView view, std::optional<int> year, const DisplayFormat& format);

}
