#include "ui/pages/scenarios/ScenariosPage.h"

#include "core/analysis/Attribution.h"
#include "core/project/DefaultProject.h"
#include "core/report/ExplainedFigure.h"
#include "core/report/MetricText.h"
#include "core/report/figure/ScenarioFigures.h"
#include "tests/ui/pages/InputsStage.h"
#include "ui/document/ScenarioCells.h"
#include "ui/fields/NumberField.h"
#include "ui/figures/FigureChart.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputPicker.h"
#include "ui/pages/TargetChoice.h"
#include "ui/pages/attribution/AttributionDialog.h"
#include "ui/pages/scenarios/ScenarioTable.h"
#include "ui/widgets/EmptyState.h"

#include <QChartView>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

#include <cmath>

using namespace Qt::StringLiterals;
using core::InputValue;
using core::Project;
using pages::press;
using pages::type;
using pages::withPlainSpaces;

namespace {

const std::string announced = "announced";
const std::string dear = "revised_cost";
const std::string slow = "slow_start";
const QString capex = ui::overrideRow("levers.capex", {});
const QString npvRow = ui::targetRow({});

struct Stage : pages::InputsStage<ui::ScenariosPage> {
    ui::NumberTable& scenarios = table(u"table.scenarios"_s);

    explicit Stage(int width = 1236, int height = 800)
        : InputsStage(width, height, false)
    {
    }

    void update()
    {
        QCoreApplication::processEvents();
        page->refreshNow();
        QCoreApplication::processEvents();
    }
    void select(const QString& cell, std::optional<int> place = {})
    {
        window.activateWindow(); // a menu or dialog may have been in front
        QVERIFY(QTest::qWaitForWindowActive(&window));
        scenarios.setFocus();
        QVERIFY(scenarios.select({cell, place}));
    }
    void selectProbability(const std::string& scenario) { select(ui::probabilityCell(scenario)); }
    // The cell below that of the probability, so many rows down.
    void selectRow(const std::string& scenario, const QString& row)
    {
        selectProbability(scenario);
        QVERIFY(scenarios.selectRow(row));
    }
    const ui::TableCell& cell(const QString& row, const std::string& scenario) const
    {
        return InputsStage::cell(scenarios, row, ui::scenarioColumn(scenario));
    }
    QString text(const QString& row, const std::string& scenario) const
    {
        return withPlainSpaces(cell(row, scenario).text);
    }
    QString textIn(const QString& row, const QString& column) const
    {
        return withPlainSpaces(InputsStage::cell(scenarios, row, column).text);
    }
    QStringList rowIds() const
    {
        QStringList ids;
        for (const ui::TableRow& row : scenarios.content().rows)
            ids += row.id;
        return ids;
    }
    QStringList heads() const
    {
        QStringList heads;
        for (const ui::TableColumn& column : scenarios.content().columns)
            heads += column.head;
        return heads;
    }
    const core::Scenario& scenario(const std::string& id) const
    {
        return *ui::scenarioOf(project(), id);
    }
    QString problems() const
    {
        return withPlainSpaces(find<ui::ProblemLine>(u"scenarios.problems"_s)->problem());
    }
    QPushButton& button(const QString& name) const { return *find<QPushButton>(name); }
    QString undoText() { return withPlainSpaces(session.undoStack().undoText()); }
    void undoAll()
    {
        session.finishTyping();
        while (session.undoStack().canUndo())
            session.undoStack().undo();
        update();
    }
    // Back to the document before, and again to the one after.
    void checkUndo()
    {
        session.finishTyping();
        const Project after = project();
        const int steps = session.undoStack().index();
        undoAll();
        QVERIFY(project() == core::defaultProject());
        while (session.undoStack().index() < steps)
            session.undoStack().redo();
        QVERIFY(project() == after);
        update();
    }
    template <class Dialog>
    Dialog* dialog() const
    {
        return qobject_cast<Dialog*>(QApplication::activeModalWidget());
    }
};

}

class TestScenariosPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void showsThePlanAndItsScenarios();
    void showsOnlyInputsThatDiffer();
    void namesAreShownAsTheyAre();
    void resultsAreThoseOfTheScenarios();
    void weightsResultsByProbability();
    void typingIntoAnInheritedCellOverrides();
    void delReturnsToThePlan();
    void levelsAreTypedInPercentOfThePlan();
    void aYearOfAProfileIsTyped();
    void theDeckIsChosen();
    void fillingAndPastingAreOneStep();
    void refusedEntriesStayAndAreNamed();
    void probabilitiesMustAddUp();
    void aBrokenScenarioLeavesTheOthers();
    void whatOverflowsIsSaid();
    void scenariosAreAdded();
    void scenariosAreCopiedMovedAndRemoved();
    void scenariosAreRenamed();
    void theHeadOfAColumnHasAMenu();
    void anInputIsOverridden();
    void aRowIsRemoved();
    void figuresAreChosen();
    void barsStandUnderTheirColumns_data();
    void barsStandUnderTheirColumns();
    void whyIsAnsweredByABridge();
    void whyWithoutAnAnswerSaysSo();
    void withoutScenariosThePageIsEmpty();
    void inputsAreFoundByTheirIds_data();
    void inputsAreFoundByTheirIds();
    void theFigureOfThePlanIsExplained();
    void weightedFiguresAreExplained_data();
    void weightedFiguresAreExplained();
    void thePlanIsExplainedWhateverTheFigure();
    void barsLeadToWhatIsBehindThem();
    void followsAnEditElsewhere();
};

void TestScenariosPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestScenariosPage::showsThePlanAndItsScenarios()
{
    Stage stage;
    QCOMPARE(stage.heads(),
        (QStringList {u"Plan and scenarios"_s, u"Plan"_s, u"As announced"_s,
            u"Capital of KZT 12.5 billion"_s, u"12 t a year and a later start"_s, u"Weighted"_s}));
    QCOMPARE(stage.text(u"probability"_s, dear), u"30"_s);
    QCOMPARE(stage.textIn(u"probability"_s, u"weighted"_s), u"100"_s);
    QCOMPARE(stage.message(),
        u"Weighted NPV is USD 7.1 million. 20 % of the weight is on scenarios that lose value."_s);
}

void TestScenariosPage::showsOnlyInputsThatDiffer()
{
    Stage stage;
    // Year 4 of the ramp-up is the same everywhere.
    QCOMPARE(stage.rowIds().filter(u"override."_s),
        (QStringList {capex, ui::overrideRow("production.nameplate_kg_per_year", {}),
            ui::overrideRow("production.ramp_up", 1), ui::overrideRow("production.ramp_up", 2),
            ui::overrideRow("production.ramp_up", 3)}));
    QCOMPARE(stage.textIn(capex, u"label"_s), u"Capital, % of plan"_s);
    QCOMPARE(stage.textIn(capex, u"plan"_s), u"100.0"_s);
    QCOMPARE(stage.text(capex, dear), u"121.5"_s);
    QVERIFY(stage.cell(capex, dear).isOverride);
    QCOMPARE(stage.cell(capex, dear).tone, ui::CellTone::input);
    QCOMPARE(stage.text(capex, slow), u"100.0"_s);
    QVERIFY(!stage.cell(capex, slow).isOverride);
    QCOMPARE(stage.cell(capex, slow).tone, ui::CellTone::inherited);
    QCOMPARE(stage.textIn(ui::overrideRow("production.ramp_up", 2), u"label"_s),
        u"Ramp-up, year 2, %"_s);
    QCOMPARE(stage.text(ui::overrideRow("production.ramp_up", 2), slow), u"30"_s);
}

void TestScenariosPage::namesAreShownAsTheyAre()
{
    Stage stage;
    Project project = stage.project();
    core::CostLine& line = project.costLines.front();
    line.name = "Grid, %2 and %1";
    line.fixedProfile = {0.5, 0.8};
    project.scenarios.front().overrides["cost_lines." + line.id + ".fixed_profile"] =
        core::Profile {0.6, 0.8};
    QVERIFY(stage.session.edit(u"name"_s, project));
    stage.update();
    const QStringList rows = stage.rowIds().filter(u"fixed_profile"_s);
    QCOMPARE(rows.size(), 1);
    const QString label = stage.textIn(rows.front(), u"label"_s);
    QVERIFY2(label.contains(u"%2 and %1"_s), qPrintable(label));
    QVERIFY2(label.contains(u", year 1"_s), qPrintable(label));
}

