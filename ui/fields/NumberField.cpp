#include "ui/fields/NumberField.h"

#include "ui/fields/FieldText.h"
#include "ui/fields/ReadingChoice.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

namespace {

std::optional<QChar> theAnsweredMark;

// A sum of steps without the noise of binary fractions.
double rounded(double value)
{
    return QString::number(value, 'g', 12).toDouble();
}

bool isUndoOrRedo(const QKeyEvent& event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo);
}

QChar otherMark(QChar mark)
{
    return mark == u',' ? u'.' : u',';
}

}

NumberField::NumberField(QWidget* parent)
    : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_isTyped = true;
        check();
    });
}

NumberField::~NumberField()
{
    delete m_choice;
}

std::optional<QChar> NumberField::answeredMark()
{
    return theAnsweredMark;
}

void NumberField::setAnsweredMark(std::optional<QChar> mark)
{
    theAnsweredMark = mark;
}

void NumberField::setExpectation(const NumberExpectation& expectation)
{
    m_expectation = expectation;
    QString hint = tr("Takes %1.").arg(expectedNumber(expectation));
    if (expectation.bareExponent == 3)
        hint += u' ' + tr("A number alone is in thousands.");
    else if (expectation.bareExponent == 6)
        hint += u' ' + tr("A number alone is in millions.");
    setToolTip(hint);
    if (!m_isTyped && m_sentence.isEmpty())
        display();
}

void NumberField::showValue(std::optional<double> value)
{
    m_value = value;
    if (m_isTyped)
        return;
    setState({}, std::nullopt);
    display();
}

void NumberField::showInvalid(const QString& refusedText, const QString& sentence)
{
    if (m_isTyped)
        return;
    if (text() != refusedText)
        setText(refusedText);
    const ParsedNumber number = parsed(refusedText);
    const auto* readings = std::get_if<AmbiguousNumber>(&number);
    setState(sentence, readings ? std::optional(*readings) : std::nullopt);
}

void NumberField::enter()
{
    if (!m_isTyped)
        return;
    if (isWordForNothing(text())) {
        m_isTyped = false;
        setState({}, std::nullopt);
        emit emptied();
        return;
    }
    const ParsedNumber number = parsed(text());
    if (const auto* value = std::get_if<double>(&number))
        accept(*value);
    else if (const auto* error = std::get_if<NumberError>(&number))
        refuse(error->sentence);
    else
        refuse(tr("“%1” can be read as %2 or as %3.")
                   .arg(text(), readingTexts().value(0), readingTexts().value(1)));
}

ParsedNumber NumberField::parsed(const QString& text) const
{
    NumberExpectation expected = m_expectation;
    if (!expected.oldValue)
        expected.oldValue = m_value;
    if (!expected.decimalMark)
        expected.decimalMark = theAnsweredMark;
    return parseNumber(text, expected);
}

bool NumberField::isWordForNothing(const QString& text) const
{
    const QString word = text.trimmed();
    return m_isEmptyAllowed &&
           (word.isEmpty() || word.compare(placeholderText(), Qt::CaseInsensitive) == 0);
}

void NumberField::check()
{
    QString sentence;
    std::optional<AmbiguousNumber> readings;
    // An empty text is one that is about to be typed.
    if (!text().trimmed().isEmpty() && !isWordForNothing(text())) {
        const ParsedNumber number = parsed(text());
        if (const auto* error = std::get_if<NumberError>(&number))
            sentence = error->sentence;
        else if (const auto* ambiguous = std::get_if<AmbiguousNumber>(&number))
            readings = *ambiguous;
    }
    setState(sentence, readings);
    emit checked(sentence);
}

void NumberField::setState(const QString& sentence, std::optional<AmbiguousNumber> readings)
{
    const bool wasInvalid = isInvalid();
    const bool wasQuestion = isQuestion();
    m_sentence = sentence;
    m_readings = readings;
    setAccessibleDescription(sentence.isEmpty() ? toolTip() : sentence);
    if (wasInvalid != isInvalid() || wasQuestion != isQuestion())
        update();
    if (m_readings && hasFocus())
        offerReadings();
    else if (m_choice)
        m_choice->hide();
}

