#pragma once

#include "core/project/Project.h"

namespace support {

// The smallest project, for tests that work out by hand what one feature does. From 2030 to 2032 it
// makes 1000 kg a year and sells them at USD 100 (product `metal`, deck `flat`); everything is of
// the base and valuation year 2030, money is discounted at 10 % to the start of each year, and
// there is no inflation, cost, capital, tax, loan or premium. Capital item `plant` (amount 0, spent
// in 2030) belongs to asset class `assets`, written off at once; the owner is called `owner`.
core::Project plainProject();

}
