#include "core/report/analysis/TwinTornadoReport.h"

#include "core/report/JsonText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

#include <algorithm>

namespace core {

std::string twinTornadoJson(const TwinTornado& twin)
{
    Json bars = Json::array();
    for (const TwinBar& entry : twin.bars) {
        const TornadoBar& bar = entry.bar;
        bars.push_back({{"input", bar.range.input.id}, {"low", jsonNumber(bar.range.low)},
            {"base", jsonNumber(bar.range.base)}, {"high", jsonNumber(bar.range.high)},
            {"at_low", jsonNumber(bar.atLow)}, {"at_base", jsonNumber(twin.atBase)},
            {"at_high", jsonNumber(bar.atHigh)}, {"swing", jsonNumber(bar.swing)},
            {"variance_share", jsonNumber(entry.varianceShare)}, {"swing_rank", entry.swingRank},
            {"variance_rank", entry.varianceRank}, {"rank_differs", entry.isRankDifferent},
            {"monotonic", bar.isMonotonic}});
    }
    return jsonText(bars);
}

std::string twinTornadoText(
    const TwinTornado& twin, const Project& project, const RangeChoice& choice)
{
    using Alignment = TextTable::Alignment;
    const InputWords words(project);
    TextTable table({{"Input", Alignment::left}, {"Low"}, {"Plan"}, {"High"}, {"Swing"},
        {"Variance"}, {"Ranks"}, {"", Alignment::left}, {"Range", Alignment::left},
        {"Meaning", Alignment::left, 40}});
    for (const TwinBar& entry : twin.bars) {
        const InputRange& range = entry.bar.range;
        table.addRow({range.input.id, words.position(range.input, range.low),
            words.position(range.input, range.base), words.position(range.input, range.high),
            figureText(twin.target, entry.bar.swing), percentText(entry.varianceShare),
            std::to_string(entry.swingRank) + ", " + std::to_string(entry.varianceRank),
            std::string(entry.isRankDifferent ? "≠" : "") + (entry.bar.isMonotonic ? "" : "*"),
            originText(range, choice), words.label(range.input)});
    }
    std::string text = titleOf(twin.target) + "; as planned " +
                       figureText(twin.target, twin.atBase) + "\n\n" + table.text() +
                       "\nVariance: share of that of " +
                       fixedText(static_cast<double>(twin.trials), 0) +
                       " trials in which all inputs are drawn from their ranges (PERT).\n";
    const auto any = [&twin](bool (*isMarked)(const TwinBar&)) {
        return std::any_of(twin.bars.begin(), twin.bars.end(), isMarked);
    };
    if (any([](const TwinBar& entry) { return entry.isRankDifferent; }))
        text += "≠ Its rank by swing is not that by variance.\n";
    if (any([](const TwinBar& entry) { return !entry.bar.isMonotonic; }))
        text += "* The figure does not rise or fall all the way from low to high: the swing says "
                "too little.\n";
    if (twin.undefined > 0)
        text += "There is no figure in " + fixedText(static_cast<double>(twin.undefined), 0) +
                " of the trials.\n";
    return text;
}

}
