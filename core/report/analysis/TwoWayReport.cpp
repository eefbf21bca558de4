#include "core/report/analysis/TwoWayReport.h"

#include "core/report/JsonText.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

namespace core {

namespace {

Json axisJson(const TableAxis& axis)
{
    return {{"input", axis.input.id}, {"values", jsonNumbers(axis.positions)}};
}

}

std::string twoWayJson(const TwoWayTable& table)
{
    Json rows = Json::array();
    for (const auto& row : table.values) {
        Json& values = rows.emplace_back(Json::array());
        for (const std::optional<double>& value : row)
            values.push_back(jsonNumber(value));
    }
    return jsonText(
        {{"x", axisJson(table.x)}, {"y", axisJson(table.y)}, {"values", std::move(rows)}});
}

std::string twoWayText(const TwoWayTable& table, const Project& project)
{
    const InputWords words(project);
    std::vector<TextTable::Column> columns {{""}};
    for (const double position : table.x.positions)
        columns.push_back({words.position(table.x.input, position)});
    TextTable text(std::move(columns));
    for (std::size_t row = 0; row < table.values.size(); ++row) {
        std::vector<std::string> cells {words.position(table.y.input, table.y.positions[row])};
        for (const std::optional<double>& value : table.values[row])
            cells.push_back(figureText(table.target, value));
        text.addRow(std::move(cells));
    }
    return titleOf(table.target) + "\nAcross: " + table.x.input.id + ", " +
           words.label(table.x.input) + "\nDown: " + table.y.input.id + ", " +
           words.label(table.y.input) + "\n\n" + text.text();
}

}
