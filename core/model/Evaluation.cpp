#include "core/model/Evaluation.h"

#include "core/engine/TapeArithmetic.h"
#include "core/model/BreakEven.h"

#include <cmath>

namespace core {

Evaluation::Evaluation(Project project, std::shared_ptr<const Model> model)
    : m_project(std::move(project))
    , m_model(std::move(model))
    , m_inputCells(m_model->inputCells(m_project))
{
    m_model->program().evaluate(m_inputCells, m_values);
}

Result<std::shared_ptr<const Evaluation>> Evaluation::of(
    Project project, std::shared_ptr<const Model> model)
{
    if (!model || !model->fits(project)) {
        Result<std::shared_ptr<const Model>> made = Model::make(project);
        if (!made)
            return made.error();
        model = std::move(*made);
    }
    std::shared_ptr<Evaluation> evaluation(new Evaluation(std::move(project), std::move(model)));
    if (Problems problems = evaluation->problems(); !problems.empty())
        return Error(ErrorCode::NotComputable, std::move(problems));
    evaluation->m_projectMetrics = evaluation->metricsOf(evaluation->rows().project);
    evaluation->m_standaloneMetrics = evaluation->metricsOf(evaluation->rows().standalone);
    evaluation->evaluateDecks();
    evaluation->findBreakEvenPrices();
    for (const DeckResult& deck : evaluation->m_decks)
        if (!std::isfinite(deck.npv))
            return Error(
                ErrorCode::NotComputable, "npv", "is not a finite number on every price deck");
    return std::shared_ptr<const Evaluation>(std::move(evaluation));
}

std::optional<double> Evaluation::figure(Row row, int year) const
{
    return definedOrNone(m_model->program().figure(m_values, row, year));
}

std::vector<double> Evaluation::byYear(Row row) const
{
    std::vector<double> figures;
    for (int year = years().first; year <= years().last; ++year)
        figures.push_back(m_model->program().figure(m_values, row, year));
    return figures;
}

// The first row, in the order of the model, with a figure that is no finite number: those after it
// follow from it.
Problems Evaluation::problems() const
{
    if (m_model->program().isFinite(m_values))
        return {};
    const Sheet& sheet = m_model->sheet();
    for (int index = 0; index < static_cast<int>(sheet.rows().size()); ++index) {
        const Sheet::RowContent& row = sheet.rows()[static_cast<std::size_t>(index)];
        const YearSpan span = row.years.value_or(YearSpan {0, 0});
        for (int year = span.first; year <= span.last; ++year) {
            const double figure = m_model->program().figure(m_values, index, year);
            if (std::isfinite(figure) || (row.mayBeUndefined && isUndefined(figure)))
                continue;
            const std::string inYear = row.years ? " in " + std::to_string(year) : "";
            return {
                {row.title.name, "'" + row.title.label + "'" + inYear + " is not a finite number"}};
        }
    }
    return {};
}

CaseMetrics Evaluation::metricsOf(const CaseRows& rows) const
{
    CaseMetrics metrics;
    for (std::size_t i = 0; i < metricCount; ++i)
        if (rows.metrics[i].isValid())
            metrics.values[i] = figure(rows.metrics[i]);
    metrics.irr = rateOfReturn(byYear(rows.freeCashFlow));
    return metrics;
}

void Evaluation::evaluateDecks()
{
    const std::size_t years = static_cast<std::size_t>(this->years().count());
    m_decks.resize(m_project.priceDecks.size());
    Program::LaneRun run;
    run.lanes = m_decks.size();
    run.width = LaneWidth::eight;
    run.fill = [](std::size_t first, int count, Program::Runner& runner) {
        for (int lane = 0; lane < count; ++lane)
            runner.input(0)[lane] = static_cast<double>(first) + lane + 1;
    };
    run.collect = [&](std::size_t first, int count, const Program::Runner& runner) {
        for (int lane = 0; lane < count; ++lane) {
            DeckResult& deck = m_decks[first + static_cast<std::size_t>(lane)];
            deck.npv = runner.output(0)[lane];
            deck.irr = definedOrNone(runner.output(1)[lane]);
            for (std::size_t y = 0; y < years; ++y)
                deck.cumulativeFreeCashFlow.push_back(runner.output(2 + y)[lane]);
        }
    };
    m_model->deckProgram().evaluateLanes(m_values, run);
    m_expectedNpv = 0.0;
    for (std::size_t d = 0; d < m_decks.size(); ++d)
        m_expectedNpv += m_project.priceDecks[d].probability * m_decks[d].npv;
}

void Evaluation::findBreakEvenPrices()
{
    const auto priceOf = [this](PlantCase plant) {
        Program::Runner runner(m_model->flatPriceProgram(plant), m_values, LaneWidth::one);
        *runner.input(0) = static_cast<double>(m_project.priceDecks.size()) + 1.0; // the flat price
        return breakEvenPrice([&runner](double price) {
            *runner.input(1) = price;
            runner.run();
            return *runner.output(0);
        });
    };
    const auto index = static_cast<std::size_t>(Metric::breakEvenPrice);
    m_projectMetrics.values[index] = priceOf(PlantCase::project);
    m_standaloneMetrics.values[index] = priceOf(PlantCase::standalone);
}

}
