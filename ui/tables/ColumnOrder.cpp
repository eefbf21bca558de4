#include "ui/tables/ColumnOrder.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

std::vector<int> movableColumns(const TableContent& content)
{
    std::vector<int> columns;
    for (int column = 0; column < content.columnCount(); ++column)
        if (isMovable(content, column))
            columns.push_back(column);
    return columns;
}

}

QStringList columnIds(const TableContent& content)
{
    QStringList ids;
    for (const TableColumn& column : content.columns)
        ids += column.id;
    return ids;
}

bool isMovable(const TableContent& content, int column)
{
    bool isYear = false;
    content.columns[static_cast<std::size_t>(column)].id.toInt(&isYear);
    return column > 0 && !content.isFrozen(column) && !isYear;
}

TableContent inOrder(TableContent content, const QStringList& order)
{
    const std::vector<int> places = movableColumns(content);
    const QStringList ids = columnIds(content);
    std::vector<int> columns;
    for (const QString& id : order)
        if (const qsizetype column = ids.indexOf(id);
            column >= 0 && isMovable(content, static_cast<int>(column)))
            columns.push_back(static_cast<int>(column));
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (std::find(columns.begin(), columns.end(), places[i]) != columns.end())
            continue;
        const auto before =
            i == 0 ? columns.end() : std::find(columns.begin(), columns.end(), places[i - 1]);
        columns.insert(before == columns.end() ? columns.begin() : before + 1, places[i]);
    }
    if (columns == places)
        return content;
    const TableContent before = content;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto to = static_cast<std::size_t>(places[i]);
        const auto from = static_cast<std::size_t>(columns[i]);
        content.columns[to] = before.columns[from];
        for (std::size_t row = 0; row < content.rows.size(); ++row) {
            std::vector<TableCell>& cells = content.rows[row].cells;
            cells.resize(std::max({cells.size(), to + 1, from + 1}));
            cells[to] = before.cell(static_cast<int>(row), columns[i]);
        }
    }
    return content;
}

QStringList idsAfterMove(const TableContent& content, int column, int direction)
{
    QStringList ids = columnIds(content);
    const std::vector<int> places = movableColumns(content);
    const auto place = std::find(places.begin(), places.end(), column);
    const bool isAtEnd = place == places.end() ||
                         (direction < 0 ? place == places.begin() : place + 1 == places.end());
    if (!isAtEnd)
        ids.swapItemsAt(column, *(place + direction));
    return ids;
}

}
