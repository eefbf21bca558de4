#include "ui/pages/RiskPage.h"

#include "core/analysis/Correlations.h"
#include "core/analysis/VariedInput.h"
#include "core/report/figure/RiskFigures.h"
#include "core/report/figure/TargetText.h"
#include "ui/document/Session.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/Uncertainties.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/CorrelationTable.h"
#include "ui/pages/DistributionPanel.h"
#include "ui/pages/InputChoice.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/RiskResult.h"
#include "ui/pages/RiskSettings.h"
#include "ui/pages/UncertainTable.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/Segments.h"
#include "ui/widgets/ThemedLabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int partGap = 30;
constexpr int figureHeight = 330;
constexpr int varianceHeight = 220;
constexpr int resultWidth = 270;
constexpr int wide = 1100; // of the page, for three parts side by side
constexpr int rowHeight = 24;
enum Part { figurePart, resultPart, inputsPart, correlationsPart, driversPart };

QVBoxLayout* columnOf(QWidget* part)
{
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    return column;
}

bool isInputCell(const QString& id)
{
    return id.startsWith(u"analysis."_s) && !id.startsWith(u"analysis.correlations"_s) &&
           !id.startsWith(u"analysis.tornado"_s);
}

bool isCorrelationCell(const QString& id)
{
    return id.startsWith(u"analysis.correlations"_s);
}

}

RiskPage::RiskPage(Workspace& workspace, QWidget* parent)
    : Page(workspace, PageId::risk, tr("Risk"), parent)
    , m_simulation(workspace.session(), workspace.quickSimulation())
    , m_panel(new DistributionPanel(workspace))
{
    QVBoxLayout* const column = body(Scrolling::vertical);
    m_settings = new RiskSettings(workspace, m_simulation, this);
    column->addWidget(m_settings);
    m_notice = new NoticeBar(appearance(), tr("Run again"), this);
    m_notice->setObjectName(u"risk.notice"_s);
    column->addWidget(m_notice);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(partGap);
    m_grid->setVerticalSpacing(12);
    column->addLayout(m_grid);
    column->addStretch(1);
    m_parts = {makeFigure(), makeResult(), makeInputs(), makeCorrelations(), makeDrivers()};

    connect(m_notice, &NoticeBar::actionChosen, &m_simulation, &LiveSimulation::run);
    connect(&m_simulation, &LiveSimulation::changed, this, &RiskPage::invalidate);
    connect(&m_simulation, &LiveSimulation::progressed, this, &RiskPage::showNotice);
    connect(&session().invalidEntries(), &InvalidEntries::changed, this, &RiskPage::showProblems);
    connect(m_panel, &DistributionPanel::removalRequested, this,
        [this](const std::string& input) { remove({uncertainRowId(input)}); });
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
    m_view = new Segments({tr("Distribution"), tr("Convergence")}, m_figureStack);
    m_view->setObjectName(u"risk.view"_s);
    m_figure->setCornerWidget(m_view);
    connect(m_view, &Segments::chosen, this, [this] { showFigures(); });
    m_empty = new EmptyState(appearance(), u"risk"_s, tr("Nothing is uncertain yet"),
        tr("A simulation draws inputs from distributions, the price deck by its weight, and how "
           "the price wanders from year to year."),
        m_figureStack);
    m_empty->setObjectName(u"risk.empty"_s);
    QPushButton* const start = m_empty->addAction(tr("Start from evidence"));
    start->setObjectName(u"risk.startFromEvidence"_s);
    connect(start, &QPushButton::clicked, this, &RiskPage::startFromEvidence);
    connect(
        m_empty->addAction(tr("Add an input…")), &QPushButton::clicked, this, &RiskPage::addInput);
    m_figureStack->addWidget(m_figure);
    m_figureStack->addWidget(m_empty);
    return m_figureStack;
}

