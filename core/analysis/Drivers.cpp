#include "core/analysis/Drivers.h"

#include "core/analysis/Ranks.h"
#include "core/engine/TapeArithmetic.h"
#include "core/engine/Threads.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <span>

namespace core {

namespace {

using Eigen::Index;

std::span<const float> spanOf(const Eigen::ArrayXXf& columns, Index column)
{
    return {columns.col(column).data(), static_cast<std::size_t>(columns.rows())};
}

// The mean of the target in each group, in the place of the group's number.
Eigen::ArrayXf groupMeans(const Eigen::ArrayXf& groups, const Eigen::ArrayXd& target)
{
    const Index count = groups.size() > 0 ? static_cast<Index>(groups.maxCoeff()) + 1 : 0;
    Eigen::ArrayXd sums = Eigen::ArrayXd::Zero(count);
    Eigen::ArrayXd numbers = Eigen::ArrayXd::Zero(count);
    for (Index i = 0; i < groups.size(); ++i) {
        sums[static_cast<Index>(groups[i])] += target[i];
        numbers[static_cast<Index>(groups[i])] += 1.0;
    }
    const Eigen::ArrayXd means = sums / numbers.max(1.0);
    return groups.unaryExpr(
        [&means](float group) { return static_cast<float>(means[static_cast<Index>(group)]); });
}

constexpr Index rowsTogether = 1024; // that stay in the cache

// Sums of products of columns and of the target, each less its mean.
struct Products {
    Eigen::RowVectorXd means;
    Eigen::MatrixXd between;
    Eigen::VectorXd withTarget;
    double ofTarget = 0.0;
};

// Some rows of columns, each less its mean.
Eigen::MatrixXd centredRows(
    const Eigen::ArrayXXf& columns, const Eigen::RowVectorXd& means, Index first, Index rows)
{
    return columns.middleRows(first, rows).cast<double>().matrix().rowwise() - means;
}

Products productsOf(const Eigen::ArrayXXf& columns, const Eigen::ArrayXd& target)
{
    const Index count = columns.cols();
    Products products {columns.cast<double>().colwise().mean().matrix(),
        Eigen::MatrixXd::Zero(count, count), Eigen::VectorXd::Zero(count)};
    const double targetMean = target.mean();
    for (Index first = 0; first < columns.rows(); first += rowsTogether) {
        const Index rows = std::min(rowsTogether, columns.rows() - first);
        const Eigen::MatrixXd centred = centredRows(columns, products.means, first, rows);
        const Eigen::VectorXd of = (target.segment(first, rows) - targetMean).matrix();
        products.between.noalias() += centred.transpose() * centred;
        products.withTarget.noalias() += centred.transpose() * of;
        products.ofTarget += of.squaredNorm();
    }
    return products;
}

// The sum of the columns, each by a factor, that follows the target with the least squares.
Eigen::ArrayXf bestSum(const Eigen::ArrayXXf& columns, const Eigen::ArrayXd& target)
{
    Products products = productsOf(columns, target);
    constexpr double ridge = 1e-9; // for years that do not vary, or too few trials
    products.between.diagonal().array() += ridge * products.between.diagonal().maxCoeff() + 1e-300;
    const Eigen::VectorXd factors = products.between.ldlt().solve(products.withTarget);
    Eigen::ArrayXf sum(columns.rows());
    for (Index first = 0; first < columns.rows(); first += rowsTogether) {
        const Index rows = std::min(rowsTogether, columns.rows() - first);
        const Eigen::MatrixXd centred = centredRows(columns, products.means, first, rows);
        sum.segment(first, rows) = (centred * factors).array().cast<float>();
    }
    return sum;
}

}

Drivers::Drivers(const TrialDraws& draws, std::int64_t trials)
    : m_draws(draws)
    , m_inputCount(static_cast<int>(draws.inputs().size()))
    , m_deckCount(draws.drawsDeck() ? 1 : 0)
    , m_drawn(std::min(trials, mostTrials), m_inputCount + m_deckCount + draws.priceYears())
{
}

void Drivers::keep(const TrialDraws::Block& block, std::int64_t first)
{
    const Index count = std::min<Index>(trialsPerBlock, m_drawn.rows() - first);
    const auto copy = [&](Index column, const double* numbers) {
        m_drawn.col(column).segment(first, count) =
            Eigen::Map<const Eigen::ArrayXd>(numbers, count).cast<float>();
    };
    if (count <= 0)
        return;
    for (int input = 0; input < m_inputCount; ++input)
        copy(input, block.positions(input));
    if (m_deckCount > 0)
        copy(m_inputCount, block.deck());
    for (int year = 0; year < m_draws.priceYears(); ++year)
        copy(m_inputCount + m_deckCount + year, block.priceFactors(year));
}

Drivers::Columns Drivers::quantities(
    const std::vector<Index>& trials, const Eigen::ArrayXd& target) const
{
    const bool hasPrices = m_draws.priceYears() > 0;
    Columns defined;
    if (static_cast<Index>(trials.size()) < m_drawn.rows())
        defined = m_drawn(trials, Eigen::all);
    const Columns& drawn = defined.rows() > 0 ? defined : m_drawn;
    Columns columns(drawn.rows(), m_inputCount + m_deckCount + (hasPrices ? 1 : 0));
    columns.leftCols(m_inputCount) = drawn.leftCols(m_inputCount);
    if (m_deckCount > 0)
        columns.col(m_inputCount) = groupMeans(drawn.col(m_inputCount), target);
    if (hasPrices)
        columns.rightCols(1) = bestSum(drawn.rightCols(m_draws.priceYears()), target);
    return columns;
}

// How many numbers were fitted to the target to make the column.
int Drivers::freedomOf(Index quantity) const
{
    if (quantity < m_inputCount)
        return 1;
    if (quantity < m_inputCount + m_deckCount)
        return std::max(1, m_draws.deckCount() - 1);
    return m_draws.priceYears();
}

Eigen::ArrayXd Drivers::variances(const Columns& columns, const Eigen::ArrayXd& target) const
{
    const Index count = columns.cols();
    const Products products = productsOf(columns, target);
    // Columns and targets that do not vary have nothing in common with others.
    const auto scaleOf = [](double squares) {
        return squares > 0.0 ? 1.0 / std::sqrt(squares) : 0.0;
    };
    const Eigen::VectorXd scaleOfColumn = products.between.diagonal().unaryExpr(scaleOf);
    Eigen::MatrixXd between =
        scaleOfColumn.asDiagonal() * products.between * scaleOfColumn.asDiagonal();
    between.diagonal().setOnes();
    const Eigen::VectorXd withTarget =
        scaleOfColumn.asDiagonal() * products.withTarget * scaleOf(products.ofTarget);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(between);
    constexpr double least = 1e-6; // eigenvalues of inputs that move as one
    const Eigen::VectorXd scales = solver.eigenvalues().cwiseMax(least).cwiseSqrt().cwiseInverse();
    const Eigen::ArrayXd adjusted = (solver.eigenvectors() * scales.asDiagonal() *
                                     solver.eigenvectors().transpose() * withTarget)
                                        .array();
    Eigen::ArrayXd variances(count);
    for (Index k = 0; k < count; ++k) {
        // What numbers without any meaning would explain is taken off.
        const double square = withTarget[k] * withTarget[k];
        const double left = static_cast<double>(target.size() - 1 - freedomOf(k));
        const double beyondChance =
            left > 0.0 ? 1.0 - (1.0 - square) * static_cast<double>(target.size() - 1) / left : 0.0;
        variances[k] =
            square > 0.0 ? adjusted[k] * adjusted[k] * std::max(0.0, beyondChance) / square : 0.0;
    }
    const double sum = variances.sum();
    return sum > 0.0 ? Eigen::ArrayXd(variances / sum) : variances;
}

std::vector<SimulatedInput> Drivers::find(const std::vector<double>& values, int threads) const
{
    std::vector<SimulatedInput> found;
    for (const VariedInput& input : m_draws.inputs())
        found.push_back({input.id});
    if (m_deckCount > 0)
        found.push_back({"active_deck"});
    if (m_draws.priceYears() > 0)
        found.push_back({"price_process"});

    std::vector<Index> trials;
    const Index kept = std::min(m_drawn.rows(), static_cast<Index>(values.size()));
    for (Index i = 0; i < kept; ++i)
        if (!isUndefined(values[static_cast<std::size_t>(i)]))
            trials.push_back(i);
    if (trials.size() < 2)
        return found;
    const Eigen::ArrayXd target =
        Eigen::Map<const Eigen::ArrayXd>(values.data(), static_cast<Index>(values.size()))(trials);
    const Columns columns = quantities(trials, target);
    const Eigen::ArrayXf single = target.cast<float>();
    const Eigen::ArrayXd shares = variances(columns, target);

    const std::vector<float> targetRanks =
        ranksOf({single.data(), static_cast<std::size_t>(single.size())});
    std::atomic<Index> next {0};
    const auto rank = [&](int) {
        for (Index k = next++; k < columns.cols(); k = next++)
            found[static_cast<std::size_t>(k)].rankCorrelation =
                correlationOf(ranksOf(spanOf(columns, k)), targetRanks);
    };
    runOnThreads(std::min<int>(threads, static_cast<int>(columns.cols())), rank);
    for (std::size_t k = 0; k < found.size(); ++k)
        found[k].varianceShare = shares[static_cast<Index>(k)];
    return found;
}

}
