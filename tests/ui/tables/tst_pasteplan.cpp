#include "ui/tables/PastePlan.h"

#include "tests/ui/tables/SmallTable.h"
#include "ui/document/Session.h"

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using ui::Block;
using ui::PastePlan;
using ui::TableArea;
using ui::TableCell;
using ui::TableContent;

namespace {

// Thousands a year, a share, and a column that is calculated.
TableContent costs()
{
    TableContent content = smallTable({u"Line"_s, u"Fixed"_s, u"Share"_s, u"Saving"_s},
        {u"bauxite _ 90% 10"_s, u"digestion _ 80% 20"_s, u"steam _ 90% 30"_s, u"total _ _ 60"_s});
    const char* const lines[] = {"bauxite", "digestion", "front_end_energy"};
    for (std::size_t i = 0; i < 3; ++i) {
        const QString line = u"cost_lines."_s + QString::fromLatin1(lines[i]);
        TableCell& fixed = content.rows[i].cells[1];
        fixed.editor = TableCell::Editor::number;
        fixed.cell = {line + u".fixed"_s};
        fixed.bareExponent = 3;
        TableCell& share = content.rows[i].cells[2];
        share.editor = TableCell::Editor::number;
        share.cell = {line + u".reuse_share"_s};
        content.rows[i].cells[3].number = 10.0 * static_cast<double>(i + 1);
    }
    return content;
}

TableArea area(const QRect& cells)
{
    TableArea area;
    area.rows.resize(static_cast<std::size_t>(cells.height()));
    std::iota(area.rows.begin(), area.rows.end(), cells.top());
    area.columns.resize(static_cast<std::size_t>(cells.width()));
    std::iota(area.columns.begin(), area.columns.end(), cells.left());
    return area;
}

// "row,column = value" for each cell that is taken.
QString takenOf(const PastePlan& plan)
{
    QStringList taken;
    for (const ui::PastedCell& cell : plan.cells)
        if (cell.value)
            taken +=
                u"%1,%2=%3"_s.arg(*cell.row).arg(cell.column).arg(std::get<double>(*cell.value));
    return taken.join(u' ');
}

}

class TestPastePlan : public QObject {
    Q_OBJECT

private slots:
    void placesNumbers_data();
    void placesNumbers();
    void decisions_data();
    void decisions();
    void saysWhyCellsAreLeft();
    void numbersCanBeReadAnotherWay();
    void shownNumbersAreNoReasonToAsk();
    void editsNameTheCells();
    void fillsOnlyWhatIsSelected();

private:
    PastePlan planOf(const Block& block, const QRect& selection,
        const QLocale& locale = QLocale(QLocale::English),
        std::optional<QChar> mark = std::nullopt) const
    {
        return ui::planPaste(
            {m_session, m_content, {0, 1, 2, 3}, area(selection), block, locale, mark});
    }

    ui::Session m_session;
    TableContent m_content = costs();
};

void TestPastePlan::placesNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QRect>("selection"); // columns and rows
    QTest::addColumn<QString>("taken");
    const auto row = [](const char* name, const QString& text, const QRect& selection,
                         const QString& taken) {
        QTest::newRow(name) << text << selection << taken;
    };
    row("a number", u"12"_s, {1, 0, 1, 1}, u"0,1=12000"_s);
    row("a share", u"12 %"_s, {2, 0, 1, 1}, u"0,2=0.12"_s);
    row("a block from its corner on", u"1\t2 %\n3\t4 %"_s, {1, 1, 1, 1},
        u"1,1=1000 1,2=0.02 2,1=3000 2,2=0.04"_s);
    row("one value into a selection", u"7"_s, {1, 0, 1, 3}, u"0,1=7000 1,1=7000 2,1=7000"_s);
    row("one value passes over what is calculated", u"7"_s, {1, 2, 3, 2}, u"2,1=7000 2,2=0.07"_s);
    row("a row fills the rows of a selection", u"1\t2"_s, {1, 0, 2, 2},
        u"0,1=1000 0,2=0.02 1,1=1000 1,2=0.02"_s);
    row("empty cells leave what is there", u"1\n\n3"_s, {1, 0, 1, 1}, u"0,1=1000 2,1=3000"_s);
    row("by names of rows", u"steam\t3\nbauxite\t1"_s, {1, 0, 1, 1}, u"2,1=3000 0,1=1000"_s);
    row("names that the table does not know", u"сталь\t3\nуголь\t1"_s, {1, 0, 1, 1},
        u"0,1=3000 1,1=1000"_s);
    row("by names of columns", u"Share\tFixed\n10\t20"_s, {1, 0, 1, 1}, u"0,2=0.1 0,1=20000"_s);
    row("by names of both", u"Line\tShare\nsteam\t10"_s, {1, 0, 1, 1}, u"2,2=0.1"_s);
    row("with the labels of the table", u"bauxite\t1\ndigestion\t2"_s, {0, 0, 1, 1},
        u"0,1=1000 1,1=2000"_s);
    row("a block of the selection's shape is no head", u"abc\n3"_s, {1, 0, 1, 2}, u"1,1=3000"_s);
    row("Russian", u"1 234,5\n0,5"_s, {1, 0, 1, 1}, u"0,1=1.2345e+06 1,1=500"_s);
    row("a clear cell decides for the others", u"1,234\n0,5"_s, {1, 0, 1, 1},
        u"0,1=1234 1,1=500"_s);
}