NumberTable* RiskPage::makeTable(const QString& name, const QString& label, QWidget* parent)
{
    auto* const table = new NumberTable(session(), appearance(), parent);
    table->setObjectName(name);
    table->setAccessibleName(label);
    table->setSideMargins(6, 8);
    table->setRowHeight(rowHeight);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(table, &NumberTable::explainRequested, &workspace(), &Workspace::explain);
    connect(table, &NumberTable::messageShown, &workspace(), &Workspace::tell);
    connect(table, &NumberTable::currentCellChanged, this, [this, table](const QString& row) {
        if (!row.isEmpty())
            m_mainTable = table;
    });
    connect(table->model(), &QAbstractItemModel::layoutChanged, this, &RiskPage::fitTables);
    connect(table->model(), &QAbstractItemModel::modelReset, this, &RiskPage::fitTables);
    connect(table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &RiskPage::fitTables);
    return table;
}

QWidget* RiskPage::makeResult()
{
    auto* const part = new QWidget(this);
    QVBoxLayout* const column = columnOf(part);
    m_results = makeTable(u"table.riskResult"_s, tr("Result"), part);
    m_remark = new ThemedLabel(appearance(), TextStyle::hint, &Theme::text2, part);
    m_remark->setWordWrap(true);
    m_remark->setText(tr("Live up to %1 trials: every edit runs again. Above that a run starts on "
                         "request, and the chart is grey while out of date.")
                          .arg(workspace().format().fixed(
                              static_cast<double>(LiveSimulation::mostLiveTrials), 0)));
    column->addWidget(m_results);
    column->addWidget(m_remark);
    column->addStretch(1);
    return part;
}

QWidget* RiskPage::makeInputs()
{
    auto* const part = new QWidget(this);
    QVBoxLayout* const column = columnOf(part);
    auto* const heading = new ThemedLabel(appearance(), TextStyle::chartTitle, &Theme::text, part);
    heading->setText(tr("Uncertain inputs"));
    auto* const add = new QPushButton(appearance().icon(u"add"_s), tr("Add input"), part);
    add->setObjectName(u"risk.add"_s);
    connect(add, &QPushButton::clicked, this, &RiskPage::addInput);
    auto* const head = new QHBoxLayout;
    head->addWidget(heading, 1);
    head->addWidget(add);
    m_inputs = makeTable(u"table.uncertain"_s, heading->text(), part);
    m_inputs->setMarksCurrentRow(true);
    connect(m_inputs, &NumberTable::currentCellChanged, this,
        [this](const QString& row) { showInput(inputOfUncertainRow(row)); });
    connect(m_inputs, &NumberTable::removalRequested, this, &RiskPage::remove);
    connect(m_inputs, &NumberTable::contextMenuOpening, this,
        [this](QMenu* menu, const QString& row, const QString&) {
            menu->addSeparator();
            menu->addAction(tr("Add input…"), this, &RiskPage::addInput);
            if (uncertaintyOf(session().project(), inputOfUncertainRow(row)))
                menu->addAction(tr("Make it certain"), this, [this, row] { remove({row}); });
        });
    m_inputProblems = new ProblemLine(appearance(), part);
    m_inputProblems->setObjectName(u"problems.uncertain"_s);
    m_inputNote = new ThemedLabel(appearance(), TextStyle::hint, &Theme::text2, part);
    m_inputNote->setWordWrap(true);
    column->addWidget(new Rule(appearance(), part));
    column->addLayout(head);
    column->addWidget(m_inputs);
    column->addWidget(m_inputProblems);
    column->addWidget(m_inputNote);
    column->addStretch(1);
    return part;
}

QWidget* RiskPage::makeCorrelations()
{
    auto* const part = new QWidget(this);
    QVBoxLayout* const column = columnOf(part);
    auto* const heading = new ThemedLabel(appearance(), TextStyle::chartTitle, &Theme::text, part);
    heading->setText(tr("Rank correlation"));
    m_correlations = makeTable(u"table.correlations"_s, heading->text(), part);
    m_correlationProblems = new ProblemLine(appearance(), part);
    m_correlationProblems->setObjectName(u"problems.correlations"_s);
    connect(m_correlationProblems, &ProblemLine::remedyChosen, this,
        &RiskPage::makeCorrelationsPossible);
    m_correlationNote = new ThemedLabel(appearance(), TextStyle::hint, &Theme::text2, part);
    m_correlationNote->setObjectName(u"risk.correlationNote"_s);
    m_correlationNote->setWordWrap(true);
    column->addWidget(new Rule(appearance(), part));
    column->addWidget(heading);
    column->addWidget(m_correlations);
    column->addWidget(m_correlationProblems);
    column->addWidget(m_correlationNote);
    column->addStretch(1);
    return part;
}

