#include "core/report/JsonText.h"
#include "core/report/analysis/TwinTornadoReport.h"
#include "tests/core/report/ReportTest.h"

#include <QTest>

using namespace core;

class TestTwinTornadoReport : public QObject {
    Q_OBJECT

private slots:
    void jsonAddsToThatOfATornado();
    void textMarksRanksAndTurns_data();
    void textMarksRanksAndTurns();
    void textExplainsOnlyMarksThatThereAre();
    void textCountsTrialsWithoutFigure();
};

namespace {

TwinTornado sample()
{
    TwinTornado twin;
    twin.atBase = 5e6;
    twin.trials = 10'000;
    const auto add = [&twin](const char* input, double swing, double share, int rank) {
        TwinBar bar;
        bar.bar.range.input.id = input;
        bar.bar.range.low = 0.8;
        bar.bar.range.base = 1.0;
        bar.bar.range.high = 1.25;
        bar.bar.atLow = 5e6 - swing / 2.0;
        bar.bar.atHigh = 5e6 + swing / 2.0;
        bar.bar.swing = swing;
        bar.varianceShare = share;
        bar.swingRank = static_cast<int>(twin.bars.size()) + 1;
        bar.varianceRank = rank;
        twin.bars.push_back(bar);
    };
    add("levers.price", 8e6, 0.25, 2);
    add("levers.opex", 6e6, 0.7, 1);
    add("levers.capex", 1e6, 0.05, 3);
    twin.bars[0].isRankDifferent = twin.bars[1].isRankDifferent = true;
    twin.bars[1].bar.isMonotonic = false;
    return twin;
}

QString textOf(const TwinTornado& twin)
{
    QString text = QString::fromStdString(twinTornadoText(twin, defaultProject(), {}));
    return text.replace(QChar(0xA0), QLatin1Char(' '));
}

}

void TestTwinTornadoReport::jsonAddsToThatOfATornado()
{
    const Json bars = Json::parse(twinTornadoJson(sample()));
    QCOMPARE(bars.size(), std::size_t {3});
    const Json& bar = bars[1];
    QCOMPARE(bar["input"].get<std::string>(), std::string("levers.opex"));
    QCOMPARE(bar["low"].get<double>(), 0.8);
    QCOMPARE(bar["at_base"].get<double>(), 5e6);
    QCOMPARE(bar["swing"].get<double>(), 6e6);
    QCOMPARE(bar["variance_share"].get<double>(), 0.7);
    QCOMPARE(bar["swing_rank"].get<int>(), 2);
    QCOMPARE(bar["variance_rank"].get<int>(), 1);
    QCOMPARE(bar["rank_differs"].get<bool>(), true);
    QCOMPARE(bar["monotonic"].get<bool>(), false);
}

void TestTwinTornadoReport::textMarksRanksAndTurns_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("line"); // with single spaces
    QTest::newRow("another rank") << "levers.price"
                                  << "0.8 1 1.25 8.00 25.0 % 1, 2 ≠ typed";
    QTest::newRow("and turning back") << "levers.opex"
                                      << "0.8 1 1.25 6.00 70.0 % 2, 1 ≠* typed";
    QTest::newRow("neither") << "levers.capex"
                             << "0.8 1 1.25 1.00 5.0 % 3, 3 typed";
}

void TestTwinTornadoReport::textMarksRanksAndTurns()
{
    QFETCH(QString, start);
    QFETCH(QString, line);
    const QStringList lines = textOf(sample()).split(QLatin1Char('\n')).filter(start);
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines[0].simplified().startsWith(start + " " + line), qPrintable(lines[0]));
}

void TestTwinTornadoReport::textExplainsOnlyMarksThatThereAre()
{
    TwinTornado twin = sample();
    QVERIFY(textOf(twin).contains(QStringLiteral("\n≠ Its rank by swing")));
    QVERIFY(textOf(twin).contains(QStringLiteral("\n* The figure does not rise or fall")));
    for (TwinBar& bar : twin.bars) {
        bar.isRankDifferent = false;
        bar.bar.isMonotonic = true;
    }
    QVERIFY(!textOf(twin).contains(QStringLiteral("≠")));
    QVERIFY(!textOf(twin).contains(QStringLiteral("*")));
    QVERIFY(textOf(twin).contains(QStringLiteral("10,000 trials")));
}

void TestTwinTornadoReport::textCountsTrialsWithoutFigure()
{
    TwinTornado twin = sample();
    twin.undefined = 1234;
    QVERIFY(textOf(twin).contains(QStringLiteral("There is no figure in 1,234 of the trials.")));
}

QTEST_APPLESS_MAIN(TestTwinTornadoReport)
#include "tst_twintornadoreport.moc"
