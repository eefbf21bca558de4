#pragma once

#include "ui/tables/TableModel.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <vector>

namespace ui {

// The rows of a table without those behind collapsed groups. Indexes and rows are those that show,
// but for `contentRow`, a row of the content.
class GroupFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit GroupFilter(TableModel&, QObject* parent = nullptr);

    const TableContent& content() const { return m_table.content(); }
    const TableModel& table() const { return m_table; }

    int contentRow(int row) const;
    std::vector<int> contentRows() const; // all that show
    const TableRow& row(int row) const;
    const TableCell& cell(const QModelIndex&) const;
    // Not valid while the row is behind a collapsed group.
    QModelIndex indexOf(int contentRow, int column) const;

    bool isCollapsed(const QString& rowId) const { return m_collapsed.contains(rowId); }
    void setCollapsed(const QString& rowId, bool);
    // Expands the groups that the row is behind.
    void reveal(int contentRow);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    TableModel& m_table;
    QSet<QString> m_collapsed;
};

}
