#pragma once

#include "core/analysis/Target.h"
#include "core/engine/Result.h"
#include "core/model/Evaluation.h"

#include <string>
#include <vector>

namespace core {

// What a figure changes by, per unit of an input: for a series, profile or phasing per unit of a
// factor on all of it, as if the rules between fields (that shares sum to 1) did not hold.
struct Derivative {
    std::string input;
    double value = 0.0;

    bool operator==(const Derivative&) const = default;
};

struct Gradient {
    Target target;
    double value = 0.0;
    // Of every input that is an amount, in the order of the registry; 0 for one that the figure
    // does not depend on. Years, counts, words, yes and no make the structure of the model: they
    // have no derivative.
    std::vector<Derivative> derivatives;

    bool operator==(const Gradient&) const = default;
};

// In one pass backwards over the model's values; the weighted net present value takes one for each
// price deck, the break-even price one at that price. NotComputable when the figure does not exist
// or has no derivative. At a kink (a cap that is just reached, a loss that just ends) it is the
// derivative to one side.
Result<Gradient> gradientOf(const Evaluation& evaluation, Target target = {});

}
