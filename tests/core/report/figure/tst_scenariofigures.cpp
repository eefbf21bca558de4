#include "core/project/DefaultProject.h"
#include "core/report/figure/ScenarioFigures.h"

#include <QTest>

using namespace core;

class TestScenarioFigures : public QObject {
    Q_OBJECT

private slots:
    void barsAreByTheirSignWhereZeroPartsGainFromLoss_data();
    void barsAreByTheirSignWhereZeroPartsGainFromLoss();
};

void TestScenarioFigures::barsAreByTheirSignWhereZeroPartsGainFromLoss_data()
{
    QTest::addColumn<Metric>("metric");
    QTest::addColumn<bool>("isGainOrLoss");
    QTest::newRow("NPV") << Metric::npv << true;
    QTest::newRow("NPV of the owners") << Metric::npvEquity << true;
    QTest::newRow("payback") << Metric::payback << false;
    QTest::newRow("cash cost") << Metric::cashCost << false;
    QTest::newRow("break-even price") << Metric::breakEvenPrice << false;
    QTest::newRow("funding") << Metric::peakFunding << false;
    QTest::newRow("return") << Metric::irr << false;
}

void TestScenarioFigures::barsAreByTheirSignWhereZeroPartsGainFromLoss()
{
    QFETCH(Metric, metric);
    QFETCH(bool, isGainOrLoss);
    const std::shared_ptr<const Evaluation> plan = *Evaluation::of(defaultProject());
    const Figure figure =
        scenariosFigure(*plan, scenarioResults(*plan), {Target::Kind::metric, metric}, {});
    QVERIFY(!figure.bars.empty());
    const FigureInk expected {isGainOrLoss ? FigureInk::Role::bySign : FigureInk::Role::series};
    for (const FigureBar& bar : figure.bars)
        QCOMPARE(bar.ink, bar.id == "weighted" ? FigureInk {FigureInk::Role::total} : expected);
}

QTEST_GUILESS_MAIN(TestScenarioFigures)
#include "tst_scenariofigures.moc"
