#include "tests/app/CommandLineTest.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using support::Json;
using support::Run;

// The commands of galval-cli that move single inputs.
class TestCliSensitivity : public QObject, private support::CommandFolder {
    Q_OBJECT

private slots:
    void initTestCase();
    void answers_data();
    void answers();
    void refuses_data();
    void refuses();
    void jsonOfATornado();
    void jsonOfATwoWayTable();
    void jsonOfAGoal();
    void jsonOfASpider();
    void jsonOfFlips();
    void jsonOfAGradient();
    void aFigureThatDoesNotExistHasNoGradient();
    void inputsThatAreSetAsideAreLeftOut();
    void aProjectWithoutRangesIsSaidSo();
    void figuresFollowTheChanges();
};

void TestCliSensitivity::initTestCase()
{
    QVERIFY(isValid());
    QVERIFY(write("p.json", support::defaultDocument()));
}

void TestCliSensitivity::answers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("fragments");
    QTest::newRow("a tornado") << QStringList {"tornado", "p.json"}
                               << QStringList {"Net present value, USD million; as planned 10.76",
                                      "levers.price", "26.24", "31.10", "typed"};
    QTest::newRow("a tornado by evidence")
        << QStringList {"tornado", "p.json", "--ranges", "evidence", "--metric", "irr"}
        << QStringList {"Internal rate of return, %", "evidence: assumption", "13.95", "typed"};
    QTest::newRow("a tornado by percentage")
        << QStringList {"tornado", "p.json", "--ranges", "percent=10%"}
        << QStringList {"±10 %", "0.9"};
    QTest::newRow("a tornado of some inputs")
        << QStringList {"tornado", "p.json", "--input", "cost_lines.labour.fixed", "--input",
               "tax.income_tax_rate"}
        << QStringList {"cost_lines.labour.fixed", "Fixed", "×0.95", "evidence: quote"};
    QTest::newRow("a tornado with changes says so")
        << QStringList {"tornado", "p.json", "--set", "levers.price=0.9", "--deck", "floor"}
        << QStringList {"With levers.price=0.9, active_deck=floor\n"};
    QTest::newRow("flips") << QStringList {"flips", "p.json", "--hurdle", "15%"}
                           << QStringList {"0.7924564", "−20.8 %", "0.8699189", "of 15 % at",
                                  "outside", "none"};
    QTest::newRow("a spider") << QStringList {"spider", "p.json", "--metric", "irr"}
                              << QStringList {"×0.5", "×1.5", "none", "−54.8"};
    QTest::newRow("a spider of other factors")
        << QStringList {"spider", "p.json", "--factors", "90%:110%:3"}
        << QStringList {"×0.9", "×1.1"};
    QTest::newRow("a two-way table")
        << QStringList {"two-way", "p.json", "--x", "levers.price=0.8:1.2:3", "--y",
               "timeline.years_of_operation=18:20:5"}
        << QStringList {
               "Across: levers.price", "Down: timeline.years_of_operation", "10.76", "\n19"};
    QTest::newRow("a twin tornado")
        << QStringList {"tornado", "p.json", "--twin"}
        << QStringList {"31.10", "Variance", "1, 1", "10,000 trials", "≠ Its rank"};
    QTest::newRow("a gradient")
        << QStringList {"gradient", "p.json", "--metric", "irr"}
        << QStringList {"Internal rate of return, %; as planned 20.9; changes in percentage points",
               "levers.price", "+0.431", "percentage point"};
    QTest::newRow("a goal")
        << QStringList {"goal-seek", "p.json", "--input", "levers.price", "--metric", "irr",
               "--target", "15%"}
        << QStringList {"becomes 15.0 % with levers.price at 0.8699189 (as planned: 1)."};
    QTest::newRow("a goal by factors of a series")
        << QStringList {"goal-seek", "p.json", "--input", "macro.usd_inflation", "--target", "0"}
        << QStringList {"at ×3.136132"};
    QTest::newRow("a goal between two years") << QStringList {"goal-seek", "p.json", "--input",
                                                     "timeline.years_of_operation", "--target", "0"}
                                              << QStringList {"between 6 years and"};
    QTest::newRow("a goal that cannot be reached")
        << QStringList {"goal-seek", "p.json", "--input", "levers.opex", "--target", "1e12"}
        << QStringList {"at no value of levers.opex from 0 to 100", "USD 32.00 million"};
}

