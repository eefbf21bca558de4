#include "ui/pages/production/ProductionPage.h"

#include "core/project/DefaultProject.h"
#include "tests/ui/pages/InputsStage.h"
#include "ui/fields/NumberField.h"
#include "ui/figures/FigureView.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using core::Project;
using pages::press;
using pages::type;
using Stage = pages::InputsStage<ui::ProductionPage>;

namespace {

const QString rampUpTable = u"table.ramp_up"_s;
const QString productsTable = u"table.products"_s;
const QString share = u"products.ga6n.share"_s;

void select(Stage& stage, const QString& table, const QString& input, std::optional<int> place = {})
{
    stage.table(table).setFocus();
    QVERIFY(stage.table(table).select({input, place}));
}

QStringList productIds(const Project& project)
{
    QStringList ids;
    for (const core::Product& product : project.products)
        ids += QString::fromStdString(product.id);
    return ids;
}

}

Q_DECLARE_METATYPE(core::InputValue)

class TestProductionPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fieldsEditThePlant();
    void aRefusedFieldKeepsWhatWasTyped();
    void typingALaterYearExtendsTheRampUp();
    void cellsEditProducts_data();
    void cellsEditProducts();
    void aRefusedCellIsSaidBelowTheTable();
    void sharesMustAddUp();
    void theRestGoesToAnotherProductThanTheOneInUse();
    void theResourceIsAnOption();
    void productsAreAddedAndNamed();
    void productsAreChangedFromTheirMenu_data();
    void productsAreChangedFromTheirMenu();
    void productsMoveByKeys();
    void theMessageFollowsTheFigures_data();
    void theMessageFollowsTheFigures();
};

void TestProductionPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestProductionPage::fieldsEditThePlant()
{
    Stage stage;
    const Project before = stage.project();
    QVERIFY(stage.page->goToInput(u"production.nameplate_kg_per_year"_s));
    type(u"20 t"_s);
    press(Qt::Key_Return);
    QCOMPARE(stage.project().production.nameplateKgPerYear, 20000.0);
    const QString title = u"Output reaches 20.0 t a year in 2029"_s;
    const auto* const figure = stage.find<ui::FigureView>(u"figure.production"_s);
    QTRY_COMPARE(QString::fromStdString(core::english(figure->figure().title)), title);
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestProductionPage::aRefusedFieldKeepsWhatWasTyped()
{
    Stage stage;
    const Project before = stage.project();
    QVERIFY(stage.page->goToInput(u"market.oecd_share"_s));
    type(u"142"_s);
    press(Qt::Key_Return);
    auto* const field = stage.find<ui::NumberField>(u"market.oecd_share"_s);
    QCOMPARE(field->text(), u"142"_s);
    QVERIFY(field->isInvalid());
    QCOMPARE(stage.project(), before);
    QCOMPARE(stage.session.invalidEntries().all().size(), std::size_t {1});
    press(Qt::Key_Escape);
    QVERIFY(stage.session.invalidEntries().all().empty());
    QCOMPARE(pages::withPlainSpaces(field->text()), u"95.0 %"_s);
}

void TestProductionPage::typingALaterYearExtendsTheRampUp()
{
    Stage stage;
    const Project before = stage.project();
    QVERIFY(stage.page->goToInput(u"production.ramp_up"_s));
    QCOMPARE(stage.table(rampUpTable).currentColumn(), u"1"_s);
    select(stage, rampUpTable, u"production.ramp_up"_s, 6);
    type(u"90"_s);
    press(Qt::Key_Tab);
    QCOMPARE(stage.project().production.rampUp, (core::Profile {0.1, 0.6, 0.85, 1.0, 1.0, 0.9}));
    QCOMPARE(stage.table(rampUpTable).currentColumn(), u"7"_s);
    QTRY_COMPARE(
        pages::withPlainSpaces(Stage::cell(stage.table(rampUpTable), u"output"_s, u"6"_s).text),
        u"13.5"_s);
    QCOMPARE(
        pages::withPlainSpaces(Stage::cell(stage.table(rampUpTable), u"ramp_up"_s, u"7"_s).text),
        u"90 %"_s);
    select(stage, rampUpTable, u"production.ramp_up"_s, 6);
    press(Qt::Key_Delete);
    QCOMPARE(stage.project(), before);
}

void TestProductionPage::cellsEditProducts_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("payable part") << u"products.ga6n.payable"_s << 0 << u"96.5"_s << u"payable"_s
                                  << u"96.5 %"_s;
    QTest::newRow("selling cost") << u"products.ga6n.selling_cost_per_kg"_s << 0 << u"120"_s
                                  << u"selling_cost_per_kg"_s << u"120"_s;
    QTest::newRow("share of a year") << share << 2030 << u"20%"_s << u"2030"_s << u"20 %"_s;
    QTest::newRow("name") << u"products.ga6n"_s << 0 << u"Pure"_s << u"product"_s << u"Pure"_s;
}

