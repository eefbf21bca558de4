#include "ui/tables/TableModel.h"

#include "tests/ui/tables/SmallTable.h"
#include "ui/document/InvalidEntries.h"
#include "ui/tables/GroupFilter.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::GroupFilter;
using ui::TableContent;
using ui::TableModel;

namespace {

TableContent groups()
{
    TableContent content =
        smallTable({u"Row"_s, u"2026"_s}, {u"costs 10"_s, u"circuit 7"_s, u"labour 5"_s,
                                              u"power 2"_s, u"royalty 3"_s, u"total 10"_s});
    content.rows[0].isExpandable = content.rows[1].isExpandable = true;
    content.rows[1].level = content.rows[4].level = 1;
    content.rows[2].level = content.rows[3].level = 2;
    return content;
}

QString shownRows(const QAbstractItemModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows += model.index(row, 0).data().toString();
    return rows.join(u' ');
}

}

class TestTableModel : public QObject {
    Q_OBJECT

private slots:
    void givesTextsAndNumbers();
    void sameShapeKeepsIndexes();
    void rowsKeepTheirSelection_data();
    void rowsKeepTheirSelection();
    void refusedTextsStandInTheirCells();
    void cellsHaveNamesToBeReadOut();
    void collapsedGroupsHideTheirRows();
    void groupsStayCollapsedWhenRowsChange();
    void revealsARow();

private:
    ui::InvalidEntries m_entries;
};

void TestTableModel::givesTextsAndNumbers()
{
    TableModel model(m_entries);
    QAbstractItemModelTester tester(&model);
    TableContent content = smallTable({u"Row"_s, u"2026"_s}, {u"costs 1,905"_s});
    content.rows[0].cells[1].number = 1905.0;
    content.rows[0].cells[1].toolTip = u"Why"_s;
    content.columns[0].alignment = Qt::AlignLeft;
    model.setContent(content);
    const QModelIndex cell = model.index(0, 1);
    QCOMPARE(cell.data().toString(), u"1,905"_s);
    QCOMPARE(cell.data(TableModel::AmountRole).toDouble(), 1905.0);
    QVERIFY(!model.index(0, 0).data(TableModel::AmountRole).isValid());
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), u"Why"_s);
    QCOMPARE(model.index(0, 0).data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
        Qt::AlignLeft | Qt::AlignVCenter);
    QVERIFY(!(cell.flags() & Qt::ItemIsEditable));
    content.rows[0].cells[1].editor = ui::TableCell::Editor::number;
    model.setContent(content);
    QVERIFY(cell.flags() & Qt::ItemIsEditable);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"2026"_s);
}

void TestTableModel::sameShapeKeepsIndexes()
{
    TableModel model(m_entries);
    model.setContent(groups());
    const QPersistentModelIndex kept = model.index(2, 1);
    QSignalSpy changes(&model, &TableModel::dataChanged);
    QSignalSpy layouts(&model, &TableModel::layoutChanged);
    QSignalSpy resets(&model, &TableModel::modelReset);
    TableContent content = groups();
    content.rows[2].cells[1].text = u"6"_s;
    model.setContent(content);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(layouts.count() + resets.count(), 0);
    QCOMPARE(kept.data().toString(), u"6"_s);
}

void TestTableModel::rowsKeepTheirSelection_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QString>("selected");
    QTest::newRow("a row before") << QStringList {u"x"_s, u"a"_s, u"b"_s, u"c"_s} << u"b c"_s;
    QTest::newRow("moved up") << QStringList {u"b"_s, u"a"_s, u"c"_s} << u"b c"_s;
    QTest::newRow("one is gone") << QStringList {u"a"_s, u"c"_s} << u"c"_s;
    QTest::newRow("all are gone") << QStringList {u"a"_s} << QString();
}

