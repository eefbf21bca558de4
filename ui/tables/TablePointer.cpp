#include "ui/tables/TablePointer.h"

#include "ui/tables/FillPlan.h"
#include "ui/tables/FrozenColumns.h"
#include "ui/tables/GroupFilter.h"
#include "ui/tables/TableSelection.h"

#include <QMouseEvent>

namespace ui {

namespace {

constexpr int handleReach = 9;     // of the pointer, more than what is drawn
constexpr int scrollInterval = 60; // ms

bool isTypedInto(const TableCell& cell)
{
    return cell.editor == TableCell::Editor::number || cell.editor == TableCell::Editor::name;
}

}

TablePointer::TablePointer(QTableView& table, const FrozenColumns& parts, const GroupFilter& rows,
    const TablePainter& painter, const TableDelegate& delegate, TableSelection& selection,
    TableState& state)
    : QObject(&table)
    , m_table(table)
    , m_parts(parts)
    , m_rows(rows)
    , m_painter(painter)
    , m_delegate(delegate)
    , m_selection(selection)
    , m_state(state)
{
    for (QTableView* part : parts.parts()) {
        part->viewport()->setMouseTracking(true);
        part->viewport()->installEventFilter(this);
    }
}

QRect TablePointer::handleArea() const
{
    if (!m_state.handle.isValid())
        return {};
    const QPoint corner = m_parts.cellRect(m_state.handle).bottomRight();
    return {corner.x() - handleReach + 1, corner.y() - handleReach + 1, handleReach, handleReach};
}

QRect TablePointer::selectedRect() const
{
    const QItemSelectionRange bounds = m_selection.bounds();
    return {bounds.left(), bounds.top(), bounds.width(), bounds.height()};
}

bool TablePointer::isOnChevron(const QModelIndex& cell, const QPoint& place) const
{
    return m_painter.chevronArea(m_parts.cellRect(cell), m_delegate.lookOf(cell)).contains(place);
}

bool TablePointer::isOnBox(const QModelIndex& cell, const QPoint& place) const
{
    return m_rows.cell(cell).editor == TableCell::Editor::flag &&
           m_painter.flagArea(m_parts.cellRect(cell), m_delegate.lookOf(cell)).contains(place);
}

bool TablePointer::eventFilter(QObject* watched, QEvent* event)
{
    const auto* viewport = static_cast<QWidget*>(watched);
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto& mouse = static_cast<const QMouseEvent&>(*event);
        m_table.setFocus(Qt::MouseFocusReason);
        press(mouse, viewport->mapTo(&m_table, mouse.position().toPoint()));
        return true;
    }
    case QEvent::MouseMove: {
        const auto& mouse = static_cast<const QMouseEvent&>(*event);
        const QPoint place = viewport->mapTo(&m_table, mouse.position().toPoint());
        if (m_drag == Drag::none)
            hover(place);
        else
            drag(place);
        return true;
    }
    case QEvent::MouseButtonRelease:
        release();
        return true;
    case QEvent::MouseButtonDblClick: {
        const auto& mouse = static_cast<const QMouseEvent&>(*event);
        const QPoint place = viewport->mapTo(&m_table, mouse.position().toPoint());
        const QModelIndex cell = m_parts.cellAt(place);
        if (!cell.isValid() || mouse.button() != Qt::LeftButton)
            return true;
        // Two quick clicks on a chevron or a box are two clicks.
        if (isOnChevron(cell, place) || isOnBox(cell, place))
            press(mouse, place);
        else
            emit doubleClicked(cell);
        return true;
    }
    case QEvent::Leave:
        setHoveredRow(-1);
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

void TablePointer::press(const QMouseEvent& event, const QPoint& place)
{
    const QModelIndex cell = m_parts.cellAt(place);
    if (!cell.isValid())
        return;
    if (event.button() != Qt::LeftButton) {
        if (!m_selection.isSelected(cell))
            m_selection.moveTo(cell);
        return;
    }
    if (handleArea().contains(place)) {
        m_drag = Drag::fill;
        return;
    }
    if (isOnChevron(cell, place)) {
        emit chevronPressed(cell.row());
        return;
    }
    if (event.modifiers().testFlag(Qt::ShiftModifier))
        m_selection.extendTo(cell);
    else if (event.modifiers().testFlag(Qt::ControlModifier))
        m_selection.startAnother(cell);
    else
        m_selection.moveTo(cell);
    m_drag = Drag::selection;
    if (isOnBox(cell, place))
        emit boxPressed(cell);
}

void TablePointer::drag(const QPoint& place)
{
    m_dragPlace = place;
    const QRect inside = m_table.viewport()->geometry();
    if (inside.contains(place))
        m_scrolling.stop();
    else if (!m_scrolling.isActive())
        m_scrolling.start(scrollInterval, this);
    const QModelIndex cell = m_parts.nearestCell(place);
    if (!cell.isValid())
        return;
    if (m_drag == Drag::selection) {
        if (cell == m_selection.end())
            return;
        m_selection.extendTo(cell);
        emit cellShown(cell);
    } else {
        const QRect whole = grownTo(selectedRect(), {cell.column(), cell.row()});
        m_state.fillArea = whole == selectedRect() ? QRect() : whole;
        emit cellShown(cell);
        m_parts.update();
    }
}

void TablePointer::timerEvent(QTimerEvent*)
{
    // Beyond the edge lies the neighbour of the last cell that shows.
    const QModelIndex cell = m_parts.nearestCell(m_dragPlace);
    const QRect inside = m_table.viewport()->geometry();
    const int rows = m_dragPlace.y() < inside.top()      ? -1
                     : m_dragPlace.y() > inside.bottom() ? 1
                                                         : 0;
    const int columns = m_dragPlace.x() < inside.left()    ? -1
                        : m_dragPlace.x() > inside.right() ? 1
                                                           : 0;
    emit cellShown(neighbourOf(cell, rows, columns));
    drag(m_dragPlace);
}

void TablePointer::release()
{
    m_scrolling.stop();
    const Drag drag = m_drag;
    m_drag = Drag::none;
    const QRect whole = m_state.fillArea;
    m_state.fillArea = {};
    if (drag != Drag::fill || whole.isNull())
        return;
    m_parts.update();
    emit filled(selectedRect(), whole);
}

void TablePointer::hover(const QPoint& place)
{
    const QModelIndex cell = m_parts.cellAt(place);
    setHoveredRow(cell.isValid() ? cell.row() : -1);
    // Only what can be typed into has the cursor of texts.
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (cell.isValid() && handleArea().contains(place))
        shape = Qt::CrossCursor;
    else if (cell.isValid() && isTypedInto(m_rows.cell(cell)) && !isOnChevron(cell, place))
        shape = Qt::IBeamCursor;
    for (QTableView* part : m_parts.parts())
        if (part->viewport()->cursor().shape() != shape)
            part->viewport()->setCursor(shape);
}

void TablePointer::setHoveredRow(int row)
{
    if (row == m_state.hoveredRow)
        return;
    const int before = m_state.hoveredRow;
    m_state.hoveredRow = row;
    for (const int changed : {before, row})
        if (changed >= 0)
            m_parts.updateRow(changed);
}

}
