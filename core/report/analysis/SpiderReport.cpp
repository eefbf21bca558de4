#include "core/report/analysis/SpiderReport.h"

#include "core/report/JsonText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

namespace core {

std::string spiderJson(const Spider& spider)
{
    Json lines = Json::array();
    for (const SpiderLine& line : spider.lines) {
        Json values = Json::array();
        for (const std::optional<double>& value : line.values)
            values.push_back(jsonNumber(value));
        lines.push_back({{"input", line.input}, {"values", std::move(values)}});
    }
    return jsonText({{"metric", nameOf(spider.target)}, {"factors", jsonNumbers(spider.factors)},
        {"lines", std::move(lines)}});
}

std::string spiderText(const Spider& spider, const Project& project)
{
    using Alignment = TextTable::Alignment;
    const InputWords words(project);
    std::vector<TextTable::Column> columns {{"Input", Alignment::left}};
    for (const double factor : spider.factors)
        columns.push_back({"×" + significantText(factor)});
    columns.push_back({"Meaning", Alignment::left, 40});
    TextTable table(std::move(columns));
    for (const SpiderLine& line : spider.lines) {
        std::vector<std::string> cells {line.input};
        for (const std::optional<double>& value : line.values)
            cells.push_back(figureText(spider.target, value));
        cells.push_back(words.label({line.input}));
        table.addRow(std::move(cells));
    }
    return titleOf(spider.target) + ", each input times a factor\n\n" + table.text();
}

}
