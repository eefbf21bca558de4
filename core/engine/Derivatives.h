#pragma once

#include "core/engine/Program.h"
#include "core/engine/Result.h"

#include <span>
#include <vector>

namespace core {

// Another value of an input cell, close to its own.
struct CellBeside {
    int cell = 0;
    double value = 0.0;
};

// What a figure of a computed sheet changes by, per unit of each of its input cells: all of them in
// one pass backwards over the values (reverse accumulation), which takes about as long as computing
// them.
//
// At a kink (minimum, maximum, a condition) it is the derivative of the branch that was taken; a
// jump counts as level. For cells in `beside`, such as those that cannot go below the 0 that they
// are, it is that to the side of the value given. Where an input has the one value that a formula
// has a case of its own for, such as a rate of 0 in an annuity, it is that of the values above. A
// rate of return and a payback are differentiated as the solutions that they are. NotComputable
// when there is no such figure and, naming the row, where a formula has no slope: a root of 0, a
// rate at which the present value only touches 0.
Result<std::vector<double>> derivativesByCell(const ComputedSheet& computed, Row figure,
    int year = 0, std::span<const CellBeside> beside = {});

}
