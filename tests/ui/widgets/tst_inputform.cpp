#include "ui/widgets/InputForm.h"

#include "tests/ui/widgets/WidgetTest.h"
#include "ui/document/ProjectLists.h"
#include "ui/fields/InputEditor.h"
#include "ui/fields/NumberField.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/SettledLayouts.h"

#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using ui::FormPlace;
using ui::InputForm;
using ui::InputRow;
using ui::NumberField;

namespace {

const std::vector<ui::FormSection> sections {
    ui::sectionOf(u"Output"_s, {u"production.nameplate_kg_per_year"_s, u"production.utilisation"_s,
                                   u"resource.recovery"_s}),
    ui::sectionOf(u"Labour"_s, {u"cost_lines.labour.fixed"_s, u"cost_lines.labour.reuse_share"_s}),
    {u"Years"_s, {{{u"production.ramp_up"_s, 2}}, {{u"tax.income_tax_rate"_s, 2030}},
                     {{u"reuse_realisation"_s, 1}, u"Realised in year 1"_s}}},
};

struct Stage : widgets::Stage {
    InputForm* form;

    explicit Stage(int width, FormPlace place = FormPlace::page)
    {
        auto* const area = new QScrollArea(&window);
        area->setWidgetResizable(true);
        form = new InputForm(session, appearance, place);
        form->setSections(sections);
        area->setWidget(form);
        auto* const layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(area);
        QVERIFY(show(width, 160));
    }

    NumberField* field(const QString& name) { return form->findChild<NumberField*>(name); }
    InputRow* row(const QString& name)
    {
        return qobject_cast<InputRow*>(field(name)->parentWidget()->parentWidget());
    }
    QStringList texts(const QString& name)
    {
        QStringList found;
        for (const QLabel* label : row(name)->findChildren<QLabel*>())
            if (label->isVisible())
                found += label->text();
        return found;
    }
};

QStringList cutLabels(const InputForm& form)
{
    QStringList cut;
    for (const QLabel* label : form.findChildren<QLabel*>())
        if (label->isVisible() && label->height() < label->heightForWidth(label->width()))
            cut += label->text();
    return cut;
}

}

class TestInputForm : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void namesInputsAndUnits_data();
    void namesInputsAndUnits();
    void marksEvidenceAndNotes();
    void standsInTwoColumnsWhereWide();
    void nothingIsWiderThanTheForm_data();
    void nothingIsWiderThanTheForm();
    void labelsStandWholeAtEveryWidth_data();
    void labelsStandWholeAtEveryWidth();
    void tabFollowsReadingOrder();
    void selectsAndBringsIntoView();
    void tellsWhereTheFocusIs();
    void saysBelowWhatIsWrong();
    void leavesOutWhatTheProjectDoesNotHave();
    void samePartsKeepTheirFields();
};

void TestInputForm::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestInputForm::namesInputsAndUnits_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("an amount") << u"cost_lines.labour.fixed"_s
                               << QStringList {u"Fixed cost"_s, u"USD thousand/year"_s};
    QTest::newRow("a share") << u"resource.recovery"_s << QStringList {u"Recovery"_s, QString()};
    QTest::newRow("an operating year")
        << u"production.ramp_up[2]"_s << QStringList {u"Ramp-up, year 2"_s, QString()};
    QTest::newRow("a calendar year")
        << u"tax.income_tax_rate[2030]"_s << QStringList {u"Income tax rate, 2030"_s, QString()};
    QTest::newRow("a label of its own")
        << u"reuse_realisation[1]"_s << QStringList {u"Realised in year 1"_s, QString()};
}

void TestInputForm::namesInputsAndUnits()
{
    QFETCH(QString, field);
    QFETCH(QStringList, texts);
    Stage stage(900);
    QCOMPARE(stage.texts(field), texts);
}

