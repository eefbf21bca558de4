#include "core/analysis/Tornado.h"
#include "core/project/DefaultProject.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/SensitivityFigures.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace core;

namespace {

using SharedEvaluation = std::shared_ptr<const Evaluation>;
using Change = std::function<void(Project&)>;

constexpr Target npv {};
constexpr Target irr {Target::Kind::metric, Metric::irr};
constexpr Target paybackTime {Target::Kind::metric, Metric::payback};
constexpr Target peakFunding {Target::Kind::metric, Metric::peakFunding};

SharedEvaluation evaluate(const Change& change = [](Project&) {})
{
    Project project = defaultProject();
    change(project);
    const Result<SharedEvaluation> evaluation = Evaluation::of(project);
    return evaluation ? *evaluation : nullptr;
}

Tornado tornadoIn(const SharedEvaluation& evaluation, Target target)
{
    Study study(evaluation);
    return *tornadoOf(study, *rangesOf(evaluation->project()), target);
}

InputRange rangeIn(const char* input, double low, double base, double high)
{
    return {{input}, low, base, high, RangeOrigin::typed, {}, {}, true};
}

// A tornado made up so that its title is known.
Tornado made(Target target, std::optional<double> base, std::vector<TornadoBar> bars)
{
    return {target, base, std::move(bars)};
}

TornadoBar bar(const InputRange& range, std::optional<double> low, std::optional<double> high)
{
    TornadoBar made {range, low, high, {}, true};
    if (low && high)
        made.swing = std::abs(*high - *low);
    return made;
}

const InputRange price = rangeIn("levers.price", 0.7, 1.0, 1.3);
const InputRange output = rangeIn("levers.production", 0.75, 1.0, 1.05);
const InputRange costs = rangeIn("levers.opex", 0.9, 1.0, 1.2);

int characterCount(const Sentence& sentence)
{
    return static_cast<int>(QString::fromStdString(english(sentence)).size());
}

TwoWayTable twoWayIn(const SharedEvaluation& evaluation, Target target)
{
    Study study(evaluation);
    return *twoWayTable(study, {output.input, {0.7, 0.8, 0.9, 1.0, 1.1}},
        {price.input, {0.6, 0.8, 1.0, 1.2}}, target);
}

}

Q_DECLARE_METATYPE(core::Tornado)

class TestSensitivityFigures : public QObject {
    Q_OBJECT

private slots:
    void titlesOfTornadosStateTheFinding_data();
    void titlesOfTornadosStateTheFinding();
    void everyTitleIsShort_data();
    void everyTitleIsShort();
    void endsOfTheTornadoAreTheFigures();
    void tornadoIsInTheMoneyOfTheView();
    void tornadoShowsAtMostSoManyBars();
    void whatIsLessBetterIsSaid();
    void positionsAreReadAsPeopleTypeThem_data();
    void positionsAreReadAsPeopleTypeThem();
    void spiderLinesAreSteepestFirst();
    void linesOfTheTableShowPlanAndEnds();
    void dotsLieWhereTheValueIsZero();
    void titleOfTheTableSaysWhereTheDecisionFlips_data();
    void titleOfTheTableSaysWhereTheDecisionFlips();
    void yearsInTheTitleOfTheTableAreWhole();
    void breakEvenMarksPlanAndSolution();
    void breakEvenWithoutOrWithSeveralSolutionsSaysSo_data();
    void breakEvenWithoutOrWithSeveralSolutionsSaysSo();
    void tablesHoldTheData();
};

