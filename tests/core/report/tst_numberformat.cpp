#include "core/report/NumberFormat.h"

#include <QTest>

#include <cmath>
#include <limits>

class TestNumberFormat : public QObject {
    Q_OBJECT

private slots:
    void fixedDecimals_data();
    void fixedDecimals();
    void signsOfSteps_data();
    void signsOfSteps();
    void significantDigits_data();
    void significantDigits();
    void percentages_data();
    void percentages();
    void statements();
    void plainNumbersReadBack_data();
    void plainNumbersReadBack();
};

void TestNumberFormat::fixedDecimals_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, double number, int decimals, const char* expected) {
        QTest::newRow(name) << number << decimals << QString::fromUtf8(expected);
    };
    row("zero", 0.0, 2, "0.00");
    row("minus zero has no sign", -0.0, 2, "0.00");
    row("what rounds to zero has no sign", -0.04, 1, "0.0");
    row("the least that rounds up has one", -0.05, 1, "\u22120.1");
    row("half goes away from zero", 2.5, 0, "3");
    row("half goes away from zero below it", -2.5, 0, "\u22123");
    row("half as it is written, not as its double is", 1.005, 2, "1.01");
    row("just below half", 1.00499, 2, "1.00");
    row("a half alone", 0.5, 0, "1");
    row("a twentieth is no half", 0.05, 0, "0");
    row("carries through nines", 999.995, 2, "1,000.00");
    row("carries into a new digit", 9.99, 1, "10.0");
    row("three digits need no separator", 999.0, 0, "999");
    row("thousands", 1000.0, 0, "1,000");
    row("millions", -1234567.891, 1, "\u22121,234,567.9");
    row("decimals beyond the digits are zeros", 0.25, 5, "0.25000");
    row("the smallest double", 5e-324, 3, "0.000");
    row("just below the power of ten", 999999999999999.0, 0, "999,999,999,999,999");
    row("from 10^15 on by a power of ten", -1e15, 2, "\u22121.000000e+15");
    row("not a number", std::numeric_limits<double>::quiet_NaN(), 2, "none");
    row("infinity", -std::numeric_limits<double>::infinity(), 2, "none");
}

void TestNumberFormat::fixedDecimals()
{
    QFETCH(double, number);
    QFETCH(int, decimals);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(core::fixedText(number, decimals)), expected);
}

void TestNumberFormat::signsOfSteps_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("expected");
    QTest::newRow("up") << 4.96 << QStringLiteral("+5.0");
    QTest::newRow("down") << -4.96 << QStringLiteral("\u22125.0");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0.0");
    QTest::newRow("what rounds to nothing") << 0.04 << QStringLiteral("0.0");
    QTest::newRow("no number") << std::numeric_limits<double>::infinity() << QStringLiteral("none");
}

void TestNumberFormat::signsOfSteps()
{
    QFETCH(double, number);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(core::signedText(number, 1)), expected);
}

void TestNumberFormat::significantDigits_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, double number, const char* expected) {
        QTest::newRow(name) << number << QString::fromUtf8(expected);
    };
    row("zero", 0.0, "0");
    row("a whole number", 12.0, "12");
    row("a fraction without zeros at its end", 0.2, "0.2");
    row("seven digits", 444795.27999999933, "444,795.3");
    row("whole digits are all kept", 10757782.150350617, "10,757,782");
    row("zeros before the point stay", 1000000.0, "1,000,000");
    row("below one the zeros do not count", -0.00123456789, "\u22120.001234568");
    row("too small for decimals", 1.5e-12, "1.500000e-12");
    row("not a number", std::nan(""), "none");
}

void TestNumberFormat::significantDigits()
{
    QFETCH(double, number);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(core::significantText(number)), expected);
}

void TestNumberFormat::percentages_data()
{
    QTest::addColumn<double>("fraction");
    QTest::addColumn<QString>("rounded");
    QTest::addColumn<QString>("exact");
    QTest::newRow("a rate of return") << 0.20923 << "20.9\u00A0%"
                                      << "20.923\u00A0%";
    QTest::newRow("a share whose double is not exact") << 0.07 << "7.0\u00A0%"
                                                       << "7\u00A0%";
    QTest::newRow("a negative one") << -0.155 << "\u221215.5\u00A0%"
                                    << "\u221215.5\u00A0%";
}

void TestNumberFormat::percentages()
{
    QFETCH(double, fraction);
    QFETCH(QString, rounded);
    QFETCH(QString, exact);
    QCOMPARE(QString::fromStdString(core::percentText(fraction)), rounded);
    QCOMPARE(QString::fromStdString(core::exactPercentText(fraction)), exact);
}

void TestNumberFormat::statements()
{
    QCOMPARE(core::statementText(0.0), std::string("\u2013"));
    QCOMPARE(core::statementText(-1.0), std::string("0.00"));
    QCOMPARE(core::statementText(-12345678.0), std::string("\u221212.35"));
}

void TestNumberFormat::plainNumbersReadBack_data()
{
    QTest::addColumn<double>("number");
    for (const double number : {0.0, 2026.0, 0.1, -1e300, 1.0 / 3.0, 5e-324})
        QTest::newRow(qPrintable(QString::number(number))) << number;
}

void TestNumberFormat::plainNumbersReadBack()
{
    QFETCH(double, number);
    const std::string text = core::plainText(number);
    QCOMPARE(QByteArray::fromStdString(text).toDouble(), number);
    QVERIFY(text.find(',') == std::string::npos);
}

QTEST_APPLESS_MAIN(TestNumberFormat)
#include "tst_numberformat.moc"
