#include "ui/figures/LabelPlacement.h"

#include <QTest>

class TestLabelPlacement : public QObject {
    Q_OBJECT

private slots:
    void labelsArePushedApart_data();
    void labelsArePushedApart();
};

void TestLabelPlacement::labelsArePushedApart_data()
{
    QTest::addColumn<QVector<double>>("wanted");
    QTest::addColumn<QVector<double>>("placed");
    QTest::newRow("labels with room stay")
        << QVector<double> {20, 60, 40} << QVector<double> {20, 60, 40};
    QTest::newRow("two near ones part evenly")
        << QVector<double> {50, 54} << QVector<double> {44.5, 59.5};
    QTest::newRow("three at one place spread about it")
        << QVector<double> {50, 50, 50} << QVector<double> {35, 50, 65};
    QTest::newRow("a spread group pushes its neighbour")
        << QVector<double> {50, 50, 62} << QVector<double> {39, 54, 69};
    QTest::newRow("the order of lines is kept")
        << QVector<double> {54, 50} << QVector<double> {59.5, 44.5};
    QTest::newRow("nothing leaves the top") << QVector<double> {2, 0} << QVector<double> {15, 0};
    QTest::newRow("nothing leaves the bottom")
        << QVector<double> {100, 99} << QVector<double> {100, 85};
    QTest::newRow("no label") << QVector<double> {} << QVector<double> {};
}

void TestLabelPlacement::labelsArePushedApart()
{
    QFETCH(QVector<double>, wanted);
    QFETCH(QVector<double>, placed);
    const std::vector<double> result =
        ui::pushedApart({wanted.begin(), wanted.end()}, 15.0, 0.0, 100.0);
    QCOMPARE(QVector<double>(result.begin(), result.end()), placed);
}

QTEST_APPLESS_MAIN(TestLabelPlacement)
#include "tst_labelplacement.moc"
