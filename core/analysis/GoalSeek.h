#pragma once

#include "core/analysis/Study.h"

#include <optional>
#include <vector>

namespace core {

struct GoalSeek {
    VariedInput input;
    Target target;
    double wanted = 0.0;
    std::vector<double> solutions; // as crossings() gives them; empty: none between low and high
    double low = 0.0;              // where they were sought
    double high = 0.0;
    std::optional<double> atLow; // the target there
    std::optional<double> atHigh;
    bool isEverywhere = false; // the target is what is wanted, whatever the input: no solutions

    bool operator==(const GoalSeek&) const = default;
};

// Sought where searchOf() (core/analysis/Crossings.h) looks. InvalidInput also for a wanted value
// that is no finite number.
Result<GoalSeek> goalSeek(Study& study, const VariedInput& input, Target target, double wanted);

}