void TestScenariosPage::resultsAreThoseOfTheScenarios()
{
    Stage stage;
    const auto results = core::scenarioResults(*stage.session.evaluation());
    for (const core::ScenarioResult& result : results) {
        const double npv = *core::figureOf(*result.evaluation, {});
        QCOMPARE(*stage.cell(npvRow, result.id).number, npv / 1e6);
    }
    QCOMPARE(stage.text(npvRow, slow), u"−2.0"_s);
    QCOMPARE(stage.textIn(npvRow, u"plan"_s), u"10.8"_s);
    QCOMPARE(stage.text(ui::targetRow({core::Target::Kind::metric, core::Metric::irr}), dear),
        u"16.5"_s);
    QVERIFY(stage.session.setInput(u"active_deck"_s, "floor"));
    stage.update();
    QCOMPARE(
        stage.textIn(ui::targetRow({core::Target::Kind::metric, core::Metric::payback}), u"plan"_s),
        QString::fromStdString(core::metricText(
            *stage.session.evaluation(), core::PlantCase::project, core::Metric::payback)));
}

void TestScenariosPage::weightsResultsByProbability()
{
    Stage stage;
    const auto results = core::scenarioResults(*stage.session.evaluation());
    QCOMPARE(*Stage::InputsStage::cell(stage.scenarios, npvRow, u"weighted"_s).number,
        *core::weighted(results, {}) / 1e6);
    QCOMPARE(
        stage.textIn(ui::targetRow({core::Target::Kind::metric, core::Metric::irr}), u"weighted"_s),
        QString());
}

void TestScenariosPage::typingIntoAnInheritedCellOverrides()
{
    Stage stage;
    stage.select(ui::overrideCell(dear, "production.nameplate_kg_per_year"));
    type(u"14 t"_s);
    press(Qt::Key_Return);
    stage.update();
    QCOMPARE(
        stage.scenario(dear).overrides.at("production.nameplate_kg_per_year"), InputValue(14000.0));
    QVERIFY(stage.cell(ui::overrideRow("production.nameplate_kg_per_year", {}), dear).isOverride);
    QCOMPARE(stage.undoText(),
        u"Nameplate capacity, Capital of KZT 12.5 billion: 15,000 → 14,000 kg/year"_s);
    stage.checkUndo();
}

void TestScenariosPage::delReturnsToThePlan()
{
    Stage stage;
    stage.select(ui::overrideCell(slow, "production.nameplate_kg_per_year"));
    press(Qt::Key_Delete);
    stage.update();
    QVERIFY(!stage.scenario(slow).overrides.contains("production.nameplate_kg_per_year"));
    // No scenario differs in it any more.
    QVERIFY(!stage.rowIds().contains(ui::overrideRow("production.nameplate_kg_per_year", {})));
    stage.checkUndo();
}

void TestScenariosPage::levelsAreTypedInPercentOfThePlan()
{
    Stage stage;
    stage.select(ui::overrideCell(dear, "levers.capex"));
    type(u"130"_s);
    press(Qt::Key_Return);
    QCOMPARE(stage.scenario(dear).overrides.at("levers.capex"), InputValue(1.3));
    stage.checkUndo();
}

void TestScenariosPage::aYearOfAProfileIsTyped()
{
    Stage stage;
    stage.select(ui::overrideCell(slow, "production.ramp_up"), 2);
    type(u"45"_s);
    press(Qt::Key_Return);
    QCOMPARE(stage.scenario(slow).overrides.at("production.ramp_up"),
        InputValue(core::Profile {0.0, 0.45, 0.7, 1.0}));
    stage.checkUndo();
    stage.select(ui::overrideCell(slow, "production.ramp_up"), 1);
    press(Qt::Key_Delete);
    stage.update();
    QVERIFY(!stage.rowIds().contains(ui::overrideRow("production.ramp_up", 1)));
    stage.checkUndo();
}

void TestScenariosPage::theDeckIsChosen()
{
    Stage stage;
    QVERIFY(!stage.rowIds().contains(ui::overrideRow("active_deck", {})));
    QVERIFY(stage.session.setCell({ui::deckCell(slow), {}}, "floor"));
    stage.session.finishTyping();
    stage.update();
    QCOMPARE(stage.textIn(ui::overrideRow("active_deck", {}), u"label"_s), u"Price deck"_s);
    QVERIFY(stage.cell(ui::overrideRow("active_deck", {}), slow).isOverride);
    QVERIFY(!stage.cell(ui::overrideRow("active_deck", {}), dear).isOverride);
    stage.select(ui::deckCell(dear));
    press(Qt::Key_F2);
    auto* const list = stage.scenarios.findChild<QComboBox*>();
    QVERIFY(list);
    list->setCurrentIndex(list->findData(u"ban_lifted"_s));
    emit list->activated(list->currentIndex());
    stage.update();
    QCOMPARE(stage.scenario(dear).deck, std::optional<std::string>("ban_lifted"));
    stage.checkUndo();
}