void TestProductionPage::cellsEditProducts()
{
    QFETCH(QString, input);
    QFETCH(int, year);
    QFETCH(QString, typed);
    QFETCH(QString, column);
    QFETCH(QString, text);
    Stage stage;
    const Project before = stage.project();
    select(stage, productsTable, input, year ? std::optional(year) : std::nullopt);
    type(typed);
    press(Qt::Key_Return);
    QVERIFY(!(stage.project() == before));
    QTRY_COMPARE(pages::withPlainSpaces(
                     Stage::cell(stage.table(productsTable), u"product.ga6n"_s, column).text),
        text);
    QCOMPARE(stage.session.undoStack().count(), 1);
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestProductionPage::aRefusedCellIsSaidBelowTheTable()
{
    Stage stage;
    const Project before = stage.project();
    QCOMPARE(stage.problemOf(productsTable), QString());
    select(stage, productsTable, u"products.ga4n.payable"_s);
    type(u"142"_s);
    press(Qt::Key_Return);
    QCOMPARE(stage.project(), before);
    const ui::CellAddress cell {u"products.ga4n.payable"_s};
    QCOMPARE(stage.session.invalidEntries().find(cell)->text, u"142"_s);
    QVERIFY2(stage.problemOf(productsTable).contains(u"100 %"_s),
        qPrintable(stage.problemOf(productsTable)));
    QCOMPARE(stage.problemOf(rampUpTable), QString());
    select(stage, productsTable, cell.input);
    press(Qt::Key_Escape);
    QCOMPARE(stage.problemOf(productsTable), QString());
}

void TestProductionPage::sharesMustAddUp()
{
    Stage stage;
    select(stage, productsTable, share, 2028);
    type(u"20"_s);
    press(Qt::Key_Return);
    QVERIFY(!stage.session.isEvaluated());
    QTRY_VERIFY(stage.problemOf(productsTable).contains(u"first in 2028 with 105 %"_s));
    QCOMPARE(
        Stage::cell(stage.table(productsTable), u"sum"_s, u"2028"_s).tone, ui::CellTone::error);
    stage.mend(productsTable);
    QVERIFY(stage.session.isEvaluated());
    QCOMPARE(stage.project().products[0].share.at(2028), 0.8);
    QCOMPARE(stage.session.undoStack().undoText(), u"Give the rest to Gallium 4N (99.99 %)"_s);
    QTRY_COMPARE(stage.problemOf(productsTable), QString());
    stage.session.undoStack().undo();
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), core::defaultProject());
}

void TestProductionPage::theRestGoesToAnotherProductThanTheOneInUse()
{
    Stage stage;
    select(stage, productsTable, u"products.ga4n.share"_s, 2028);
    type(u"70"_s);
    press(Qt::Key_Tab);
    QTRY_VERIFY(!stage.problemOf(productsTable).isEmpty());
    stage.mend(productsTable);
    QCOMPARE(stage.project().products[0].share.at(2028), 0.7);
    QCOMPARE(stage.project().products[1].share.at(2028), 0.3);
}

