#include "ui/fields/InputEditor.h"

#include "core/project/DefaultProject.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/fields/ChoiceList.h"
#include "ui/fields/NumberField.h"
#include "ui/theme/Appearance.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using ui::CellAddress;
using ui::InputEditor;
using ui::NumberField;
using ui::Session;

namespace {

const CellAddress share {u"cost_lines.caustic.reuse_share"_s, {}}; // 90 %
const CellAddress fixed {u"cost_lines.digestion.fixed"_s, {}};     // 609 000 USD a year

struct Look {
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(u"preferences.ini"_s)};
    ui::Appearance appearance {preferences};
};

struct Form {
    Session session;
    Look look;
    QWidget window;
    QLineEdit other;
    InputEditor editor;

    explicit Form(const CellAddress& cell)
        : editor(session, look.appearance, cell)
    {
        auto* const layout = new QVBoxLayout(&window);
        layout->addWidget(&editor);
        layout->addWidget(&other);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        editor.setFocus(Qt::TabFocusReason);
    }
    ~Form()
    {
        editor.setParent(nullptr);
        other.setParent(nullptr);
    }

    NumberField& number() { return *qobject_cast<NumberField*>(editor.field()); }
    void type(const QString& text)
    {
        number().selectAll();
        for (const QChar letter : text) // keyClicks() knows no Cyrillic
            QTest::sendKeyEvent(QTest::Click, &number(),
                static_cast<Qt::Key>(letter.toUpper().unicode()), letter, Qt::NoModifier);
    }
    void typeAndEnter(const QString& text)
    {
        type(text);
        QTest::keyClick(&number(), Qt::Key_Return);
    }
    core::InputValue value() { return ui::contentOf(session.project(), editor.cell())->value; }
};

}

class TestInputEditor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void makesTheEditorOfItsKind_data();
    void makesTheEditorOfItsKind();
    void isNamedAfterItsInput();
    void editsTheProject_data();
    void editsTheProject();
    void scaleStaysWhileTheEditorDoes();
    void typingInOneFieldIsOneStep();
    void followsUndo();
    void keepsWhatIsOutOfRange();
    void escapeRestoresTheLastValue();
    void undoOfTheCellTakesTheRefusedTextAway();
    void showsWhatWasRefusedBefore();
    void absentNumberSaysWhatThatMeans();
    void emptiedNumberIsTheDefault();
    void numberByYearIsReplacedOnlyByANumber();
    void listsSayNames();
    void listsSayInTheirToolTipWhatIsCutOff();
    void listIgnoresTheWheel();
    void boxSetsTheFlag();
    void unitFollowsTheCurrency();
    void absentInputsHaveNoField();
    void defaultsLeftOutAreGrey();
};

void TestInputEditor::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestInputEditor::makesTheEditorOfItsKind_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("unit");
    QTest::newRow("a share") << share.input << u"90.0\u00A0%"_s << QString();
    QTest::newRow("an amount a year") << fixed.input << u"609"_s << u"USD thousand/year"_s;
    QTest::newRow("an amount") << u"capital.items.extraction.amount"_s << u"4,600"_s
                               << u"USD thousand"_s;
    QTest::newRow("a year") << u"timeline.first_year"_s << u"2025"_s << QString();
    QTest::newRow("days") << u"working_capital.receivable_days"_s << u"60"_s << u"days"_s;
    QTest::newRow("a constant series") << u"tax.income_tax_rate"_s << u"20.0\u00A0%"_s << QString();
    QTest::newRow("a series by year") << u"macro.usd_inflation"_s << QString() << QString();
    QTest::newRow("a choice") << u"financing.repayment"_s << u"Equal principal"_s << QString();
    QTest::newRow("an id") << u"active_deck"_s << u"Consensus"_s << QString();
}

void TestInputEditor::makesTheEditorOfItsKind()
{
    QFETCH(QString, id);
    QFETCH(QString, text);
    QFETCH(QString, unit);
    Session session;
    Look look;
    const InputEditor editor(session, look.appearance, {id, {}});
    const auto* list = qobject_cast<QComboBox*>(editor.field());
    const auto* number = qobject_cast<NumberField*>(editor.field());
    QVERIFY(list || number);
    QCOMPARE(list ? list->currentText() : number->text(), text);
    QCOMPARE(editor.unit(), unit);
}

