#include "ui/models/BlockText.h"

#include <QMimeData>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using ui::Block;
using ui::BlockCell;

namespace {

// The cells as "a|b" a row, with the number behind a cell after "=" and a percentage marked.
QString summary(const Block& block)
{
    QStringList rows;
    for (const auto& row : block.rows) {
        QStringList cells;
        for (const BlockCell& cell : row) {
            QString text = cell.text;
            if (cell.number)
                text += u'=' + QString::number(*cell.number, 'g', 17);
            cells += text + (cell.isPercent ? u" percent"_s : QString());
        }
        rows += cells.join(u'|');
    }
    return rows.join(u'\n');
}

ui::NumberExpectation field(const QString& unit, double minimum, double maximum)
{
    ui::NumberExpectation expected;
    expected.unit = unit;
    expected.minimum = minimum;
    expected.maximum = maximum;
    expected.locale = QLocale(QLocale::English);
    return expected;
}

Block sample()
{
    Block block;
    block.rows = {
        {{u"Labour & <upkeep>"_s, {}, false}, ui::numberCell(1234567.125), ui::percentCell(0.123)},
        {{u"Ёлка"_s, {}, false}, ui::numberCell(-0.5), ui::percentCell(-0.05)}};
    return block;
}

}

class TestBlockText : public QObject {
    Q_OBJECT

private slots:
    void readsText_data();
    void readsText();
    void readsHtml_data();
    void readsHtml();
    void writesText();
    void writesHtmlThatReadsBack();
    void prefersTheTable();
    void readsCells_data();
    void readsCells();
    void findsTheDecimalMark_data();
    void findsTheDecimalMark();
    void stopsAtTheLargestBlock();
};

void TestBlockText::readsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one cell") << u"42"_s << u"42"_s;
    QTest::newRow("rows and columns") << u"1\t2\n3\t4\n"_s << u"1|2\n3|4"_s;
    QTest::newRow("line ends of Windows") << u"1\t2\r\n3\t4\r\n"_s << u"1|2\n3|4"_s;
    QTest::newRow("rows of different length") << u"1\n2\t3"_s << u"1|\n2|3"_s;
    QTest::newRow("an empty row between") << u"1\n\n2\n"_s << u"1\n\n2"_s;
    QTest::newRow("empty cells at the ends") << u"\t1\t\n"_s << u"|1|"_s;
    QTest::newRow("a quoted cell with a line and a quotation mark")
        << u"\"a \"\"b\"\"\nc\"\t1"_s << u"a \"b\"\nc|1"_s;
    QTest::newRow("a quotation mark in the text") << u"\"5\" pipe\t1"_s << u"\"5\" pipe|1"_s;
    QTest::newRow("a quotation mark without an end") << u"\"abc\t1"_s << u"\"abc|1"_s;
    QTest::newRow("spaces around numbers") << u" 1 234,5 \t12 %\n"_s << u"1 234,5|12 % percent"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestBlockText::readsText()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(summary(ui::blockFromText(text)), expected);
}

