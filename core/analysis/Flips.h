#pragma once

#include "core/analysis/InputRange.h"
#include "core/analysis/Study.h"

#include <optional>
#include <vector>

namespace core {

// Where a figure crosses a level as one input moves within the limits of its field.
struct Crossing {
    std::vector<double> all;       // positions, ascending
    std::optional<double> nearest; // to the base
    double fractionOfBase =
        0.0; // of `nearest`: its distance from the base over the base; 0 for a base of 0
    double partOfRange =
        0.0; // its distance from the base over that of the end of the range on its side
    bool isInsideRange = false;

    bool operator==(const Crossing&) const = default;
};

struct Flip {
    InputRange range;
    Crossing npv; // is 0
    Crossing irr; // meets the hurdle

    bool operator==(const Flip&) const = default;
};

// At which value of each input the decision flips. `hurdle` is a rate; none: the discount rate.
Result<std::vector<Flip>> flipsOf(
    Study& study, const std::vector<InputRange>& ranges, std::optional<double> hurdle = {});

}
