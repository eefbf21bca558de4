#pragma once

#include "core/analysis/InputRange.h"
#include "core/analysis/Study.h"

#include <optional>
#include <vector>

namespace core {

// Where a figure crosses a level as one input moves; see crossings() in core/analysis/Crossings.h.
struct Crossing {
    std::vector<double> all;       // positions, ascending
    std::optional<double> nearest; // to the base; what follows is of this one
    double fractionOfBase = 0.0;   // its distance from the base over the base; 0 for a base of 0
    double partOfRange = 0.0; // the distance over that of the end of the range on its side; 0 where
                              // the range does not reach to that side
    bool isInsideRange = false;

    bool operator==(const Crossing&) const = default;
};

struct Flip {
    InputRange range;
    Crossing npv; // is 0
    Crossing irr; // meets the hurdle

    bool operator==(const Flip&) const = default;
};

// The rate that a return has to meet, and the return that it is compared with: the real one where
// discounting is in real terms.
struct Hurdle {
    double rate = 0.0;
    Target target;
};
Hurdle hurdleOf(const Project&, std::optional<double> rate = {}); // none: the discount rate

// At which value of each input the decision flips. The hurdle stays when the discount rate moves.
Result<std::vector<Flip>> flipsOf(
    Study& study, const std::vector<InputRange>& ranges, std::optional<double> hurdle = {});

}
