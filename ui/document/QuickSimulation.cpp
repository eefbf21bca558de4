#include "ui/document/QuickSimulation.h"

#include "core/analysis/InputCells.h"
#include "ui/document/Uncertainties.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::chrono::milliseconds longest {8}; // half of a frame
constexpr std::int64_t fewestTrials = 256;

}

bool QuickSimulation::isQuick(const core::Project& project)
{
    const auto& drawn = analysisOf(project).uncertainties;
    return std::none_of(drawn.begin(), drawn.end(), [&](const core::Uncertainty& uncertainty) {
        return core::isStructural(project, {uncertainty.input, uncertainty.mode});
    });
}

const SimulationOutcome& QuickSimulation::latest(
    const std::shared_ptr<const core::Evaluation>& base)
{
    if (isQuick(base->project()))
        return of(base);
    if (m_asked == base)
        return m_slow;
    m_asked = base;
    if (!m_run) {
        m_run = std::make_unique<SimulationRun>();
        connect(
            m_run.get(), &SimulationRun::finished, this, [this](const SimulationOutcome& outcome) {
                m_slow = outcome;
                emit found();
            });
    }
    core::Simulation simulation = analysisOf(base->project()).simulation;
    simulation.trials = std::min(simulation.trials, mostTrials);
    m_run->start(base, simulation);
    return m_slow;
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
