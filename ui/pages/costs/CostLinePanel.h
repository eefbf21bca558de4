#pragma once

#include <QScrollArea>

#include <string>

class QComboBox;
class QVBoxLayout;

namespace core {
struct CostLine;
}

namespace ui {

class InputForm;
class NoteField;
class NumberTable;
class RangeCurve;
class ThemedLabel;
class Workspace;

// All that is known of one cost line: what it costs before reuse, what reuse makes of it, how far
// it may lie from the plan and what that does to the value of the project, and where it comes from.
class CostLinePanel : public QScrollArea {
    Q_OBJECT

public:
    explicit CostLinePanel(Workspace& workspace, QWidget* parent = nullptr);

    // A line that the project does not have empties the panel. What was typed into the note of the
    // line before is kept with that one.
    void showLine(const std::string& lineId);
    const std::string& line() const { return m_line; }

    // After a change of the project, its figures or how they are shown. While it is not visible,
    // the panel waits with it until it is.
    void refresh();

    // Gives an input of the line the focus; false when it is not here.
    bool goToInput(const QString& inputId);

signals:
    void walkRequested(int direction); // to the line before (-1) or behind (1)

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeRange();
    QWidget* makeSource();
    QWidget* makeProfiles();
    QWidget* makeHeading(const QString& text, QWidget* beside);
    void refreshForm(const core::CostLine& line);
    void refreshRange(const core::CostLine& line);
    void refreshSource(const core::CostLine& line);
    void setGrade(int index);
    void setNote(const QString& note);
    const core::CostLine* shownLine() const;

    Workspace& m_workspace;
    std::string m_line;
    QWidget* m_content = nullptr;
    ThemedLabel* m_category = nullptr;
    InputForm* m_form = nullptr;
    ThemedLabel* m_origin = nullptr;
    RangeCurve* m_curve = nullptr;
    ThemedLabel* m_ends = nullptr;
    ThemedLabel* m_npvs = nullptr;
    ThemedLabel* m_npvUnit = nullptr;
    QComboBox* m_grades = nullptr;
    NoteField* m_note = nullptr;
    ThemedLabel* m_inputNotes = nullptr;
    ThemedLabel* m_changed = nullptr;
    NumberTable* m_profiles = nullptr;
};

}
