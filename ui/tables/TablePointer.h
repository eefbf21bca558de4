#pragma once

#include "ui/tables/TableDelegate.h"

#include <QBasicTimer>
#include <QObject>
#include <QPoint>
#include <QRect>

class QMouseEvent;
class QTableView;

namespace ui {

class FrozenColumns;
class GroupFilter;
class TableSelection;

// The mouse on a table, over all its parts as if they were one: selects, drags, fills, opens groups
// and editors. Places are in coordinates of the table.
class TablePointer : public QObject {
    Q_OBJECT

public:
    TablePointer(QTableView& table, const FrozenColumns&, const GroupFilter&, const TablePainter&,
        const TableDelegate&, TableSelection&, TableState&);

    // The corner of the selection that is dragged to fill; null when nothing there can be filled.
    QRect handleArea() const;

signals:
    void cellShown(const QModelIndex& cell); // the selection reached it: it should be visible
    void chevronPressed(int row);
    void boxPressed(const QModelIndex& cell);
    void doubleClicked(const QModelIndex& cell);
    void filled(const QRect& source, const QRect& whole);

protected:
    bool eventFilter(QObject*, QEvent*) override;
    void timerEvent(QTimerEvent*) override;

private:
    enum class Drag { none, selection, fill };

    void press(const QMouseEvent&, const QPoint&);
    void drag(const QPoint&);
    void release();
    void hover(const QPoint&);
    void setHoveredRow(int row);
    bool isOnChevron(const QModelIndex&, const QPoint&) const;
    bool isOnBox(const QModelIndex&, const QPoint&) const;
    QRect selectedRect() const;

    QTableView& m_table;
    const FrozenColumns& m_parts;
    const GroupFilter& m_rows;
    const TablePainter& m_painter;
    const TableDelegate& m_delegate;
    TableSelection& m_selection;
    TableState& m_state;
    Drag m_drag = Drag::none;
    QPoint m_dragPlace;
    QBasicTimer m_scrolling; // while the pointer is dragged beyond the edge
};

}
