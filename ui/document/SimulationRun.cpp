#include "ui/document/SimulationRun.h"

#include <QThread>
#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>
#include <exception>
#include <utility>

namespace ui {

namespace {

constexpr int tellingInterval = 50; // milliseconds

}

struct SimulationRun::State {
    std::atomic<bool> isEnded = false;
    std::atomic<double> done = 0.0;
};

SimulationOutcome outcomeOf(
    const std::shared_ptr<const core::Evaluation>& base, core::SimulationOptions options)
{
    SimulationOutcome outcome {base, options.target, {}, {}, {}};
    try {
        auto result = core::simulate(base, options);
        if (result)
            outcome.result = *std::move(result);
        else
            outcome.problems = result.error().problems;
    } catch (const std::exception& exception) {
        outcome.problems = {{{}, exception.what()}};
    }
    outcome.time = QTime::currentTime();
    return outcome;
}

SimulationRun::SimulationRun(QObject* parent)
    : QObject(parent)
{
    m_clock.setInterval(tellingInterval);
    connect(&m_clock, &QTimer::timeout, this, [this] { emit progressed(done()); });
    connect(&m_watcher, &QFutureWatcher<SimulationOutcome>::finished, this, &SimulationRun::tell);
}

SimulationRun::~SimulationRun()
{
    giveUp();
}

void SimulationRun::start(const std::shared_ptr<const core::Evaluation>& base,
    const core::Simulation& simulation, core::Target target)
{
    giveUp();
    m_state = std::make_shared<State>();
    core::SimulationOptions options;
    options.simulation = simulation;
    options.target = target;
    options.threads = std::max(1, QThread::idealThreadCount());
    options.goOn = [state = m_state](double done) {
        state->done = done;
        return !state->isEnded;
    };
    m_watcher.setFuture(QtConcurrent::run(
        [base, options = std::move(options), state = m_state]() -> SimulationOutcome {
            if (state->isEnded) // before it was its turn
                return {base, options.target, {}, {}, {}};
            return outcomeOf(base, options);
        }));
    m_clock.start();
}

void SimulationRun::stop()
{
    if (m_state)
        m_state->isEnded = true;
}

void SimulationRun::giveUp()
{
    stop();
    m_state.reset();
    m_clock.stop();
}

double SimulationRun::done() const
{
    return m_state ? m_state->done.load() : 0.0;
}

void SimulationRun::tell()
{
    if (!m_state || !m_watcher.future().isResultReadyAt(0))
        return;
    const SimulationOutcome outcome = m_watcher.result();
    m_state.reset();
    m_clock.stop();
    emit finished(outcome);
}

}