void TestCliSensitivity::answers()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, fragments);
    Run result = run(arguments);
    result.output.replace(QChar(0xA0), QLatin1Char(' '));
    support::verifyAnswer(result, fragments);
    QVERIFY(!result.output.contains(QRegularExpression(QStringLiteral("\\bnan\\b"))));
}

void TestCliSensitivity::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("problems"); // how each line begins, after the program's name
    const auto row = [](const char* name, const QStringList& arguments,
                         const QStringList& problems) {
        QTest::newRow(name) << arguments << problems;
    };
    row("an unknown metric", {"tornado", "p.json", "--metric", "nvp"}, {"nvp: is no metric"});
    row("an unknown range", {"tornado", "p.json", "--ranges", "mine"},
        {"--ranges: expected own, evidence, percent or percent=20%, found \"mine\""});
    row("no percentage", {"tornado", "p.json", "--ranges", "percent=0%"},
        {"--ranges: expected a percentage above 0% up to 100%"});
    row("a percentage of letters", {"tornado", "p.json", "--ranges", "percent=ten"},
        {"--ranges: expected a number"});
    row("percentages of something", {"tornado", "p.json", "--ranges", "percents"},
        {"--ranges: expected own"});
    row("unknown inputs", {"tornado", "p.json", "--input", "levers.prise", "--input", "royalty"},
        {"levers.prise: is no input of this project; did you mean levers.price?",
            "royalty: is no input of this project"});
    row("a word as an input", {"spider", "p.json", "--input", "discounting.timing"},
        {"discounting.timing: cannot be moved; expected a number, a series or a profile"});
    row("a hurdle that is no rate", {"flips", "p.json", "--hurdle", "high"},
        {"--hurdle: expected a number"});
    row("factors the wrong way round", {"spider", "p.json", "--factors", "1.5:0.5:3"},
        {"--factors: expected a LO below HI, found \"1.5:0.5:3\""});
    row("one factor", {"spider", "p.json", "--factors", "0.5:1.5:1"},
        {"--factors: expected a whole number of values from 2 to 100, found \"1\""});
    const QStringList table {"two-way", "p.json", "--x", "levers.price=0.8:1.2:5", "--y"};
    row("an axis without values", table + QStringList {"levers.opex"},
        {"--y: expected ID=LO:HI:N such as levers.price=0.8:1.2:5, found \"levers.opex\""});
    row("an axis without a number of values", table + QStringList {"levers.opex=1:2"},
        {"--y: expected LO:HI:N such as 0.8:1.2:5, found \"1:2\""});
    row("too many values", table + QStringList {"levers.opex=1:2:1000000000"},
        {"--y: expected a whole number of values from 2 to 100"});
    row("half a value", table + QStringList {"levers.opex=1:2:2.5"},
        {"--y: expected a whole number of values from 2 to 100"});
    row("a value that is none", table + QStringList {"levers.opex=a:2:3"},
        {"--y: expected a number"});
    row("an axis of nothing", table + QStringList {"levers.opx=1:2:3"},
        {"levers.opx: is no input of this project; did you mean levers.opex?"});
    row("values that the field does not take", table + QStringList {"royalty.rate=0:1.5:3"},
        {"royalty.rate: expected a number from 0 to 1, found 1.5"});
    row("factors that the field does not take", table + QStringList {"tax.income_tax_rate=1:6:3"},
        {"tax.income_tax_rate: expected a factor from 0 to 5, found 6"});
    row("the same input twice", table + QStringList {"levers.price=1:2:3"},
        {"levers.price: is named twice; expected it once"});
    row("a table without its other axis", {"two-way", "p.json", "--x", "levers.price=1:2:3"},
        {"--y is required"});
    row("a goal of letters",
        {"goal-seek", "p.json", "--input", "levers.price", "--target", "profit"},
        {"--target: expected a number"});
    row("a goal without an input", {"goal-seek", "p.json", "--target", "0"},
        {"--input is required"});
    row("a goal by an unknown input",
        {"goal-seek", "p.json", "--input", "levers.prise", "--target", "0"},
        {"levers.prise: is no input of this project"});
    row("a file that is not there", {"tornado", "q.json"}, {"q.json: "});
    row("a change that breaks a rule", {"flips", "p.json", "--set", "royalty.rate=2"},
        {"royalty.rate: expected a number from 0 to 1, found 2"});
}

