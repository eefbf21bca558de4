#include "ui/pages/scenarios/ScenariosPage.h"

#include "core/report/figure/ScenarioFigures.h"
#include "ui/document/InputText.h"
#include "ui/document/Preferences.h"
#include "ui/document/ScenarioCells.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputPicker.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/Shares.h"
#include "ui/pages/TargetChoice.h"
#include "ui/pages/attribution/AttributionDialog.h"
#include "ui/pages/scenarios/ScenarioTable.h"
#include "ui/pages/scenarios/ScenarioWords.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int sideMargin = 24;
constexpr int rowHeight = 26;
constexpr int figureHeight = 200;
constexpr int cellPadding = 8; // behind a number

QPushButton* command(const QString& name, const QString& text, QWidget* parent)
{
    auto* const button = new QPushButton(text, parent);
    button->setObjectName(name);
    return button;
}

}

ScenariosPage::ScenariosPage(Workspace& workspace, QWidget* parent)
    : Page(workspace, PageId::scenarios, tr("Scenarios"), parent)
    , m_targets(scenarioTargets(workspace.preferences()))
{
    addCommands();
    QVBoxLayout* const column = body();
    column->setContentsMargins(0, 0, 0, 0); // the lines of the table go from edge to edge
    m_stack = new QStackedWidget(this);
    m_content = makeContent();
    m_stack->addWidget(m_content);
    m_empty = new EmptyState(appearance(), u"scenarios"_s, tr("No scenarios yet"),
        tr("A scenario holds only what differs from the plan."), this);
    m_empty->setObjectName(u"scenarios.empty"_s);
    QPushButton* const add = m_empty->addAction(tr("New scenario"));
    add->setIcon(appearance().icon(u"add"_s));
    connect(add, &QPushButton::clicked, this, &ScenariosPage::addScenario);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    connectTable();
    // At once, since the table goes on with a column that was added.
    connect(&session(), &Session::projectChanged, this, [this] {
        if (isVisible())
            showTable();
    });
    connect(
        &session().invalidEntries(), &InvalidEntries::changed, this, &ScenariosPage::showProblems);
}

void ScenariosPage::addCommands()
{
    QPushButton* const add = command(u"newScenario"_s, tr("New scenario"), this);
    add->setIcon(appearance().icon(u"add"_s));
    connect(add, &QPushButton::clicked, this, &ScenariosPage::addScenario);
    m_override = command(u"overrideInput"_s, tr("Override an input…"), this);
    connect(m_override, &QPushButton::clicked, this, &ScenariosPage::addOverride);
    m_why = command(u"why"_s, tr("Why…"), this);
    connect(m_why, &QPushButton::clicked, this, [this] {
        explainWhy(currentScenario(), targetOfRow(m_table->currentRow()).value_or(core::Target {}));
    });
    m_choose = command(u"chooseFigures"_s, tr("Choose figures…"), this);
    connect(m_choose, &QPushButton::clicked, this, &ScenariosPage::chooseFigures);
    for (QPushButton* const button : {add, m_override, m_why, m_choose})
        head().addCommand(button);
}

QWidget* ScenariosPage::makeContent()
{
    auto* const content = new QWidget(this);
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_table = new NumberTable(session(), appearance(), content);
    m_table->setObjectName(u"table.scenarios"_s);
    m_table->setAccessibleName(tr("Plan and scenarios"));
    m_table->setSideMargins(sideMargin, sideMargin);
    m_table->setRowHeight(rowHeight);
    column->addWidget(m_table, 1);
    m_problems = new ProblemLine(appearance(), content);
    m_problems->setObjectName(u"scenarios.problems"_s);
    m_problems->setContentsMargins(sideMargin, 0, sideMargin, 0);
    column->addWidget(m_problems);
    column->addSpacing(20);
    m_figure = addFigureView(u"figure.scenarios"_s, content);
    m_figure->setFixedHeight(appearance().px(figureHeight));
    // As its figure in the table, once its column is the current one.
    m_figure->setInputCommand(tr("Why…"));
    connect(
        m_figure, &FigureView::inputRequested, this,
        [this](const QString& input) {
            explainWhy(input.section(u'.', 1).toStdString(), m_targets.front());
        },
        Qt::QueuedConnection);
    auto* const figure = new QVBoxLayout;
    figure->setContentsMargins(sideMargin, 0, 0, 0);
    figure->addWidget(m_figure);
    column->addLayout(figure);
    m_note = new ThemedLabel(appearance(), TextStyle::caption, &Theme::text2, content);
    m_note->setWordWrap(true);
    m_note->setText(tr("A scenario holds only what differs from the plan. Figures on a blue ground "
                       "differ; grey ones are inherited. Rates of return and times are not "
                       "averaged."));
    auto* const note = new QVBoxLayout;
    note->setContentsMargins(sideMargin, 8, sideMargin, 10);
    note->addWidget(m_note);
    column->addStretch(0);
    column->addLayout(note);
    return content;
}

