#include "ui/pages/production/ProductTables.h"

#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace Qt::StringLiterals;
using core::Project;
using ui::CellTone;
using ui::TableCell;
using ui::TableContent;
using Change = std::function<void(Project&)>;

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(CellTone)

namespace {

void none(Project&) {}

const ui::DisplayFormat& format()
{
    static const ui::DisplayFormat english(QLocale(QLocale::English));
    return english;
}

TableCell cellOf(const TableContent& content, const QString& row, const QString& column)
{
    const auto r = content.rowOf(row), c = content.columnOf(column);
    TableCell cell = r && c ? content.cell(*r, *c) : TableCell {TableCell::Look::text, u"?"_s};
    cell.text.replace(QChar(ui::noBreakSpace), u' ');
    return cell;
}

}

class TestProductTables : public QObject {
    Q_OBJECT

private slots:
    void rampUpShowsEveryOperatingYear_data();
    void rampUpShowsEveryOperatingYear();
    void rampUpHasBothYearsInItsHeads();
    void outputIsExplained();
    void withoutFiguresThereIsNoOutput();
    void productsShowTheirShares_data();
    void productsShowTheirShares();
    void yearsOutOfRangeAreNotShown();
    void cellsEditInputs();
    void productsAreRowsInTheirOrder();
};

// Output by hand: 15 t times the part of the capacity.
void TestProductTables::rampUpShowsEveryOperatingYear_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<CellTone>("tone");

    const auto row = [](const char* name, const Change& change, const QString& id,
                         const QString& column, const QString& text, CellTone tone) {
        QTest::newRow(name) << change << id << column << text << tone;
    };
    row("an entry", none, u"ramp_up"_s, u"2"_s, u"60 %"_s, CellTone::input);
    row("the last entry", none, u"ramp_up"_s, u"4"_s, u"100 %"_s, CellTone::input);
    row("a year behind the entries", none, u"ramp_up"_s, u"5"_s, u"100 %"_s, CellTone::inherited);
    row("the last operating year", none, u"ramp_up"_s, u"20"_s, u"100 %"_s, CellTone::inherited);
    row("no year behind that", none, u"ramp_up"_s, u"21"_s, u"?"_s, CellTone::result);
    row(
        "entries behind the operating years",
        [](Project& project) { project.production.rampUp = core::Profile(22, 0.5); }, u"ramp_up"_s,
        u"22"_s, u"50 %"_s, CellTone::input);
    row(
        "part of a percent", [](Project& project) { project.production.rampUp = {0.125}; },
        u"ramp_up"_s, u"1"_s, u"12.5 %"_s, CellTone::input);
    row(
        "a default that the document leaves out",
        [](Project& project) {
            project.production.rampUp = {1.0};
            project.unstated.insert("production.ramp_up");
        },
        u"ramp_up"_s, u"1"_s, u"100 %"_s, CellTone::inherited);
    row("output of a year", none, u"output"_s, u"2"_s, u"9.0"_s, CellTone::result);
}

void TestProductTables::rampUpShowsEveryOperatingYear()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    QFETCH(QString, column);
    Project project = core::defaultProject();
    change(project);
    const auto evaluation = core::Evaluation::of(core::defaultProject());
    QVERIFY(evaluation);
    const TableCell cell =
        cellOf(ui::rampUpTable(project, evaluation->get(), format()), row, column);
    QTEST(cell.text, "text");
    QTEST(cell.tone, "tone");
}

void TestProductTables::rampUpHasBothYearsInItsHeads()
{
    const TableContent content = ui::rampUpTable(core::defaultProject(), nullptr, format());
    QCOMPARE(content.columnCount(), 21);
    QCOMPARE(content.columns[10].head, u"Year 10"_s);
    QCOMPARE(content.columns[10].headBelow, u"2035"_s);
    QCOMPARE(content.frozenLeft, 1);
}

void TestProductTables::outputIsExplained()
{
    const auto evaluation = core::Evaluation::of(core::defaultProject());
    const TableContent content =
        ui::rampUpTable(core::defaultProject(), evaluation->get(), format());
    const core::FigureReference output {core::ResultCase::project, "production", 2027};
    QVERIFY(cellOf(content, u"output"_s, u"2"_s).figure == output);
}

void TestProductTables::withoutFiguresThereIsNoOutput()
{
    const TableContent content = ui::rampUpTable(core::defaultProject(), nullptr, format());
    QCOMPARE(cellOf(content, u"output"_s, u"2"_s).text, QString());
}

