#include "ui/tables/TableClipboard.h"

#include "tests/ui/tables/SmallTable.h"

#include <QMimeData>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Block;
using ui::TableArea;
using ui::TableContent;

namespace {

TableContent costs()
{
    TableContent content = smallTable(
        {u"Cost line"_s, u"Fixed"_s, u"Share"_s}, {u"labour 1,905 42%"_s, u"power – 0%"_s});
    content.columns[1].headBelow = u"per yr"_s;
    content.rows[0].cells[1].number = 1905.25;
    content.rows[0].cells[2].number = 0.42;
    content.rows[1].cells[1].number = 0.0;
    content.rows[1].cells[2].number = 0.0;
    for (ui::TableRow& row : content.rows)
        row.cells[2].isPercent = true;
    return content;
}

QString textOf(const Block& block)
{
    return ui::textOf(block, {u"."_s, u","_s});
}

}

class TestTableClipboard : public QObject {
    Q_OBJECT

private slots:
    void copiesAllDigits();
    void namesRowsAndColumns_data();
    void namesRowsAndColumns();
    void leavesOutWhatIsNotSelected();
    void bothFormatsReadBack();
};

void TestTableClipboard::copiesAllDigits()
{
    QCOMPARE(textOf(ui::blockOf(costs(), {{0, 1}, {1, 2}}, false)), u"1905.25\t42%\n0\t0%\n"_s);
}

void TestTableClipboard::namesRowsAndColumns_data()
{
    QTest::addColumn<std::vector<int>>("columns");
    QTest::addColumn<QString>("text");
    QTest::newRow("numbers alone")
        << std::vector<int> {1} << u"Cost line\tFixed per yr\nlabour\t1905.25\n"_s;
    QTest::newRow("with their labels")
        << std::vector<int> {0, 1} << u"Cost line\tFixed per yr\nlabour\t1905.25\n"_s;
}

void TestTableClipboard::namesRowsAndColumns()
{
    QFETCH(std::vector<int>, columns);
    QFETCH(QString, text);
    QCOMPARE(textOf(ui::blockOf(costs(), {{0}, columns}, true)), text);
}

void TestTableClipboard::leavesOutWhatIsNotSelected()
{
    const TableArea area {{0, 1}, {1, 2}, [](int row, int column) { return row + 1 == column; }};
    QCOMPARE(textOf(ui::blockOf(costs(), area, false)), u"1905.25\t\n\t0%\n"_s);
}

void TestTableClipboard::bothFormatsReadBack()
{
    const Block block = ui::blockOf(costs(), ui::wholeArea(costs()), true);
    const auto data = ui::mimeDataOf(block, {u","_s, u" "_s});
    const Block html = ui::blockFromHtml(data->html());
    QCOMPARE(html.rows[1][1].number, 1905.25);
    QCOMPARE(html.rows[1][2].number, 0.42);
    QVERIFY(html.rows[1][2].isPercent);
    QCOMPARE(ui::blockFromText(data->text()).rows[1][1].text, u"1905,25"_s);
}

QTEST_GUILESS_MAIN(TestTableClipboard)
#include "tst_tableclipboard.moc"
