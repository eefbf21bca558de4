#pragma once

#include "core/project/Registry.h"

#include <QScrollArea>
#include <QString>

class QComboBox;
class QFormLayout;
class QVBoxLayout;

namespace ui {

class Appearance;
class NoteField;
class RangeCurve;
class Session;
class ThemedLabel;

// All that is known of one input: its value, what it takes and means, how far it may lie from the
// plan, and where it comes from. Source note and grade of evidence are edited here.
class InputPanel : public QScrollArea {
    Q_OBJECT

public:
    InputPanel(Session&, Appearance&, QWidget* parent = nullptr);

    // An id that the project does not have empties the panel. What was typed into the note of the
    // input before is kept with that one.
    void showInput(const QString& id);
    QString input() const { return m_id; }
    QString title() const;

private:
    void addHead(QVBoxLayout&);
    void addRange(QVBoxLayout&);
    void addSource(QVBoxLayout&);
    ThemedLabel* addLine(QFormLayout&, const QString& label, const QString& name);
    void refresh();
    void refreshHead(const core::Input&, const core::InputValue&);
    void refreshRange(const core::Input&, const core::InputValue&);
    void refreshSource(const core::Input&);
    void setGrade(int index);
    void setNote(const QString&);

    Session& m_session;
    Appearance& m_appearance;
    QString m_id;
    QWidget* m_content;
    ThemedLabel* m_label;
    ThemedLabel* m_element;
    ThemedLabel* m_value;
    ThemedLabel* m_expected;
    ThemedLabel* m_help;
    QWidget* m_range;
    ThemedLabel* m_origin;
    RangeCurve* m_curve;
    ThemedLabel* m_ends;
    QComboBox* m_grades;
    NoteField* m_note;
    ThemedLabel* m_noteProblem;
    ThemedLabel* m_outerNote;
    ThemedLabel* m_changed;
};

}
