#include "ui/models/DecimalText.h"

#include <QTest>

#include <limits>

class TestDecimalText : public QObject {
    Q_OBJECT

private slots:
    void rounds_data();
    void rounds();
    void writesAllDigits_data();
    void writesAllDigits();
    void knowsTheSize();
};

void TestDecimalText::rounds_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<int>("exponent");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, double number, int decimals, int exponent,
                         const char* text) {
        QTest::newRow(name) << number << decimals << exponent << QString::fromLatin1(text);
    };
    row("a whole number", 12.0, 0, 0, "12");
    row("zeros are added", 12.0, 2, 0, "12.00");
    row("half goes up", 0.5, 0, 0, "1");
    row("half goes up after an even digit", 2.5, 0, 0, "3");
    row("half of a negative goes down", -2.5, 0, 0, "-3");
    row("as it is written, not as it is stored", 1.005, 2, 0, "1.01");
    row("below half", 1.0049, 2, 0, "1.00");
    row("a carry through all digits", 999.96, 1, 0, "1000.0");
    row("a carry from nothing", 0.96, 0, 0, "1");
    row("far below", 0.0004, 1, 0, "0.0");
    row("no minus before zero", -0.04, 1, 0, "0.0");
    row("negative zero", -0.0, 1, 0, "0.0");
    row("a negative that stays", -0.06, 1, 0, "-0.1");
    row("just below the last digit", 0.05, 1, 0, "0.1");
    row("into millions", 12345678.0, 1, -6, "12.3");
    row("into millions, half", 12350000.0, 1, -6, "12.4");
    row("into percent", 0.155, 1, 2, "15.5");
    row("a large number", 1e20, 0, 0, "100000000000000000000");
    row("the smallest number", 5e-324, 3, 0, "0.000");
}

void TestDecimalText::rounds()
{
    QFETCH(double, number);
    QFETCH(int, decimals);
    QFETCH(int, exponent);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(ui::roundedDecimal(number, decimals, exponent)), text);
}

void TestDecimalText::writesAllDigits_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<int>("exponent");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, double number, int exponent, const char* text) {
        QTest::newRow(name) << number << exponent << QString::fromLatin1(text);
    };
    row("zero", 0.0, 0, "0");
    row("negative zero", -0.0, 0, "0");
    row("a third", 1.0 / 3.0, 0, "0.3333333333333333");
    row("a share in percent", 0.123, 2, "12.3");
    row("zeros at the end are dropped", 1500000.0, -6, "1.5");
    row("zeros of whole numbers stay", 1500000.0, 0, "1500000");
    row("negative", -0.07, 2, "-7");
    row("small", 1.5e-7, 0, "0.00000015");
}

void TestDecimalText::writesAllDigits()
{
    QFETCH(double, number);
    QFETCH(int, exponent);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(ui::exactDecimal(number, exponent)), text);
}

void TestDecimalText::knowsTheSize()
{
    QCOMPARE(ui::decimalMagnitude(345.0), 2);
    QCOMPARE(ui::decimalMagnitude(0.0), 0);
    QCOMPARE(ui::decimalMagnitude(0.05), -2);
    QCOMPARE(ui::decimalMagnitude(-1e15), 15);
    QCOMPARE(ui::decimalMagnitude(12e6, -6), 1);
}

QTEST_APPLESS_MAIN(TestDecimalText)
#include "tst_decimaltext.moc"
