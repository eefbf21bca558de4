#pragma once

#include <QAbstractItemDelegate>
#include <QModelIndex>
#include <QObject>
#include <QTableView>

#include <array>
#include <functional>

namespace ui {

class Appearance;
class GroupFilter;
class TableHeader;
class TablePainter;

// The columns of a table that stay while the others scroll: two more views that lie over both ends
// of it, with its rows, selection and scroll position. The table below shows all columns; its focus
// is that of the whole.
class FrozenColumns : public QObject {
    Q_OBJECT

public:
    using MakeDelegate = std::function<QAbstractItemDelegate*(QTableView& view)>;

    // The table has its model, selection and header already.
    FrozenColumns(QTableView& table, const GroupFilter&, const Appearance&, const TablePainter&,
        const MakeDelegate&);

    // The table itself, and the views of the left and the right columns.
    const std::array<QTableView*, 3>& parts() const { return m_parts; }
    QTableView& partOf(int column) const;
    TableHeader& header(const QTableView& part) const;

    // After columns, widths, row heights or the size of the table have changed. Widths are those of
    // the table.
    void layOut();

    // In coordinates of the table.
    QRect cellRect(const QModelIndex&) const;
    QModelIndex cellAt(const QPoint&) const;
    // The nearest cell, for a pointer that is dragged out of the table.
    QModelIndex nearestCell(const QPoint&) const;
    // The part of the table's viewport that the columns scroll in, and its width.
    QRect sight() const;
    int scrollingWidth() const;
    // Scrolls sideways as little as it takes to see the column.
    void show(int column);

    void updateRow(int row) const;
    void update() const;

signals:
    void laidOut();

private:
    void layOutPart(QTableView& part, int first, int last, int left);
    int widthOf(int first, int last) const;
    int firstScrolling() const;
    int lastScrolling() const; // the column behind it
    int columnStart(int value) const;
    void snap(int value);

    QTableView& m_table;
    const GroupFilter& m_rows;
    std::array<QTableView*, 3> m_parts;
    QWidget* m_scrollBarStart = nullptr; // keeps the scroll bar off the left columns
    bool m_isSnapping = false;
    int m_unscrolled = 0; // px that have been asked for, too few for a column
};

}
