#pragma once

#include "core/analysis/VariedInput.h"
#include "core/engine/Result.h"

#include <functional>
#include <vector>

// At which positions of an input a figure has a certain value.
namespace core {

// Where a figure is looked at first, ascending: neighbours between which it passes the value are
// looked into. Two crossings between the same neighbours are not seen.
struct Search {
    std::vector<double> positions;
    bool isWhole = false; // every whole number is there, and nothing lies between

    double low() const { return positions.front(); }
    double high() const { return positions.back(); }
};

// Of an input, within the limits of its field: evenly up to twice the plan on both sides, beyond
// that in growing steps up to 10,000 times the plan. Whole numbers: the 41 nearest to the plan.
Result<Search> searchOf(const Project&, const VariedInput&);

// Whether the figure has the wanted value at all positions of a search.
bool isEverywhere(const std::vector<double>& scanned, double wanted);

using FiguresAt = std::function<std::vector<double>(const std::vector<double>& positions)>;

// All positions at which the figure has the wanted value, ascending. `scanned` has the figures at
// the positions of the search, and `figuresAt` gives those at others; undefinedFigure
// (core/engine/TapeArithmetic.h) where there is none. Of whole numbers, both are given between
// which the figure passes the value. Where it has the value over a stretch, the ends of that;
// where it has it everywhere, none. A figure that leaps over the value has no position for it, nor
// has one that passes it right where it begins to exist.
std::vector<double> crossings(const Search& search, const std::vector<double>& scanned,
    double wanted, const FiguresAt& figuresAt);

}
