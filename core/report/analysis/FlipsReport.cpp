#include "core/report/analysis/FlipsReport.h"

#include "core/report/JsonText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

#include <cmath>

namespace core {

namespace {

Json crossingJson(const Crossing& crossing)
{
    const auto ifAny = [&crossing](double number) {
        return crossing.nearest ? jsonNumber(number) : Json();
    };
    return {{"values", jsonNumbers(crossing.all)}, {"nearest", jsonNumber(crossing.nearest)},
        {"change", ifAny(crossing.fractionOfBase)}, {"parts_of_range", ifAny(crossing.partOfRange)},
        {"inside", crossing.isInsideRange}};
}

// The value, its distance from the plan, and that in parts of the range.
void addCells(std::vector<std::string>& cells, const Flip& flip, const Crossing& crossing,
    const InputWords& words)
{
    if (!crossing.nearest) {
        cells.insert(cells.end(), {"none", "", ""});
        return;
    }
    const InputRange& range = flip.range;
    cells.push_back(
        words.position(range.input, *crossing.nearest) + (crossing.all.size() > 1 ? " *" : ""));
    cells.push_back(range.base == 0.0 ? ""
                                      : signedText(100.0 * crossing.fractionOfBase, 1) +
                                            std::string(noBreakSpace) + "%");
    cells.push_back(crossing.isInsideRange ? fixedText(crossing.partOfRange, 2)
                    : crossing.partOfRange == 0.0
                        ? "outside"
                        : fixedText(crossing.partOfRange, 2) + " outside");
}

}

std::string flipsJson(const std::vector<Flip>& flips, const Hurdle& hurdle)
{
    Json rows = Json::array();
    for (const Flip& flip : flips)
        rows.push_back({{"input", flip.range.input.id}, {"low", jsonNumber(flip.range.low)},
            {"base", jsonNumber(flip.range.base)}, {"high", jsonNumber(flip.range.high)},
            {"npv", crossingJson(flip.npv)}, {"irr", crossingJson(flip.irr)}});
    return jsonText({{"metric", nameOf(hurdle.target)}, {"hurdle", jsonNumber(hurdle.rate)},
        {"flips", std::move(rows)}});
}

std::string flipsText(const std::vector<Flip>& flips, const Hurdle& hurdle, const Project& project,
    const RangeChoice& choice)
{
    using Alignment = TextTable::Alignment;
    const InputWords words(project);
    const std::string meets =
        std::string(labelOf(hurdle.target)) + "\nof " + exactPercentText(hurdle.rate) + " at";
    TextTable table({{"Input", Alignment::left}, {"Low"}, {"Plan"}, {"High"},
        {"Net present value\nof zero at"}, {"From plan"}, {"Of range", Alignment::left}, {meets},
        {"From plan"}, {"Of range", Alignment::left}, {"Range", Alignment::left},
        {"Meaning", Alignment::left, 40}});
    bool hasSeveral = false;
    for (const Flip& flip : flips) {
        const InputRange& range = flip.range;
        std::vector<std::string> cells {range.input.id, words.position(range.input, range.low),
            words.position(range.input, range.base), words.position(range.input, range.high)};
        addCells(cells, flip, flip.npv, words);
        addCells(cells, flip, flip.irr, words);
        cells.push_back(originText(range, choice));
        cells.push_back(words.label(range.input));
        table.addRow(std::move(cells));
        hasSeveral = hasSeveral || flip.npv.all.size() > 1 || flip.irr.all.size() > 1;
    }
    std::string text = "At which value of each input the decision flips\n\n" + table.text();
    text += "\nThe distance from the plan is also given in parts of that to the end of the "
            "range.\n";
    if (hasSeveral)
        text += "* The nearest of several; --json lists all.\n";
    return text;
}

}
