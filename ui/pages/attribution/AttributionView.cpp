#include "ui/pages/attribution/AttributionView.h"

#include "core/report/MetricText.h"
#include "core/report/figure/ScenarioFigures.h"
#include "core/report/figure/TargetText.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/FigureCommands.h"
#include "ui/pages/Workspace.h"
#include "ui/pages/attribution/AttributionTable.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/ThemedLabel.h"

#include <QProgressBar>
#include <QVBoxLayout>

#include <atomic>
#include <exception>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int tellingInterval = 100; // milliseconds; what is done sooner shows no progress
constexpr int progressSteps = 1000;
constexpr int figureHeight = 300;

}

struct AttributionView::Progress {
    std::atomic<double> done = 0.0;
};

AttributionView::AttributionView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    Appearance& appearance = workspace.appearance();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"attribution.progress"_s);
    m_progress->setAccessibleName(tr("Comparing"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, progressSteps);
    m_progress->hide();
    m_figure = new FigureView(this);
    m_figure->setObjectName(u"figure.attribution"_s);
    m_figure->setMinimumHeight(appearance.px(figureHeight));
    new FigureCommands(workspace, *m_figure);
    m_problem = new ProblemLine(appearance, this);
    m_problem->setObjectName(u"attribution.problem"_s);
    m_table = new NumberTable(workspace.session(), appearance, this);
    m_table->setObjectName(u"table.attribution"_s);
    m_table->setAccessibleName(tr("Changed inputs"));
    m_table->setRowHeight(24);
    connect(m_table, &NumberTable::messageShown, &workspace, &Workspace::tell);
    m_metrics = new ThemedLabel(appearance, TextStyle::caption, &Theme::text2, this);
    m_metrics->setObjectName(u"attribution.metrics"_s);
    m_metrics->setWordWrap(true);
    column->addWidget(m_progress);
    column->addWidget(m_problem);
    column->addWidget(m_figure, 3);
    column->addWidget(m_table, 2);
    column->addWidget(m_metrics);
    m_clock.setInterval(tellingInterval);
    connect(&m_clock, &QTimer::timeout, this, &AttributionView::showProgress);
}

void AttributionView::compare(const Comparison& comparison)
{
    const bool isOther = comparison.fromName != m_comparison.fromName ||
                         comparison.toName != m_comparison.toName ||
                         comparison.target != m_comparison.target;
    m_comparison = comparison;
    if (isOther) {
        core::Figure waiting;
        waiting.title = {"Comparing…"};
        m_figure->setFigure(waiting);
        m_table->setContent({});
        m_problem->setProblem({});
    }
    showFigures();
    m_progressOfRun = std::make_shared<Progress>();
    m_clock.start();
    m_answer.ask(
        [from = comparison.from, to = comparison.to, target = comparison.target,
            progress = m_progressOfRun](const std::stop_token& stop) {
            core::AttributionOptions options;
            options.target = target;
            options.goOn = [&](double done) {
                progress->done = done;
                return !stop.stop_requested();
            };
            Answer answer;
            try {
                auto attribution = core::attribute(from->project(), to->project(), options);
                if (attribution)
                    answer.attribution = *std::move(attribution);
                else
                    answer.problem = core::sentence(attribution.error().problems.front());
            } catch (const std::exception& exception) {
                answer.problem = exception.what();
            }
            return answer;
        },
        [this](const Answer& answer) { show(answer); });
}

void AttributionView::showProgress()
{
    m_progress->setVisible(m_answer.isAwaited());
    m_progress->setValue(
        static_cast<int>(m_progressOfRun->done.load() * static_cast<double>(progressSteps)));
}

void AttributionView::show(const Answer& answer)
{
    m_clock.stop();
    m_progress->hide();
    m_figure->setVisible(answer.attribution.has_value());
    m_table->setVisible(answer.attribution.has_value());
    m_problem->setProblem(QString::fromStdString(answer.problem));
    if (!answer.attribution)
        return;
    const core::MoneyView view = m_workspace.session().view();
    m_figure->setFigure(core::attributionFigure(*m_comparison.from, *answer.attribution,
        {core::verbatim(m_comparison.fromName.toStdString()),
            core::verbatim(m_comparison.toName.toStdString())},
        view));
    m_table->setContent(
        attributionTable(m_comparison, *answer.attribution, view, m_workspace.format()));
}

// What else moved, in a line: "IRR 20.9 → 9.2 %".
void AttributionView::showFigures()
{
    constexpr core::Metric shown[] {
        core::Metric::npv, core::Metric::irr, core::Metric::payback, core::Metric::breakEvenPrice};
    QStringList parts;
    for (const core::Metric metric : shown) {
        const core::Target target {core::Target::Kind::metric, metric};
        if (target == m_comparison.target)
            continue;
        const auto text = core::targetText(*m_comparison.from, target, m_workspace.session().view(),
            core::figureOf(*m_comparison.from, target).value_or(0.0));
        const auto figureText = [&](const core::Evaluation& evaluation) {
            const auto figure = core::figureOf(evaluation, target);
            return figure ? m_workspace.format().fixed(text.shown(*figure), text.decimals)
                          : QString::fromStdString(
                                core::metricText(evaluation, core::PlantCase::project, metric));
        };
        parts += tr("%1 %2 → %3 %4")
                     .arg(textOf(text.name), figureText(*m_comparison.from),
                         figureText(*m_comparison.to), QString::fromStdString(text.unit));
    }
    m_metrics->setText(parts.join(u"      "_s));
}

}
