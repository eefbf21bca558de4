#include "ui/pages/cashflow/CashFlowPage.h"

#include "core/report/figure/Figures.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/tables/NumberTable.h"
#include "ui/tables/TableClipboard.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/Segments.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::ResultCase;

constexpr int leftMargin = 24;
constexpr int rightMargin = 20;
constexpr int rowHeight = 24;
constexpr int endOfTotals = 16;
constexpr std::array cases {ResultCase::project, ResultCase::standalone, ResultCase::savings};

void addChoices(MenuButton& button, const QStringList& labels, int current,
    const std::function<void(int)>& choose)
{
    auto* const group = new QActionGroup(&button);
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
        QAction* const action = button.menu()->addAction(labels[i]);
        action->setCheckable(true);
        action->setChecked(i == current);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &button, [&button, choose, action, i] {
            button.setValue(action->text());
            choose(i);
        });
    }
    button.setValue(labels[current]);
}

}

CashFlowPage::CashFlowPage(Workspace& workspace, QWidget* parent)
    : Page(workspace, PageId::cashFlow, tr("Cash flow"), parent)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_table(new NumberTable(session(), appearance(), this))
{
    QVBoxLayout* const column = body();
    // The lines of the table go from edge to edge.
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(makeControls());
    column->addWidget(m_splitter, 1);

    m_table->setObjectName(u"table.cashFlow"_s);
    m_table->setAccessibleName(tr("Yearly statement"));
    m_table->setRowHeight(rowHeight);
    m_table->setSideMargins(leftMargin, endOfTotals);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(makeChart());
    m_splitter->setChildrenCollapsible(false);

    connect(&workspace, &Workspace::explainedChanged, this, &CashFlowPage::invalidate);
    connect(m_table, &NumberTable::explainRequested, &workspace, &Workspace::explain);
    connect(m_table, &NumberTable::messageShown, &workspace, &Workspace::tell);
    connect(m_table, &NumberTable::currentCellChanged, this, &CashFlowPage::tellSelection);
    connect(
        m_table, &NumberTable::contextMenuOpening, this, [this](QMenu* menu, const QString& row) {
            menu->addSeparator();
            menu->addAction(tr("Chart this line"), this, [this, row] { chartLine(row); });
        });
}

