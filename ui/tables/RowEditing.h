#pragma once

#include "core/engine/Result.h"
#include "ui/tables/TableContent.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace ui {

class GroupFilter;
class Session;
class TableSelection;

// Adds, duplicates, renames, moves and removes what rows of a table stand for, each as one step of
// undo. A refusal is told in a sentence.
class RowEditing : public QObject {
    Q_OBJECT

public:
    RowEditing(Session&, const GroupFilter&, const TableSelection&, QObject* parent = nullptr);

    // Whether the current row, or one near it, can be one of several.
    bool isPossible() const { return elementAtCurrent().has_value(); }

    void insert();         // below the current row, and in its group
    void add(ProjectList); // the same, also to a list that has no row yet
    void duplicate();
    void remove(); // all that are selected
    bool canMove(int direction) const { return placesToMove(direction) != 0; }
    void move(int direction); // past the next row of the same group: -1 up, 1 down
    void rename(const ListElement&, const QString& name);

signals:
    void messageShown(const QString& message);
    void added(const ListElement& element);

private:
    static QString newName(ProjectList);
    void insertBehind(ProjectList, const std::optional<ListElement>&);
    std::optional<ListElement> elementAtCurrent() const;
    std::vector<ListElement> selectedElements() const;
    int placesToMove(int direction) const;
    QString nameOf(const ListElement&) const;
    bool edit(const QString& text, core::Result<core::Project> after);

    Session& m_session;
    const GroupFilter& m_rows;
    const TableSelection& m_selection;
};

}
