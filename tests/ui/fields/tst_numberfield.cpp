#include "ui/fields/NumberField.h"

#include "ui/fields/ReadingChoice.h"
#include "ui/models/DisplayFormat.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using ui::NumberExpectation;
using ui::NumberField;

namespace {

NumberExpectation share()
{
    NumberExpectation expected;
    expected.unit = u"%"_s;
    expected.minimum = 0.0;
    expected.maximum = 1.0;
    expected.locale = QLocale(QLocale::English);
    return expected;
}

NumberExpectation amount(const QString& unit, int bareExponent)
{
    NumberExpectation expected;
    expected.unit = unit;
    expected.minimum = 0.0;
    expected.maximum = 1e15;
    expected.bareExponent = bareExponent;
    expected.locale = QLocale(QLocale::English);
    return expected;
}

// A field with another widget beside it, to leave it for.
struct Form {
    QWidget window;
    NumberField field;
    QLineEdit other;

    explicit Form(const NumberExpectation& expected, std::optional<double> value)
    {
        auto* const layout = new QHBoxLayout(&window);
        layout->addWidget(&field);
        layout->addWidget(&other);
        field.setExpectation(expected);
        field.showValue(value);
        window.resize(400, 200);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field.setFocus(Qt::TabFocusReason);
        QVERIFY(field.hasFocus());
    }
    ~Form()
    {
        field.setParent(nullptr);
        other.setParent(nullptr);
    }

    void type(const QString& text)
    {
        field.selectAll();
        for (const QChar letter : text) // keyClicks() knows no Cyrillic
            QTest::sendKeyEvent(QTest::Click, &field,
                static_cast<Qt::Key>(letter.toUpper().unicode()), letter, Qt::NoModifier);
    }
    QPushButton* reading(int number)
    {
        return window.findChild<QPushButton*>(u"reading.%1"_s.arg(number));
    }
};

}

class TestNumberField : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void readsWhatIsTyped_data();
    void readsWhatIsTyped();
    void takesTheNumberWhen_data();
    void takesTheNumberWhen();
    void showsTheNumberTaken();
    void showsAllDigitsWhileItHasTheFocus();
    void marksWhatIsWrongWhileTyping();
    void keepsWhatWasRefused();
    void escapeRestores();
    void escapeOfAnUntouchedFieldIsNotItsOwn();
    void showsInvalidEntries();
    void typedTextOutlivesOtherValues();
    void steps_data();
    void steps();
    void stepsStayInRange();
    void wheelStepsOnlyWithCtrlAndFocus();
    void draggingStepsOnlyWithCtrl();
    void asksForAnAmbiguousNumber();
    void answersByKeyboard_data();
    void answersByKeyboard();
    void remembersTheAnswer();
    void leavesAQuestionAsRefused();
    void emptyTextIsAnAnswerWhereAllowed();
    void emptyTextIsRefusedElsewhere();
    void keypadMarkIsThatOfTheFormat();
    void undoIsTheProjectsWhileNothingIsTyped();
};

void TestNumberField::cleanup()
{
    NumberField::setAnsweredMark(std::nullopt);
}

void TestNumberField::readsWhatIsTyped_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("bareExponent");
    QTest::addColumn<double>("before");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::newRow("a unit") << u"USD"_s << 6 << 2e7 << u"24,3 млн"_s << 24.3e6;
    QTest::newRow("without a unit") << u"USD"_s << 6 << 2e7 << u"24.3"_s << 24.3e6;
    QTest::newRow("a change in percent") << u"USD/kg"_s << 0 << 400.0 << u"+5%"_s << 420.0;
    QTest::newRow("a factor") << u"USD/kg"_s << 0 << 400.0 << u"*1.5"_s << 600.0;
    QTest::newRow("a sum") << u"USD/kg"_s << 0 << 400.0 << u"12.5+3*2"_s << 18.5;
    QTest::newRow("a spreadsheet's sum") << u"USD/kg"_s << 0 << 400.0 << u"=10+1"_s << 11.0;
    QTest::newRow("both marks") << u"USD/year"_s << 3 << 0.0 << u"1,905.5"_s << 1'905'500.0;
}

