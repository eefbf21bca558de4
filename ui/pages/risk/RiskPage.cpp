#include "ui/pages/risk/RiskPage.h"

#include "core/report/figure/RiskFigures.h"
#include "core/report/figure/TargetText.h"
#include "ui/document/Session.h"
#include "ui/document/Uncertainties.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/risk/CorrelationPart.h"
#include "ui/pages/risk/DistributionPanel.h"
#include "ui/pages/risk/RiskResult.h"
#include "ui/pages/risk/RiskSettings.h"
#include "ui/pages/risk/UncertainPart.h"
#include "ui/pages/risk/UncertainTable.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/Segments.h"
#include "ui/widgets/ThemedLabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int partGap = 26;
constexpr int figureHeight = 290;
constexpr int varianceHeight = 230;
constexpr int resultWidth = 284;
constexpr int wide = 1100; // of the page, for three parts side by side
enum Part { figurePart, resultPart, inputsPart, correlationsPart, driversPart };

}

RiskPage::RiskPage(Workspace& workspace, QWidget* parent)
    : Page(workspace, PageId::risk, tr("Risk"), parent)
    , m_simulation(workspace.session(), workspace.quickSimulation())
    , m_panel(new DistributionPanel(workspace))
{
    m_view = new Segments({tr("Distribution"), tr("Convergence")}, this);
    m_view->setObjectName(u"risk.view"_s);
    head().addCommand(m_view);
    QVBoxLayout* const column = body(Scrolling::vertical);
    m_settings = new RiskSettings(workspace, m_simulation, this);
    head().addCommand(m_settings->stopButton());
    column->addWidget(m_settings);
    m_notice = new NoticeBar(appearance(), tr("Run again"), this);
    m_notice->setObjectName(u"risk.notice"_s);
    column->addWidget(m_notice);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(partGap);
    m_grid->setVerticalSpacing(12);
    column->addLayout(m_grid);
    column->addStretch(1);
    m_inputs = new UncertainPart(workspace, this);
    m_correlations = new CorrelationPart(workspace, this);
    m_parts = {makeFigure(), makeResult(), m_inputs, m_correlations, makeDrivers()};

    connect(m_view, &Segments::chosen, this, &RiskPage::showFigures);
    connect(m_notice, &NoticeBar::actionChosen, &m_simulation, &LiveSimulation::run);
    connect(&m_simulation, &LiveSimulation::changed, this, &RiskPage::invalidate);
    connect(&m_simulation, &LiveSimulation::progressed, this, &RiskPage::showNotice);
    connect(&session().invalidEntries(), &InvalidEntries::changed, this, &RiskPage::showProblems);
    for (TablePart* const part :
        std::initializer_list<TablePart*> {m_results, m_inputs, m_correlations})
        connect(part, &TablePart::entered, this, [this, part] { m_mainTable = &part->table(); });
    connect(m_inputs, &UncertainPart::currentChanged, this, &RiskPage::showPanel);
    connect(m_panel, &DistributionPanel::removalRequested, this,
        [this](const std::string& input) { m_inputs->remove({uncertainRowId(input)}); });
    // At once, since the tables go on with what was added.
    connect(&session(), &Session::projectChanged, this, [this] {
        if (isVisible())
            showTables();
    });
}

RiskPage::~RiskPage()
{
    delete m_panel;
}

QWidget* RiskPage::makeFigure()
{
    m_figureStack = new QStackedWidget(this);
    m_figure = addFigureView(u"figure.risk"_s, m_figureStack);
    connect(m_figure, &FigureView::markMoved, this, &RiskPage::movePercentile);
    auto* const empty = new EmptyState(appearance(), u"risk"_s, tr("Nothing is uncertain yet"),
        tr("A simulation draws inputs from distributions, the price deck by its weight, and how "
           "the price wanders from year to year."),
        m_figureStack);
    empty->setObjectName(u"risk.empty"_s);
    QPushButton* const start = empty->addAction(tr("Start from evidence"));
    start->setObjectName(u"risk.startFromEvidence"_s);
    connect(start, &QPushButton::clicked, this, [this] { m_inputs->startFromEvidence(); });
    connect(empty->addAction(tr("Add an input…")), &QPushButton::clicked, this,
        [this] { m_inputs->offerInputs(); });
    m_impossible =
        new EmptyState(appearance(), u"risk"_s, tr("No simulation is possible"), {}, m_figureStack);
    m_impossible->setObjectName(u"risk.impossible"_s);
    for (QWidget* const part : std::initializer_list<QWidget*> {m_figure, empty, m_impossible})
        m_figureStack->addWidget(part);
    return m_figureStack;
}