void TestBlockText::readsHtml_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& html, const QString& expected) {
        QTest::newRow(name) << html << expected;
    };
    row("Excel",
        uR"(<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color:black;}</style></head>
<body><!--StartFragment--><table border=0 width=64><col width=64>
 <tr height=20><td class=xl65 align=right x:num="1234.5678">1&nbsp;234,57</td>
  <td x:num="0.42" style='mso-number-format:"0%"'>42%</td><td>Труд &amp; <b>прочее</b></td></tr>
 <tr><td x:num>7</td><td></td><td>a<br>b</td></tr>
</table><!--EndFragment--></body></html>)"_s,
        u"1 234,57=1234.5678|42%=0.41999999999999998 percent|Труд & прочее\n7||a b"_s);
    row("LibreOffice",
        uR"(<table><tr><td sdval="1234.5" sdnum="1033;">1,234.50</td><td>x</td></tr></table>)"_s,
        u"1,234.50=1234.5|x"_s);
    row("in capitals and without ends",
        u"<TABLE><TR><TD>1<TD X:NUM='2.5'>2,5<TR><TD>3<TD>4</TABLE>"_s, u"1|2,5=2.5\n3|4"_s);
    row("heads",
        u"<table><thead><tr><th>A<th>B</tr></thead><tbody><tr><td>1<td>2</tr></tbody></table>"_s,
        u"A|B\n1|2"_s);
    row("a cell over two columns",
        u"<table><tr><td colspan=2>A<td>B</tr><tr><td>1<td>2<td>3</tr></table>"_s,
        u"A||B\n1|2|3"_s);
    row("a cell over two rows",
        u"<table><tr><td rowspan=2>A<td>B</tr><tr><td>1</tr><tr><td>x<td>y</tr></table>"_s,
        u"A|B\n|1\nx|y"_s);
    row("characters by number", u"<table><tr><td>&#8722;5&#x20BD;&unknown; &</td></tr></table>"_s,
        u"−5₽&unknown; &"_s);
    row("only the first table", u"<table><tr><td>1</table><table><tr><td>2</table>"_s, u"1"_s);
    row("a number that is none", u"<table><tr><td x:num=\"abc\">5</td></tr></table>"_s, u"5"_s);
    row("cut off", u"<table><tr><td>1<td x:num=\"2"_s, u"1|=2"_s);
    row("no table", u"<p>1</p>"_s, QString());
    row("nothing", QString(), QString());
}

void TestBlockText::readsHtml()
{
    QFETCH(QString, html);
    QFETCH(QString, expected);
    QCOMPARE(summary(ui::blockFromHtml(html)), expected);
}

void TestBlockText::writesText()
{
    Block block = sample();
    block.rows[0][0].text = u"a\tb"_s;
    QCOMPARE(ui::textOf(block, ui::separatorsOf(QLocale(QLocale::English))),
        u"\"a\tb\"\t1234567.125\t12.3%\nЁлка\t-0.5\t-5%\n"_s);
    QCOMPARE(ui::textOf(block, ui::separatorsOf(QLocale(QLocale::Russian))),
        u"\"a\tb\"\t1234567,125\t12,3%\nЁлка\t-0,5\t-5%\n"_s);
    QCOMPARE(summary(ui::blockFromText(ui::textOf(block, {u","_s, {}}))),
        u"a\tb|1234567,125|12,3% percent\nЁлка|-0,5|-5% percent"_s);
}

void TestBlockText::writesHtmlThatReadsBack()
{
    const QString html = ui::htmlOf(sample(), ui::separatorsOf(QLocale(QLocale::Russian)));
    QVERIFY(html.contains(u"x:num=\"1234567.125\""_s));
    QVERIFY(html.contains(u"Labour &amp; &lt;upkeep&gt;"_s));
    const Block read = ui::blockFromHtml(html);
    QCOMPARE(summary(read),
        u"Labour & <upkeep>|1234567,125=1234567.125|12,3%=0.123 percent\nЁлка|-0,5=-0.5|-5%=-0.050000000000000003 percent"_s);
}

void TestBlockText::prefersTheTable()
{
    QMimeData both;
    both.setText(u"1,5\t2"_s);
    both.setHtml(u"<table><tr><td x:num=\"1.5\">1,5</td><td>2</td></tr></table>"_s);
    QCOMPARE(summary(ui::blockFrom(both)), u"1,5=1.5|2"_s);
    both.setHtml(u"<b>1,5</b>"_s);
    QCOMPARE(summary(ui::blockFrom(both)), u"1,5|2"_s);
    QVERIFY(ui::blockFrom(QMimeData()).isEmpty());
}

