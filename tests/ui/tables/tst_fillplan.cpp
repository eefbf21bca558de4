#include "ui/tables/FillPlan.h"

#include <QTest>

using ui::FillStep;

Q_DECLARE_METATYPE(FillStep)

class TestFillPlan : public QObject {
    Q_OBJECT

private slots:
    void growsOneWay_data();
    void growsOneWay();
    void repeatsTheSource_data();
    void repeatsTheSource();
    void nothingToFill();
};

void TestFillPlan::growsOneWay_data()
{
    QTest::addColumn<QPoint>("cell");
    QTest::addColumn<QRect>("whole");
    // The source is two columns and rows, from column 3 and row 5 on.
    QTest::newRow("inside") << QPoint(4, 5) << QRect(3, 5, 2, 2);
    QTest::newRow("down") << QPoint(3, 9) << QRect(3, 5, 2, 5);
    QTest::newRow("up") << QPoint(4, 2) << QRect(3, 2, 2, 5);
    QTest::newRow("right") << QPoint(7, 6) << QRect(3, 5, 5, 2);
    QTest::newRow("left") << QPoint(0, 6) << QRect(0, 5, 5, 2);
    QTest::newRow("more down than right") << QPoint(6, 9) << QRect(3, 5, 2, 5);
    QTest::newRow("more right than down") << QPoint(9, 8) << QRect(3, 5, 7, 2);
}

void TestFillPlan::growsOneWay()
{
    QFETCH(QPoint, cell);
    QFETCH(QRect, whole);
    QCOMPARE(ui::grownTo(QRect(3, 5, 2, 2), cell), whole);
}

void TestFillPlan::repeatsTheSource_data()
{
    QTest::addColumn<QRect>("source");
    QTest::addColumn<QRect>("whole");
    QTest::addColumn<QList<QPoint>>("from");
    QTest::newRow("one cell down")
        << QRect(1, 1, 1, 1) << QRect(1, 1, 1, 3) << QList<QPoint> {{1, 1}, {1, 1}};
    QTest::newRow("two cells down")
        << QRect(1, 1, 1, 2) << QRect(1, 1, 1, 5) << QList<QPoint> {{1, 1}, {1, 2}, {1, 1}};
    QTest::newRow("two cells up") << QRect(1, 4, 1, 2) << QRect(1, 1, 1, 5)
                                  << QList<QPoint> {{1, 5}, {1, 4}, {1, 5}};
    QTest::newRow("a row to the right")
        << QRect(0, 0, 2, 1) << QRect(0, 0, 4, 1) << QList<QPoint> {{0, 0}, {1, 0}};
    QTest::newRow("a row down") << QRect(0, 0, 2, 1) << QRect(0, 0, 2, 2)
                                << QList<QPoint> {{0, 0}, {1, 0}};
}

void TestFillPlan::repeatsTheSource()
{
    QFETCH(QRect, source);
    QFETCH(QRect, whole);
    QFETCH(QList<QPoint>, from);
    const std::vector<FillStep> steps = ui::fillSteps(source, whole);
    QList<QPoint> sources;
    for (const FillStep& step : steps) {
        sources += step.from;
        QVERIFY(source.contains(step.from));
        QVERIFY(whole.contains(step.to));
        QVERIFY(!source.contains(step.to));
    }
    QCOMPARE(sources, from);
}

void TestFillPlan::nothingToFill()
{
    QVERIFY(ui::fillSteps(QRect(1, 1, 2, 2), QRect(1, 1, 2, 2)).empty());
}

QTEST_GUILESS_MAIN(TestFillPlan)
#include "tst_fillplan.moc"
