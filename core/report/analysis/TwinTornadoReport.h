#pragma once

#include "core/analysis/TwinTornado.h"
#include "core/project/Project.h"

#include <string>

namespace core {

// An array as tornadoJson() gives it, with variance_share, swing_rank, variance_rank,
// rank_differs and monotonic added.
std::string twinTornadoJson(const TwinTornado& twin);

// A table with the marks ≠ for a rank that differs and * for a figure that turns back.
std::string twinTornadoText(
    const TwinTornado& twin, const Project& project, const RangeChoice& choice);

}
