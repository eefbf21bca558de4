#include "ui/tables/TableSelection.h"

#include <algorithm>
#include <set>

namespace ui {

TableSelection::TableSelection(QItemSelectionModel& model)
    : m_model(model)
{
}

QModelIndex TableSelection::end() const
{
    return m_end.isValid() && isSelected(m_end) ? QModelIndex(m_end) : current();
}

void TableSelection::moveTo(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    m_end = index;
    m_model.setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void TableSelection::extendTo(const QModelIndex& index)
{
    if (index.isValid())
        select(current().isValid() ? current() : index, index);
}

void TableSelection::startAnother(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    m_end = index;
    m_model.setCurrentIndex(index, QItemSelectionModel::Select);
}

void TableSelection::select(const QModelIndex& from, const QModelIndex& to)
{
    if (!from.isValid() || !to.isValid())
        return;
    if (from != current())
        m_model.setCurrentIndex(from, QItemSelectionModel::NoUpdate);
    m_end = to;
    const QModelIndex topLeft =
        from.sibling(std::min(from.row(), to.row()), std::min(from.column(), to.column()));
    const QModelIndex bottomRight =
        from.sibling(std::max(from.row(), to.row()), std::max(from.column(), to.column()));
    m_model.select(QItemSelection(topLeft, bottomRight), QItemSelectionModel::ClearAndSelect);
}

void TableSelection::selectAll()
{
    const QAbstractItemModel& cells = *m_model.model();
    m_model.select(QItemSelection(cells.index(0, 0),
                       cells.index(cells.rowCount() - 1, cells.columnCount() - 1)),
        QItemSelectionModel::ClearAndSelect);
}

void TableSelection::growToRows()
{
    m_model.select(m_model.selection(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void TableSelection::growToColumns()
{
    m_model.select(m_model.selection(), QItemSelectionModel::Select | QItemSelectionModel::Columns);
}

void TableSelection::selectColumn(int column, int row)
{
    moveTo(m_model.model()->index(row, column));
    extendToColumn(column);
}

void TableSelection::extendToColumn(int column)
{
    if (!current().isValid())
        return;
    m_end = current().siblingAtColumn(column);
    m_model.select(QItemSelection(current(), m_end),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Columns);
}

bool TableSelection::isSelected(const QModelIndex& index) const
{
    return m_model.isSelected(index);
}

bool isRange(const QItemSelectionModel& model)
{
    const QItemSelection selection = model.selection();
    return selection.size() > 1 ||
           (selection.size() == 1 && selection.front().width() * selection.front().height() > 1);
}

QItemSelectionRange TableSelection::bounds() const
{
    const QItemSelection selection = m_model.selection();
    if (selection.isEmpty())
        return QItemSelectionRange(current());
    int top = selection.front().top(), left = selection.front().left();
    int bottom = top, right = left;
    for (const QItemSelectionRange& range : selection) {
        top = std::min(top, range.top());
        left = std::min(left, range.left());
        bottom = std::max(bottom, range.bottom());
        right = std::max(right, range.right());
    }
    const QAbstractItemModel& cells = *m_model.model();
    return {cells.index(top, left), cells.index(bottom, right)};
}

std::vector<int> TableSelection::rows() const
{
    std::set<int> rows;
    for (const QItemSelectionRange& range : m_model.selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    return {rows.begin(), rows.end()};
}

std::vector<int> TableSelection::columns() const
{
    std::set<int> columns;
    for (const QItemSelectionRange& range : m_model.selection())
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
    return {columns.begin(), columns.end()};
}

void TableSelection::stepWithin(int rows, int columns)
{
    const QItemSelectionRange range = bounds();
    if (!range.isValid())
        return;
    const int height = range.height(), width = range.width();
    const int count = height * width;
    const int row = std::clamp(current().row() - range.top(), 0, height - 1);
    const int column = std::clamp(current().column() - range.left(), 0, width - 1);
    int place = columns != 0 ? row * width + column : column * height + row;
    // Cells between the parts of a selection in several parts are passed over.
    for (int steps = 0; steps < count; ++steps) {
        place = (place + rows + columns + count) % count;
        const QModelIndex next =
            columns != 0
                ? current().sibling(range.top() + place / width, range.left() + place % width)
                : current().sibling(range.top() + place % height, range.left() + place / height);
        if (!isSelected(next))
            continue;
        m_model.setCurrentIndex(next, QItemSelectionModel::NoUpdate);
        return;
    }
}

QModelIndex neighbourOf(const QModelIndex& index, int rows, int columns)
{
    if (!index.isValid())
        return index;
    const QAbstractItemModel& cells = *index.model();
    return cells.index(std::clamp(index.row() + rows, 0, cells.rowCount() - 1),
        std::clamp(index.column() + columns, 0, cells.columnCount() - 1));
}

QModelIndex edgeFrom(const QModelIndex& index, int rows, int columns)
{
    const auto isEmpty = [](const QModelIndex& cell) { return cell.data().toString().isEmpty(); };
    QModelIndex at = index;
    QModelIndex next = neighbourOf(at, rows, columns);
    const bool isInside = !isEmpty(at) && !isEmpty(next);
    while (next != at) {
        if (isInside && isEmpty(next))
            return at;
        at = next;
        if (!isInside && !isEmpty(at))
            return at;
        next = neighbourOf(at, rows, columns);
    }
    return at;
}

}