QBoxLayout* CashFlowPage::makeControls()
{
    m_cases = new Segments({tr("Project"), tr("Stand-alone"), tr("Savings")}, this);
    m_cases->setObjectName(u"case"_s);
    connect(m_cases, &Segments::chosen, this, &CashFlowPage::refresh);

    m_detailButton = new MenuButton(appearance(), tr("Detail"), this);
    m_detailButton->setObjectName(u"detail"_s);
    addChoices(*m_detailButton, {tr("Totals"), tr("Groups"), tr("All lines")},
        static_cast<int>(m_detail), [this](int depth) { setDetail(static_cast<Detail>(depth)); });

    m_decimalsButton = new MenuButton(appearance(), tr("Decimals"), this);
    m_decimalsButton->setObjectName(u"decimals"_s);
    addChoices(
        *m_decimalsButton, {u"0"_s, u"1"_s, u"2"_s, u"3"_s}, m_decimals, [this](int decimals) {
            m_decimals = decimals;
            refresh();
        });

    m_copy = new QToolButton(this);
    m_copy->setIcon(appearance().icon(u"copy"_s));
    m_copy->setText(tr("Copy for Excel"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->setObjectName(u"copyStatement"_s);
    m_copy->setToolTip(tr("The whole statement with its heads, in full digits"));
    connect(m_copy, &QToolButton::clicked, this, &CashFlowPage::copyStatement);

    auto* const row = new QHBoxLayout;
    row->setContentsMargins(leftMargin, 0, rightMargin, 0);
    row->setSpacing(10);
    row->addWidget(m_cases);
    row->addWidget(m_detailButton);
    row->addWidget(m_decimalsButton);
    row->addStretch(1);
    row->addWidget(m_copy);
    return row;
}

QWidget* CashFlowPage::makeChart()
{
    m_chartBox = new QWidget(this);
    m_chart = addFigureView(u"figure.line"_s, m_chartBox);
    auto* const closer = new QToolButton(m_chartBox);
    closer->setObjectName(u"closeChart"_s);
    closer->setIcon(appearance().icon(u"close"_s));
    closer->setToolTip(tr("Close the chart"));
    closer->setAccessibleName(closer->toolTip());
    closer->setProperty("quiet", true);
    connect(closer, &QToolButton::clicked, this, &CashFlowPage::closeChart);

    auto* const row = new QHBoxLayout(m_chartBox);
    row->setContentsMargins(leftMargin, 8, rightMargin, 12);
    row->addWidget(m_chart, 1);
    row->addWidget(closer, 0, Qt::AlignTop);
    m_chartBox->hide();
    return m_chartBox;
}

StatementStyle CashFlowPage::style() const
{
    return {cases[static_cast<std::size_t>(m_cases->current())], session().view(), m_decimals,
        workspace().format()};
}

const core::StatementLine* CashFlowPage::findLine(const QString& id) const
{
    const std::string name = id.toStdString();
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
        [&](const core::StatementLine& line) { return line.id == name; });
    return found == m_lines.end() ? nullptr : &*found;
}

QString CashFlowPage::message() const
{
    const core::Project& project = session().evaluation()->project();
    const DisplayFormat format = workspace().format();
    const StatementUnit unit = statementUnit(m_lines, session().view().currency);
    const double flow = *findLine(u"free_cash_flow"_s)->total;
    const double npv = *findLine(u"present_value"_s)->total;
    const QString rate = project.discounting.terms == core::Terms::nominal
                             ? tr("%1 nominal").arg(format.percent(project.discounting.rate))
                             : tr("%1 real").arg(format.percent(project.discounting.rate));
    QString sentence;
    switch (style().which) {
    case ResultCase::project:
        sentence = tr("Free cash flow of %1 over the life; NPV %2 at %3.");
        break;
    case ResultCase::standalone:
        sentence = tr("Stand-alone, free cash flow of %1 over the life; NPV %2 at %3.");
        break;
    case ResultCase::savings:
        sentence = tr("Reuse adds free cash flow of %1 over the life; NPV %2 at %3.");
        break;
    }
    return sentence.arg(unit.amountText(flow, format), format.fixed(npv, 2, unit.exponent), rate);
}

void CashFlowPage::refresh()
{
    const auto& evaluation = session().evaluation();
    for (QWidget* const part :
        std::initializer_list<QWidget*> {m_cases, m_detailButton, m_decimalsButton, m_copy})
        part->setEnabled(evaluation != nullptr);
    m_splitter->setVisible(evaluation != nullptr);
    if (!evaluation) {
        m_lines.clear();
        showChart();
        setMessage(tr("The project cannot be evaluated yet; its errors are listed in the "
                      "status bar."));
        return;
    }
    const StatementStyle style = this->style();
    m_lines = core::statementOf(*evaluation, style.which, style.view);
    setMessage(message());
    TableContent content = statementTable(*evaluation, m_lines, style);
    markPrecedents(content);
    m_table->setContent(std::move(content));
    for (const TableRow& row : m_table->content().rows)
        if (row.isExpandable && !m_groups.contains(row.id))
            applyDetail(row);
    showChart();
    tellSelection();
}

QString CashFlowPage::unitText() const
{
    const TableContent& content = m_table->content();
    return content.columns.empty() ? QString() : content.columns.front().head;
}

std::vector<FigureView*> CashFlowPage::figures()
{
    if (m_chartedLine.isEmpty())
        return {};
    return {m_chart};
}

void CashFlowPage::setDetail(Detail detail)
{
    m_detail = detail;
    for (const TableRow& row : m_table->content().rows)
        if (row.isExpandable)
            applyDetail(row);
}

void CashFlowPage::applyDetail(const TableRow& row)
{
    m_groups.insert(row.id);
    m_table->setCollapsed(row.id, row.level >= static_cast<int>(m_detail));
}

// What the explained figure is made of, as far as the statement shows it: directly, or by way of
// figures that it does not show.
void CashFlowPage::markPrecedents(TableContent& content) const
{
    if (const std::optional<core::FigureReference>& asked = workspace().explained())
        markParts(content, *asked, 1);
}

void CashFlowPage::markParts(
    TableContent& content, const core::FigureReference& figure, int hiddenLevels) const
{
    const core::Evaluation& evaluation = *session().evaluation();
    const auto explained = core::explainFigure(evaluation, figure);
    if (!explained)
        return;
    for (const core::ExplainedPart& part : explained->parts) {
        if (!part.figure)
            continue;
        const auto named =
            core::namedFigure(evaluation, part.figure->resultCase, part.figure->name);
        const auto line = std::find_if(m_lines.begin(), m_lines.end(), [&](const auto& known) {
            return named ? known.row.isValid() && known.row.index() == named->row.index()
                         : !known.row.isValid() && part.figure->resultCase == style().which &&
                               known.id == core::withoutCase(part.figure->name);
        });
        if (line == m_lines.end()) {
            if (hiddenLevels > 0)
                markParts(content, *part.figure, hiddenLevels - 1);
            continue;
        }
        std::vector<TableCell>& cells =
            content.rows[static_cast<std::size_t>(line - m_lines.begin())].cells;
        const auto mark = [&](int markedYear) {
            const core::YearSpan years = evaluation.years();
            if (years.contains(markedYear))
                cells[static_cast<std::size_t>(markedYear - years.first + 1)].isMarked = true;
        };
        if (part.year)
            mark(*part.year);
        for (const core::YearValue& value : part.years)
            mark(value.year);
    }
}

void CashFlowPage::copyStatement()
{
    const Block statement = m_table->whole();
    QGuiApplication::clipboard()->setMimeData(
        mimeDataOf(statement, separatorsOf(QLocale())).release());
    workspace().tell(tr(
        "Statement copied: %n line(s), in full digits.", nullptr, m_table->content().rowCount()));
}

void CashFlowPage::chartLine(const QString& id)
{
    m_chartedLine = id;
    showChart();
}

void CashFlowPage::closeChart()
{
    m_split = m_splitter->sizes();
    m_chartedLine.clear();
    showChart();
    m_table->setFocus();
}

void CashFlowPage::showChart()
{
    const core::StatementLine* const line = findLine(m_chartedLine);
    if (line) {
        const StatementStyle style = this->style();
        m_chart->setFigure(core::statementLineFigure(*session().evaluation(), style.which, *line,
            style.view, statementUnit(m_lines, style.view.currency).scale));
    } else {
        m_chartedLine.clear();
    }
    const bool opens = line && m_chartBox->isHidden();
    m_chartBox->setVisible(line != nullptr);
    if (opens) {
        m_splitter->setSizes(m_split);
        m_table->scrollTo(m_table->currentIndex());
    }
}

// An explanation that is open follows the current cell, also when that shows another case.
void CashFlowPage::tellSelection()
{
    const TableContent& content = m_table->content();
    const auto row = content.rowOf(m_table->currentRow());
    const auto column = content.columnOf(m_table->currentColumn());
    if (!row || !column)
        return;
    const std::optional<core::FigureReference>& figure = content.cell(*row, *column).figure;
    if (!figure || figure == m_toldFigure)
        return;
    m_toldFigure = figure;
    workspace().select(*figure);
}

}
