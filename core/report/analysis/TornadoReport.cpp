#include "core/report/analysis/TornadoReport.h"

#include "core/report/JsonText.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

#include <algorithm>

namespace core {

std::string tornadoJson(const Tornado& tornado)
{
    Json bars = Json::array();
    for (const TornadoBar& bar : tornado.bars)
        bars.push_back({{"input", bar.range.input.id}, {"low", jsonNumber(bar.range.low)},
            {"base", jsonNumber(bar.range.base)}, {"high", jsonNumber(bar.range.high)},
            {"at_low", jsonNumber(bar.atLow)}, {"at_base", jsonNumber(tornado.atBase)},
            {"at_high", jsonNumber(bar.atHigh)}, {"swing", jsonNumber(bar.swing)}});
    return jsonText(bars);
}

std::string tornadoText(const Tornado& tornado, const Project& project, const RangeChoice& choice)
{
    using Alignment = TextTable::Alignment;
    const Target target = tornado.target;
    const InputWords words(project);
    TextTable table({{"Input", Alignment::left}, {"Low"}, {"Plan"}, {"High"}, {"At low"},
        {"At high"}, {"Swing"}, {"Range", Alignment::left}, {"Meaning", Alignment::left, 40}});
    for (const TornadoBar& bar : tornado.bars) {
        const InputRange& range = bar.range;
        table.addRow({range.input.id + (bar.isMonotonic ? "" : " *"),
            words.position(range.input, range.low), words.position(range.input, range.base),
            words.position(range.input, range.high), figureText(target, bar.atLow),
            figureText(target, bar.atHigh), figureText(target, bar.swing),
            originText(range, choice), words.label(range.input)});
    }
    std::string text = titleOf(target) + "; as planned " + figureText(target, tornado.atBase) +
                       "\n\n" + table.text();
    if (std::any_of(tornado.bars.begin(), tornado.bars.end(),
            [](const TornadoBar& bar) { return !bar.isMonotonic; }))
        text += "\n* The figure does not rise or fall all the way from low to high: the swing says "
                "too little.\n";
    return text;
}

}
