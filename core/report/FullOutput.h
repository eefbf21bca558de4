#pragma once

#include "core/model/Evaluation.h"

#include <optional>

namespace core {

// The first year in which production is as large as it ever is; none without production.
std::optional<int> yearOfFullOutput(const Evaluation& evaluation);

}