void TestNumberField::readsWhatIsTyped()
{
    QFETCH(QString, unit);
    QFETCH(int, bareExponent);
    QFETCH(double, before);
    QFETCH(QString, typed);
    QFETCH(double, value);
    Form form(amount(unit, bareExponent), before);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    form.type(typed);
    QCOMPARE(form.field.text(), typed);
    QCOMPARE(entered.count(), 0);
    QTest::keyClick(&form.field, Qt::Key_Return);
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered[0][0].toDouble(), value);
}

void TestNumberField::takesTheNumberWhen_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << static_cast<int>(Qt::Key_Enter);
    QTest::newRow("Return") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Tab") << static_cast<int>(Qt::Key_Tab);
    QTest::newRow("the field is left") << 0;
}

void TestNumberField::takesTheNumberWhen()
{
    QFETCH(int, key);
    Form form(share(), 0.42);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    QSignalSpy left(&form.field, &NumberField::left);
    form.type(u"38"_s);
    if (key != 0)
        QTest::keyClick(&form.field, static_cast<Qt::Key>(key));
    else
        form.other.setFocus(Qt::MouseFocusReason);
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered[0][0].toDouble(), 0.38);
    QCOMPARE(left.count(), form.field.hasFocus() ? 0 : 1);
    form.other.setFocus();
    QCOMPARE(entered.count(), 1); // nothing new was typed
}

void TestNumberField::showsTheNumberTaken()
{
    Form form(amount(u"USD"_s, 6), 2e7);
    form.type(u"24,3 млн"_s);
    QTest::keyClick(&form.field, Qt::Key_Tab);
    QCOMPARE(form.field.text(), u"24.3"_s);
}

void TestNumberField::showsAllDigitsWhileItHasTheFocus()
{
    Form form(amount(u"USD/year"_s, 3), 1'905'000.0);
    QCOMPARE(form.field.text(), u"1905"_s);
    QCOMPARE(form.field.selectedText(), form.field.text());
    form.other.setFocus();
    QCOMPARE(form.field.text(), u"1,905"_s);
}

void TestNumberField::marksWhatIsWrongWhileTyping()
{
    Form form(share(), 0.42);
    QSignalSpy checked(&form.field, &NumberField::checked);
    form.type(u"14"_s);
    QVERIFY(!form.field.isInvalid());
    QVERIFY(checked.last()[0].toString().isEmpty());
    QTest::keyClicks(&form.field, u"2 %"_s);
    QVERIFY(form.field.property("invalid").toBool());
    QVERIFY(checked.last()[0].toString().contains(u"too large"_s));
    QCOMPARE(form.field.accessibleDescription(), form.field.sentence());
    QTest::keyClick(&form.field, Qt::Key_Backspace);
    QTest::keyClick(&form.field, Qt::Key_Backspace);
    QTest::keyClick(&form.field, Qt::Key_Backspace);
    QVERIFY(!form.field.property("invalid").toBool());
    QVERIFY(checked.last()[0].toString().isEmpty());
}

void TestNumberField::keepsWhatWasRefused()
{
    Form form(share(), 0.42);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    QSignalSpy refused(&form.field, &NumberField::refused);
    form.type(u"142 %"_s);
    QTest::keyClick(&form.field, Qt::Key_Tab);
    QCOMPARE(entered.count(), 0);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused[0][0].toString(), u"142 %"_s);
    QVERIFY(refused[0][1].toString().contains(u"from 0 to 100"_s));
    QCOMPARE(form.field.text(), u"142 %"_s);
    QVERIFY(form.field.isInvalid());
    form.field.setFocus();
    QCOMPARE(form.field.text(), u"142 %"_s);
    form.other.setFocus();
    QCOMPARE(refused.count(), 1);
}

