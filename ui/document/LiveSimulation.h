#pragma once

#include "ui/document/QuickSimulation.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

namespace ui {

class Session;

// What is known of the risk of the open project. Live, it follows every edit: with few trials at
// once, with all of them in the background. Otherwise, and above some number of trials, a run has
// to be asked for, and what it found stays until then, out of date.
class LiveSimulation : public QObject {
    Q_OBJECT

public:
    static constexpr std::int64_t mostLiveTrials = 100'000;

    LiveSimulation(Session&, QuickSimulation&, QObject* parent = nullptr);

    void setTarget(core::Target);
    core::Target target() const { return m_target; }
    void setLive(bool);
    bool isLive() const { return m_isLive; }
    bool runsByItself() const; // live, and not too many trials for that

    // Brings it in line with the session, as far as nothing has to be asked for. Whoever shows it
    // calls this before.
    void follow();
    void run();
    void stop(); // the trials that are done stay

    // The last result and whether it answers what would be asked now. There is none, with problems,
    // when a simulation is not possible at all.
    const SimulationOutcome& outcome() const { return m_outcome; }
    bool isOutOfDate() const { return m_isOutOfDate; }
    // A result of few trials while all of them are on their way, or wait to be asked for.
    bool isPreview() const { return m_isPreview; }
    const core::Problems& problems() const { return m_problems; } // why it cannot be run now
    // What was changed since, by name: inputs, and at last the settings of the simulation.
    QStringList changes() const;

    bool isRunning() const { return m_run.isRunning(); }
    bool isLong() const; // it runs, and has for longer than goes unnoticed
    double done() const { return m_run.done(); }

signals:
    void changed();
    void progressed(double done);

private:
    void show(const SimulationOutcome&, bool isPreview);
    void begin();
    bool preview();
    void launch();

    Session& m_session;
    QuickSimulation& m_quick;
    SimulationRun m_run;
    QElapsedTimer m_sinceStart;
    core::Target m_target;
    bool m_isLive = true;
    std::shared_ptr<const core::Evaluation> m_followed;
    struct Question {
        std::shared_ptr<const core::Evaluation> base;
        core::Target target;
    };
    Question m_asked; // that was run last
    SimulationOutcome m_outcome;
    core::Problems m_problems;
    bool m_isOutOfDate = false;
    bool m_isPreview = false;
};

}
