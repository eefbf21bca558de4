#pragma once

#include "ui/tables/TableContent.h"

#include <QAbstractTableModel>

namespace ui {

class InvalidEntries;
struct InvalidEntry;

// The cells of a TableContent, with what was typed and refused in their place. AmountRole is the
// number of a cell.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int AmountRole = Qt::UserRole;

    explicit TableModel(const InvalidEntries&, QObject* parent = nullptr);

    const TableContent& content() const { return m_content; }

    // Rows and columns with ids as before keep their indexes, and so selections and editors; where
    // columns come or go the model starts anew.
    void setContent(TableContent);

    // What was refused in the cell; null when nothing was.
    const InvalidEntry* invalidEntry(int row, int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex&, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex&) const override;

private:
    void exchangeRows(TableContent);
    void tellOfCells();
    QString spokenText(int row, int column) const;

    const InvalidEntries& m_invalidEntries;
    TableContent m_content;
};

}
