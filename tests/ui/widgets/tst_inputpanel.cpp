#include "ui/widgets/InputPanel.h"

#include "core/project/DefaultProject.h"
#include "tests/ui/widgets/WidgetTest.h"
#include "ui/document/FileHistory.h"
#include "ui/widgets/NoteField.h"
#include "ui/widgets/RangeCurve.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using ui::InputPanel;
using ui::NoteField;

namespace {

const QString fixed = u"cost_lines.labour.fixed"_s; // 1.905 million, graded, with a note

struct Stage : widgets::Stage {
    InputPanel* panel = new InputPanel(session, appearance, &window);
    QLineEdit* other = new QLineEdit(&window);

    Stage()
    {
        auto* const layout = new QVBoxLayout(&window);
        layout->addWidget(panel);
        layout->addWidget(other);
        panel->showInput(fixed);
        QVERIFY(show(330, 700));
    }

    QString text(const char* name)
    {
        const auto* label = panel->findChild<QLabel*>(u"panel."_s + QLatin1String(name));
        return label && label->isVisible() ? label->text() : QString();
    }
    QComboBox* grades() { return panel->findChild<QComboBox*>(u"panel.grade"_s); }
    NoteField* note() { return panel->findChild<NoteField*>(u"panel.note"_s); }
    void typeNote(const QString& typed)
    {
        note()->setFocus();
        note()->selectAll();
        QTest::keyClicks(note(), typed);
    }
    std::string noteOf(const QString& id)
    {
        const auto& notes = session.project().notes;
        const auto found = notes.find(id.toStdString());
        return found == notes.end() ? std::string() : found->second;
    }
};

}

class TestInputPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhatIsKnown_data();
    void saysWhatIsKnown();
    void rangeComesFromEvidence_data();
    void rangeComesFromEvidence();
    void gradeIsEdited();
    void noteIsOneStepWhenLeft();
    void emptyNoteIsTakenAway();
    void noteOfTheListIsShownBelow();
    void typedNoteStaysWithItsInput();
    void tooLongANoteIsNotLost();
    void followsUndo();
    void isEmptyWithoutAnInput();
    void saysWhoChangedTheValue();
};

void TestInputPanel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestInputPanel::saysWhatIsKnown_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("element");
    QTest::addColumn<QString>("value"); // "_" is the no-break space
    QTest::addColumn<QString>("expected");
    QTest::newRow("an amount") << fixed << u"Fixed cost"_s
                               << u"Labour (120 people alone, 70 reusing)"_s
                               << u"1,905_USD thousand/year"_s
                               << u"A number of at least 0_USD/year"_s;
    QTest::newRow("a share") << u"market.oecd_share"_s << u"Share of OECD markets"_s << QString()
                             << u"95.0_%"_s << u"A number from 0 to 100_%"_s;
    QTest::newRow("a series") << u"macro.usd_inflation"_s << u"Inflation of the dollar"_s
                              << QString() << u"2027:_2.3_%; 2028:_2.0_%"_s
                              << u"A number from -90 to 1,000_%"_s;
    QTest::newRow("a choice") << u"discounting.terms"_s << u"Terms of the discount rates"_s
                              << QString() << u"Nominal"_s << u"Nominal, Real"_s;
    QTest::newRow("a yes or no") << u"tax.write_off_at_end"_s << u"Write-off at the end"_s
                                 << QString() << u"yes"_s << u"Yes or no"_s;
    QTest::newRow("a number that may be absent")
        << u"tax.loss_carry_forward_years"_s << u"Carry-forward of losses"_s << QString()
        << u"10_years"_s << u"A whole number from 0 to 300_years, or no limit"_s;
    QTest::newRow("one of what is counted")
        << u"timeline.closure_years"_s << u"Closure years"_s << QString() << u"1_year"_s
        << u"A whole number from 0 to 100_years"_s;
}

