#pragma once

#include "ui/document/SimulationRun.h"

namespace ui {

// A simulation so small that it follows every edit within a frame. It keeps what it found last, so
// that all who ask for the same project get it once. It has fewer trials where even these take
// long.
class QuickSimulation {
public:
    static constexpr std::int64_t mostTrials = 4096;

    // With the sampling and seed of the project, and no more trials than it has.
    const SimulationOutcome& of(const std::shared_ptr<const core::Evaluation>& base,
        core::Target target = {}, bool findsRates = false);

private:
    std::int64_t m_trials = mostTrials;
    SimulationOutcome m_last; // stays beside the other, which may have had fewer trials since
    SimulationOutcome m_lastWithRates;
};

}
