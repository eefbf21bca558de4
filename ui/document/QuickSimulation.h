#pragma once

#include "ui/document/SimulationRun.h"

namespace ui {

// A simulation so small that it follows every edit within a frame. It keeps what it found last, so
// that all who ask for the same project get it once. It has fewer trials where even these take
// long.
class QuickSimulation : public QObject {
    Q_OBJECT

public:
    static constexpr std::int64_t mostTrials = 4096;

    // False where inputs are drawn each value of which takes a model of its own, such as years:
    // these take longer than a frame.
    static bool isQuick(const core::Project&);

    // With the sampling and seed of the project, and no more trials than it has.
    const SimulationOutcome& of(const std::shared_ptr<const core::Evaluation>& base,
        core::Target target = {}, bool findsRates = false);

    // Of the net present value: at once where it is quick, else on another thread. Until `found`
    // tells that it is there, what was found last, which at first is nothing (without a base).
    const SimulationOutcome& latest(const std::shared_ptr<const core::Evaluation>& base);

signals:
    void found();

private:
    std::int64_t m_trials = mostTrials;
    SimulationOutcome m_last; // stays beside the other, which may have had fewer trials since
    SimulationOutcome m_lastWithRates;
    std::unique_ptr<SimulationRun> m_run; // made when something is not quick
    std::shared_ptr<const core::Evaluation> m_asked;
    SimulationOutcome m_slow;
};

}