void TestInputForm::marksEvidenceAndNotes()
{
    Stage stage(900);
    const auto words = [&](const QString& name) {
        QStringList found;
        for (const ui::IconLabel* icon : stage.row(name)->findChildren<ui::IconLabel*>())
            if (icon->isVisible() && !icon->isEmpty())
                found += icon->toolTip();
        return found;
    };
    const QString fixed = u"cost_lines.labour.fixed"_s;
    QCOMPARE(words(fixed).size(), 2);
    QCOMPARE(words(fixed)[0], u"Evidence: Analyst"_s);
    QVERIFY(words(fixed)[1].startsWith(u"70 jobs announced"_s));
    QVERIFY(words(u"production.utilisation"_s).isEmpty());
    core::Project project = stage.session.project();
    project.evidence["production.utilisation"] = "quote";
    QVERIFY(stage.session.edit(u"Evidence"_s, project));
    QCOMPARE(words(u"production.utilisation"_s), QStringList {u"Evidence: Quote"_s});
}

void TestInputForm::standsInTwoColumnsWhereWide()
{
    Stage stage(900);
    const auto left = [&](const QString& name) {
        return stage.field(name)->mapTo(stage.form, QPoint(0, 0)).x();
    };
    const QString first = u"production.utilisation"_s;
    const QString last = u"production.ramp_up[2]"_s;
    QTRY_VERIFY(left(last) > left(first) + 300);
    stage.window.resize(700, 160);
    QTRY_COMPARE(left(last), left(first));
    QCOMPARE(stage.field(first)->width(), 110);
    Stage panel(900, FormPlace::panel);
    QCOMPARE(panel.field(first)->width(), 90);
    QCOMPARE(panel.field(last)->mapTo(panel.form, QPoint(0, 0)).x(),
        panel.field(first)->mapTo(panel.form, QPoint(0, 0)).x());
}

void TestInputForm::nothingIsWiderThanTheForm_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("textSize");
    QTest::newRow("one narrow column") << 430 << 100;
    QTest::newRow("one column") << 700 << 130;
    QTest::newRow("two narrow columns") << 880 << 100;
    QTest::newRow("two columns") << 1100 << 100;
    QTest::newRow("large text") << 1150 << 130;
}

void TestInputForm::nothingIsWiderThanTheForm()
{
    QFETCH(int, width);
    QFETCH(int, textSize);
    Stage stage(width);
    stage.preferences.setTextSizePercent(textSize);
    QCoreApplication::processEvents();
    for (const QWidget* child : stage.form->findChildren<QWidget*>()) {
        if (!child->isVisible() || child->width() == 0)
            continue;
        const int right = child->mapTo(stage.form, QPoint(child->width(), 0)).x();
        QVERIFY2(right <= stage.form->width(), qPrintable(child->objectName()));
    }
    QVERIFY(stage.form->width() <= width);
}

void TestInputForm::labelsStandWholeAtEveryWidth_data()
{
    QTest::addColumn<QList<int>>("widths");
    QTest::newRow("narrower") << QList {1100, 500};
    QTest::newRow("wider") << QList {500, 1100};
    QTest::newRow("narrower and wider again") << QList {1100, 880, 500, 1100};
    QTest::newRow("wider and narrower again") << QList {500, 1100, 500};
}

void TestInputForm::labelsStandWholeAtEveryWidth()
{
    QFETCH(QList<int>, widths);
    Stage stage(widths[0]);
    for (const int width : widths) {
        stage.window.resize(width, 160);
        for (const int textSize : {100, 130, 100}) {
            stage.preferences.setTextSizePercent(textSize);
            QCoreApplication::processEvents();
            ui::settleLayouts();
            QCOMPARE(cutLabels(*stage.form), QStringList());
        }
    }
}