QWidget* RiskPage::makeResult()
{
    auto* const part = new QWidget(this);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_results = new TablePart(workspace(), u"table.riskResult"_s, QString(), tr("Result"), part);
    auto* const remark = new ThemedLabel(appearance(), TextStyle::hint, &Theme::text2, part);
    remark->setWordWrap(true);
    remark->setText(tr("Live up to %1 trials: every edit runs again. Above that a run starts on "
                       "request, and the chart is grey while out of date.")
                        .arg(workspace().format().fixed(
                            static_cast<double>(LiveSimulation::mostLiveTrials), 0)));
    column->addWidget(m_results);
    column->addWidget(remark);
    column->addStretch(1);
    return part;
}

QWidget* RiskPage::makeDrivers()
{
    auto* const part = new QWidget(this);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new Rule(appearance(), part));
    m_variance = addFigureView(u"figure.risk_variance"_s, part);
    m_variance->setMinimumSize(1, varianceHeight);
    // No higher than that where the page would have to scroll for it.
    m_variance->setSizePolicy(m_variance->sizePolicy().horizontalPolicy(), QSizePolicy::Ignored);
    // A bar leads to its distribution.
    connect(m_variance, &FigureView::inputRequested, this,
        [this](const QString& input) { m_inputs->select(input.toStdString()); });
    column->addWidget(m_variance, 1);
    return part;
}

void RiskPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

// Three columns where they fit, otherwise two.
void RiskPage::arrange()
{
    const int columns = width() >= appearance().px(wide) ? 3 : 2;
    for (const Part part : {resultPart, driversPart})
        m_parts[part]->setFixedWidth(appearance().px(resultWidth));
    m_figureStack->setMinimumHeight(appearance().px(figureHeight));
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QWidget* const part : m_parts)
        m_grid->removeWidget(part);
    if (columns == 3) {
        m_grid->addWidget(m_parts[figurePart], 0, 0, 1, 2);
        m_grid->addWidget(m_parts[resultPart], 0, 2);
        m_grid->addWidget(m_parts[inputsPart], 1, 0);
        m_grid->addWidget(m_parts[correlationsPart], 1, 1);
        m_grid->addWidget(m_parts[driversPart], 1, 2);
    } else {
        m_grid->addWidget(m_parts[figurePart], 0, 0);
        m_grid->addWidget(m_parts[resultPart], 0, 1);
        m_grid->addWidget(m_parts[inputsPart], 1, 0);
        m_grid->addWidget(m_parts[driversPart], 1, 1);
        m_grid->addWidget(m_parts[correlationsPart], 2, 0, 1, 2);
    }
    m_grid->setColumnStretch(0, columns == 3 ? 58 : 1);
    m_grid->setColumnStretch(1, columns == 3 ? 42 : 0);
}

void RiskPage::refresh()
{
    m_simulation.follow();
    showTables();
    showProblems();
    m_settings->refresh();
    showNotice();
    showFigures();
    showResult();
    setMessage(message());
    arrange();
    m_isPanelWanted = !m_inputs->current().empty();
    if (m_panel)
        m_panel->refresh();
}

void RiskPage::showTables()
{
    m_inputs->refresh();
    m_correlations->refresh();
}

void RiskPage::showProblems()
{
    m_inputs->showProblems();
    m_correlations->showProblems();
}

void RiskPage::showNotice()
{
    // What stands in the way of a run is said where it is.
    if (m_simulation.isRunning() || !m_simulation.isOutOfDate() ||
        !m_simulation.problems().empty()) {
        m_notice->setNotice({});
        return;
    }
    if (m_simulation.isPreview()) {
        m_notice->button().setText(tr("Run"));
        m_notice->setNotice(
            tr("A preview of %1 trials; all of them run on request.")
                .arg(workspace().format().fixed(
                    static_cast<double>(m_simulation.outcome().result->trials), 0)));
        return;
    }
    constexpr qsizetype most = 3;
    QStringList changes = m_simulation.changes();
    const auto more = static_cast<int>(changes.size() - most);
    if (more > 0) {
        changes = changes.first(most);
        changes += tr("%n more", nullptr, more);
    }
    const QString time = m_simulation.outcome().time.toString(u"HH:mm"_s);
    m_notice->button().setText(tr("Run again"));
    m_notice->setNotice(
        changes.isEmpty()
            ? tr("Inputs changed since this run (%1).").arg(time)
            : tr("Changed since this run (%1): %2.").arg(time, changes.join(u", "_s)));
}

