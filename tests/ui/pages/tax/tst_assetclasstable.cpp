#include "ui/pages/tax/AssetClassTable.h"

#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using core::DepreciationMethod;
using core::Project;
using ui::CellTone;
using ui::TableCell;
using ui::TableContent;
using ui::TableRow;

using Change = std::function<void(core::AssetClass&)>;

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(TableCell::Editor)

namespace {

const ui::DisplayFormat format(QLocale(QLocale::English));
const QString groupOne = u"tax.asset_classes.I"_s;

TableContent tableOf(const Project& project, core::MoneyView view = {})
{
    if (!core::validate(project).empty())
        return ui::assetClassTable(project, nullptr, view, format);
    return ui::assetClassTable(project, core::Evaluation::of(project)->get(), view, format);
}

TableCell cellOf(const TableContent& content, const QString& row, const QString& column)
{
    return content.cell(content.rowOf(row).value(), content.columnOf(column).value());
}

// A plant of USD 9 million in 2030 that runs until 2032, half of it in a second class; prices
// double every year, and a dollar is 500 tenge.
Project twoClasses()
{
    Project project = support::plainProject();
    project.macro.usdInflation = 1.0;
    core::CapitalItem& plant = project.capital.items.front();
    plant.amount = 4'500'000.0;
    plant.terms = core::Terms::nominal;
    core::AssetClass hall;
    hall.id = "hall";
    hall.name = "Hall";
    hall.method = DepreciationMethod::decliningBalance;
    hall.rate = 0.5;
    project.tax.assetClasses.push_back(hall);
    core::CapitalItem building = plant;
    building.id = "building";
    building.assetClass = "hall";
    project.capital.items.push_back(building);
    project.tax.writeOffAtEnd = false;
    return project;
}

}

class TestAssetClassTable : public QObject {
    Q_OBJECT

private slots:
    void cellsShowTheClass_data();
    void cellsShowTheClass();
    void classesAreRowsInTheirOrder();
    void defaultsThatAreLeftOutAreInherited();
    void resultsAreThoseWorkedOutByHand_data();
    void resultsAreThoseWorkedOutByHand();
    void balancesExplainThemselves();
    void newClassesHaveNoResultsYet();
    void hasNoResultsWithoutAnEvaluation();
};

void TestAssetClassTable::cellsShowTheClass_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<TableCell::Editor>("editor");
    const auto row = [](const char* name, const Change& change, const QString& column,
                         const QString& text, TableCell::Editor editor) {
        QTest::newRow(name) << change << column << text << editor;
    };
    using enum DepreciationMethod;
    using Editor = TableCell::Editor;
    const Change none = [](core::AssetClass&) {};
    const auto with = [](DepreciationMethod method) {
        return [method](core::AssetClass& c) {
            c.method = method;
            c.rate = 0.125;
            c.years = 12;
        };
    };
    row("the name", none, u"class"_s, u"Group I: buildings and structures"_s, Editor::name);
    row("the method", none, u"method"_s, u"Declining balance"_s, Editor::choice);
    row("another method", with(sumOfYears), u"method"_s, u"Sum of the years"_s, Editor::choice);
    row("the rate", none, u"rate"_s, u"10 %"_s, Editor::number);
    row("part of a percent", with(decliningBalance), u"rate"_s, u"12.5 %"_s, Editor::number);
    row("no life beside a rate", with(decliningBalance), u"years"_s, {}, Editor::none);
    row("a life", with(straightLine), u"years"_s, u"12"_s, Editor::number);
    row("no rate beside a life", with(straightLine), u"rate"_s, {}, Editor::none);
    row("a life of the sum of years", with(sumOfYears), u"years"_s, u"12"_s, Editor::number);
    row("no rate of units of production", with(unitsOfProduction), u"rate"_s, {}, Editor::none);
    row("no life of an immediate write-off", with(immediate), u"years"_s, {}, Editor::none);
    row("subject to property tax", none, u"property"_s, u"Yes"_s, Editor::flag);
    row(
        "not subject to it", [](core::AssetClass& c) { c.property = false; }, u"property"_s,
        u"No"_s, Editor::flag);
    row(
        "a rate that is missing", [](core::AssetClass& c) { c.rate.reset(); }, u"rate"_s, {},
        Editor::number);
}

void TestAssetClassTable::cellsShowTheClass()
{
    QFETCH(Change, change);
    QFETCH(QString, column);
    QFETCH(QString, text);
    QFETCH(TableCell::Editor, editor);
    Project project = core::defaultProject();
    change(project.tax.assetClasses.front());
    const TableCell cell = cellOf(tableOf(project), groupOne, column);
    QString shown = cell.text;
    QCOMPARE(shown.replace(QChar(ui::noBreakSpace), u' '), text);
    QCOMPARE(cell.editor, editor);
    if (editor == TableCell::Editor::name)
        QCOMPARE(cell.cell.input, groupOne);
    else if (editor != TableCell::Editor::none)
        QCOMPARE(cell.cell.input, groupOne + u'.' + column);
}

