#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"
#include "ui/document/ProjectLists.h"
#include "ui/document/ScenarioCells.h"
#include "ui/document/Session.h"

#include <QLocale>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using core::InputValue;
using core::Project;
using ui::CellAddress;
using ui::CellContent;
using ui::Session;

namespace {

const std::string dear = "revised_cost"; // levers.capex 1.215
const std::string slow = "slow_start";   // nameplate 12 t, a ramp-up of its own

CellAddress rampUp(int year)
{
    return {ui::overrideCell(slow, "production.ramp_up"), year};
}

core::Result<Project> edited(
    const Project& project, const CellAddress& cell, const std::optional<InputValue>& value)
{
    return ui::withCells(project, {{cell, value}});
}

const core::Scenario& scenarioIn(const Project& project, const std::string& id)
{
    return *ui::scenarioOf(project, id);
}

QString messageOf(const core::Result<Project>& refused)
{
    return QString::fromStdString(refused.error().problems.front().message)
        .replace(QChar(0xA0), u' ');
}

}

class TestScenarioCells : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void idsNameScenarioAndInput();
    void whatIsNotChangedIsThatOfThePlan();
    void whatIsChangedIsStated();
    void typingMakesAnOverride();
    void givingBackReturnsToThePlan();
    void oneYearOfAProfile();
    void whatAWordNeedsComesWithIt();
    void theDeck();
    void probabilities();
    void refused_data();
    void refused();
    void describedAsInputsAre();
    void theSessionNamesBothValues();
    void brokenScenariosLeaveThePlanItsFigures();
    void overridesAreAddedAndTakenAway();
    void probabilitiesAreScaled();
    void scenariosAreAddedCopiedAndRemoved();
};

void TestScenarioCells::idsNameScenarioAndInput()
{
    QCOMPARE(
        ui::overrideCell(dear, "levers.capex"), u"scenarios.revised_cost.overrides.levers.capex"_s);
    for (const QString& id :
        {ui::overrideCell(dear, "levers.capex"), ui::probabilityCell(dear), ui::deckCell(dear)})
        QVERIFY(ui::isScenarioCell(id.toStdString()));
    for (const char* other : {"levers.capex", "scenarios", "scenarios.revised_cost",
             "scenarios.revised_cost.note", "scenarios.revised_cost.overrides"})
        QVERIFY2(!ui::isScenarioCell(other), other);
}

void TestScenarioCells::whatIsNotChangedIsThatOfThePlan()
{
    const Project project = core::defaultProject();
    QCOMPARE(*ui::contentOf(project, {ui::overrideCell(slow, "levers.capex"), {}}),
        (CellContent {1.0, false}));
    QCOMPARE(*ui::contentOf(project, {ui::deckCell(slow), {}}), (CellContent {"consensus", false}));
    QVERIFY(!ui::contentOf(project, {ui::overrideCell("gone", "levers.capex"), {}}));
    QVERIFY(!ui::contentOf(project, {ui::overrideCell(slow, "levers.gone"), {}}));
}

void TestScenarioCells::whatIsChangedIsStated()
{
    const Project project = core::defaultProject();
    QCOMPARE(*ui::contentOf(project, {ui::overrideCell(dear, "levers.capex"), {}}),
        (CellContent {1.215, true}));
    QCOMPARE(*ui::contentOf(project, {ui::probabilityCell(dear), {}}), (CellContent {0.3, true}));
    QCOMPARE(*ui::contentOf(project, rampUp(2)), (CellContent {0.3, true}));
    QCOMPARE(*ui::contentOf(project, rampUp(4)), (CellContent {1.0, false})); // as in the plan
}

void TestScenarioCells::typingMakesAnOverride()
{
    const auto after =
        edited(core::defaultProject(), {ui::overrideCell(dear, "discounting.rate"), {}}, 0.13);
    QVERIFY(after);
    QCOMPARE(scenarioIn(*after, dear).overrides.at("discounting.rate"), InputValue(0.13));
    QCOMPARE(after->discounting.rate, core::defaultProject().discounting.rate);
    QCOMPARE(scenarioIn(*after, slow), scenarioIn(core::defaultProject(), slow));
    QCOMPARE(core::validate(*after), core::Problems());
}

void TestScenarioCells::givingBackReturnsToThePlan()
{
    const auto after =
        edited(core::defaultProject(), {ui::overrideCell(dear, "levers.capex"), {}}, std::nullopt);
    QVERIFY(after);
    QVERIFY(scenarioIn(*after, dear).overrides.empty());
}

