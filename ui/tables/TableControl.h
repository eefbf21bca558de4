#pragma once

#include "core/report/FigureReference.h"
#include "ui/tables/TableContent.h"
#include "ui/tables/TableKeys.h"

#include <QModelIndex>
#include <QObject>

#include <optional>

class QKeyEvent;
class QTableView;
class QWidget;

namespace ui {

class CellEditing;
class FrozenColumns;
class GroupFilter;
class RowEditing;
class TableSelection;
enum class EditMove;

// What keys, menu entries and double clicks do to a table.
class TableControl : public QObject {
    Q_OBJECT

public:
    TableControl(QTableView& table, const FrozenColumns&, GroupFilter&, TableSelection&,
        CellEditing&, RowEditing&);

    // The command of the key, when there is something for it to do.
    std::optional<TableCommand> commandFor(const QKeyEvent&) const;
    // False: the key means nothing here.
    bool handleKey(QKeyEvent&);
    bool canRun(TableCommand) const;
    void run(TableCommand);
    void add(ProjectList);

    void moveTo(const QModelIndex&);
    void moveAfterEdit(EditMove);
    bool isEditing() const;
    // A double click: edits what can be edited, and explains the rest.
    void activate(const QModelIndex&);
    void toggleGroup(int row);
    // To be renamed at once.
    void showAdded(const ListElement&);

signals:
    void explainRequested(const core::FigureReference& figure);
    void copyRequested(bool withHeads);
    void removalRequested(const QStringList& rowIds); // of rows that the page removes
    void messageShown(const QString& message);

private:
    bool navigate(const QKeyEvent&);
    void go(const QModelIndex&, bool extends);
    bool step(int rows, int columns);
    void openEditor(QKeyEvent* typed = nullptr);
    QString whyNotTyped(const QModelIndex& cell) const;
    QString whyNotExplained(const QModelIndex& cell) const;
    QWidget* editor() const;
    void explain();
    void paste();
    void setGroupCollapsed(bool);
    void collapse(int contentRow);
    void rename();
    void removeRows();
    QStringList removableRows() const; // that are selected

    QTableView& m_table;
    const FrozenColumns& m_parts;
    GroupFilter& m_rows;
    TableSelection& m_selection;
    CellEditing& m_cells;
    RowEditing& m_rowEditing;
    std::optional<int> m_tabColumn; // where Enter goes back to after Tab
};

}