void TestTableModel::rowsKeepTheirSelection()
{
    QFETCH(QStringList, rows);
    QFETCH(QString, selected);
    TableModel model(m_entries);
    GroupFilter filter(model);
    QAbstractItemModelTester tester(&model);
    QAbstractItemModelTester filterTester(&filter);
    QItemSelectionModel selection(&filter);
    model.setContent(smallTable({u"Row"_s}, {u"a"_s, u"b"_s, u"c"_s}));
    selection.select(filter.index(1, 0), QItemSelectionModel::Select);
    selection.select(filter.index(2, 0), QItemSelectionModel::Select);
    model.setContent(smallTable({u"Row"_s}, rows));
    QCOMPARE(shownRows(filter), rows.join(u' '));
    QStringList names;
    for (const QModelIndex& index : selection.selectedIndexes())
        names += index.data().toString();
    names.sort();
    QCOMPARE(names.join(u' '), selected);
}

void TestTableModel::refusedTextsStandInTheirCells()
{
    TableModel model(m_entries);
    TableContent content = smallTable({u"Row"_s, u"Share"_s}, {u"labour 42%"_s});
    content.rows[0].cells[1].editor = ui::TableCell::Editor::number;
    content.rows[0].cells[1].cell = {u"cost_lines.labour.reuse_share"_s, std::nullopt};
    model.setContent(content);
    const QModelIndex cell = model.index(0, 1);
    QSignalSpy changes(&model, &TableModel::dataChanged);
    m_entries.set({content.rows[0].cells[1].cell, u"142 %"_s, u"Too large."_s});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(cell.data().toString(), u"142 %"_s);
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), u"Too large."_s);
    QVERIFY(model.invalidEntry(0, 1));
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(),
        u"labour, Share: 142 %, not accepted. Too large."_s);
    m_entries.clearAll();
    QCOMPARE(cell.data().toString(), u"42%"_s);
    QVERIFY(!model.invalidEntry(0, 1));
}

void TestTableModel::cellsHaveNamesToBeReadOut()
{
    TableModel model(m_entries);
    TableContent content = groups();
    content.columns[1].headBelow = u"year 1"_s;
    model.setContent(content);
    QCOMPARE(
        model.index(2, 1).data(Qt::AccessibleTextRole).toString(), u"labour, 2026 year 1: 5"_s);
    QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(), u"labour"_s);
    QCOMPARE(model.headerData(2, Qt::Vertical).toString(), u"labour"_s);
}

void TestTableModel::collapsedGroupsHideTheirRows()
{
    TableModel model(m_entries);
    GroupFilter filter(model);
    QAbstractItemModelTester tester(&filter);
    model.setContent(groups());
    filter.setCollapsed(u"circuit"_s, true);
    QCOMPARE(shownRows(filter), u"costs circuit royalty total"_s);
    filter.setCollapsed(u"costs"_s, true);
    QCOMPARE(shownRows(filter), u"costs total"_s);
    QCOMPARE(filter.contentRow(1), 5);
    QVERIFY(!filter.indexOf(2, 0).isValid());
    filter.setCollapsed(u"costs"_s, false);
    QCOMPARE(shownRows(filter), u"costs circuit royalty total"_s);
    filter.setCollapsed(u"circuit"_s, false);
    QCOMPARE(shownRows(filter), shownRows(model));
}

void TestTableModel::groupsStayCollapsedWhenRowsChange()
{
    TableModel model(m_entries);
    GroupFilter filter(model);
    model.setContent(groups());
    filter.setCollapsed(u"circuit"_s, true);
    TableContent content = groups();
    ui::TableRow added = content.rows[2];
    added.id = u"security"_s;
    content.rows.insert(content.rows.begin() + 3, added);
    model.setContent(content);
    QCOMPARE(shownRows(filter), u"costs circuit royalty total"_s);
    model.setContent(groups());
    QCOMPARE(shownRows(filter), u"costs circuit royalty total"_s);
}

void TestTableModel::revealsARow()
{
    TableModel model(m_entries);
    GroupFilter filter(model);
    model.setContent(groups());
    filter.setCollapsed(u"circuit"_s, true);
    filter.setCollapsed(u"costs"_s, true);
    filter.reveal(3);
    QCOMPARE(shownRows(filter), shownRows(model));
}

QTEST_GUILESS_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