void TestScenarioCells::oneYearOfAProfile()
{
    const auto typed = edited(core::defaultProject(), rampUp(2), 0.5);
    QVERIFY(typed);
    QCOMPARE(scenarioIn(*typed, slow).overrides.at("production.ramp_up"),
        InputValue(core::Profile {0.0, 0.5, 0.7, 1.0}));

    // The plan is 10 %, 60 %, 85 %, 100 %.
    const auto first = edited(core::defaultProject(), rampUp(1), std::nullopt);
    QCOMPARE(scenarioIn(*first, slow).overrides.at("production.ramp_up"),
        InputValue(core::Profile {0.1, 0.3, 0.7, 1.0}));
    const auto second = edited(*first, rampUp(2), std::nullopt);
    const auto third = edited(*second, rampUp(3), std::nullopt);
    QVERIFY(third);
    QVERIFY(!scenarioIn(*third, slow).overrides.contains("production.ramp_up"));
}

void TestScenarioCells::whatAWordNeedsComesWithIt()
{
    const auto after = edited(core::defaultProject(),
        {ui::overrideCell(dear, "tax.asset_classes.II.method"), {}}, "straight_line");
    QVERIFY(after);
    const auto& overrides = scenarioIn(*after, dear).overrides;
    QCOMPARE(overrides.at("tax.asset_classes.II.method"), InputValue("straight_line"));
    QVERIFY(overrides.contains("tax.asset_classes.II.years"));
    QCOMPARE(core::validate(*after), core::Problems());
}

void TestScenarioCells::theDeck()
{
    const CellAddress cell {ui::deckCell(slow), {}};
    const auto after = edited(core::defaultProject(), cell, "floor");
    QVERIFY(after);
    QCOMPARE(scenarioIn(*after, slow).deck, std::optional<std::string>("floor"));
    QCOMPARE(*ui::contentOf(*after, cell), (CellContent {"floor", true}));
    const auto back = edited(*after, cell, std::nullopt);
    QCOMPARE(scenarioIn(*back, slow).deck, std::nullopt);
}

void TestScenarioCells::probabilities()
{
    const CellAddress cell {ui::probabilityCell(slow), {}};
    QCOMPARE(scenarioIn(*edited(core::defaultProject(), cell, 0.25), slow).probability, 0.25);
    QCOMPARE(
        scenarioIn(*edited(core::defaultProject(), cell, std::nullopt), slow).probability, 0.0);
}

void TestScenarioCells::refused_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("an override out of range")
        << ui::overrideCell(dear, "tax.royalty") << 2.0 << u"is no input of this project"_s;
    QTest::newRow("a lever out of range")
        << ui::overrideCell(dear, "levers.capex") << 1000.0 << u"expected a number from 0 to 100"_s;
    QTest::newRow("a probability above 1")
        << ui::probabilityCell(dear) << 1.5 << u"Expected a percentage from 0 to 100 %."_s;
    QTest::newRow("a number for a deck") << ui::deckCell(dear) << 1.0 << u"expected one of"_s;
    QTest::newRow("a scenario that is gone") << ui::overrideCell("gone", "levers.capex") << 1.0
                                             << u"There is nothing to type into here."_s;
}

void TestScenarioCells::refused()
{
    QFETCH(QString, cell);
    QFETCH(double, value);
    QFETCH(QString, message);
    const auto after = edited(core::defaultProject(), {cell, {}}, value);
    QVERIFY(!after);
    QCOMPARE(after.error().problems.front().where, cell.toStdString());
    QVERIFY2(messageOf(after).startsWith(message), qPrintable(messageOf(after)));
}

void TestScenarioCells::describedAsInputsAre()
{
    Session session;
    const core::Input* const lever = session.inputOf(ui::overrideCell(dear, "levers.capex"));
    QVERIFY(lever);
    QCOMPARE(lever->label, std::string("Lever on capital"));
    QCOMPARE(lever->element, std::string("Capital of KZT 12.5 billion"));
    QCOMPARE(lever->unit, std::string("%")); // of the plan
    QCOMPARE(lever->maximum, 100.0);
    const core::Input* const fixed =
        session.inputOf(ui::overrideCell(dear, "cost_lines.labour.fixed"));
    QVERIFY(fixed->element.ends_with(", Capital of KZT 12.5 billion"));
    QVERIFY(!session.inputOf(ui::deckCell(dear))->choices.empty());
    QVERIFY(!session.inputOf(ui::overrideCell("gone", "levers.capex")));
}

