#include "core/report/ExplanationText.h"

#include "core/engine/Explanation.h"
#include "core/project/Registry.h"
#include "core/report/BreakEvenText.h"
#include "core/report/MetricText.h"
#include "core/report/NumberFormat.h"
#include "core/report/SourceNotes.h"
#include "core/report/TextTable.h"

#include <algorithm>
#include <utility>
#include <vector>

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

// Explains rows of one evaluation.
class Explainer {
public:
    explicit Explainer(const Evaluation& evaluation)
        : m_evaluation(evaluation)
        , m_inputs(inputsOf(evaluation.project()))
    {
    }

    std::string text(const NamedFigure& figure, int year) const
    {
        const Model& model = m_evaluation.model();
        const ComputedSheet computed {
            model.sheet(), model.program(), m_evaluation.values(), m_evaluation.inputCells()};
        const Explanation explanation = explain(computed, figure.row, year,
            [](double number, const Unit&) { return significantText(number); });

        std::string text = printable(labelIn(explanation.label, explanation.year)) + '\n';
        text += explanation.name + ", " + explanation.chapter + "\n\n";
        text += valueText(explanation, figure.plant) + "\nFormula\n";
        text += wrapped(printable(explanation.inWords), textWidth, indent);
        text += wrapped("= " + explanation.inFigures, textWidth, indent);
        text += parts(explanation);
        text += yearlyParts(explanation);
        text += uses(explanation);
        text += sources(explanation);
        return text;
    }

private:
    const Input* inputOf(const ExplanationPart& part) const
    {
        if (part.kind != ExplanationPart::Kind::input)
            return nullptr;
        const int field = m_evaluation.model().fieldOfInput(part.index);
        return field < 0 ? nullptr : &m_inputs[static_cast<std::size_t>(field)];
    }

    // Metrics that are rates read as percentages; a figure that does not exist is a word.
    std::string valueText(const Explanation& explanation, PlantCase plant) const
    {
        const std::size_t dot = explanation.name.find('.');
        const std::optional<Metric> metric =
            dot == std::string::npos
                ? std::nullopt
                : findMetric(std::string_view(explanation.name).substr(dot + 1));
        const bool isMetric = metric && !explanation.year;
        std::string text;
        if (!explanation.value)
            text = isMetric ? metricText(m_evaluation, plant, *metric) : "none";
        else if (isMetric && descriptionOf(*metric).kind == MetricDescription::Kind::rate)
            text = percentText(*explanation.value, 4);
        else
            text = withUnit(significantText(*explanation.value), explanation.unit.text());
        const std::string remark =
            isMetric ? metricRemark(m_evaluation, plant, *metric) : std::string();
        return wrapped(remark.empty() ? text : text + ": " + remark, textWidth);
    }

    std::string partValue(const ExplanationPart& part) const
    {
        if (!part.byYear.empty())
            return "by year";
        if (!part.value)
            return "none";
        const Input* input = inputOf(part);
        if (input && input->unit == "%")
            return exactPercentText(*part.value);
        const bool isDeck =
            part.kind == ExplanationPart::Kind::input && !input &&
            m_evaluation.model().sheet().inputs()[static_cast<std::size_t>(part.index)].firstCell ==
                m_evaluation.model().activeDeckCell();
        if (isDeck)
            return m_evaluation.project().activeDeck;
        return withUnit(significantText(*part.value), part.unit.text());
    }

    std::string parts(const Explanation& explanation) const
    {
        if (explanation.parts.empty())
            return {};
        TextTable table({{"", Alignment::left, longestLabel}, {"", Alignment::right},
                            {"", Alignment::left}, {"", Alignment::left}},
            indent);
        for (const ExplanationPart& part : explanation.parts) {
            const bool isInput = part.kind == ExplanationPart::Kind::input;
            table.addRow({labelIn(part.label, part.year), partValue(part),
                isInput            ? "input"
                : part.isStructure ? "timeline"
                                   : "row",
                part.name});
        }
        return "\nMade from\n" + table.text();
    }

    std::string yearlyParts(const Explanation& explanation) const
    {
        std::string text;
        for (const ExplanationPart& part : explanation.parts) {
            if (part.byYear.empty() || part.isStructure)
                continue;
            std::string list;
            int year = m_evaluation.years().first;
            for (const double value : part.byYear) {
                list += (list.empty() ? "" : "; ") + std::to_string(year++) +
                        std::string(noBreakSpace) + significantText(value);
            }
            const std::string unit = part.unit.text();
            text += "\n" + printable(part.label) + (unit.empty() ? "" : ", " + unit) + '\n' +
                    wrapped(list, textWidth, indent);
        }
        return text;
    }

    static std::string uses(const Explanation& explanation)
    {
        if (explanation.usedBy.empty())
            return {};
        TextTable table({{"", Alignment::left, longestLabel}, {"", Alignment::left}}, indent);
        const std::size_t named = std::min(explanation.usedBy.size(), mostUsesNamed);
        for (std::size_t i = 0; i < named; ++i) {
            const ExplanationUse& use = explanation.usedBy[i];
            table.addRow({labelIn(use.label, use.year), use.name});
        }
        std::string text = "\nUsed by\n" + table.text();
        if (const std::size_t more = explanation.usedBy.size() - named; more > 0)
            text += wrapped("and " + std::to_string(more) + " more", textWidth, indent);
        return text;
    }

    std::string sources(const Explanation& explanation) const
    {
        std::string text;
        std::vector<std::string> known;
        for (const ExplanationPart& part : explanation.parts) {
            const Input* input = inputOf(part);
            if (!input || std::find(known.begin(), known.end(), input->id) != known.end())
                continue;
            known.push_back(input->id);
            std::string line = input->id;
            const std::string_view grade = evidenceFor(m_evaluation.project(), input->id);
            if (!grade.empty())
                line += " (evidence: " + std::string(grade) + ")";
            const std::vector<std::string> notes = sourceNotes(m_evaluation.project(), input->id);
            if (notes.empty() && grade.empty())
                continue;
            line += notes.empty() ? "" : ":";
            for (const std::string& note : notes)
                line += " " + note;
            text += wrapped(printable(line), textWidth, indent);
        }
        return text.empty() ? text : "\nSources\n" + text;
    }

    const Evaluation& m_evaluation;
    std::vector<Input> m_inputs;
};

}

Result<std::string> explanationText(const Evaluation& evaluation, ResultCase resultCase,
    std::string_view row, std::optional<int> year)
{
    const Result<NamedFigure> figure = findFigure(evaluation, resultCase, row);
    if (!figure)
        return figure.error();
    if (figure->isBreakEvenPrice())
        return breakEvenText(evaluation, figure->plant);

    const Sheet::RowContent& content = evaluation.model().sheet().row(figure->row);
    if (content.years && !(year && content.years->contains(*year))) {
        const std::string range =
            std::to_string(content.years->first) + " to " + std::to_string(content.years->last);
        return Error(ErrorCode::InvalidInput, content.title.name,
            year ? "has no year " + std::to_string(*year) + "; expected a year from " + range
                 : "is a row by year; expected a year from " + range);
    }
    return Explainer(evaluation).text(*figure, year.value_or(0));
}

}
