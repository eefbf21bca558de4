#include "core/project/Series.h"

#include <QTest>

using core::Series;

class TestSeries : public QObject {
    Q_OBJECT

private slots:
    void valueOfAYear_data();
    void valueOfAYear();
    void scalingMovesEveryPoint();
    void sumsAreSumsInEveryYear();
    void lastEntryOfAProfileHolds();
};

void TestSeries::valueOfAYear_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<double>("expected");
    QTest::newRow("flat before the first point") << 2020 << 10.0;
    QTest::newRow("at a point") << 2026 << 10.0;
    QTest::newRow("linear between points") << 2029 << 25.0;
    QTest::newRow("at the last point") << 2030 << 30.0;
    QTest::newRow("flat after the last point") << 2050 << 30.0;
}

void TestSeries::valueOfAYear()
{
    QFETCH(int, year);
    QFETCH(double, expected);
    QCOMPARE(Series(Series::Points {{2026, 10.0}, {2030, 30.0}}).at(year), expected);
    QCOMPARE(Series(7.0).at(year), 7.0);
}

void TestSeries::scalingMovesEveryPoint()
{
    Series series(Series::Points {{2026, 10.0}, {2030, 30.0}});
    series.scale(2.0);
    QVERIFY(series == Series(Series::Points {{2026, 20.0}, {2030, 60.0}}));
    Series constant(3.0);
    constant.scale(0.5);
    QVERIFY(constant == Series(1.5));
}

void TestSeries::sumsAreSumsInEveryYear()
{
    const Series a(Series::Points {{2026, 10.0}, {2030, 30.0}});
    const Series b(Series::Points {{2028, 1.0}, {2029, 2.0}});
    const Series sum = core::sumOf(a, b);
    const Series raised = core::sumOf(Series(5.0), a);
    for (int year = 2024; year < 2034; ++year) {
        QCOMPARE(sum.at(year), a.at(year) + b.at(year));
        QCOMPARE(raised.at(year), 5.0 + a.at(year));
    }
    QVERIFY(core::sumOf(Series(5.0), Series(2.0)) == Series(7.0));
}

void TestSeries::lastEntryOfAProfileHolds()
{
    const core::Profile profile {0.1, 0.6, 1.0};
    QCOMPARE(core::profileAt(profile, 1), 0.1);
    QCOMPARE(core::profileAt(profile, 3), 1.0);
    QCOMPARE(core::profileAt(profile, 20), 1.0);
    QCOMPARE(core::profileAt(profile, 0), 0.1);
}

QTEST_APPLESS_MAIN(TestSeries)
#include "tst_series.moc"
