#include "core/analysis/UnitPoints.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

using namespace core;

// The numbers behind draws, and the loops that make them.
class TestUnitPoints : public QObject {
    Q_OBJECT

private slots:
    void areEvenAndIndependent_data();
    void areEvenAndIndependent();
    void followFromSeedAndPlaceAlone_data();
    void followFromSeedAndPlaceAlone();
    void everyNumberOfTrialsIsStratified();
    void sobolFillsEveryBox();
    void instructionSetsAgree_data();
    void instructionSetsAgree();
    void normalNumbersAreThoseOfTheLibrary_data();
    void normalNumbersAreThoseOfTheLibrary();
    void exponentials();
};

namespace {

std::vector<double> numbersOf(const UnitPoints& points, int dimension, std::int64_t trials)
{
    std::vector<double> numbers;
    for (std::int64_t first = 0; first < trials; first += trialsPerBlock) {
        double block[trialsPerBlock];
        points.draw(dimension, first, block);
        numbers.insert(
            numbers.end(), block, block + std::min<std::int64_t>(trialsPerBlock, trials - first));
    }
    return numbers;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b, std::size_t lag = 0)
{
    double sum = 0.0;
    for (std::size_t i = 0; i + lag < a.size(); ++i)
        sum += (a[i] - 0.5) * (b[i + lag] - 0.5);
    return 12.0 * sum / static_cast<double>(a.size());
}

void addSamplings()
{
    QTest::addColumn<Sampling>("sampling");
    QTest::newRow("random") << Sampling::random;
    QTest::newRow("latin hypercube") << Sampling::latinHypercube;
    QTest::newRow("sobol") << Sampling::sobol;
}

void addSets()
{
    QTest::addColumn<InstructionSet>("set");
    for (const InstructionSet set :
        {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
        if (samplingKernelFor(set))
            QTest::newRow(nameOf(set)) << set;
}

}

Q_DECLARE_METATYPE(core::Sampling)
Q_DECLARE_METATYPE(core::InstructionSet)

void TestUnitPoints::areEvenAndIndependent_data()
{
    addSamplings();
}

// Each of hundreds of figures within five standard deviations of what chance gives.
void TestUnitPoints::areEvenAndIndependent()
{
    QFETCH(Sampling, sampling);
    constexpr int trials = 20'000;
    constexpr int dimensions = 24;
    const double error = 5.0 / std::sqrt(static_cast<double>(trials));
    const UnitPoints points({trials, 11, sampling}, dimensions);
    std::vector<std::vector<double>> drawn;
    for (int dimension = 0; dimension < dimensions; ++dimension) {
        drawn.push_back(numbersOf(points, dimension, trials));
        const std::vector<double>& numbers = drawn.back();
        QVERIFY(std::all_of(numbers.begin(), numbers.end(),
            [](double number) { return number > 0.0 && number < 1.0; }));
        std::vector<double> sorted = numbers;
        std::sort(sorted.begin(), sorted.end());
        for (std::size_t i = 0; i < sorted.size(); ++i) // Kolmogorov's distance
            QVERIFY(std::abs(sorted[i] - (static_cast<double>(i) + 0.5) / trials) < 0.5 * error);
        // Neighbours in a Sobol sequence lie far apart: that is how it fills the box.
        if (sampling != Sampling::sobol)
            for (const std::size_t lag : {1U, 2U, 7U, 64U, 141U, 142U})
                QVERIFY(std::abs(correlation(numbers, numbers, lag)) < error);
    }
    for (std::size_t a = 0; a < drawn.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            QVERIFY(std::abs(correlation(drawn[a], drawn[b])) < error);
}

void TestUnitPoints::followFromSeedAndPlaceAlone_data()
{
    addSamplings();
}

void TestUnitPoints::followFromSeedAndPlaceAlone()
{
    QFETCH(Sampling, sampling);
    const UnitPoints all({1000, 5, sampling}, 8);
    const UnitPoints few({1000, 5, sampling}, 3);
    const UnitPoints other({1000, 6, sampling}, 8);
    const std::vector<double> numbers = numbersOf(all, 2, 1000);
    QCOMPARE(numbersOf(few, 2, 1000), numbers);
    QVERIFY(numbersOf(all, 3, 1000) != numbers);
    const std::vector<double> ofOtherSeed = numbersOf(other, 2, 1000);
    QVERIFY(std::abs(correlation(numbers, ofOtherSeed)) < 0.16 || sampling == Sampling::sobol);
    QVERIFY(ofOtherSeed != numbers);
    double block[trialsPerBlock];
    all.draw(2, 3 * trialsPerBlock, block);
    QVERIFY(std::equal(block, block + trialsPerBlock, numbers.begin() + 3 * trialsPerBlock));
}

void TestUnitPoints::everyNumberOfTrialsIsStratified()
{
    std::vector<int> counts {1000, 4096, 65'537, 999'983, 1'000'000};
    for (int count = 1; count <= 150; ++count)
        counts.push_back(count);
    for (const int count : counts) {
        const UnitPoints points({count, 1, Sampling::latinHypercube}, 2);
        std::vector<double> numbers = numbersOf(points, 1, count);
        std::sort(numbers.begin(), numbers.end());
        for (int i = 0; i < count; ++i)
            QVERIFY2(numbers[static_cast<std::size_t>(i)] * count > i - 1e-6 &&
                         numbers[static_cast<std::size_t>(i)] * count < i + 1 + 1e-6,
                qPrintable(QStringLiteral("%1 of %2").arg(i).arg(count)));
    }
}

// Of 2^2k points of the first two dimensions, one in each of 2^k by 2^k boxes.
void TestUnitPoints::sobolFillsEveryBox()
{
    constexpr int side = 64;
    const UnitPoints points({side * side, 9, Sampling::sobol}, 2);
    const std::vector<double> x = numbersOf(points, 0, side * side);
    const std::vector<double> y = numbersOf(points, 1, side * side);
    std::vector<int> boxes(side * side, 0);
    for (std::size_t i = 0; i < x.size(); ++i)
        ++boxes[static_cast<std::size_t>(std::floor(x[i] * side) * side + std::floor(y[i] * side))];
    QVERIFY(std::all_of(boxes.begin(), boxes.end(), [](int count) { return count == 1; }));
}

void TestUnitPoints::instructionSetsAgree_data()
{
    addSets();
}

void TestUnitPoints::instructionSetsAgree()
{
    QFETCH(InstructionSet, set);
    for (const Sampling sampling : {Sampling::random, Sampling::latinHypercube, Sampling::sobol}) {
        const UnitPoints points({777, 21, sampling}, 4, set);
        const UnitPoints plain({777, 21, sampling}, 4, InstructionSet::baseline);
        for (int dimension = 0; dimension < 4; ++dimension) {
            const std::vector<double> numbers = numbersOf(points, dimension, 777);
            const std::vector<double> expected = numbersOf(plain, dimension, 777);
            for (std::size_t i = 0; i < numbers.size(); ++i)
                QVERIFY(std::abs(numbers[i] - expected[i]) < 1e-15);
        }
    }
}

void TestUnitPoints::normalNumbersAreThoseOfTheLibrary_data()
{
    addSets();
}

void TestUnitPoints::normalNumbersAreThoseOfTheLibrary()
{
    QFETCH(InstructionSet, set);
    std::vector<double> uniform;
    for (int i = 1; i < 64 * 400; ++i)
        uniform.push_back(i / (64.0 * 400));
    for (int bits = 2; bits <= 53; ++bits)
        for (const double number : {std::ldexp(1.0, -bits), 1.0 - std::ldexp(1.0, -bits)})
            uniform.push_back(number);
    uniform.resize((uniform.size() + trialsPerBlock - 1) / trialsPerBlock * trialsPerBlock, 0.5);
    for (std::size_t first = 0; first < uniform.size(); first += trialsPerBlock) {
        double numbers[trialsPerBlock];
        samplingKernelFor(set)->normal(&uniform[first], numbers);
        for (std::size_t k = 0; k < trialsPerBlock; ++k) {
            const double expected = normalQuantileOf(uniform[first + k]);
            QVERIFY(std::abs(std::erfc(-expected / std::numbers::sqrt2) / 2.0 -
                             uniform[first + k]) < 1e-14);
            QVERIFY2(std::abs(numbers[k] - expected) < 1e-11,
                qPrintable(QString::number(uniform[first + k], 'g', 17)));
        }
    }
}

void TestUnitPoints::exponentials()
{
    for (const InstructionSet set :
        {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512}) {
        if (!samplingKernelFor(set))
            continue;
        for (int first = -3200; first < 3200; first += trialsPerBlock) {
            double numbers[trialsPerBlock];
            double values[trialsPerBlock];
            for (int k = 0; k < trialsPerBlock; ++k)
                numbers[k] = (first + k) / 50.0;
            samplingKernelFor(set)->exponential(0.7, -0.1, numbers, values);
            for (int k = 0; k < trialsPerBlock; ++k)
                QVERIFY(std::abs(values[k] / std::exp(0.7 * numbers[k] - 0.1) - 1.0) < 1e-14);
        }
    }
}

QTEST_APPLESS_MAIN(TestUnitPoints)
#include "tst_unitpoints.moc"
