#include "ui/pages/risk/RiskSettings.h"

#include "core/report/figure/TargetText.h"
#include "ui/document/ChoiceText.h"
#include "ui/document/LiveSimulation.h"
#include "ui/document/Session.h"
#include "ui/document/Uncertainties.h"
#include "ui/fields/InputEditor.h"
#include "ui/fields/NumberField.h"
#include "ui/figures/FigureLayout.h"
#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/ThemedLabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int progressWidth = 150;
constexpr int leastProgressWidth = 40;
constexpr int progressSteps = 1000;
constexpr int seedWidth = 144;
constexpr int fieldPadding = 11;
constexpr std::array trialChoices {1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7};
const QString trialsCell = u"analysis.simulation.trials"_s;
const QString seedCell = u"analysis.simulation.seed"_s;
const QString samplingCell = u"analysis.simulation.sampling"_s;

void check(QAction* action, bool isChosen)
{
    action->setCheckable(true);
    action->setChecked(isChosen);
}

}

RiskSettings::RiskSettings(Workspace& workspace, LiveSimulation& simulation, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_simulation(simulation)
    , m_target(new MenuButton(workspace.appearance(), tr("Target"), this))
    , m_trials(new MenuButton(workspace.appearance(), tr("Trials"), this))
    , m_sampling(new MenuButton(workspace.appearance(), tr("Sampling"), this))
    , m_live(new QCheckBox(tr("Live"), this))
{
    m_target->setObjectName(u"risk.target"_s);
    m_trials->setObjectName(u"risk.trials"_s);
    m_sampling->setObjectName(u"risk.sampling"_s);
    m_live->setObjectName(u"risk.live"_s);
    m_live->setToolTip(
        tr("Every edit runs again, up to %1 trials")
            .arg(workspace.format().fixed(static_cast<double>(LiveSimulation::mostLiveTrials), 0)));
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (QWidget* const part : {m_target, m_trials, m_sampling})
        row->addWidget(part);
    makeSeed();
    row->addWidget(m_live);
    makeProgress();
    row->addStretch(1);

    connect(m_target->menu(), &QMenu::aboutToShow, this, &RiskSettings::fillTargets);
    connect(m_trials->menu(), &QMenu::aboutToShow, this, &RiskSettings::fillTrials);
    connect(m_sampling->menu(), &QMenu::aboutToShow, this, &RiskSettings::fillSampling);
    connect(m_live, &QCheckBox::clicked, &simulation, &LiveSimulation::setLive);
    connect(m_stop, &QPushButton::clicked, &simulation, &LiveSimulation::stop);
    connect(&simulation, &LiveSimulation::progressed, this, &RiskSettings::showProgress);
}

// A field with its label inside, as the buttons beside it have.
void RiskSettings::makeSeed()
{
    Appearance& appearance = m_workspace.appearance();
    auto* const editor = new InputEditor(m_workspace.session(), appearance, {seedCell, {}}, this);
    auto* const field = qobject_cast<NumberField*>(editor->field());
    auto* const label = new ThemedLabel(appearance, TextStyle::table, &Theme::text2, field);
    label->setText(tr("Seed"));
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    const auto arrange = [this, editor, field, label] {
        label->adjustSize();
        const int height = m_workspace.appearance().px(28);
        label->move(fieldPadding, (height - label->height()) / 2);
        field->setTextMargins(label->width() + fieldPadding, 0, 0, 0);
        editor->setFixedWidth(m_workspace.appearance().px(seedWidth));
    };
    connect(&appearance, &Appearance::changed, editor, arrange);
    arrange();
    layout()->addWidget(editor);
}

void RiskSettings::makeProgress()
{
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"risk.progress"_s);
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setMinimumWidth(leastProgressWidth);
    m_progress->setMaximumWidth(progressWidth);
    m_state = new ThemedLabel(m_workspace.appearance(), TextStyle::caption, &Theme::text2, this);
    m_state->setObjectName(u"risk.state"_s);
    m_stop = new QPushButton(m_workspace.appearance().icon(u"stop"_s), tr("Stop"), this);
    m_stop->setObjectName(u"risk.stop"_s);
    auto* const row = static_cast<QHBoxLayout*>(layout());
    row->addWidget(m_progress, 8);
    row->addWidget(m_state);
}

