#pragma once

#include "core/analysis/Study.h"

#include <optional>
#include <vector>

namespace core {

struct TableAxis {
    VariedInput input;
    std::vector<double> positions;

    bool operator==(const TableAxis&) const = default;
};

struct TwoWayTable {
    Target target;
    TableAxis x;
    TableAxis y;
    std::vector<std::vector<std::optional<double>>> values; // by y, then by x

    bool operator==(const TwoWayTable&) const = default;
};

Result<TwoWayTable> twoWayTable(
    Study& study, const TableAxis& x, const TableAxis& y, Target target = {});

// Of an input, from low to high. Positions of whole numbers are rounded, each once. InvalidInput
// for a low or high that the field does not take.
Result<TableAxis> axisOf(
    const Project&, const VariedInput& input, double low, double high, int count);

// `count` positions from low to high, evenly; at least two.
std::vector<double> evenPositions(double low, double high, int count);

}
