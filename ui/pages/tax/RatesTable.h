#pragma once

#include "core/model/Evaluation.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// Inflation, income tax and, where the project has one, the path of the exchange rate by year;
// below them the price indices and the exchange rate that follow. Years are those of the timeline
// and of prices. Interpolated and held years are inherited. The evaluation may be older than the
// project, or null.
TableContent ratesTable(
    const core::Project& project, const core::Evaluation* evaluation, const DisplayFormat& format);

}
