#pragma once

#include "core/analysis/InputRange.h"
#include "core/analysis/Study.h"

#include <optional>
#include <vector>

namespace core {

struct TornadoBar {
    InputRange range;
    std::optional<double> atLow;
    std::optional<double> atHigh;
    std::optional<double> swing; // the distance of the two; none where one of them is missing
    bool isMonotonic = true;     // between low, base and high

    bool operator==(const TornadoBar&) const = default;
};

struct Tornado {
    Target target;
    std::optional<double> atBase;
    std::vector<TornadoBar> bars; // the largest swing first, those without one last

    bool operator==(const Tornado&) const = default;
};

// Each input at its low and its high, one at a time; inputs that are set aside are left out.
Result<Tornado> tornadoOf(Study& study, const std::vector<InputRange>& ranges, Target target = {});

}
