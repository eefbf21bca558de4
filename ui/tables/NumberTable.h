#pragma once

#include "core/report/FigureReference.h"
#include "ui/models/BlockText.h"
#include "ui/tables/TableContent.h"
#include "ui/tables/TableDelegate.h"
#include "ui/tables/TableKeys.h"
#include "ui/tables/TablePainter.h"
#include "ui/tables/TableSelection.h"

#include <QTableView>

#include <memory>
#include <optional>

class QMenu;

namespace ui {

class Appearance;
class EditingDelegate;
class FrozenColumns;
class GroupFilter;
class Session;
class TableColumns;
class TableControl;
class TableHeader;
class TableModel;

// Of the numbers that are selected. Amounts and percentages together have no sum.
struct SelectionSummary {
    int count = 0;
    std::optional<double> sum = {};
    std::optional<double> mean = {};
    QString unit = {}; // "%" when all are percentages

    bool operator==(const SelectionSummary&) const = default;
};

// The one view of all tables, handled as in Excel: typing replaces, F2 edits, Del gives back to the
// default, Ctrl+D, Ctrl+R, Ctrl+Enter and the corner fill, blocks are copied and pasted, rows are
// added, moved and removed, groups opened and closed. What is typed goes to the session; the page
// answers with the new content.
class NumberTable : public QTableView {
    Q_OBJECT

public:
    NumberTable(Session&, Appearance&, QWidget* parent = nullptr);
    ~NumberTable() override;

    // With the same rows and columns as before, only cells change: selection, editor and scroll
    // position stay. Rows that come and go leave those of other rows, and collapsed groups, as they
    // are. In a table with an object name, columns have the order and the widths that the user has
    // given to them, also in earlier runs.
    void setContent(TableContent);
    const TableContent& content() const; // with its columns in that order

    void setRowHeight(int px); // at normal text size; 22 unless it is set
    int contentHeight() const; // of the head and all rows, with the scroll bar below them
    // Before the labels, where chevrons hang, and behind the last column; 8 unless they are set.
    void setSideMargins(int left, int right);
    // The row of the current cell has the ground of a selection, for a page that shows its detail.
    void setMarksCurrentRow(bool);
    void setCollapsed(const QString& rowId, bool);

    // Empty when there is none.
    QString currentRow() const;
    QString currentColumn() const;
    // Makes it current and visible, also when its group was collapsed; false: it is not in this
    // table.
    bool select(const CellAddress&);
    bool selectRow(const QString& rowId);

    Block block(bool withHeads) const; // what is selected
    Block whole() const;               // all rows, also collapsed ones, with their heads
    SelectionSummary selectionSummary() const;

    // As by their keys, for menus and buttons.
    void run(TableCommand);
    // Below the current row, or at the end of the list, to be named at once.
    void add(ProjectList);

    void scrollTo(const QModelIndex&, ScrollHint = EnsureVisible) override;

signals:
    void explainRequested(const core::FigureReference& figure);
    void removalRequested(const QStringList& rowIds); // of rows that the page removes
    void currentCellChanged(const QString& rowId, const QString& columnId);
    void selectionSummaryChanged();
    // For a page that gives the table as much room as it needs.
    void contentHeightChanged(int height);
    // What was done, or what is wrong with what is typed; empty once that is right.
    void messageShown(const QString& message);
    // Before the menu of a cell opens; pages add to it.
    void contextMenuOpening(QMenu* menu, const QString& rowId, const QString& columnId);

protected:
    bool event(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    void focusInEvent(QFocusEvent*) override;

private:
    EditingDelegate* makeDelegate(QTableView& part);
    void dress();
    void layOutColumns();
    void showContent(TableContent);
    void showFocus();
    void showSelection();
    void showHandle();
    void tellOfCurrentCell();
    void tellOfHeight();

    void copy(bool withHeads);
    void openMenu(const QPoint& globalPlace);
    QModelIndex currentCell() const { return m_selection->current(); }

    Session& m_session;
    Appearance& m_appearance;
    TablePainter m_painter;
    TableState m_state;
    TableModel* m_model = nullptr;
    GroupFilter* m_rows = nullptr;
    TableHeader* m_header = nullptr;
    std::unique_ptr<TableSelection> m_selection;
    FrozenColumns* m_parts = nullptr;
    TableColumns* m_columns = nullptr;
    TableControl* m_control = nullptr;
    int m_rowHeight = 22;
    QString m_toldRow; // of the current cell, as it was told last
    QString m_toldColumn;
    int m_toldHeight = 0;
    bool m_isTellingOfHeight = false;
};

}
