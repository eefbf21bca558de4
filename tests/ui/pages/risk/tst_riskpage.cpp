#include "ui/pages/risk/RiskPage.h"

#include "core/analysis/Correlations.h"
#include "core/project/Validation.h"
#include "tests/ui/pages/InputsStage.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/Uncertainties.h"
#include "ui/figures/FigureChart.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputPicker.h"
#include "ui/pages/risk/DensityCurve.h"
#include "ui/pages/risk/UncertainTable.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/Segments.h"

#include <QChartView>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using pages::press;
using pages::type;
using pages::withPlainSpaces;

namespace {

constexpr int patience = 60'000; // milliseconds, for slow machines
const std::string capex = "levers.capex";
const std::string opex = "levers.opex";
const std::string fx = "levers.fx";

struct Stage : pages::InputsStage<ui::RiskPage> {
    ui::NumberTable& inputs = table(u"table.uncertain"_s);
    ui::NumberTable& correlations = table(u"table.correlations"_s);
    ui::NumberTable& results = table(u"table.riskResult"_s);

    Stage() { update(); }

    void update()
    {
        QCoreApplication::processEvents();
        page->refreshNow();
        QCoreApplication::processEvents();
    }
    bool settles()
    {
        return QTest::qWaitFor(
            [this] {
                update();
                return text(u"risk.state"_s).startsWith(u"Done"_s);
            },
            patience);
    }
    void selectCell(ui::NumberTable& in, const QString& cell)
    {
        QVERIFY2(in.select({cell, {}}), qPrintable(cell));
        in.setFocus();
    }
    void selectInput(const std::string& input)
    {
        QVERIFY(inputs.selectRow(ui::uncertainRowId(input)));
        inputs.setFocus();
        update();
    }
    double parameter(const std::string& input, const char* name) const
    {
        return ui::uncertaintyOf(project(), input)->distribution.parameters.at(name);
    }
    QString text(const QString& label) const
    {
        return withPlainSpaces(find<QLabel>(label)->text());
    }
    QString problems(const QString& name) const
    {
        return withPlainSpaces(find<ui::ProblemLine>(u"problems."_s + name)->problem());
    }
    const core::Figure& figure() const { return find<ui::FigureView>(u"figure.risk"_s)->figure(); }
    QString title() const
    {
        return withPlainSpaces(QString::fromStdString(core::english(figure().title)));
    }
    bool isGrey() const { return figure().bars.front().ink.role == core::FigureInk::Role::quiet; }
    QString result(const QString& row) const
    {
        return withPlainSpaces(cell(results, row, u"value"_s).text);
    }
    void choose(const QString& button, const QString& entry)
    {
        QMenu* const menu = find<ui::MenuButton>(button)->menu();
        emit menu->aboutToShow();
        const QList<QAction*> actions = menu->actions();
        const auto action = std::find_if(actions.begin(), actions.end(),
            [&](const QAction* candidate) { return candidate->text() == entry; });
        QVERIFY2(action != actions.end(), qPrintable(entry));
        (*action)->trigger();
        update();
    }
    void click(const QString& button)
    {
        QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
        update();
    }
    int steps() { return session.undoStack().index(); }
    void undoAll()
    {
        while (session.undoStack().canUndo())
            session.undoStack().undo();
        update();
        QCOMPARE(project(), ui::Session().project());
    }
};

}

class TestRiskPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void showsHowSureTheValueIs();
    void typesIntoTheTable();
    void keepsWhatIsRefused();
    void switchesDeckAndPriceOff();
    void editsBesideThePage();
    void dragsAGripInOneStep();
    void bringsADragBack();
    void correlatesTwoInputs();
    void offersTheNearestPossibleMatrix();
    void addsAnInput();
    void removesAnInput();
    void followsEveryEdit();
    void waitsToBeAskedForManyTrials();
    void typesTheSeed();
    void looksAtAnotherTarget();
    void showsHowTheMeanSettles();
    void readsAnyProbabilityOffTheHistogram();
    void startsFromEvidence();
    void goesToWhatIsWrong_data();
    void goesToWhatIsWrong();
    void opensWhatBreaksARuleToBeMended_data();
    void opensWhatBreaksARuleToBeMended();
};

