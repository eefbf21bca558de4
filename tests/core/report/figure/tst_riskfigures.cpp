#include "core/project/DefaultProject.h"
#include "core/report/figure/RiskFigures.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

using Role = FigureInk::Role;

std::shared_ptr<const Evaluation> plan()
{
    static const std::shared_ptr<const Evaluation> evaluation = *Evaluation::of(defaultProject());
    return evaluation;
}

// Trials in USD million.
SimulationResult resultOf(std::vector<double> millions, Target target = {})
{
    SimulationResult result;
    result.target = target;
    for (double& value : millions)
        value *= 1e6;
    result.trials = static_cast<std::int64_t>(millions.size());
    result.values = millions;
    std::sort(millions.begin(), millions.end());
    result.sorted = millions;
    return result;
}

// From low to high, evenly.
std::vector<double> evenly(double low, double high, int count)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(low + (high - low) * (i + 0.5) / count);
    return values;
}

double sumOfShares(const Figure& figure)
{
    double sum = 0.0;
    for (const FigureBar& bar : figure.bars)
        sum += *bar.probability;
    return sum;
}

QString titleOf(const Figure& figure)
{
    return QString::fromStdString(english(figure.title)).replace(QChar(0xA0), u' ');
}

QString subtitleOf(const Figure& figure)
{
    return QString::fromStdString(english(figure.subtitle)).replace(QChar(0xA0), u' ');
}

}

class TestRiskFigures : public QObject {
    Q_OBJECT

private slots:
    void binsMeetAtZeroAndHoldAllTrials();
    void fewFarOutAreOnlyCounted();
    void titleSaysWhatIsLikelier_data();
    void titleSaysWhatIsLikelier();
    void otherTargetsHaveOneColour();
    void trialsThatAreAllTheSameMakeOneBin_data();
    void trialsThatAreAllTheSameMakeOneBin();
    void withoutATrialThereIsNoChart();
    void percentilesStandOnTheCumulativeLine();
    void largestShareComesFirst();
    void meanStandsInItsBand();
    void outOfDateIsGreyAtTheSamePlaces();
    void dataNameTheEdges();
    void anyPercentileCanBeMarked();
};

void TestRiskFigures::binsMeetAtZeroAndHoldAllTrials()
{
    const Figure figure = histogramFigure(*plan(), resultOf(evenly(-30.0, 70.0, 2000)));
    QCOMPARE(figure.unit, std::string("USD million"));
    QVERIFY(std::abs(sumOfShares(figure) - 1.0) < 1e-12);
    int parted = 0;
    for (std::size_t i = 0; i < figure.bars.size(); ++i) {
        const FigureBar& bar = figure.bars[i];
        QVERIFY(bar.to > bar.from);
        QVERIFY(bar.to <= 0.0 || bar.from >= 0.0);
        QCOMPARE(bar.ink.role, bar.to <= 0.0 ? Role::negative : Role::positive);
        if (i > 0)
            QCOMPARE(bar.from, figure.bars[i - 1].to);
        parted += bar.from == 0.0;
    }
    QCOMPARE(parted, 1);
    // Of even trials every whole bin holds the same.
    const FigureBar& middle = figure.bars[figure.bars.size() / 2];
    QVERIFY(std::abs(*middle.probability - (middle.to - middle.from) / 100.0) < 1e-3);
}

void TestRiskFigures::fewFarOutAreOnlyCounted()
{
    std::vector<double> values = evenly(-20.0, 20.0, 997);
    values.insert(values.end(), {400.0, 500.0, 600.0});
    const Figure figure = histogramFigure(*plan(), resultOf(values));
    QVERIFY(figure.bars.back().to < 100.0);
    QVERIFY(std::abs(sumOfShares(figure) - 0.997) < 1e-9);
    QVERIFY2(subtitleOf(figure).endsWith(u"0.3 % of trials lie above 20"),
        qPrintable(subtitleOf(figure)));
}

