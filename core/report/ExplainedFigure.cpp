#include "core/report/ExplainedFigure.h"

#include "core/engine/Explanation.h"
#include "core/engine/FormulaText.h"
#include "core/engine/TapeArithmetic.h"
#include "core/project/Registry.h"
#include "core/report/ComposedFigure.h"
#include "core/report/ExplainedComposition.h"
#include "core/report/ExplainedDeck.h"
#include "core/report/ExplainedScenarios.h"
#include "core/report/ExplainedSum.h"
#include "core/report/InputValueText.h"
#include "core/report/MetricText.h"
#include "core/report/NumberFormat.h"
#include "core/report/SourceNotes.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::string_view expectedNpvName = "expected_npv";

class Explainer {
public:
    Explainer(const Evaluation& evaluation, ResultCase resultCase, FormulaNumbers numbers)
        : m_evaluation(evaluation)
        , m_sheet(evaluation.model().sheet())
        , m_case(resultCase)
        , m_numbers(numbers)
        , m_computed {m_sheet, evaluation.model().program(), evaluation.values(),
              evaluation.inputCells()}
        , m_inputs(inputsOf(evaluation.project()))
        , m_fields(fieldsOf(evaluation.project()))
    {
    }

    ExplainedFigure row(const NamedFigure& named, int year) const
    {
        const Sheet::RowContent& content = m_sheet.row(named.row);
        const Quantity quantity = quantityOf(m_evaluation, named.row);
        const bool isMixed = m_numbers == FormulaNumbers::readable && mixesUnits(content, year);
        const Explanation explanation =
            explain(m_computed, named.row, year, [&](const FormulaNumber& number) {
                return numberText(number, isMixed ? MoneyUnit::named : MoneyUnit::understood);
            });
        ExplainedFigure figure;
        figure.figure = referenceTo(explanation.name, explanation.year);
        figure.title = explanation.label;
        figure.chapter = explanation.chapter;
        figure.quantity = quantity;
        figure.value = explanation.value;
        describeMetric(figure, named);
        figure.inWords = explanation.inWords;
        figure.inFigures = explanation.inFigures;
        figure.moneyUnit = isMixed ? MoneyUnit::named : MoneyUnit::understood;
        const std::string result = resultText(figure, isMixed);
        if (m_numbers == FormulaNumbers::readable && figure.inFigures != result)
            figure.inFigures += " = " + result;
        for (const ExplanationPart& part : explanation.parts)
            figure.parts.push_back(partOf(part));
        for (const ExplanationUse& use : explanation.usedBy)
            figure.usedBy.push_back({use.label, referenceTo(use.name, use.year)});
        if (content.years)
            for (int y = content.years->first; y <= content.years->last; ++y)
                figure.years.push_back({y, m_evaluation.figure(named.row, y)});
        addSources(figure);
        return figure;
    }

    ExplainedFigure breakEvenPrice(PlantCase plant) const
    {
        const MetricDescription& description = descriptionOf(Metric::breakEvenPrice);
        const bool isProject = plant == PlantCase::project;
        ExplainedFigure figure;
        const ResultCase ofPlant = isProject ? ResultCase::project : ResultCase::standalone;
        figure.figure = {
            ofPlant, std::string(nameOf(ofPlant)) + "." + std::string(description.name)};
        figure.title = description.label;
        figure.chapter = "Metrics";
        figure.quantity = quantityOf(description.unit);
        figure.value = m_evaluation.metrics(plant)[Metric::breakEvenPrice];
        describeMetric(figure, plant, Metric::breakEvenPrice);
        figure.inWords = breakEvenFormula(m_evaluation);
        const Row npv =
            isProject ? m_evaluation.rows().project.npv : m_evaluation.rows().standalone.npv;
        ExplainedPart part;
        part.label = m_sheet.row(npv).title.label + " on the price deck in use";
        part.quantity = quantityOf(m_evaluation, npv);
        part.value = m_evaluation.figure(npv);
        part.figure = referenceTo(m_sheet.row(npv).title.name);
        figure.parts.push_back(std::move(part));
        figure.proof = breakEvenProof(m_evaluation, plant);
        return figure;
    }