void TestSensitivityFigures::titlesOfTornadosStateTheFinding_data()
{
    QTest::addColumn<Tornado>("tornado");
    QTest::addColumn<QString>("title");
    const auto row = [](const char* name, const Tornado& tornado, const char* title) {
        QTest::newRow(name) << tornado << QString::fromUtf8(title);
    };
    row("one input stands out", made(npv, 10e6, {bar(price, -5e6, 25e6), bar(output, 3e6, 12e6)}),
        "Moving price to 70\u00A0% costs USD 15.0 million; nothing else comes close");
    row("two inputs are near to each other",
        made(npv, 10e6, {bar(price, 2e6, 18e6), bar(output, 4e6, 12e6)}),
        "Moving price to 70\u00A0% costs USD 8.0 million, ahead of output");
    row("the second costs half as much",
        made(npv, 10e6, {bar(price, 2e6, 18e6), bar(output, 6e6, 11e6)}),
        "Moving price to 70\u00A0% costs USD 8.0 million, ahead of output");
    row("the largest swing is that of a gain",
        made(npv, 10e6, {bar(price, 8e6, 30e6), bar(output, 0.0, 12e6)}),
        "Moving output to 75\u00A0% costs USD 10.0 million; nothing else comes close");
    row("the second swing costs less than the third",
        made(npv, 10e6, {bar(price, 0.0, 30e6), bar(costs, 11e6, 4.6e6), bar(output, 2.5e6, 11e6)}),
        "Moving price to 70\u00A0% costs USD 10.0 million, ahead of output");
    row("others only gain", made(npv, 10e6, {bar(price, 2e6, 18e6), bar(output, 10e6, 12e6)}),
        "Moving price to 70\u00A0% costs USD 8.0 million; nothing else comes close");
    row("an end of another has no figure",
        made(paybackTime, 5.0, {bar(price, 9.0, 4.0), bar(output, {}, 4.9)}),
        "Moving price to 70\u00A0% takes payback from 5.0 to 9.0\u00A0years");
    row("the loss is too small to be written",
        made(npv, 10e6, {bar(price, 9.99e6, 18e6), bar(output, 9.999e6, 12e6)}),
        "Nothing moves NPV as much as price");
    row("only one input", made(npv, 10e6, {bar(price, 2e6, 18e6)}),
        "Moving price to 70\u00A0% costs USD 8.0 million");
    row("a rate falls", made(irr, 0.2, {bar(price, 0.05, 0.3), bar(output, 0.18, 0.21)}),
        "Moving price to 70\u00A0% takes IRR from 20.0 to 5.0\u00A0%");
    row("a time grows, which is worse",
        made(paybackTime, 5.0, {bar(price, 9.0, 4.0), bar(output, 5.5, 4.9)}),
        "Moving price to 70\u00A0% takes payback from 5.0 to 9.0\u00A0years");
    row("nothing is worse than the plan", made(npv, 10e6, {bar(price, 12e6, 18e6)}),
        "Nothing moves NPV as much as price");
    row("no input changes it", made(npv, 10e6, {bar(price, 10e6, 10e6)}),
        "No input changes NPV within its range");
    row("no inputs", made(npv, 10e6, {}), "No input has a range yet");
    row("no figure for the plan", made(paybackTime, {}, {bar(price, {}, 4.0)}),
        "The plan has no payback to compare with");
}

void TestSensitivityFigures::titlesOfTornadosStateTheFinding()
{
    QFETCH(Tornado, tornado);
    QTEST(QString::fromStdString(english(tornadoFigure(*evaluate(), tornado).title)), "title");
}

void TestSensitivityFigures::everyTitleIsShort_data()
{
    QTest::addColumn<int>("target");
    for (std::size_t i = 0; i < allTargets().size(); ++i)
        QTest::newRow(std::string(nameOf(allTargets()[i])).c_str()) << static_cast<int>(i);
}

void TestSensitivityFigures::everyTitleIsShort()
{
    QFETCH(int, target);
    const Target looked = allTargets()[static_cast<std::size_t>(target)];
    const SharedEvaluation evaluation = evaluate([](Project& project) {
        for (CostLine& line : project.costLines)
            line.name += " with a name that is much too long for any title";
        project.analysis->tornado = {{"cost_lines.labour.fixed", {}, {}, true},
            {"cost_lines.reagents.variable_per_kg", {}, {}, true}};
    });
    QVERIFY(evaluation);
    Study study(evaluation);
    for (const MoneyView view : {MoneyView {}, MoneyView {Terms::real, Currency::kzt}}) {
        QVERIFY(characterCount(
                    tornadoFigure(*evaluation, tornadoIn(evaluation, looked), view).title) <= 70);
        const auto spider = spiderOf(study, {"cost_lines.labour.fixed"}, spiderFactors(), looked);
        QVERIFY(characterCount(spiderFigure(*evaluation, *spider, view).title) <= 70);
        const TwoWayTable table = twoWayIn(evaluation, looked);
        QVERIFY(characterCount(twoWayFigure(*evaluation, table, view).title) <= 70);
        QVERIFY(characterCount(twoWayTitle(*evaluation, table, view)) <= 70);
    }
}

