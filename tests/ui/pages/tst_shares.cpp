#include "ui/pages/Shares.h"

#include <QTest>

class TestShares : public QObject {
    Q_OBJECT

private slots:
    void restHasNoNoise_data();
    void restHasNoNoise();
};

void TestShares::restHasNoNoise_data()
{
    QTest::addColumn<double>("sum");
    QTest::addColumn<double>("rest");
    QTest::newRow("nothing given") << 0.0 << 1.0;
    QTest::newRow("binary noise") << 0.1 + 0.2 << 0.7;
    QTest::newRow("a third") << 0.333333333333 << 0.666666666667;
    QTest::newRow("all given") << 1.0 << 0.0;
    QTest::newRow("too much") << 1.05 << -0.05;
}

// As equal as a typed number is, so without tolerance.
void TestShares::restHasNoNoise()
{
    QFETCH(double, sum);
    QFETCH(double, rest);
    QVERIFY(ui::restOf(sum) == rest);
}

QTEST_GUILESS_MAIN(TestShares)
#include "tst_shares.moc"