Q_DECLARE_METATYPE(core::Distribution)

void TestRiskPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestRiskPage::showsHowSureTheValueIs()
{
    Stage s;
    QVERIFY(s.settles());
    QVERIFY2(s.title().contains(u"the chance of a positive NPV is "_s), qPrintable(s.title()));
    QVERIFY(!s.isGrey());
    QVERIFY(s.message().startsWith(u"NPV of the project when 5 input"_s));
    QCOMPARE(s.result(u"plan"_s), u"10.8"_s);
    QVERIFY(s.result(u"mean"_s).contains(u" ± "_s));
    // What the title says is what the table says.
    const int loss = s.result(u"loss"_s).section(u' ', 0, 0).toInt();
    QVERIFY(s.title().endsWith(u"%1 %"_s.arg(100 - loss)));
    QCOMPARE(s.inputs.content().rowCount(), 7);
    QCOMPARE(s.correlations.content().rowCount(), 5);
    const core::Figure& drivers = s.find<ui::FigureView>(u"figure.risk_variance"_s)->figure();
    double sum = 0.0;
    for (const core::FigureBar& bar : drivers.bars)
        sum += bar.to;
    QVERIFY(std::abs(sum - 100.0) < 1e-6);
    QCOMPARE(drivers.bars.size(), std::size_t {7});
}

void TestRiskPage::typesIntoTheTable()
{
    Stage s;
    s.selectCell(s.inputs, ui::uncertaintyCell(capex, "distribution.min"));
    type(u"80"_s);
    press(Qt::Key_Return);
    QCOMPARE(s.parameter(capex, "min"), 0.8);
    QCOMPARE(s.steps(), 1);
    s.update();
    QCOMPARE(Stage::cell(s.inputs, ui::uncertainRowId(capex), u"low"_s).text, u"80"_s);
    s.undoAll();
}

void TestRiskPage::keepsWhatIsRefused()
{
    Stage s;
    const QString low = ui::uncertaintyCell(capex, "distribution.min");
    s.selectCell(s.inputs, low);
    type(u"120"_s);
    press(Qt::Key_Return);
    s.update();
    QCOMPARE(s.parameter(capex, "min"), 0.95);
    QVERIFY2(s.problems(u"table.uncertain"_s).contains(u"95"_s),
        qPrintable(s.problems(u"table.uncertain"_s)));
    QVERIFY(s.problems(u"table.uncertain"_s).startsWith(u"Low, Capital"_s));
    QVERIFY(s.session.isEvaluated());
    QVERIFY(s.session.invalidEntries().find({low, {}}));
    s.session.invalidEntries().clear({low, {}});
    QVERIFY(s.problems(u"table.uncertain"_s).isEmpty());
}

void TestRiskPage::switchesDeckAndPriceOff()
{
    Stage s;
    s.selectInput("active_deck");
    auto* const deck = s.find<QComboBox>(u"analysis.draw_deck"_s);
    QVERIFY(deck);
    deck->setFocus();
    press(Qt::Key_Up);
    QVERIFY(!s.project().analysis->drawDeck);
    s.selectInput("price_process");
    auto* const process = s.find<QComboBox>(u"analysis.price_process.type"_s);
    QVERIFY(process);
    process->setFocus();
    press(Qt::Key_Up);
    QVERIFY(!s.project().analysis->priceProcess);
    s.update();
    QVERIFY(!s.message().contains(u"yearly price"_s));
    s.undoAll();
}