void TestSensitivityFigures::endsOfTheTornadoAreTheFigures()
{
    const SharedEvaluation evaluation = evaluate();
    const Tornado tornado = tornadoIn(evaluation, npv);
    const Figure figure = tornadoFigure(*evaluation, tornado);
    QCOMPARE(figure.swings.size(), tornado.bars.size());
    QCOMPARE(figure.unit, std::string("USD million"));
    QCOMPARE(figure.levels.front().value, *tornado.atBase / 1e6);
    for (std::size_t i = 0; i < tornado.bars.size(); ++i) {
        const FigureSwing& swing = figure.swings[i];
        QCOMPARE(swing.input, tornado.bars[i].range.input.id);
        // A plain evaluation of the project with the input at its low end.
        const auto low = withValue(evaluation->project(), swing.input, tornado.bars[i].range.low);
        QVERIFY(low);
        const auto other = Evaluation::of(*low);
        QVERIFY(other);
        const double expected = *figureOf(**other, npv) / 1e6;
        QVERIFY2(std::abs(*swing.low.value - expected) < 1e-9, swing.input.c_str());
    }
}

void TestSensitivityFigures::tornadoIsInTheMoneyOfTheView()
{
    const SharedEvaluation evaluation = evaluate();
    const Tornado tornado = tornadoIn(evaluation, npv);
    const MoneyView tenge {Terms::real, Currency::kzt};
    const Figure figure = tornadoFigure(*evaluation, tornado, tenge);
    const double rate = MoneyConversion(*evaluation, tenge).presentValue();
    QCOMPARE(figure.unit, std::string("KZT billion"));
    QCOMPARE(figure.levels.front().value, *tornado.atBase * (rate / 1e9));
    QVERIFY(english(figure.subtitle).ends_with("KZT billion in 2026 money"));
    // A rate is the same in any money.
    const Tornado ofReturn = tornadoIn(evaluation, irr);
    QCOMPARE(tornadoFigure(*evaluation, ofReturn, tenge), tornadoFigure(*evaluation, ofReturn));
}

void TestSensitivityFigures::tornadoShowsAtMostSoManyBars()
{
    const SharedEvaluation evaluation = evaluate();
    const Tornado tornado = tornadoIn(evaluation, npv);
    QCOMPARE(tornadoFigure(*evaluation, tornado, {}, 7).swings.size(), std::size_t {7});
}

void TestSensitivityFigures::whatIsLessBetterIsSaid()
{
    const SharedEvaluation evaluation = evaluate();
    QVERIFY(tornadoFigure(*evaluation, tornadoIn(evaluation, npv)).isHigherBetter);
    QVERIFY(!tornadoFigure(*evaluation, tornadoIn(evaluation, paybackTime)).isHigherBetter);
    QVERIFY(!tornadoFigure(*evaluation, tornadoIn(evaluation, peakFunding)).isHigherBetter);
}

void TestSensitivityFigures::positionsAreReadAsPeopleTypeThem_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<bool>("isScaled");
    QTest::addColumn<QList<double>>("positions");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* input, bool isScaled,
                         const QList<double>& positions, const char* label, const char* text) {
        QTest::newRow(name) << QString::fromLatin1(input) << isScaled << positions
                            << QString::fromUtf8(label) << QString::fromUtf8(text);
    };
    row("a lever", "levers.price", false, {0.7, 1.0}, "Price", "70\u00A0%");
    row("a lever with a tenth", "levers.price", false, {0.705, 1.0}, "Price", "70.5\u00A0%");
    row("a rate", "discounting.rate", false, {0.08, 0.15}, "Discount rate", "8.0\u00A0%");
    row("a share", "market.oecd_share", false, {0.6, 0.95}, "Share of OECD markets", "60\u00A0%");
    row("days", "working_capital.receivable_days", false, {30.0}, "Receivables", "30\u00A0days");
    row("a year", "timeline.start_of_operations", false, {2027.0}, "Start of operations", "2027");
    row("an amount a year", "cost_lines.labour.fixed", false, {609000.0, 1.0e6},
        "Fixed cost, Labour", "609\u00A0USD thousand/year");
    row("a series as a whole", "price_decks.consensus.prices.ga4n", true, {0.9},
        "Price, Consensus, Gallium 4N", "90\u00A0%");
}

void TestSensitivityFigures::positionsAreReadAsPeopleTypeThem()
{
    QFETCH(QString, input);
    QFETCH(bool, isScaled);
    QFETCH(QList<double>, positions);
    const VariedInput varied {
        input.toStdString(), isScaled ? UncertaintyMode::scale : UncertaintyMode::set};
    const PositionText text =
        PositionTexts(defaultProject()).of(varied, {positions.begin(), positions.end()});
    QTEST(QString::fromStdString(english(text.name)), "name");
    QTEST(QString::fromStdString(text.textInUnit(positions.front())), "text");
}

