#pragma once

#include "core/model/Evaluation.h"

#include <string>

namespace core {

// How the break-even price of a case came about. It is found by solving, so that its proof is the
// net present value at that price, and a little below and above it.
std::string breakEvenText(const Evaluation&, PlantCase);

}
