#include "core/report/JsonText.h"
#include "core/report/analysis/AnalysisText.h"
#include "core/report/analysis/FlipsReport.h"
#include "core/report/analysis/GoalSeekReport.h"
#include "core/report/analysis/SpiderReport.h"
#include "core/report/analysis/TornadoReport.h"
#include "core/report/analysis/TwoWayReport.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <limits>

using namespace core;

namespace {

const VariedInput price {"levers.price"};
const VariedInput operatingCosts {"levers.opex"};

constexpr Target npv {Target::Kind::metric, Metric::npv};
constexpr Target irr {Target::Kind::metric, Metric::irr};

InputRange priceRange(RangeOrigin origin)
{
    InputRange range;
    range.input = {"levers.price"};
    range.low = 0.5;
    range.base = 1.0;
    range.high = 2.0;
    range.origin = origin;
    return range;
}

// Spaces that hold together are written as spaces, so that rows are easy to read.
QString plain(const std::string& text)
{
    return QString::fromStdString(text).replace(QChar(0xA0), QLatin1Char(' '));
}

bool contains(const std::string& text, const char* fragment)
{
    return plain(text).contains(QString::fromUtf8(fragment));
}

}

class TestSensitivityReports : public QObject {
    Q_OBJECT

private slots:
    void figuresOfTargets_data();
    void figuresOfTargets();
    void positionsOfInputs();
    void originsOfRanges();
    void aTornadoWithoutFiguresHasNulls();
    void whatIsNotMonotonicIsMarked();
    void flipsSayWhetherTheyLieInside();
    void goalsAreSentences();
    void infiniteFiguresAreNoNumbersOfJson();
};

void TestSensitivityReports::figuresOfTargets_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("figure");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("withUnit");
    QTest::newRow("money") << "npv" << -84.28e6 << "−84.28"
                           << "USD −84.28 million";
    QTest::newRow("the value of reuse") << "npv_savings" << 95.04e6 << "95.04"
                                        << "USD 95.04 million";
    QTest::newRow("a weighted value") << "expected_npv" << 1e6 << "1.00"
                                      << "USD 1.00 million";
    QTest::newRow("a rate") << "irr" << 0.209 << "20.9"
                            << "20.9 %";
    QTest::newRow("years") << "payback_years" << 5.25 << "5.3"
                           << "5.3 years";
    QTest::newRow("a price") << "break_even_price_per_kg" << 467.2 << "467"
                             << "467 USD/kg";
}

void TestSensitivityReports::figuresOfTargets()
{
    QFETCH(QString, name);
    QFETCH(double, figure);
    QFETCH(QString, number);
    QFETCH(QString, withUnit);
    const Target target = *findTarget(name.toStdString());
    QCOMPARE(plain(figureText(target, figure)), number);
    QCOMPARE(plain(figureWithUnit(target, figure)), withUnit);
    QCOMPARE(figureText(target, std::nullopt), std::string("none"));
    QCOMPARE(figureWithUnit(target, std::nullopt), std::string("none"));
}

void TestSensitivityReports::positionsOfInputs()
{
    const InputWords words(support::plainProject());
    QCOMPARE(plain(words.position({"royalty.rate"}, 0.0125)), QStringLiteral("1.25 %"));
    QCOMPARE(
        plain(words.position({"capital.items.plant.amount"}, 1.5e6)), QStringLiteral("1,500,000"));
    QCOMPARE(plain(words.positionWithUnit({"capital.items.plant.amount"}, 1.5e6)),
        QStringLiteral("1,500,000 USD"));
    QCOMPARE(plain(words.positionWithUnit({"macro.usd_inflation", UncertaintyMode::scale}, 1.5)),
        QStringLiteral("×1.5"));
    QCOMPARE(words.position({"timeline.start_of_operations"}, 2030.0), std::string("2030"));
    QCOMPARE(words.label({"capital.items.plant.amount"}), std::string("Capital (Plant)"));
    QCOMPARE(words.label({"levers.price"}), std::string("Lever on prices"));
}

void TestSensitivityReports::originsOfRanges()
{
    InputRange range = priceRange(RangeOrigin::typed);
    QCOMPARE(originText(range, {}), std::string("typed"));
    range.origin = RangeOrigin::grade;
    range.grade = "analyst";
    QCOMPARE(originText(range, {}), std::string("evidence: analyst"));
    range.origin = RangeOrigin::estimateClass;
    range.estimateClass = 4;
    QCOMPARE(originText(range, {}), std::string("estimate class 4"));
    range.origin = RangeOrigin::percent;
    QCOMPARE(
        plain(originText(range, {RangeChoice::Source::own, 0.125})), QStringLiteral("±12.5 %"));
}

