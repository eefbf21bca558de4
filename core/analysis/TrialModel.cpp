#include "core/analysis/TrialModel.h"

#include "core/analysis/InputCells.h"
#include "core/engine/TapeArithmetic.h"
#include "core/model/BreakEven.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr Target breakEven {Target::Kind::metric, Metric::breakEvenPrice};

bool isWeighted(Target target)
{
    return target.kind == Target::Kind::expectedNpv;
}

// The row of a target that has one.
int rowOf(const ModelRows& rows, Target target)
{
    if (target.kind == Target::Kind::npvSavings)
        return rows.savings.npv.index();
    if (isWeighted(target) || target == breakEven)
        return rows.project.npv.index();
    return rows.project.metrics[static_cast<std::size_t>(target.metric)].index();
}

double definedFigure(double figure)
{
    return std::isfinite(figure) ? figure : undefinedFigure;
}

}

Result<std::shared_ptr<const TrialModel>> TrialModel::make(std::shared_ptr<const Model> model,
    const Project& project, const TrialDraws& draws, const Options& options)
{
    const std::vector<double> planned = model->inputCells(project);
    std::vector<Cell> cells;
    std::vector<int> inputCells;
    for (std::size_t i = 0; i < draws.inputs().size(); ++i) {
        const VariedInput& input = draws.inputs()[i];
        if (isStructural(project, input))
            continue;
        for (const int cell : inputCellsOf(*model, input)) {
            inputCells.push_back(cell);
            cells.push_back(
                {static_cast<int>(i), input.mode, planned[static_cast<std::size_t>(cell)]});
        }
    }
    Program::Options program;
    program.varyingCells = inputCells;
    const bool deckVaries = draws.drawsDeck() || isWeighted(options.target);
    if (deckVaries)
        program.varyingCells.push_back(model->activeDeckCell());
    const int firstFactor = static_cast<int>(program.varyingCells.size());
    const Timeline& timeline = project.timeline;
    const int firstYear = timeline.startOfOperations - timeline.firstYear;
    const std::vector<int>& factorCells = model->priceFactorCells();
    const int priceYears =
        std::min(draws.priceYears(), std::max(0, static_cast<int>(factorCells.size()) - firstYear));
    for (int year = 0; year < priceYears; ++year)
        program.varyingCells.push_back(factorCells[static_cast<std::size_t>(firstYear + year)]);
    const ModelRows& rows = model->rows();
    program.wanted = {{rowOf(rows, options.target), 0}, {rows.project.npv.index(), 0}};
    if (options.findsRates)
        program.wanted.push_back(
            {rows.project.metrics[static_cast<std::size_t>(Metric::irr)].index(), 0});
    if (options.folds)
        program.inputCells = planned;
    Result<Program> made =
        options.folds ? Program::make(model->sheet(), program) : model->program().derive(program);
    if (!made)
        return made.error();

    std::shared_ptr<TrialModel> trials(
        new TrialModel(std::move(model), std::move(*made), std::move(cells)));
    const Program& whole = trials->m_model->program();
    (options.folds ? trials->m_program : whole).evaluate(planned, trials->m_values);
    trials->m_target = options.target;
    trials->m_findsRates = options.findsRates;
    trials->m_instructionSet = options.instructionSet;
    if (deckVaries)
        trials->m_deckCell = static_cast<int>(inputCells.size());
    trials->m_drawsDeck = draws.drawsDeck();
    trials->m_plannedDeck = deckNumber(project, project.activeDeck);
    trials->m_flatPriceDeck = static_cast<double>(project.priceDecks.size()) + 1.0;
    trials->m_firstFactor = firstFactor;
    trials->m_priceYears = priceYears;
    if (isWeighted(options.target)) {
        for (const PriceDeck& deck : project.priceDecks) {
            const std::string id = "price_decks." + deck.id + ".probability";
            const auto found = std::find_if(draws.inputs().begin(), draws.inputs().end(),
                [&id](const VariedInput& input) { return input.id == id; });
            DeckWeight weight {deck.probability, -1, UncertaintyMode::set};
            if (found != draws.inputs().end()) {
                weight.input = static_cast<int>(found - draws.inputs().begin());
                weight.mode = found->mode;
            }
            trials->m_weights.push_back(weight);
        }
    }
    if (options.target == breakEven) {
        Program::Options flat;
        flat.varyingCells = inputCells;
        flat.varyingCells.push_back(trials->m_model->activeDeckCell());
        flat.varyingCells.push_back(trials->m_model->flatPriceCell());
        flat.wanted = {{rows.project.npv.index(), 0}};
        trials->m_flatPriceProgram.emplace(whole.derive(flat));
        whole.evaluate(planned, trials->m_flatPriceValues);
    }
    return std::shared_ptr<const TrialModel>(std::move(trials));
}

