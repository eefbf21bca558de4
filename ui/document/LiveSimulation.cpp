#include "ui/document/LiveSimulation.h"

#include "core/project/Registry.h"
#include "core/report/figure/PositionText.h"
#include "ui/document/Session.h"
#include "ui/document/Uncertainties.h"

namespace ui {

namespace {

// All that the figures of a simulation depend on.
core::Project questionOf(core::Project project)
{
    project.name.clear();
    project.notes.clear();
    project.evidence.clear();
    project.scenarios.clear();
    project.priceHistory.clear();
    project.unstated.clear();
    analysisOf(project).tornado.clear();
    return project;
}

bool asksTheSame(const core::Evaluation& a, const core::Evaluation& b)
{
    return &a == &b || questionOf(a.project()) == questionOf(b.project());
}

}

LiveSimulation::LiveSimulation(Session& session, QuickSimulation& quick, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_quick(quick)
{
    connect(&m_run, &SimulationRun::progressed, this, &LiveSimulation::progressed);
    connect(&m_run, &SimulationRun::finished, this, [this](const SimulationOutcome& outcome) {
        if (outcome.result)
            show(outcome, false);
        else
            m_problems = outcome.problems;
        emit changed();
    });
}

void LiveSimulation::setTarget(core::Target target)
{
    if (target == m_target)
        return;
    m_target = target;
    m_followed.reset();
    follow();
    emit changed();
}

void LiveSimulation::setLive(bool isLive)
{
    m_isLive = isLive;
    m_followed.reset();
    follow();
    emit changed();
}

bool LiveSimulation::runsByItself() const
{
    return m_isLive && analysisOf(m_session.project()).simulation.trials <= mostLiveTrials;
}

bool LiveSimulation::isLong() const
{
    constexpr int unnoticed = 100; // milliseconds
    return isRunning() && m_sinceStart.elapsed() > unnoticed;
}

void LiveSimulation::follow()
{
    const std::shared_ptr<const core::Evaluation>& evaluation = m_session.evaluation();
    if (evaluation == m_followed)
        return;
    m_followed = evaluation;
    m_problems.clear();
    if (!evaluation || !isAnythingUncertain(evaluation->project())) {
        m_run.giveUp();
        m_outcome = {};
        m_isOutOfDate = m_isPreview = false;
        return;
    }
    // An edit that does not matter, such as a note, ends no run.
    if (m_run.isRunning() && m_asked.target == m_target && asksTheSame(*m_asked.base, *evaluation))
        return;
    const bool isAnswered = m_outcome.result && m_outcome.target == m_target &&
                            asksTheSame(*m_outcome.base, *evaluation);
    if (isAnswered && !(m_isPreview && runsByItself())) {
        m_run.giveUp();
        m_isOutOfDate = m_isPreview;
        return;
    }
    m_isOutOfDate = m_outcome.result != nullptr;
    if (runsByItself() || m_run.isRunning())
        begin();
    else if (!m_outcome.result && QuickSimulation::isQuick(evaluation->project()) && preview())
        m_isOutOfDate = true;
}

void LiveSimulation::run()
{
    m_followed = m_session.evaluation();
    if (!m_followed || !isAnythingUncertain(m_followed->project()))
        return;
    begin();
    emit changed();
}

void LiveSimulation::begin()
{
    if (!QuickSimulation::isQuick(m_followed->project()) || (preview() && m_isPreview))
        launch();
}

void LiveSimulation::stop()
{
    m_run.stop();
}

// Few trials at once. False when a simulation is not possible.
bool LiveSimulation::preview()
{
    m_run.giveUp();
    const SimulationOutcome& quick = m_quick.of(m_followed, m_target, true);
    m_problems = quick.problems;
    if (!quick.result)
        return false;
    const std::int64_t wanted = analysisOf(m_followed->project()).simulation.trials;
    show(quick, quick.result->trials < wanted);
    return true;
}

void LiveSimulation::launch()
{
    m_asked = {m_followed, m_target};
    m_run.start(m_followed, analysisOf(m_followed->project()).simulation, m_target);
    m_sinceStart.start();
    emit progressed(0.0);
}

void LiveSimulation::show(const SimulationOutcome& outcome, bool isPreview)
{
    m_outcome = outcome;
    m_isPreview = isPreview;
    m_isOutOfDate = false;
}

QStringList LiveSimulation::changes() const
{
    if (!m_outcome.base || !m_followed)
        return {};
    const core::Project& before = m_outcome.base->project();
    const core::Project& now = m_followed->project();
    QStringList names;
    for (const core::Input& input : core::inputsOf(now)) {
        const auto old = core::valueOf(before, input.id);
        const auto current = core::valueOf(now, input.id);
        if (old.hasValue() != current.hasValue() || (old && current && *old != *current))
            names += QString::fromStdString(core::english(core::nameInAnalyses(input)));
    }
    if (questionOf(before).analysis != questionOf(now).analysis)
        names += tr("settings of the simulation");
    return names;
}

}
