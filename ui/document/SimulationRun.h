#pragma once

#include "core/analysis/Simulation.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTime>
#include <QTimer>

#include <memory>

namespace ui {

// A simulation that was asked for, and what came of it.
struct SimulationOutcome {
    std::shared_ptr<const core::Evaluation> base;
    core::Target target;
    std::shared_ptr<const core::SimulationResult> result; // null: it could not be done
    core::Problems problems;                              // why
    QTime time;                                           // of the day at its end

    bool isStopped() const { return result && result->trials < result->simulation.trials; }
};

// Runs at once, in the thread that asks. Exceptions become problems.
SimulationOutcome outcomeOf(
    const std::shared_ptr<const core::Evaluation>& base, core::SimulationOptions options);

// A simulation in the background. One runs at a time: a new one takes the place of that before,
// which is given up and told of no more.
class SimulationRun : public QObject {
    Q_OBJECT

public:
    explicit SimulationRun(QObject* parent = nullptr);
    ~SimulationRun() override; // gives up what runs, without waiting for it

    void start(const std::shared_ptr<const core::Evaluation>& base, const core::Simulation&,
        core::Target target = {});
    void stop();   // ends it; the trials that are done are told of
    void giveUp(); // ends it, and nothing is told

    bool isRunning() const { return m_state != nullptr; }
    double done() const; // the part of the trials, from 0 to 1

signals:
    void progressed(double done);
    void finished(const ui::SimulationOutcome& outcome);

private:
    struct State;

    void tell();

    std::shared_ptr<State> m_state; // shared with the run
    QFutureWatcher<SimulationOutcome> m_watcher;
    QTimer m_clock;
};

}
