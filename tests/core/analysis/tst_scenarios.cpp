#include "core/analysis/Scenarios.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"

#include <QTest>

#include <cmath>

using namespace core;

namespace {

using Overrides = std::map<std::string, InputValue>;
using Deck = std::optional<std::string>;

std::shared_ptr<const Evaluation> planWith(std::vector<Scenario> scenarios)
{
    Project project = defaultProject();
    project.scenarios = std::move(scenarios);
    return *Evaluation::of(std::move(project));
}

Scenario scenario(const char* id, double probability, Overrides overrides = {}, Deck deck = {})
{
    return {id, id, probability, std::move(deck), std::move(overrides), {}};
}

constexpr Target npv {};

}

Q_DECLARE_METATYPE(Scenario)

class TestScenarios : public QObject {
    Q_OBJECT

private slots:
    void areEvaluationsOfChangedProjects();
    void shareModels();
    void refuses_data();
    void refuses();
    void othersAreComputedWhenOneIsNot();
    void oneThatOverflowsSaysWhy();
    void areWeightedByProbability();
    void haveNoWeightedFigure_data();
    void haveNoWeightedFigure();
    void listsWhatDiffers();
    void areFoundById();
};

void TestScenarios::areEvaluationsOfChangedProjects()
{
    const auto plan = planWith({scenario("same", 0.5),
        scenario("dear", 0.3, {{"levers.capex", 1.215}, {"macro.usd_inflation", 0.03}}, "floor"),
        scenario("late", 0.2, {{"timeline.years_of_operation", 12.0}})});
    const std::vector<ScenarioResult> results = scenarioResults(*plan);
    QCOMPARE(results.size(), std::size_t {3});

    Project dear = defaultProject();
    dear.levers.capex = 1.215;
    dear.macro.usdInflation = 0.03;
    dear.activeDeck = "floor";
    Project late = defaultProject();
    late.timeline.yearsOfOperation = 12;
    const std::vector<Project> projects {defaultProject(), dear, late};
    for (std::size_t i = 0; i < projects.size(); ++i) {
        const auto expected = *Evaluation::of(projects[i]);
        QVERIFY(results[i].problems.empty());
        QCOMPARE(results[i].probability, plan->project().scenarios[i].probability);
        for (const Target& target : allTargets())
            QCOMPARE(figureOf(*results[i].evaluation, target), figureOf(*expected, target));
    }
}

void TestScenarios::shareModels()
{
    const auto plan = planWith({scenario("cheap", 0.5, {{"levers.capex", 0.9}}),
        scenario("short", 0.3, {{"timeline.years_of_operation", 12.0}}),
        scenario(
            "short_cheap", 0.2, {{"timeline.years_of_operation", 12.0}, {"levers.capex", 0.9}})});
    const auto first = scenarioResults(*plan);
    QCOMPARE(first[0].evaluation->sharedModel(), plan->sharedModel());
    QCOMPARE(first[1].evaluation->sharedModel(), first[2].evaluation->sharedModel());
    const auto again = scenarioResults(*plan, first);
    QCOMPARE(again[1].evaluation->sharedModel(), first[1].evaluation->sharedModel());
}

void TestScenarios::refuses_data()
{
    QTest::addColumn<Scenario>("wrong");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, Scenario wrong, const char* problem) {
        QTest::newRow(name) << std::move(wrong) << QString(problem);
    };
    row("a number out of range", scenario("s", 1.0, {{"tax.income_tax_rate", 20.0}}),
        "scenarios.s.overrides.tax.income_tax_rate: expected a number from 0 to 1, found 20");
    row("no input", scenario("s", 1.0, {{"levers.prise", 1.0}}),
        "scenarios.s.overrides.levers.prise: is no input of this project; did you mean "
        "levers.price?");
    row("a value of the wrong kind", scenario("s", 1.0, {{"levers.price", "high"}}),
        "scenarios.s.overrides.levers.price: expected a number from 0 to 100, found \"high\"");
    row("no deck", scenario("s", 1.0, {}, "dream"), "scenarios.s.deck: expected one of consensus");
    row("a broken rule", scenario("s", 1.0, {{"price_decks.consensus.probability", 0.9}}),
        "scenarios.s.overrides: with these, price_decks: expected probabilities that sum to 1");
}

