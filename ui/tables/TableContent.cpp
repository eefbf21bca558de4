#include "ui/tables/TableContent.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

template <class Things>
std::optional<int> placeOf(const Things& things, const QString& id)
{
    const auto found = std::find_if(
        things.begin(), things.end(), [&](const auto& thing) { return thing.id == id; });
    if (found == things.end())
        return std::nullopt;
    return static_cast<int>(found - things.begin());
}

}

const TableCell& TableContent::cell(int row, int column) const
{
    static const TableCell none;
    const std::vector<TableCell>& cells = rows[static_cast<std::size_t>(row)].cells;
    const auto place = static_cast<std::size_t>(column);
    return place < cells.size() ? cells[place] : none;
}

std::optional<int> TableContent::rowOf(const QString& id) const
{
    return placeOf(rows, id);
}

std::optional<int> TableContent::columnOf(const QString& id) const
{
    return placeOf(columns, id);
}

QString headOf(const TableColumn& column)
{
    return (column.head + u' ' + column.headBelow).simplified();
}

QString rowNameOf(const TableContent& content, int row)
{
    // The second row of a deck has no label of its own.
    int labelled = row;
    while (continuesElement(content, labelled))
        --labelled;
    QStringList texts {content.cell(labelled, 0).text};
    for (int column = 1; column < content.frozenLeft; ++column) {
        const TableCell& cell = content.cell(row, column);
        if (cell.look == TableCell::Look::text && !cell.number)
            texts += cell.text;
    }
    texts.removeAll(QString());
    return texts.join(u", "_s);
}

std::optional<int> groupOf(const TableContent& content, int row)
{
    int level = content.rows[static_cast<std::size_t>(row)].level;
    for (int above = row - 1; above >= 0 && level > 0; --above) {
        const TableRow& candidate = content.rows[static_cast<std::size_t>(above)];
        if (candidate.level >= level)
            continue;
        if (candidate.isExpandable)
            return above;
        level = candidate.level;
    }
    return std::nullopt;
}

bool continuesElement(const TableContent& content, int row)
{
    if (row <= 0)
        return false;
    const auto& element = content.rows[static_cast<std::size_t>(row)].element;
    return element && element == content.rows[static_cast<std::size_t>(row) - 1].element;
}

}
