#pragma once

#include "ui/tables/TablePainter.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

class QItemSelectionModel;

namespace ui {

class GroupFilter;

// What the cells of a table show of what is being done to them.
struct TableState {
    bool hasFocus = false;
    bool marksCurrentRow = false;
    int hoveredRow = -1;
    QRect fillArea;               // columns and rows that are being filled; null: none
    QPersistentModelIndex handle; // the cell with the corner that is dragged to fill
    const QItemSelectionModel* cells = nullptr; // null: nothing is selected or current
};

// Paints the cells of a table, and shows in full what is cut off in them.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TableDelegate(
        const GroupFilter&, const TablePainter&, const TableState&, QObject* parent = nullptr);

    CellLook lookOf(const QModelIndex&) const;
    // The part of the view that nothing lies over, so that no number is cut off at its edge.
    void setSight(const QRect& sight) { m_sight = sight; }

    void paint(QPainter*, const QStyleOptionViewItem&, const QModelIndex&) const override;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override;
    bool helpEvent(
        QHelpEvent*, QAbstractItemView*, const QStyleOptionViewItem&, const QModelIndex&) override;

protected:
    const GroupFilter& rows() const { return m_rows; }
    const TablePainter& painter() const { return m_painter; }

private:
    const GroupFilter& m_rows;
    const TablePainter& m_painter;
    const TableState& m_state;
    QRect m_sight;
};

}
