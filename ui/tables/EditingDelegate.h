#pragma once

#include "ui/tables/TableDelegate.h"

namespace ui {

class NumberField;
class Session;

// Where the current cell goes once a cell has been edited.
enum class EditMove { none, up, down, left, right, fill };

// Edits cells in their place: numbers in a field with the font and place of the cell's text, words
// in a list, names in a line. What is accepted goes to the session; what is refused stays in the
// cell, marked, and with the session.
class EditingDelegate : public TableDelegate {
    Q_OBJECT

public:
    EditingDelegate(Session&, const GroupFilter&, const TablePainter&, const TableState&,
        QObject* parent = nullptr);

    // Of the next editor: whether the first key replaces what is there. Then the arrow keys leave
    // the cell instead of moving the cursor in it.
    void setReplaces(bool replaces) { m_replaces = replaces; }

    QWidget* createEditor(
        QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override;
    void setEditorData(QWidget* editor, const QModelIndex&) const override;
    void setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex&) const override;
    void updateEditorGeometry(
        QWidget* editor, const QStyleOptionViewItem&, const QModelIndex&) const override;

signals:
    void closed(EditMove move);                      // the editor, by a key or a choice
    void messageShown(const QString& message) const; // empty: what was wrong is not any more
    void nameTyped(const ListElement& element, const QString& name) const;

protected:
    bool eventFilter(QObject* editor, QEvent*) override;

private:
    QWidget* makeNumberField(QWidget* parent, const QModelIndex&) const;
    QWidget* makeList(QWidget* parent, const QModelIndex&) const;
    void connectField(NumberField&, const TableCell&);
    void keep(const CellAddress&, const core::InputValue&, const QString& text) const;
    void reset(const CellAddress&) const;
    void refuse(const CellAddress&, const QString& text, const QString& sentence) const;
    void close(QWidget& editor, EditMove);
    bool handleKey(QWidget& editor, const QKeyEvent&);

    Session& m_session;
    bool m_replaces = false;
};

}
