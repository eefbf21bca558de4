#include "ui/document/QuickSimulation.h"

#include "ui/document/Uncertainties.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::chrono::milliseconds longest {8}; // half of a frame
constexpr std::int64_t fewestTrials = 256;

}

const SimulationOutcome& QuickSimulation::of(
    const std::shared_ptr<const core::Evaluation>& base, core::Target target, bool findsRates)
{
    const auto answers = [&](const SimulationOutcome& last) {
        return last.base == base && last.target == target;
    };
    if (!findsRates && answers(m_last))
        return m_last;
    if (answers(m_lastWithRates))
        return m_lastWithRates;
    core::SimulationOptions options;
    options.simulation = analysisOf(base->project()).simulation;
    // With rates of return a trial takes more than twice as long.
    options.simulation.trials =
        std::min(options.simulation.trials, findsRates ? m_trials / 2 : m_trials);
    options.target = target;
    options.findsRates = findsRates;
    SimulationOutcome& outcome = findsRates ? m_lastWithRates : m_last;
    outcome = outcomeOf(base, options);
    if (outcome.result && outcome.result->time > longest)
        m_trials = std::max(fewestTrials, m_trials / 2);
    return outcome;
}

}
