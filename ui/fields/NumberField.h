#pragma once

#include "ui/models/NumberParser.h"

#include <QLineEdit>
#include <QPointer>
#include <QString>

#include <optional>

namespace ui {

class ReadingChoice;

// Reads numbers as people type them. What is typed is checked at once, and taken with Enter, or
// when the field is left; Esc brings the value back. Ctrl with the arrow keys, the wheel or
// dragging sideways steps, so that any field is a slider.
//
// Text that is wrong stays, marked by the property `invalid`; one that can be read in two ways has
// the property `question` and offers both below the field. Their answer holds while the program
// runs, for all fields.
class NumberField : public QLineEdit {
    Q_OBJECT
    Q_PROPERTY(bool invalid READ isInvalid)
    Q_PROPERTY(bool question READ isQuestion)

public:
    explicit NumberField(QWidget* parent = nullptr);
    ~NumberField() override;

    // Unit, range and scale. A change such as "+5%" starts from its old value or, without one, from
    // the value shown.
    void setExpectation(const NumberExpectation&);
    const NumberExpectation& expectation() const { return m_expectation; }
    void setStep(double step) { m_step = step; }
    // Whether no text is an answer: the value is absent, or goes back to its default.
    void setEmptyAllowed(bool isAllowed) { m_isEmptyAllowed = isAllowed; }

    // Shows a value, or nothing and the placeholder; a text that is being typed stays.
    void showValue(std::optional<double>);
    // Shows what was refused before, for the value that was shown last.
    void showInvalid(const QString& text, const QString& sentence);

    bool isInvalid() const { return !m_sentence.isEmpty() && !m_readings; }
    bool isQuestion() const { return m_readings.has_value(); }
    QString sentence() const { return m_sentence; }
    bool isBeingTyped() const { return m_isTyped; }

    // As Enter does: for commands that need what was typed, such as saving.
    void enter();

    // The decimal mark that the user meant when asked; nothing before. For pasted texts, too.
    static std::optional<QChar> answeredMark();
    static void setAnsweredMark(std::optional<QChar>);

signals:
    void valueEntered(double value);
    void emptied();
    void refused(const QString& text, const QString& sentence);
    void restored();
    void checked(const QString& sentence); // while typing: what is wrong so far, empty when fine
    void left();                           // the focus went elsewhere, and all is taken

protected:
    bool event(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    bool focusNextPrevChild(bool isNext) override;

private:
    ParsedNumber parsed(const QString& text) const;
    bool isWordForNothing(const QString& text) const;
    void check();
    void setState(const QString& sentence, std::optional<AmbiguousNumber> readings);
    void display();
    void accept(double value);
    void refuse(const QString& sentence);
    void restore();
    double stepStart() const;
    void stepTo(double value);
    void stepBy(double steps);
    void giveUpDrag();
    void insertMark();
    bool passToChoice(const QKeyEvent&);
    void offerReadings();
    QStringList readingTexts() const;
    void choose(int reading);

    NumberExpectation m_expectation;
    double m_step = 1.0;
    bool m_isEmptyAllowed = false;
    std::optional<double> m_value;
    bool m_isTyped = false; // the text differs from what was shown
    QString m_sentence;
    std::optional<AmbiguousNumber> m_readings;
    QPointer<ReadingChoice> m_choice;
    bool m_hasContextMenu = false;
    double m_wheelSteps = 0.0; // not yet a whole one

    struct Drag {
        double from = 0.0; // place of the pointer
        double start = 0.0;
        double steps = 0.0;
    };
    std::optional<Drag> m_drag;
};

}
