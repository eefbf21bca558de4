#pragma once

#include "tests/support/StraightCalculation.h"

#include "core/model/Evaluation.h"

#include <string>
#include <vector>

// Holds the engine's figures against the plain calculation of the same project.
namespace support {

// How near two figures of one kind must be: relative to the expected one, with a floor for figures
// that are small only because large ones cancel in them. A sum of flows of size s carries rounding
// of some 1e-16 s for each of its terms, of which a row has a few hundred at most: 1e-12 of the
// largest figure of the row's kind is well above that, and far below what a wrong formula makes.
struct Nearness {
    double relative = 1e-9;
    double floor = 0.0;

    bool holds(double actual, double expected) const;
};

inline constexpr double cancellation = 1e-12; // of the largest figure of the kind
inline constexpr double solved = 1e-7;        // relative, for figures that are found by a search

// Each figure that differs, in words: every line, metric, rate, saving and deck of the results.
// Empty when all agree.
std::vector<std::string> differences(
    const core::Evaluation& evaluation, const StraightResults& expected);

// The largest figure of any line of a case that is in USD.
double moneyScale(const StraightCase& lines);

}
