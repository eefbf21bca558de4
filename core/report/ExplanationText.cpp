#include "core/report/ExplanationText.h"

#include "core/report/ExplainedFigure.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"

#include <algorithm>

namespace core {

namespace {

constexpr int textWidth = 116;
constexpr int indent = 2;
constexpr int longestLabel = 64;
constexpr std::size_t mostUsesNamed = 20;
using Alignment = TextTable::Alignment;

std::string withUnit(const std::string& number, const std::string& unit)
{
    return unit.empty() ? number : number + std::string(noBreakSpace) + unit;
}

std::string labelIn(const std::string& label, std::optional<int> year)
{
    return year ? label + ", " + std::to_string(*year) : label;
}

std::string numberText(const Quantity& quantity, double number)
{
    return quantity.kind == Quantity::Kind::share
               ? exactPercentText(number)
               : withUnit(significantText(number), quantity.unit);
}

// Metrics that are rates read as percentages; a figure that does not exist is a word.
std::string valueText(const ExplainedFigure& figure)
{
    std::string text = figure.word;
    if (figure.value)
        text = figure.quantity.kind == Quantity::Kind::share
                   ? percentText(*figure.value, 4)
                   : numberText(figure.quantity, *figure.value);
    return wrapped(figure.remark.empty() ? text : text + ": " + figure.remark, textWidth);
}

std::string partValue(const ExplainedPart& part)
{
    if (!part.years.empty())
        return "by year";
    if (!part.text.empty())
        return part.text;
    return part.value ? numberText(part.quantity, *part.value) : "none";
}

std::string partsText(const ExplainedFigure& figure)
{
    if (figure.parts.empty())
        return {};
    TextTable table({{"", Alignment::left, longestLabel}, {"", Alignment::right},
                        {"", Alignment::left}, {"", Alignment::left}},
        indent);
    for (const ExplainedPart& part : figure.parts) {
        const std::string kind = part.isInput()     ? "input"
                                 : !part.figure     ? ""
                                 : part.isStructure ? "timeline"
                                                    : "row";
        table.addRow({labelIn(part.label, part.year), partValue(part), kind,
            part.figure ? part.figure->name : part.inputId});
    }
    return "\nMade from\n" + table.text();
}

std::string yearlyPartsText(const ExplainedFigure& figure)
{
    std::string text;
    for (const ExplainedPart& part : figure.parts) {
        if (part.years.empty() || part.isStructure)
            continue;
        std::string list;
        for (const YearValue& year : part.years)
            list += (list.empty() ? "" : "; ") + std::to_string(year.year) +
                    std::string(noBreakSpace) +
                    (year.value ? significantText(*year.value) : "none");
        text += "\n" + printable(part.label) +
                (part.quantity.unit.empty() ? "" : ", " + part.quantity.unit) + '\n' +
                wrapped(list, textWidth, indent);
    }
    return text;
}

std::string proofText(const ExplainedFigure& figure)
{
    if (figure.proof.empty())
        return {};
    TextTable table({{"", Alignment::left}, {"Price,\n" + figure.quantity.unit, Alignment::right},
                        {"Net present value,\nUSD", Alignment::right}},
        indent);
    for (const BreakEvenTrial& trial : figure.proof)
        table.addRow({trial.label, significantText(trial.price), fixedText(trial.npv, 2)});
    return "\nProof\n" + table.text();
}

std::string usesText(const ExplainedFigure& figure)
{
    if (figure.usedBy.empty())
        return {};
    TextTable table({{"", Alignment::left, longestLabel}, {"", Alignment::left}}, indent);
    const std::size_t named = std::min(figure.usedBy.size(), mostUsesNamed);
    for (std::size_t i = 0; i < named; ++i) {
        const ExplainedUse& use = figure.usedBy[i];
        table.addRow({labelIn(use.label, use.figure.year), use.figure.name});
    }
    std::string text = "\nUsed by\n" + table.text();
    if (const std::size_t more = figure.usedBy.size() - named; more > 0)
        text += wrapped("and " + std::to_string(more) + " more", textWidth, indent);
    return text;
}

std::string sourcesText(const ExplainedFigure& figure)
{
    std::string text;
    for (const ExplainedSource& source : figure.sources) {
        if (source.notes.empty() && source.evidence.empty())
            continue;
        std::string line = source.inputId;
        if (!source.evidence.empty())
            line += " (evidence: " + source.evidence + ")";
        line += source.notes.empty() ? "" : ":";
        for (const std::string& note : source.notes)
            line += " " + note;
        text += wrapped(printable(line), textWidth, indent);
    }
    return text.empty() ? text : "\nSources\n" + text;
}

}

Result<std::string> explanationText(const Evaluation& evaluation, ResultCase resultCase,
    std::string_view row, std::optional<int> year)
{
    const Result<ExplainedFigure> explained =
        explainFigure(evaluation, {resultCase, std::string(row), year}, FormulaNumbers::full);
    if (!explained)
        return explained.error();
    const ExplainedFigure& figure = *explained;
    std::string text = printable(labelIn(figure.title, figure.figure.year)) + '\n';
    text += figure.figure.name + ", " + figure.chapter + "\n\n";
    text += valueText(figure) + "\nFormula\n";
    text += wrapped(printable(figure.inWords), textWidth, indent);
    if (!figure.inFigures.empty())
        text += wrapped("= " + figure.inFigures, textWidth, indent);
    text += proofText(figure);
    text += partsText(figure);
    text += yearlyPartsText(figure);
    text += usesText(figure);
    text += sourcesText(figure);
    return text;
}

}
