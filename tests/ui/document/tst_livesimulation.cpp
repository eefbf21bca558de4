#include "core/project/DefaultProject.h"
#include "ui/document/LiveSimulation.h"
#include "ui/document/Session.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/Uncertainties.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::LiveSimulation;

namespace {

constexpr int patience = 60'000; // milliseconds, for slow machines
const ui::CellAddress trials {u"analysis.simulation.trials"_s, {}};

struct Desk {
    ui::Session session;
    ui::QuickSimulation quick;
    LiveSimulation simulation {session, quick};

    Desk()
    {
        set(5000.0);
        simulation.follow();
    }

    void set(double number) { QVERIFY(session.setCell(trials, number)); }
    void follow() { simulation.follow(); }
    bool settles()
    {
        return QTest::qWaitFor([this] { return !simulation.isRunning(); }, patience);
    }
    std::int64_t shown() const { return simulation.outcome().result->trials; }
};

}

class TestLiveSimulation : public QObject {
    Q_OBJECT

private slots:
    void fewTrialsAtOnceAndAllOfThemSoon();
    void followsEveryEdit();
    void aboveSomeTrialsItWaits();
    void notLiveItWaits();
    void undoBringsTheResultBack();
    void whatDoesNotMatterChangesNothing();
    void whatDoesNotMatterEndsNoRun();
    void drawnYearsAreLeftToAnotherThread();
    void stoppingKeepsWhatIsDone();
    void nothingUncertainHasNoResult();
    void impossibleCorrelationsKeepTheResult();
};

void TestLiveSimulation::fewTrialsAtOnceAndAllOfThemSoon()
{
    Desk desk;
    QVERIFY(desk.simulation.outcome().result);
    QVERIFY(desk.shown() <= ui::QuickSimulation::mostTrials);
    QVERIFY(!desk.simulation.isOutOfDate());
    QSignalSpy changed(&desk.simulation, &LiveSimulation::changed);
    QVERIFY(desk.settles());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(desk.shown(), 5000);
    QVERIFY(!desk.simulation.isPreview());
}

void TestLiveSimulation::followsEveryEdit()
{
    Desk desk;
    QVERIFY(desk.settles());
    const double before = desk.simulation.outcome().result->mean;
    QVERIFY(desk.session.setInput(u"levers.price"_s, 2.0));
    desk.follow();
    QVERIFY(!desk.simulation.isOutOfDate());
    QVERIFY(desk.simulation.outcome().result->mean > before);
    QVERIFY(desk.settles());
    QCOMPARE(desk.shown(), 5000);
}

