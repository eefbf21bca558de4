#include "ui/figures/AxisScale.h"

#include <QTest>

#include <cmath>
#include <limits>

class TestAxisScale : public QObject {
    Q_OBJECT

private slots:
    void valuesAreRound_data();
    void valuesAreRound();
    void everyRangeHasFourToSixValues();
    void extremeRangesAreNamed_data();
    void extremeRangesAreNamed();
    void noValuesWhereAStepIsLost_data();
    void noValuesWhereAStepIsLost();
    void axesThatEndWithTheDataHaveFourValues_data();
    void axesThatEndWithTheDataHaveFourValues();
    void roundSteps_data();
    void roundSteps();
    void years_data();
    void years();
};

void TestAxisScale::valuesAreRound_data()
{
    QTest::addColumn<double>("smallest");
    QTest::addColumn<double>("largest");
    QTest::addColumn<QVector<double>>("values");
    QTest::newRow("from zero to a round value")
        << 0.0 << 10.0 << QVector<double> {0, 2, 4, 6, 8, 10};
    QTest::newRow("cumulative cash flow")
        << -60.0 << 165.0 << QVector<double> {-50, 0, 50, 100, 150};
    QTest::newRow("prices") << 0.0 << 1854.0 << QVector<double> {0, 500, 1000, 1500};
    QTest::newRow("all negative") << -84.0 << 0.0 << QVector<double> {-80, -60, -40, -20, 0};
    QTest::newRow("a thousandth") << 0.0 << 0.001
                                  << QVector<double> {0, 0.0002, 0.0004, 0.0006, 0.0008, 0.001};
    QTest::newRow("nothing at all") << 0.0 << 0.0 << QVector<double> {0, 0.5, 1};
    QTest::newRow("less than can be named") << -1e-12 << 1e-12 << QVector<double> {0, 0.5, 1};
}

void TestAxisScale::valuesAreRound()
{
    QFETCH(double, smallest);
    QFETCH(double, largest);
    QFETCH(QVector<double>, values);
    const std::vector<double> named = ui::axisScale(smallest, largest).values();
    QCOMPARE(named.size(), static_cast<std::size_t>(values.size()));
    for (std::size_t i = 0; i < named.size(); ++i)
        QVERIFY(
            std::abs(named[i] - values[static_cast<qsizetype>(i)]) <= 1e-12 * std::abs(named[i]));
}

void TestAxisScale::everyRangeHasFourToSixValues()
{
    for (int exponent = -6; exponent <= 6; ++exponent)
        for (int low = 0; low <= 100; ++low)
            for (int high = 1; high <= 100; ++high) {
                const double unit = std::pow(10.0, exponent) * 1.01;
                const ui::AxisScale scale = ui::axisScale(-low * unit, high * unit);
                const std::size_t count = scale.values().size();
                QVERIFY2(count >= 4 && count <= 6, qPrintable(QStringLiteral("%1 … %2: %3 values")
                                                                  .arg(-low * unit)
                                                                  .arg(high * unit)
                                                                  .arg(count)));
                QVERIFY(scale.first <= -low * unit * (1 - 1e-9) + 1e-300);
                QVERIFY(scale.last >= high * unit * (1 - 1e-9));
            }
}

void TestAxisScale::extremeRangesAreNamed_data()
{
    constexpr double denormal = std::numeric_limits<double>::denorm_min();
    constexpr double greatest = std::numeric_limits<double>::max();
    QTest::addColumn<double>("smallest");
    QTest::addColumn<double>("largest");
    QTest::newRow("next to each other") << 1e9 << std::nextafter(1e9, 2e9);
    QTest::newRow("close together, far out") << 1e17 << 1e17 + 32.0;
    QTest::newRow("close together, far below") << -1e17 - 32.0 << -1e17;
    QTest::newRow("a millionth at a billion") << 1e9 << 1e9 + 1e-6;
    QTest::newRow("the least that is named") << 0.0 << 1e-9;
    QTest::newRow("from nothing to the smallest number") << 0.0 << denormal;
    QTest::newRow("between the smallest numbers") << -denormal << 7.0 * denormal;
    QTest::newRow("from the smallest number to one") << denormal << 1.0;
    QTest::newRow("all numbers") << -greatest << greatest;
    QTest::newRow("the greatest number") << greatest << greatest;
}

