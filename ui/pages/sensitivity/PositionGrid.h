#pragma once

#include "core/analysis/InputRange.h"

#include <vector>

namespace ui {

// Positions of an input for a table: round steps about its plan, which is one of them, over its
// range and a little more, as far as its field takes them. At most `count`.
std::vector<double> positionGrid(
    const core::InputRange& range, const core::InputPosition& position, int count);

}
