#include "core/analysis/TrialDraws.h"

#include "core/analysis/Correlations.h"
#include "core/analysis/InputCells.h"
#include "core/project/Registry.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Family = DistributionShape::Family;

bool takesNormal(Family family)
{
    return family == Family::normal || family == Family::lognormal || family == Family::pert ||
           family == Family::truncatedNormal;
}

bool hasTable(Family family)
{
    return family == Family::pert || family == Family::truncatedNormal;
}

}

TrialDraws::Block::Block(const TrialDraws& draws)
    : m_inputCount(static_cast<int>(draws.m_inputs.size()))
    , m_drawsDeck(draws.drawsDeck())
    , m_rows(draws.m_inputs.size() + 1 + static_cast<std::size_t>(draws.priceYears()))
    , m_normals(draws.m_correlated.size() + 1)
    , m_held(draws.m_inputs.size(), 0)
{
}

void TrialDraws::Block::select(const Block& other, const std::vector<int>& trials)
{
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        for (std::size_t place = 0; place < trialsPerBlock; ++place)
            m_rows[row].numbers[place] =
                other.m_rows[row].numbers[trials[std::min(place, trials.size() - 1)]];
}

void TrialDraws::Block::copyQuantity(const Block& other, int quantity)
{
    const int deck = m_drawsDeck ? m_inputCount : -1;
    if (quantity < m_inputCount || quantity == deck) {
        const auto row = static_cast<std::size_t>(quantity);
        m_rows[row] = other.m_rows[row];
        return;
    }
    const std::ptrdiff_t firstYear = m_inputCount + 1;
    std::copy(other.m_rows.begin() + firstYear, other.m_rows.end(), m_rows.begin() + firstYear);
}

Result<TrialDraws> TrialDraws::make(
    const Project& project, const Simulation& simulation, InstructionSet instructionSet, int copies)
{
    TrialDraws draws(simulation, instructionSet);
    if (!project.analysis)
        return Error(ErrorCode::InvalidInput, "analysis.uncertainties",
            "nothing is uncertain; expected at least one uncertain input");
    const Analysis& analysis = *project.analysis;
    if (const Status status = draws.addInputs(project); !status)
        return status.error();
    if (analysis.drawDeck)
        draws.addDeck(project);
    if (analysis.priceProcess)
        draws.m_steps = priceSteps(*analysis.priceProcess, draws.mostYears(project));
    draws.m_dimensions =
        static_cast<int>(draws.m_inputs.size()) + (draws.drawsDeck() ? 1 : 0) + draws.priceYears();
    const int dimensions = copies * draws.m_dimensions;
    if (dimensions == 0)
        return Error(ErrorCode::InvalidInput, "analysis.uncertainties",
            "nothing is uncertain; expected at least one uncertain input, a drawn deck or a price "
            "process");
    if (simulation.sampling == Sampling::sobol && dimensions > UnitPoints::mostSobolDimensions)
        return Error(ErrorCode::InvalidInput, "analysis.simulation.sampling",
            "sobol takes at most " + std::to_string(UnitPoints::mostSobolDimensions / copies) +
                " uncertain inputs and years, found " + std::to_string(draws.m_dimensions) +
                "; expected random or latin_hypercube");
    draws.m_points.emplace(simulation, dimensions, instructionSet);
    return draws;
}

Status TrialDraws::addInputs(const Project& project)
{
    const Analysis& analysis = *project.analysis;
    std::vector<Eigen::Index> places;
    for (std::size_t i = 0; i < analysis.uncertainties.size(); ++i) {
        const Uncertainty& uncertainty = analysis.uncertainties[i];
        if (!kindOf(project, uncertainty.input) && hasPath(project, uncertainty.input))
            continue; // of a block that this project does without
        const VariedInput input {uncertainty.input, uncertainty.mode};
        const Result<InputPosition> field = positionOf(project, input);
        if (!field)
            return field.error();
        Recipe recipe {DistributionShape(uncertainty.distribution), {}, *field, -1, {}, {}};
        if (hasTable(recipe.shape.family()))
            recipe.table.emplace(recipe.shape);
        for (const DistributionShape::Point& point : recipe.shape.points()) {
            recipe.values.push_back(point.value);
            recipe.thresholds.push_back(point.cumulative);
        }
        m_inputs.push_back(input);
        m_recipes.push_back(std::move(recipe));
        places.push_back(static_cast<Eigen::Index>(i));
    }
    correlate(analysis, places);
    return success();
}

void TrialDraws::correlate(const Analysis& analysis, const std::vector<Eigen::Index>& places)
{
    const Eigen::MatrixXd all = rankCorrelationMatrix(analysis);
    const Eigen::MatrixXd ranks = all(places, places);
    std::vector<Eigen::Index> correlated;
    for (Eigen::Index i = 0; i < ranks.rows(); ++i)
        if (ranks.row(i).cwiseAbs().sum() > 1.0) { // the 1 is that with itself
            m_recipes[static_cast<std::size_t>(i)].correlated = static_cast<int>(correlated.size());
            m_correlated.push_back(static_cast<int>(i));
            correlated.push_back(i);
        }
    if (!correlated.empty())
        m_factor = correlationFactor(ranks(correlated, correlated));
}

