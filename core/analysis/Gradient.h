#pragma once

#include "core/analysis/Target.h"
#include "core/engine/Result.h"
#include "core/model/Evaluation.h"

#include <string>
#include <vector>

namespace core {

// What a figure changes by, per unit of an input: for a series or profile per unit of a factor on
// all of it.
struct Derivative {
    std::string input;
    double value = 0.0;

    bool operator==(const Derivative&) const = default;
};

struct Gradient {
    Target target;
    double value = 0.0;
    std::vector<Derivative>
        derivatives; // of every input of the model, in the order of the registry

    bool operator==(const Gradient&) const = default;
};

// In one pass backwards over the model's values. NotComputable when the figure does not exist.
// At a kink (a cap that is just reached, a loss that just ends) it is the derivative to one side.
Result<Gradient> gradientOf(const Evaluation& evaluation, Target target = {});

}
