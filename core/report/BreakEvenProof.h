#pragma once

#include "core/model/Evaluation.h"

#include <string>
#include <vector>

// How the break-even price of a case came about. It is found by solving, so that its proof is the
// net present value at that price, and a little below and above it.
namespace core {

// What the price is, and how it is found.
std::string breakEvenFormula(const Evaluation&);

struct BreakEvenTrial {
    std::string label;
    double price = 0.0; // USD/kg
    double npv = 0.0;
};

// Of a project that pays at no price or at none: the value at no price alone.
std::vector<BreakEvenTrial> breakEvenProof(const Evaluation&, PlantCase);

}