void TestRiskFigures::titleSaysWhatIsLikelier_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("title");
    QTest::newRow("a loss")
        << -60.0 << 40.0
        << u"A loss is likelier than a gain: the chance of a positive NPV is 40 %"_s;
    QTest::newRow("a gain")
        << -40.0 << 60.0
        << u"A gain is likelier than a loss: the chance of a positive NPV is 60 %"_s;
    QTest::newRow("neither")
        << -50.0 << 50.0
        << u"A loss is as likely as a gain: the chance of a positive NPV is 50 %"_s;
    QTest::newRow("hardly a gain")
        << -99.5 << 0.5
        << u"A loss is likelier than a gain: the chance of a positive NPV is < 1 %"_s;
}

void TestRiskFigures::titleSaysWhatIsLikelier()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, title);
    QCOMPARE(titleOf(histogramFigure(*plan(), resultOf(evenly(low, high, 1000)))), title);
}

void TestRiskFigures::otherTargetsHaveOneColour()
{
    SimulationResult result = resultOf(evenly(-0.05, 0.25, 1000));
    result.target = {Target::Kind::metric, Metric::irr};
    for (double& value : result.sorted)
        value /= 1e6;
    const Figure figure = histogramFigure(*plan(), result);
    QCOMPARE(figure.unit, std::string("%"));
    for (const FigureBar& bar : figure.bars)
        QCOMPARE(bar.ink.role, Role::positive);
    QCOMPARE(titleOf(figure), u"IRR lies between −2.0 and 22.0 % in eight of ten trials"_s);
}

void TestRiskFigures::trialsThatAreAllTheSameMakeOneBin_data()
{
    constexpr double digit = std::numeric_limits<double>::epsilon();
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("spread");
    QTest::newRow("to the last digit") << 7.0 << 0.0;
    QTest::newRow("but for their last digit") << 41.3 << 41.3 * digit;
    QTest::newRow("but for their last digit, at a round value") << 7.0 << 7.0 * digit;
    QTest::newRow("but for their last digits, a loss") << -50.0 << 5e3 * digit;
    QTest::newRow("zero") << 0.0 << 0.0;
    QTest::newRow("zero but for rounding") << 0.0 << 1e-16;
    QTest::newRow("zero but for the smallest number")
        << 0.0 << 1e6 * std::numeric_limits<double>::denorm_min();
    QTest::newRow("huge") << 1e20 << 1e20 * digit;
}

void TestRiskFigures::trialsThatAreAllTheSameMakeOneBin()
{
    QFETCH(double, value);
    QFETCH(double, spread);
    const Figure figure =
        histogramFigure(*plan(), resultOf(evenly(value - spread, value + spread, 50)));
    QCOMPARE(figure.bars.size(), std::size_t {1});
    QCOMPARE(*figure.bars.front().probability, 1.0);
    QVERIFY(figure.bars.front().from < value && figure.bars.front().to > value);
    QCOMPARE(figure.bars.front().ink.role, value < 0.0 ? Role::negative : Role::positive);
}

void TestRiskFigures::withoutATrialThereIsNoChart()
{
    QVERIFY(histogramFigure(*plan(), resultOf({})).isEmpty());
}

void TestRiskFigures::percentilesStandOnTheCumulativeLine()
{
    const Figure figure = histogramFigure(*plan(), resultOf(evenly(-50.0, 50.0, 5000)));
    QCOMPARE(figure.marks.size(), std::size_t {3});
    const double parts[] = {10.0, 50.0, 90.0};
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(figure.marks[i].at.value, parts[i]);
        QVERIFY(std::abs(figure.marks[i].at.x - (parts[i] - 50.0)) < 0.05);
    }
    QCOMPARE(english(figure.marks[0].text), std::string("P10  \u221240.0"));
    const std::vector<FigurePoint>& line = figure.series.front().points;
    QCOMPARE(line.size(), figure.bars.size() + 1);
    QCOMPARE(line.front().value, 0.0);
    QCOMPARE(line.back().value, 100.0);
    QVERIFY(std::is_sorted(line.begin(), line.end(),
        [](const FigurePoint& a, const FigurePoint& b) { return a.value < b.value; }));
}

