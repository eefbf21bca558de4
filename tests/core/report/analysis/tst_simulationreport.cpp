#include "core/engine/TapeArithmetic.h"
#include "core/project/DefaultProject.h"
#include "core/report/JsonText.h"
#include "core/report/analysis/SimulationReport.h"

#include <QTest>

using namespace core;

class TestSimulationReport : public QObject {
    Q_OBJECT

private slots:
    void jsonHasEveryFigureWithAllDigits();
    void jsonOfARunWithoutFigures();
    void textSaysWhatMatters_data();
    void textSaysWhatMatters();
};

namespace {

SimulationResult someResult()
{
    SimulationResult result;
    result.simulation = {1000, 7, Sampling::sobol};
    result.trials = 4;
    result.values = {-10e6, 30e6, 10e6, -5e6};
    result.sorted = {-10e6, -5e6, 10e6, 30e6};
    result.irr = {undefinedFigure, 0.3, 0.1, undefinedFigure};
    result.mean = 6.25e6;
    result.standardError = 9e6;
    result.standardDeviation = 18e6;
    result.smallest = -10e6;
    result.largest = 30e6;
    result.probabilityOfLoss = 0.5;
    result.conditionalValueAtRisk = -10e6;
    result.irrMean = 0.2;
    result.irrNone = 2;
    result.inputs = {{"levers.opex", -0.25, 0.125, 0}, {"market.oecd_share", 0.5, 0.25, 12},
        {"active_deck", 0.75, 0.5, 0}, {"price_process", 0.1, 0.125, 0}};
    result.convergence = {{2, 10e6, 20e6}, {4, 6.25e6, 9e6}};
    result.time = std::chrono::milliseconds(1500);
    return result;
}

}

void TestSimulationReport::jsonHasEveryFigureWithAllDigits()
{
    const SimulationResult result = someResult();
    const Json expected = {{"metric", "npv"}, {"trials", 4}, {"seed", 7}, {"mean", 6.25e6},
        {"standard_error", 9e6}, {"standard_deviation", 18e6},
        {"percentiles",
            {{"p05", result.percentile(0.05)}, {"p10", result.percentile(0.1)}, {"p50", 2.5e6},
                {"p90", result.percentile(0.9)}, {"p95", result.percentile(0.95)}}},
        {"probability_of_loss", 0.5}, {"conditional_value_at_risk", -10e6},
        {"irr", {{"mean", 0.2}, {"none", 2}}},
        {"inputs",
            {{{"input", "levers.opex"}, {"rank_correlation", -0.25}, {"variance_share", 0.125}},
                {{"input", "market.oecd_share"}, {"rank_correlation", 0.5},
                    {"variance_share", 0.25}},
                {{"input", "active_deck"}, {"rank_correlation", 0.75}, {"variance_share", 0.5}},
                {{"input", "price_process"}, {"rank_correlation", 0.1},
                    {"variance_share", 0.125}}}},
        {"seconds", 1.5}};
    QCOMPARE(
        QString::fromStdString(simulationJson(result)), QString::fromStdString(jsonText(expected)));
}

void TestSimulationReport::jsonOfARunWithoutFigures()
{
    SimulationResult result = someResult();
    result.sorted.clear();
    result.mean = undefinedFigure;
    result.irrMean.reset();
    const Json document = Json::parse(simulationJson(result));
    QVERIFY(document["mean"].is_null());
    QVERIFY(document["percentiles"]["p50"].is_null());
    QVERIFY(document["irr"]["mean"].is_null());
}

void TestSimulationReport::textSaysWhatMatters_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("what was done")
        << "Net present value, USD million; 4 trials, Sobol sampling, seed 7";
    QTest::newRow("that it was stopped") << "Stopped before all 1,000 trials were done.";
    QTest::newRow("the mean") << "Mean 6.25";
    QTest::newRow("how sure it is") << "standard error 9.00";
    QTest::newRow("the median") << "50 % of trials are at most 2.50";
    QTest::newRow("the worst") << "Mean of the lowest 5 % −10.00";
    QTest::newRow("losses") << "Probability of a negative NPV 50.0 %";
    QTest::newRow("rates of return") << "Mean rate of return 20.0 %";
    QTest::newRow("trials without a rate") << "trials without one 2";
    QTest::newRow("the largest driver, which comes first") << "active_deck 50.0 % 0.75";
    QTest::newRow("draws that were held") << "market.oecd_share 25.0 % 0.50 12";
    QTest::newRow("convergence") << "4 6.25 9.00";
}

void TestSimulationReport::textSaysWhatMatters()
{
    QFETCH(QString, line);
    QString text = QString::fromStdString(simulationText(someResult(), defaultProject()));
    text = text.replace(u'\u00A0', u' ').simplified();
    QVERIFY2(text.contains(line), qPrintable(text));
}

QTEST_APPLESS_MAIN(TestSimulationReport)
#include "tst_simulationreport.moc"