void TestNumberField::escapeRestores()
{
    Form form(share(), 0.42);
    QSignalSpy restored(&form.field, &NumberField::restored);
    form.type(u"142 %"_s);
    QTest::keyClick(&form.field, Qt::Key_Return);
    QVERIFY(form.field.isInvalid());
    QTest::keyClick(&form.field, Qt::Key_Escape);
    QCOMPARE(restored.count(), 1);
    QVERIFY(!form.field.isInvalid());
    QCOMPARE(form.field.text(), u"42.0\u00A0%"_s);
    form.type(u"50"_s);
    QTest::keyClick(&form.field, Qt::Key_Escape);
    QCOMPARE(form.field.text(), u"42.0\u00A0%"_s);
}

void TestNumberField::escapeOfAnUntouchedFieldIsNotItsOwn()
{
    Form form(share(), 0.42);
    QSignalSpy restored(&form.field, &NumberField::restored);
    QTest::keyClick(&form.field, Qt::Key_Escape);
    QCOMPARE(restored.count(), 0);
}

void TestNumberField::showsInvalidEntries()
{
    Form form(share(), 0.42);
    form.field.showInvalid(u"abc"_s, u"“abc” is not a number."_s);
    QVERIFY(form.field.isInvalid());
    QCOMPARE(form.field.text(), u"abc"_s);
    QCOMPARE(form.field.sentence(), u"“abc” is not a number."_s);
    form.field.showValue(0.5);
    QVERIFY(!form.field.isInvalid());
    QCOMPARE(form.field.text(), u"50.0\u00A0%"_s);
}

void TestNumberField::typedTextOutlivesOtherValues()
{
    Form form(share(), 0.42);
    form.type(u"4"_s);
    form.field.showValue(0.7);
    form.field.showInvalid(u"abc"_s, u"No."_s);
    QCOMPARE(form.field.text(), u"4"_s);
    QTest::keyClick(&form.field, Qt::Key_Escape);
    QCOMPARE(form.field.text(), u"70.0\u00A0%"_s);
}

void TestNumberField::steps_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<double>("value");
    QTest::newRow("up") << static_cast<int>(Qt::Key_Up) << false << 0.43;
    QTest::newRow("down") << static_cast<int>(Qt::Key_Down) << false << 0.41;
    QTest::newRow("ten up") << static_cast<int>(Qt::Key_Up) << true << 0.52;
    QTest::newRow("ten down") << static_cast<int>(Qt::Key_Down) << true << 0.32;
}

void TestNumberField::steps()
{
    QFETCH(int, key);
    QFETCH(bool, isLarge);
    QFETCH(double, value);
    Form form(share(), 0.42);
    form.field.setStep(0.01);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    QTest::keyClick(&form.field, static_cast<Qt::Key>(key),
        isLarge ? Qt::ControlModifier | Qt::ShiftModifier
                : Qt::KeyboardModifiers(Qt::ControlModifier));
    QCOMPARE(entered.count(), 1);
    QVERIFY(entered[0][0].toDouble() == value); // not 0.43000000000000005
}