void TestScenarioCells::theSessionNamesBothValues()
{
    Session session;
    const CellAddress lever {ui::overrideCell(dear, "levers.capex"), {}};
    QVERIFY(session.setCell(lever, 1.3));
    QCOMPARE(session.undoStack().undoText().replace(QChar(0xA0), u' '),
        u"Lever on capital, Capital of KZT 12.5 billion: 121.5 → 130 %"_s);
    session.finishTyping();
    QVERIFY(session.setCell(rampUp(2), 0.4));
    QCOMPARE(session.undoStack().undoText().replace(QChar(0xA0), u' '),
        u"Ramp-up, 12 t a year and a later start, year 2: 30 → 40 %"_s);
    session.finishTyping();
    QVERIFY(session.resetCell(lever));
    session.undoStack().undo();
    session.undoStack().undo();
    session.undoStack().undo();
    QVERIFY(session.project() == core::defaultProject());
}

void TestScenarioCells::brokenScenariosLeaveThePlanItsFigures()
{
    Session session;
    QVERIFY(session.setCell({ui::probabilityCell(dear), {}}, 0.5));
    QCOMPARE(session.problems().size(), std::size_t {1});
    QCOMPARE(session.problems().front().where, std::string("scenarios"));
    QVERIFY(session.isEvaluated());
    QCOMPARE(session.evaluation()->project().scenarios[1].probability, 0.5);

    QVERIFY(session.setInput(u"levers.price"_s, 1.2));
    QCOMPARE(session.evaluation()->project().levers.price, 1.2);
    QVERIFY(session.isEvaluated());

    // What the plan itself breaks still does.
    QVERIFY(session.setInput(u"shareholders.state.share"_s, 0.9));
    QVERIFY(!session.isEvaluated());
    QCOMPARE(session.problems().size(), std::size_t {2});
}

void TestScenarioCells::overridesAreAddedAndTakenAway()
{
    const auto added = ui::withOverride(core::defaultProject(), dear, "discounting.rate");
    QVERIFY(added);
    QCOMPARE(scenarioIn(*added, dear).overrides.at("discounting.rate"),
        InputValue(core::defaultProject().discounting.rate));
    QCOMPARE(ui::withoutOverrides(*added, {"discounting.rate"}), core::defaultProject());
    QVERIFY(!ui::withOverride(core::defaultProject(), "gone", "discounting.rate"));
    QVERIFY(!ui::withOverride(core::defaultProject(), dear, "discounting.gone"));
    const Project without =
        ui::withoutOverrides(core::defaultProject(), {"levers.capex", "active_deck"});
    QVERIFY(scenarioIn(without, dear).overrides.empty());
    QVERIFY(!scenarioIn(without, dear).deck);
}

void TestScenarioCells::probabilitiesAreScaled()
{
    Project project = core::defaultProject();
    project.scenarios[0].probability = 0.25; // with 0.3 and 0.2
    const Project scaled = ui::withProbabilitiesScaled(project);
    QVERIFY(std::abs(scaled.scenarios[0].probability - 1.0 / 3.0) < 1e-12);
    QVERIFY(std::abs(scaled.scenarios[1].probability - 0.4) < 1e-12);
    for (core::Scenario& scenario : project.scenarios)
        scenario.probability = 0.0;
    QVERIFY(std::abs(ui::withProbabilitiesScaled(project).scenarios[2].probability - 1.0 / 3.0) <
            1e-12);
}

void TestScenarioCells::scenariosAreAddedCopiedAndRemoved()
{
    const auto list = ui::ProjectList::scenarios;
    const auto added = ui::withAdded(core::defaultProject(), list, u"Boom"_s);
    QCOMPARE(added->scenarios.back().id, std::string("boom"));
    QCOMPARE(added->scenarios.back().probability, 0.0);
    QCOMPARE(core::validate(*added), core::Problems());
    const auto copied = ui::withDuplicate(*added, list, dear);
    QCOMPARE(copied->scenarios[2].overrides, scenarioIn(*copied, dear).overrides);
    QCOMPARE(copied->scenarios[2].probability, 0.0);

    core::Result<Project> emptied = core::defaultProject();
    for (const core::Scenario& scenario : core::defaultProject().scenarios)
        emptied = ui::withRemoved(*std::move(emptied), list, scenario.id);
    QVERIFY(emptied);
    QVERIFY(emptied->scenarios.empty());
    QCOMPARE(core::validate(*emptied), core::Problems());
    QCOMPARE(ui::withAdded(*emptied, list, u"Boom"_s)->scenarios.front().probability, 1.0);
}

QTEST_GUILESS_MAIN(TestScenarioCells)
#include "tst_scenariocells.moc"