void NumberField::display()
{
    QString shown;
    if (m_value)
        shown =
            hasFocus() ? typingText(*m_value, m_expectation) : fieldText(*m_value, m_expectation);
    if (text() == shown)
        return;
    setText(shown);
    if (hasFocus())
        selectAll();
}

void NumberField::accept(double value)
{
    m_isTyped = false;
    m_value = value;
    setState({}, std::nullopt);
    display();
    emit valueEntered(value);
}

void NumberField::refuse(const QString& sentence)
{
    m_isTyped = false;
    setState(sentence, m_readings);
    emit refused(text(), sentence);
}

void NumberField::restore()
{
    m_isTyped = false;
    setState({}, std::nullopt);
    display();
    emit restored();
}

double NumberField::stepStart() const
{
    const ParsedNumber number = parsed(text());
    const auto* typed = m_isTyped ? std::get_if<double>(&number) : nullptr;
    return typed ? *typed : m_value.value_or(0.0);
}

void NumberField::stepBy(double steps)
{
    stepTo(stepStart() + steps * m_step);
}

void NumberField::stepTo(double wanted)
{
    const double value = std::clamp(rounded(wanted), m_expectation.minimum, m_expectation.maximum);
    if (value != m_value || m_isTyped || isInvalid())
        accept(value);
    selectAll();
}

bool NumberField::event(QEvent* event)
{
    // While nothing is typed, undo is the project's.
    if (event->type() == QEvent::ShortcutOverride && !m_isTyped) {
        if (isUndoOrRedo(static_cast<const QKeyEvent&>(*event))) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    if (passToChoice(*event)) {
        event->accept();
        return;
    }
    const bool isStep = event->modifiers().testFlag(Qt::ControlModifier) &&
                        !event->modifiers().testFlag(Qt::AltModifier) && !isReadOnly();
    const double size = event->modifiers().testFlag(Qt::ShiftModifier) ? 10.0 : 1.0;
    const bool isKeypadMark = event->modifiers().testFlag(Qt::KeypadModifier) &&
                              (event->text() == u"." || event->text() == u",");
    if (isStep && event->key() == Qt::Key_Up)
        stepBy(size);
    else if (isStep && event->key() == Qt::Key_Down)
        stepBy(-size);
    else if (event->key() == Qt::Key_Escape && m_drag)
        giveUpDrag();
    else if (event->key() == Qt::Key_Escape && (m_isTyped || !m_sentence.isEmpty()))
        restore();
    else if (isUndoOrRedo(*event) && !m_isTyped)
        event->ignore();
    else if (isKeypadMark)
        insertMark();
    else
        QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        enter();
        selectAll();
    }
}

// The keypad's decimal key means the decimal mark, whatever it gives.
void NumberField::insertMark()
{
    QKeyEvent mark(
        QEvent::KeyPress, Qt::Key_Period, Qt::NoModifier, m_expectation.locale.decimalPoint());
    QLineEdit::keyPressEvent(&mark);
}

void NumberField::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus() || isReadOnly() || !event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    constexpr double anglePerStep = 120.0;
    const bool isLarge = event->modifiers().testFlag(Qt::ShiftModifier);
    // With Shift some systems turn the wheel sideways.
    const QPoint angle = event->angleDelta();
    m_wheelSteps += (angle.y() != 0 ? angle.y() : angle.x()) / anglePerStep;
    const double steps = std::trunc(m_wheelSteps);
    m_wheelSteps -= steps;
    if (steps != 0.0)
        stepBy(isLarge ? 10.0 * steps : steps);
    event->accept();
}

