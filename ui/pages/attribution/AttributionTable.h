#pragma once

#include "core/analysis/Attribution.h"
#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

struct Comparison;

// The changed inputs with both values and what each does to the figure, the largest effect first,
// and their sum. Changes that go together stand below one another, with one effect.
TableContent attributionTable(const Comparison& comparison, const core::Attribution& attribution,
    core::MoneyView view, const DisplayFormat& format);

}
