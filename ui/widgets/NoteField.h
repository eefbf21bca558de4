#pragma once

#include <QPlainTextEdit>
#include <QString>

namespace ui {

// A text of some lines that is offered when the field is left; Esc brings back what was there.
class NoteField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit NoteField(QWidget* parent = nullptr);

    // What is being typed stays, until it is what the project has.
    void showNote(const QString&);
    bool isBeingTyped() const { return toPlainText() != m_note; }
    // Offers what was typed so far: for commands that need it, such as saving.
    void enter();

signals:
    void noteEntered(const QString& note);

protected:
    bool event(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;

private:
    bool m_hasContextMenu = false;
    QString m_note; // as the project has it
};

}
