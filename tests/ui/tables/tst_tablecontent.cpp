#include "tests/ui/tables/SmallTable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::ProjectList;
using ui::TableContent;

class TestTableContent : public QObject {
    Q_OBJECT

private slots:
    void rowsAreNamedByTheirFrozenTexts();
    void findsTheGroupOfARow_data();
    void findsTheGroupOfARow();
    void missingCellsAreEmpty();
};

void TestTableContent::rowsAreNamedByTheirFrozenTexts()
{
    TableContent content = smallTable({u"Deck"_s, u"Prob."_s, u"Grade"_s, u"2026"_s},
        {u"Consensus 20% 4N 1500"_s, u"active _ 6N 1660"_s, u"Floor 15% 4N 1400"_s});
    content.frozenLeft = 3;
    content.rows[0].cells[1].number = 0.2;
    content.rows[2].cells[1].number = 0.15;
    content.rows[0].element = content.rows[1].element =
        ui::ListElement {ProjectList::priceDecks, "consensus"};
    content.rows[2].element = ui::ListElement {ProjectList::priceDecks, "floor"};
    QCOMPARE(ui::rowNameOf(content, 0), u"Consensus, 4N"_s);
    QCOMPARE(ui::rowNameOf(content, 1), u"Consensus, 6N"_s);
    QCOMPARE(ui::rowNameOf(content, 2), u"Floor, 4N"_s);
}

void TestTableContent::findsTheGroupOfARow_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("group"); // -1: none
    QTest::newRow("a row of no group") << 0 << -1;
    QTest::newRow("a group at the top") << 1 << -1;
    QTest::newRow("a group in a group") << 2 << 1;
    QTest::newRow("a row of the inner group") << 3 << 2;
    QTest::newRow("a row of the outer group") << 4 << 1;
    QTest::newRow("the total below") << 5 << -1;
}

void TestTableContent::findsTheGroupOfARow()
{
    QFETCH(int, row);
    QFETCH(int, group);
    TableContent content = smallTable({u"Row"_s},
        {u"production"_s, u"costs"_s, u"circuit"_s, u"labour"_s, u"royalty"_s, u"total"_s});
    content.rows[1].isExpandable = content.rows[2].isExpandable = true;
    content.rows[2].level = content.rows[4].level = 1;
    content.rows[3].level = 2;
    QCOMPARE(ui::groupOf(content, row).value_or(-1), group);
}

void TestTableContent::missingCellsAreEmpty()
{
    const TableContent content = smallTable({u"Row"_s, u"2026"_s}, {u"total"_s});
    QCOMPARE(content.cell(0, 0).text, u"total"_s);
    QCOMPARE(content.cell(0, 1), ui::TableCell());
}

QTEST_GUILESS_MAIN(TestTableContent)
#include "tst_tablecontent.moc"
