#pragma once

#include "ui/document/CellEdit.h"
#include "ui/models/BlockText.h"
#include "ui/tables/PastePlan.h"

#include <QObject>
#include <QRect>

#include <vector>

namespace ui {

class Appearance;
class GroupFilter;
class Session;
class TableSelection;

// Changes many cells of a table at once, each time as one step of undo. Areas are columns (x) and
// rows that show (y).
class CellEditing : public QObject {
    Q_OBJECT

public:
    // Dialogs belong to the table.
    CellEditing(Session&, const Appearance&, const GroupFilter&, TableSelection&, QWidget& table);

    // The selected cells go back to their defaults, or to interpolation.
    void giveBack();
    // From the first row or column of the selection; a single one takes its neighbour's values.
    void fillDown();
    void fillRight();
    void fillFromCurrent(); // all that is selected
    void fill(const QRect& source, const QRect& whole);
    // At once, or after the user has seen what would happen.
    void paste(const Block&);
    void toggle(const QModelIndex&);
    // The last valid value again, where something was refused.
    void restore(const QModelIndex&);

signals:
    void messageShown(const QString& message);

private:
    TableArea selectedArea() const;
    QRect selectedRect() const;
    void apply(const PastePlan&, const Block&);
    bool apply(const QString& text, const std::vector<CellEdit>&);
    std::optional<CellEdit> copied(const TableCell& from, const TableCell& to) const;
    void select(const QRect&);

    Session& m_session;
    const Appearance& m_appearance;
    const GroupFilter& m_rows;
    TableSelection& m_selection;
    QWidget& m_table;
};

}