void ScenariosPage::connectTable()
{
    // No higher than its rows, so that the bars stand below them.
    connect(m_table, &NumberTable::contentHeightChanged, m_table, &QWidget::setMaximumHeight);
    connect(m_table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &ScenariosPage::align);
    connect(&appearance(), &Appearance::changed, this, &ScenariosPage::align);
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &ScenariosPage::align);
    m_table->installEventFilter(this);

    connect(m_table, &NumberTable::explainRequested, this, &ScenariosPage::explain);
    connect(m_table, &NumberTable::messageShown, &workspace(), &Workspace::tell);
    connect(m_table, &NumberTable::removalRequested, this, &ScenariosPage::removeRows);
    connect(m_table, &NumberTable::contextMenuOpening, this, &ScenariosPage::fillMenu);
    connect(m_table, &NumberTable::currentCellChanged, this, &ScenariosPage::showCommands);
    connect(m_problems, &ProblemLine::remedyChosen, this, [this] {
        edit(tr("Scale probabilities to %1").arg(weightText(1.0, workspace().format())),
            withProbabilitiesScaled(project()));
    });

    QHeaderView* const heads = m_table->horizontalHeader();
    connect(heads, &QHeaderView::sectionResized, this, &ScenariosPage::align);
    const auto scenarioAt = [this](int column) {
        return column < 0 ? std::string()
                          : scenarioOfColumn(
                                m_table->content().columns[static_cast<std::size_t>(column)].id);
    };
    connect(heads, &QHeaderView::sectionDoubleClicked, this, [this, scenarioAt](int column) {
        if (const std::string scenario = scenarioAt(column); !scenario.empty())
            explainWhy(scenario, {});
    });
    heads->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(heads, &QWidget::customContextMenuRequested, this,
        [this, heads, scenarioAt](const QPoint& place) {
            const std::string scenario = scenarioAt(heads->logicalIndexAt(place));
            if (scenario.empty())
                return;
            auto* const menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            addScenarioCommands(menu, scenario);
            menu->popup(heads->mapToGlobal(place));
        });
}

const core::Project& ScenariosPage::project() const
{
    return session().project();
}

std::string ScenariosPage::currentScenario() const
{
    return scenarioOfColumn(m_table->currentColumn());
}

QString ScenariosPage::nameOf(const std::string& scenario) const
{
    const core::Scenario* const found = scenarioOf(project(), scenario);
    return found ? QString::fromStdString(found->name) : QString();
}

void ScenariosPage::refresh()
{
    m_stack->setCurrentWidget(
        project().scenarios.empty() ? static_cast<QWidget*>(m_empty) : m_content);
    showTable();
    showFigure();
    showProblems();
    showCommands();
    setMessage(message());
}

void ScenariosPage::compute()
{
    if (m_plan == session().evaluation())
        return;
    m_plan = session().evaluation();
    m_results =
        m_plan ? core::scenarioResults(*m_plan, m_results) : std::vector<core::ScenarioResult>();
}

void ScenariosPage::showTable()
{
    compute();
    const ScenarioView view {project(), m_plan.get(), m_results, m_targets, session().view()};
    m_table->setContent(scenarioTable(view, workspace().format()));
    align();
}

void ScenariosPage::showFigure()
{
    if (m_plan && !m_results.empty())
        m_figure->setFigure(
            core::scenariosFigure(*m_plan, m_results, m_targets.front(), session().view()));
    m_figure->setVisible(m_plan && !m_results.empty());
}

void ScenariosPage::showProblems()
{
    const QStringList refused = refusedEntries(
        session(), [](const QString& id) { return isScenarioCell(id.toStdString()); });
    const ScenarioProblems problems = scenarioProblems(session(), m_results, workspace().format());
    m_problems->setProblem((problems.sentences + refused).join(u' '), problems.remedy);
}

void ScenariosPage::showCommands()
{
    m_override->setEnabled(!project().scenarios.empty());
    m_choose->setEnabled(!project().scenarios.empty());
    m_why->setEnabled(!currentScenario().empty());
}

QString ScenariosPage::message() const
{
    return scenarioMessage(session(), m_results, workspace().format());
}

QString ScenariosPage::unitText() const
{
    return moneyUnitText(session());
}

