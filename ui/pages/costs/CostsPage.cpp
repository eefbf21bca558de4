#include "ui/pages/costs/CostsPage.h"

#include "core/report/figure/Figures.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/costs/CostAmounts.h"
#include "ui/pages/costs/CostGroupCommands.h"
#include "ui/pages/costs/CostLegend.h"
#include "ui/pages/costs/CostLinePanel.h"
#include "ui/pages/costs/CostTable.h"
#include "ui/pages/costs/CostText.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int sideMargin = 24;
constexpr int figureHeight = 154; // at least
constexpr int fewestRows = 4;     // of the table that are to be seen

const core::CostLine* lineOf(const core::Project& project, const std::string& id)
{
    const auto found = std::find_if(project.costLines.begin(), project.costLines.end(),
        [&](const core::CostLine& line) { return line.id == id; });
    return found == project.costLines.end() ? nullptr : &*found;
}

bool isCostInput(const QString& id)
{
    return id == u"reuse_realisation" || id.startsWith(u"cost_lines."_s);
}

}

CostsPage::CostsPage(Workspace& workspace, QWidget* parent)
    : Page(workspace, PageId::costs, tr("Operating costs and refinery reuse"), parent)
    , m_panel(new CostLinePanel(workspace))
{
    QVBoxLayout* const column = body();
    // Rows of the table reach from edge to edge.
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(makeCommands());
    m_parts = new QSplitter(Qt::Vertical, this);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(makeTablePart());
    m_parts->addWidget(makeFigurePart());
    m_parts->setStretchFactor(0, 1);
    m_parts->setSizes({10 * figureHeight, figureHeight}); // as high as the table is
    column->addWidget(m_parts, 1);
    connect(m_panel, &CostLinePanel::walkRequested, this, &CostsPage::walk);
}

CostsPage::~CostsPage()
{
    delete m_panel;
}

QLayout* CostsPage::makeCommands()
{
    m_yearButton = new MenuButton(appearance(), tr("Year"), this);
    m_yearButton->setObjectName(u"costs.year"_s);
    auto* const add = new QPushButton(appearance().icon(u"add"_s), tr("Add line"), this);
    add->setObjectName(u"costs.addLine"_s);
    connect(add, &QPushButton::clicked, this, [this] { m_table->add(ProjectList::costLines); });
    connect(m_yearButton->menu(), &QMenu::aboutToShow, this, &CostsPage::fillYearMenu);

    auto* const row = new QHBoxLayout;
    row->setContentsMargins(sideMargin, 0, sideMargin, 0);
    row->setSpacing(10);
    row->addWidget(m_yearButton);
    row->addWidget(add);
    row->addStretch(1);
    row->addWidget(new CostLegend(appearance(), this));
    return row;
}

QWidget* CostsPage::makeTablePart()
{
    auto* const part = new QWidget(this);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // It is no higher than the table needs, so that the figure has the rest.
    column->setSizeConstraint(QLayout::SetMinAndMaxSize);

    m_table = new NumberTable(session(), appearance(), part);
    m_table->setObjectName(u"table.costs"_s);
    m_table->setAccessibleName(tr("Operating costs"));
    m_table->setSideMargins(sideMargin, 20);
    m_table->setMarksCurrentRow(true);
    connect(m_table, &NumberTable::explainRequested, &workspace(), &Workspace::explain);
    connect(m_table, &NumberTable::messageShown, &workspace(), &Workspace::tell);
    connect(
        m_table, &NumberTable::contextMenuOpening, this, [this](QMenu* menu, const QString& rowId) {
            addGroupCommands(*menu, workspace(), rowId, *this);
        });
    connect(m_table, &NumberTable::currentCellChanged, this,
        [this](const QString& rowId, const QString& columnId) {
            showLine(rowId);
            const TableContent& content = m_table->content();
            const auto row = content.rowOf(rowId);
            const auto place = content.columnOf(columnId);
            if (row && place)
                if (const auto& figure = content.cell(*row, *place).figure)
                    workspace().select(*figure);
        });
    connect(m_table, &NumberTable::contentHeightChanged, this, &CostsPage::fitTable);
    column->addWidget(m_table, 1);

    auto* const below = new QVBoxLayout;
    below->setContentsMargins(sideMargin, 8, sideMargin, 10);
    below->setSpacing(2);
    m_problems = new ProblemLine(appearance(), part);
    m_problems->setObjectName(u"costs.problems"_s);
    below->addWidget(m_problems);
    connect(&session().invalidEntries(), &InvalidEntries::changed, this, &CostsPage::showProblems);
    m_note = new ThemedLabel(appearance(), TextStyle::hint, &Theme::text2, part);
    m_note->setWordWrap(true);
    m_note->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    below->addWidget(m_note);
    column->addLayout(below);
    return part;
}

QWidget* CostsPage::makeFigurePart()
{
    auto* const part = new QWidget(this);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(sideMargin, 10, sideMargin, 8);
    m_figure = addFigureView(u"figure.cost_per_kg"_s, part);
    m_figure->setMinimumHeight(appearance().px(figureHeight));
    column->addWidget(m_figure);
    return part;
}

void CostsPage::refresh()
{
    const core::Evaluation* const evaluation = session().evaluation().get();
    m_yearButton->setLabel(tr("Year"));
    m_yearButton->setValue(m_year ? QString::number(*m_year) : tr("Full output"));
    showProblems();
    setMessage(evaluation ? costMessage(*evaluation, session().view(), m_year, workspace().format())
                          : tr("The project cannot be evaluated yet; its errors are listed "
                               "in the status bar."));
    m_note->setText(costNote(session().project()));
    m_figure->setMinimumHeight(appearance().px(figureHeight));
    m_figure->setVisible(evaluation != nullptr);
    if (evaluation)
        m_figure->setFigure(core::costPerKgFigure(*evaluation, session().view(), m_year));
    refreshPanel();
}