void TestLiveSimulation::aboveSomeTrialsItWaits()
{
    Desk desk;
    QVERIFY(desk.settles());
    desk.set(200'000.0);
    desk.follow();
    QVERIFY(!desk.simulation.isRunning());
    QVERIFY(desk.simulation.isOutOfDate());
    QCOMPARE(desk.shown(), 5000); // the result of before
    QVERIFY(desk.session.setInput(u"levers.capex"_s, 1.1));
    desk.follow();
    QCOMPARE(
        desk.simulation.changes(), (QStringList {u"Capital"_s, u"settings of the simulation"_s}));
    desk.simulation.run();
    QVERIFY(desk.simulation.isRunning());
    QVERIFY(!desk.simulation.isOutOfDate());
    // An edit begins anew.
    QVERIFY(desk.session.setInput(u"levers.capex"_s, 1.2));
    desk.follow();
    QVERIFY(desk.simulation.isRunning());
}

void TestLiveSimulation::notLiveItWaits()
{
    Desk desk;
    QVERIFY(desk.settles());
    desk.simulation.setLive(false);
    QVERIFY(!desk.simulation.isOutOfDate());
    QVERIFY(desk.session.setInput(u"levers.opex"_s, 1.1));
    desk.follow();
    QVERIFY(desk.simulation.isOutOfDate());
    QVERIFY(!desk.simulation.isRunning());
    QCOMPARE(desk.simulation.changes(), QStringList {u"Operating costs"_s});
    desk.simulation.setLive(true);
    QVERIFY(!desk.simulation.isOutOfDate());
    QVERIFY(desk.settles());
    QCOMPARE(desk.shown(), 5000);
}

void TestLiveSimulation::undoBringsTheResultBack()
{
    Desk desk;
    QVERIFY(desk.settles());
    desk.simulation.setLive(false);
    const auto result = desk.simulation.outcome().result;
    QVERIFY(desk.session.setInput(u"levers.opex"_s, 1.1));
    desk.follow();
    desk.session.undoStack().undo();
    desk.follow();
    QVERIFY(!desk.simulation.isOutOfDate());
    QCOMPARE(desk.simulation.outcome().result, result);
}

void TestLiveSimulation::whatDoesNotMatterChangesNothing()
{
    Desk desk;
    QVERIFY(desk.settles());
    const auto result = desk.simulation.outcome().result;
    core::Project project = desk.session.project();
    project.notes["levers.price"] = "A note";
    project.evidence["levers.price"] = "quote";
    desk.session.edit(u"Note"_s, project, QString());
    desk.follow();
    QVERIFY(!desk.simulation.isRunning());
    QCOMPARE(desk.simulation.outcome().result, result);
}

void TestLiveSimulation::whatDoesNotMatterEndsNoRun()
{
    Desk desk;
    QVERIFY(desk.settles());
    desk.set(100'001.0); // above what runs by itself
    desk.follow();
    desk.simulation.run();
    QVERIFY(desk.simulation.isRunning());
    core::Project project = desk.session.project();
    project.notes["levers.price"] = "A note";
    desk.session.edit(u"Note"_s, project, QString());
    desk.follow();
    QVERIFY(desk.settles());
    QCOMPARE(desk.shown(), 100'001);
    QVERIFY(!desk.simulation.isOutOfDate());
}

void TestLiveSimulation::drawnYearsAreLeftToAnotherThread()
{
    Desk desk;
    QVERIFY(desk.settles());
    QVERIFY(desk.session.edit(
        {}, ui::withUncertainty(desk.session.project(), "timeline.years_of_operation")));
    QVERIFY(!ui::QuickSimulation::isQuick(desk.session.project()));
    const auto before = desk.simulation.outcome().result;
    desk.follow();
    QVERIFY(desk.simulation.isRunning());
    QVERIFY(desk.simulation.isOutOfDate());
    QCOMPARE(desk.simulation.outcome().result, before);
    QVERIFY(desk.settles());
    QVERIFY(!desk.simulation.isOutOfDate());
    QCOMPARE(desk.shown(), 5000);
}

void TestLiveSimulation::stoppingKeepsWhatIsDone()
{
    Desk desk;
    QVERIFY(desk.settles());
    desk.set(10'000'000.0);
    desk.follow();
    desk.simulation.run();
    QVERIFY(QTest::qWaitFor([&] { return desk.simulation.done() > 0.0; }, patience));
    desk.simulation.stop();
    QVERIFY(desk.settles());
    QVERIFY(desk.shown() > 0 && desk.shown() < 10'000'000);
    QVERIFY(!desk.simulation.isOutOfDate());
}

void TestLiveSimulation::nothingUncertainHasNoResult()
{
    Desk desk;
    core::Project project = desk.session.project();
    project.analysis.reset();
    desk.session.edit(u"Certain"_s, project, QString());
    desk.follow();
    QVERIFY(!desk.simulation.outcome().result);
    QVERIFY(!desk.simulation.isOutOfDate());
    QVERIFY(!desk.simulation.isRunning());
    desk.session.undoStack().undo();
    desk.follow();
    QVERIFY(desk.simulation.outcome().result);
}

void TestLiveSimulation::impossibleCorrelationsKeepTheResult()
{
    Desk desk;
    QVERIFY(desk.settles());
    const auto result = desk.simulation.outcome().result;
    QVERIFY(desk.session.setCell({ui::correlationCell("levers.capex", "levers.opex"), {}}, 0.95));
    QVERIFY(desk.session.setCell({ui::correlationCell("levers.capex", "levers.fx"), {}}, 0.95));
    desk.follow();
    QVERIFY(!desk.simulation.problems().empty());
    QVERIFY(desk.simulation.isOutOfDate());
    QCOMPARE(desk.simulation.outcome().result, result);
}

QTEST_GUILESS_MAIN(TestLiveSimulation)
#include "tst_livesimulation.moc"