void TestInputEditor::isNamedAfterItsInput()
{
    Session session;
    Look look;
    const InputEditor whole(session, look.appearance, share);
    QCOMPARE(whole.field()->objectName(), share.input);
    QCOMPARE(whole.field()->accessibleName(),
        u"Share saved by reuse, Caustic soda and limestone make-up"_s);
    const InputEditor year(session, look.appearance, {u"production.ramp_up"_s, 2});
    QCOMPARE(year.field()->objectName(), u"production.ramp_up[2]"_s);
    QCOMPARE(qobject_cast<NumberField*>(year.field())->text(), u"60.0\u00A0%"_s);
}

void TestInputEditor::editsTheProject_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::newRow("a share") << share.input << u"42"_s << 0.42;
    QTest::newRow("an amount in thousands") << fixed.input << u"650"_s << 650'000.0;
    QTest::newRow("with a unit") << fixed.input << u"24,3 млн"_s << 24.3e6;
    QTest::newRow("a change in percent") << fixed.input << u"+5%"_s << 639'450.0;
    QTest::newRow("a sum") << u"cost_lines.digestion.variable_per_kg"_s << u"12.5+3*2"_s << 18.5;
    QTest::newRow("a constant series") << u"tax.income_tax_rate"_s << u"25"_s << 0.25;
}

void TestInputEditor::editsTheProject()
{
    QFETCH(QString, id);
    QFETCH(QString, typed);
    QFETCH(double, value);
    Form form({id, {}});
    form.type(typed);
    QVERIFY(form.session.project() == core::defaultProject());
    QTest::keyClick(&form.number(), Qt::Key_Tab);
    QCOMPARE(std::get<double>(form.value()), value);
    QCOMPARE(form.session.undoStack().count(), 1);
}

void TestInputEditor::scaleStaysWhileTheEditorDoes()
{
    Form form({u"capital.items.extraction.amount"_s, {}});
    form.typeAndEnter(u"24,3 млн"_s);
    QTest::keyClick(&form.number(), Qt::Key_Tab);
    QCOMPARE(form.number().text(), u"24,300"_s);
    QCOMPARE(form.editor.unit(), u"USD thousand"_s);
    const InputEditor fresh(form.session, form.look.appearance, form.editor.cell());
    QCOMPARE(qobject_cast<NumberField*>(fresh.field())->text(), u"24.3"_s);
    QCOMPARE(fresh.unit(), u"USD million"_s);
}

