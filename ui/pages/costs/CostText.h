#pragma once

#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"

#include <optional>

// What the page of operating costs says in words.
namespace ui {

// The line below the title: what reuse avoids in the year (none: at full output), and what the
// numbers of the page are.
QString costMessage(const core::Evaluation& evaluation, core::MoneyView view,
    std::optional<int> year, const DisplayFormat& format);

// The line below the table: what its inputs are stated in.
QString costNote(const core::Project& project);

}