void TestPastePlan::placesNumbers()
{
    QFETCH(QString, text);
    QFETCH(QRect, selection);
    QFETCH(QString, taken);
    QCOMPARE(takenOf(planOf(ui::blockFromText(text), selection)), taken);
}

void TestPastePlan::decisions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QRect>("selection");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("a block from a cell on") << u"1\t2"_s << QRect(1, 0, 1, 1) << false;
    QTest::newRow("a block of the same shape") << u"1\t2"_s << QRect(1, 0, 2, 1) << false;
    QTest::newRow("a block of another shape") << u"1\n2"_s << QRect(1, 0, 2, 1) << true;
    QTest::newRow("beyond the table") << u"1\n2\n3\n4\n5"_s << QRect(1, 0, 1, 1) << true;
    QTest::newRow("a text among numbers") << u"1\nн/д"_s << QRect(1, 0, 1, 1) << true;
    QTest::newRow("out of the range") << u"142 %"_s << QRect(2, 0, 1, 1) << true;
    QTest::newRow("names of rows") << u"steam\t1"_s << QRect(1, 0, 1, 1) << true;
    QTest::newRow("names of columns") << u"Fixed\n1"_s << QRect(1, 0, 1, 1) << true;
    QTest::newRow("a number with two readings") << u"1,234"_s << QRect(1, 0, 1, 1) << true;
    QTest::newRow("calculated cells that show something else")
        << u"1 %\t99"_s << QRect(2, 0, 1, 1) << true;
    QTest::newRow("calculated cells that show the same")
        << u"1 %\t10"_s << QRect(2, 0, 1, 1) << false;
}

void TestPastePlan::decisions()
{
    QFETCH(QString, text);
    QFETCH(QRect, selection);
    QFETCH(bool, isAsked);
    QCOMPARE(planOf(ui::blockFromText(text), selection).needsDecision(), isAsked);
}

void TestPastePlan::saysWhyCellsAreLeft()
{
    const PastePlan plan = planOf(ui::blockFromText(u"1\t5 %\nн/д\t142 %"_s), {1, 1, 1, 1});
    QCOMPARE(plan.taken(), 2);
    QCOMPARE(plan.left(), 2);
    QVERIFY2(plan.cells[2].sentence.contains(u"Expected a number of at least 0"),
        qPrintable(plan.cells[2].sentence));
    QVERIFY2(plan.cells[3].sentence.contains(u"from 0 to 100"), qPrintable(plan.cells[3].sentence));
}

void TestPastePlan::numbersCanBeReadAnotherWay()
{
    const Block block = ui::blockFromText(u"1,234\n5,678"_s);
    const QRect cell(1, 0, 1, 1);
    const PastePlan english = planOf(block, cell);
    QCOMPARE(takenOf(english), u"0,1=1.234e+06 1,1=5.678e+06"_s);
    QVERIFY(english.cells[0].isAmbiguous);
    QCOMPARE(english.decimalMark, std::optional<QChar>(u'.'));
    const PastePlan russian = planOf(block, cell, QLocale(QLocale::Russian));
    QCOMPARE(takenOf(russian), u"0,1=1234 1,1=5678"_s);
    const PastePlan chosen = planOf(block, cell, QLocale(QLocale::English), u',');
    QCOMPARE(takenOf(chosen), u"0,1=1234 1,1=5678"_s);
    QVERIFY(!chosen.needsDecision());
}

void TestPastePlan::shownNumbersAreNoReasonToAsk()
{
    Block block = ui::blockFromText(u"x\tx"_s);
    block.rows[0] = {ui::numberCell(5.0), ui::percentCell(0.5)};
    block.rows.push_back({ui::numberCell(6.0), ui::percentCell(0.25)});
    const PastePlan plan = planOf(block, {1, 0, 1, 1});
    QCOMPARE(takenOf(plan), u"0,1=5000 0,2=0.5 1,1=6000 1,2=0.25"_s);
    QVERIFY(!plan.needsDecision());
    QVERIFY(!plan.decimalMark);
}

void TestPastePlan::editsNameTheCells()
{
    const PastePlan plan = planOf(ui::blockFromText(u"5\n6"_s), {1, 1, 1, 1});
    const std::vector<ui::CellEdit> edits = plan.edits(m_content);
    QCOMPARE(edits.size(), std::size_t(2));
    QCOMPARE(edits[0].cell.input, u"cost_lines.digestion.fixed"_s);
    QCOMPARE(std::get<double>(*edits[0].value), 5000.0);
}

void TestPastePlan::fillsOnlyWhatIsSelected()
{
    TableArea selection = area({1, 0, 1, 3});
    selection.isTaken = [](int row, int) { return row != 1; };
    const Block block = ui::blockFromText(u"7"_s);
    const PastePlan plan = ui::planPaste(
        {m_session, m_content, {0, 1, 2, 3}, selection, block, QLocale(QLocale::English)});
    QCOMPARE(takenOf(plan), u"0,1=7000 2,1=7000"_s);
}

QTEST_GUILESS_MAIN(TestPastePlan)
#include "tst_pasteplan.moc"