void TestInputPanel::saysWhatIsKnown()
{
    QFETCH(QString, id);
    QFETCH(QString, label);
    QFETCH(QString, element);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    Stage stage;
    stage.panel->showInput(id);
    QCOMPARE(stage.panel->title(), label);
    QCOMPARE(stage.text("label"), label);
    QCOMPARE(stage.text("element"), element);
    QCOMPARE(stage.text("value"), value.replace(u'_', QChar(0xA0)));
    QCOMPARE(
        stage.text("expected"), expected.replace(u'_', QChar(0xA0)).replace(u'-', QChar(0x2212)));
}

void TestInputPanel::rangeComesFromEvidence_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("origin"); // empty: no range at all
    QTest::addColumn<QString>("ends");   // "_" is the no-break space
    QTest::newRow("a grade") << fixed << u"PERT, from grade Analyst"_s
                             << u"From 1,524 to 2,286_USD thousand/year"_s;
    QTest::newRow("a class of estimates")
        << u"capital.items.intake.amount"_s << u"PERT, from AACE class 4"_s
        << u"From 1,400 to 3,000_USD thousand"_s;
    QTest::newRow("not beyond what the input takes")
        << u"resource.refining_yield"_s << u"PERT, from grade Assumption"_s
        << u"From 67.9_% to 100.0_%"_s;
    QTest::newRow("a series") << u"macro.usd_inflation"_s << u"PERT, from grade Quote"_s
                              << u"All entries move together, from 95_% to 105_%."_s;
    QTest::newRow("nobody said") << u"discounting.rate"_s << u"none"_s
                                 << u"A grade of evidence gives the input a range."_s;
    QTest::newRow("no number") << u"discounting.terms"_s << QString() << QString();
}

void TestInputPanel::rangeComesFromEvidence()
{
    QFETCH(QString, id);
    QFETCH(QString, origin);
    QFETCH(QString, ends);
    Stage stage;
    core::Project project = stage.session.project();
    project.evidence["resource.refining_yield"] = "assumption";
    project.evidence["macro.usd_inflation"] = "quote";
    stage.session.edit(u"Evidence"_s, project);
    stage.panel->showInput(id);
    QCOMPARE(stage.text("origin"), origin);
    QCOMPARE(stage.text("ends"), ends.replace(u'_', QChar(0xA0)));
    const auto* curve = stage.panel->findChild<ui::RangeCurve*>();
    QCOMPARE(curve->isVisible(), origin.startsWith(u"PERT"_s));
}

void TestInputPanel::gradeIsEdited()
{
    Stage stage;
    QCOMPARE(stage.grades()->currentText(), u"Analyst"_s);
    stage.grades()->setFocus();
    QTest::keyClick(stage.grades(), Qt::Key_Down);
    QCOMPARE(stage.session.project().evidence.at(fixed.toStdString()), std::string("test_work"));
    QCOMPARE(stage.session.undoStack().undoText(),
        u"Evidence, Fixed cost, Labour (120 people alone, 70 reusing): Analyst → Test work"_s);
    QVERIFY(stage.text("ends").startsWith(u"From 1,714.5 to 2,095.5"_s));
    QTest::keyClick(stage.grades(), Qt::Key_Home);
    QVERIFY(!stage.session.project().evidence.contains(fixed.toStdString()));
    QCOMPARE(stage.session.undoStack().count(), 2);
}

void TestInputPanel::noteIsOneStepWhenLeft()
{
    Stage stage;
    QVERIFY(stage.note()->toPlainText().startsWith(u"70 jobs announced"_s));
    stage.typeNote(u"Staffing plan"_s);
    QCOMPARE(stage.session.undoStack().count(), 0);
    stage.other->setFocus();
    QCOMPARE(stage.noteOf(fixed), std::string("Staffing plan"));
    QCOMPARE(stage.session.undoStack().count(), 1);
    QVERIFY(stage.session.undoStack().undoText().startsWith(u"Source note, Fixed cost"_s));
    QCOMPARE(stage.note()->toPlainText(), u"Staffing plan"_s);
}

