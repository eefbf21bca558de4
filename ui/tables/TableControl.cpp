#include "ui/tables/TableControl.h"

#include "ui/tables/CellEditing.h"
#include "ui/tables/EditingDelegate.h"
#include "ui/tables/FrozenColumns.h"
#include "ui/tables/GroupFilter.h"
#include "ui/tables/RowEditing.h"
#include "ui/tables/TableSelection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

// The first cell of a row that names what the row stands for, when it can be renamed.
std::optional<int> nameColumnOf(const TableContent& content, int row)
{
    for (int column = 0; column < content.columnCount(); ++column)
        if (content.cell(row, column).editor == TableCell::Editor::name)
            return column;
    return std::nullopt;
}

}

TableControl::TableControl(QTableView& table, const FrozenColumns& parts, GroupFilter& rows,
    TableSelection& selection, CellEditing& cells, RowEditing& rowEditing)
    : QObject(&table)
    , m_table(table)
    , m_parts(parts)
    , m_rows(rows)
    , m_selection(selection)
    , m_cells(cells)
    , m_rowEditing(rowEditing)
{
}

std::optional<TableCommand> TableControl::commandFor(const QKeyEvent& event) const
{
    const auto command = commandOf(event);
    return command && canRun(*command) ? command : std::nullopt;
}

bool TableControl::canRun(TableCommand command) const
{
    const QModelIndex current = m_selection.current();
    if (!current.isValid())
        return command == TableCommand::selectAll;
    switch (command) {
    case TableCommand::restore:
        return m_rows.table().invalidEntry(m_rows.contentRow(current.row()), current.column());
    case TableCommand::toggle:
        return m_rows.cell(current).editor == TableCell::Editor::flag;
    case TableCommand::giveBack:
    case TableCommand::fillDown:
    case TableCommand::fillRight:
        return current.flags().testFlag(Qt::ItemIsEditable) || m_selection.isRange();
    case TableCommand::insertRow:
        return m_rowEditing.isPossible();
    case TableCommand::removeRows:
        if (!removableRows().isEmpty())
            return true;
        [[fallthrough]];
    case TableCommand::duplicateRow:
        return m_rows.row(current.row()).element.has_value() || m_selection.isRange();
    case TableCommand::renameRow:
        return nameColumnOf(m_rows.content(), m_rows.contentRow(current.row())).has_value();
    case TableCommand::moveRowUp:
        return m_rowEditing.canMove(-1);
    case TableCommand::moveRowDown:
        return m_rowEditing.canMove(1);
    case TableCommand::explain:
        return m_rows.cell(current).figure.has_value();
    default:
        return true;
    }
}

bool TableControl::handleKey(QKeyEvent& event)
{
    if (const auto command = commandFor(event)) {
        run(*command);
        return true;
    }
    if (!m_selection.current().isValid())
        return false;
    if (navigate(event))
        return true;
    if (!startsTyping(event))
        return false;
    if (const QString reason = whyNotTyped(m_selection.current()); !reason.isEmpty())
        emit messageShown(reason);
    else
        openEditor(&event);
    return true;
}

// Empty where typing goes on.
QString TableControl::whyNotTyped(const QModelIndex& cell) const
{
    const TableCell& content = m_rows.cell(cell);
    if (content.editor == TableCell::Editor::flag)
        return tr("The space bar ticks and clears this box.");
    if (cell.flags().testFlag(Qt::ItemIsEditable))
        return {};
    if (m_rows.row(cell.row()).isExpandable)
        return tr("This row is a group, the sum of its lines; type into these.");
    return content.figure ? tr("This figure is calculated; F3 explains it.")
                          : tr("Nothing can be typed here.");
}

QString TableControl::whyNotExplained(const QModelIndex& cell) const
{
    return cell.flags().testFlag(Qt::ItemIsEditable)
               ? tr("This is an input; the panel at the right tells where it comes from (F4).")
               : tr("There is no figure here to explain.");
}

