#pragma once

#include "core/engine/Sheet.h"
#include "core/project/Project.h"

// Years of a project for tables and loops. There are no more of them than a series can have, also
// while the timeline of a project is not as it may be.
namespace ui {

core::YearSpan yearsOfTimeline(const core::Project&);

// With the base year, the valuation year and all between: those that have price indices and an
// exchange rate.
core::YearSpan yearsOfMoney(const core::Project&);

}