QWidget* RiskPage::makeDrivers()
{
    auto* const part = new QWidget(this);
    QVBoxLayout* const column = columnOf(part);
    column->addWidget(new Rule(appearance(), part));
    m_variance = addFigureView(u"figure.risk_variance"_s, part);
    m_variance->setMinimumHeight(varianceHeight);
    // A bar leads to its distribution.
    connect(m_variance, &FigureView::inputRequested, this, [this](const QString& input) {
        if (m_inputs->selectRow(uncertainRowId(input.toStdString())))
            m_inputs->setFocus();
    });
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
    const int columns = width() >= wide ? 3 : 2;
    m_parts[resultPart]->setFixedWidth(appearance().px(resultWidth));
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
    m_grid->setColumnStretch(0, columns == 3 ? 46 : 1);
    m_grid->setColumnStretch(1, columns == 3 ? 38 : 0);
    m_grid->setColumnStretch(2, 0);
}

void RiskPage::fitTables()
{
    for (NumberTable* const table : {m_results, m_inputs, m_correlations})
        if (table)
            table->setFixedHeight(table->contentHeight());
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
    head().setMessage(message());
    arrange();
    if (m_panel)
        m_panel->refresh();
}

void RiskPage::showTables()
{
    const core::Project& project = session().project();
    const DisplayFormat format = workspace().format();
    UncertainTable uncertain = uncertainTable(project, format);
    m_inputs->setContent(std::move(uncertain.content));
    m_inputNote->setText(uncertain.note);
    m_inputNote->setVisible(!uncertain.note.isEmpty());
    m_correlations->setContent(correlationTable(project, format));
    const bool hasPairs = analysisOf(project).uncertainties.size() > 1;
    m_correlations->setVisible(hasPairs);
    fitTables();
    if (m_panel && m_isPanelWanted && inputOfUncertainRow(m_inputs->currentRow()).empty())
        showInput({});
}

void RiskPage::showProblems()
{
    m_inputProblems->setProblem(inputProblems(session(), isInputCell).join(u' '));
    const QString impossible = correlationProblem();
    QStringList problems = inputProblems(session(), isCorrelationCell);
    if (!impossible.isEmpty())
        problems += impossible;
    m_correlationProblems->setProblem(
        problems.join(u' '), impossible.isEmpty() ? QString() : tr("Take the nearest that can be"));
    const bool hasPairs = analysisOf(session().project()).uncertainties.size() > 1;
    m_correlationNote->setText(hasPairs ? tr("Valid: the matrix is positive definite")
                                        : tr("Two uncertain inputs can be correlated."));
    m_correlationNote->setVisible(problems.isEmpty());
}

// Names the pairs that would have to change.
QString RiskPage::correlationProblem() const
{
    const core::Project& project = session().project();
    if (!project.analysis || core::isPossible(core::rankCorrelationMatrix(*project.analysis)))
        return {};
    const core::Project possible = withPossibleCorrelations(project);
    QStringList pairs;
    for (const core::Correlation& correlation : project.analysis->correlations) {
        const double nearest = correlationOf(possible, correlation.a, correlation.b);
        if (nearest != correlation.rank)
            pairs += tr("%1 and %2")
                         .arg(uncertainName(project, correlation.a),
                             uncertainName(project, correlation.b));
    }
    return tr("No inputs can be correlated like this: the matrix is not positive definite, because "
              "of %1. The result is that of before.")
        .arg(pairs.join(u", "_s));
}

void RiskPage::showNotice()
{
    if (m_simulation.isRunning() || !m_simulation.isOutOfDate()) {
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
    const QString time = QLocale().toString(m_simulation.outcome().time, QLocale::ShortFormat);
    m_notice->button().setText(tr("Run again"));
    m_notice->setNotice(
        changes.isEmpty()
            ? tr("Inputs changed since this run (%1).").arg(time)
            : tr("Changed since this run (%1): %2.").arg(time, changes.join(u", "_s)));
}

void RiskPage::showFigures()
{
    const SimulationOutcome& outcome = m_simulation.outcome();
    m_figureStack->setCurrentWidget(
        outcome.result ? static_cast<QWidget*>(m_figure) : static_cast<QWidget*>(m_empty));
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
                  : core::histogramFigure(*outcome.base, *outcome.result, session().view())));
    m_variance->setFigure(shown(core::varianceFigure(*outcome.base, *outcome.result)));
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

