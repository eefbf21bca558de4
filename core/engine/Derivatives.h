#pragma once

#include "core/engine/Program.h"
#include "core/engine/Result.h"

#include <vector>

namespace core {

// What a figure of a computed sheet changes by, per unit of each of its input cells: all of them in
// one pass backwards over the values (reverse accumulation), which takes about as long as computing
// them.
//
// At a kink (minimum, maximum, a condition) it is the derivative of the branch that was taken; a
// jump counts as level. A rate of return and a payback are differentiated as the solutions that
// they are. Where an input has the one value that a formula has a case of its own for, such as a
// rate of 0 in an annuity, its derivative is the mean of those closely beside. NotComputable when
// there is no such figure and, naming the row, where a formula has no slope: a root of 0, a rate at
// which the present value only touches 0.
Result<std::vector<double>> derivativesByCell(
    const ComputedSheet& computed, Row figure, int year = 0);

}