// The bars end where the numbers of their columns do.
void ScenariosPage::align()
{
    const TableContent& content = m_table->content();
    if (content.columns.empty())
        return;
    const int indent = m_figure->x() - m_table->x();
    const int width = m_table->viewport()->width();
    const auto weighted = static_cast<int>(content.columns.size()) - 1;
    const int left = m_table->columnWidth(0);
    const int right = width - m_table->columnWidth(weighted);
    FigureColumns columns;
    columns.left = left - indent;
    columns.right = width - sideMargin - indent;
    for (int column = 1; column < weighted; ++column) {
        const int end = m_table->columnViewportPosition(column) + m_table->columnWidth(column);
        if (end <= right + 1)
            columns.columns.push_back({content.columns[static_cast<std::size_t>(column)].id,
                static_cast<double>(end - cellPadding - indent)});
    }
    columns.columns.push_back({weightedColumn(), static_cast<double>(width - sideMargin - indent)});
    m_figure->setColumns(columns);
}

bool ScenariosPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table)
        return Page::eventFilter(watched, event);
    if (event->type() == QEvent::Resize)
        align();
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const bool isAsked = event->type() == QEvent::ShortcutOverride;
        if (handleKey(static_cast<const QKeyEvent&>(*event), isAsked)) {
            event->accept();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

// What rows of other tables are, columns are here.
bool ScenariosPage::handleKey(const QKeyEvent& key, bool isAsked)
{
    const std::string scenario = currentScenario();
    const Qt::KeyboardModifiers modifiers =
        key.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    const auto run = [isAsked](const auto& action) {
        if (!isAsked)
            action();
        return true;
    };
    const bool isAdding = modifiers == (Qt::ControlModifier | Qt::ShiftModifier) &&
                          (key.key() == Qt::Key_Plus || key.key() == Qt::Key_Equal);
    if (isAdding)
        return run([this] { addScenario(); });
    if (scenario.empty())
        return false;
    const bool isRemoving = modifiers == Qt::ControlModifier && key.key() == Qt::Key_Minus;
    if (isRemoving && inputOfRow(m_table->currentRow()).empty())
        return run([&] { remove(scenario); });
    const bool isMoving = modifiers == (Qt::AltModifier | Qt::ShiftModifier) &&
                          (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right);
    if (isMoving)
        return run([&] { move(scenario, key.key() == Qt::Key_Left ? -1 : 1); });
    return false;
}

void ScenariosPage::fillMenu(QMenu* menu, const QString& row, const QString& column)
{
    menu->addSeparator();
    menu->addAction(tr("Override an input…"), this, &ScenariosPage::addOverride);
    if (const std::string input = inputOfRow(row); core::kindOf(project(), input))
        menu->addAction(tr("Go to the input of the plan"), this,
            [this, input] { workspace().goToInput(QString::fromStdString(input)); });
    if (const std::string scenario = scenarioOfColumn(column); !scenario.empty()) {
        menu->addSeparator();
        addScenarioCommands(menu, scenario);
    }
}

void ScenariosPage::addScenarioCommands(QMenu* menu, const std::string& scenario)
{
    const auto entries = entriesOf(project(), ProjectList::scenarios);
    const auto add = [&](const QString& text, const auto& run, QKeyCombination keys = {}) {
        QAction* const action = menu->addAction(text, this, run);
        if (keys.key() != Qt::Key_unknown)
            action->setShortcut(QKeySequence(keys)); // only shown: the table handles the key
        return action;
    };
    add(tr("Why…"), [this, scenario] { explainWhy(scenario, {}); });
    menu->addSeparator();
    add(tr("Rename…"), [this, scenario] { rename(scenario); });
    add(tr("Duplicate scenario"), [this, scenario] { duplicate(scenario); });
    add(
        tr("Move left"), [this, scenario] { move(scenario, -1); },
        Qt::ALT | Qt::SHIFT | Qt::Key_Left)
        ->setEnabled(entries.front().id != scenario);
    add(
        tr("Move right"), [this, scenario] { move(scenario, 1); },
        Qt::ALT | Qt::SHIFT | Qt::Key_Right)
        ->setEnabled(entries.back().id != scenario);
    add(tr("Remove scenario"), [this, scenario] { remove(scenario); });
}

void ScenariosPage::edit(const QString& text, core::Result<core::Project> after)
{
    session().finishTyping();
    const core::Status status = session().edit(text, std::move(after));
    if (!status)
        workspace().tell(QString::fromStdString(status.error().problems.front().message));
}

void ScenariosPage::selectScenario(const std::string& scenario)
{
    refreshNow();
    m_table->setFocus();
    m_table->select({probabilityCell(scenario), {}});
}

void ScenariosPage::addScenario()
{
    const QString name = tr("New scenario");
    const std::string id = newIdFor(project(), ProjectList::scenarios, name);
    edit(tr("Add “%1”").arg(name), withAdded(project(), ProjectList::scenarios, name));
    selectScenario(id);
}

void ScenariosPage::duplicate(const std::string& scenario)
{
    auto after = withDuplicate(project(), ProjectList::scenarios, scenario);
    std::string copy = scenario;
    if (after) {
        const auto entries = entriesOf(*after, ProjectList::scenarios);
        const auto original = std::find_if(entries.begin(), entries.end(),
            [&](const ListEntry& entry) { return entry.id == scenario; });
        copy = std::next(original)->id;
    }
    edit(tr("Duplicate “%1”").arg(nameOf(scenario)), std::move(after));
    selectScenario(copy);
}

void ScenariosPage::remove(const std::string& scenario)
{
    edit(tr("Remove “%1”").arg(nameOf(scenario)),
        withRemoved(project(), ProjectList::scenarios, scenario));
}

void ScenariosPage::rename(const std::string& scenario)
{
    auto* const dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"renameScenario"_s);
    dialog->setWindowTitle(tr("Rename scenario"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(nameOf(scenario));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, scenario](const QString& name) {
        edit(tr("Rename “%1” to “%2”").arg(nameOf(scenario), name),
            withRenamed(project(), ProjectList::scenarios, scenario, name));
    });
    dialog->open();
}