void RiskPage::showFigures()
{
    const SimulationOutcome& outcome = m_simulation.outcome();
    enum { figure, nothingUncertain, impossible };
    m_figureStack->setCurrentIndex(outcome.result                    ? figure
                                   : m_simulation.problems().empty() ? nothingUncertain
                                                                     : impossible);
    if (!m_simulation.problems().empty())
        m_impossible->setSentence(QString::fromStdString(m_simulation.problems().front().message));
    m_parts[resultPart]->setVisible(outcome.result != nullptr);
    m_parts[driversPart]->setVisible(outcome.result != nullptr);
    if (!outcome.result)
        return;
    const bool isGrey = m_simulation.isOutOfDate() && !m_simulation.isRunning();
    const auto shown = [&](core::Figure figure) {
        return isGrey ? core::outOfDate(std::move(figure)) : figure;
    };
    m_figure->setFigure(
        shown(m_view->current() == 1
                  ? core::convergenceFigure(*outcome.base, *outcome.result, session().view())
                  : core::histogramFigure(
                        *outcome.base, *outcome.result, session().view(), m_percentiles)));
    m_variance->setFigure(shown(core::varianceFigure(*outcome.base, *outcome.result)));
}

// To the whole per cent of trials that do not exceed the value, and not past its neighbours.
void RiskPage::movePercentile(int which, double value)
{
    const SimulationOutcome& outcome = m_simulation.outcome();
    const auto place = static_cast<std::size_t>(which);
    if (!outcome.result || place >= m_percentiles.size())
        return;
    const double part =
        core::probabilityUpTo(*outcome.base, *outcome.result, session().view(), value);
    const int least = place > 0 ? m_percentiles[place - 1] + 1 : 1;
    const int most = place + 1 < m_percentiles.size() ? m_percentiles[place + 1] - 1 : 99;
    m_percentiles[place] = std::clamp(qRound(100.0 * part), least, most);
    showFigures();
}

void RiskPage::showResult()
{
    const SimulationOutcome& outcome = m_simulation.outcome();
    if (outcome.result)
        m_results->setContent(
            riskResult(*outcome.base, *outcome.result, session().view(), workspace().format()));
}

QString RiskPage::message() const
{
    if (!session().evaluation())
        return tr("The project cannot be evaluated yet; its errors are listed in the status bar.");
    const core::Analysis& analysis = analysisOf(session().project());
    const QString target = textOf(core::shortNameOf(m_simulation.target()));
    QStringList varying;
    if (!analysis.uncertainties.empty())
        varying += tr("%n input(s)", nullptr, static_cast<int>(analysis.uncertainties.size()));
    if (analysis.drawDeck)
        varying += tr("the price deck");
    if (analysis.priceProcess)
        varying += tr("the yearly price");
    if (varying.isEmpty())
        return tr("Nothing varies yet: %1 is that of the plan.").arg(target);
    const QString last = varying.takeLast();
    const QString list =
        varying.isEmpty() ? last : tr("%1 and %2").arg(varying.join(u", "_s), last);
    return tr("%1 of the project when %2 vary together.").arg(target, list);
}

QString RiskPage::unitText() const
{
    return moneyUnitText(session());
}

QWidget* RiskPage::sidePanel()
{
    return m_isPanelWanted ? m_panel.data() : nullptr;
}

QString RiskPage::sidePanelTitle() const
{
    return m_panel ? m_panel->title() : QString();
}

void RiskPage::showPanel()
{
    if (!m_panel)
        return;
    const std::string input = m_inputs->current();
    if (!input.empty())
        m_panel->showInput(input);
    m_isPanelWanted = !input.empty();
    emit sidePanelChanged();
}

bool RiskPage::goToInput(const QString& inputId)
{
    if (!inputId.startsWith(u"analysis"_s))
        return false;
    refreshNow();
    for (TablePart* const part : std::initializer_list<TablePart*> {m_inputs, m_correlations})
        if (part->table().select({inputId, {}})) {
            part->table().setFocus();
            return true;
        }
    if (QWidget* const field = findChild<QWidget*>(inputId)) { // of the settings
        field->setFocus();
        return true;
    }
    if (const auto place = placeInList("analysis.correlations"_L1, inputId))
        if (m_correlations->selectPair(*place))
            return true;
    const auto& uncertainties = analysisOf(session().project()).uncertainties;
    const std::size_t place = placeInList("analysis.uncertainties"_L1, inputId).value_or(0);
    if (inputId.startsWith(u"analysis.price_process"_s))
        return m_inputs->select("price_process");
    return m_inputs->select(
        place < uncertainties.size() ? uncertainties[place].input : std::string("active_deck"));
}

}