void TestSensitivityReports::aTornadoWithoutFiguresHasNulls()
{
    const Tornado tornado {
        irr, {}, {{priceRange(RangeOrigin::typed), std::nullopt, 0.1, std::nullopt, true}}};
    const Json bar = Json::parse(tornadoJson(tornado))[0];
    QVERIFY(bar["at_low"].is_null() && bar["at_base"].is_null() && bar["swing"].is_null());
    QCOMPARE(bar["at_high"].get<double>(), 0.1);
    const std::string text = tornadoText(tornado, support::plainProject(), {});
    QVERIFY(contains(text, "as planned none"));
    QVERIFY(contains(text, "none     10.0   none"));
    QVERIFY(!contains(text, "*"));
}

void TestSensitivityReports::whatIsNotMonotonicIsMarked()
{
    const Tornado tornado {npv, 1e6, {{priceRange(RangeOrigin::typed), 0.0, 0.5e6, 0.5e6, false}}};
    const std::string text = tornadoText(tornado, support::plainProject(), {});
    QVERIFY(contains(text, "levers.price *"));
    QVERIFY(contains(text, "\n* The figure does not rise or fall all the way"));
}

void TestSensitivityReports::flipsSayWhetherTheyLieInside()
{
    Flip flip {priceRange(RangeOrigin::typed), {}, {}};
    flip.npv = {{0.75}, 0.75, -0.25, 0.5, true};
    flip.irr = {{0.25, 3.0}, 0.25, -0.75, 1.5, false};
    const Hurdle hurdle {0.12, irr};
    const std::string text = flipsText({flip}, hurdle, support::plainProject(), {});
    QVERIFY(contains(text, "of 12 % at"));
    QVERIFY(contains(text, "−25.0 %  0.50"));
    QVERIFY(contains(text, "−75.0 %  1.50 outside"));
    QVERIFY(contains(text, "0.25 *"));
    QVERIFY(contains(text, "* The nearest of several"));
    const Json json =
        Json::parse(flipsJson({flip, {priceRange(RangeOrigin::typed), {}, {}}}, hurdle));
    QCOMPARE(json["flips"][0]["irr"]["values"].size(), std::size_t(2));
    QCOMPARE(json["flips"][0]["npv"]["parts_of_range"].get<double>(), 0.5);
    QVERIFY(json["flips"][1]["npv"]["nearest"].is_null());
    QVERIFY(json["flips"][1]["npv"]["change"].is_null());
    QVERIFY(!contains(flipsText({}, hurdle, support::plainProject(), {}), "several"));
}

void TestSensitivityReports::goalsAreSentences()
{
    const Project project = support::plainProject();
    GoalSeek goal {price, irr, 0.15, {0.75}, 0.0, 100.0, std::nullopt, 3.0};
    QVERIFY(contains(goalSeekText(goal, project),
        "Internal rate of return becomes 15.0 % with levers.price at 0.75 (as planned: 1)."));
    goal.solutions = {0.75, 1.5, 3.0};
    QVERIFY(contains(goalSeekText(goal, project), "at several values, 0.75, 1.5 and 3 (as"));
    goal.solutions = {};
    const std::string none = goalSeekText(goal, project);
    QVERIFY(contains(none, "at no value of levers.price from 0 to 100 (as planned: 1)."));
    QVERIFY(QString::fromStdString(none).simplified().contains(
        "At the low end it is none, at the high end 300.0"));
    goal.isEverywhere = true;
    QVERIFY(QString::fromStdString(goalSeekText(goal, project))
                .simplified()
                .contains("Internal rate of return is 15.0 % at every value of levers.price from"));
    QVERIFY(Json::parse(goalSeekJson(goal))["everywhere"].get<bool>());
    goal.isEverywhere = false;
    goal.input = {"timeline.years_of_operation"};
    goal.solutions = {2.0, 3.0};
    QVERIFY(QString::fromStdString(goalSeekText(goal, project))
                .simplified()
                .contains("between 2 years and 3 years"));
}

void TestSensitivityReports::infiniteFiguresAreNoNumbersOfJson()
{
    const double infinity = std::numeric_limits<double>::infinity();
    const TwoWayTable table {
        npv, {price, {1.0}}, {operatingCosts, {1.0, 2.0}}, {{infinity}, {std::nullopt}}};
    const Json json = Json::parse(twoWayJson(table));
    QVERIFY(json["values"][0][0].is_null() && json["values"][1][0].is_null());
    QVERIFY(contains(twoWayText(table, support::plainProject()), "none"));
    const Spider spider {npv, {1.0}, {{"levers.price", {std::nullopt}}}};
    QVERIFY(Json::parse(spiderJson(spider))["lines"][0]["values"][0].is_null());
    QVERIFY(contains(spiderText(spider, support::plainProject()), "none"));
}

QTEST_APPLESS_MAIN(TestSensitivityReports)
#include "tst_sensitivityreports.moc"
