#pragma once

#include "ui/tables/ColumnWidths.h"
#include "ui/tables/TableContent.h"

#include <QObject>
#include <QStringList>

class QPoint;
class QTableView;

namespace ui {

class TableSelection;

// The columns of a table as the user has them: their order and widths, kept under the table's
// object name, and what their heads do: select columns, resize and move them.
class TableColumns : public QObject {
    Q_OBJECT

public:
    TableColumns(
        QTableView& table, const FrozenColumns&, const GroupFilter&, Appearance&, TableSelection&);

    TableContent inOrder(TableContent described); // in the order of the user
    void applyWidths() { m_widths.apply(); }

signals:
    void widthsChanged();
    void orderChanged(const TableContent& content);

private:
    void setUp(QTableView& part);
    void keep();
    void openMenu(QTableView& part, const QPoint& place);
    void move(int column, int direction);
    void reset();

    QTableView& m_table;
    const GroupFilter& m_rows;
    Appearance& m_appearance;
    TableSelection& m_selection;
    ColumnWidths m_widths;
    QStringList m_described; // ids, as the page has them
    QStringList m_order;     // as the user has put them; empty: as described
    bool m_isKept = false;
};

}