    // No row of the model: each price deck has an evaluation of its own.
    ExplainedFigure expectedNpv() const
    {
        const Project& project = m_evaluation.project();
        ExplainedFigure figure;
        figure.figure = {ResultCase::project, std::string(expectedNpvName)};
        figure.title = "Net present value weighted over the price decks";
        figure.chapter = "Metrics";
        figure.quantity = {Quantity::Kind::presentValue, "USD"};
        figure.value = m_evaluation.expectedNpv();
        figure.inWords = "sum over the price decks of probability × net present value";
        for (std::size_t d = 0; d < project.priceDecks.size(); ++d) {
            const PriceDeck& deck = project.priceDecks[d];
            const double npv = m_evaluation.decks()[d].npv;
            figure.inFigures += (d == 0 ? "" : " + ") + percentText(deck.probability) + " × " +
                                quantityText(figure.quantity, npv, MoneyUnit::understood);
            ExplainedPart value;
            value.label = "Net present value, " + deck.name;
            value.quantity = figure.quantity;
            value.value = npv;
            value.figure = {ResultCase::project, onDeck("npv", deck.id)};
            figure.parts.push_back(std::move(value));
            ExplainedPart probability;
            probability.label = "Probability, " + deck.name;
            probability.inputId = "price_decks." + deck.id + ".probability";
            probability.quantity = {Quantity::Kind::share, "%"};
            probability.value = deck.probability;
            figure.parts.push_back(std::move(probability));
        }
        figure.inFigures += " = " + resultText(figure, false);
        addSources(figure);
        return figure;
    }

    ExplainedFigure withSources(ExplainedFigure figure) const
    {
        addSources(figure);
        return figure;
    }

private:
    // A row of no case is explained within the one at hand, unless that has a row of the same name.
    FigureReference referenceTo(
        const std::string& name, std::optional<int> year = std::nullopt) const
    {
        if (const std::optional<ResultCase> own = caseOf(name))
            return {*own, name, year};
        const bool isOther = m_sheet.findRow(std::string(nameOf(m_case)) + "." + name).has_value();
        return {isOther ? ResultCase::project : m_case, name, year};
    }

    // The input of the project behind one of the sheet; none for the flat price, which is solved
    // for.
    std::optional<std::size_t> inputBehind(int sheetInput) const
    {
        if (const int field = m_evaluation.model().fieldOfInput(sheetInput); field >= 0)
            return static_cast<std::size_t>(field);
        const std::string& id = m_sheet.inputs()[static_cast<std::size_t>(sheetInput)].id;
        for (std::size_t i = 0; i < m_inputs.size(); ++i)
            if (m_inputs[i].id == id)
                return i;
        return std::nullopt;
    }

    Quantity quantityOfNumber(const FormulaNumber& number) const
    {
        const std::optional<std::size_t> input =
            number.input < 0 ? std::nullopt : inputBehind(number.input);
        return input ? quantityOf(m_inputs[*input]) : quantityOf(number.unit);
    }

    // Whether money stands beside kilograms, days or the like.
    bool mixesUnits(const Sheet::RowContent& content, int year) const
    {
        if (content.formula < 0)
            return false;
        bool isMixed = false;
        const NumberText look = [&](const FormulaNumber& number) {
            isMixed = isMixed || !(number.unit == Unit(Unit::usd) || number.unit.isPlainNumber());
            return std::string();
        };
        static_cast<void>(FormulaText(m_computed, look).inFigures(content.formula, year));
        return isMixed;
    }

    std::string numberText(const FormulaNumber& number, MoneyUnit moneyUnit) const
    {
        return m_numbers == FormulaNumbers::full
                   ? significantText(number.value)
                   : quantityText(quantityOfNumber(number), number.value, moneyUnit);
    }

    static std::string resultText(const ExplainedFigure& figure, bool isMixed)
    {
        return figure.value ? quantityText(figure.quantity, *figure.value,
                                  isMixed ? MoneyUnit::named : MoneyUnit::understood)
                            : figure.word;
    }

    void describeMetric(ExplainedFigure& figure, PlantCase plant, Metric metric) const
    {
        if (!figure.value)
            figure.word = metricText(m_evaluation, plant, metric);
        figure.remark = metricRemark(m_evaluation, plant, metric);
    }

    void describeMetric(ExplainedFigure& figure, const NamedFigure& named) const
    {
        const CaseRows& rows = named.plant == PlantCase::project ? m_evaluation.rows().project
                                                                 : m_evaluation.rows().standalone;
        for (std::size_t i = 0; i < rows.metrics.size(); ++i)
            if (rows.metrics[i].index() == named.row.index())
                return describeMetric(figure, named.plant, static_cast<Metric>(i));
        if (!figure.value)
            figure.word = "none";
    }