void TestScenariosPage::fillingAndPastingAreOneStep()
{
    Stage stage;
    stage.select(ui::overrideCell(dear, "levers.capex"));
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(stage.scenario(slow).overrides.at("levers.capex"), InputValue(1.215));
    QCOMPARE(stage.session.undoStack().index(), 1);
    stage.checkUndo();

    stage.select(ui::overrideCell(announced, "levers.capex"));
    QGuiApplication::clipboard()->setText(u"90\t95\t110"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(stage.scenario(announced).overrides.at("levers.capex"), InputValue(0.9));
    QCOMPARE(stage.scenario(slow).overrides.at("levers.capex"), InputValue(1.1));
    QCOMPARE(stage.session.undoStack().index(), stage.session.undoStack().count());
    stage.checkUndo();
}

void TestScenariosPage::refusedEntriesStayAndAreNamed()
{
    Stage stage;
    stage.select(ui::overrideCell(dear, "levers.capex"));
    type(u"99999"_s);
    press(Qt::Key_Return);
    stage.update();
    QCOMPARE(stage.scenario(dear).overrides.at("levers.capex"), InputValue(1.215));
    QVERIFY2(stage.problems().startsWith(u"Lever on capital, Capital of KZT 12.5 billion: "_s),
        qPrintable(stage.problems()));
    stage.select(ui::overrideCell(dear, "levers.capex"));
    press(Qt::Key_Escape);
    stage.update();
    QCOMPARE(stage.problems(), QString());
}

void TestScenariosPage::probabilitiesMustAddUp()
{
    Stage stage;
    stage.selectProbability(slow);
    type(u"40"_s);
    press(Qt::Key_Return);
    stage.update();
    QCOMPARE(stage.problems(),
        u"Probabilities must add to 100 %; they add to 120 %. Weighted figures show a dash until "
        "they do."_s);
    QCOMPARE(stage.textIn(npvRow, u"weighted"_s), u"–"_s);
    QCOMPARE(Stage::InputsStage::cell(stage.scenarios, u"probability"_s, u"weighted"_s).tone,
        ui::CellTone::error);
    QCOMPARE(stage.text(npvRow, dear), u"7.0"_s); // is shown all the same
    auto* const text =
        stage.find<ui::ProblemLine>(u"scenarios.problems"_s)->findChild<QLabel*>(u"problemText"_s);
    emit text->linkActivated(u"remedy"_s);
    stage.update();
    QCOMPARE(stage.problems(), QString());
    QVERIFY(std::abs(stage.scenario(slow).probability - 1.0 / 3.0) < 1e-12);
    QCOMPARE(stage.undoText(), u"Scale probabilities to 100 %"_s);
    stage.checkUndo();
}

void TestScenariosPage::aBrokenScenarioLeavesTheOthers()
{
    Stage stage;
    QVERIFY(stage.session.setCell({ui::overrideCell(dear, "shareholders.state.share"), {}}, 0.9));
    stage.update();
    QVERIFY2(
        stage.problems().startsWith(u"Capital of KZT 12.5 billion: with these, shareholders"_s),
        qPrintable(stage.problems()));
    QCOMPARE(stage.text(npvRow, dear), u"–"_s);
    QCOMPARE(stage.text(npvRow, slow), u"−2.0"_s);
    QCOMPARE(stage.textIn(npvRow, u"plan"_s), u"10.8"_s);
    QVERIFY(stage.message().startsWith(u"There is no weighted NPV"_s));
    stage.checkUndo();
}

void TestScenariosPage::whatOverflowsIsSaid()
{
    Stage stage;
    Project project = core::defaultProject();
    // Prices that grow by 1000 % a year for 300 years are beyond doubles.
    project.scenarios[1].overrides = {{"macro.usd_inflation", 10.0},
        {"timeline.years_of_operation", 300.0}, {"macro.fx.mode", "constant"}};
    stage.session.edit(u"Overflow"_s, project);
    stage.update();
    QVERIFY2(stage.problems().startsWith(
                 u"Capital of KZT 12.5 billion: usd_index: 'USD price index' in "_s),
        qPrintable(stage.problems()));
    QCOMPARE(stage.text(npvRow, dear), u"–"_s);
}

void TestScenariosPage::scenariosAreAdded()
{
    Stage stage;
    QTest::mouseClick(&stage.button(u"newScenario"_s), Qt::LeftButton);
    QCOMPARE(stage.project().scenarios.back().id, std::string("new_scenario"));
    QCOMPARE(stage.scenarios.currentColumn(), ui::scenarioColumn("new_scenario"));
    QCOMPARE(stage.undoText(), u"Add “New scenario”"_s);
    QCOMPARE(stage.text(npvRow, "new_scenario"), u"10.8"_s);
    press(Qt::Key_Equal, Qt::ControlModifier | Qt::ShiftModifier);
    stage.update();
    QCOMPARE(stage.project().scenarios.size(), std::size_t {5});
    stage.checkUndo();
}

void TestScenariosPage::scenariosAreCopiedMovedAndRemoved()
{
    Stage stage;
    stage.selectProbability(dear);
    Stage::chooseFromMenu(stage.scenarios, u"Duplicate scenario"_s);
    stage.update();
    QCOMPARE(stage.heads()[4], u"Capital of KZT 12.5 billion (copy)"_s);
    QCOMPARE(stage.text(npvRow, stage.project().scenarios[2].id), stage.text(npvRow, dear));
    stage.checkUndo();

    stage.selectProbability(dear);
    press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    stage.update();
    QCOMPARE(stage.project().scenarios.front().id, dear);
    QCOMPARE(stage.scenarios.currentColumn(), ui::scenarioColumn(dear));
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(stage.project().scenarios[1].id == dear);
    stage.checkUndo();

    stage.selectProbability(dear);
    press(Qt::Key_Minus, Qt::ControlModifier);
    stage.update();
    QVERIFY(!stage.heads().contains(u"Capital of KZT 12.5 billion"_s));
    QVERIFY(stage.problems().startsWith(u"Probabilities must add to 100 %; they add to 70 %."_s));
    stage.checkUndo();
}

void TestScenariosPage::scenariosAreRenamed()
{
    Stage stage;
    stage.selectProbability(dear);
    Stage::chooseFromMenu(stage.scenarios, u"Rename…"_s);
    auto* const dialog = stage.dialog<QInputDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), u"Capital of KZT 12.5 billion"_s);
    dialog->setTextValue(u"Dear"_s);
    dialog->accept();
    stage.update();
    QVERIFY(stage.heads().contains(u"Dear"_s));
    QCOMPARE(stage.undoText(), u"Rename “Capital of KZT 12.5 billion” to “Dear”"_s);
    stage.checkUndo();
}

