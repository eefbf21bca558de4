#include "ui/tables/TableDelegate.h"

#include "ui/tables/GroupFilter.h"
#include "ui/tables/TableSelection.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QItemSelectionModel>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>

namespace ui {

namespace {

Qt::Edges edgesIn(const QRect& area, const QModelIndex& index)
{
    const QPoint at(index.column(), index.row());
    Qt::Edges edges;
    if (!area.contains(at))
        return edges;
    edges.setFlag(Qt::LeftEdge, at.x() == area.left());
    edges.setFlag(Qt::RightEdge, at.x() == area.right());
    edges.setFlag(Qt::TopEdge, at.y() == area.top());
    edges.setFlag(Qt::BottomEdge, at.y() == area.bottom());
    return edges;
}

// The cells of one element count as one row.
bool isSameRow(const GroupFilter& rows, int a, int b)
{
    if (a == b)
        return true;
    const auto& element = rows.row(a).element;
    return element && element == rows.row(b).element;
}

CellLook::Line lineBelow(const GroupFilter& rows, int row)
{
    const TableRow::Kind kind = rows.row(row).kind;
    const bool isLast = row + 1 == rows.rowCount();
    if (kind == TableRow::Kind::subtotal || kind == TableRow::Kind::total)
        return CellLook::Line::strong;
    if (isLast)
        return CellLook::Line::thin;
    if (rows.row(row + 1).kind == TableRow::Kind::total)
        return CellLook::Line::strong;
    return continuesElement(rows.content(), rows.contentRow(row + 1)) ? CellLook::Line::none
                                                                      : CellLook::Line::thin;
}

// Elements line up, whether all have a swatch or only some.
bool hasSwatchSpace(const TableContent& content, int row)
{
    if (!content.rows[static_cast<std::size_t>(row)].element)
        return content.rows[static_cast<std::size_t>(row)].ink.has_value();
    return std::any_of(content.rows.begin(), content.rows.end(),
        [](const TableRow& other) { return other.element && other.ink; });
}

}

TableDelegate::TableDelegate(
    const GroupFilter& rows, const TablePainter& painter, const TableState& state, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_rows(rows)
    , m_painter(painter)
    , m_state(state)
{
}

CellLook TableDelegate::lookOf(const QModelIndex& index) const
{
    const TableContent& content = m_rows.content();
    const int contentRow = m_rows.contentRow(index.row());
    const TableRow& row = content.rows[static_cast<std::size_t>(contentRow)];
    const TableColumn& column = content.columns[static_cast<std::size_t>(index.column())];
    CellLook look {row, content.cell(contentRow, index.column())};
    look.alignment = column.alignment;
    look.line = lineBelow(m_rows, index.row());
    look.isLabel = index.column() == 0;
    look.isLast = index.column() + 1 == content.columnCount();
    look.hasSwatchSpace = look.isLabel && hasSwatchSpace(content, contentRow);
    look.isStrong = column.isStrong;
    look.isCollapsed = look.isLabel && m_rows.isCollapsed(row.id);
    look.isFrozenRight = index.column() >= content.columnCount() - content.frozenRight;
    look.text = index.data().toString();
    look.isInvalid = m_rows.table().invalidEntry(contentRow, index.column()) != nullptr;
    look.isMarked = look.cell.isMarked;
    look.isHovered = index.row() == m_state.hoveredRow;
    look.hasFocus = m_state.hasFocus;
    look.hasHandle = m_state.handle == index;
    look.fillEdges = edgesIn(m_state.fillArea, index);
    if (!m_state.cells)
        return look;
    const QModelIndex current = m_state.cells->currentIndex();
    look.isCurrent = current == index;
    look.isSelected = m_state.cells->isSelected(index) && !look.isCurrent;
    // A range in a marked row could not be told from it.
    look.isMarked = look.isMarked ||
                    (m_state.marksCurrentRow && current.isValid() &&
                        isSameRow(m_rows, current.row(), index.row()) && !isRange(*m_state.cells));
    return look;
}

void TableDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    CellLook look = lookOf(index);
    look.sight = m_sight;
    m_painter.paint(*painter, option.rect, look);
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {m_painter.width(lookOf(index)), option.fontMetrics.height()};
}

bool TableDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const CellLook look = lookOf(index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (!m_painter.fits(option.rect, look))
        text = text.isEmpty() ? look.text : look.text + u'\n' + text;
    // As HTML, since only that is wrapped.
    QToolTip::showText(event->globalPos(),
        text.isEmpty() ? QString() : Qt::convertFromPlainText(text), view, option.rect);
    return true;
}

}