void RiskPage::showInput(const std::string& input)
{
    if (!m_panel)
        return;
    const bool isWanted = !input.empty();
    if (isWanted)
        m_panel->showInput(input);
    m_isPanelWanted = isWanted;
    emit sidePanelChanged();
}

void RiskPage::addInput()
{
    const core::Project& project = session().project();
    InputChoice dialog(
        workspace(), tr("Add an uncertain input"),
        [&](const core::Input& input) {
            return !uncertaintyOf(project, input.id) &&
                   core::variedInput(project, input.id).hasValue();
        },
        this);
    if (dialog.exec() != QDialog::Accepted || dialog.chosen().empty())
        return;
    const std::string input = dialog.chosen();
    const core::Status status = session().edit(
        tr("Uncertain: %1").arg(uncertainName(project, input)), withUncertainty(project, input));
    if (!status) {
        workspace().tell(QString::fromStdString(core::sentence(status.error().problems.front())));
        return;
    }
    showTables();
    m_inputs->selectRow(uncertainRowId(input));
    m_inputs->setFocus();
}

void RiskPage::startFromEvidence()
{
    core::Project project = session().project();
    std::vector<core::Uncertainty> found = core::uncertaintiesFromEvidence(project);
    if (found.empty()) {
        workspace().tell(tr("No input has a grade of evidence yet; add inputs one by one."));
        return;
    }
    analysisOf(project).uncertainties = std::move(found);
    session().edit(tr("Uncertain inputs from evidence"), std::move(project));
}

void RiskPage::remove(const QStringList& rowIds)
{
    core::Project project = session().project();
    QStringList names;
    for (const QString& row : rowIds) {
        const std::string input = inputOfUncertainRow(row);
        names += uncertainName(project, input);
        project = withoutUncertainty(std::move(project), input);
    }
    session().edit(tr("Certain: %1").arg(names.join(u", "_s)), std::move(project));
}

void RiskPage::makeCorrelationsPossible()
{
    session().edit(tr("Nearest possible rank correlations"),
        withPossibleCorrelations(session().project()), QString());
}

bool RiskPage::goToInput(const QString& inputId)
{
    if (!isInputCell(inputId) && !isCorrelationCell(inputId))
        return false;
    refreshNow();
    if (m_inputs->select({inputId, {}})) {
        m_inputs->setFocus();
        return true;
    }
    if (m_correlations->select({inputId, {}})) {
        m_correlations->setFocus();
        return true;
    }
    // What a rule says of a list names its place: "analysis.uncertainties[3].distribution.max".
    const core::Analysis& analysis = analysisOf(session().project());
    const auto place = [&](QLatin1StringView list) -> std::optional<std::size_t> {
        const QString start = list + u'[';
        if (!inputId.startsWith(start))
            return std::nullopt;
        return inputId.mid(start.size()).section(u']', 0, 0).toULongLong();
    };
    if (const auto i = place("analysis.correlations"_L1); i && *i < analysis.correlations.size()) {
        const core::Correlation& pair = analysis.correlations[*i];
        if (m_correlations->select({correlationCell(pair.a, pair.b), {}}) ||
            m_correlations->select({correlationCell(pair.b, pair.a), {}})) {
            m_correlations->setFocus();
            return true;
        }
    }
    QString row =
        uncertainRowId(analysis.uncertainties.empty() ? std::string("active_deck")
                                                      : analysis.uncertainties.front().input);
    if (const auto i = place("analysis.uncertainties"_L1); i && *i < analysis.uncertainties.size())
        row = uncertainRowId(analysis.uncertainties[*i].input);
    else if (inputId.startsWith(u"analysis.price_process"_s))
        row = uncertainRowId("price_process");
    if (QWidget* const field = findChild<QWidget*>(inputId)) { // of the settings
        field->setFocus();
        return true;
    }
    m_inputs->selectRow(row);
    m_inputs->setFocus();
    return true;
}

}