void TestScenariosPage::theHeadOfAColumnHasAMenu()
{
    Stage stage;
    QHeaderView* const heads = stage.scenarios.horizontalHeader();
    const int column = *stage.scenarios.content().columnOf(ui::scenarioColumn(slow));
    const QPoint place(heads->sectionViewportPosition(column) + 10, 10);
    emit heads->customContextMenuRequested(place);
    auto* const menu = stage.page->findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(menu);
    QStringList texts;
    for (const QAction* action : menu->actions())
        if (!action->isSeparator())
            texts += action->text();
    QCOMPARE(texts, (QStringList {u"Why…"_s, u"Rename…"_s, u"Duplicate scenario"_s, u"Move left"_s,
                        u"Move right"_s, u"Remove scenario"_s}));
    QVERIFY(!menu->actions()[5]->isEnabled()); // it is the last one
    menu->close();
}

void TestScenariosPage::anInputIsOverridden()
{
    Stage stage;
    stage.selectProbability(slow);
    QTest::mouseClick(&stage.button(u"overrideInput"_s), Qt::LeftButton);
    auto* const picker = stage.button(u"overrideInput"_s).findChild<ui::InputPicker*>();
    QVERIFY(picker);
    auto* const line = picker->findChild<QLineEdit*>();
    QTest::keyClicks(line, u"discounting.rate"_s);
    QTest::keyClick(line, Qt::Key_Return);
    stage.update();
    QCOMPARE(stage.scenario(slow).overrides.at("discounting.rate"),
        InputValue(stage.project().discounting.rate));
    QVERIFY(stage.rowIds().contains(ui::overrideRow("discounting.rate", {})));
    QCOMPARE(stage.scenarios.currentRow(), ui::overrideRow("discounting.rate", {}));
    QCOMPARE(stage.scenarios.currentColumn(), ui::scenarioColumn(slow));
    stage.checkUndo();
}