void TestSensitivityFigures::spiderLinesAreSteepestFirst()
{
    const SharedEvaluation evaluation = evaluate();
    Study study(evaluation);
    const auto spider = spiderOf(
        study, {"royalty.rate", "levers.price", "market.oecd_share"}, spiderFactors(0.5, 11), npv);
    QVERIFY(spider);
    const Figure figure = spiderFigure(*evaluation, *spider);
    QCOMPARE(figure.series.size(), std::size_t {3});
    QCOMPARE(figure.series.front().input, std::string("levers.price"));
    QVERIFY(figure.series.front().isActive);
    QCOMPARE(figure.series.front().points.front().x, -50.0);
    QCOMPARE(figure.series.front().points[1].x, -40.0);
    QCOMPARE(figure.series.front().points.size(), std::size_t {11});
    QCOMPARE(axisText(*figure.axis, 40.0), std::string("+40\u00A0%"));
    // A share of 95 % cannot grow by a tenth.
    for (const FigureSeries& line : figure.series)
        if (line.input == "market.oecd_share")
            QCOMPARE(line.points.back().x, 0.0);
    for (const FigureSeries& line : figure.series)
        for (const FigurePoint& point : line.points)
            if (point.x == 0.0)
                QVERIFY(std::abs(point.value - *figureOf(*evaluation, npv) / 1e6) < 1e-9);
}

void TestSensitivityFigures::linesOfTheTableShowPlanAndEnds()
{
    const SharedEvaluation evaluation = evaluate();
    const TwoWayTable table = twoWayIn(evaluation, npv);
    const Figure figure = twoWayFigure(*evaluation, table);
    QStringList names;
    for (const FigureSeries& line : figure.series) {
        names += QString::fromStdString(english(line.label)).replace(QChar(0xA0), QLatin1Char(' '));
        QCOMPARE(line.isActive, line.label.arguments[1] == "100\u00A0%");
        QCOMPARE(line.points.front().x, 60.0);
        QCOMPARE(line.points.back().x, 120.0);
    }
    QCOMPARE(names, (QStringList {QStringLiteral("Output 70 %"), QStringLiteral("Output 80 %"),
                        QStringLiteral("Output 100 %"), QStringLiteral("Output 110 %")}));
    QCOMPARE(figure.series[2].points[1].value, *table.values[1][3] / 1e6);
}

void TestSensitivityFigures::dotsLieWhereTheValueIsZero()
{
    const SharedEvaluation evaluation = evaluate();
    const Figure figure = twoWayFigure(*evaluation, twoWayIn(evaluation, npv));
    QCOMPARE(figure.marks.size(), figure.series.size());
    for (std::size_t i = 0; i < figure.marks.size(); ++i) {
        const FigurePoint& at = figure.marks[i].at;
        QCOMPARE(at.value, 0.0);
        const auto& points = figure.series[i].points;
        for (std::size_t k = 1; k < points.size(); ++k)
            if (at.x > points[k - 1].x && at.x < points[k].x)
                QVERIFY(points[k - 1].value < 0.0 && points[k].value > 0.0);
    }
    QVERIFY(twoWayFigure(*evaluation, twoWayIn(evaluation, paybackTime)).marks.empty());
}

void TestSensitivityFigures::titleOfTheTableSaysWhereTheDecisionFlips_data()
{
    QTest::addColumn<QList<double>>("column"); // of the plan, at prices of 80, 90 and 100 %
    QTest::addColumn<QString>("title");
    const auto row = [](const char* name, const QList<double>& column, const char* title) {
        QTest::newRow(name) << column << QString::fromUtf8(title);
    };
    row("half way", {-1e6, 1e6, 3e6},
        "NPV is zero with price at 85.0\u00A0% and output at 100\u00A0%");
    row("near to a position", {-0.1e6, 4.9e6, 10e6},
        "NPV is zero with price at 80.2\u00A0% and output at 100\u00A0%");
    row("never below", {1e6, 2e6, 3e6}, "NPV is nowhere below zero in this table");
    row("never above", {-3e6, -2e6, -1e6}, "NPV is nowhere above zero in this table");
}

void TestSensitivityFigures::titleOfTheTableSaysWhereTheDecisionFlips()
{
    QFETCH(QList<double>, column);
    TwoWayTable table {npv, {output.input, {1.0}}, {price.input, {0.8, 0.9, 1.0}}, {}};
    for (const double value : column)
        table.values.push_back({value});
    QTEST(QString::fromStdString(english(twoWayTitle(*evaluate(), table))), "title");
}