void TestRiskPage::editsBesideThePage()
{
    Stage s;
    s.selectInput(opex);
    QCOMPARE(s.page->sidePanelTitle(), u"Operating costs"_s);
    auto* const likely = s.find<QLineEdit>(ui::uncertaintyCell(opex, "distribution.mode"));
    QVERIFY(likely);
    likely->setFocus();
    likely->selectAll();
    type(u"110"_s);
    press(Qt::Key_Return);
    QCOMPARE(s.parameter(opex, "mode"), 1.1);
    auto* const family = s.find<QComboBox>(ui::uncertaintyCell(opex, "distribution.type"));
    family->setFocus();
    press(Qt::Key_Up);
    QCOMPARE(ui::uncertaintyOf(s.project(), opex)->distribution.type, std::string("triangular"));
    QCOMPARE(s.parameter(opex, "mode"), 1.1);
    QCOMPARE(s.steps(), 2);
    s.undoAll();
}

void TestRiskPage::dragsAGripInOneStep()
{
    Stage s;
    s.selectInput(opex);
    auto* const curve = s.find<ui::DensityCurve>(u"panel.density"_s);
    const auto grip = curve->gripAt("max");
    QVERIFY(grip);
    QTest::mousePress(curve, Qt::LeftButton, {}, *grip);
    for (int step = 1; step <= 5; ++step)
        QTest::mouseMove(curve, *grip - QPoint(6 * step, 0));
    QTest::mouseRelease(curve, Qt::LeftButton, {}, *grip - QPoint(30, 0));
    const double high = s.parameter(opex, "max");
    QVERIFY(high < 1.25 && high > 1.0);
    QCOMPARE(s.steps(), 1);
    // It lands on a round value.
    QVERIFY(std::abs(high * 1000.0 - std::round(high * 1000.0)) < 1e-9);
    // The others stay between.
    const auto likely = curve->gripAt("mode");
    QTest::mousePress(curve, Qt::LeftButton, {}, *likely);
    QTest::mouseMove(curve, QPoint(curve->width() - 1, likely->y()));
    QTest::mouseRelease(curve, Qt::LeftButton, {}, QPoint(curve->width() - 1, likely->y()));
    QCOMPARE(s.parameter(opex, "mode"), high);
    QCOMPARE(s.steps(), 2);
    s.undoAll();
}

void TestRiskPage::bringsADragBack()
{
    Stage s;
    s.selectInput(opex);
    auto* const curve = s.find<ui::DensityCurve>(u"panel.density"_s);
    const auto grip = curve->gripAt("min");
    QTest::mousePress(curve, Qt::LeftButton, {}, *grip);
    QTest::mouseMove(curve, *grip + QPoint(20, 0));
    QVERIFY(s.parameter(opex, "min") > 0.85);
    QTest::keyClick(curve, Qt::Key_Escape);
    QCOMPARE(s.parameter(opex, "min"), 0.85);
    QVERIFY(!s.session.isModified());
}

void TestRiskPage::correlatesTwoInputs()
{
    Stage s;
    const QString cell = ui::correlationCell("levers.production", capex);
    s.selectCell(s.correlations, cell);
    type(u"-0.2"_s);
    press(Qt::Key_Return);
    QCOMPARE(ui::correlationOf(s.project(), capex, "levers.production"), -0.2);
    QVERIFY(s.session.undoStack().undoText().contains(u"Capital"_s));
    s.selectCell(s.correlations, cell);
    type(u"1.5"_s);
    press(Qt::Key_Return);
    s.update();
    QCOMPARE(ui::correlationOf(s.project(), capex, "levers.production"), -0.2);
    QVERIFY(!s.problems(u"table.correlations"_s).isEmpty());
    QVERIFY(s.find<QLabel>(u"risk.correlationNote"_s)->isHidden());
    s.session.invalidEntries().clearAll();
    s.selectCell(s.correlations, cell);
    press(Qt::Key_Delete);
    QCOMPARE(s.project().analysis->correlations.size(), std::size_t {2});
    s.undoAll();
}