void TestInputEditor::typingInOneFieldIsOneStep()
{
    Form form(share);
    form.typeAndEnter(u"40"_s);
    form.typeAndEnter(u"41"_s);
    QTest::keyClick(&form.number(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(form.session.undoStack().count(), 1);
    QVERIFY(form.session.undoStack().undoText().contains(u"90 → 42"_s));
    QTest::keyClick(&form.number(), Qt::Key_Tab);
    form.editor.setFocus();
    form.typeAndEnter(u"50"_s);
    QCOMPARE(form.session.undoStack().count(), 2);
}

void TestInputEditor::followsUndo()
{
    Form form(share);
    form.typeAndEnter(u"40"_s);
    form.session.undoStack().undo();
    QCOMPARE(form.number().text(), u"90.0\u00A0%"_s);
    QVERIFY(form.session.setInput(share.input, 0.3));
    QCOMPARE(form.number().text(), u"30.0\u00A0%"_s);
}

void TestInputEditor::keepsWhatIsOutOfRange()
{
    Form form(share);
    QSignalSpy said(&form.editor, &InputEditor::sentenceChanged);
    form.type(u"142 %"_s);
    QVERIFY(said.last()[0].toString().contains(
        u"The last valid value, 90.0\u00A0%, stays in use. Esc restores it."_s));
    QTest::keyClick(&form.number(), Qt::Key_Tab);
    QVERIFY(form.session.project() == core::defaultProject());
    QCOMPARE(form.number().text(), u"142 %"_s);
    QVERIFY(form.number().isInvalid());
    const ui::InvalidEntry* entry = form.session.invalidEntries().find(share);
    QVERIFY(entry);
    QCOMPARE(entry->text, u"142 %"_s);
    QVERIFY(form.editor.sentence().startsWith(entry->sentence));
    // Another edit leaves it as it is.
    QVERIFY(form.session.setInput(u"levers.price"_s, 1.1));
    QCOMPARE(form.number().text(), u"142 %"_s);
    form.editor.setFocus();
    form.typeAndEnter(u"42"_s);
    QVERIFY(!form.session.invalidEntries().find(share));
    QVERIFY(form.editor.sentence().isEmpty());
}

void TestInputEditor::escapeRestoresTheLastValue()
{
    Form form(share);
    form.typeAndEnter(u"142 %"_s);
    QVERIFY(form.session.invalidEntries().find(share));
    QTest::keyClick(&form.number(), Qt::Key_Escape);
    QVERIFY(!form.session.invalidEntries().find(share));
    QCOMPARE(form.number().text(), u"90.0\u00A0%"_s);
    QVERIFY(form.editor.sentence().isEmpty());
    form.type(u"143 %"_s);
    QTest::keyClick(&form.number(), Qt::Key_Escape);
    QVERIFY(form.editor.sentence().isEmpty());
    QCOMPARE(form.session.undoStack().count(), 0);
}

void TestInputEditor::undoOfTheCellTakesTheRefusedTextAway()
{
    Form form(share);
    form.typeAndEnter(u"40"_s);
    form.typeAndEnter(u"abc"_s);
    QVERIFY(form.number().isInvalid());
    form.session.undoStack().undo();
    QVERIFY(!form.number().isInvalid());
    QCOMPARE(form.number().text(), u"90.0\u00A0%"_s);
}

void TestInputEditor::showsWhatWasRefusedBefore()
{
    Session session;
    Look look;
    session.invalidEntries().set({share, u"142 %"_s, u"142 % is too large."_s});
    const InputEditor editor(session, look.appearance, share);
    QCOMPARE(qobject_cast<NumberField*>(editor.field())->text(), u"142 %"_s);
    QVERIFY(editor.sentence().contains(u"too large"_s));
}

void TestInputEditor::absentNumberSaysWhatThatMeans()
{
    Form form({u"tax.loss_carry_forward_years"_s, {}});
    QCOMPARE(form.number().text(), u"10"_s);
    form.number().selectAll();
    QTest::keyClick(&form.number(), Qt::Key_Delete);
    QTest::keyClick(&form.number(), Qt::Key_Return);
    QVERIFY(!form.session.project().tax.lossCarryForwardYears);
    QCOMPARE(form.number().text(), QString());
    QCOMPARE(form.number().placeholderText(), u"no limit"_s);
    QVERIFY(form.session.undoStack().undoText().contains(u"10 → no limit"_s));
    form.typeAndEnter(u"7"_s);
    QCOMPARE(form.session.project().tax.lossCarryForwardYears.value_or(0), 7);
    form.typeAndEnter(u"no limit"_s);
    QVERIFY(!form.session.project().tax.lossCarryForwardYears);
}

void TestInputEditor::emptiedNumberIsTheDefault()
{
    Form form({u"levers.price"_s, {}});
    form.typeAndEnter(u"1.5"_s);
    form.number().selectAll();
    QTest::keyClick(&form.number(), Qt::Key_Delete);
    QTest::keyClick(&form.number(), Qt::Key_Return);
    QCOMPARE(form.session.project().levers.price, 1.0);
    QCOMPARE(form.number().text(), u"1.000"_s);
}

void TestInputEditor::numberByYearIsReplacedOnlyByANumber()
{
    Form form({u"macro.usd_inflation"_s, {}});
    QCOMPARE(form.number().placeholderText(), u"by year"_s);
    QVERIFY(form.number().toolTip().contains(u"2027:\u00A02.3\u00A0%; 2028:\u00A02.0\u00A0%"_s));
    form.type(u"3"_s);
    QTest::keyClick(&form.number(), Qt::Key_Backspace);
    QTest::keyClick(&form.number(), Qt::Key_Return);
    QVERIFY(form.session.project() == core::defaultProject());
    form.typeAndEnter(u"3"_s);
    QVERIFY(form.session.project().macro.usdInflation == core::Series(0.03));
}

void TestInputEditor::listsSayNames()
{
    Form form({u"tax.asset_classes.I.method"_s, {}});
    auto* const list = qobject_cast<QComboBox*>(form.editor.field());
    QVERIFY(list);
    QCOMPARE(list->currentText(), u"Declining balance"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentText(), u"Units of production"_s);
    QCOMPARE(std::get<std::string>(form.value()), std::string("units_of_production"));
    form.session.undoStack().undo();
    QCOMPARE(list->currentText(), u"Declining balance"_s);
}

void TestInputEditor::listsSayInTheirToolTipWhatIsCutOff()
{
    Form form({u"tax.asset_classes.I.method"_s, {}});
    auto* const list = qobject_cast<ui::ChoiceList*>(form.editor.field());
    QVERIFY(list);
    list->resize(300, list->height());
    QVERIFY(!list->isCut());
    list->resize(80, list->height());
    QVERIFY(list->isCut());
    QHelpEvent event(QEvent::ToolTip, list->rect().center(), list->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(list, &event);
    QVERIFY(QToolTip::text().startsWith(u"Declining balance"_s));
    QToolTip::hideText();
}

void TestInputEditor::listIgnoresTheWheel()
{
    Form form({u"financing.repayment"_s, {}});
    QWidget* const list = form.editor.field();
    const QPointF place = list->rect().center();
    QWheelEvent event(place, list->mapToGlobal(place), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(list, &event);
    QVERIFY(form.session.project() == core::defaultProject());
}

void TestInputEditor::boxSetsTheFlag()
{
    Form form({u"tax.write_off_at_end"_s, {}});
    auto* const box = qobject_cast<QCheckBox*>(form.editor.field());
    QVERIFY(box && box->isChecked());
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(!form.session.project().tax.writeOffAtEnd);
    form.session.undoStack().undo();
    QVERIFY(box->isChecked());
}

void TestInputEditor::unitFollowsTheCurrency()
{
    Form form(fixed);
    QSignalSpy changed(&form.editor, &InputEditor::unitChanged);
    QVERIFY(form.session.setInput(u"cost_lines.digestion.currency"_s, std::string("KZT")));
    QCOMPARE(form.editor.unit(), u"KZT thousand/year"_s);
    QCOMPARE(changed.count(), 1);
}

void TestInputEditor::absentInputsHaveNoField()
{
    Session session;
    Look look;
    const InputEditor unknown(session, look.appearance, {u"levers.prise"_s, {}});
    QVERIFY(!unknown.field());
    // One that goes while it is shown can no longer be typed into.
    const InputEditor editor(session, look.appearance, share);
    session.newProject();
    QVERIFY(editor.isEnabled());
    core::Project project = session.project();
    std::erase_if(
        project.costLines, [](const core::CostLine& line) { return line.id == "caustic"; });
    QVERIFY(session.edit(u"Remove"_s, project));
    QVERIFY(!editor.isEnabled());
    session.undoStack().undo();
    QVERIFY(editor.isEnabled());
}

void TestInputEditor::defaultsLeftOutAreGrey()
{
    Form form({u"levers.price"_s, {}});
    const auto ink = [&] { return form.number().palette().color(QPalette::Text); };
    QCOMPARE(ink(), form.look.appearance.theme().input);
    form.number().selectAll();
    QTest::keyClick(&form.number(), Qt::Key_Delete);
    QTest::keyClick(&form.number(), Qt::Key_Return);
    QCOMPARE(ink(), form.look.appearance.theme().text3);
    form.look.preferences.setTheme(ui::ThemeChoice::dark);
    QCOMPARE(ink(), ui::Theme::dark().text3);
    form.typeAndEnter(u"1.1"_s);
    QCOMPARE(ink(), ui::Theme::dark().input);
}

QTEST_MAIN(TestInputEditor)
#include "tst_inputeditor.moc"
