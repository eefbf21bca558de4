#include "core/analysis/Correlations.h"
#include "core/analysis/Distributions.h"
#include "core/analysis/PriceSteps.h"
#include "core/analysis/Simulation.h"
#include "core/analysis/UnitPoints.h"
#include "tests/support/PlainProject.h"

#include <Eigen/LU>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <set>

using namespace core;

// Published figures of what simulations draw; see tests/data/cases/README-risk.md.
class TestRiskCases : public QObject {
    Q_OBJECT

private slots:
    void distributions();
    void presentValueOfUncertainFlows_data();
    void presentValueOfUncertainFlows();
    void ranksOfNormalNumbers();
    void matrices();
    void sobolPoints();
    void latinHypercube();
    void geometricBrownianMotion();
    void meanReversion();
};

namespace {

QList<QJsonObject> casesOf(const char* name)
{
    QFile file(QStringLiteral(GALVAL_TEST_DATA "/cases/%1.json").arg(QLatin1String(name)));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    QList<QJsonObject> cases;
    for (const QJsonValue& content :
        QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray())
        cases.append(content.toObject());
    Q_ASSERT(!cases.isEmpty());
    return cases;
}

bool isNear(double actual, const QJsonValue& expected, const QJsonObject& content,
    const QString& tolerance = {})
{
    const double wanted = expected.toDouble();
    const double allowed = std::max(content[tolerance + QStringLiteral("abs")].toDouble(),
        content[tolerance + QStringLiteral("rel")].toDouble() * std::abs(wanted));
    // The last digits of closed forms that are printed in full.
    const bool isNear = std::abs(actual - wanted) <= allowed + 1e-14 * std::abs(wanted);
    if (!isNear)
        qWarning("%s: %.12g, not %.12g", qPrintable(content[u"id"].toString()), actual, wanted);
    return isNear;
}

Eigen::MatrixXd matrixOf(const QJsonValue& rows)
{
    const QJsonArray content = rows.toArray();
    Eigen::MatrixXd matrix(content.size(), content.size());
    for (Eigen::Index i = 0; i < matrix.rows(); ++i)
        for (Eigen::Index j = 0; j < matrix.cols(); ++j)
            matrix(i, j) = content[static_cast<int>(i)].toArray()[static_cast<int>(j)].toDouble();
    return matrix;
}

// Point n of some dimensions of a Sobol sequence, without the bits that the seed turns over.
std::vector<std::vector<double>> sobolSequence(int dimensions, int count)
{
    const UnitPoints points({trialsPerBlock, 7, Sampling::sobol}, dimensions);
    std::vector<std::vector<double>> sequence(static_cast<std::size_t>(count));
    for (int dimension = 0; dimension < dimensions; ++dimension) {
        double block[trialsPerBlock];
        points.draw(dimension, 0, block);
        const auto bits = [&block](std::size_t point) {
            return static_cast<std::uint32_t>(std::floor(block[point] * 0x1p32));
        };
        for (std::size_t point = 0; point < sequence.size(); ++point)
            sequence[point].push_back((bits(point) ^ bits(0)) * 0x1p-32);
    }
    return sequence;
}

}

void TestRiskCases::distributions()
{
    for (const QJsonObject& content : casesOf("distributions")) {
        if (!content.contains(u"type"))
            continue;
        Distribution distribution;
        distribution.type = content[u"type"].toString().toStdString();
        const QJsonObject parameters = content[u"parameters"].toObject();
        for (auto at = parameters.begin(); at != parameters.end(); ++at)
            distribution.parameters[at.key().toStdString()] = at->toDouble();
        if (distribution.type == "lognormal")
            distribution.parameters = {{"mean", content[u"mean"].toDouble()},
                {"standard_deviation", std::sqrt(content[u"variance"].toDouble())}};
        const DistributionShape shape(distribution);
        QVERIFY(isNear(shape.mean(), content[u"mean"], content));
        QVERIFY(isNear(std::pow(shape.standardDeviation(), 2), content[u"variance"], content));
        const QJsonObject quantiles = content[u"quantiles"].toObject();
        QVERIFY(quantiles.size() >= 2);
        const QString tolerance =
            content.contains(u"quantiles_abs") ? QStringLiteral("quantiles_") : QString();
        for (auto at = quantiles.begin(); at != quantiles.end(); ++at)
            QVERIFY(isNear(shape.quantile(at.key().toDouble()), *at, content, tolerance));
        if (content.contains(u"alpha")) {
            QVERIFY(isNear(shape.alpha(), content[u"alpha"], content));
            QVERIFY(isNear(shape.beta(), content[u"beta"], content));
        }
        if (content.contains(u"skewness")) {
            const double mean = shape.mean();
            double third = 0.0;
            constexpr int steps = 200'000;
            for (int i = 0; i < steps; ++i)
                third += std::pow(shape.quantile((i + 0.5) / steps) - mean, 3) / steps;
            const double skewness = third / std::pow(shape.standardDeviation(), 3);
            QVERIFY(std::abs(skewness - content[u"skewness"].toDouble()) < 1e-5);
        }
    }
}