void TestSensitivityFigures::yearsInTheTitleOfTheTableAreWhole()
{
    TwoWayTable table {npv, {output.input, {1.0}}, {price.input, {2026.0, 2027.0, 2028.0}},
        {{3e6}, {1e6}, {-3e6}}};
    table.y.input.id = "timeline.start_of_operations";
    table.y.input.mode = UncertaintyMode::set;
    QCOMPARE(QString::fromStdString(english(twoWayTitle(*evaluate(), table))),
        QString::fromUtf8("NPV is zero with start of operations at 2027 and output at 100\u00A0%"));
}

void TestSensitivityFigures::breakEvenMarksPlanAndSolution()
{
    const SharedEvaluation evaluation = evaluate();
    const GoalSeek sought {price.input, npv, 0.0, {0.8}, 0.0, 2.0, -20e6, 50e6};
    const TargetCurve curve {{0.7, 0.8, 1.0}, {-5e6, 0.0, 10e6}};
    const Figure figure = breakEvenFigure(*evaluation, sought, curve);
    QCOMPARE(QString::fromStdString(english(figure.title)),
        QString::fromUtf8("NPV is zero with price at 80.0\u00A0%"));
    QCOMPARE(figure.series.front().points.size(), std::size_t {3});
    QCOMPARE(figure.marks.size(), std::size_t {2});
    QCOMPARE(figure.marks[0].at.x, 100.0); // the plan
    QCOMPARE(figure.marks[1].at, (FigurePoint {80.0, 0.0}));
    QVERIFY(figure.levels.empty()); // zero has its line already

    GoalSeek higher = sought;
    higher.wanted = 5e6;
    const Figure wanted = breakEvenFigure(*evaluation, higher, curve);
    QCOMPARE(wanted.levels.front().value, 5.0);
    QCOMPARE(english(wanted.levels.front().text), std::string("Wanted 5.0"));
}

void TestSensitivityFigures::breakEvenWithoutOrWithSeveralSolutionsSaysSo_data()
{
    QTest::addColumn<QList<double>>("solutions");
    QTest::addColumn<bool>("isEverywhere");
    QTest::addColumn<QString>("title");
    QTest::newRow("none") << QList<double> {} << false
                          << QStringLiteral("No value of price brings NPV to zero");
    QTest::newRow("all") << QList<double> {} << true
                         << QStringLiteral("NPV is zero whatever the value of price");
    QTest::newRow("two") << QList<double> {0.5, 0.8} << false
                         << QString::fromUtf8(
                                "NPV is zero with price at 50.0\u00A0% and at 80.0\u00A0%");
    QTest::newRow("three") << QList<double> {0.5, 0.8, 0.9} << false
                           << QStringLiteral("NPV is zero at three values of price");
}

void TestSensitivityFigures::breakEvenWithoutOrWithSeveralSolutionsSaysSo()
{
    QFETCH(QList<double>, solutions);
    QFETCH(bool, isEverywhere);
    GoalSeek sought {price.input, npv, 0.0, {}, 0.0, 2.0, -20e6, 50e6};
    sought.solutions.assign(solutions.begin(), solutions.end());
    sought.isEverywhere = isEverywhere;
    const Figure figure = breakEvenFigure(*evaluate(), sought, {{0.4, 1.0}, {-5e6, 10e6}});
    QTEST(QString::fromStdString(english(figure.title)), "title");
}

void TestSensitivityFigures::tablesHoldTheData()
{
    const SharedEvaluation evaluation = evaluate();
    const FigureTable ofTornado =
        figureTable(tornadoFigure(*evaluation, made(npv, 10e6, {bar(price, -5e6, {})})));
    QCOMPARE(ofTornado.heads, (std::vector<std::string> {
                                  "", "Low", "USD million at low", "High", "USD million at high"}));
    QCOMPARE(ofTornado.lines.front().label, std::string("Price, % of plan"));
    QCOMPARE(ofTornado.lines.front().values,
        (std::vector<std::optional<double>> {70.0, -5.0, 130.0, std::nullopt}));

    const FigureTable ofTable = figureTable(twoWayFigure(*evaluation, twoWayIn(evaluation, npv)));
    QCOMPARE(ofTable.heads.front(), std::string("Price, %"));
    QCOMPARE(ofTable.lines.size(), std::size_t {4});
    QCOMPARE(ofTable.lines[1].label, std::string("80"));
}

QTEST_APPLESS_MAIN(TestSensitivityFigures)
#include "tst_sensitivityfigures.moc"
