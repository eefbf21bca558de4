#include "tests/app/CommandLineTest.h"

#include <QTest>

#include <cmath>

using support::Json;
using support::Run;

// galval-cli scenarios and attribute, run as a user does.
class TestCliScenarios : public QObject, private support::CommandFolder {
    Q_OBJECT

private slots:
    void initTestCase();
    void answers_data();
    void answers();
    void refuses_data();
    void refuses();
    void scenariosAreEvaluations();
    void attributionAddsUp();
    void attributionOfTwoFiles();
    void changesThatGoTogether();
};

void TestCliScenarios::initTestCase()
{
    QVERIFY(isValid());
    QCOMPARE(run({"new", "p.json"}).status, 0);

    Json document = support::defaultDocument();
    document["scenarios"][1]["overrides"]["levers.capex"] = 1000;
    QVERIFY(write("range.json", document));
    document = support::defaultDocument();
    document["scenarios"][0]["probability"] = 0.4;
    QVERIFY(write("sum.json", document));
    document = support::defaultDocument();
    document.erase("scenarios");
    QVERIFY(write("none.json", document));
    document = support::defaultDocument();
    document["scenarios"][2]["overrides"] = {{"macro.usd_inflation", 10},
        {"timeline.years_of_operation", 300}, {"macro.fx.mode", "constant"}};
    QVERIFY(write("overflow.json", document));
    document = support::defaultDocument();
    document["cost_lines"].erase(0);
    document["timeline"]["years_of_operation"] =
        document["timeline"]["years_of_operation"].get<int>() + 1;
    document["name"] = "Another name";
    QVERIFY(write("revision.json", document));
    document = support::defaultDocument();
    document["products"][0]["share"] = 0.9;
    document["products"][1]["share"] = 0.1;
    QVERIFY(write("shares.json", document));
}

void TestCliScenarios::answers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("fragments");
    QTest::newRow("scenarios side by side")
        << QStringList {"scenarios", "p.json"}
        << QStringList {"12 t a year and a later st", "Probability", "50\u00A0%", "levers.capex",
               "1.215", "12,000\u00A0kg/year", "Net present value, USD million", "Weighted"};
    QTest::newRow("scenarios with changes")
        << QStringList {"scenarios", "p.json", "--deck", "floor"}
        << QStringList {"With active_deck=floor", "active_deck"};
    QTest::newRow("no scenarios") << QStringList {"scenarios", "none.json"}
                                  << QStringList {"The project has no scenarios."};
    QTest::newRow("a scenario that overflows beside others that do not")
        << QStringList {"scenarios", "overflow.json"}
        << QStringList {
               "10.76", "6.97", "none", "scenarios.slow_start: usd_index: 'USD price index' in "};
    QTest::newRow("the plan against a scenario")
        << QStringList {"attribute", "p.json", "--to", "slow_start"}
        << QStringList {"Net present value, USD million: 10.76 to \u22122.05", "production.ramp_up",
               "All changes", "\u221212.80", "Nameplate capacity"};
    QTest::newRow("two scenarios by another figure")
        << QStringList {"attribute", "p.json", "--from", "revised_cost", "--to", "announced",
               "--metric", "irr"}
        << QStringList {"Internal rate of return, %: 16.5 to 20.9", "levers.capex", "+4.4"};
    QTest::newRow("two files that are one project")
        << QStringList {"attribute", "p.json", "none.json"}
        << QStringList {"Nothing that enters the calculation changed."};
    QTest::newRow("a line less and a year more")
        << QStringList {"attribute", "p.json", "revision.json"}
        << QStringList {"cost_lines.bauxite", "timeline.years_of_operation", "All changes"};
    QTest::newRow("changes that go together")
        << QStringList {"attribute", "p.json", "shares.json"}
        << QStringList {"products.ga4n.share", "+ products.ga6n.share",
               "cannot be made without the one above it"};
}

void TestCliScenarios::answers()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, fragments);
    support::verifyAnswer(run(arguments), fragments);
}

void TestCliScenarios::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("problem");
    QTest::newRow("an override out of range")
        << QStringList {"scenarios", "range.json"} << 2
        << "scenarios.revised_cost.overrides.levers.capex: expected a number from 0 to 100, found "
           "1000";
    QTest::newRow("probabilities that do not sum to 1")
        << QStringList {"scenarios", "sum.json"} << 2
        << "scenarios: expected probabilities that sum to 1, found 0.9";
    QTest::newRow("an unknown scenario")
        << QStringList {"attribute", "p.json", "--to", "slow"} << 2
        << "slow: is no scenario; expected one of announced, revised_cost, slow_start";
    QTest::newRow("a project against itself")
        << QStringList {"attribute", "p.json"} << 2
        << "attribute: expected a second file, or --from and --to that differ";
    QTest::newRow("an unknown figure")
        << QStringList {"attribute", "p.json", "--to", "slow_start", "--metric", "npw"} << 2
        << "npw: is no metric";
    QTest::newRow("a missing file") << QStringList {"attribute", "p.json", "missing.json"} << 2
                                    << "missing.json: There is no such file.";
    QTest::newRow("an end that overflows")
        << QStringList {"attribute", "overflow.json", "--to", "slow_start"} << 1
        << "usd_index: 'USD price index' in ";
}