void RiskSettings::fillTargets()
{
    QMenu& menu = *m_target->menu();
    menu.clear();
    for (const core::Target& target : core::allTargets())
        check(menu.addAction(textOf(core::shortNameOf(target)), this,
                  [this, target] { m_simulation.setTarget(target); }),
            target == m_simulation.target());
}

void RiskSettings::fillTrials()
{
    QMenu& menu = *m_trials->menu();
    menu.clear();
    const auto trials =
        static_cast<double>(analysisOf(m_workspace.session().project()).simulation.trials);
    for (const double choice : trialChoices)
        check(menu.addAction(m_workspace.format().fixed(choice, 0), this,
                  [this, choice] { set(trialsCell, choice); }),
            choice == trials);
}

void RiskSettings::fillSampling()
{
    QMenu& menu = *m_sampling->menu();
    menu.clear();
    const Session& session = m_workspace.session();
    const core::Input* const input = session.inputOf(samplingCell);
    const auto content = contentOf(session.project(), {samplingCell, {}});
    if (!input || !content)
        return;
    for (const std::string& choice : input->choices)
        check(menu.addAction(choiceText(session.project(), *input, choice), this,
                  [this, choice] { set(samplingCell, choice); }),
            content->value == core::InputValue(choice));
}

void RiskSettings::set(const QString& cell, const core::InputValue& value)
{
    m_workspace.session().finishTyping();
    if (const core::Status status = m_workspace.session().setCell({cell, {}}, value); !status)
        m_workspace.tell(QString::fromStdString(status.error().problems.front().message));
}

void RiskSettings::refresh()
{
    const Session& session = m_workspace.session();
    const core::Simulation& simulation = analysisOf(session.project()).simulation;
    m_target->setValue(textOf(core::shortNameOf(m_simulation.target())));
    m_trials->setValue(m_workspace.format().fixed(static_cast<double>(simulation.trials), 0));
    const auto content = contentOf(session.project(), {samplingCell, {}});
    if (const auto* word = content ? std::get_if<std::string>(&content->value) : nullptr)
        m_sampling->setValue(choiceText(session.project(), {}, *word));
    m_live->setChecked(m_simulation.isLive());
    showProgress();
}

void RiskSettings::showProgress()
{
    const DisplayFormat format = m_workspace.format();
    const auto trials =
        static_cast<double>(analysisOf(m_workspace.session().project()).simulation.trials);
    const SimulationOutcome& outcome = m_simulation.outcome();
    const bool isRunning = m_simulation.isRunning();
    // Of what takes no time to speak of nothing is shown.
    if (isRunning && !m_simulation.isLong() && m_simulation.runsByItself())
        return;
    const double done = isRunning ? m_simulation.done()
                        : outcome.result && trials > 0.0
                            ? static_cast<double>(outcome.result->trials) / trials
                            : 0.0;
    m_progress->setValue(qRound(qBound(0.0, done, 1.0) * progressSteps));
    m_stop->setVisible(isRunning && !m_simulation.runsByItself());
    if (isRunning) {
        m_state->setText(
            tr("%1 of %2").arg(format.fixed(done * trials, 0), format.fixed(trials, 0)));
        return;
    }
    if (!outcome.result) {
        m_state->clear();
        return;
    }
    const double milliseconds =
        std::chrono::duration<double, std::milli>(outcome.result->time).count();
    const QString time = milliseconds < 1000.0
                             ? tr("%1 ms").arg(format.fixed(milliseconds, milliseconds < 10.0))
                             : tr("%1 s").arg(format.fixed(milliseconds / 1000.0, 1));
    const auto shown = static_cast<double>(outcome.result->trials);
    m_state->setText(shown < trials
                         ? tr("%1 of %2").arg(format.fixed(shown, 0), format.fixed(trials, 0))
                         : tr("Done in %1").arg(time));
}

}