void TestInputPanel::emptyNoteIsTakenAway()
{
    Stage stage;
    stage.typeNote(u" "_s);
    stage.other->setFocus();
    QVERIFY(!stage.session.project().notes.contains(fixed.toStdString()));
}

void TestInputPanel::noteOfTheListIsShownBelow()
{
    Stage stage;
    stage.panel->showInput(u"capital.items.intake.amount"_s);
    QVERIFY(stage.note()->toPlainText().isEmpty());
    QVERIFY(stage.text("outerNote").startsWith(u"USD 20 million in all"_s));
    stage.panel->showInput(fixed);
    QVERIFY(stage.text("outerNote").isEmpty());
}

void TestInputPanel::typedNoteStaysWithItsInput()
{
    Stage stage;
    stage.typeNote(u"Staffing plan"_s);
    stage.panel->showInput(u"market.oecd_share"_s);
    QCOMPARE(stage.noteOf(fixed), std::string("Staffing plan"));
    QVERIFY(stage.note()->toPlainText().startsWith(u"Sales aimed at OECD"_s));
    stage.other->setFocus();
    QCOMPARE(stage.session.undoStack().count(), 1);
}

void TestInputPanel::tooLongANoteIsNotLost()
{
    Stage stage;
    const QString longNote(100'001, u'x');
    stage.note()->setFocus();
    stage.note()->selectAll();
    stage.note()->insertPlainText(longNote);
    stage.other->setFocus();
    QCOMPARE(stage.session.undoStack().count(), 0);
    QCOMPARE(stage.note()->toPlainText(), longNote);
    QVERIFY(stage.text("noteProblem").contains(u"too long"_s));
    stage.typeNote(u"Short"_s);
    stage.other->setFocus();
    QCOMPARE(stage.noteOf(fixed), std::string("Short"));
    QVERIFY(stage.text("noteProblem").isEmpty());
}

void TestInputPanel::followsUndo()
{
    Stage stage;
    QVERIFY(stage.session.setInput(fixed, 2'000'000.0));
    QVERIFY(stage.text("value").startsWith(u"2,000"_s));
    stage.typeNote(u"Staffing plan"_s);
    stage.other->setFocus();
    stage.session.undoStack().undo();
    QVERIFY(stage.note()->toPlainText().startsWith(u"70 jobs announced"_s));
    stage.session.undoStack().undo();
    QVERIFY(stage.text("value").startsWith(u"1,905"_s));
    QVERIFY(stage.session.project() == core::defaultProject());
}

void TestInputPanel::isEmptyWithoutAnInput()
{
    Stage stage;
    stage.panel->showInput(u"levers.prise"_s);
    QVERIFY(stage.panel->title().isEmpty());
    QVERIFY(stage.text("label").isEmpty());
    QVERIFY(!stage.note()->isVisible());
}

void TestInputPanel::saysWhoChangedTheValue()
{
    Stage stage;
    QVERIFY(stage.text("changed").isEmpty()); // there is no file to tell it
    stage.session.history().follow();
    stage.session.setAuthor(u"Ann"_s);
    QVERIFY(stage.session.saveAs(stage.folder.filePath(u"erg.galval"_s)));
    stage.session.setAuthor(u"Ben"_s);
    QVERIFY(stage.session.setInput(fixed, 2'000'000.0));
    QVERIFY(stage.session.save(u"Wages of 2027"_s));
    QTRY_VERIFY2(stage.text("changed").endsWith(u"by Ben, revision 2: Wages of 2027."_s),
        qPrintable(stage.text("changed")));
    stage.panel->showInput(u"discounting.rate"_s);
    QVERIFY2(stage.text("changed").endsWith(u"by Ann, revision 1."_s),
        qPrintable(stage.text("changed")));
    QVERIFY(stage.session.setInput(u"discounting.rate"_s, 0.2));
    QCOMPARE(stage.text("changed"), u"Changed, and not saved yet."_s);
}

QTEST_MAIN(TestInputPanel)
#include "tst_inputpanel.moc"