void TableControl::run(TableCommand command)
{
    if (!canRun(command)) {
        if (command == TableCommand::explain && m_selection.current().isValid())
            emit messageShown(whyNotExplained(m_selection.current()));
        return;
    }
    switch (command) {
    case TableCommand::copy:
    case TableCommand::copyWithHeads:
        emit copyRequested(command == TableCommand::copyWithHeads);
        break;
    case TableCommand::paste:
        paste();
        break;
    case TableCommand::edit:
        openEditor();
        break;
    case TableCommand::restore:
        m_cells.restore(m_selection.current());
        break;
    case TableCommand::giveBack:
        m_cells.giveBack();
        break;
    case TableCommand::toggle:
        m_cells.toggle(m_selection.current());
        break;
    case TableCommand::fillDown:
        m_cells.fillDown();
        break;
    case TableCommand::fillRight:
        m_cells.fillRight();
        break;
    case TableCommand::insertRow:
        m_rowEditing.insert();
        break;
    case TableCommand::duplicateRow:
        m_rowEditing.duplicate();
        break;
    case TableCommand::renameRow:
        rename();
        break;
    case TableCommand::removeRows:
        removeRows();
        break;
    case TableCommand::moveRowUp:
        m_rowEditing.move(-1);
        break;
    case TableCommand::moveRowDown:
        m_rowEditing.move(1);
        break;
    case TableCommand::collapse:
        setGroupCollapsed(true);
        break;
    case TableCommand::expand:
        setGroupCollapsed(false);
        break;
    case TableCommand::selectColumns:
        m_selection.growToColumns();
        break;
    case TableCommand::selectRows:
        m_selection.growToRows();
        break;
    case TableCommand::selectAll:
        m_selection.selectAll();
        break;
    case TableCommand::explain:
        explain();
        break;
    }
}

void TableControl::add(ProjectList list)
{
    m_rowEditing.add(list); // before the focus makes the first row the current one
}

bool TableControl::navigate(const QKeyEvent& event)
{
    const bool extends = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool jumps = event.modifiers().testFlag(Qt::ControlModifier);
    if (event.modifiers().testFlag(Qt::AltModifier))
        return false;
    const QModelIndex from = extends ? m_selection.end() : m_selection.current();
    const auto arrow = [&](int rows, int columns) {
        go(jumps ? edgeFrom(from, rows, columns) : neighbourOf(from, rows, columns), extends);
        return true;
    };
    const int lastRow = m_rows.rowCount() - 1, lastColumn = m_rows.columnCount() - 1;
    const int page = std::max(1, m_table.viewport()->height() / m_table.rowHeight(from.row()) - 1);
    switch (event.key()) {
    case Qt::Key_Up:
        return arrow(-1, 0);
    case Qt::Key_Down:
        return arrow(1, 0);
    case Qt::Key_Left:
        return arrow(0, -1);
    case Qt::Key_Right:
        return arrow(0, 1);
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (jumps)
            return false;
        go(neighbourOf(from, event.key() == Qt::Key_PageUp ? -page : page, 0), extends);
        return true;
    case Qt::Key_Home:
        go(m_rows.index(jumps ? 0 : from.row(), 0), extends);
        return true;
    case Qt::Key_End:
        go(m_rows.index(jumps ? lastRow : from.row(), lastColumn), extends);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        moveAfterEdit(extends ? EditMove::up : EditMove::down);
        return true;
    case Qt::Key_Tab:
        return !jumps && step(0, 1);
    case Qt::Key_Backtab:
        return !jumps && step(0, -1);
    default:
        return false;
    }
}

void TableControl::go(const QModelIndex& cell, bool extends)
{
    m_tabColumn.reset();
    if (!extends) {
        moveTo(cell);
        return;
    }
    m_selection.extendTo(cell);
    m_table.scrollTo(cell);
}

void TableControl::moveTo(const QModelIndex& cell)
{
    m_selection.moveTo(cell);
    m_table.scrollTo(cell);
}

// From cell to cell as one fills in a table. False at the end of it, so that Tab leaves the table.
bool TableControl::step(int rows, int columns)
{
    if (m_selection.isRange()) {
        m_selection.stepWithin(rows, columns);
        m_table.scrollTo(m_selection.current());
        return true;
    }
    const QModelIndex from = m_selection.current();
    QModelIndex to = neighbourOf(from, rows, columns);
    if (to == from)
        return false;
    if (rows > 0 && m_tabColumn)
        to = to.siblingAtColumn(*m_tabColumn);
    const auto start =
        columns > 0 ? std::optional(m_tabColumn.value_or(from.column())) : std::optional<int>();
    moveTo(to);
    m_tabColumn = start;
    return true;
}

void TableControl::moveAfterEdit(EditMove move)
{
    m_table.setFocus();
    switch (move) {
    case EditMove::none:
        break;
    case EditMove::up:
        step(-1, 0);
        break;
    case EditMove::down:
        step(1, 0);
        break;
    case EditMove::left:
        step(0, -1);
        break;
    case EditMove::right:
        step(0, 1);
        break;
    case EditMove::fill:
        m_cells.fillFromCurrent();
        break;
    }
}