void TestInputForm::tabFollowsReadingOrder()
{
    Stage stage(900);
    QVERIFY(stage.form->select(u"production.nameplate_kg_per_year"_s));
    QStringList visited;
    for (int i = 0; i < 8; ++i) {
        visited += QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(
        visited, (QStringList {u"production.nameplate_kg_per_year"_s, u"production.utilisation"_s,
                     u"resource.recovery"_s, u"cost_lines.labour.fixed"_s,
                     u"cost_lines.labour.reuse_share"_s, u"production.ramp_up[2]"_s,
                     u"tax.income_tax_rate[2030]"_s, u"reuse_realisation[1]"_s}));
}

void TestInputForm::selectsAndBringsIntoView()
{
    Stage stage(500);
    QVERIFY(!stage.form->select(u"levers.price"_s));
    const auto isSeen = [&](const QString& name) {
        return !stage.field(name)->visibleRegion().isEmpty();
    };
    QVERIFY(!isSeen(u"reuse_realisation[1]"_s));
    QVERIFY(stage.form->select(u"reuse_realisation"_s));
    QVERIFY(stage.field(u"reuse_realisation[1]"_s)->hasFocus());
    QTRY_VERIFY(isSeen(u"reuse_realisation[1]"_s));
}

void TestInputForm::tellsWhereTheFocusIs()
{
    Stage stage(900);
    QSignalSpy moved(stage.form, &InputForm::currentInputChanged);
    stage.form->select(u"production.utilisation"_s);
    QTest::keyClick(stage.field(u"production.utilisation"_s), Qt::Key_Tab);
    QCOMPARE(moved.count(), 2);
    QCOMPARE(moved[1][0].toString(), u"resource.recovery"_s);
    QCOMPARE(stage.form->currentInput(), u"resource.recovery"_s);
}

void TestInputForm::saysBelowWhatIsWrong()
{
    Stage stage(900);
    const QString share = u"cost_lines.labour.reuse_share"_s;
    QCOMPARE(stage.texts(share).size(), 2);
    stage.form->select(share);
    QTest::keyClicks(stage.field(share), u"142"_s);
    QCOMPARE(stage.texts(share).size(), 3);
    QVERIFY(stage.texts(share).last().contains(u"The last valid value, 42.0\u00A0%"_s));
    const int below = stage.field(share)->mapTo(stage.form, QPoint(0, 0)).y();
    const auto* sentence = stage.row(share)->findChild<QLabel*>(u"sentence"_s);
    QTRY_VERIFY(sentence->mapTo(stage.form, QPoint(0, 0)).y() > below);
    QTest::keyClick(stage.field(share), Qt::Key_Escape);
    QCOMPARE(stage.texts(share).size(), 2);
}

void TestInputForm::leavesOutWhatTheProjectDoesNotHave()
{
    Stage stage(900);
    QVERIFY(stage.session.edit(u"Remove"_s,
        ui::withRemoved(stage.session.project(), ui::ProjectList::costLines, "labour")));
    QVERIFY(!stage.field(u"cost_lines.labour.fixed"_s));
    QVERIFY(stage.field(u"production.utilisation"_s));
    for (const QLabel* label : stage.form->findChildren<QLabel*>())
        QVERIFY(label->text() != u"Labour"_s); // the heading of nothing
    stage.session.undoStack().undo();
    QVERIFY(stage.field(u"cost_lines.labour.fixed"_s));
}

void TestInputForm::samePartsKeepTheirFields()
{
    Stage stage(900);
    stage.form->select(u"production.utilisation"_s);
    NumberField* const field = stage.field(u"production.utilisation"_s);
    QTest::keyClicks(field, u"9"_s);
    stage.form->setSections(sections);
    QVERIFY(stage.session.setInput(u"levers.price"_s, 1.1));
    QCOMPARE(stage.field(u"production.utilisation"_s), field);
    QCOMPARE(field->text(), u"9"_s);
    QVERIFY(field->hasFocus());
}

QTEST_MAIN(TestInputForm)
#include "tst_inputform.moc"
