#pragma once

#include "core/analysis/Flips.h"
#include "core/project/Project.h"

#include <string>
#include <vector>

namespace core {

// {hurdle, metric, flips: [{input, low, base, high, npv: {values, nearest, change, parts_of_range,
// inside}, irr: {…}}]}: `change` is a fraction of the base. Null where nothing flips.
std::string flipsJson(const std::vector<Flip>& flips, const Hurdle& hurdle);

// A table that says where each range comes from.
std::string flipsText(const std::vector<Flip>& flips, const Hurdle& hurdle, const Project& project,
    const RangeChoice& choice);

}