void TestCliSensitivity::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, problems);
    support::verifyRefusal(run(arguments), problems);
}

void TestCliSensitivity::jsonOfATornado()
{
    const Json bars = json({"tornado", "p.json"});
    QCOMPARE(bars.size(), std::size_t(11));
    std::vector<std::string> keys;
    for (const auto& [key, value] : bars[0].items())
        keys.push_back(key);
    QCOMPARE(keys, (std::vector<std::string> {
                       "input", "low", "base", "high", "at_low", "at_base", "at_high", "swing"}));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Json& bar = bars[i];
        QVERIFY(bar["at_base"] == bars[0]["at_base"]);
        const double swing = bar["at_high"].get<double>() - bar["at_low"].get<double>();
        QCOMPARE(bar["swing"].get<double>(), std::abs(swing));
        QVERIFY(i == 0 || bar["swing"] <= bars[i - 1]["swing"]);
    }
    const Json rates = json({"tornado", "p.json", "--metric", "irr", "--input", "levers.price",
        "--ranges", "percent=90%"});
    QVERIFY(rates[0]["at_low"].is_null() && rates[0]["swing"].is_null());
}

void TestCliSensitivity::jsonOfATwoWayTable()
{
    const Json table = json({"two-way", "p.json", "--x", "levers.price=0.9:1.1:3", "--y",
        "royalty.rate=0%:2%:2", "--metric", "expected_npv"});
    QVERIFY(table["x"] == Json::parse(R"({"input": "levers.price", "values": [0.9, 1.0, 1.1]})"));
    QVERIFY(table["y"] == Json::parse(R"({"input": "royalty.rate", "values": [0.0, 0.02]})"));
    QCOMPARE(table["values"].size(), std::size_t(2));
    QCOMPARE(table["values"][1].size(), std::size_t(3));
    const Json single =
        json({"evaluate", "p.json", "--set", "levers.price=1.1", "--set", "royalty.rate=2%"});
    QCOMPARE(table["values"][1][2].get<double>(), single["expected_npv"].get<double>());
}

void TestCliSensitivity::jsonOfAGoal()
{
    const QStringList goal {"goal-seek", "p.json", "--input", "levers.price", "--target"};
    const Json found = json(goal + QStringList {"0"});
    QVERIFY(found["input"] == Json("levers.price"));
    QVERIFY(found["metric"] == Json("npv"));
    QCOMPARE(found["target"].get<double>(), 0.0);
    QCOMPARE(found["solutions"].size(), std::size_t(1));
    QVERIFY(std::abs(found["solutions"][0].get<double>() - 0.7924564) < 1e-7);
    const Json none = json(goal + QStringList {"-1e15"});
    QVERIFY(none["solutions"].is_array() && none["solutions"].empty());
}

void TestCliSensitivity::jsonOfASpider()
{
    const Json spider = json({"spider", "p.json", "--factors", "0.5:1.5:3", "--metric", "irr",
        "--input", "levers.price", "--input", "market.oecd_share"});
    QVERIFY(spider["metric"] == Json("irr"));
    QVERIFY(spider["factors"] == Json::parse("[0.5, 1.0, 1.5]"));
    QCOMPARE(spider["lines"].size(), std::size_t(2));
    QVERIFY(spider["lines"][0]["values"][0].is_null());
    QVERIFY(spider["lines"][1]["values"][2].is_null()); // a share of 142.5 %
    QVERIFY(spider["lines"][0]["values"][1] == spider["lines"][1]["values"][1]);
}

