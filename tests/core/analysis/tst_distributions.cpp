#include "core/analysis/Distributions.h"
#include "core/analysis/QuantileTable.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace core;

class TestDistributions : public QObject {
    Q_OBJECT

private slots:
    void moments_data();
    void moments();
    void shapes_data();
    void shapes();
    void aDistributionWithoutWidthIsAPoint_data();
    void aDistributionWithoutWidthIsAPoint();
    void aNormalCutFarFromItsMean();
    void valuesOfADiscreteOne();
    void tables_data();
    void tables();
};

namespace {

Distribution distribution(const char* type, std::map<std::string, double> parameters)
{
    return {type, std::move(parameters), {}, {}};
}

const Distribution pert = distribution("pert", {{"min", 2}, {"mode", 9}, {"max", 10}});
const Distribution risingPert = distribution("pert", {{"min", -1}, {"mode", -1}, {"max", 3}});
const Distribution fallingPert = distribution("pert", {{"min", 0.8}, {"mode", 1}, {"max", 1}});
const Distribution triangular = distribution("triangular", {{"min", 1}, {"mode", 2}, {"max", 5}});
const Distribution uniform = distribution("uniform", {{"min", -2}, {"max", 8}});
const Distribution normal = distribution("normal", {{"mean", 3}, {"standard_deviation", 2}});
const Distribution lognormal =
    distribution("lognormal", {{"mean", 1}, {"standard_deviation", 0.5}});
const Distribution cutNormal = distribution(
    "truncated_normal", {{"mean", 1}, {"standard_deviation", 0.5}, {"min", 0.8}, {"max", 2.5}});
const Distribution discrete {"discrete", {}, {5.0, 1.0, 2.0}, {0.25, 0.5, 0.25}};

Distribution farCut(double low, double high)
{
    return distribution(
        "truncated_normal", {{"mean", 0}, {"standard_deviation", 1}, {"min", low}, {"max", high}});
}

void addShapes()
{
    QTest::addColumn<Distribution>("content");
    QTest::newRow("pert") << pert;
    QTest::newRow("pert that only falls") << risingPert;
    QTest::newRow("pert that only rises") << fallingPert;
    QTest::newRow("triangular") << triangular;
    QTest::newRow("uniform") << uniform;
    QTest::newRow("normal") << normal;
    QTest::newRow("lognormal") << lognormal;
    QTest::newRow("truncated normal") << cutNormal;
    QTest::newRow("normal cut in its upper tail") << farCut(4.0, 6.0);
    QTest::newRow("normal cut in its lower tail") << farCut(-9.0, -5.0);
}

// Of a normal cut at a and b, in standard deviations: Johnson, Kotz, Balakrishnan (1994), 13.10.
double cutMean(double a, double b)
{
    const auto density = [](double z) {
        return std::exp(-z * z / 2.0) / std::sqrt(2.0 * std::numbers::pi);
    };
    const double kept =
        (std::erfc(-b / std::numbers::sqrt2) - std::erfc(-a / std::numbers::sqrt2)) / 2.0;
    return (density(a) - density(b)) / kept;
}

}

Q_DECLARE_METATYPE(core::Distribution)

void TestDistributions::moments_data()
{
    QTest::addColumn<Distribution>("content");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("variance");
    QTest::newRow("uniform: half the sum, a twelfth of the square") << uniform << 3.0 << 100.0 / 12;
    QTest::newRow("triangular: a third of the sum")
        << triangular << 8.0 / 3 << (1 + 4 + 25 - 2 - 5 - 10) / 18.0;
    QTest::newRow("pert: a sixth of min + 4 mode + max") << pert << 8.0 << 6.0 * 2.0 / 7;
    QTest::newRow("normal") << normal << 3.0 << 4.0;
    QTest::newRow("lognormal: of the variable itself") << lognormal << 1.0 << 0.25;
    QTest::newRow("truncated normal")
        << cutNormal << 1.0 + 0.5 * cutMean(-0.4, 3.0)
        << 0.25 * (1.0 - 0.4 * cutMean(-0.4, 3.0) - std::pow(cutMean(-0.4, 3.0), 2) -
                      (3.0 + 0.4) * std::exp(-4.5) / std::sqrt(2.0 * std::numbers::pi) /
                          ((std::erfc(-3.0 / std::numbers::sqrt2) -
                               std::erfc(0.4 / std::numbers::sqrt2)) /
                              2.0));
    QTest::newRow("discrete") << discrete << 2.25 << 0.5 * 1 + 0.25 * 4 + 0.25 * 25 - 2.25 * 2.25;
}

