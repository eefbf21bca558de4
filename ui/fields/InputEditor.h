#pragma once

#include "ui/document/CellEdit.h"

#include <QString>
#include <QWidget>

#include <optional>

class QCheckBox;
class QColor;
class QComboBox;

namespace core {
struct Input;
}

namespace ui {

class Appearance;
class NumberField;
class Session;

// The editor of one input, or of one entry of a series, profile or phasing: a field for numbers, a
// list for words, a box for yes and no. It shows the project as it stands and edits it; what is
// refused stays in the field and with the session. What the project states is blue; what it leaves
// to a default, or what follows from other entries, is grey.
//
// A whole series or profile shows its number while it is the same in every year; typing one makes
// it so.
class InputEditor : public QWidget {
    Q_OBJECT

public:
    InputEditor(Session&, Appearance&, const CellAddress&, QWidget* parent = nullptr);

    const CellAddress& cell() const { return m_cell; }
    // What has the focus and is named after the input, with "[2030]" for an entry. Null when the
    // project has no such cell.
    QWidget* field() const;
    // What stands beside the field; may change with the currency of a line.
    QString unit() const { return m_unit; }
    // Why what was typed is not in use, and what is; empty when all is well.
    QString sentence() const { return m_sentence; }

signals:
    void unitChanged(const QString& unit);
    void sentenceChanged(const QString& sentence);
    void focused();

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    void makeField(const core::Input&);
    void makeNumberField(const core::Input&);
    void makeList();
    void makeBox();
    void refresh();
    void refreshNumber(const core::Input&, const CellContent&);
    void refreshList(const core::Input&, const CellContent&);
    void setInk(const QColor&);
    void setSentence(const QString&);
    void keep(const core::InputValue&);
    void keepRefused(const QString& text, const QString& sentence);

    Session& m_session;
    Appearance& m_appearance;
    CellAddress m_cell;
    int m_bareExponent = 0; // stays while the editor does, so that a number keeps its meaning
    NumberField* m_number = nullptr;
    QComboBox* m_list = nullptr;
    QCheckBox* m_box = nullptr;
    std::optional<double> m_lastValue; // in use
    QString m_unit;
    QString m_sentence;
};

}