void CostsPage::refreshPanel()
{
    if (!m_panel)
        return;
    const auto& lines = session().project().costLines;
    if (!lineOf(session().project(), m_panel->line()))
        m_panel->showLine(lines.empty() ? std::string() : lines.front().id);
    m_panel->refresh();
    tellOfPanel();
}

void CostsPage::tellOfPanel()
{
    if (m_panelTitle == sidePanelTitle())
        return;
    m_panelTitle = sidePanelTitle();
    emit sidePanelChanged();
}

void CostsPage::refreshTables()
{
    const core::Evaluation* const evaluation = session().evaluation().get();
    // The figures may be those of an older project, which broke no rules.
    if (m_year && !(evaluation && evaluation->project().timeline.isOperating(*m_year)))
        m_year.reset();
    m_table->setContent(
        costTable(session().project(), evaluation, session().view(), m_year, workspace().format()));
}

void CostsPage::showProblems()
{
    const QString problems = inOneLine(inputProblems(session(), isCostInput));
    m_problems->setProblem(problems);
    m_note->setVisible(problems.isEmpty()); // the table needs the room more
}

void CostsPage::fitTable()
{
    const int content = m_table->contentHeight();
    const int missing = (fewestRows - m_table->model()->rowCount()) *
                        m_table->verticalHeader()->defaultSectionSize();
    m_table->setMinimumHeight(content + missing);
    m_table->setMaximumHeight(content + std::max(0, missing));
}

void CostsPage::fillYearMenu()
{
    QMenu& menu = *m_yearButton->menu();
    menu.clear();
    const auto add = [&](const QString& text, std::optional<int> year) {
        QAction* const action = menu.addAction(text, this, [this, year] {
            m_year = year;
            refreshTables();
            refresh();
        });
        action->setCheckable(true);
        action->setChecked(m_year == year);
    };
    add(tr("Full output"), std::nullopt);
    if (!session().evaluation())
        return;
    menu.addSeparator();
    const core::Timeline& timeline = session().evaluation()->project().timeline;
    for (int year = timeline.startOfOperations; year <= timeline.lastOperatingYear(); ++year)
        add(QString::number(year), year);
}

QString CostsPage::unitText() const
{
    const core::MoneyView view = session().view();
    CostAmounts total;
    if (const core::Evaluation* const evaluation = session().evaluation().get())
        total = sumOf(costAmounts(*evaluation, view, yearOfCosts(*evaluation, m_year)));
    return tr("%1, %2").arg(costScale(total, view.currency).unit, termsText(session()));
}

QWidget* CostsPage::sidePanel()
{
    return session().project().costLines.empty() ? nullptr : m_panel.data();
}

QString CostsPage::sidePanelTitle() const
{
    const core::CostLine* const line =
        m_panel ? lineOf(session().project(), m_panel->line()) : nullptr;
    return line ? QString::fromStdString(line->name) : tr("Cost line");
}

void CostsPage::showLine(const QString& rowId)
{
    const auto row = m_table->content().rowOf(rowId);
    const auto element = row ? m_table->content().rows[static_cast<std::size_t>(*row)].element
                             : std::optional<ListElement>();
    if (!element || !m_panel || m_panel->line() == element->id)
        return;
    m_panel->showLine(element->id);
    tellOfPanel();
}

void CostsPage::walk(int direction)
{
    const TableContent& content = m_table->content();
    std::vector<QString> lines;
    std::optional<std::size_t> current;
    for (const TableRow& row : content.rows) {
        if (!row.element)
            continue;
        if (row.element->id == m_panel->line())
            current = lines.size();
        lines.push_back(row.id);
    }
    if (!current)
        return;
    const auto next = static_cast<std::ptrdiff_t>(*current) + direction;
    if (next >= 0 && next < static_cast<std::ptrdiff_t>(lines.size()))
        m_table->selectRow(lines[static_cast<std::size_t>(next)]);
}

bool CostsPage::goToInput(const QString& inputId)
{
    if (inputId != u"cost_lines" && !isCostInput(inputId))
        return false;
    refreshNow();
    const auto& lines = session().project().costLines;
    const QStringList parts = inputId.split(u'.');
    const core::CostLine* line =
        parts.size() > 1 ? lineOf(session().project(), parts[1].toStdString()) : nullptr;
    if (!line && !lines.empty())
        line = lineOf(session().project(), m_panel ? m_panel->line() : lines.front().id);
    if (!line)
        return false;
    if (m_table->select({inputId, {}})) {
        m_table->setFocus();
        return true;
    }
    // What only the panel has is near to the part of the line that it changes.
    const QString field = parts.size() > 2 ? parts[2] : QString();
    const QString path = QString::fromStdString(pathOf(ProjectList::costLines, line->id));
    if (field == u"currency" || field == u"fixed_profile")
        m_table->select({path + u".fixed"_s, {}});
    else if (field.startsWith(u"host_"_s) || inputId == u"reuse_realisation")
        m_table->select({path + u".reuse_share"_s, {}});
    else
        m_table->selectRow(costRowId(line->id));
    m_table->setFocus();
    if (m_panel && session().inputOf(inputId)) {
        emit sidePanelWanted();
        m_panel->goToInput(inputId);
    }
    return true;
}

}