void TestRiskCases::presentValueOfUncertainFlows_data()
{
    QTest::addColumn<double>("rank");
    QTest::addColumn<QString>("deviation");
    QTest::newRow("flows that know nothing of each other") << 0.0 << "deviation_independent";
    QTest::newRow("flows that move as one") << 1.0 << "deviation_correlated";
}

// A sure revenue each year, less a cost that is uncertain by as much as the flow.
void TestRiskCases::presentValueOfUncertainFlows()
{
    QFETCH(double, rank);
    QFETCH(QString, deviation);
    const QJsonObject content = casesOf("distributions").front();
    const QJsonArray flows = content[u"expected_cash_flows"].toArray();
    const QJsonArray deviations = content[u"standard_deviations"].toArray();
    QCOMPARE(flows.size(), 6);
    constexpr double revenue = 1000.0;

    Project project = support::plainProject();
    project.timeline.yearsOfOperation = static_cast<int>(flows.size());
    project.production.nameplateKgPerYear = 1.0;
    project.priceDecks[0].prices["metal"] = revenue;
    project.discounting.rate = content[u"rate"].toDouble();
    project.analysis.emplace();
    for (int year = 0; year < flows.size(); ++year) {
        CostLine line;
        line.id = "cost_" + std::to_string(year);
        line.name = line.id;
        line.fixed = revenue - flows[year].toDouble();
        line.fixedProfile.assign(static_cast<std::size_t>(flows.size()), 0.0);
        line.fixedProfile[static_cast<std::size_t>(year)] = 1.0;
        const std::string input = "cost_lines." + line.id + ".fixed";
        Distribution normal {"normal",
            {{"mean", line.fixed}, {"standard_deviation", deviations[year].toDouble()}}, {}, {}};
        for (const Uncertainty& other : project.analysis->uncertainties)
            if (rank != 0.0)
                project.analysis->correlations.push_back({other.input, input, rank});
        project.analysis->uncertainties.push_back({input, UncertaintyMode::set, normal});
        project.costLines.push_back(std::move(line));
    }
    const auto base = *Evaluation::of(project);
    const double mean = content[u"mean"].toDouble();
    QVERIFY(std::abs(*base->metrics(PlantCase::project)[Metric::npv] - mean) <
            content[u"abs"].toDouble());
    SimulationOptions options;
    options.simulation = {1 << 16, 1, Sampling::sobol};
    const auto result = simulate(base, options);
    QVERIFY(result);
    QVERIFY(std::abs((*result)->mean - mean) < 0.01);
    QVERIFY(std::abs((*result)->standardDeviation / content[deviation].toDouble() - 1.0) < 2e-3);
}

void TestRiskCases::ranksOfNormalNumbers()
{
    int checked = 0;
    for (const QJsonObject& content : casesOf("rank_correlation")) {
        if (!content.contains(u"rank"))
            continue;
        const Eigen::MatrixXd correlation =
            Eigen::MatrixXd::Constant(1, 1, content[u"correlation"].toDouble());
        QVERIFY(isNear(rankCorrelationsOf(correlation)(0, 0), content[u"rank"], content));
        QVERIFY(isNear(normalCorrelations(correlation)(0, 0),
            content[u"correlation_for_the_same_rank"], content));
        ++checked;
    }
    QCOMPARE(checked, 3);
}

void TestRiskCases::matrices()
{
    int checked = 0;
    for (const QJsonObject& content : casesOf("rank_correlation")) {
        if (!content.contains(u"correlations"))
            continue;
        const Eigen::MatrixXd correlations = matrixOf(content[u"correlations"]);
        const bool hasFactor = content.contains(u"cholesky_upper");
        QCOMPARE(isPossible(correlations), hasFactor);
        if (hasFactor) {
            const Eigen::MatrixXd factor = correlationFactor(rankCorrelationsOf(correlations));
            const Eigen::MatrixXd expected = matrixOf(content[u"cholesky_upper"]);
            QVERIFY(
                (factor.transpose() - expected).cwiseAbs().maxCoeff() < content[u"abs"].toDouble());
        } else {
            QVERIFY(isNear(correlations.determinant(), content[u"determinant"], content));
            QVERIFY(isPossible(nearestPossible(correlations)));
        }
        ++checked;
    }
    QCOMPARE(checked, 2);
}

