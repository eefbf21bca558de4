#pragma once

#include "core/model/Evaluation.h"

#include <optional>

namespace core {

// The first year in which production is as large as it ever is; none without production.
std::optional<int> yearOfFullOutput(const Evaluation& evaluation);

// Whether a year of operation after it produces less, by more than 1 %.
bool fallsAfterFullOutput(const Evaluation& evaluation);

}