void TrialDraws::addDeck(const Project& project)
{
    double sum = 0.0;
    for (std::size_t deck = 0; deck < project.priceDecks.size(); ++deck) {
        const double probability = project.priceDecks[deck].probability;
        if (!(probability > 0.0))
            continue;
        sum += probability;
        m_deck.values.push_back(static_cast<double>(deck + 1));
        m_deck.thresholds.push_back(sum);
    }
}

// The longest life that a trial may have.
int TrialDraws::mostYears(const Project& project) const
{
    const int planned = project.timeline.yearsOfOperation;
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        if (m_inputs[i].id != "timeline.years_of_operation")
            continue;
        constexpr double almostAll = 1.0 - 1e-9;
        const Recipe& recipe = m_recipes[i];
        const double longest = std::min(recipe.field.maximum,
            std::isfinite(recipe.shape.highest()) ? recipe.shape.highest()
                                                  : recipe.shape.quantile(almostAll));
        return static_cast<int>(std::round(cellAt(planned, m_inputs[i].mode, longest)));
    }
    return planned;
}

void TrialDraws::draw(std::int64_t first, Block& block, int copy) const
{
    const int begin = copy * m_dimensions;
    const int count =
        static_cast<int>(std::clamp<std::int64_t>(m_trials - first, 0, trialsPerBlock));
    for (std::size_t k = 0; k < m_correlated.size(); ++k) {
        double* const normal = block.m_normals[k].numbers;
        m_points->draw(begin + m_correlated[k], first, normal);
        m_kernel->normal(normal, normal);
    }
    const int inputs = static_cast<int>(m_inputs.size());
    for (int input = 0; input < inputs; ++input)
        drawInput(input, begin + input, first, block, count);
    int dimension = begin + inputs;
    if (drawsDeck()) {
        double* const deck = block.lanes(inputs);
        m_points->draw(dimension++, first, deck);
        m_kernel->steps({m_deck.values.data(), m_deck.thresholds.data(),
                            static_cast<int>(m_deck.values.size())},
            deck, deck);
    }
    drawPriceFactors(dimension, first, block);
}

void TrialDraws::drawInput(
    int input, int dimension, std::int64_t first, Block& block, int count) const
{
    const Recipe& recipe = m_recipes[static_cast<std::size_t>(input)];
    const DistributionShape& shape = recipe.shape;
    double* const numbers = block.lanes(input);

    // The normal or the uniform number that the distribution takes.
    if (recipe.correlated >= 0) {
        const Eigen::Index row = recipe.correlated;
        m_kernel->combine(m_factor.row(row).data(), recipe.correlated + 1,
            block.m_normals.front().numbers, numbers);
        if (!takesNormal(shape.family()))
            m_kernel->table(m_uniform.table(), numbers, numbers);
    } else {
        m_points->draw(dimension, first, numbers);
        if (takesNormal(shape.family()))
            m_kernel->normal(numbers, numbers);
    }

    const double low = shape.lowest();
    const double high = shape.highest();
    switch (shape.family()) {
    case Family::uniform:
        m_kernel->scale(high - low, low, numbers, numbers);
        break;
    case Family::triangular:
        m_kernel->triangular((shape.mode() - low) / (high - low), numbers, numbers);
        m_kernel->scale(high - low, low, numbers, numbers);
        break;
    case Family::pert:
        m_kernel->table(recipe.table->table(), numbers, numbers);
        m_kernel->scale(high - low, low, numbers, numbers);
        break;
    case Family::truncatedNormal:
        m_kernel->table(recipe.table->table(), numbers, numbers);
        m_kernel->scale(shape.spread(), shape.centre(), numbers, numbers);
        break;
    case Family::normal:
        m_kernel->scale(shape.spread(), shape.centre(), numbers, numbers);
        break;
    case Family::lognormal:
        m_kernel->exponential(shape.spread(), shape.centre(), numbers, numbers);
        break;
    case Family::point:
    case Family::discrete:
        m_kernel->steps({recipe.values.data(), recipe.thresholds.data(),
                            static_cast<int>(recipe.values.size())},
            numbers, numbers);
        break;
    }
    // Rounding may take a number out of its distribution; only what lies beyond the field in it is
    // counted.
    const InputPosition& field = recipe.field;
    m_kernel->hold(low, high, count, numbers);
    if (low < field.minimum || high > field.maximum)
        block.m_held[static_cast<std::size_t>(input)] +=
            m_kernel->hold(field.minimum, field.maximum, count, numbers);
}

void TrialDraws::drawPriceFactors(int firstDimension, std::int64_t first, Block& block) const
{
    Block::Lanes deviation; // x
    for (int year = 0; year < priceYears(); ++year) {
        double* const factors = block.lanes(static_cast<int>(m_inputs.size()) + 1 + year);
        m_points->draw(firstDimension + year, first, factors);
        m_kernel->normal(factors, factors);
        m_kernel->advance(m_steps.persistence, m_steps.innovation, factors, deviation.numbers);
        m_kernel->exponential(1.0, -m_steps.variances[static_cast<std::size_t>(year)] / 2.0,
            deviation.numbers, factors);
    }
}

}
