#include "ui/widgets/NoteField.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace ui {

NoteField::NoteField(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
}

void NoteField::showNote(const QString& note)
{
    const bool isTyped = isBeingTyped() && toPlainText() != note;
    m_note = note;
    if (isTyped || toPlainText() == note)
        return;
    setPlainText(note);
    m_note = toPlainText(); // with other line ends, perhaps
}

void NoteField::enter()
{
    if (isBeingTyped())
        emit noteEntered(toPlainText());
}

bool NoteField::event(QEvent* event)
{
    // While nothing is typed, undo is the project's.
    if (event->type() == QEvent::ShortcutOverride && !isBeingTyped()) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void NoteField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isBeingTyped())
        setPlainText(m_note);
    else
        QPlainTextEdit::keyPressEvent(event);
}

void NoteField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && !m_hasContextMenu)
        enter();
}

void NoteField::contextMenuEvent(QContextMenuEvent* event)
{
    m_hasContextMenu = true;
    QPlainTextEdit::contextMenuEvent(event);
    m_hasContextMenu = false;
}

}