void TestScenariosPage::aRowIsRemoved()
{
    Stage stage;
    stage.select(ui::overrideCell(slow, "production.ramp_up"), 2);
    press(Qt::Key_Minus, Qt::ControlModifier);
    stage.update();
    QVERIFY(!stage.scenario(slow).overrides.contains("production.ramp_up"));
    QCOMPARE(stage.undoText(), u"Ramp-up as planned in all scenarios"_s);
    stage.checkUndo();
}

void TestScenariosPage::figuresAreChosen()
{
    Stage stage;
    QTest::mouseClick(&stage.button(u"chooseFigures"_s), Qt::LeftButton);
    auto* const dialog = stage.dialog<ui::TargetChoice>();
    QVERIFY(dialog);
    auto* const list = dialog->findChild<QListWidget*>(u"targetChoice.list"_s);
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(Qt::Unchecked);
    const auto mirr = list->findItems(u"MIRR"_s, Qt::MatchExactly);
    QCOMPARE(mirr.size(), 1);
    mirr.front()->setCheckState(Qt::Checked);
    list->item(0)->setCheckState(Qt::Checked); // NPV
    list->setCurrentRow(list->row(mirr.front()));
    for (int i = list->currentRow(); i > 0; --i)
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    dialog->accept();
    stage.update();
    const QStringList shown {
        ui::targetRow({core::Target::Kind::metric, core::Metric::mirr}), npvRow};
    QCOMPARE(stage.rowIds().filter(u"target."_s), shown);
    QCOMPARE(ui::textOf(stage.find<ui::FigureView>(u"figure.scenarios"_s)->figure().title),
        u"MIRR by scenario"_s);
    QCOMPARE(stage.preferences.scenarioFigures(), (QStringList {u"mirr"_s, u"npv"_s}));
}

void TestScenariosPage::barsStandUnderTheirColumns_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << 1236;
    QTest::newRow("narrow, scrolled sideways") << 620;
}

void TestScenariosPage::barsStandUnderTheirColumns()
{
    QFETCH(int, width);
    Stage stage(width);
    stage.update();
    auto* const view = stage.find<ui::FigureView>(u"figure.scenarios"_s);
    const auto* const chart =
        static_cast<ui::FigureChart*>(view->findChild<QChartView*>()->chart());
    QScrollBar& bar = *stage.scenarios.horizontalScrollBar();
    for (const int position : {bar.minimum(), bar.maximum()}) {
        bar.setValue(position);
        QCoreApplication::processEvents();
        std::vector<double> ends;
        const ui::TableContent& content = stage.scenarios.content();
        const int weighted = content.columnCount() - 1;
        const int sight =
            stage.scenarios.viewport()->width() - stage.scenarios.columnWidth(weighted);
        for (int column = 1; column < weighted; ++column) {
            const int end = stage.scenarios.columnViewportPosition(column) +
                            stage.scenarios.columnWidth(column);
            if (end <= sight && end - 52 >= stage.scenarios.columnWidth(0))
                ends.push_back(end - 8 + stage.scenarios.x() - view->x());
        }
        ends.push_back(stage.scenarios.viewport()->width() - 24 + stage.scenarios.x() - view->x());
        const auto& bars = chart->layOut().bars;
        QCOMPARE(bars.size(), ends.size());
        for (std::size_t i = 0; i < bars.size(); ++i)
            QVERIFY(std::abs(bars[i].area.right() - ends[i]) < 1.0);
    }
}

