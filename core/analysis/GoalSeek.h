#pragma once

#include "core/analysis/Study.h"

#include <functional>
#include <optional>
#include <vector>

namespace core {

// All positions from `low` to `high` at which a figure has the wanted value, ascending. `valuesAt`
// gives the figure at many positions at once. Crossings closer together than 1/128 of the range may
// be missed in pairs.
std::vector<double> crossings(
    const std::function<std::vector<double>(const std::vector<double>& positions)>& valuesAt,
    double wanted, double low, double high);

struct GoalSeek {
    VariedInput input;
    Target target;
    double wanted = 0.0;
    std::vector<double> solutions; // positions, ascending; empty: none within the limits
    double low = 0.0;              // where they were sought
    double high = 0.0;
    std::optional<double> atLow; // the target there
    std::optional<double> atHigh;

    bool operator==(const GoalSeek&) const = default;
};

// Sought within the limits of the field, and within a wide range about the plan where it has none.
Result<GoalSeek> goalSeek(Study& study, const VariedInput& input, Target target, double wanted);

}