void TestCliSensitivity::jsonOfFlips()
{
    const Json flips = json({"flips", "p.json"});
    QVERIFY(flips["metric"] == Json("irr"));
    QCOMPARE(flips["hurdle"].get<double>(), 0.11);
    const Json& price = flips["flips"][0];
    QVERIFY(price["input"] == Json("levers.price"));
    QVERIFY(std::abs(price["npv"]["nearest"].get<double>() - 0.7924564) < 1e-7);
    QVERIFY(std::abs(price["irr"]["nearest"].get<double>() -
                     price["npv"]["nearest"].get<double>()) < 1e-9);
    QVERIFY(price["npv"]["inside"].get<bool>());
    const Json& rate = flips["flips"][8];
    QVERIFY(rate["input"] == Json("discounting.rate"));
    QVERIFY(rate["irr"]["nearest"].is_null() && rate["irr"]["change"].is_null());
}

void TestCliSensitivity::jsonOfAGradient()
{
    const Json gradient = json({"gradient", "p.json", "--metric", "npv_savings"});
    QCOMPARE(gradient.size(), std::size_t {3});
    QCOMPARE(gradient["metric"].get<std::string>(), std::string("npv_savings"));
    QVERIFY(gradient["value"].is_number());
    // The same as a small step, of which both figures have 16 digits.
    const auto savings = [this](const char* lever) {
        const Run result =
            run({"evaluate", "p.json", "--json", "--set", QString::fromLatin1(lever)});
        const Json cases = Json::parse(result.output.toStdString())["cases"];
        return cases["savings"]["metrics"]["npv_savings"].get<double>();
    };
    const double slope = (savings("levers.opex=1.0001") - savings("levers.opex=0.9999")) / 0.0002;
    const double derivative = gradient["gradient"]["levers.opex"].get<double>();
    QVERIFY(std::abs(derivative - slope) < 1e-6 * std::abs(slope));
    QVERIFY(!gradient["gradient"].contains("timeline.start_of_operations"));
}

void TestCliSensitivity::aFigureThatDoesNotExistHasNoGradient()
{
    const Run result =
        run({"gradient", "p.json", "--metric", "payback_years", "--set", "levers.price=0.1"});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.problems,
        QStringList {"galval-cli: payback_years: has no value, and so no derivative"});
}

void TestCliSensitivity::inputsThatAreSetAsideAreLeftOut()
{
    Json document = support::defaultDocument();
    document["analysis"]["tornado"][0]["used"] = false;
    QVERIFY(write("aside.json", document));
    for (const char* command : {"tornado", "flips", "spider"}) {
        const QString output = run({QString::fromLatin1(command), "aside.json"}).output;
        QVERIFY(!output.contains("levers.price"));
        QVERIFY(output.contains("levers.opex"));
    }
    const QStringList asked {"tornado", "aside.json", "--input", "levers.price"};
    QVERIFY(run(asked).output.contains("levers.price"));
}

void TestCliSensitivity::aProjectWithoutRangesIsSaidSo()
{
    Json document = support::defaultDocument();
    document["analysis"]["tornado"] = Json::array();
    document["evidence"] = Json::object();
    for (Json& item : document["capital"]["items"])
        item.erase("estimate_class");
    QVERIFY(write("bare.json", document));
    const Run result = run({"tornado", "bare.json"});
    QCOMPARE(result.status, 2);
    QCOMPARE(result.problems,
        QStringList {"galval-cli: analysis.tornado: lists no input and no input has evidence; "
                     "expected some, or --input ID"});
    QCOMPARE(run({"tornado", "bare.json", "--input", "levers.price"}).status, 0);
}

void TestCliSensitivity::figuresFollowTheChanges()
{
    const QStringList changes {"--set", "levers.capex=1.1", "--deck", "consensus"};
    const Json single = json(QStringList {"evaluate", "p.json"} + changes);
    const Json bars = json(QStringList {"tornado", "p.json"} + changes);
    QVERIFY(bars[0]["at_base"] == single["cases"]["project"]["metrics"]["npv"]);
}

QTEST_APPLESS_MAIN(TestCliSensitivity)
#include "tst_cli_sensitivity.moc"
