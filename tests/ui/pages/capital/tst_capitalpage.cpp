#include "ui/pages/capital/CapitalPage.h"

#include "core/project/DefaultProject.h"
#include "tests/ui/pages/InputsStage.h"
#include "ui/fields/NumberField.h"
#include "ui/figures/FigureView.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <functional>

using namespace Qt::StringLiterals;
using core::Project;
using pages::press;
using pages::type;
using Stage = pages::InputsStage<ui::CapitalPage>;
using Change = std::function<void(Project&)>;

Q_DECLARE_METATYPE(Change)

namespace {

const QString itemsTable = u"table.capital"_s;
const QString extraction = u"capital.items.extraction"_s;

ui::NumberTable& tableOf(Stage& stage)
{
    return stage.table(itemsTable);
}

void select(Stage& stage, const QString& input, std::optional<int> year = {})
{
    tableOf(stage).setFocus();
    QVERIFY(tableOf(stage).select({input, year}));
}

QString textAt(Stage& stage, const QString& column, const QString& row = u"item.extraction"_s)
{
    return pages::withPlainSpaces(Stage::cell(tableOf(stage), row, column).text);
}

const core::CapitalItem& item(const Project& project, std::size_t place = 1)
{
    return project.capital.items[place];
}

}

class TestCapitalPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fieldsEditTheTimeline();
    void listsEditChoices();
    void aRefusedFieldKeepsWhatWasTyped();
    void rulesBetweenFieldsAreSaidBelowTheField();
    void cellsEditItems_data();
    void cellsEditItems();
    void cellsOfferChoices_data();
    void cellsOfferChoices();
    void rowsArePastedOverOthers();
    void aRefusedCellIsSaidBelowTheTable();
    void phasingMustAddUp();
    void tooMuchIsTakenBack();
    void itemsInOtherYearsAreSaid();
    void namesAreSaidAsTheyAre();
    void itemsAreAddedAndNamed();
    void itemsAreChangedFromTheirMenu_data();
    void itemsAreChangedFromTheirMenu();
    void theFirstItemIsAdded();
    void theMessageFollowsTheProject_data();
    void theMessageFollowsTheProject();
    void theFigureFollowsTheProject();
    void figuresAreExplained();
};

void TestCapitalPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestCapitalPage::fieldsEditTheTimeline()
{
    Stage stage;
    const Project before = stage.project();
    QVERIFY(stage.page->goToInput(u"timeline.years_of_operation"_s));
    type(u"25"_s);
    press(Qt::Key_Tab);
    QCOMPARE(stage.project().timeline.yearsOfOperation, 25);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"timeline.closure_years"_s);
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestCapitalPage::listsEditChoices()
{
    Stage stage;
    const Project before = stage.project();
    QVERIFY(stage.page->goToInput(u"capital.sustaining_asset_class"_s));
    press(Qt::Key_Up);
    QCOMPARE(stage.project().capital.sustainingAssetClass, std::string("I"));
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestCapitalPage::aRefusedFieldKeepsWhatWasTyped()
{
    Stage stage;
    const Project before = stage.project();
    QVERIFY(stage.page->goToInput(u"working_capital.vat_rate"_s));
    type(u"many"_s);
    press(Qt::Key_Return);
    auto* const field = stage.find<ui::NumberField>(u"working_capital.vat_rate"_s);
    QCOMPARE(field->text(), u"many"_s);
    QVERIFY(field->isInvalid());
    QCOMPARE(stage.project(), before);
    press(Qt::Key_Escape);
    QCOMPARE(pages::withPlainSpaces(field->text()), u"16.0 %"_s);
    QVERIFY(!field->isInvalid());
}

void TestCapitalPage::rulesBetweenFieldsAreSaidBelowTheField()
{
    Stage stage;
    QVERIFY(stage.page->goToInput(u"timeline.start_of_operations"_s));
    type(u"2024"_s);
    press(Qt::Key_Return);
    QCOMPARE(stage.project().timeline.startOfOperations, 2024);
    const auto* const field = stage.find<ui::NumberField>(u"timeline.start_of_operations"_s);
    const auto* const sentence =
        field->parentWidget()->parentWidget()->findChild<QLabel*>(u"sentence"_s);
    QCOMPARE(sentence->text(), u"Operations cannot start in 2024, before the first year, 2025."_s);
    // In the part of the page that is scrolled to.
    QTRY_VERIFY(!sentence->visibleRegion().isEmpty());
    QVERIFY(!field->visibleRegion().isEmpty());
    stage.session.undoStack().undo();
    QVERIFY(!sentence->isVisible());
}

void TestCapitalPage::cellsEditItems_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QString& field, int year, const QString& typed,
                         const QString& column, const QString& text) {
        QTest::newRow(name) << field << year << typed << column << text;
    };
    row("amount in million", u".amount"_s, 0, u"5.25"_s, u"amount"_s, u"5.25"_s);
    row("amount with a unit", u".amount"_s, 0, u"5250k"_s, u"amount"_s, u"5.25"_s);
    row("amount by a percentage", u".amount"_s, 0, u"+50%"_s, u"amount"_s, u"6.90"_s);
    row("stand-alone amount", u".standalone_amount"_s, 0, u"7"_s, u"standalone_amount"_s,
        u"7.00"_s);
    row("contingency", u".contingency"_s, 0, u"12.5"_s, u"contingency"_s, u"12.5 %"_s);
    row("share of a year", u".phasing"_s, 2026, u"45"_s, u"2026"_s, u"45 %"_s);
    row("share of another year", u".phasing"_s, 2028, u"5"_s, u"2028"_s, u"5 %"_s);
    row("name", {}, 0, u"Sorption"_s, u"item"_s, u"Sorption"_s);
}