void TestRiskFigures::largestShareComesFirst()
{
    SimulationResult result = resultOf(evenly(-1.0, 1.0, 10));
    result.inputs = {{"levers.capex", -0.2, 0.02, 0}, {"active_deck", 0.8, 0.73, 0},
        {"price_process", 0.4, 0.25, 0}};
    const Figure figure = varianceFigure(*plan(), result);
    QCOMPARE(figure.bars.front().id, std::string("active_deck"));
    QCOMPARE(figure.bars.front().to, 73.0);
    QCOMPARE(figure.bars.back().ink.role, Role::negative);
    QCOMPARE(english(figure.bars.back().label), std::string("Capital"));
    QCOMPARE(titleOf(figure), u"Price deck brings 73 % of the spread"_s);
}

void TestRiskFigures::meanStandsInItsBand()
{
    SimulationResult result = resultOf(evenly(-30.0, 30.0, 1000));
    result.mean = 4e6;
    result.convergence = {{100, 5e6, 2e6}, {1000, 4e6, 0.5e6}};
    const Figure figure = convergenceFigure(*plan(), result);
    QCOMPARE(figure.series.size(), std::size_t {3});
    QCOMPARE(figure.series[0].points[1].value, 4.0);
    QCOMPARE(figure.series[1].points[1].value, 4.0 - 1.96 * 0.5);
    QCOMPARE(figure.series[2].points[0].value, 5.0 + 1.96 * 2.0);
    QCOMPARE(titleOf(figure), u"The mean of NPV settles at 4.0 after 1,000 trials"_s);
    result.convergence.pop_back();
    QVERIFY(convergenceFigure(*plan(), result).isEmpty());
}

void TestRiskFigures::outOfDateIsGreyAtTheSamePlaces()
{
    const Figure figure = histogramFigure(*plan(), resultOf(evenly(-50.0, 50.0, 500)));
    const Figure grey = outOfDate(figure);
    for (std::size_t i = 0; i < figure.bars.size(); ++i) {
        QCOMPARE(grey.bars[i].ink.role, Role::quiet);
        QCOMPARE(grey.bars[i].probability, figure.bars[i].probability);
    }
    QCOMPARE(grey.series, figure.series);
    QCOMPARE(grey.title, figure.title);
}

void TestRiskFigures::dataNameTheEdges()
{
    const Figure figure = histogramFigure(*plan(), resultOf(evenly(-50.0, 50.0, 500)));
    const FigureTable table = figureTable(figure);
    QCOMPARE(table.heads.size(), std::size_t {5});
    QCOMPARE(table.lines.size(), figure.bars.size());
    QCOMPARE(*table.lines.front().values[0], figure.bars.front().from);
    QCOMPARE(*table.lines.back().values[1], figure.bars.back().to);
    QCOMPARE(*table.lines.back().values[3], 100.0);
}

void TestRiskFigures::anyPercentileCanBeMarked()
{
    const SimulationResult result = resultOf(evenly(-50.0, 50.0, 1000));
    const Figure figure = histogramFigure(*plan(), result, {}, {25, 60});
    QCOMPARE(figure.marks.size(), std::size_t {2});
    QVERIFY(english(figure.marks[1].text).starts_with("P60 "));
    QCOMPARE(figure.marks[1].at.value, 60.0);
    QVERIFY(std::abs(figure.marks[1].at.x - 10.0) < 0.2);
    QVERIFY(std::abs(probabilityUpTo(*plan(), result, {}, 10.0) - 0.6) < 2e-3);
    QCOMPARE(probabilityUpTo(*plan(), result, {}, -51.0), 0.0);
    QCOMPARE(probabilityUpTo(*plan(), result, {}, 51.0), 1.0);
    QCOMPARE(probabilityUpTo(*plan(), resultOf({}), {}, 0.0), 0.0);
}

QTEST_GUILESS_MAIN(TestRiskFigures)
#include "tst_riskfigures.moc"
