#include "core/analysis/Correlations.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace core {

namespace {

using Matrix = Eigen::MatrixXd;
using Solver = Eigen::SelfAdjointEigenSolver<Matrix>;

constexpr double rounding = 1e-10; // of eigenvalues that are 0
constexpr double decimals = 1000.0;

Eigen::Index placeOf(const Analysis& analysis, const std::string& input)
{
    const auto found = std::find_if(analysis.uncertainties.begin(), analysis.uncertainties.end(),
        [&input](const Uncertainty& uncertainty) { return uncertainty.input == input; });
    return found - analysis.uncertainties.begin();
}

double smallestEigenvalue(const Matrix& correlations)
{
    return correlations.size() == 0
               ? 1.0
               : Solver(correlations, Eigen::EigenvaluesOnly).eigenvalues().minCoeff();
}

Matrix withoutNegativePart(const Matrix& symmetric)
{
    const Solver solver(symmetric);
    const Eigen::VectorXd kept = solver.eigenvalues().cwiseMax(0.0);
    return solver.eigenvectors() * kept.asDiagonal() * solver.eigenvectors().transpose();
}

// Higham (2002), Computing the nearest correlation matrix: projections in turn onto the matrices
// without negative eigenvalues and those with ones on the diagonal, with Dykstra's correction of
// the first.
Matrix nearestCorrelationMatrix(const Matrix& symmetric)
{
    constexpr int mostRounds = 1000;
    constexpr double closeEnough = 1e-9;
    Matrix nearest = symmetric;
    Matrix correction = Matrix::Zero(symmetric.rows(), symmetric.cols());
    for (int round = 0; round < mostRounds; ++round) {
        const Matrix before = nearest;
        const Matrix corrected = nearest - correction;
        const Matrix projected = withoutNegativePart(corrected);
        correction = projected - corrected;
        nearest = projected;
        nearest.diagonal().setOnes();
        if ((nearest - before).norm() < closeEnough)
            break;
    }
    return nearest;
}

// What is left of negative eigenvalues goes when all correlations are a little smaller.
Matrix madePossible(Matrix rankCorrelations)
{
    const Matrix independent = Matrix::Identity(rankCorrelations.rows(), rankCorrelations.cols());
    constexpr double step = 1e-4;
    const Matrix wanted = rankCorrelations;
    for (int round = 1; !isPossible(rankCorrelations); ++round) {
        const double part = std::min(1.0, step * round);
        rankCorrelations = (1.0 - part) * wanted + part * independent;
    }
    return rankCorrelations;
}

}

Matrix rankCorrelationMatrix(const Analysis& analysis)
{
    const Eigen::Index count = static_cast<Eigen::Index>(analysis.uncertainties.size());
    Matrix matrix = Matrix::Identity(count, count);
    for (const Correlation& correlation : analysis.correlations) {
        const Eigen::Index a = placeOf(analysis, correlation.a);
        const Eigen::Index b = placeOf(analysis, correlation.b);
        if (a < count && b < count)
            matrix(a, b) = matrix(b, a) = correlation.rank;
    }
    return matrix;
}

Matrix normalCorrelations(const Matrix& rankCorrelations)
{
    return rankCorrelations.unaryExpr([](double rank) {
        return std::abs(rank) == 1.0 ? rank : 2.0 * std::sin(std::numbers::pi * rank / 6.0);
    });
}

Matrix rankCorrelationsOf(const Matrix& normalCorrelations)
{
    return normalCorrelations.unaryExpr([](double correlation) {
        return 6.0 / std::numbers::pi * std::asin(std::clamp(correlation, -1.0, 1.0) / 2.0);
    });
}

bool isPossible(const Matrix& rankCorrelations)
{
    return smallestEigenvalue(normalCorrelations(rankCorrelations)) >= -rounding;
}

Matrix correlationFactor(const Matrix& rankCorrelations)
{
    Matrix correlations = normalCorrelations(rankCorrelations);
    // Inputs that move as one leave an eigenvalue of 0, which rounding may make negative.
    correlations = (1.0 - 2.0 * rounding) * correlations +
                   2.0 * rounding * Matrix::Identity(correlations.rows(), correlations.cols());
    return Eigen::LLT<Matrix>(correlations).matrixL();
}

Matrix nearestPossible(const Matrix& rankCorrelations)
{
    if (isPossible(rankCorrelations))
        return rankCorrelations;
    Matrix nearest =
        rankCorrelationsOf(nearestCorrelationMatrix(normalCorrelations(rankCorrelations)));
    nearest.diagonal().setOnes();
    return madePossible(nearest);
}

std::vector<Correlation> nearestPossible(const Analysis& analysis)
{
    const Matrix wanted = rankCorrelationMatrix(analysis);
    if (isPossible(wanted))
        return analysis.correlations;
    const Matrix nearest = nearestPossible(wanted);
    // Rounding towards zero, and a little further where that is not enough.
    Matrix rounded;
    double part = 1.0;
    do {
        rounded = (part * decimals * nearest).unaryExpr([](double scaled) {
            return std::trunc(scaled) / decimals;
        });
        rounded.diagonal().setOnes();
        part -= 1.0 / decimals;
    } while (!isPossible(rounded));

    std::vector<Correlation> correlations;
    for (Correlation correlation : analysis.correlations) {
        const Eigen::Index a = placeOf(analysis, correlation.a);
        const Eigen::Index b = placeOf(analysis, correlation.b);
        if (a < rounded.rows() && b < rounded.rows()) {
            correlation.rank = rounded(a, b);
            rounded(a, b) = rounded(b, a) = 0.0;
        }
        correlations.push_back(std::move(correlation));
    }
    for (Eigen::Index a = 0; a < rounded.rows(); ++a)
        for (Eigen::Index b = a + 1; b < rounded.rows(); ++b)
            if (rounded(a, b) != 0.0)
                correlations.push_back({analysis.uncertainties[static_cast<std::size_t>(a)].input,
                    analysis.uncertainties[static_cast<std::size_t>(b)].input, rounded(a, b)});
    return correlations;
}

std::vector<Correlation> conflicting(const Analysis& analysis)
{
    const Matrix wanted = rankCorrelationMatrix(analysis);
    if (isPossible(wanted))
        return {};
    // Along the direction of the most negative eigenvalue, v'Rv is negative: the correlations whose
    // terms bring it there are at fault.
    const Solver solver(normalCorrelations(wanted));
    const Eigen::VectorXd direction = solver.eigenvectors().col(0);
    const Matrix terms = (direction * direction.transpose()).cwiseProduct(wanted);
    double strongest = 0.0;
    for (const Correlation& correlation : analysis.correlations)
        strongest = std::min(
            strongest, terms(placeOf(analysis, correlation.a), placeOf(analysis, correlation.b)));
    constexpr double counts = 0.1; // of the strongest
    std::vector<Correlation> found;
    for (const Correlation& correlation : analysis.correlations)
        if (terms(placeOf(analysis, correlation.a), placeOf(analysis, correlation.b)) <
            counts * strongest)
            found.push_back(correlation);
    return found;
}

}
