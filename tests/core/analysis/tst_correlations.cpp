#include "core/analysis/Correlations.h"

#include <QTest>

#include <Eigen/Eigenvalues>

#include <cmath>

using namespace core;

class TestCorrelations : public QObject {
    Q_OBJECT

private slots:
    void theMatrixOfAProject();
    void ranksAndNormalNumbersConvertBothWays();
    void inputsThatMoveAsOneArePossible();
    void theNearestMatrix_data();
    void theNearestMatrix();
    void whatIsPossibleStaysAsItIs();
    void theNearestOfAProjectIsRoundedAndPossible();
    void conflictsAreNamed();
};

namespace {

Analysis analysisOf(int inputs, std::vector<Correlation> correlations)
{
    Analysis analysis;
    for (int i = 0; i < inputs; ++i)
        analysis.uncertainties.push_back({std::string(1, static_cast<char>('a' + i)), {}, {}});
    analysis.correlations = std::move(correlations);
    return analysis;
}

Eigen::MatrixXd symmetric(std::initializer_list<double> belowDiagonal)
{
    const double entries = static_cast<double>(belowDiagonal.size());
    const auto count = static_cast<Eigen::Index>((1.0 + std::sqrt(1.0 + 8.0 * entries)) / 2.0);
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(count, count);
    auto next = belowDiagonal.begin();
    for (Eigen::Index i = 1; i < count; ++i)
        for (Eigen::Index j = 0; j < i; ++j)
            matrix(i, j) = matrix(j, i) = *next++;
    return matrix;
}

double smallestEigenvalue(const Eigen::MatrixXd& ranks)
{
    return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(normalCorrelations(ranks))
        .eigenvalues()
        .minCoeff();
}

}

Q_DECLARE_METATYPE(Eigen::MatrixXd)

void TestCorrelations::theMatrixOfAProject()
{
    const Eigen::MatrixXd matrix =
        rankCorrelationMatrix(analysisOf(3, {{"a", "c", -0.5}, {"c", "b", 0.3}}));
    QVERIFY(matrix == symmetric({0.0, -0.5, 0.3}));
}

void TestCorrelations::ranksAndNormalNumbersConvertBothWays()
{
    const Eigen::MatrixXd ranks = symmetric({0.3, -0.7, 1.0, -1.0, 0.0, 0.999});
    QVERIFY((rankCorrelationsOf(normalCorrelations(ranks)) - ranks).cwiseAbs().maxCoeff() < 1e-14);
    QCOMPARE(normalCorrelations(ranks)(2, 1), 1.0);
}

void TestCorrelations::inputsThatMoveAsOneArePossible()
{
    const Eigen::MatrixXd ranks = symmetric({1.0, -1.0, -1.0});
    QVERIFY(isPossible(ranks));
    const Eigen::MatrixXd factor = correlationFactor(ranks);
    QVERIFY((factor * factor.transpose() - ranks).cwiseAbs().maxCoeff() < 1e-9);
    QVERIFY(isPossible(Eigen::MatrixXd(0, 0)));
}

void TestCorrelations::theNearestMatrix_data()
{
    QTest::addColumn<Eigen::MatrixXd>("wanted");
    QTest::newRow("two like each other, the third like one only") << symmetric({0.9, 0.9, -0.9});
    QTest::newRow("all opposite to each other") << symmetric({-0.8, -0.8, -0.8});
    QTest::newRow("one of four against the rest") << symmetric({0.9, 0.9, 0.9, -0.5, -0.6, -0.9});
    QTest::newRow("a little too much") << symmetric({0.7, 0.7, -0.03});
}

// Possible, on the edge of it, and no farther off than matrices around it that are possible.
void TestCorrelations::theNearestMatrix()
{
    QFETCH(Eigen::MatrixXd, wanted);
    QVERIFY(!isPossible(wanted));
    const Eigen::MatrixXd nearest = nearestPossible(wanted);
    QVERIFY(isPossible(nearest));
    QVERIFY(smallestEigenvalue(nearest) < 1e-3);
    QVERIFY((nearest.diagonal().array() == 1.0).all());
    const auto distance = [&wanted](const Eigen::MatrixXd& ranks) {
        return (normalCorrelations(ranks) - normalCorrelations(wanted)).norm();
    };
    const double least = distance(nearest);
    for (int step = 1; step < 64; ++step) {
        // Each pair moved up, down or not, by the digits of the step.
        Eigen::MatrixXd moved = nearest;
        int digits = step;
        for (Eigen::Index i = 1; i < moved.rows(); ++i)
            for (Eigen::Index j = 0; j < i; ++j, digits /= 3)
                moved(i, j) = moved(j, i) =
                    std::clamp(nearest(i, j) + 0.01 * (digits % 3 - 1), -1.0, 1.0);
        if (isPossible(moved))
            QVERIFY(distance(moved) > least - 1e-3);
    }
}

void TestCorrelations::whatIsPossibleStaysAsItIs()
{
    const Eigen::MatrixXd ranks = symmetric({0.5, -0.2, 0.1});
    QVERIFY(nearestPossible(ranks) == ranks);
    const Analysis analysis = analysisOf(3, {{"b", "a", 0.12345}});
    QCOMPARE(nearestPossible(analysis), analysis.correlations);
    QVERIFY(conflicting(analysis).empty());
}

void TestCorrelations::theNearestOfAProjectIsRoundedAndPossible()
{
    Analysis analysis = analysisOf(
        5, {{"a", "b", 0.9}, {"c", "a", 0.9}, {"b", "c", -0.9}, {"d", "a", 0.4}, {"d", "e", 0.0}});
    const std::vector<Correlation> nearest = nearestPossible(analysis);
    QCOMPARE(nearest[1].a, std::string("c"));
    for (const Correlation& correlation : nearest) {
        QVERIFY(std::abs(correlation.rank) <= 1.0);
        QVERIFY(std::abs(correlation.rank * 1000.0 - std::round(correlation.rank * 1000.0)) < 1e-9);
    }
    QVERIFY(nearest[0].rank > 0.3 && nearest[0].rank < 0.9);
    QVERIFY(nearest[2].rank < -0.1 && nearest[2].rank > -0.9);
    analysis.correlations = nearest;
    QVERIFY(isPossible(rankCorrelationMatrix(analysis)));
    QVERIFY(smallestEigenvalue(rankCorrelationMatrix(analysis)) < 0.01);
}

void TestCorrelations::conflictsAreNamed()
{
    const std::vector<Correlation> atFault {{"a", "b", 0.9}, {"a", "c", 0.9}, {"b", "c", -0.9}};
    std::vector<Correlation> all = atFault;
    all.push_back({"d", "e", 0.9});
    QCOMPARE(conflicting(analysisOf(5, all)), atFault);
}

QTEST_APPLESS_MAIN(TestCorrelations)
#include "tst_correlations.moc"
