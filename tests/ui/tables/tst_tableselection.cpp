#include "ui/tables/TableSelection.h"

#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::TableSelection;

Q_DECLARE_METATYPE(std::vector<int>)

namespace {

// Columns a to f. A dot is an empty cell.
constexpr const char* cells[] = {"xxx.x.", "x....x", "x.xxx.", "......", "x....x"};

}

class TestTableSelection : public QObject {
    Q_OBJECT

private slots:
    void init();
    void edges_data();
    void edges();
    void rangeGrowsFromTheCurrentCell();
    void rangeMayShrinkAgain();
    void otherCellsAreAdded();
    void wholeRowsAndColumns();
    void stepsThroughTheRange_data();
    void stepsThroughTheRange();

private:
    QModelIndex at(int row, int column) const { return m_model.index(row, column); }

    QStandardItemModel m_model;
    QItemSelectionModel m_cells {&m_model};
    TableSelection m_selection {m_cells};
};

void TestTableSelection::init()
{
    m_model.clear();
    for (const char* row : cells) {
        QList<QStandardItem*> items;
        for (const QChar c : QLatin1String(row))
            items += new QStandardItem(c == u'.' ? QString() : QString(c));
        m_model.appendRow(items);
    }
}

void TestTableSelection::edges_data()
{
    QTest::addColumn<QPoint>("from");
    QTest::addColumn<QPoint>("step");
    QTest::addColumn<QPoint>("to"); // column and row, as in Excel
    QTest::newRow("to the end of the run") << QPoint(0, 0) << QPoint(1, 0) << QPoint(2, 0);
    QTest::newRow("over a gap") << QPoint(2, 0) << QPoint(1, 0) << QPoint(4, 0);
    QTest::newRow("to the edge over nothing") << QPoint(4, 0) << QPoint(1, 0) << QPoint(5, 0);
    QTest::newRow("from an empty cell") << QPoint(2, 1) << QPoint(1, 0) << QPoint(5, 1);
    QTest::newRow("down to the end of the run") << QPoint(0, 0) << QPoint(0, 1) << QPoint(0, 2);
    QTest::newRow("down over a gap") << QPoint(0, 2) << QPoint(0, 1) << QPoint(0, 4);
    QTest::newRow("up over a gap") << QPoint(5, 4) << QPoint(0, -1) << QPoint(5, 1);
    QTest::newRow("left") << QPoint(4, 2) << QPoint(-1, 0) << QPoint(2, 2);
    QTest::newRow("stays at the edge") << QPoint(0, 4) << QPoint(0, 1) << QPoint(0, 4);
}

void TestTableSelection::edges()
{
    QFETCH(QPoint, from);
    QFETCH(QPoint, step);
    QFETCH(QPoint, to);
    const QModelIndex end = ui::edgeFrom(at(from.y(), from.x()), step.y(), step.x());
    QCOMPARE(QPoint(end.column(), end.row()), to);
}

void TestTableSelection::rangeGrowsFromTheCurrentCell()
{
    m_selection.moveTo(at(2, 2));
    QVERIFY(!m_selection.isRange());
    m_selection.extendTo(at(1, 4));
    QCOMPARE(m_selection.current(), at(2, 2));
    QCOMPARE(m_selection.end(), at(1, 4));
    QVERIFY(m_selection.isRange());
    QCOMPARE(m_selection.bounds().topLeft(), at(1, 2));
    QCOMPARE(m_selection.bounds().bottomRight(), at(2, 4));
}

void TestTableSelection::rangeMayShrinkAgain()
{
    m_selection.moveTo(at(2, 2));
    m_selection.extendTo(at(4, 5));
    m_selection.extendTo(at(3, 1));
    QCOMPARE(m_selection.rows(), (std::vector<int> {2, 3}));
    QCOMPARE(m_selection.columns(), (std::vector<int> {1, 2}));
    m_selection.moveTo(at(0, 0));
    QCOMPARE(m_selection.end(), at(0, 0));
}

void TestTableSelection::otherCellsAreAdded()
{
    m_selection.moveTo(at(0, 0));
    m_selection.startAnother(at(4, 3));
    QCOMPARE(m_selection.current(), at(4, 3));
    QVERIFY(m_selection.isSelected(at(0, 0)));
    QCOMPARE(m_selection.rows(), (std::vector<int> {0, 4}));
    QCOMPARE(m_selection.columns(), (std::vector<int> {0, 3}));
}

void TestTableSelection::wholeRowsAndColumns()
{
    m_selection.moveTo(at(1, 1));
    m_selection.extendTo(at(2, 1));
    m_selection.growToRows();
    QCOMPARE(m_selection.bounds().width(), 6);
    QCOMPARE(m_selection.rows(), (std::vector<int> {1, 2}));
    m_selection.selectColumn(3, 2);
    QCOMPARE(m_selection.current(), at(2, 3));
    QCOMPARE(m_selection.bounds().height(), 5);
    m_selection.extendToColumn(5);
    QCOMPARE(m_selection.columns(), (std::vector<int> {3, 4, 5}));
    QCOMPARE(m_selection.bounds().height(), 5);
    m_selection.selectAll();
    QCOMPARE(m_selection.bounds().width() * m_selection.bounds().height(), 30);
}

void TestTableSelection::stepsThroughTheRange_data()
{
    QTest::addColumn<QPoint>("step");
    QTest::addColumn<QList<QPoint>>("visited"); // column and row
    QTest::newRow("Tab") << QPoint(1, 0) << QList<QPoint> {{2, 1}, {1, 2}, {2, 2}, {1, 1}, {2, 1}};
    QTest::newRow("Enter") << QPoint(0, 1)
                           << QList<QPoint> {{1, 2}, {2, 1}, {2, 2}, {1, 1}, {1, 2}};
    QTest::newRow("Shift+Tab") << QPoint(-1, 0) << QList<QPoint> {{2, 2}, {1, 2}, {2, 1}};
    QTest::newRow("Shift+Enter") << QPoint(0, -1) << QList<QPoint> {{2, 2}, {2, 1}, {1, 2}};
}

void TestTableSelection::stepsThroughTheRange()
{
    QFETCH(QPoint, step);
    QFETCH(QList<QPoint>, visited);
    m_selection.moveTo(at(1, 1));
    m_selection.extendTo(at(2, 2));
    for (const QPoint& place : visited) {
        m_selection.stepWithin(step.y(), step.x());
        QCOMPARE(m_selection.current(), at(place.y(), place.x()));
    }
    QCOMPARE(m_selection.bounds().width() * m_selection.bounds().height(), 4);
}

QTEST_GUILESS_MAIN(TestTableSelection)
#include "tst_tableselection.moc"