void TestRiskPage::offersTheNearestPossibleMatrix()
{
    Stage s;
    QVERIFY(s.settles());
    const QString title = s.title();
    s.selectCell(s.correlations, ui::correlationCell(opex, capex));
    type(u"0.95"_s);
    press(Qt::Key_Return);
    s.selectCell(s.correlations, ui::correlationCell(fx, capex));
    type(u"0.95"_s);
    press(Qt::Key_Return);
    s.update();
    const QString problem = s.problems(u"table.correlations"_s);
    QVERIFY2(problem.contains(u"Capital"_s) && problem.contains(u"Exchange rate"_s),
        qPrintable(problem));
    QVERIFY(s.isGrey());
    QCOMPARE(s.title(), title); // the old result stays
    QVERIFY(s.session.isEvaluated());
    const int steps = s.steps();
    s.mend(u"table.correlations"_s);
    s.update();
    QCOMPARE(s.steps(), steps + 1);
    QVERIFY(core::isPossible(core::rankCorrelationMatrix(*s.project().analysis)));
    QVERIFY(s.problems(u"table.correlations"_s).isEmpty());
    QVERIFY(!s.isGrey());
    s.undoAll();
}

void TestRiskPage::addsAnInput()
{
    Stage s;
    s.click(u"risk.add"_s);
    auto* const picker = s.window.findChild<ui::InputPicker*>();
    QVERIFY(picker);
    auto* const line = picker->findChild<QLineEdit*>();
    QTest::keyClicks(line, u"receivable days"_s);
    QTest::keyClick(line, Qt::Key_Return);
    s.update();
    const std::string days = "working_capital.receivable_days";
    QVERIFY(ui::uncertaintyOf(s.project(), days));
    QCOMPARE(s.steps(), 1);
    QCOMPARE(s.inputs.currentRow(), ui::uncertainRowId(days));
    QCOMPARE(s.correlations.content().rowCount(), 6);
    QVERIFY(core::validate(s.project()).empty());
    s.undoAll();
}

void TestRiskPage::removesAnInput()
{
    Stage s;
    s.selectInput(opex);
    s.inputs.run(ui::TableCommand::removeRows);
    s.update();
    QVERIFY(!ui::uncertaintyOf(s.project(), opex));
    QVERIFY(s.project().analysis->correlations.empty());
    QCOMPARE(s.steps(), 1);
    s.selectInput(fx);
    s.click(u"panel.remove"_s);
    QVERIFY(!ui::uncertaintyOf(s.project(), fx));
    s.undoAll();
}

void TestRiskPage::followsEveryEdit()
{
    Stage s;
    QVERIFY(s.settles());
    const QString before = s.result(u"p50"_s);
    QVERIFY(s.session.setInput(u"levers.price"_s, 1.5));
    s.update(); // one pass of the event loop
    QVERIFY(s.result(u"p50"_s) != before);
    QVERIFY(!s.isGrey());
    s.undoAll();
    QVERIFY(s.settles());
    QTRY_COMPARE(
        s.result(u"p50"_s), before); // once the full run has taken the place of the preview
}

