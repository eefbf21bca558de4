#pragma once

#include "core/project/Analysis.h"

#include <vector>

namespace core {

// A yearly price process step by step: x(y) = persistence · x(y-1) + innovation · ε with x = 0
// before operations, and the factor on prices e^(x - Var(x)/2), whose mean is 1.
struct PriceSteps {
    double persistence = 1.0;
    double innovation = 0.0;
    std::vector<double> variances; // of x, by operating year
};

PriceSteps priceSteps(const PriceProcess&, int yearsOfOperation);

}