void TestCliScenarios::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, problem);
    support::verifyRefusal(run(arguments), {problem}, status);
}

void TestCliScenarios::scenariosAreEvaluations()
{
    const Json document = json({"scenarios", "p.json"});
    const Json plain = json({"evaluate", "p.json", "--set", "levers.capex=1.215"});
    const Json& scenarios = document["scenarios"];
    QCOMPARE(scenarios.size(), std::size_t {3});
    QCOMPARE(scenarios[1]["id"].get<std::string>(), std::string("revised_cost"));
    QCOMPARE(scenarios[1]["probability"].get<double>(), 0.3);
    for (const auto& metric : plain["cases"]["project"]["metrics"].items())
        QCOMPARE(scenarios[1]["metrics"][metric.key()].dump(), metric.value().dump());
    QCOMPARE(scenarios[1]["metrics"]["npv_savings"].dump(),
        plain["cases"]["savings"]["metrics"]["npv_savings"].dump());

    double expected = 0.0;
    for (const Json& scenario : scenarios)
        expected +=
            scenario["probability"].get<double>() * scenario["metrics"]["npv"].get<double>();
    QVERIFY(std::abs(document["expected"]["npv"].get<double>() - expected) < 1e-6);
    QVERIFY(document["expected"]["irr"].is_null());
    QVERIFY(document["expected"]["payback_years"].is_null());

    const Json overflowing = json({"scenarios", "overflow.json"});
    QVERIFY(overflowing["scenarios"][2]["metrics"].is_null());
    QVERIFY(overflowing["scenarios"][2]["problems"].size() == 1);
    QVERIFY(overflowing["expected"]["npv"].is_null());
}

void TestCliScenarios::attributionAddsUp()
{
    const Json attribution = json({"attribute", "p.json", "--to", "slow_start"});
    std::vector<std::string> keys;
    for (const auto& entry : attribution.items())
        keys.push_back(entry.key());
    QCOMPARE(keys, (std::vector<std::string> {"metric", "from", "to", "parts"}));
    QCOMPARE(attribution["metric"].get<std::string>(), std::string("npv"));
    double sum = 0.0;
    for (const Json& part : attribution["parts"])
        sum += part["effect"].get<double>();
    const double difference = attribution["to"].get<double>() - attribution["from"].get<double>();
    QVERIFY(std::abs(sum - difference) <= 1e-9 * std::abs(difference));
    const Json& nameplate = attribution["parts"][0];
    QCOMPARE(
        nameplate["input"].get<std::string>(), std::string("production.nameplate_kg_per_year"));
    QCOMPARE(nameplate["from"].get<double>(), 15000.0);
    QCOMPARE(nameplate["to"].get<double>(), 12000.0);
    QCOMPARE(attribution["parts"][1]["to"].dump(), std::string("[0.0,0.3,0.7,1.0]"));
}

void TestCliScenarios::attributionOfTwoFiles()
{
    const Json between = json({"attribute", "revision.json", "p.json", "--to", "slow_start"});
    std::vector<std::string> ids;
    for (const Json& part : between["parts"])
        ids.push_back(part["input"].get<std::string>());
    std::sort(ids.begin(), ids.end());
    QCOMPARE(
        ids, (std::vector<std::string> {"cost_lines.bauxite", "production.nameplate_kg_per_year",
                 "production.ramp_up", "timeline.years_of_operation"}));
    const Json& line = *std::find_if(between["parts"].begin(), between["parts"].end(),
        [](const Json& part) { return part["input"] == "cost_lines.bauxite"; });
    QVERIFY(line["from"].is_null());
    QVERIFY(line["to"].is_string());
}

void TestCliScenarios::changesThatGoTogether()
{
    const Json attribution = json({"attribute", "p.json", "shares.json"});
    QCOMPARE(attribution["parts"].size(), std::size_t {1});
    const Json& part = attribution["parts"][0];
    QCOMPARE(part["input"].get<std::string>(), std::string("products.ga4n.share"));
    QCOMPARE(part["together"].dump(),
        std::string(
            R"([{"input":"products.ga6n.share","from":{"2027":0.0,"2028":0.15},"to":0.1}])"));
}

QTEST_GUILESS_MAIN(TestCliScenarios)
#include "tst_cli_scenarios.moc"
