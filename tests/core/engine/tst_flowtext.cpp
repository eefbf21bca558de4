#include "core/engine/FlowText.h"

#include <QTest>

#include <string>
#include <vector>

using core::readFlows;

class TestFlowText : public QObject {
    Q_OBJECT

private slots:
    void numbersAreRead_data();
    void numbersAreRead();
    void otherTextIsRefused_data();
    void otherTextIsRefused();
    void everyBadLineIsNamed();
    void longTextsAreLimited();
};

void TestFlowText::numbersAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::vector<double>>("expected");
    using Flows = std::vector<double>;
    QTest::newRow("one per line") << QByteArray("-100\n60\n60\n") << Flows {-100, 60, 60};
    QTest::newRow("no line end at the end") << QByteArray("1\n2") << Flows {1, 2};
    QTest::newRow("line ends of Windows") << QByteArray("-1.5\r\n2e3\r\n") << Flows {-1.5, 2000};
    QTest::newRow("blank lines and spaces")
        << QByteArray("\n  -1 \n\t\n\t2\t\r\n\n") << Flows {-1, 2};
    QTest::newRow("a leading plus") << QByteArray("+5\n+.5e1\n") << Flows {5, 5};
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF-7\n8") << Flows {-7, 8};
    QTest::newRow("all digits of a double")
        << QByteArray("0.1\n1.7976931348623157e308") << Flows {0.1, 1.7976931348623157e308};
}

void TestFlowText::numbersAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(std::vector<double>, expected);
    const auto flows = readFlows(text.toStdString());
    QVERIFY(flows.hasValue());
    QCOMPARE(*flows, expected);
}

void TestFlowText::otherTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QByteArray& text, const char* sentence) {
        QTest::newRow(name) << text << QString::fromLatin1(sentence);
    };
    row("nothing", "", "expected one cash flow per line, found none");
    row("blank lines alone", " \n\r\n", "expected one cash flow per line, found none");
    row("a word", "1\nx1", "line 2: expected one number such as -1250.5, found \"x1\"");
    row("blank lines count", "1\n\n\n?",
        "line 4: expected one number such as -1250.5, found \"?\"");
    row("a decimal comma", "1,5",
        "line 1: expected one number such as -1250.5, found \"1,5\" (the decimal sign is a point, "
        "and thousands are not separated)");
    row("two numbers", "1 2", "line 1: expected one number such as -1250.5, found \"1 2\"");
    row("not a number", "nan", "line 1: expected one number such as -1250.5, found \"nan\"");
    row("infinity", "-inf", "line 1: expected one number such as -1250.5, found \"-inf\"");
    row("too large", "1e400", "line 1: \"1e400\" is beyond the range of numbers");
    row("hexadecimal", "0x10", "line 1: expected one number such as -1250.5, found \"0x10\"");
    row("two signs", "+-5", "line 1: expected one number such as -1250.5, found \"+-5\"");
    row("a sign alone", "+", "line 1: expected one number such as -1250.5, found \"+\"");
    row("control and other bytes", QByteArray("\x1b[2J\xff\0", 6),
        "line 1: expected one number such as -1250.5, found \"?[2J??\"");
    row("a very long line", QByteArray(100'000, '7') + "x",
        "line 1: expected one number such as -1250.5, found "
        "\"7777777777777777777777777777777777777777...\"");
}

void TestFlowText::otherTextIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    const auto flows = readFlows(text.toStdString());
    QVERIFY(!flows.hasValue());
    QVERIFY(flows.error().code == core::ErrorCode::InvalidInput);
    QCOMPARE(flows.error().problems.size(), std::size_t {1});
    QCOMPARE(QString::fromStdString(core::sentence(flows.error().problems[0])), sentence);
}

void TestFlowText::everyBadLineIsNamed()
{
    const auto flows = readFlows("a\n1\nb\n2\n");
    QVERIFY(!flows.hasValue());
    QCOMPARE(flows.error().problems.size(), std::size_t {2});
    QCOMPARE(flows.error().problems[0].where, std::string("line 1"));
    QCOMPARE(flows.error().problems[1].where, std::string("line 3"));
}

void TestFlowText::longTextsAreLimited()
{
    std::string text;
    for (std::size_t i = 0; i < core::mostFlows; ++i)
        text += "1\n";
    QCOMPARE(readFlows(text)->size(), core::mostFlows);
    const auto tooMany = readFlows(text + "1\nx\n");
    QVERIFY(!tooMany.hasValue());
    QCOMPARE(tooMany.error().problems.size(), std::size_t {1});
    QCOMPARE(core::sentence(tooMany.error().problems[0]),
        std::string("line 10001: expected at most 10000 cash flows"));

    std::string bad;
    for (int i = 0; i < 100'000; ++i)
        bad += "x\n";
    QCOMPARE(readFlows(bad).error().problems.size(), std::size_t {21});
}

QTEST_APPLESS_MAIN(TestFlowText)
#include "tst_flowtext.moc"