void TestScenariosPage::whyIsAnsweredByABridge()
{
    Stage stage;
    stage.selectRow(slow, npvRow);
    press(Qt::Key_F3);
    auto* const dialog = stage.dialog<ui::AttributionDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(!dialog->view().isAwaited());
    const core::Figure& bridge = dialog->view().figure().figure();
    QCOMPARE(bridge.bars.size(), std::size_t {4}); // the ends, output and ramp-up
    const auto& plan = stage.session.evaluation();
    const auto results = core::scenarioResults(*plan);
    const double from = *core::figureOf(*plan, {}) / 1e6;
    const double to = *core::figureOf(*results[2].evaluation, {}) / 1e6;
    QCOMPARE(bridge.bars.front().to, from);
    QCOMPARE(bridge.bars.back().to, to);
    double sum = 0.0;
    for (std::size_t i = 1; i + 1 < bridge.bars.size(); ++i)
        sum += bridge.bars[i].size();
    QVERIFY(std::abs(sum - (to - from)) < 1e-9);

    const ui::TableContent& table = dialog->view().table().content();
    QCOMPARE(table.rows.front().id, u"production.nameplate_kg_per_year"_s);
    QCOMPARE(withPlainSpaces(table.cell(0, 2).text), u"15,000"_s);
    QCOMPARE(withPlainSpaces(table.cell(0, 3).text), u"12,000"_s);
    QCOMPARE(table.cell(0, 4).text, u"−8.2"_s);
    QCOMPARE(table.cell(2, 0).text, u"All changes"_s);
    QCOMPARE(table.cell(2, 4).text, u"−12.8"_s);
    QVERIFY(dialog->findChild<QLabel*>(u"attribution.metrics"_s)
                ->text()
                .contains(u"IRR 20.9 → 9.2 %"_s));
    dialog->close();
}

void TestScenariosPage::whyWithoutAnAnswerSaysSo()
{
    Stage stage;
    QVERIFY(stage.session.setCell({ui::overrideCell(dear, "shareholders.state.share"), {}}, 0.9));
    stage.update();
    QSignalSpy told(&stage.workspace, &ui::Workspace::messageShown);
    stage.selectProbability(dear);
    QTest::mouseClick(&stage.button(u"why"_s), Qt::LeftButton);
    QVERIFY(!stage.dialog<ui::AttributionDialog>());
    QVERIFY(!told.isEmpty());
    stage.selectRow(announced, u"probability"_s);
    QVERIFY(stage.button(u"why"_s).isEnabled());
    press(Qt::Key_Home);
    QVERIFY(!stage.button(u"why"_s).isEnabled());
}

void TestScenariosPage::withoutScenariosThePageIsEmpty()
{
    Stage stage;
    for (const std::string& id : {announced, dear, slow}) {
        stage.selectProbability(id);
        Stage::chooseFromMenu(stage.scenarios, u"Remove scenario"_s);
        stage.update();
    }
    auto* const empty = stage.find<ui::EmptyState>(u"scenarios.empty"_s);
    QVERIFY(empty->isVisible());
    QVERIFY(!stage.scenarios.isVisible());
    QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
    stage.update();
    QVERIFY(stage.scenarios.isVisible());
    QCOMPARE(stage.project().scenarios.front().probability, 1.0);
    QCOMPARE(stage.problems(), QString());
    stage.checkUndo();
}

void TestScenariosPage::inputsAreFoundByTheirIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column");
    QTest::newRow("an override") << ui::overrideCell(dear, "levers.capex") << capex
                                 << ui::scenarioColumn(dear);
    QTest::newRow("a profile") << ui::overrideCell(slow, "production.ramp_up")
                               << ui::overrideRow("production.ramp_up", 1)
                               << ui::scenarioColumn(slow);
    QTest::newRow("a probability")
        << ui::probabilityCell(slow) << u"probability"_s << ui::scenarioColumn(slow);
    QTest::newRow("a scenario") << u"scenarios.slow_start"_s << u"probability"_s
                                << ui::scenarioColumn(slow);
    QTest::newRow("rules between overrides")
        << u"scenarios.slow_start.overrides"_s << u"probability"_s << ui::scenarioColumn(slow);
    QTest::newRow("all of them") << u"scenarios"_s << u"probability"_s
                                 << ui::scenarioColumn(announced);
}

void TestScenariosPage::inputsAreFoundByTheirIds()
{
    QFETCH(QString, id);
    QFETCH(QString, row);
    QFETCH(QString, column);
    Stage stage;
    QVERIFY(stage.page->goToInput(id));
    QCOMPARE(stage.scenarios.currentRow(), row);
    QCOMPARE(stage.scenarios.currentColumn(), column);
    QVERIFY(!stage.page->goToInput(u"levers.capex"_s));
}