    ExplainedPart partOf(const ExplanationPart& part) const
    {
        ExplainedPart explained;
        explained.label = part.label;
        explained.year = part.year;
        explained.value = part.value;
        explained.isStructure = part.isStructure;
        int year = m_evaluation.years().first;
        for (const double value : part.byYear)
            explained.years.push_back({year++, definedOrNone(value)});
        if (part.kind == ExplanationPart::Kind::row) {
            explained.quantity = quantityOf(m_evaluation, Row(nullptr, part.index));
            explained.figure = referenceTo(part.name, part.year);
            return explained;
        }
        const std::optional<std::size_t> input = inputBehind(part.index);
        explained.isStructure = !input;
        explained.quantity = input ? quantityOf(m_inputs[*input]) : quantityOf(part.unit);
        if (!input)
            return explained;
        explained.inputId = m_inputs[*input].id;
        if (m_inputs[*input].kind == InputKind::text) {
            explained.value.reset();
            explained.text = inputText(*input);
        }
        return explained;
    }

    // The price deck in use by its name.
    std::string inputText(std::size_t input) const
    {
        if (m_inputs[input].kind == InputKind::text)
            for (const PriceDeck& deck : m_evaluation.project().priceDecks)
                if (deck.id == m_evaluation.project().activeDeck && !deck.name.empty())
                    return deck.name;
        return inputValueText(m_inputs[input], m_fields[input]);
    }

    void addSources(ExplainedFigure& figure) const
    {
        const Project& project = m_evaluation.project();
        for (const ExplainedPart& part : figure.parts) {
            const auto isThis = [&](const auto& other) { return other.inputId == part.inputId; };
            if (!part.isInput() ||
                std::any_of(figure.sources.begin(), figure.sources.end(), isThis))
                continue;
            const auto input = std::find_if(m_inputs.begin(), m_inputs.end(),
                [&](const Input& candidate) { return candidate.id == part.inputId; });
            if (input == m_inputs.end()) // a setting of the analyses
                continue;
            figure.sources.push_back({part.inputId, part.label,
                inputText(static_cast<std::size_t>(input - m_inputs.begin())),
                sourceNotes(project, part.inputId),
                std::string(evidenceFor(project, part.inputId))});
        }
    }

    const Evaluation& m_evaluation;
    const Sheet& m_sheet;
    ResultCase m_case;
    FormulaNumbers m_numbers;
    ComputedSheet m_computed;
    std::vector<Input> m_inputs;
    std::vector<InputField> m_fields;
};

}

namespace {

// A year for a figure by year; none for a single one.
Result<std::optional<int>> yearOf(
    const std::string& figure, const std::optional<YearSpan>& years, std::optional<int> asked)
{
    if (!years)
        return std::optional<int>();
    if (asked && years->contains(*asked))
        return asked;
    const std::string range = std::to_string(years->first) + " to " + std::to_string(years->last);
    return Error(ErrorCode::InvalidInput, figure,
        asked ? "has no year " + std::to_string(*asked) + "; expected a year from " + range
              : "is a row by year; expected a year from " + range);
}

}

Result<ExplainedFigure> explainFigure(
    const Evaluation& evaluation, const FigureReference& reference, FormulaNumbers numbers)
{
    const auto& [resultCase, name, asked] = reference;
    if (name == expectedNpvName)
        return Explainer(evaluation, ResultCase::project, numbers).expectedNpv();
    if (const std::optional<DeckFigure> figure = findDeckFigure(evaluation, name)) {
        const auto year = yearOf(name, figure->years, asked);
        return year ? Result(explainDeckFigure(evaluation, *figure, *year)) : year.error();
    }
    if (const std::optional<Target> target = findWeightedFigure(evaluation, name))
        return explainWeightedFigure(evaluation, *target);
    if (const std::optional<InputSum> sum = findInputSum(evaluation, name)) {
        const auto year = yearOf(name, sum->years, asked);
        if (!year)
            return year.error();
        return Explainer(evaluation, ResultCase::project, numbers)
            .withSources(explainInputSum(evaluation, *sum, *year));
    }
    std::optional<NamedFigure> figure = namedFigure(evaluation, resultCase, name);
    if (!figure) {
        if (const auto composed = composedFigure(evaluation, resultCase, name)) {
            const auto year = yearOf(name, composed->result.years, asked);
            return year ? Result(explainComposition(*composed, *year, numbers)) : year.error();
        }
        return findFigure(evaluation, resultCase, name).error();
    }
    if (figure->isBreakEvenPrice())
        return Explainer(evaluation, resultCase, numbers).breakEvenPrice(figure->plant);

    const Sheet::RowContent& content = evaluation.model().sheet().row(figure->row);
    const auto year = yearOf(content.title.name, content.years, asked);
    if (!year)
        return year.error();
    const ResultCase ofRow = caseOf(content.title.name).value_or(resultCase);
    return Explainer(evaluation, ofRow, numbers).row(*figure, year->value_or(0));
}

}
