#pragma once

#include "core/analysis/VariedInput.h"
#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <optional>
#include <string>
#include <vector>

namespace core {

// Where the ends of a range come from.
enum class RangeOrigin { typed, grade, estimateClass, percent };

// How far an input may lie from its plan, in positions (core/analysis/VariedInput.h), cut at the
// limits of its field. Whole numbers are rounded.
struct InputRange {
    VariedInput input;
    double low = 0.0;
    double base = 0.0;
    double high = 0.0;
    RangeOrigin origin = RangeOrigin::typed;
    std::string grade;                // of evidence, where that gives the range
    std::optional<int> estimateClass; // of the capital item, likewise
    bool isUsed = true;               // the user may set an input aside without losing its range

    bool operator==(const InputRange&) const = default;
};

// Which ranges an analysis takes. `own`: those that the user typed, else those from evidence;
// `evidence`: the other way round; `percent`: so much below and above the plan, for all. What has
// neither takes the percentage.
struct RangeChoice {
    enum class Source { own, evidence, percent };
    Source source = Source::own;
    double percent = 0.2; // a fraction

    bool operator==(const RangeChoice&) const = default;
};

// Of one input, listed in the project's tornado or not.
Result<InputRange> rangeOf(const Project&, const std::string& id, const RangeChoice& = {});

// Of all inputs of the project's tornado in its order, but for those of a block that the project
// does without; without a tornado, of all inputs with evidence that can be moved.
Result<std::vector<InputRange>> rangesOf(const Project&, const RangeChoice& = {});

}