void TestProductTables::productsShowTheirShares_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<CellTone>("tone");

    const auto row = [](const char* name, const Change& change, const QString& id,
                         const QString& column, const QString& text, CellTone tone) {
        QTest::newRow(name) << change << id << column << text << tone;
    };
    const auto tooMuch = [](Project& project) {
        project.products[1].share = core::Series::Points {{2027, 0.0}, {2029, 0.3}};
    };
    const QString ga4n = u"product.ga4n"_s, ga6n = u"product.ga6n"_s, sum = u"sum"_s;
    row("its name", none, ga6n, u"product"_s, u"Gallium 6N (99.9999 %)"_s, CellTone::result);
    row("its payable part", none, ga6n, u"payable"_s, u"97 %"_s, CellTone::input);
    row("its selling cost", none, ga6n, u"selling_cost_per_kg"_s, u"77.0"_s, CellTone::input);
    row(
        "no selling cost", [](Project& project) { project.products[0].sellingCostPerKg = 0.0; },
        ga4n, u"selling_cost_per_kg"_s, u"–"_s, CellTone::input);
    row("a share entered", none, ga4n, u"2028"_s, u"85 %"_s, CellTone::input);
    row("a share that holds", none, ga4n, u"2029"_s, u"85 %"_s, CellTone::inherited);
    row("a share between two", tooMuch, ga6n, u"2028"_s, u"15 %"_s, CellTone::inherited);
    row(
        "a constant share", [](Project& project) { project.products[0].share = 0.5; }, ga4n,
        u"2040"_s, u"50 %"_s, CellTone::input);
    row("a sum", none, sum, u"2046"_s, u"100 %"_s, CellTone::result);
    row("a sum of too much", tooMuch, sum, u"2029"_s, u"115 %"_s, CellTone::error);
    row("no year behind the timeline", none, ga4n, u"2047"_s, u"?"_s, CellTone::result);
}

void TestProductTables::productsShowTheirShares()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    QFETCH(QString, column);
    Project project = core::defaultProject();
    change(project);
    const TableCell cell = cellOf(ui::productTable(project, format()), row, column);
    QTEST(cell.text, "text");
    QTEST(cell.tone, "tone");
}

// As a document can have them that is opened to be put right.
void TestProductTables::yearsOutOfRangeAreNotShown()
{
    Project project = core::defaultProject();
    project.timeline.startOfOperations = std::numeric_limits<int>::max();
    project.timeline.yearsOfOperation = std::numeric_limits<int>::max();
    QCOMPARE(ui::rampUpTable(project, nullptr, format()).columnCount(), 301);
    QCOMPARE(ui::productTable(project, format()).columns.back().id, u"3500"_s);
    project.timeline.yearsOfOperation = -5;
    project.timeline.startOfOperations = 2026;
    QCOMPARE(ui::rampUpTable(project, nullptr, format()).columnCount(), 5);
    QCOMPARE(ui::productTable(project, format()).columnCount(), 3);
}

void TestProductTables::cellsEditInputs()
{
    const Project project = core::defaultProject();
    for (const TableContent& content :
        {ui::rampUpTable(project, nullptr, format()), ui::productTable(project, format())})
        for (const ui::TableRow& row : content.rows) {
            QCOMPARE(static_cast<int>(row.cells.size()), content.columnCount());
            for (const TableCell& cell : row.cells)
                if (cell.editor == TableCell::Editor::number)
                    QVERIFY2(core::kindOf(project, cell.cell.input.toStdString()),
                        qPrintable(cell.cell.input));
        }
}

void TestProductTables::productsAreRowsInTheirOrder()
{
    const TableContent content = ui::productTable(core::defaultProject(), format());
    QCOMPARE(content.rowCount(), 3);
    for (int place = 0; place < 2; ++place) {
        const ui::TableRow& row = content.rows[static_cast<std::size_t>(place)];
        QCOMPARE(row.ink, std::optional(place));
        QVERIFY(row.element->list == ui::ProjectList::products);
    }
    QCOMPARE(content.rows[1].element->id, std::string("ga6n"));
    QCOMPARE(content.rows[2].kind, ui::TableRow::Kind::total);
}

QTEST_GUILESS_MAIN(TestProductTables)
#include "tst_producttables.moc"
