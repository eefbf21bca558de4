#pragma once

#include <QItemSelectionModel>
#include <QPersistentModelIndex>

#include <vector>

namespace ui {

// Whether more than one cell is selected.
bool isRange(const QItemSelectionModel&);

// Selecting cells as in Excel: the current cell is where a range starts, and stays while the other
// end of the range moves.
class TableSelection {
public:
    explicit TableSelection(QItemSelectionModel&);

    QModelIndex current() const { return m_model.currentIndex(); }
    // The other end of the range; the current cell when there is none.
    QModelIndex end() const;

    void moveTo(const QModelIndex&);
    void extendTo(const QModelIndex&);
    void startAnother(const QModelIndex&); // keeps what is selected
    void select(const QModelIndex& from, const QModelIndex& to);
    void selectAll();
    // The whole rows or columns of what is selected.
    void growToRows();
    void growToColumns();
    void selectColumn(int column, int row); // the row of the current cell
    void extendToColumn(int column);

    bool isSelected(const QModelIndex&) const;
    bool isRange() const { return ui::isRange(m_model); }
    // The smallest rectangle with all that is selected.
    QItemSelectionRange bounds() const;
    std::vector<int> rows() const; // with a selected cell, in order
    std::vector<int> columns() const;

    // The next cell within the selection, row by row or column by column, and from the last cell
    // back to the first; for a range that is filled in with Tab or Enter.
    void stepWithin(int rows, int columns);

private:
    QItemSelectionModel& m_model;
    QPersistentModelIndex m_end;
};

// The neighbour so many rows and columns away, at most at the edge of the table.
QModelIndex neighbourOf(const QModelIndex&, int rows, int columns);

// Where Ctrl and an arrow lead: the last cell before an empty one, or the first one after empty
// ones, else the edge of the table. One of the steps is 0.
QModelIndex edgeFrom(const QModelIndex&, int rows, int columns);

}