TrialModel::Lanes::Lanes(std::shared_ptr<const TrialModel> model, LaneWidth width)
    : m_model(std::move(model))
    , m_runner(m_model->m_program, m_model->m_values, width, m_model->m_instructionSet)
    , m_target(static_cast<std::size_t>(m_runner.width()))
    , m_npv(m_target.size())
    , m_irr(m_target.size(), undefinedFigure)
{
    if (m_model->m_flatPriceProgram)
        m_flatPrice.emplace(
            *m_model->m_flatPriceProgram, m_model->m_flatPriceValues, LaneWidth::one);
}

void TrialModel::Lanes::fill(
    Program::Runner& runner, const TrialDraws::Block& block, int first) const
{
    for (std::size_t c = 0; c < m_model->m_cells.size(); ++c) {
        const Cell& cell = m_model->m_cells[c];
        const double* const positions = block.positions(cell.input) + first;
        double* const lanes = runner.input(c);
        if (cell.mode == UncertaintyMode::set)
            std::copy_n(positions, runner.width(), lanes);
        else
            for (int lane = 0; lane < runner.width(); ++lane)
                lanes[lane] = cellAt(cell.planned, cell.mode, positions[lane]);
    }
}

void TrialModel::Lanes::run(const TrialDraws::Block& block, int first)
{
    const int width = m_runner.width();
    const TrialModel& model = *m_model;
    fill(m_runner, block, first);
    for (int year = 0; year < model.m_priceYears; ++year)
        std::copy_n(block.priceFactors(year) + first, width,
            m_runner.input(static_cast<std::size_t>(model.m_firstFactor + year)));
    if (isWeighted(model.m_target))
        runExpectedNpv(block, first);
    if (model.m_deckCell >= 0) {
        double* const deck = m_runner.input(static_cast<std::size_t>(model.m_deckCell));
        if (model.m_drawsDeck)
            std::copy_n(block.deck() + first, width, deck);
        else
            std::fill_n(deck, width, model.m_plannedDeck);
    }
    m_runner.run();
    if (!isWeighted(model.m_target))
        std::transform(
            m_runner.output(0), m_runner.output(0) + width, m_target.begin(), definedFigure);
    std::transform(m_runner.output(1), m_runner.output(1) + width, m_npv.begin(), definedFigure);
    if (model.m_findsRates)
        std::copy_n(m_runner.output(2), width, m_irr.begin());
    if (m_flatPrice)
        runBreakEven(block, first);
}

void TrialModel::Lanes::runExpectedNpv(const TrialDraws::Block& block, int first)
{
    const int width = m_runner.width();
    std::fill(m_target.begin(), m_target.end(), 0.0);
    for (std::size_t deck = 0; deck < m_model->m_weights.size(); ++deck) {
        const DeckWeight& weight = m_model->m_weights[deck];
        std::fill_n(m_runner.input(static_cast<std::size_t>(m_model->m_deckCell)), width,
            static_cast<double>(deck + 1));
        m_runner.run();
        for (int lane = 0; lane < width; ++lane) {
            const double share = weight.input < 0
                                     ? weight.planned
                                     : cellAt(weight.planned, weight.mode,
                                           block.positions(weight.input)[first + lane]);
            m_target[static_cast<std::size_t>(lane)] += share * m_runner.output(0)[lane];
        }
    }
    std::transform(m_target.begin(), m_target.end(), m_target.begin(), definedFigure);
}

// The price of each trial is sought by itself. It is one without a deck and so without the yearly
// factors on decks.
void TrialModel::Lanes::runBreakEven(const TrialDraws::Block& block, int first)
{
    const std::size_t deckCell = m_model->m_cells.size();
    Program::Runner& runner = *m_flatPrice;
    *runner.input(deckCell) = m_model->m_flatPriceDeck;
    for (std::size_t lane = 0; lane < m_target.size(); ++lane) {
        fill(runner, block, first + static_cast<int>(lane));
        const std::optional<double> price = breakEvenPrice([&runner, deckCell](double flatPrice) {
            *runner.input(deckCell + 1) = flatPrice;
            runner.run();
            return *runner.output(0);
        });
        m_target[lane] = price.value_or(undefinedFigure);
    }
}

}
