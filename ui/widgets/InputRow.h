#pragma once

#include "ui/document/CellAddress.h"

#include <QString>
#include <QWidget>

class QHBoxLayout;

namespace ui {

class Appearance;
class IconLabel;
class InputEditor;
class Session;
class ThemedLabel;

// Where a form stands, which decides how wide its parts are.
enum class FormPlace { page, panel };

// One input in a form: label, editor, unit and, on a page, the marks of evidence and of a source
// note. What is wrong with what was typed, and the rules that it breaks, stand below.
class InputRow : public QWidget {
    Q_OBJECT

public:
    // Without a label of its own it has that of the registry.
    InputRow(Session&, Appearance&, const CellAddress&, const QString& label, FormPlace,
        QWidget* parent = nullptr);

    InputEditor& editor() const { return *m_editor; }

    // The label takes the room that the other parts leave, within limits; then the unit wraps.
    void setRowWidth(int width);
    static int smallestWidth(const Appearance&, FormPlace);

private:
    QHBoxLayout* makeLine();
    QWidget* makeProblem();
    void dress();
    void refresh();
    void showProblems();

    Session& m_session;
    Appearance& m_appearance;
    QString m_ownLabel;
    FormPlace m_place;
    int m_rowWidth = 0;
    InputEditor* m_editor;
    ThemedLabel* m_label;
    ThemedLabel* m_unit;
    IconLabel* m_evidence;
    IconLabel* m_note;
    QWidget* m_problem = nullptr;
    ThemedLabel* m_sentence = nullptr;
};

}