void TestRiskPage::waitsToBeAskedForManyTrials()
{
    Stage s;
    QVERIFY(s.settles());
    auto* const notice = s.find<ui::NoticeBar>(u"risk.notice"_s);
    QVERIFY(notice->isHidden());
    s.choose(u"risk.trials"_s, u"10,000,000"_s);
    QCOMPARE(s.project().analysis->simulation.trials, 10'000'000);
    QVERIFY(notice->isVisible());
    QVERIFY2(
        notice->notice().contains(u"settings of the simulation"_s), qPrintable(notice->notice()));
    QVERIFY(s.isGrey());
    QVERIFY(s.find<QPushButton>(u"risk.stop"_s)->isHidden());
    QTest::mouseClick(&notice->button(), Qt::LeftButton);
    s.update();
    QVERIFY(notice->isHidden());
    QVERIFY(!s.isGrey());
    auto* const stop = s.find<QPushButton>(u"risk.stop"_s);
    QVERIFY(stop->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(s.find<QProgressBar>(u"risk.progress"_s)->value() > 0, patience);
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(stop->isHidden(), patience);
    QVERIFY(s.text(u"risk.state"_s).endsWith(u"of 10,000,000"_s));
    QVERIFY(!s.isGrey()); // what is done stays
}

void TestRiskPage::typesTheSeed()
{
    Stage s;
    auto* const seed = s.find<QLineEdit>(u"analysis.simulation.seed"_s);
    QCOMPARE(seed->text(), u"20251123"_s);
    seed->setFocus();
    seed->selectAll();
    type(u"42"_s);
    press(Qt::Key_Return);
    QCOMPARE(s.project().analysis->simulation.seed, std::uint64_t {42});
    s.choose(u"risk.sampling"_s, u"Sobol"_s);
    QCOMPARE(s.project().analysis->simulation.sampling, core::Sampling::sobol);
    QCOMPARE(s.steps(), 2);
    s.undoAll();
}

void TestRiskPage::looksAtAnotherTarget()
{
    Stage s;
    s.choose(u"risk.target"_s, u"IRR"_s);
    QVERIFY2(s.title().startsWith(u"IRR lies between "_s), qPrintable(s.title()));
    QVERIFY(s.message().startsWith(u"IRR of the project"_s));
    QVERIFY(!s.session.isModified()); // how one looks is no part of the project
}

void TestRiskPage::showsHowTheMeanSettles()
{
    Stage s;
    QVERIFY(s.settles());
    QTest::mouseClick(s.find<ui::Segments>(u"risk.view"_s)->button(1), Qt::LeftButton);
    QCOMPARE(s.figure().kind, core::FigureKind::convergence);
    QVERIFY2(s.title().endsWith(u"after 10,000 trials"_s), qPrintable(s.title()));
}

void TestRiskPage::readsAnyProbabilityOffTheHistogram()
{
    Stage s;
    QVERIFY(s.settles());
    auto* const view = s.find<ui::FigureView>(u"figure.risk"_s);
    auto* const charts = view->findChild<QChartView*>();
    auto* const chart = static_cast<ui::FigureChart*>(charts->chart());
    const auto percentile = [&s](std::size_t mark) { return s.figure().marks.at(mark).at.value; };
    const auto lineAt = [chart](std::size_t mark) {
        return chart->layOut().grips.at(mark).area.center().toPoint();
    };
    QCOMPARE(percentile(1), 50.0);
    const double median = s.figure().marks[1].at.x;

    const QPoint grip = lineAt(1);
    QTest::mousePress(charts->viewport(), Qt::LeftButton, {}, grip);
    QTest::mouseMove(charts->viewport(), grip + QPoint(40, 0));
    const double moved = percentile(1);
    QVERIFY(moved > 50.0 && moved < 90.0);
    QVERIFY(s.figure().marks[1].at.x > median);
    QVERIFY(core::english(s.figure().marks[1].text)
                .starts_with("P" + std::to_string(static_cast<int>(moved)) + " "));
    QVERIFY(std::abs(lineAt(1).x() - (grip.x() + 40)) <= 8); // at the nearest per cent
    // Its neighbour stays above it.
    QTest::mouseMove(charts->viewport(), grip + QPoint(5000, 0));
    QCOMPARE(percentile(1), 89.0);
    QTest::keyClick(view, Qt::Key_Escape);
    QCOMPARE(percentile(1), 50.0);
    QTest::mouseRelease(charts->viewport(), Qt::LeftButton, {}, grip);

    // Where it is let go it stays, also when the figures change.
    const QPoint first = lineAt(0);
    QTest::mousePress(charts->viewport(), Qt::LeftButton, {}, first);
    QTest::mouseMove(charts->viewport(), first + QPoint(25, 0));
    QTest::mouseRelease(charts->viewport(), Qt::LeftButton, {}, first + QPoint(25, 0));
    const double low = percentile(0);
    QVERIFY(low > 10.0 && low < 50.0);
    QVERIFY(s.session.setInput(u"levers.price"_s, 1.1));
    QVERIFY(s.settles());
    QCOMPARE(percentile(0), low);
}

void TestRiskPage::startsFromEvidence()
{
    Stage s;
    core::Project certain = s.project();
    certain.analysis.reset();
    certain.evidence["levers.opex"] = "analyst";
    s.session.edit(u"Certain"_s, certain, QString());
    s.update();
    QVERIFY(s.find<QWidget>(u"risk.empty"_s)->isVisible());
    s.click(u"risk.startFromEvidence"_s);
    QVERIFY(ui::uncertaintyOf(s.project(), opex));
    QVERIFY(!s.find<QWidget>(u"risk.empty"_s)->isVisible());
    s.session.undoStack().undo();
    QCOMPARE(s.project(), certain);
}

void TestRiskPage::goesToWhatIsWrong_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("row");
    QTest::newRow("a parameter") << ui::uncertaintyCell(fx, "distribution.mean")
                                 << ui::uncertainRowId(fx);
    QTest::newRow("by place") << u"analysis.uncertainties[1].distribution.max"_s
                              << ui::uncertainRowId(opex);
    QTest::newRow("the process") << u"analysis.price_process.half_life_years"_s
                                 << ui::uncertainRowId("price_process");
    QTest::newRow("the block") << u"analysis"_s << ui::uncertainRowId(capex);
}