void TestAssetClassTable::classesAreRowsInTheirOrder()
{
    const TableContent content = tableOf(core::defaultProject());
    const char* const ids[] = {"I", "II", "III", "IV"};
    QCOMPARE(content.rowCount(), 5);
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY(
            (content.rows[i].element == ui::ListElement {ui::ProjectList::assetClasses, ids[i]}));
    QVERIFY(content.rows.back().kind == TableRow::Kind::total);
    QVERIFY(!content.rows.back().element);
}

void TestAssetClassTable::defaultsThatAreLeftOutAreInherited()
{
    Project project = core::defaultProject();
    const QString groupTwo = u"tax.asset_classes.II"_s;
    QVERIFY(cellOf(tableOf(project), groupTwo, u"property"_s).tone == CellTone::input);
    project.unstated.insert("tax.asset_classes.II.property");
    QVERIFY(cellOf(tableOf(project), groupTwo, u"property"_s).tone == CellTone::inherited);
}

// Of 4.5 million in each class the first is written off at once; of the second, halved three times,
// an eighth is left: 0.5625 million, in 2030 money a quarter of that.
void TestAssetClassTable::resultsAreThoseWorkedOutByHand_data()
{
    QTest::addColumn<int>("terms");
    QTest::addColumn<int>("currency");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, core::MoneyView view, const QString& id,
                         const QString& column, const QString& text) {
        QTest::newRow(name) << static_cast<int>(view.terms) << static_cast<int>(view.currency) << id
                            << column << text;
    };
    const core::MoneyView nominal, real {core::Terms::real, core::Currency::usd},
        tenge {core::Terms::nominal, core::Currency::kzt};
    const QString assets = u"tax.asset_classes.assets"_s;
    const QString hall = u"tax.asset_classes.hall"_s;
    row("additions", nominal, assets, u"additions"_s, u"4.5"_s);
    row("nothing left", nominal, assets, u"left"_s, u"–"_s);
    row("something left", nominal, hall, u"left"_s, u"0.6"_s);
    row("something left, real", real, hall, u"left"_s, u"0.1"_s);
    row("additions in tenge", tenge, hall, u"additions"_s, u"2,250.0"_s);
    row("all additions", nominal, u"sum"_s, u"additions"_s, u"9.0"_s);
    row("all that is left", nominal, u"sum"_s, u"left"_s, u"0.6"_s);
}

void TestAssetClassTable::resultsAreThoseWorkedOutByHand()
{
    QFETCH(int, terms);
    QFETCH(int, currency);
    QFETCH(QString, row);
    QFETCH(QString, column);
    QFETCH(QString, text);
    const core::MoneyView view {
        static_cast<core::Terms>(terms), static_cast<core::Currency>(currency)};
    const TableContent content = tableOf(twoClasses(), view);
    QCOMPARE(cellOf(content, row, column).text, text);
    const QString unit =
        view.currency == core::Currency::usd ? u"USD\u00A0million"_s : u"KZT\u00A0million"_s;
    QVERIFY(content.columns.back().head.endsWith(unit));
}

void TestAssetClassTable::balancesExplainThemselves()
{
    const TableCell cell = cellOf(tableOf(core::defaultProject()), groupOne, u"left"_s);
    QVERIFY(
        (cell.figure == core::FigureReference {core::ResultCase::project, "book_value.I", 2046}));
}

void TestAssetClassTable::newClassesHaveNoResultsYet()
{
    Project project = core::defaultProject();
    const auto evaluation = core::Evaluation::of(project);
    core::AssetClass added;
    added.id = "V";
    project.tax.assetClasses.insert(project.tax.assetClasses.begin(), added);
    const TableContent content = ui::assetClassTable(project, evaluation->get(), {}, format);
    QVERIFY(cellOf(content, u"tax.asset_classes.V"_s, u"additions"_s).text.isEmpty());
    QCOMPARE(cellOf(content, groupOne, u"additions"_s).text, u"1.9"_s);
}

void TestAssetClassTable::hasNoResultsWithoutAnEvaluation()
{
    const TableContent content = ui::assetClassTable(core::defaultProject(), nullptr, {}, format);
    QVERIFY(!content.columnOf(u"additions"_s));
    QCOMPARE(content.rowCount(), 4);
}

QTEST_GUILESS_MAIN(TestAssetClassTable)
#include "tst_assetclasstable.moc"
