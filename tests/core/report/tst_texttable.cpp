#include "core/report/TextTable.h"

#include "tests/core/report/ReportTest.h"

#include <QTest>

using core::TextTable;

class TestTextTable : public QObject {
    Q_OBJECT

private slots:
    void widthIsWhatIsSeen_data();
    void widthIsWhatIsSeen();
    void namesCannotControlTheTerminal_data();
    void namesCannotControlTheTerminal();
    void longTextIsClipped();
    void textIsWrappedAtSpaces();
    void columnsAlign();
    void cellsOfDocumentsStayInTheirLine();
};

void TestTextTable::widthIsWhatIsSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("nothing") << "" << 0;
    QTest::newRow("Latin") << "EBITDA" << 6;
    QTest::newRow("Kazakh") << "Өтелу" << 5;
    QTest::newRow("a typographic minus") << "\u221212.5" << 5;
    QTest::newRow("a combining accent") << "e\u0301" << 1;
    QTest::newRow("Chinese takes two cells a letter") << "镓价格" << 6;
    QTest::newRow("an emoji takes two") << "😀" << 2;
}

void TestTextTable::widthIsWhatIsSeen()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(core::displayWidth(text.toStdString()), width);
}

void TestTextTable::namesCannotControlTheTerminal_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain text stays") << QByteArray("Ga, Қазақстан") << QByteArray("Ga, Қазақстан");
    QTest::newRow("escape sequence") << QByteArray("a\x1b[31mb") << QByteArray("a [31mb");
    QTest::newRow("line break and tab") << QByteArray("a\n\tb") << QByteArray("a  b");
    QTest::newRow("eight-bit control") << QByteArray("a\xc2\x9b"
                                                     "b")
                                       << QByteArray("a b");
    QTest::newRow("turned direction") << QByteArray("a\xe2\x80\xae"
                                                    "b")
                                      << QByteArray("a b");
    QTest::newRow("byte that is no UTF-8") << QByteArray("a\xff"
                                                         "b")
                                           << QByteArray("a\uFFFDb");
    QTest::newRow("letter cut short") << QByteArray("a\xe2\x80") << QByteArray("a\uFFFD\uFFFD");
    QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << QByteArray("\uFFFD\uFFFD");
    QTest::newRow("half of a surrogate pair")
        << QByteArray("\xed\xa0\x80") << QByteArray("\uFFFD\uFFFD\uFFFD");
}

void TestTextTable::namesCannotControlTheTerminal()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(core::printable(text.toStdString())), expected);
}

void TestTextTable::longTextIsClipped()
{
    QCOMPARE(core::clipped("gallium", 7), std::string("gallium"));
    QCOMPARE(core::clipped("gallium", 6), std::string("galli…"));
    QCOMPARE(core::clipped("Өтелу мерзімі", 6), std::string("Өтелу…"));
    QCOMPARE(core::clipped("镓价格", 4), std::string("镓…")); // half a letter does not fit
}

void TestTextTable::textIsWrappedAtSpaces()
{
    QCOMPARE(core::wrapped("one two three", 9, 2), std::string("  one two\n  three\n"));
    QCOMPARE(core::wrapped("at 11\u00A0% a year", 8), std::string("at 11\u00A0%\na year\n"));
    QCOMPARE(core::wrapped("immeasurable", 5), std::string("immeasurable\n"));
    QCOMPARE(core::wrapped("", 5), std::string());
}

void TestTextTable::columnsAlign()
{
    TextTable table(
        {{"Name", TextTable::Alignment::left}, {"Two\nlines", TextTable::Alignment::right}});
    table.addRow({"镓", "\u22121.5"});
    table.addRow({"Өтелу", "1,234.5"});
    table.addRule();
    table.addRow({"Sum"});
    QCOMPARE(table.text(), std::string("           Two\n"
                                       "Name     lines\n"
                                       "──────────────\n"
                                       "镓        \u22121.5\n"
                                       "Өтелу  1,234.5\n"
                                       "──────────────\n"
                                       "Sum\n"));
}

void TestTextTable::cellsOfDocumentsStayInTheirLine()
{
    TextTable table({{"", TextTable::Alignment::left, 5}, {"", TextTable::Alignment::right}});
    table.addRow({"a\nb\nlong", "1"});
    QCOMPARE(table.text(), std::string("a b …  1\n"));
}

QTEST_APPLESS_MAIN(TestTextTable)
#include "tst_texttable.moc"