void TestCapitalPage::cellsEditItems()
{
    QFETCH(QString, field);
    QFETCH(int, year);
    QFETCH(QString, typed);
    QFETCH(QString, column);
    QFETCH(QString, text);
    Stage stage;
    const Project before = stage.project();
    select(stage, extraction + field, year ? std::optional(year) : std::nullopt);
    type(typed);
    press(Qt::Key_Return);
    QTRY_COMPARE(textAt(stage, column), text);
    QCOMPARE(stage.session.undoStack().count(), 1);
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestCapitalPage::cellsOfferChoices_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("currency") << u".currency"_s << u"currency"_s << u"KZT"_s;
    QTest::newRow("terms") << u".terms"_s << u"terms"_s << u"Real"_s;
    QTest::newRow("asset class") << u".asset_class"_s << u"asset_class"_s << u"Group III"_s;
}

void TestCapitalPage::cellsOfferChoices()
{
    QFETCH(QString, field);
    QFETCH(QString, column);
    QFETCH(QString, text);
    Stage stage;
    const Project before = stage.project();
    select(stage, extraction + field);
    press(Qt::Key_F2);
    auto* const list = tableOf(stage).findChild<QComboBox*>();
    QVERIFY(list);
    QTRY_VERIFY(list->view()->isVisible());
    QTest::keyClick(list->view(), Qt::Key_Down);
    QTest::keyClick(list->view(), Qt::Key_Return);
    QTRY_COMPARE(textAt(stage, column), text);
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestCapitalPage::rowsArePastedOverOthers()
{
    Stage stage;
    select(stage, u"capital.items.utilities.amount"_s);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    select(stage, extraction + u".amount"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(item(stage.project()).amount, 1.6e6);
    QCOMPARE(item(stage.project()).standaloneAmount, 6e6);
    QCOMPARE(item(stage.project()).assetClass, std::string("IV"));
    QCOMPARE(stage.session.undoStack().count(), 1);
}

void TestCapitalPage::aRefusedCellIsSaidBelowTheTable()
{
    Stage stage;
    const Project before = stage.project();
    select(stage, extraction + u".phasing"_s, 2026);
    type(u"half"_s);
    press(Qt::Key_Return);
    QCOMPARE(stage.project(), before);
    const ui::CellAddress cell {extraction + u".phasing"_s, 2026};
    QCOMPARE(stage.session.invalidEntries().find(cell)->text, u"half"_s);
    QVERIFY2(stage.problemOf(itemsTable)
                 .startsWith(u"Phasing, Extraction section with first sorbent fill, 2026: "_s),
        qPrintable(stage.problemOf(itemsTable)));
    QVERIFY(stage.session.setCell(cell, 0.5));
    QCOMPARE(stage.problemOf(itemsTable), QString());
}

void TestCapitalPage::phasingMustAddUp()
{
    Stage stage;
    const auto evaluation = stage.session.evaluation();
    select(stage, extraction + u".phasing"_s, 2026);
    type(u"40"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(textAt(stage, u"left"_s), u"10 %"_s);
    QCOMPARE(
        Stage::cell(tableOf(stage), u"item.extraction"_s, u"left"_s).tone, ui::CellTone::error);
    QVERIFY(stage.problemOf(itemsTable).contains(u"they add to 90 %, 10 % is left"_s));
    QCOMPARE(stage.session.evaluation(), evaluation);
    stage.mend(itemsTable);
    QCOMPARE(
        item(stage.project()).phasing, (core::Phasing {{2025, 0.4}, {2026, 0.4}, {2027, 0.2}}));
    QVERIFY(stage.session.isEvaluated());
    QTRY_COMPARE(stage.problemOf(itemsTable), QString());
    stage.session.undoStack().undo();
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), core::defaultProject());
}

void TestCapitalPage::tooMuchIsTakenBack()
{
    Stage stage;
    QVERIFY(stage.session.setCell({extraction + u".phasing"_s, 2028}, 0.05));
    QVERIFY(stage.session.setCell({u"capital.items.intake.phasing"_s, 2028}, 0.1));
    QTRY_VERIFY(stage.problemOf(itemsTable).contains(u"10 % too much"_s));
    QVERIFY(stage.problemOf(itemsTable).contains(u"1 more"_s));
    stage.mend(itemsTable);
    QCOMPARE(item(stage.project(), 0).phasing.at(2028), 0.0);
    QTRY_VERIFY(stage.problemOf(itemsTable).contains(u"5 % too much"_s));
}

void TestCapitalPage::itemsInOtherYearsAreSaid()
{
    Stage stage;
    QVERIFY(stage.page->goToInput(u"timeline.first_year"_s));
    type(u"2026"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(stage.problemOf(itemsTable).contains(u"in 2025, which is not between 2026"_s));
    QCOMPARE(textAt(stage, u"2025"_s), u"40 %"_s);
}

void TestCapitalPage::namesAreSaidAsTheyAre()
{
    Stage stage;
    Project project = stage.project();
    project.capital.items.front().name = "Recovery of %2 and %3";
    project.timeline.firstYear = 2026;
    QVERIFY(stage.session.edit(u"name"_s, project));
    QTRY_VERIFY(
        stage.problemOf(itemsTable)
            .startsWith(u"“Recovery of %2 and %3” has a share in 2025, which is not between "
                        "2026"_s));
}

void TestCapitalPage::itemsAreAddedAndNamed()
{
    Stage stage;
    const Project before = stage.project();
    select(stage, extraction);
    QTest::mouseClick(stage.find<QPushButton>(itemsTable + u".add"_s), Qt::LeftButton);
    QCOMPARE(stage.project().capital.items.size(), before.capital.items.size() + 1);
    QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    type(u"Road"_s);
    press(Qt::Key_Return);
    QCOMPARE(item(stage.project(), 2).name, std::string("Road"));
    QVERIFY(stage.session.isEvaluated());
    stage.session.undoStack().undo();
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestCapitalPage::itemsAreChangedFromTheirMenu_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("duplicate") << u"Duplicate row"_s
                               << QStringList {u"intake"_s, u"extraction"_s, u"copy"_s};
    QTest::newRow("move up") << u"Move up"_s
                             << QStringList {u"extraction"_s, u"intake"_s, u"elution"_s};
    QTest::newRow("move down") << u"Move down"_s
                               << QStringList {u"intake"_s, u"elution"_s, u"extraction"_s};
    QTest::newRow("remove") << u"Remove row"_s
                            << QStringList {u"intake"_s, u"elution"_s, u"electrowinning"_s};
}

void TestCapitalPage::itemsAreChangedFromTheirMenu()
{
    QFETCH(QString, action);
    QFETCH(QStringList, ids);
    Stage stage;
    const Project before = stage.project();
    select(stage, extraction + u".amount"_s);
    Stage::chooseFromMenu(tableOf(stage), action);
    for (std::size_t i = 0; i < 3; ++i) {
        const QString id = QString::fromStdString(item(stage.project(), i).id);
        const QString expected = ids[static_cast<qsizetype>(i)];
        QVERIFY2(expected == u"copy"_s ? id.endsWith(u"_copy"_s) : id == expected, qPrintable(id));
    }
    QVERIFY(stage.session.isEvaluated());
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestCapitalPage::theFirstItemIsAdded()
{
    Stage stage;
    Project nothing = stage.project();
    nothing.capital.items.clear();
    QVERIFY(stage.session.edit(u"Build nothing"_s, nothing));
    QTRY_VERIFY(stage.message().startsWith(u"No capital is spent yet"_s));
    QTest::mouseClick(stage.find<QPushButton>(itemsTable + u".add"_s), Qt::LeftButton);
    QCOMPARE(stage.project().capital.items.size(), std::size_t {1});
    QTRY_COMPARE(tableOf(stage).content().rowCount(), 2);
    QVERIFY(stage.session.isEvaluated());
}

void TestCapitalPage::theMessageFollowsTheProject_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("message");
    QTest::newRow("as planned") << Change([](Project&) {})
                                << u"USD 20.0 million in 2025 to 2027, operations from 2026 for "
                                   u"20 years; 40.0 more in a stand-alone plant."_s;
    QTest::newRow("all in one year")
        << Change([](Project& p) {
               for (core::CapitalItem& one : p.capital.items)
                   one.phasing = {{2026, 1.0}};
           })
        << u"USD 20.0 million in 2026, operations from 2026 for 20 years; 40.0 more in a "
           u"stand-alone plant."_s;
    QTest::newRow("no difference")
        << Change([](Project& p) {
               for (core::CapitalItem& one : p.capital.items)
                   one.standaloneAmount = one.amount;
           })
        << u"USD 20.0 million in 2025 to 2027, operations from 2026 for 20 years; as much in a "
           u"stand-alone plant."_s;
    QTest::newRow("less alone")
        << Change([](Project& p) {
               for (core::CapitalItem& one : p.capital.items)
                   one.standaloneAmount = 0.0;
           })
        << u"USD 20.0 million in 2025 to 2027, operations from 2026 for 20 years; 20.0 less in a "
           u"stand-alone plant."_s;
}

void TestCapitalPage::theMessageFollowsTheProject()
{
    QFETCH(Change, change);
    QFETCH(QString, message);
    Stage stage;
    Project after = stage.project();
    change(after);
    stage.session.edit(u"Change"_s, after);
    QTRY_COMPARE(stage.message(), message);
}

void TestCapitalPage::theFigureFollowsTheProject()
{
    Stage stage;
    const auto* const figure = stage.find<ui::FigureView>(u"figure.capital"_s);
    const auto title = [&] {
        return QString::fromStdString(core::english(figure->figure().title));
    };
    QVERIFY(title().startsWith(u"Building takes USD 20.0 million by 2027"_s));
    select(stage, extraction + u".amount"_s);
    type(u"14.6"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(title().startsWith(u"Building takes USD 30.0 million by 2027"_s));
}

void TestCapitalPage::figuresAreExplained()
{
    Stage stage;
    QSignalSpy explained(&stage.workspace, &ui::Workspace::explainRequested);
    select(stage, extraction + u".phasing"_s, 2026);
    press(Qt::Key_F3);
    QCOMPARE(explained.count(), 1);
    const auto figure = explained.front().front().value<core::FigureReference>();
    QCOMPARE(figure.name, std::string("capital.items.extraction"));
    QCOMPARE(figure.year, std::optional(2026));
}

QTEST_MAIN(TestCapitalPage)
#include "tst_capitalpage.moc"
