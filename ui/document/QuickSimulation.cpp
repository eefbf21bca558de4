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
    if (m_last.base == base && m_last.target == target && (m_hasRates || !findsRates))
        return m_last;
    core::SimulationOptions options;
    options.simulation = analysisOf(base->project()).simulation;
    // Rates beside what is known change none of it.
    const bool addsRates = m_last.base == base && m_last.target == target && m_last.result;
    options.simulation.trials =
        std::min(options.simulation.trials, addsRates ? m_last.result->trials : m_trials);
    options.target = target;
    options.findsRates = m_hasRates = findsRates;
    m_last = outcomeOf(base, options);
    if (m_last.result && m_last.result->time > longest)
        m_trials = std::max(fewestTrials, m_trials / 2);
    return m_last;
}

}