void TestAxisScale::extremeRangesAreNamed()
{
    QFETCH(double, smallest);
    QFETCH(double, largest);
    const ui::AxisScale scale = ui::axisScale(smallest, largest);
    QVERIFY(std::isfinite(scale.first) && std::isfinite(scale.last) && scale.first < scale.last);
    const std::vector<double> values = scale.values();
    QVERIFY2(values.size() >= 3 && values.size() <= 6,
        qPrintable(QStringLiteral("%1 values").arg(values.size())));
    for (std::size_t i = 1; i < values.size(); ++i)
        QVERIFY(values[i] > values[i - 1]);
    QVERIFY(scale.decimals() >= 0 && scale.decimals() <= 9);
}

void TestAxisScale::noValuesWhereAStepIsLost_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::newRow("in a sum") << 1e17 << 1e17 + 32.0;
    QTest::newRow("where there is no range") << 5.0 << 5.0;
    QTest::newRow("below the smallest number")
        << 1.0 << 1.0 + std::numeric_limits<double>::epsilon();
}

void TestAxisScale::noValuesWhereAStepIsLost()
{
    QFETCH(double, first);
    QFETCH(double, last);
    const ui::AxisScale scale {first, last, ui::stepWithin(first, last)};
    QVERIFY(scale.values().size() < 10);
    QVERIFY(scale.decimals() >= 0 && scale.decimals() <= 9);
    QVERIFY((ui::AxisScale {first, last, 0.0}).values().empty());
    QVERIFY((ui::AxisScale {first, last, 1e-320}).values().empty());
}

void TestAxisScale::axesThatEndWithTheDataHaveFourValues_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::addColumn<double>("step");
    QTest::newRow("from 60 to 140") << 60.0 << 140.0 << 20.0;
    QTest::newRow("from 61 to 139") << 61.0 << 139.0 << 10.0;
    QTest::newRow("about zero") << -9.5 << 31.0 << 10.0;
    QTest::newRow("small") << 0.081 << 0.129 << 0.01;
}

void TestAxisScale::axesThatEndWithTheDataHaveFourValues()
{
    QFETCH(double, first);
    QFETCH(double, last);
    QTEST(ui::stepWithin(first, last), "step");
    QVERIFY((ui::AxisScale {first, last, ui::stepWithin(first, last)}).values().size() >= 4);
}

void TestAxisScale::roundSteps_data()
{
    QTest::addColumn<double>("atLeast");
    QTest::addColumn<double>("step");
    QTest::newRow("between 5 and 10") << 8.2 << 10.0;
    QTest::newRow("between 2 and 5") << 0.021 << 0.05;
    QTest::newRow("between 1 and 2") << 1.1e6 << 2e6;
    QTest::newRow("round already") << 1000.0 << 1000.0;
    QTest::newRow("round but for its last digit") << 0.1 + 0.2 - 0.2 << 0.1;
}

void TestAxisScale::roundSteps()
{
    QFETCH(double, atLeast);
    QFETCH(double, step);
    QCOMPARE(ui::roundStep(atLeast), step);
}

void TestAxisScale::years_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<int>("most");
    QTest::addColumn<QVector<int>>("named");
    QTest::newRow("every 4th of twenty")
        << 2025 << 2045 << 6 << QVector<int> {2025, 2029, 2033, 2037, 2041, 2045};
    QTest::newRow("round years when there are many")
        << 2017 << 2045 << 7 << QVector<int> {2020, 2025, 2030, 2035, 2040, 2045};
    QTest::newRow("each of a few") << 2030 << 2033 << 6 << QVector<int> {2030, 2031, 2032, 2033};
    QTest::newRow("a single year") << 2030 << 2030 << 6 << QVector<int> {2030};
}

void TestAxisScale::years()
{
    QFETCH(int, first);
    QFETCH(int, last);
    QFETCH(int, most);
    QFETCH(QVector<int>, named);
    const std::vector<int> years = ui::namedYears(first, last, most);
    QCOMPARE(QVector<int>(years.begin(), years.end()), named);
}

QTEST_APPLESS_MAIN(TestAxisScale)
#include "tst_axisscale.moc"
