#include "ui/pages/TableSection.h"

#include "ui/document/Session.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/Workspace.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int leftMargin = 24;
constexpr int rightMargin = 20;

}

TableSection::TableSection(
    Workspace& workspace, const QString& name, const QString& heading, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_heading(new ThemedLabel(
          workspace.appearance(), TextStyle::table, QFont::DemiBold, &Theme::text, this))
    , m_caption(new ThemedLabel(workspace.appearance(), TextStyle::caption, &Theme::text2, this))
    , m_head(new QHBoxLayout)
    , m_table(new NumberTable(workspace.session(), workspace.appearance(), this))
    , m_problemLine(new ProblemLine(workspace.appearance(), this))
{
    m_heading->setText(heading);
    m_caption->setWordWrap(true);
    m_head->setContentsMargins(leftMargin, 0, leftMargin, 0);
    m_head->setSpacing(12);
    m_head->addWidget(m_heading);
    m_head->addWidget(m_caption, 1);

    // Its rows reach from edge to edge of the page.
    m_table->setObjectName(name);
    m_table->setAccessibleName(heading);
    m_table->setSideMargins(leftMargin, rightMargin);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problemLine->setContentsMargins(leftMargin, 0, leftMargin, 0);
    m_problemLine->setObjectName(u"problems."_s + name);

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_head);
    column->addWidget(m_table);
    column->addWidget(m_problemLine);

    connect(m_table, &NumberTable::explainRequested, &workspace, &Workspace::explain);
    connect(m_table, &NumberTable::messageShown, &workspace, &Workspace::tell);
    connect(m_table, &NumberTable::currentCellChanged, this, &TableSection::follow);
    // As high as its rows, so that only the page scrolls up and down.
    connect(m_table, &NumberTable::contentHeightChanged, m_table, &QWidget::setFixedHeight);
    connect(&workspace.session().invalidEntries(), &InvalidEntries::changed, this,
        &TableSection::showProblems);
    connect(m_problemLine, &ProblemLine::remedyChosen, this, [this] {
        if (const auto mend = m_problem.mend)
            mend();
    });
}

QString TableSection::heading() const
{
    return m_heading->text();
}

void TableSection::setContent(TableContent content)
{
    const QString row = m_table->currentRow();
    m_isUpdating = true;
    m_table->setContent(std::move(content));
    m_isUpdating = false;
    if (m_table->currentRow() != row)
        emit currentCellMoved();
    showProblems();
}

void TableSection::setCaption(const QString& caption)
{
    m_caption->setText(caption);
}

void TableSection::setProblem(const TableProblem& problem)
{
    m_problem = problem;
    showProblems();
}

void TableSection::offerAdding(ProjectList list, const QString& text)
{
    auto* const button = new QPushButton(m_workspace.appearance().icon(u"add"_s), text, this);
    button->setObjectName(m_table->objectName() + u".add"_s);
    connect(button, &QPushButton::clicked, m_table, [this, list] { m_table->add(list); });
    m_head->addWidget(button);
}

// The page goes along with the current cell, and an explanation that is open with its figure.
void TableSection::follow()
{
    const TableContent& content = m_table->content();
    const auto row = content.rowOf(m_table->currentRow());
    const auto column = content.columnOf(m_table->currentColumn());
    if (!row || !column || m_isUpdating)
        return;
    if (const auto figure = content.cell(*row, *column).figure)
        m_workspace.select(*figure);
    for (QWidget* outer = parentWidget(); outer; outer = outer->parentWidget())
        if (auto* const area = qobject_cast<QScrollArea*>(outer)) {
            const QRect cell = m_table->visualRect(m_table->currentIndex());
            const QPoint middle =
                m_table->viewport()->mapTo(area->widget(), QPoint(0, cell.center().y()));
            const int above =
                *row == 0 ? cell.height() + m_table->horizontalHeader()->height() : cell.height();
            area->ensureVisible(0, middle.y(), 0, above);
        }
    emit currentCellMoved();
}

bool TableSection::hasInput(const QString& id) const
{
    for (const TableRow& row : m_table->content().rows)
        for (const TableCell& cell : row.cells)
            if (cell.editor != TableCell::Editor::none && cell.cell.input == id)
                return true;
    return false;
}

void TableSection::showProblems()
{
    QStringList sentences;
    if (!m_problem.sentence.isEmpty())
        sentences += m_problem.sentence;
    sentences +=
        refusedEntries(m_workspace.session(), [this](const QString& id) { return hasInput(id); });
    m_problemLine->setProblem(inOneLine(sentences), m_problem.remedy);
}

QString TableSection::currentInput() const
{
    const TableContent& content = m_table->content();
    const auto row = content.rowOf(m_table->currentRow());
    const auto column = content.columnOf(m_table->currentColumn());
    if (!row || !column)
        return {};
    const auto isInput = [](const TableCell& cell) {
        return cell.editor != TableCell::Editor::none && cell.editor != TableCell::Editor::name;
    };
    if (const TableCell& current = content.cell(*row, *column); isInput(current))
        return current.cell.input;
    const auto& cells = content.rows[static_cast<std::size_t>(*row)].cells;
    auto first = std::find_if(cells.begin(), cells.end(),
        [](const TableCell& cell) { return cell.editor == TableCell::Editor::number; });
    if (first == cells.end())
        first = std::find_if(cells.begin(), cells.end(), isInput);
    return first == cells.end() ? QString() : first->cell.input;
}

bool TableSection::goToInput(const QString& id, Match match)
{
    for (const TableRow& row : m_table->content().rows)
        for (const TableCell& cell : row.cells) {
            const bool isMeant = match == Match::exact ? cell.cell.input == id
                                                       : cell.cell.input.startsWith(id + u'.');
            if (cell.editor == TableCell::Editor::none || !isMeant)
                continue;
            const CellAddress address = cell.cell;
            m_table->setFocus(); // may end an edit elsewhere, and with it this content
            return m_table->select(address);
        }
    return false;
}

}
