#include "core/project/DefaultProject.h"
#include "ui/document/QuickSimulation.h"
#include "ui/document/SimulationRun.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using ui::SimulationOutcome;
using ui::SimulationRun;

namespace {

constexpr int patience = 60'000; // milliseconds, for slow machines

std::shared_ptr<const core::Evaluation> plan()
{
    static const std::shared_ptr<const core::Evaluation> evaluation =
        *core::Evaluation::of(core::defaultProject());
    return evaluation;
}

core::Simulation of(std::int64_t trials, std::uint64_t seed = 1)
{
    return {trials, seed, core::Sampling::latinHypercube};
}

// Keeps what a run tells.
struct Listener {
    explicit Listener(SimulationRun& run)
    {
        QObject::connect(
            &run, &SimulationRun::finished, &context, [this](const SimulationOutcome& outcome) {
                outcomes.push_back(outcome);
                thread = QThread::currentThread();
            });
    }

    QObject context;
    std::vector<SimulationOutcome> outcomes;
    QThread* thread = nullptr;
};

}

class TestSimulationRun : public QObject {
    Q_OBJECT

private slots:
    void tellsInTheThreadThatAsked();
    void newestCounts();
    void stoppingKeepsWhatIsDone();
    void givenUpTellsNothing();
    void goesAwayWhileItRuns();
    void saysWhyNot();
    void quickOneIsTheSameForAll();
};

void TestSimulationRun::tellsInTheThreadThatAsked()
{
    SimulationRun run;
    Listener listener(run);
    run.start(plan(), of(2000));
    QVERIFY(run.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(listener.outcomes.size(), std::size_t {1}, patience);
    QVERIFY(!run.isRunning());
    QCOMPARE(listener.thread, QThread::currentThread());
    const SimulationOutcome& outcome = listener.outcomes.front();
    QVERIFY(outcome.result);
    QCOMPARE(outcome.result->trials, 2000);
    QCOMPARE(outcome.base, plan());
    QVERIFY(!outcome.isStopped());
    QVERIFY(outcome.time.isValid());
}

void TestSimulationRun::newestCounts()
{
    SimulationRun run;
    Listener listener(run);
    for (std::uint64_t seed = 1; seed <= 8; ++seed)
        run.start(plan(), of(seed < 8 ? 1'000'000 : 1000, seed));
    QTRY_COMPARE_WITH_TIMEOUT(listener.outcomes.size(), std::size_t {1}, patience);
    QCOMPARE(listener.outcomes.front().result->simulation.seed, std::uint64_t {8});
    QTest::qWait(200);
    QCOMPARE(listener.outcomes.size(), std::size_t {1}); // the others stay silent
}

void TestSimulationRun::stoppingKeepsWhatIsDone()
{
    SimulationRun run;
    Listener listener(run);
    const QSignalSpy progress(&run, &SimulationRun::progressed);
    run.start(plan(), of(10'000'000));
    QTRY_VERIFY_WITH_TIMEOUT(run.done() > 0.0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), patience);
    run.stop();
    QTRY_COMPARE_WITH_TIMEOUT(listener.outcomes.size(), std::size_t {1}, patience);
    const SimulationOutcome& outcome = listener.outcomes.front();
    QVERIFY(outcome.result);
    QVERIFY(outcome.isStopped());
    QVERIFY(outcome.result->trials > 0);
    QCOMPARE(outcome.result->values.size(), static_cast<std::size_t>(outcome.result->trials));
    QVERIFY(!run.isRunning());
}

void TestSimulationRun::givenUpTellsNothing()
{
    SimulationRun run;
    Listener listener(run);
    run.start(plan(), of(2000));
    run.giveUp();
    QVERIFY(!run.isRunning());
    QTest::qWait(500);
    QVERIFY(listener.outcomes.empty());
}

void TestSimulationRun::goesAwayWhileItRuns()
{
    for (int i = 0; i < 5; ++i) {
        auto run = std::make_unique<SimulationRun>();
        run->start(plan(), of(5'000'000));
        QTest::qWait(10 * i);
        run.reset();
    }
    QTest::qWait(200);
}

void TestSimulationRun::saysWhyNot()
{
    core::Project certain = core::defaultProject();
    certain.analysis->uncertainties.clear();
    certain.analysis->correlations.clear();
    certain.analysis->drawDeck = false;
    certain.analysis->priceProcess.reset();
    SimulationRun run;
    Listener listener(run);
    run.start(*core::Evaluation::of(certain), of(1000));
    QTRY_COMPARE_WITH_TIMEOUT(listener.outcomes.size(), std::size_t {1}, patience);
    QVERIFY(!listener.outcomes.front().result);
    QVERIFY(!listener.outcomes.front().problems.empty());
}

void TestSimulationRun::quickOneIsTheSameForAll()
{
    ui::QuickSimulation quick;
    const auto first = quick.of(plan()).result;
    QVERIFY(first);
    QVERIFY(first->trials <= ui::QuickSimulation::mostTrials);
    QCOMPARE(quick.of(plan()).result, first);
    const core::Target irr {core::Target::Kind::metric, core::Metric::irr};
    QVERIFY(quick.of(plan(), irr).result != first);
    QCOMPARE(quick.of(plan(), irr).result->target, irr);
    // Rates of return only for whom they are worth their time.
    QVERIFY(first->irr.empty());
    const auto before = quick.of(plan()).result;
    const auto withRates = quick.of(plan(), {}, true).result;
    QVERIFY(!withRates->irr.empty());
    QCOMPARE(quick.of(plan(), {}, true).result, withRates);
    QCOMPARE(quick.of(plan()).result, before); // what was said without them stays
    core::Project few = core::defaultProject();
    few.analysis->simulation.trials = 100;
    QCOMPARE(quick.of(*core::Evaluation::of(few)).result->trials, 100);
}

QTEST_GUILESS_MAIN(TestSimulationRun)
#include "tst_simulationrun.moc"