void TestBlockText::readsCells_data()
{
    QTest::addColumn<BlockCell>("cell");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<double>("minimum");
    QTest::addColumn<int>("bareExponent");
    QTest::addColumn<double>("value"); // not a number: refused
    const double refused = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("a number behind a rounded text")
        << BlockCell {u"1 235"_s, 1234.567, false} << u"USD"_s << 0.0 << 0 << 1234.567;
    QTest::newRow("a number in a table of thousands")
        << BlockCell {u"1,5"_s, 1.5, false} << u"USD"_s << 0.0 << 3 << 1500.0;
    QTest::newRow("a percentage with its number")
        << BlockCell {u"12%"_s, 0.123, true} << u"%"_s << 0.0 << 0 << 0.123;
    QTest::newRow("a number of percent")
        << BlockCell {u"12"_s, 12.0, false} << u"%"_s << 0.0 << 0 << 0.12;
    QTest::newRow("a text of percent")
        << BlockCell {u"12,5 %"_s, {}, true} << u"%"_s << 0.0 << 0 << 0.125;
    QTest::newRow("a negative percentage changes nothing old")
        << BlockCell {u"-5%"_s, -0.05, true} << u"%"_s << -1.0 << 0 << -0.05;
    QTest::newRow("a negative percentage that is refused")
        << BlockCell {u"-5%"_s, {}, true} << u"%"_s << 0.0 << 0 << refused;
    QTest::newRow("a tiny number")
        << BlockCell {u"0"_s, 1e-200, false} << u"USD"_s << 0.0 << 0 << 1e-200;
    QTest::newRow("a negative number in parentheses")
        << BlockCell {u"(1 234,5)"_s, {}, false} << u"USD"_s << -1e9 << 0 << -1234.5;
    QTest::newRow("a word") << BlockCell {u"n/a"_s, {}, false} << u"USD"_s << 0.0 << 0 << refused;
    QTest::newRow("an empty cell") << BlockCell {} << u"USD"_s << 0.0 << 0 << refused;
}

void TestBlockText::readsCells()
{
    QFETCH(BlockCell, cell);
    QFETCH(QString, unit);
    QFETCH(double, minimum);
    QFETCH(int, bareExponent);
    QFETCH(double, value);
    ui::NumberExpectation expected = field(unit, minimum, 1e12);
    expected.oldValue = 0.4;
    expected.bareExponent = bareExponent;
    const ui::ParsedNumber result = ui::numberIn(cell, expected);
    if (value != value) {
        QVERIFY(std::holds_alternative<ui::NumberError>(result));
        return;
    }
    QVERIFY(std::holds_alternative<double>(result));
    QCOMPARE(std::get<double>(result), value);
}

void TestBlockText::findsTheDecimalMark_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mark");
    QTest::newRow("a comma") << u"1,500\t2,5\nLabour\t$ 3,25"_s << u","_s;
    QTest::newRow("a point") << u"1,500\t2.5"_s << u"."_s;
    QTest::newRow("thousands show it, too") << u"1,500\t1,234,567"_s << u"."_s;
    QTest::newRow("nothing shows it") << u"1,500\t2"_s << QString();
    QTest::newRow("they disagree") << u"1,5\t2.5"_s << QString();
}

void TestBlockText::findsTheDecimalMark()
{
    QFETCH(QString, text);
    QFETCH(QString, mark);
    const std::optional<QChar> found = ui::decimalMarkOf(ui::blockFromText(text));
    QCOMPARE(found ? QString(*found) : QString(), mark);
}

void TestBlockText::stopsAtTheLargestBlock()
{
    const Block text = ui::blockFromText(u"1\t2\n"_s.repeated(ui::largestBlock));
    QVERIFY(text.isTruncated);
    QVERIFY(text.rowCount() * text.columnCount() <= ui::largestBlock);
    const Block uneven = ui::blockFromText(
        u"1\n"_s.repeated(1000) + u"\t"_s.repeated(1000) + u"\n1"_s.repeated(1000));
    QVERIFY(uneven.isTruncated);
    QVERIFY(uneven.rowCount() * uneven.columnCount() <= ui::largestBlock);
    const Block html = ui::blockFromHtml(
        u"<table>"_s + u"<tr><td colspan=1000 rowspan=1000>1"_s.repeated(1000) + u"</table>"_s);
    QVERIFY(html.isTruncated);
}

QTEST_GUILESS_MAIN(TestBlockText)
#include "tst_blocktext.moc"