void TestScenariosPage::theFigureOfThePlanIsExplained()
{
    Stage stage;
    QSignalSpy explained(&stage.workspace, &ui::Workspace::explainRequested);
    stage.selectRow(announced, npvRow);
    press(Qt::Key_Left);
    press(Qt::Key_F3);
    QCOMPARE(explained.size(), 1);
    QCOMPARE(explained.front().front().value<core::FigureReference>().name, std::string("npv"));
}

void TestScenariosPage::weightedFiguresAreExplained_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<std::string>("figure");
    QTest::newRow("the sum of the probabilities")
        << u"probability"_s << std::string("sum_of.scenarios.probability");
    QTest::newRow("the value") << npvRow << std::string("weighted_over_scenarios.npv");
}

void TestScenariosPage::weightedFiguresAreExplained()
{
    QFETCH(QString, row);
    QFETCH(std::string, figure);
    Stage stage;
    QSignalSpy explained(&stage.workspace, &ui::Workspace::explainRequested);
    stage.selectRow(announced, row);
    press(Qt::Key_End);
    QCOMPARE(stage.scenarios.currentColumn(), u"weighted"_s);
    press(Qt::Key_F3);
    QCOMPARE(explained.size(), 1);
    QCOMPARE(explained.front().front().value<core::FigureReference>().name, figure);
    QVERIFY(core::explainFigure(*stage.session.evaluation(), {core::ResultCase::project, figure}));
}

void TestScenariosPage::thePlanIsExplainedWhateverTheFigure()
{
    const auto plan = *core::Evaluation::of(core::defaultProject());
    for (const core::Target target : core::allTargets()) {
        const core::Figure figure = core::scenariosFigure(*plan, {}, target, {});
        if (!figure.bars.empty())
            QVERIFY2(
                core::explainFigure(*plan, {core::ResultCase::project, figure.bars.front().row}),
                figure.bars.front().row.c_str());
    }
}

void TestScenariosPage::barsLeadToWhatIsBehindThem()
{
    Stage stage;
    QSignalSpy explained(&stage.workspace, &ui::Workspace::explainRequested);
    QSignalSpy followed(&stage.workspace, &ui::Workspace::inputRequested);
    auto* const chart = stage.find<ui::FigureView>(u"figure.scenarios"_s)->findChild<QChartView*>();
    const auto* const figure = static_cast<const ui::FigureChart*>(chart->chart());
    qsizetype whys = 0;
    for (const ui::FigureTarget& bar : figure->layOut().targets) {
        QTest::mouseDClick(chart->viewport(), Qt::LeftButton, {}, bar.area.center().toPoint());
        QCoreApplication::processEvents();
        if (auto* const dialog = stage.dialog<ui::AttributionDialog>()) {
            ++whys;
            dialog->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    const auto explainedName = [&](qsizetype i) {
        return explained[i].front().value<core::FigureReference>().name;
    };
    QCOMPARE(explained.size(), 2);
    QCOMPARE(explainedName(0), std::string("npv"));
    QCOMPARE(explainedName(1), std::string("weighted_over_scenarios.npv"));

    // A scenario's leads to its column and tells why it differs.
    const std::vector<core::Scenario>& scenarios = stage.session.project().scenarios;
    QCOMPARE(followed.size(), static_cast<qsizetype>(scenarios.size()));
    QCOMPARE(whys, followed.size());
    for (qsizetype i = 0; i < followed.size(); ++i) {
        const core::Scenario& scenario = scenarios[static_cast<std::size_t>(i)];
        QVERIFY(stage.page->goToInput(followed[i].front().toString()));
        QCOMPARE(ui::scenarioOfColumn(stage.scenarios.currentColumn()), scenario.id);
    }
}

void TestScenariosPage::followsAnEditElsewhere()
{
    Stage stage;
    QVERIFY(stage.session.setInput(u"levers.price"_s, 1.2));
    stage.update();
    const auto results = core::scenarioResults(*stage.session.evaluation());
    QCOMPARE(*stage.cell(npvRow, slow).number, *core::figureOf(*results[2].evaluation, {}) / 1e6);
    QVERIFY(*stage.cell(npvRow, slow).number > 0.0);
}

QTEST_MAIN(TestScenariosPage)
#include "tst_scenariospage.moc"