void NumberField::mousePressEvent(QMouseEvent* event)
{
    const bool isDrag = event->button() == Qt::LeftButton && !isReadOnly() &&
                        event->modifiers().testFlag(Qt::ControlModifier);
    if (!isDrag) {
        QLineEdit::mousePressEvent(event);
        return;
    }
    m_drag = Drag {event->position().x(), stepStart()};
    setCursor(Qt::SizeHorCursor);
}

void NumberField::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drag) {
        QLineEdit::mouseMoveEvent(event);
        return;
    }
    constexpr double widthOfStep = 6.0;
    const double perStep = event->modifiers().testFlag(Qt::ShiftModifier) ? 10.0 : 1.0;
    const double steps = perStep * std::trunc((event->position().x() - m_drag->from) / widthOfStep);
    if (steps == m_drag->steps)
        return;
    m_drag->steps = steps;
    stepTo(m_drag->start + steps * m_step);
}

// Back to where it began; the pointer may go on from there.
void NumberField::giveUpDrag()
{
    m_drag->steps = 0.0;
    stepTo(m_drag->start);
}

void NumberField::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_drag, std::nullopt)) {
        QLineEdit::mouseReleaseEvent(event);
        return;
    }
    setCursor(Qt::IBeamCursor);
}

void NumberField::focusInEvent(QFocusEvent* event)
{
    if (!m_isTyped && m_sentence.isEmpty())
        display();
    QLineEdit::focusInEvent(event);
    if (m_readings)
        offerReadings();
}

void NumberField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::ActiveWindowFocusReason || m_hasContextMenu)
        return;
    if (m_choice)
        m_choice->hide();
    enter();
    if (m_sentence.isEmpty())
        display();
    emit left();
}

void NumberField::contextMenuEvent(QContextMenuEvent* event)
{
    m_hasContextMenu = true;
    QLineEdit::contextMenuEvent(event);
    m_hasContextMenu = false;
}

// Tab goes to the readings before it leaves the field.
bool NumberField::focusNextPrevChild(bool isNext)
{
    if (m_choice && m_choice->isVisible() && m_isTyped) {
        m_choice->mark(m_choice->marked() ? 1 - *m_choice->marked() : isNext ? 0 : 1);
        return true;
    }
    return QLineEdit::focusNextPrevChild(isNext);
}

bool NumberField::passToChoice(const QKeyEvent& event)
{
    const bool isPlain = (event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == 0;
    if (!m_choice || !m_choice->isVisible() || !isPlain)
        return false;
    const std::optional<int> marked = m_choice->marked();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (marked)
            choose(*marked);
        else
            m_choice->mark(0);
        return true;
    case Qt::Key_Down:
        m_choice->mark(marked.value_or(0));
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (marked)
            m_choice->mark(1 - *marked);
        return marked.has_value();
    default:
        return false;
    }
}

void NumberField::offerReadings()
{
    if (!m_choice) {
        m_choice = new ReadingChoice(*this);
        connect(m_choice, &ReadingChoice::chosen, this, &NumberField::choose);
    }
    m_choice->offer(readingTexts());
}

QStringList NumberField::readingTexts() const
{
    if (!m_readings)
        return {};
    // Where a unit was typed, the number shown is not the one typed, and "thousand" would mislead.
    const double unit = std::pow(10.0, m_expectation.bareExponent);
    QStringList texts;
    for (const double reading : {m_readings->usual, m_readings->alternative}) {
        const QString shown = fieldText(reading, m_expectation);
        const bool isThousand = reading >= 1e3 * unit && reading < 1e6 * unit;
        texts += isThousand ? tr("%1 (thousand)").arg(shown) : shown;
    }
    return texts;
}

void NumberField::choose(int reading)
{
    if (!m_readings)
        return;
    const QChar usualMark = m_expectation.locale.decimalPoint() == u"," ? QChar(u',') : QChar(u'.');
    theAnsweredMark = reading == 0 ? usualMark : otherMark(usualMark);
    accept(reading == 0 ? m_readings->usual : m_readings->alternative);
    selectAll();
}

}