void TestDistributions::moments()
{
    QFETCH(Distribution, content);
    QFETCH(double, mean);
    QFETCH(double, variance);
    const DistributionShape shape(content);
    QVERIFY(std::abs(shape.mean() - mean) < 1e-12);
    QVERIFY(std::abs(shape.standardDeviation() - std::sqrt(variance)) < 1e-12);
}

void TestDistributions::shapes_data()
{
    addShapes();
}

// Quantile, cumulative probability, density and moments say the same.
void TestDistributions::shapes()
{
    QFETCH(Distribution, content);
    const DistributionShape shape(content);
    QVERIFY(!shape.isDiscrete());
    constexpr int steps = 20'000;
    double mean = 0.0;
    double square = 0.0;
    double before = shape.lowest();
    for (int i = 0; i < steps; ++i) {
        const double probability = (i + 0.5) / steps;
        const double value = shape.quantile(probability);
        QVERIFY(value >= before && value <= shape.highest());
        QVERIFY(std::abs(shape.cumulative(value) - probability) < 1e-11);
        mean += value / steps;
        square += value * value / steps;
        before = value;
    }
    const double width = shape.standardDeviation();
    QVERIFY(std::abs(mean - shape.mean()) < 1e-3 * width);
    QVERIFY(std::abs(std::sqrt(square - mean * mean) - width) < 2e-3 * width);
    for (const double probability : {0.1, 0.4, 0.9}) {
        const double value = shape.quantile(probability);
        const double h = 1e-5 * width;
        const double slope =
            (shape.cumulative(value + h) - shape.cumulative(value - h)) / (2.0 * h);
        QVERIFY(std::abs(shape.density(value) / slope - 1.0) < 1e-5);
    }
    if (std::isfinite(shape.lowest())) {
        QCOMPARE(shape.cumulative(shape.lowest() - 1.0), 0.0);
        QCOMPARE(shape.density(shape.lowest() - 1.0), 0.0);
    }
    if (std::isfinite(shape.highest())) {
        QCOMPARE(shape.cumulative(shape.highest() + 1.0), 1.0);
        QCOMPARE(shape.density(shape.highest() + 1.0), 0.0);
    }
}

void TestDistributions::aDistributionWithoutWidthIsAPoint_data()
{
    QTest::addColumn<Distribution>("content");
    QTest::addColumn<double>("point");
    QTest::newRow("uniform") << distribution("uniform", {{"min", 4}, {"max", 4}}) << 4.0;
    QTest::newRow("pert") << distribution("pert", {{"min", 4}, {"mode", 4}, {"max", 4}}) << 4.0;
    QTest::newRow("normal") << distribution("normal", {{"mean", -3}, {"standard_deviation", 0}})
                            << -3.0;
    QTest::newRow("lognormal") << distribution(
                                      "lognormal", {{"mean", 3}, {"standard_deviation", 0}})
                               << 3.0;
    QTest::newRow("truncated normal")
        << distribution(
               "truncated_normal", {{"mean", 3}, {"standard_deviation", 0}, {"min", 4}, {"max", 5}})
        << 4.0;
    QTest::newRow("discrete") << Distribution {"discrete", {}, {1.0, 7.0}, {0.0, 1.0}} << 7.0;
    QTest::newRow("a normal of which nothing is left") << farCut(50.0, 60.0) << 50.0;
}

void TestDistributions::aDistributionWithoutWidthIsAPoint()
{
    QFETCH(Distribution, content);
    QFETCH(double, point);
    const DistributionShape shape(content);
    QVERIFY(shape.isDiscrete());
    QCOMPARE(shape.quantile(0.01), point);
    QCOMPARE(shape.quantile(0.99), point);
    QCOMPARE(shape.mean(), point);
    QCOMPARE(shape.standardDeviation(), 0.0);
    QCOMPARE(shape.density(point), 1.0);
    QCOMPARE(shape.cumulative(point), 1.0);
    QCOMPARE(shape.cumulative(point - 1.0), 0.0);
}

