#include "ui/tables/GroupFilter.h"

namespace ui {

GroupFilter::GroupFilter(TableModel& table, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_table(table)
{
    setSourceModel(&table);
}

int GroupFilter::contentRow(int row) const
{
    return mapToSource(index(row, 0)).row();
}

std::vector<int> GroupFilter::contentRows() const
{
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row)
        rows.push_back(contentRow(row));
    return rows;
}

const TableRow& GroupFilter::row(int row) const
{
    return content().rows[static_cast<std::size_t>(contentRow(row))];
}

const TableCell& GroupFilter::cell(const QModelIndex& index) const
{
    return content().cell(contentRow(index.row()), index.column());
}

QModelIndex GroupFilter::indexOf(int contentRow, int column) const
{
    return mapFromSource(m_table.index(contentRow, column));
}

void GroupFilter::setCollapsed(const QString& rowId, bool isCollapsed)
{
    if (isCollapsed == this->isCollapsed(rowId))
        return;
    if (isCollapsed)
        m_collapsed.insert(rowId);
    else
        m_collapsed.remove(rowId);
    invalidateFilter();
    // Its chevron turns.
    if (const auto place = content().rowOf(rowId)) {
        const QModelIndex label = indexOf(*place, 0);
        if (label.isValid())
            emit dataChanged(label, label);
    }
}

void GroupFilter::reveal(int contentRow)
{
    for (auto group = groupOf(content(), contentRow); group; group = groupOf(content(), *group))
        setCollapsed(content().rows[static_cast<std::size_t>(*group)].id, false);
}

bool GroupFilter::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    if (m_collapsed.isEmpty())
        return true;
    for (auto group = groupOf(content(), sourceRow); group; group = groupOf(content(), *group))
        if (isCollapsed(content().rows[static_cast<std::size_t>(*group)].id))
            return false;
    return true;
}

}