QWidget* TableControl::editor() const
{
    const QModelIndex cell = m_selection.current();
    return cell.isValid() ? m_parts.partOf(cell.column()).indexWidget(cell) : nullptr;
}

bool TableControl::isEditing() const
{
    return editor() != nullptr;
}

void TableControl::openEditor(QKeyEvent* typed)
{
    const QModelIndex cell = m_selection.current();
    if (!cell.flags().testFlag(Qt::ItemIsEditable))
        return;
    if (m_rows.cell(cell).editor == TableCell::Editor::flag) {
        if (!typed)
            m_cells.toggle(cell);
        return;
    }
    m_table.scrollTo(cell);
    QTableView& part = m_parts.partOf(cell.column());
    static_cast<EditingDelegate*>(part.itemDelegate())->setReplaces(typed != nullptr);
    part.edit(cell);
    auto* const line = qobject_cast<QLineEdit*>(editor());
    if (!line)
        return;
    if (typed) {
        line->selectAll();
        QCoreApplication::sendEvent(line, typed);
    } else {
        line->end(false);
    }
}

void TableControl::activate(const QModelIndex& clicked)
{
    moveTo(clicked); // rows may have moved under the pointer when the first click closed an editor
    const QModelIndex cell = m_selection.current();
    if (cell.flags().testFlag(Qt::ItemIsEditable))
        openEditor();
    else if (m_rows.cell(cell).figure)
        explain();
    else if (cell.column() == 0)
        toggleGroup(cell.row());
}

void TableControl::explain()
{
    const core::FigureReference figure = *m_rows.cell(m_selection.current()).figure;
    emit explainRequested(figure);
}

void TableControl::paste()
{
    if (const QMimeData* const data = QGuiApplication::clipboard()->mimeData())
        m_cells.paste(blockFrom(*data));
}

void TableControl::toggleGroup(int row)
{
    if (!m_rows.row(row).isExpandable)
        return;
    if (m_rows.isCollapsed(m_rows.row(row).id))
        m_rows.setCollapsed(m_rows.row(row).id, false);
    else
        collapse(m_rows.contentRow(row));
}

// The current cell goes to the head of its group before it would disappear.
void TableControl::collapse(int contentRow)
{
    const QModelIndex current = m_selection.current();
    if (current.isValid()) {
        const TableContent& content = m_rows.content();
        for (auto group = groupOf(content, m_rows.contentRow(current.row())); group;
             group = groupOf(content, *group))
            if (*group == contentRow)
                moveTo(m_rows.indexOf(contentRow, current.column()));
    }
    m_rows.setCollapsed(m_rows.content().rows[static_cast<std::size_t>(contentRow)].id, true);
}

void TableControl::setGroupCollapsed(bool isCollapsed)
{
    const QModelIndex current = m_selection.current();
    const int row = m_rows.contentRow(current.row());
    const TableRow& data = m_rows.row(current.row());
    if (data.isExpandable && m_rows.isCollapsed(data.id) != isCollapsed) {
        toggleGroup(current.row());
        return;
    }
    const auto group = groupOf(m_rows.content(), row);
    if (isCollapsed && group)
        collapse(*group);
}

void TableControl::showAdded(const ListElement& element)
{
    const TableContent& content = m_rows.content();
    for (int row = 0; row < content.rowCount(); ++row) {
        if (content.rows[static_cast<std::size_t>(row)].element != element)
            continue;
        m_rows.reveal(row);
        moveTo(m_rows.indexOf(row, nameColumnOf(content, row).value_or(0)));
        rename();
        return;
    }
}

QStringList TableControl::removableRows() const
{
    QStringList ids;
    for (const int row : m_selection.rows())
        if (m_rows.row(row).isRemovable)
            ids += m_rows.row(row).id;
    return ids;
}

void TableControl::removeRows()
{
    if (const QStringList rows = removableRows(); !rows.isEmpty())
        emit removalRequested(rows);
    else
        m_rowEditing.remove();
}

void TableControl::rename()
{
    const QModelIndex current = m_selection.current();
    const auto column = nameColumnOf(m_rows.content(), m_rows.contentRow(current.row()));
    if (!column)
        return;
    moveTo(current.siblingAtColumn(*column));
    openEditor();
    if (auto* const line = qobject_cast<QLineEdit*>(editor()))
        line->selectAll();
}

}
