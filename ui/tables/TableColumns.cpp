#include "ui/tables/TableColumns.h"

#include "ui/document/Preferences.h"
#include "ui/tables/ColumnMenu.h"
#include "ui/tables/ColumnOrder.h"
#include "ui/tables/FrozenColumns.h"
#include "ui/tables/GroupFilter.h"
#include "ui/tables/TableSelection.h"
#include "ui/theme/Appearance.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace ui {

TableColumns::TableColumns(QTableView& table, const FrozenColumns& parts, const GroupFilter& rows,
    Appearance& appearance, TableSelection& selection)
    : QObject(&table)
    , m_table(table)
    , m_rows(rows)
    , m_appearance(appearance)
    , m_selection(selection)
    , m_widths(table, parts, rows, appearance)
{
    for (QTableView* part : parts.parts())
        setUp(*part);
}

void TableColumns::setUp(QTableView& part)
{
    QHeaderView* const header = part.horizontalHeader();
    // Instead of what the view does itself.
    disconnect(header, &QHeaderView::sectionPressed, &part, nullptr);
    disconnect(header, &QHeaderView::sectionEntered, &part, nullptr);
    connect(header, &QHeaderView::sectionPressed, this, [this](int column) {
        m_table.setFocus(Qt::MouseFocusReason);
        const bool extends = QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
        if (extends && m_selection.current().isValid())
            m_selection.extendToColumn(column);
        else
            m_selection.selectColumn(column, std::max(0, m_table.rowAt(0)));
    });
    connect(header, &QHeaderView::sectionEntered, this,
        [this](int column) { m_selection.extendToColumn(column); });
    connect(header, &QHeaderView::sectionResized, this, [this, &part](int column, int, int width) {
        // A part that follows the table tells of it, too.
        const bool isNews = &part == &m_table || width != m_table.columnWidth(column);
        if (isNews && m_widths.take(column, width))
            emit widthsChanged();
    });
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this,
        [this, &part](const QPoint& place) { openMenu(part, place); });
}

// The name is given to the table after it is made.
void TableColumns::keep()
{
    if (m_isKept || m_table.objectName().isEmpty())
        return;
    m_isKept = true;
    m_widths.keepIn(m_appearance.preferences(), m_table.objectName());
    m_order = m_appearance.preferences().columnOrder(m_table.objectName());
}

TableContent TableColumns::inOrder(TableContent described)
{
    keep();
    m_described = columnIds(described);
    return ui::inOrder(std::move(described), m_order);
}

void TableColumns::openMenu(QTableView& part, const QPoint& place)
{
    const int column = part.horizontalHeader()->logicalIndexAt(place);
    if (column < 0)
        return;
    const TableContent& content = m_rows.content();
    ColumnCommands commands;
    commands.fit = [&part, column] { part.resizeColumnToContents(column); };
    if (idsAfterMove(content, column, -1) != columnIds(content))
        commands.moveLeft = [this, column] { move(column, -1); };
    if (idsAfterMove(content, column, 1) != columnIds(content))
        commands.moveRight = [this, column] { move(column, 1); };
    if (m_widths.areTaken() || !m_order.isEmpty())
        commands.reset = [this] { reset(); };
    auto* const menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu, commands);
    menu->popup(part.horizontalHeader()->mapToGlobal(place));
}

void TableColumns::move(int column, int direction)
{
    m_order = idsAfterMove(m_rows.content(), column, direction);
    if (m_isKept)
        m_appearance.preferences().setColumnOrder(m_table.objectName(), m_order);
    emit orderChanged(ui::inOrder(m_rows.content(), m_order));
}

void TableColumns::reset()
{
    m_order.clear();
    if (m_isKept)
        m_appearance.preferences().setColumnOrder(m_table.objectName(), {});
    m_widths.reset();
    emit orderChanged(ui::inOrder(m_rows.content(), m_described));
    emit widthsChanged();
}

}