void ScenariosPage::move(const std::string& scenario, int places)
{
    edit(tr("Move “%1”").arg(nameOf(scenario)),
        withMoved(project(), ProjectList::scenarios, scenario, places));
    refreshNow();
}

// In the scenario of the current column, else the first one.
void ScenariosPage::addOverride()
{
    if (project().scenarios.empty())
        return;
    const std::string scenario =
        currentScenario().empty() ? project().scenarios.front().id : currentScenario();
    QStringList there;
    for (const auto& [input, value] : scenarioOf(project(), scenario)->overrides)
        there += QString::fromStdString(input);
    auto* const picker = new InputPicker(workspace(), there, m_override, InputPicker::Offer::all);
    connect(picker, &InputPicker::chosen, this, [this, scenario](const QString& input) {
        const core::Input* const known = session().inputOf(input);
        edit(tr("Override %1 in “%2”").arg(known ? fullLabelOf(*known) : input, nameOf(scenario)),
            withOverride(project(), scenario, input.toStdString()));
        goToInput(overrideCell(scenario, input.toStdString()));
    });
    picker->openBelow(*m_override);
}

void ScenariosPage::removeRows(const QStringList& rows)
{
    std::vector<std::string> inputs;
    for (const QString& row : rows)
        if (const std::string input = inputOfRow(row);
            std::find(inputs.begin(), inputs.end(), input) == inputs.end())
            inputs.push_back(input);
    const core::Input* const first = session().inputOf(QString::fromStdString(inputs.front()));
    const QString name = first ? fullLabelOf(*first) : QString::fromStdString(inputs.front());
    edit(inputs.size() == 1 ? tr("%1 as planned in all scenarios").arg(name)
                            : tr("%n inputs as planned in all scenarios", nullptr,
                                  static_cast<int>(inputs.size())),
        withoutOverrides(project(), inputs));
}

void ScenariosPage::chooseFigures()
{
    auto* const dialog = new TargetChoice(m_targets, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_targets = dialog->chosen();
        keepScenarioTargets(workspace().preferences(), m_targets);
        refresh();
    });
    dialog->open();
}

// A figure of the plan is explained as anywhere; that of a scenario by what makes it differ.
void ScenariosPage::explain(const core::FigureReference& figure)
{
    const std::string scenario = currentScenario();
    const auto target = core::findTarget(figure.name);
    if (scenario.empty() || !target)
        workspace().explain(figure);
    else
        explainWhy(scenario, *target);
}

void ScenariosPage::explainWhy(const std::string& scenario, core::Target target)
{
    refreshNow();
    const auto result = std::find_if(m_results.begin(), m_results.end(),
        [&](const core::ScenarioResult& candidate) { return candidate.id == scenario; });
    if (!m_plan || result == m_results.end())
        return;
    if (!result->evaluation) {
        workspace().tell(QString::fromStdString(core::sentence(result->problems.front())));
        return;
    }
    auto* const dialog = new AttributionDialog(workspace(),
        {m_plan, result->evaluation, tr("Plan"), QString::fromStdString(result->name), target},
        window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool ScenariosPage::goToInput(const QString& inputId)
{
    refreshNow();
    if (project().scenarios.empty())
        return inputId.startsWith(u"scenarios");
    const QStringList parts = inputId.split(u'.');
    if (parts.front() != u"scenarios")
        return false;
    const std::string wanted = parts.size() > 1 ? parts[1].toStdString() : std::string();
    const core::Scenario* const named = scenarioOf(project(), wanted);
    const core::Scenario& scenario = named ? *named : project().scenarios.front();
    m_table->setFocus();
    for (const TableRow& row : m_table->content().rows)
        for (const TableCell& cell : row.cells)
            if (cell.editor != TableCell::Editor::none && cell.cell.input == inputId)
                return m_table->select(cell.cell);
    return m_table->select({probabilityCell(scenario.id), {}});
}

}
