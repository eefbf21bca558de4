#include "ui/widgets/NoteField.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::NoteField;

namespace {

struct Form {
    QWidget window;
    NoteField* note = new NoteField(&window);
    QLineEdit* other = new QLineEdit(&window);

    Form()
    {
        auto* const layout = new QHBoxLayout(&window);
        layout->addWidget(note);
        layout->addWidget(other);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        note->showNote(u"From a quote."_s);
        note->setFocus();
        note->moveCursor(QTextCursor::End);
    }
};

}

class TestNoteField : public QObject {
    Q_OBJECT

private slots:
    void offersWhatWasTypedWhenLeft();
    void escapeBringsTheNoteBack();
    void typedTextOutlivesOtherNotes();
    void lineEndsOfOtherSystemsAreNoTyping();
    void undoIsTheProjectsWhileNothingIsTyped();
};

void TestNoteField::offersWhatWasTypedWhenLeft()
{
    Form form;
    QSignalSpy entered(form.note, &NoteField::noteEntered);
    form.other->setFocus();
    QCOMPARE(entered.count(), 0); // nothing was typed
    form.note->setFocus();
    QTest::keyClicks(form.note, u" Or two."_s);
    QTest::keyClick(form.note, Qt::Key_Return);
    QCOMPARE(entered.count(), 0);
    QTest::keyClick(form.note, Qt::Key_Tab);
    QVERIFY(form.other->hasFocus());
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered[0][0].toString(), u"From a quote. Or two.\n"_s);
}

void TestNoteField::escapeBringsTheNoteBack()
{
    Form form;
    QSignalSpy entered(form.note, &NoteField::noteEntered);
    QTest::keyClicks(form.note, u" No"_s);
    QTest::keyClick(form.note, Qt::Key_Escape);
    QCOMPARE(form.note->toPlainText(), u"From a quote."_s);
    form.other->setFocus();
    QCOMPARE(entered.count(), 0);
}

void TestNoteField::typedTextOutlivesOtherNotes()
{
    Form form;
    QTest::keyClicks(form.note, u" X"_s);
    form.note->showNote(u"Another"_s);
    QCOMPARE(form.note->toPlainText(), u"From a quote. X"_s);
    form.note->showNote(u"From a quote. X"_s); // it was taken
    QVERIFY(!form.note->isBeingTyped());
    form.note->showNote(u"Another"_s);
    QCOMPARE(form.note->toPlainText(), u"Another"_s);
}

void TestNoteField::lineEndsOfOtherSystemsAreNoTyping()
{
    Form form;
    form.note->showNote(u"One\r\ntwo"_s);
    QVERIFY(!form.note->isBeingTyped());
}

void TestNoteField::undoIsTheProjectsWhileNothingIsTyped()
{
    Form form;
    const auto isTaken = [&] {
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        event.ignore();
        QCoreApplication::sendEvent(form.note, &event);
        return event.isAccepted();
    };
    QVERIFY(!isTaken());
    QTest::keyClicks(form.note, u"x"_s);
    QVERIFY(isTaken());
}

QTEST_MAIN(TestNoteField)
#include "tst_notefield.moc"
