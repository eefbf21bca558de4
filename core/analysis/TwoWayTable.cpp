#include "core/analysis/TwoWayTable.h"

#include "core/engine/TapeArithmetic.h"

#include <algorithm>
#include <cmath>

namespace core {

Result<TwoWayTable> twoWayTable(Study& study, const TableAxis& x, const TableAxis& y, Target target)
{
    const auto width = static_cast<Eigen::Index>(x.positions.size());
    const auto height = static_cast<Eigen::Index>(y.positions.size());
    Study::Table positions(width * height, 2);
    for (Eigen::Index row = 0; row < height; ++row)
        for (Eigen::Index column = 0; column < width; ++column) {
            positions(row * width + column, 0) = x.positions[static_cast<std::size_t>(column)];
            positions(row * width + column, 1) = y.positions[static_cast<std::size_t>(row)];
        }
    const Result<Study::Table> figures = study.evaluate({x.input, y.input}, positions, {target});
    if (!figures)
        return figures.error();
    TwoWayTable table {target, x, y, {}};
    for (Eigen::Index row = 0; row < height; ++row) {
        std::vector<std::optional<double>>& values = table.values.emplace_back();
        for (Eigen::Index column = 0; column < width; ++column)
            values.push_back(definedOrNone((*figures)(row * width + column, 0)));
    }
    return table;
}

Result<TableAxis> axisOf(
    const Project& project, const VariedInput& input, double low, double high, int count)
{
    const Result<InputPosition> field = positionOf(project, input);
    if (!field)
        return field.error();
    for (const double end : {low, high})
        if (const std::optional<Error> error = refusePosition(input, *field, end))
            return *error;
    TableAxis axis {input, evenPositions(low, high, count)};
    if (field->isInteger && input.mode == UncertaintyMode::set)
        for (double& position : axis.positions)
            position = std::round(position);
    axis.positions.erase(
        std::unique(axis.positions.begin(), axis.positions.end()), axis.positions.end());
    return axis;
}

std::vector<double> evenPositions(double low, double high, int count)
{
    std::vector<double> positions;
    for (int i = 0; i < count; ++i) {
        const double part = static_cast<double>(i) / (count - 1);
        positions.push_back(low * (1.0 - part) + high * part);
    }
    return positions;
}

}