void TestNumberField::stepsStayInRange()
{
    Form form(share(), 0.95);
    form.field.setStep(0.01);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    QTest::keyClick(&form.field, Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(entered.last()[0].toDouble(), 1.0);
    QTest::keyClick(&form.field, Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(entered.count(), 1);
    form.type(u"30"_s); // steps go from what is typed
    QTest::keyClick(&form.field, Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(entered.last()[0].toDouble(), 0.31);
}

void TestNumberField::wheelStepsOnlyWithCtrlAndFocus()
{
    Form form(share(), 0.42);
    form.field.setStep(0.01);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    const auto turn = [&](int angle, Qt::KeyboardModifiers modifiers) {
        const QPointF place = form.field.rect().center();
        QWheelEvent event(place, form.field.mapToGlobal(place), {}, {0, angle}, Qt::NoButton,
            modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&form.field, &event);
        return event.isAccepted();
    };
    QVERIFY(!turn(120, Qt::NoModifier));
    QVERIFY(turn(120, Qt::ControlModifier));
    QCOMPARE(entered.last()[0].toDouble(), 0.43);
    QVERIFY(turn(-60, Qt::ControlModifier)); // half a notch
    QCOMPARE(entered.count(), 1);
    QVERIFY(turn(-60, Qt::ControlModifier));
    QCOMPARE(entered.last()[0].toDouble(), 0.42);
    form.other.setFocus();
    QVERIFY(!turn(120, Qt::ControlModifier));
    QCOMPARE(entered.count(), 2);
}

void TestNumberField::draggingStepsOnlyWithCtrl()
{
    Form form(share(), 0.42);
    form.field.setStep(0.01);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    const QPoint place = form.field.rect().center();
    const auto moveTo = [&](int x, Qt::KeyboardModifiers modifiers) {
        const QPointF to = place + QPoint(x, 0);
        QMouseEvent event(QEvent::MouseMove, to, form.field.mapToGlobal(to), Qt::NoButton,
            Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&form.field, &event);
    };
    QTest::mousePress(&form.field, Qt::LeftButton, Qt::NoModifier, place);
    moveTo(30, Qt::NoModifier);
    QTest::mouseRelease(&form.field, Qt::LeftButton, Qt::NoModifier, place);
    QCOMPARE(entered.count(), 0);

    QTest::mousePress(&form.field, Qt::LeftButton, Qt::ControlModifier, place);
    moveTo(3, Qt::ControlModifier); // less than a step
    QCOMPARE(entered.count(), 0);
    moveTo(20, Qt::ControlModifier);
    QCOMPARE(entered.last()[0].toDouble(), 0.45);
    moveTo(-15, Qt::ControlModifier);
    QCOMPARE(entered.last()[0].toDouble(), 0.40);
    moveTo(15, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(entered.last()[0].toDouble(), 0.62);
    QTest::keyClick(&form.field, Qt::Key_Escape);
    QCOMPARE(entered.last()[0].toDouble(), 0.42);
    moveTo(1000, Qt::ControlModifier);
    QCOMPARE(entered.last()[0].toDouble(), 1.0); // the most that the field takes
    moveTo(10, Qt::ControlModifier);
    QCOMPARE(entered.last()[0].toDouble(), 0.43); // where the pointer is, however far it was
    QTest::mouseRelease(&form.field, Qt::LeftButton, Qt::ControlModifier, place);
    const auto count = entered.count();
    moveTo(0, Qt::NoModifier);
    QCOMPARE(entered.count(), count);
}

void TestNumberField::asksForAnAmbiguousNumber()
{
    Form form(amount(u"USD/kg"_s, 0), 400.0);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    form.type(u"1,234"_s);
    QVERIFY(form.field.property("question").toBool());
    QVERIFY(!form.field.isInvalid());
    QVERIFY(form.reading(0) && form.reading(0)->isVisible());
    QCOMPARE(form.reading(0)->text(), u"1,234 (thousand)"_s);
    QCOMPARE(form.reading(1)->text(), u"1.234"_s);
    QTest::mouseClick(form.reading(1), Qt::LeftButton);
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered[0][0].toDouble(), 1.234);
    QVERIFY(!form.reading(0)->isVisible());
    QVERIFY(form.field.hasFocus());
    QVERIFY(!form.field.property("question").toBool());
}

void TestNumberField::answersByKeyboard_data()
{
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<double>("value");
    const int enter = Qt::Key_Return;
    QTest::newRow("Enter twice") << QList<int> {enter, enter} << 1234.0;
    QTest::newRow("Tab, Enter") << QList<int> {Qt::Key_Tab, enter} << 1234.0;
    QTest::newRow("Tab twice, Enter") << QList<int> {Qt::Key_Tab, Qt::Key_Tab, enter} << 1.234;
    QTest::newRow("Down, Right, Enter") << QList<int> {Qt::Key_Down, Qt::Key_Right, enter} << 1.234;
}

void TestNumberField::answersByKeyboard()
{
    QFETCH(QList<int>, keys);
    QFETCH(double, value);
    Form form(amount(u"USD/kg"_s, 0), 400.0);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    form.type(u"1,234"_s);
    for (const int key : keys) {
        QCOMPARE(entered.count(), 0);
        QTest::keyClick(&form.field, static_cast<Qt::Key>(key));
    }
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered[0][0].toDouble(), value);
}

void TestNumberField::remembersTheAnswer()
{
    Form form(amount(u"USD/kg"_s, 0), 400.0);
    QSignalSpy entered(&form.field, &NumberField::valueEntered);
    form.type(u"1,234"_s);
    QTest::mouseClick(form.reading(1), Qt::LeftButton);
    NumberField other;
    other.setExpectation(amount(u"USD/kg"_s, 0));
    QSignalSpy enteredElsewhere(&other, &NumberField::valueEntered);
    QTest::keyClicks(&other, u"2,500"_s);
    QVERIFY(!other.isQuestion());
    QTest::keyClick(&other, Qt::Key_Return);
    QCOMPARE(enteredElsewhere[0][0].toDouble(), 2.5);
    form.type(u"1.234"_s); // the point stands between thousands, then
    QTest::keyClick(&form.field, Qt::Key_Return);
    QCOMPARE(entered.last()[0].toDouble(), 1234.0);
}

void TestNumberField::leavesAQuestionAsRefused()
{
    Form form(amount(u"USD/kg"_s, 0), 400.0);
    QSignalSpy refused(&form.field, &NumberField::refused);
    form.type(u"1,234"_s);
    form.other.setFocus(Qt::MouseFocusReason);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused[0][0].toString(), u"1,234"_s);
    QVERIFY(refused[0][1].toString().contains(u"1,234 (thousand) or as 1.234"_s));
    QVERIFY(!form.reading(0)->isVisible());
    form.field.showInvalid(refused[0][0].toString(), refused[0][1].toString());
    QVERIFY(form.field.isQuestion());
    form.field.setFocus();
    QVERIFY(form.reading(0)->isVisible());
}

void TestNumberField::emptyTextIsAnAnswerWhereAllowed()
{
    Form form(amount(u"years"_s, 0), 10.0);
    form.field.setEmptyAllowed(true);
    form.field.setPlaceholderText(u"none"_s);
    QSignalSpy emptied(&form.field, &NumberField::emptied);
    form.field.selectAll();
    QTest::keyClick(&form.field, Qt::Key_Delete);
    QCOMPARE(emptied.count(), 0);
    QTest::keyClick(&form.field, Qt::Key_Return);
    QCOMPARE(emptied.count(), 1);
    form.type(u"None"_s);
    QVERIFY(!form.field.isInvalid());
    QTest::keyClick(&form.field, Qt::Key_Return);
    QCOMPARE(emptied.count(), 2);
}

void TestNumberField::emptyTextIsRefusedElsewhere()
{
    Form form(share(), 0.42);
    QSignalSpy refused(&form.field, &NumberField::refused);
    form.field.selectAll();
    QTest::keyClick(&form.field, Qt::Key_Delete);
    QVERIFY(!form.field.isInvalid()); // something is about to be typed
    QTest::keyClick(&form.field, Qt::Key_Return);
    QCOMPARE(refused.count(), 1);
    QVERIFY(form.field.isInvalid());
}

void TestNumberField::keypadMarkIsThatOfTheFormat()
{
    NumberExpectation expected = amount(u"USD/kg"_s, 0);
    expected.locale = QLocale(QLocale::Russian);
    Form form(expected, 400.0);
    form.type(u"12"_s);
    QTest::sendKeyEvent(QTest::Click, &form.field, Qt::Key_Period, u"."_s, Qt::KeypadModifier);
    QTest::keyClicks(&form.field, u"5"_s);
    QCOMPARE(form.field.text(), u"12,5"_s);
}

void TestNumberField::undoIsTheProjectsWhileNothingIsTyped()
{
    Form form(share(), 0.42);
    const auto isTaken = [&] {
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        event.ignore();
        QCoreApplication::sendEvent(&form.field, &event);
        return event.isAccepted();
    };
    QVERIFY(!isTaken());
    form.type(u"5"_s);
    QVERIFY(isTaken());
    QTest::keyClick(&form.field, Qt::Key_Return);
    QVERIFY(!isTaken());
}

QTEST_MAIN(TestNumberField)
#include "tst_numberfield.moc"