void TestRiskPage::goesToWhatIsWrong()
{
    QFETCH(QString, id);
    QFETCH(QString, row);
    Stage s;
    QVERIFY(s.page->goToInput(id));
    QCOMPARE(s.inputs.currentRow(), row);
    QVERIFY(s.page->goToInput(u"analysis.correlations[0].rank"_s));
    QCOMPARE(s.correlations.currentRow(), QString::fromStdString(fx));
    QVERIFY(!s.page->goToInput(u"levers.capex"_s));
}

void TestRiskPage::opensWhatBreaksARuleToBeMended_data()
{
    QTest::addColumn<core::Distribution>("distribution");
    const auto row = [](const char* name, const core::Distribution& distribution) {
        QTest::newRow(name) << distribution;
    };
    row("no values", {"discrete", {}, {}, {}});
    row("fewer probabilities than values", {"discrete", {}, {1.0, 2.0, 3.0}, {0.5}});
    row("no probability at all", {"discrete", {}, {1.0, 2.0}, {0.0, 0.0}});
    row("a mode below the least",
        {"triangular", {{"min", 2.0}, {"mode", 1.0}, {"max", 3.0}}, {}, {}});
    row("a mode above the most", {"pert", {{"min", 2.0}, {"mode", 7.0}, {"max", 3.0}}, {}, {}});
    row("a lognormal below zero",
        {"lognormal", {{"mean", -1.0}, {"standard_deviation", 0.1}}, {}, {}});
    row("ends the wrong way round",
        {"truncated_normal",
            {{"mean", 1.0}, {"standard_deviation", 0.1}, {"min", 2.0}, {"max", 0.5}}, {}, {}});
    row("parameters of another", {"normal", {{"min", 2.0}}, {}, {}});
    row("an unknown one", {"cauchy", {}, {}, {}});
}

void TestRiskPage::opensWhatBreaksARuleToBeMended()
{
    QFETCH(core::Distribution, distribution);
    Stage s;
    core::Project broken = s.project();
    for (core::Uncertainty& uncertainty : broken.analysis->uncertainties)
        if (uncertainty.input == opex)
            uncertainty.distribution = distribution;
    s.session.newProject(broken);
    s.update();
    s.selectInput(opex);
    QVERIFY(!s.session.problems().empty());
    if (distribution.type == "discrete")
        s.session.edit({}, ui::withValueAdded(s.project(), opex));
    s.update();
    QVERIFY(s.session.setCell(
        {ui::uncertaintyCell(opex, "distribution.type"), {}}, std::string("uniform")));
    s.update();
    QVERIFY(s.session.problems().empty());
}

QTEST_MAIN(TestRiskPage)
#include "tst_riskpage.moc"