// Beyond eight deviations, where probabilities counted from below have no digits left.
void TestDistributions::aNormalCutFarFromItsMean()
{
    const DistributionShape above(farCut(9.0, 12.0));
    const DistributionShape below(farCut(-12.0, -9.0));
    QVERIFY(above.mean() > 9.1 && above.mean() < 9.12); // 9 + 1/9 or so: the tail is exponential
    QCOMPARE(below.mean(), -above.mean());
    QVERIFY(std::abs(above.quantile(0.5) - (9.0 + std::numbers::ln2 / 9.0)) < 2e-3);
    QVERIFY(std::abs(below.quantile(0.5) + above.quantile(0.5)) < 1e-9);
}

void TestDistributions::valuesOfADiscreteOne()
{
    const DistributionShape shape(discrete);
    QVERIFY(shape.isDiscrete());
    QCOMPARE(shape.quantile(0.49), 1.0);
    QCOMPARE(shape.quantile(0.51), 2.0);
    QCOMPARE(shape.quantile(0.76), 5.0);
    QCOMPARE(shape.cumulative(0.9), 0.0);
    QCOMPARE(shape.cumulative(1.0), 0.5);
    QCOMPARE(shape.cumulative(4.9), 0.75);
    QCOMPARE(shape.density(2.0), 0.25);
    QCOMPARE(shape.density(3.0), 0.0);
    QCOMPARE(shape.lowest(), 1.0);
    QCOMPARE(shape.highest(), 5.0);
}

void TestDistributions::tables_data()
{
    QTest::addColumn<Distribution>("content");
    QTest::addColumn<double>("error"); // in parts of the width
    QTest::newRow("pert") << pert << 1e-8;
    QTest::newRow("pert that only falls") << risingPert << 1e-8;
    QTest::newRow("pert that only rises") << fallingPert << 1e-8;
    QTest::newRow("truncated normal") << cutNormal << 1e-8;
    QTest::newRow("normal cut on one side")
        << distribution("truncated_normal",
               {{"mean", 1}, {"standard_deviation", 0.5}, {"min", 0}, {"max", 99}})
        << 1e-8;
    QTest::newRow("normal cut in its upper tail") << farCut(4.0, 6.0) << 1e-6;
    QTest::newRow("normal cut in its lower tail") << farCut(-9.0, -5.0) << 1e-6;
}

// What drawing reads from a table is the quantile, and never falls.
void TestDistributions::tables()
{
    QFETCH(Distribution, content);
    QFETCH(double, error);
    const DistributionShape shape(content);
    const bool isPert = shape.family() == DistributionShape::Family::pert;
    const QuantileTable table(shape);
    const double start = isPert ? shape.lowest() : shape.centre();
    const double scale = isPert ? shape.highest() - shape.lowest() : shape.spread();
    double before = -std::numeric_limits<double>::infinity();
    double worst = 0.0;
    for (int first = -8000; first < 8000; first += trialsPerBlock) {
        double numbers[trialsPerBlock];
        double values[trialsPerBlock];
        for (int k = 0; k < trialsPerBlock; ++k)
            numbers[k] = (first + k) / 1000.0;
        samplingKernelFor(InstructionSet::baseline)->table(table.table(), numbers, values);
        for (int k = 0; k < trialsPerBlock; ++k) {
            const double value = start + scale * values[k];
            QVERIFY(value >= before - 1e-12 * scale);
            before = value;
            // Closer to 1 a probability has too few digits to compare with.
            if (numbers[k] > 5.0)
                continue;
            const double probability = std::erfc(-numbers[k] / std::numbers::sqrt2) / 2.0;
            worst = std::max(worst, std::abs(value - shape.quantile(probability)));
        }
    }
    QVERIFY2(worst < error * scale, qPrintable(QString::number(worst / scale)));
}

QTEST_APPLESS_MAIN(TestDistributions)
#include "tst_distributions.moc"