void TestRiskCases::sobolPoints()
{
    int checked = 0;
    for (const QJsonObject& content : casesOf("low_discrepancy")) {
        if (!content.contains(u"points"))
            continue;
        const QJsonArray expected = content[u"points"].toArray();
        const int dimensions = static_cast<int>(expected[0].toArray().size());
        const auto points = sobolSequence(dimensions, static_cast<int>(expected.size()));
        for (int point = 0; point < expected.size(); ++point)
            for (int dimension = 0; dimension < dimensions; ++dimension)
                QVERIFY(isNear(
                    points[static_cast<std::size_t>(point)][static_cast<std::size_t>(dimension)],
                    expected[point].toArray()[dimension], content));
        ++checked;
    }
    QCOMPARE(checked, 2);
}

void TestRiskCases::latinHypercube()
{
    const QJsonObject content = casesOf("low_discrepancy").front();
    const int samples = content[u"samples"].toInt();
    const int dimensions = content[u"dimensions"].toInt();
    QVERIFY(samples > 0 && dimensions > 0);
    const UnitPoints points({samples, 3, Sampling::latinHypercube}, dimensions);
    for (int dimension = 0; dimension < dimensions; ++dimension) {
        std::set<int> strata;
        for (int first = 0; first < samples; first += trialsPerBlock) {
            double block[trialsPerBlock];
            points.draw(dimension, first, block);
            for (int k = 0; k < trialsPerBlock && first + k < samples; ++k)
                QVERIFY(strata.insert(static_cast<int>(block[k] * samples)).second);
        }
        QCOMPARE(static_cast<int>(strata.size()), samples);
    }
}

// The price starts at 1 and its drift is the deck's.
void TestRiskCases::geometricBrownianMotion()
{
    int checked = 0;
    for (const QJsonObject& content : casesOf("price_processes")) {
        if (content[u"process"] != QStringLiteral("random_walk"))
            continue;
        const int years = content[u"years"].toInt();
        const PriceSteps steps = priceSteps(
            {PriceProcessType::randomWalk, {}, content[u"volatility"].toDouble()}, years);
        const double variance = steps.variances.back();
        const double mean = content[u"mean"].toDouble();
        const DistributionShape shape({"lognormal",
            {{"mean", mean}, {"standard_deviation", mean * std::sqrt(std::expm1(variance))}}, {},
            {}});
        QVERIFY(isNear(mean * std::exp(-variance / 2.0), content[u"median"], content));
        QVERIFY(isNear(shape.standardDeviation(), content[u"deviation"], content));
        QVERIFY(isNear(shape.quantile(0.1), content[u"p10"], content));
        QVERIFY(isNear(shape.quantile(0.9), content[u"p90"], content));
        ++checked;
    }
    QCOMPARE(checked, 2);
}

void TestRiskCases::meanReversion()
{
    int checked = 0;
    for (const QJsonObject& content : casesOf("price_processes")) {
        if (content[u"process"] != QStringLiteral("mean_reverting"))
            continue;
        // Steps are of a year, so years are counted in steps.
        const double step = content[u"step"].toDouble(1.0);
        const double halfLife = std::log(2.0) / (content[u"speed"].toDouble() * step);
        const double volatility = content[u"volatility"].toDouble() * std::sqrt(step);
        const PriceSteps steps =
            priceSteps({PriceProcessType::meanReverting, halfLife, volatility}, 1000);
        if (content.contains(u"path")) {
            double deviation = content[u"start"].toDouble() - content[u"level"].toDouble();
            const QJsonArray path = content[u"path"].toArray();
            for (int k = 0; k < path.size(); ++k) {
                deviation = steps.persistence * deviation +
                            steps.innovation * content[u"normal_numbers"].toArray()[k].toDouble();
                QVERIFY(isNear(content[u"level"].toDouble() + deviation, path[k], content));
            }
        } else {
            QVERIFY(isNear(halfLife, content[u"half_life_years"], content));
            const QJsonObject variances = content[u"variance_of_logarithm"].toObject();
            for (auto at = variances.begin(); at != variances.end(); ++at)
                QVERIFY(isNear(steps.variances[at.key().toUInt() - 1], *at, content));
            QVERIFY(isNear(
                std::sqrt(steps.variances.back()), content[u"stationary_deviation"], content));
        }
        ++checked;
    }
    QCOMPARE(checked, 3);
}

QTEST_APPLESS_MAIN(TestRiskCases)
#include "tst_riskcases.moc"
