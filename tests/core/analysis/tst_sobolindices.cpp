#include "core/analysis/SobolIndices.h"
#include "core/engine/TapeArithmetic.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace core;

namespace {

using Numbers = std::vector<double>;

SobolIndices indicesOf(
    int dimension, int samples, const std::function<double(const double* point)>& function)
{
    return sobolIndices(std::vector<int>(static_cast<std::size_t>(dimension), 1), samples,
        [&](std::span<const double> points) {
            Numbers values;
            for (std::size_t p = 0; p < points.size(); p += static_cast<std::size_t>(dimension))
                values.push_back(function(&points[p]));
            return values;
        });
}

double product(const double* u)
{
    return u[0] * u[1];
}

}

class TestSobolIndices : public QObject {
    Q_OBJECT

private slots:
    void numbersThatOnlyActTogetherHaveNoFirstOrder();
    void errorFallsWithSamples();
    void groupsCountAsOne();
    void pointsAreBetweenTheEnds();
    void constantsHaveNoIndices();
    void samplesWithoutValueAreLeftOut();
    void stopsWhenNothingComes();
    void sameSamplesGiveSameIndices();
};

// (u - 1/2)(v - 1/2)
void TestSobolIndices::numbersThatOnlyActTogetherHaveNoFirstOrder()
{
    const SobolIndices indices =
        indicesOf(2, 4096, [](const double* u) { return (u[0] - 0.5) * (u[1] - 0.5); });
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(std::abs(indices.firstOrder[i]) < 0.002);
        QVERIFY(std::abs(indices.total[i] - 1.0) < 0.002);
    }
    QVERIFY(std::abs(indices.variance - 1.0 / 144.0) < 1e-5);
}

// u·v has the variance 7/144, of which each brings 3/7 alone and 4/7 in all.
void TestSobolIndices::errorFallsWithSamples()
{
    const auto error = [](int samples) {
        const SobolIndices indices = indicesOf(2, samples, product);
        return std::max({std::abs(indices.firstOrder[0] - 3.0 / 7.0),
            std::abs(indices.firstOrder[1] - 3.0 / 7.0), std::abs(indices.total[0] - 4.0 / 7.0),
            std::abs(indices.total[1] - 4.0 / 7.0)});
    };
    QVERIFY(error(256) < 0.05);
    QVERIFY(error(16384) < 0.001); // random points would have an error of 0.01
}

// u + v + 2w: u and v bring 1/6 each.
void TestSobolIndices::groupsCountAsOne()
{
    const SobolIndices indices = sobolIndices({2, 1}, 4096, [](std::span<const double> points) {
        Numbers values;
        for (std::size_t p = 0; p < points.size(); p += 3)
            values.push_back(points[p] + points[p + 1] + 2.0 * points[p + 2]);
        return values;
    });
    QCOMPARE(indices.total.size(), std::size_t {2});
    QVERIFY(std::abs(indices.firstOrder[0] - 1.0 / 3.0) < 0.002);
    QVERIFY(std::abs(indices.total[0] - 1.0 / 3.0) < 0.002);
    QVERIFY(std::abs(indices.total[1] - 2.0 / 3.0) < 0.002);
}

void TestSobolIndices::pointsAreBetweenTheEnds()
{
    int points = 0;
    bool areInside = true;
    indicesOf(3, 10'000, [&](const double* u) {
        ++points;
        areInside = areInside && std::all_of(u, u + 3,
                                     [](double number) { return number > 0.0 && number < 1.0; });
        return u[0];
    });
    QCOMPARE(points, 10'000 * 5);
    QVERIFY(areInside);
}

void TestSobolIndices::constantsHaveNoIndices()
{
    const SobolIndices indices = indicesOf(2, 64, [](const double*) { return 3.0; });
    QCOMPARE(indices.mean, 3.0);
    QCOMPARE(indices.variance, 0.0);
    QCOMPARE(indices.firstOrder, (Numbers {0.0, 0.0}));
    QCOMPARE(indices.total, (Numbers {0.0, 0.0}));
}

void TestSobolIndices::samplesWithoutValueAreLeftOut()
{
    const SobolIndices indices = indicesOf(
        2, 4096, [](const double* u) { return u[0] < 0.1 ? undefinedFigure : product(u); });
    QVERIFY(indices.samples > 3000 && indices.samples < 3600); // both of two numbers: 0.81
    QVERIFY(std::isfinite(indices.mean));
    QVERIFY(indices.firstOrder[1] > 0.3);
    const SobolIndices none = indicesOf(1, 64, [](const double*) { return undefinedFigure; });
    QCOMPARE(none.samples, std::size_t {0});
    QCOMPARE(none.total, Numbers {0.0});
}

void TestSobolIndices::stopsWhenNothingComes()
{
    int calls = 0;
    const SobolIndices indices = sobolIndices({1}, 1 << 20, [&](std::span<const double> points) {
        return ++calls > 2 ? Numbers() : Numbers(points.begin(), points.end());
    });
    QCOMPARE(calls, 3);
    QVERIFY(indices.samples > 0 && indices.samples < (1 << 15));
    QVERIFY(std::abs(indices.total[0] - 1.0) < 0.01);
}

void TestSobolIndices::sameSamplesGiveSameIndices()
{
    QVERIFY(indicesOf(2, 1000, product) == indicesOf(2, 1000, product));
}

QTEST_APPLESS_MAIN(TestSobolIndices)
#include "tst_sobolindices.moc"
