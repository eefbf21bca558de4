#pragma once

#include "core/analysis/VariedInput.h"
#include "core/model/Model.h"

#include <vector>

namespace core {

// Where a varied input stands in a model's sheet, so that lanes of a Program can move it.

// Whether moving it changes the structure of the model, so that no cell can do it: whole numbers,
// such as years and counts. The input must be one that positionOf() takes; so below.
bool isStructural(const Project& project, const VariedInput& input);

// Its input cells; none for one that the model does not read, such as the price on no deck.
std::vector<int> inputCellsOf(const Model& model, const VariedInput& input);

// What a cell that holds `planned` becomes at a position.
inline double cellAt(double planned, UncertaintyMode mode, double position)
{
    return mode == UncertaintyMode::set ? position : planned * position;
}

}
