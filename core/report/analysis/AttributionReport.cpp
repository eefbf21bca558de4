#include "core/report/analysis/AttributionReport.h"

#include "core/report/InputValueJson.h"
#include "core/report/InputValueText.h"
#include "core/report/JsonText.h"
#include "core/report/MetricText.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

namespace core {

namespace {

Json changeJson(const EffectiveChange& change)
{
    return {{"input", change.input.id}, {"from", inputValueJson(change.from)},
        {"to", inputValueJson(change.to)}};
}

// A difference in the unit of figures, with its sign.
std::string effectText(Target target, double effect)
{
    const std::string text = figureText(target, effect);
    return effect > 0.0 && text.find_first_of("123456789") != std::string::npos ? '+' + text : text;
}

std::string meaningOf(const Input& input)
{
    return printable(
        input.element.empty() ? input.label : input.label + " (" + input.element + ")");
}

}

std::string attributionJson(const Attribution& attribution)
{
    Json parts = Json::array();
    for (const AttributionPart& part : attribution.parts) {
        Json entry = changeJson(part.changes.front());
        entry["effect"] = jsonNumber(part.effect);
        for (std::size_t i = 1; i < part.changes.size(); ++i)
            entry["together"].push_back(changeJson(part.changes[i]));
        parts.push_back(std::move(entry));
    }
    return jsonText({{"metric", nameOf(attribution.target)}, {"from", jsonNumber(attribution.from)},
        {"to", jsonNumber(attribution.to)}, {"parts", std::move(parts)}});
}

std::string attributionText(const Attribution& attribution)
{
    using Alignment = TextTable::Alignment;
    constexpr int longestValue = 34;
    const Target target = attribution.target;
    const double difference = attribution.to - attribution.from;
    std::string text = titleOf(target) + ": " + figureText(target, attribution.from) + " to " +
                       figureText(target, attribution.to) + "\n\n";
    if (attribution.parts.empty())
        return text + "Nothing that enters the calculation changed.\n";
    TextTable table({{"Changed input", Alignment::left}, {"From", Alignment::right, longestValue},
        {"To", Alignment::right, longestValue}, {"Effect"}, {"Meaning", Alignment::left, 48}});
    bool isAnyTogether = false;
    for (const AttributionPart& part : attribution.parts)
        for (std::size_t i = 0; i < part.changes.size(); ++i) {
            const EffectiveChange& change = part.changes[i];
            isAnyTogether = isAnyTogether || i > 0;
            table.addRow({(i == 0 ? "" : "+ ") + change.input.id,
                printable(inputValueText(change.input, change.from)),
                printable(inputValueText(change.input, change.to)),
                i == 0 ? effectText(target, part.effect) : std::string(), meaningOf(change.input)});
        }
    table.addRule();
    table.addRow({"All changes", "", "", effectText(target, difference)});
    text += table.text();
    if (isAnyTogether)
        text +=
            "\n+ A change that cannot be made without the one above it: the effect is of both.\n";
    if (attribution.isSampled)
        text +=
            "\nThe effects are averaged over a sample of the orders in which the changes may be "
            "made; they add up exactly.\n";
    return text;
}

}
