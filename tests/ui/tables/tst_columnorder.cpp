#include "ui/tables/ColumnOrder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::TableContent;

namespace {

// One row, whose cells say the ids of their columns.
TableContent tableOf(const QStringList& ids, int frozenLeft = 1, int frozenRight = 0)
{
    TableContent content;
    content.frozenLeft = frozenLeft;
    content.frozenRight = frozenRight;
    content.rows.resize(1);
    for (const QString& id : ids) {
        ui::TableColumn column;
        column.id = id;
        content.columns.push_back(column);
        ui::TableCell cell;
        cell.text = id;
        content.rows.front().cells.push_back(cell);
    }
    return content;
}

QStringList words(const QString& text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

}

class TestColumnOrder : public QObject {
    Q_OBJECT

private slots:
    void putsColumnsInOrder_data();
    void putsColumnsInOrder();
    void movesColumns_data();
    void movesColumns();
    void rowsWithFewerCellsStayWhole();
};

void TestColumnOrder::putsColumnsInOrder_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* columns, const char* order,
                         const char* expected) {
        QTest::newRow(name) << QString(columns) << QString(order) << QString(expected);
    };
    row("as described", "name a b c", "", "name a b c");
    row("another order", "name a b c", "name c a b", "name c a b");
    row("a column that is new stands behind its neighbour", "name a b c", "c a", "name c a b");
    row("a new first column comes first", "name x a b", "b a", "name x b a");
    row("a column that is gone is forgotten", "name a c", "c b a", "name c a");
    row("the column of labels stays", "name a b", "b name a", "name b a");
    row("years stay", "name a 2025 2026 b", "b 2026 2025 a", "name b 2025 2026 a");
}

void TestColumnOrder::putsColumnsInOrder()
{
    QFETCH(QString, columns);
    QFETCH(QString, order);
    QFETCH(QString, expected);
    const TableContent content = ui::inOrder(tableOf(words(columns)), words(order));
    QCOMPARE(ui::columnIds(content).join(u' '), expected);
    QStringList cells;
    for (int column = 0; column < content.columnCount(); ++column)
        cells += content.cell(0, column).text;
    QCOMPARE(cells.join(u' '), expected);
}

void TestColumnOrder::movesColumns_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("direction");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* columns, int column, int direction,
                         const char* expected) {
        QTest::newRow(name) << QString(columns) << column << direction << QString(expected);
    };
    row("to the left", "name a b c total", 2, -1, "name b a c total");
    row("to the right", "name a b c total", 2, 1, "name a c b total");
    row("not before the labels", "name a b c total", 1, -1, "name a b c total");
    row("not behind the totals", "name a b c total", 3, 1, "name a b c total");
    row("not the totals", "name a b c total", 4, -1, "name a b c total");
    row("over years", "name a 2025 2026 b total", 1, 1, "name b 2025 2026 a total");
    row("not a year", "name a 2025 2026 b total", 2, 1, "name a 2025 2026 b total");
}

void TestColumnOrder::movesColumns()
{
    QFETCH(QString, columns);
    QFETCH(int, column);
    QFETCH(int, direction);
    QFETCH(QString, expected);
    QCOMPARE(
        ui::idsAfterMove(tableOf(words(columns), 1, 1), column, direction).join(u' '), expected);
}

void TestColumnOrder::rowsWithFewerCellsStayWhole()
{
    TableContent content = tableOf(words(u"name a b"_s));
    content.rows.front().cells.resize(2);
    const TableContent moved = ui::inOrder(content, {u"b"_s, u"a"_s});
    QCOMPARE(moved.cell(0, 1).text, QString());
    QCOMPARE(moved.cell(0, 2).text, u"a"_s);
}

QTEST_APPLESS_MAIN(TestColumnOrder)
#include "tst_columnorder.moc"
