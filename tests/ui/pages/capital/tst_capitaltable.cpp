#include "ui/pages/capital/CapitalTable.h"

#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using core::Project;
using ui::CellTone;
using ui::TableCell;
using ui::TableContent;
using Change = std::function<void(Project&)>;

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(CellTone)

namespace {

TableContent tableOf(const Project& project)
{
    return ui::capitalTable(project, ui::DisplayFormat(QLocale(QLocale::English)));
}

TableCell cellOf(const TableContent& content, const QString& row, const QString& column)
{
    const auto r = content.rowOf(row), c = content.columnOf(column);
    TableCell cell = r && c ? content.cell(*r, *c) : TableCell {TableCell::Look::text, u"?"_s};
    cell.text.replace(QChar(ui::noBreakSpace), u' ');
    return cell;
}

void none(Project&) {}

core::CapitalItem& extraction(Project& project)
{
    return project.capital.items[1];
}

}

class TestCapitalTable : public QObject {
    Q_OBJECT

private slots:
    void cellsShowTheCapital_data();
    void cellsShowTheCapital();
    void cellsEditInputs();
    void amountsAreTypedInMillions();
    void figuresAreExplained();
    void columnsAreYearsOfSpending();
    void itemsAreRowsInTheirOrder();
};

void TestCapitalTable::cellsShowTheCapital_data()
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
    const QString item = u"item.extraction"_s, total = u"total"_s;
    const auto tenge = [](Project& p) {
        extraction(p).currency = core::Currency::kzt;
        extraction(p).amount = 2300e6;
    };
    const auto missed = [](Project& p) { extraction(p).phasing[2026] = 0.375; };
    row("a currency", none, item, u"currency"_s, u"USD"_s, CellTone::input);
    row(
        "terms", [](Project& p) { extraction(p).terms = core::Terms::real; }, item, u"terms"_s,
        u"Real"_s, CellTone::input);
    row("an amount", none, item, u"amount"_s, u"4.60"_s, CellTone::input);
    row("no amount", none, u"item.front_end"_s, u"amount"_s, u"–"_s, CellTone::input);
    row("an amount in tenge", tenge, item, u"amount"_s, u"₸\u202F2,300"_s, CellTone::input);
    row(
        "a contingency", [](Project& p) { extraction(p).contingency = 0.125; }, item,
        u"contingency"_s, u"12.5 %"_s, CellTone::input);
    row("an asset class", none, item, u"asset_class"_s, u"Group II"_s, CellTone::input);
    row(
        "an asset class without a colon",
        [](Project& p) { p.tax.assetClasses[1].name = "Machinery and equipment"; }, item,
        u"asset_class"_s, u"Machinery and equipment"_s, CellTone::input);
    row("an estimate class", none, item, u"estimate_class"_s, u"4"_s, CellTone::input);
    row(
        "no estimate class", [](Project& p) { extraction(p).estimateClass.reset(); }, item,
        u"estimate_class"_s, u"–"_s, CellTone::input);
    row("a year", none, item, u"2026"_s, u"50 %"_s, CellTone::input);
    row("a year without a share", none, item, u"2028"_s, u"–"_s, CellTone::inherited);
    row(
        "a year outside the timeline", [](Project& p) { p.timeline.firstYear = 2026; }, item,
        u"2025"_s, u"40 %"_s, CellTone::error);
    row("nothing left", none, item, u"left"_s, u"0 %"_s, CellTone::quiet);
    row("something left", missed, item, u"left"_s, u"12.5 %"_s, CellTone::error);
    row(
        "too much", [](Project& p) { extraction(p).phasing[2028] = 0.05; }, item, u"left"_s,
        u"−5 %"_s, CellTone::error);
    row("the capital", none, total, u"amount"_s, u"20.00"_s, CellTone::result);
    row("the capital of a plant of its own", none, total, u"standalone_amount"_s, u"60.00"_s,
        CellTone::result);
    row(
        "more than a hundred million", [](Project& p) { extraction(p).standaloneAmount = 100e6; },
        total, u"standalone_amount"_s, u"155.4"_s, CellTone::result);
    row("the capital of a year", none, total, u"2025"_s, u"8.00"_s, CellTone::result);
}

void TestCapitalTable::cellsShowTheCapital()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    QFETCH(QString, column);
    Project project = core::defaultProject();
    change(project);
    const TableCell cell = cellOf(tableOf(project), row, column);
    QTEST(cell.text, "text");
    QTEST(cell.tone, "tone");
}

void TestCapitalTable::cellsEditInputs()
{
    const Project project = core::defaultProject();
    const TableContent content = tableOf(project);
    for (const ui::TableRow& row : content.rows) {
        QCOMPARE(static_cast<int>(row.cells.size()), content.columnCount());
        for (const TableCell& cell : row.cells) {
            const bool isInput = cell.editor == TableCell::Editor::number ||
                                 cell.editor == TableCell::Editor::choice;
            QVERIFY2(!isInput || core::kindOf(project, cell.cell.input.toStdString()),
                qPrintable(cell.cell.input));
        }
    }
}

void TestCapitalTable::amountsAreTypedInMillions()
{
    const TableContent content = tableOf(core::defaultProject());
    for (const QString& column : {u"amount"_s, u"standalone_amount"_s}) {
        const TableCell cell = cellOf(content, u"item.extraction"_s, column);
        QCOMPARE(cell.bareExponent, 6);
        QCOMPARE(cell.number, std::optional(4.6));
    }
}

void TestCapitalTable::figuresAreExplained()
{
    using core::ResultCase;
    const TableContent content = tableOf(core::defaultProject());
    const auto isOf = [&](const QString& row, const QString& column,
                          const core::FigureReference& figure) {
        return cellOf(content, row, column).figure == figure;
    };
    QVERIFY(isOf(
        u"item.extraction"_s, u"2026"_s, {ResultCase::project, "capital.items.extraction", 2026}));
    QVERIFY(isOf(u"total"_s, u"amount"_s, {ResultCase::project, "base_capex", {}}));
    QVERIFY(isOf(u"total"_s, u"standalone_amount"_s, {ResultCase::standalone, "base_capex", {}}));
    QVERIFY(isOf(u"total"_s, u"2026"_s, {ResultCase::project, "capex", 2026}));
}

void TestCapitalTable::columnsAreYearsOfSpending()
{
    const TableContent content = tableOf(core::defaultProject());
    QVERIFY(content.columnOf(u"2025"_s));
    QVERIFY(content.columnOf(u"2028"_s));
    QVERIFY(!content.columnOf(u"2029"_s));
    QCOMPARE(content.columns.back().id, u"left"_s);
    QCOMPARE(content.frozenRight, 1);
}

void TestCapitalTable::itemsAreRowsInTheirOrder()
{
    const Project project = core::defaultProject();
    const TableContent content = tableOf(project);
    QCOMPARE(content.rowCount(), static_cast<int>(project.capital.items.size()) + 1);
    for (std::size_t i = 0; i < project.capital.items.size(); ++i) {
        QVERIFY(content.rows[i].element->list == ui::ProjectList::capitalItems);
        QCOMPARE(content.rows[i].element->id, project.capital.items[i].id);
    }
    Project nothing = project;
    nothing.capital.items.clear();
    QCOMPARE(tableOf(nothing).rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestCapitalTable)
#include "tst_capitaltable.moc"