void TestProductionPage::theResourceIsAnOption()
{
    Stage stage;
    const Project before = stage.project();
    auto* const limit = stage.find<QCheckBox>(u"resource"_s);
    QVERIFY(limit->isChecked());
    QVERIFY(stage.find<QLineEdit>(u"resource.recovery"_s));
    QTest::mouseClick(limit, Qt::LeftButton, {}, QPoint(8, limit->height() / 2));
    QVERIFY(!stage.project().resource);
    QVERIFY(stage.session.isEvaluated());
    QVERIFY(!stage.find<QLineEdit>(u"resource.recovery"_s));
    QVERIFY(stage.page->goToInput(u"resource.recovery"_s));
    QVERIFY(limit->hasFocus());
    const Project unlimited = stage.project();
    press(Qt::Key_Space);
    QVERIFY(stage.session.isEvaluated());
    QCOMPARE(stage.project().resource, core::defaultProject().resource);
    QVERIFY(stage.find<QLineEdit>(u"resource.recovery"_s));
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), unlimited);
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
    QTRY_VERIFY(limit->isChecked());
}

void TestProductionPage::productsAreAddedAndNamed()
{
    Stage stage;
    const Project before = stage.project();
    QTest::mouseClick(stage.find<QPushButton>(productsTable + u".add"_s), Qt::LeftButton);
    QCOMPARE(stage.project().products.size(), std::size_t {3});
    QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    type(u"Gallium 7N"_s);
    press(Qt::Key_Return);
    QCOMPARE(stage.project().products.back().name, std::string("Gallium 7N"));
    QVERIFY(stage.session.isEvaluated());
    stage.session.undoStack().undo();
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestProductionPage::productsAreChangedFromTheirMenu_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QStringList>("products");
    QTest::newRow("duplicate") << u"Duplicate row"_s
                               << QStringList {u"ga4n"_s, u"gallium_4n_99_99_copy"_s, u"ga6n"_s};
    QTest::newRow("move down") << u"Move down"_s << QStringList {u"ga6n"_s, u"ga4n"_s};
    QTest::newRow("remove") << u"Remove row"_s << QStringList {u"ga6n"_s};
}

void TestProductionPage::productsAreChangedFromTheirMenu()
{
    QFETCH(QString, action);
    Stage stage;
    const Project before = stage.project();
    select(stage, productsTable, u"products.ga4n.payable"_s);
    Stage::chooseFromMenu(stage.table(productsTable), action);
    QTEST(productIds(stage.project()), "products");
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestProductionPage::productsMoveByKeys()
{
    Stage stage;
    select(stage, productsTable, u"products.ga6n.payable"_s);
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(productIds(stage.project()), (QStringList {u"ga6n"_s, u"ga4n"_s}));
    QTRY_COMPARE(stage.table(productsTable).content().rows[0].id, u"product.ga6n"_s);
    QCOMPARE(stage.table(productsTable).currentRow(), u"product.ga6n"_s);
}

// 33.7 t: 1.4 million t of alumina with 160 g of gallium, of which 15.5 % times 97 % are recovered.
void TestProductionPage::theMessageFollowsTheFigures_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<core::InputValue>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("as planned") << u"production.nameplate_kg_per_year"_s
                                << core::InputValue(15000.0)
                                << u"15 t a year from 2029; the liquor can give 33.7 t."_s;
    QTest::newRow("more than the liquor can give")
        << u"production.nameplate_kg_per_year"_s << core::InputValue(40000.0)
        << u"33.7 t a year from 2028; the liquor can give no more than 33.7 t of the 40 t that the "
           u"plant could make."_s;
    QTest::newRow("from the first year") << u"production.ramp_up"_s << core::InputValue(1.0)
                                         << u"15 t a year from 2026; the liquor can give 33.7 t."_s;
    QTest::newRow("less in later years")
        << u"production.ramp_up"_s << core::InputValue(core::Profile {1.0, 0.7, 0.01})
        << u"15 t in 2026, less later; the liquor can give 33.7 t."_s;
    QTest::newRow("nothing") << u"production.utilisation"_s << core::InputValue(0.0)
                             << u"Nothing is produced in any year."_s;
}

void TestProductionPage::theMessageFollowsTheFigures()
{
    QFETCH(QString, input);
    QFETCH(core::InputValue, value);
    QFETCH(QString, message);
    Stage stage;
    QVERIFY(stage.session.setInput(input, value));
    QTRY_COMPARE(stage.message(), message);
}

QTEST_MAIN(TestProductionPage)
#include "tst_productionpage.moc"
