#include "ui/tables/ColumnWidths.h"

#include "ui/document/Preferences.h"
#include "ui/tables/FrozenColumns.h"
#include "ui/tables/GroupFilter.h"
#include "ui/theme/Appearance.h"

#include <QTableView>

#include <vector>

namespace ui {

ColumnWidths::ColumnWidths(QTableView& table, const FrozenColumns& parts, const GroupFilter& rows,
    const Appearance& appearance)
    : m_table(table)
    , m_parts(parts)
    , m_rows(rows)
    , m_appearance(appearance)
{
}

void ColumnWidths::apply()
{
    m_isApplying = true;
    const TableContent& content = m_rows.content();
    int used = 0;
    for (int column = 0; column < content.columnCount(); ++column) {
        const TableColumn& described = content.columns[static_cast<std::size_t>(column)];
        const int width = m_appearance.px(m_taken.value(described.id, described.width));
        m_table.setColumnWidth(column, width);
        used += width;
    }
    const int room = m_table.viewport()->width() - used;
    if (room > 0)
        stretch(room);
    else if (content.frozenLeft > 0)
        evenOut();
    m_isApplying = false;
}

bool ColumnWidths::take(int column, int width)
{
    const TableContent& content = m_rows.content();
    if (m_isApplying || width == 0 || column >= content.columnCount())
        return false;
    m_taken[content.columns[static_cast<std::size_t>(column)].id] =
        qRound(width / m_appearance.textScale());
    keep();
    return true;
}

void ColumnWidths::reset()
{
    m_taken.clear();
    keep();
    apply();
}

void ColumnWidths::keepIn(Preferences& preferences, const QString& table)
{
    m_preferences = &preferences;
    m_name = table;
    m_taken = preferences.columnWidths(table);
}

void ColumnWidths::keep()
{
    if (m_preferences)
        m_preferences->setColumnWidths(m_name, m_taken);
}

void ColumnWidths::stretch(int room)
{
    const TableContent& content = m_rows.content();
    std::vector<int> stretched;
    for (int column = 0; column < content.columnCount(); ++column) {
        const TableColumn& described = content.columns[static_cast<std::size_t>(column)];
        if (described.isStretched && !m_taken.contains(described.id))
            stretched.push_back(column);
    }
    for (auto left = static_cast<int>(stretched.size()); left > 0; --left) {
        const int column = stretched[static_cast<std::size_t>(left) - 1];
        m_table.setColumnWidth(column, m_table.columnWidth(column) + room / left);
        room -= room / left;
    }
}

// Equal columns that scroll become a little wider, so that none of those in sight is cut off; what
// they cannot share out goes to the last one that stays.
void ColumnWidths::evenOut()
{
    const TableContent& content = m_rows.content();
    const int first = content.frozenLeft, last = content.columnCount() - content.frozenRight;
    if (first >= last)
        return;
    const int width = m_table.columnWidth(first), room = m_parts.scrollingWidth();
    for (int column = first; column < last; ++column)
        if (m_table.columnWidth(column) != width)
            return;
    if (width > room)
        return;
    const int inSight = room / width;
    for (int column = first; column < last; ++column)
        m_table.setColumnWidth(column, room / inSight);
    m_table.setColumnWidth(first - 1, m_table.columnWidth(first - 1) + room % inSight);
}

}