void TestScenarios::refuses()
{
    QFETCH(Scenario, wrong);
    QFETCH(QString, problem);
    const Result<Project> project = withScenario(defaultProject(), wrong);
    QVERIFY(!project);
    QCOMPARE(project.error().code, ErrorCode::InvalidInput);
    QCOMPARE(project.error().problems.size(), std::size_t {1});
    const QString found = QString::fromStdString(sentence(project.error().problems.front()));
    QVERIFY2(found.startsWith(problem), qPrintable(found));
}

void TestScenarios::othersAreComputedWhenOneIsNot()
{
    const auto plan =
        planWith({scenario("good", 0.5), scenario("bad", 0.25, {{"levers.opex", -1.0}}),
            scenario("good_too", 0.25, {{"levers.opex", 0.9}})});
    const auto results = scenarioResults(*plan);
    QVERIFY(results[0].evaluation && results[2].evaluation);
    QVERIFY(!results[1].evaluation);
    QCOMPARE(results[1].problems.front().where, std::string("scenarios.bad.overrides.levers.opex"));
    QCOMPARE(weighted(results, npv), std::nullopt);
}

void TestScenarios::oneThatOverflowsSaysWhy()
{
    // Prices that grow by 1000 % a year for 300 years are beyond doubles.
    const auto plan = planWith({scenario("s", 1.0,
        {{"macro.usd_inflation", 10.0}, {"timeline.years_of_operation", 300.0},
            {"macro.fx.mode", "constant"}})});
    const auto results = scenarioResults(*plan);
    QVERIFY(!results[0].evaluation);
    QCOMPARE(results[0].problems.front().where, std::string("scenarios.s"));
    QVERIFY(results[0].problems.front().message.starts_with("usd_index: 'USD price index' in "));
}

void TestScenarios::areWeightedByProbability()
{
    const auto plan = planWith({scenario("same", 0.25), scenario("floor", 0.75, {}, "floor"),
        scenario("unlikely", 0.0, {{"levers.opex", -1.0}})});
    const auto results = scenarioResults(*plan);
    Project floor = defaultProject();
    floor.activeDeck = "floor";
    const double expected =
        0.25 * *figureOf(*plan, npv) + 0.75 * *figureOf(**Evaluation::of(floor), npv);
    const std::optional<double> found = weighted(results, npv);
    QVERIFY(found && std::abs(*found - expected) <= 1e-9 * std::abs(expected));
}

void TestScenarios::haveNoWeightedFigure_data()
{
    QTest::addColumn<int>("metric");
    QTest::addColumn<double>("probability");
    QTest::newRow("a rate of return") << static_cast<int>(Metric::irr) << 0.5;
    QTest::newRow("a time") << static_cast<int>(Metric::payback) << 0.5;
    QTest::newRow("probabilities that do not sum to 1") << static_cast<int>(Metric::npv) << 0.4;
}

void TestScenarios::haveNoWeightedFigure()
{
    QFETCH(int, metric);
    QFETCH(double, probability);
    const auto plan = planWith({scenario("a", 0.5), scenario("b", probability)});
    const Target target {Target::Kind::metric, static_cast<Metric>(metric)};
    QCOMPARE(weighted(scenarioResults(*plan), target), std::nullopt);
    QVERIFY(figureOf(*plan, target));
}

void TestScenarios::listsWhatDiffers()
{
    Project project = defaultProject();
    project.scenarios = {
        scenario("a", 0.5, {{"tax.royalty", 1.0}, {"levers.capex", 1.2}}, project.activeDeck),
        scenario("b", 0.5, {{"levers.capex", 1.1}, {"timeline.first_year", 2025.0}})};
    QCOMPARE(overriddenInputs(project),
        (std::vector<std::string> {"timeline.first_year", "levers.capex", "tax.royalty"}));
    project.scenarios[1].deck = "floor";
    QCOMPARE(overriddenInputs(project), (std::vector<std::string> {"active_deck",
                                            "timeline.first_year", "levers.capex", "tax.royalty"}));
}

void TestScenarios::areFoundById()
{
    const Project project = defaultProject();
    QCOMPARE((*findScenario(project, "slow_start"))->id, std::string("slow_start"));
    const auto unknown = findScenario(project, "slow_strat");
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().problems.front().message,
        std::string("is no scenario; expected one of announced, revised_cost, slow_start; did you "
                    "mean slow_start?"));
    QCOMPARE(findScenario(Project(), "x").error().problems.front().message,
        std::string("is no scenario; the project has none"));
}

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
