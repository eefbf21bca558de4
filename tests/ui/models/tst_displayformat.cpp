#include "ui/models/DisplayFormat.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using ui::DisplayFormat;
using ui::NegativeStyle;

// In the expected texts "_" is the no-break space, "'" the narrow one, and "~" the minus sign.
namespace {

QString expectation(const char* text)
{
    return QString::fromUtf8(text)
        .replace(u'_', QChar(ui::noBreakSpace))
        .replace(u'\'', QChar(ui::narrowNoBreakSpace))
        .replace(u'~', QChar(ui::minusSign));
}

const DisplayFormat english {QLocale(QLocale::English)};
const DisplayFormat russian {QLocale(QLocale::Russian)};
const DisplayFormat kazakh {QLocale(QLocale::Kazakh)};
const DisplayFormat bookkeeping {QLocale(QLocale::English), NegativeStyle::parentheses};
const double notANumber = std::numeric_limits<double>::quiet_NaN();
const double endless = std::numeric_limits<double>::infinity();

}

class TestDisplayFormat : public QObject {
    Q_OBJECT

private slots:
    void shows_data();
    void shows();
};

void TestDisplayFormat::shows_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& shown, const char* expected) {
        QTest::newRow(name) << shown << expectation(expected);
    };
    row("money in millions", english.money(12345678.0), "12.3");
    row("money, half goes up", english.money(12350000.0), "12.4");
    row("negative money", english.money(-88049999.0), "~88.0");
    row("money that rounds to zero", english.money(-49999.0), "0.0");
    row("money in thousands of millions", english.money(1234567.8e6), "1,234,567.8");
    row("money, Russian", russian.money(1234567.8e6), "1'234'567,8");
    row("money, Kazakh", kazakh.money(1234567.8e6), "1'234'567,8");
    row("money, four digits are grouped", russian.money(1234.5e6), "1'234,5");
    row("money in parentheses", bookkeeping.money(-1234.5e6), "(1,234.5)");
    row("no parentheses around zero", bookkeeping.money(-1.0), "0.0");

    row("statement", english.statement(12345678.0), "12.35");
    row("statement, zero is a dash", english.statement(0.0), "–");
    row("statement, negative zero is a dash", english.statement(-0.0), "–");
    row("statement, small is not zero", english.statement(1.0), "0.00");
    row("statement without decimals", english.statement(-12500000.0, 0), "~13");
    row("statement in parentheses", bookkeeping.statement(-12345678.0), "(12.35)");

    row("cost table in thousands", english.thousands(1234500.0), "1,235");
    row("tenge in millions", english.tenge(9876.4e6), "9,876");
    row("tenge at the bound of billions", english.tenge(10000e6), "10,000");
    row("tenge in billions", english.tenge(12345.6e6), "12.35");
    row("negative tenge in billions, Russian", russian.tenge(-12345.6e6), "~12,35");

    row("share", english.percent(0.42), "42.0_%");
    row("share, Russian", russian.percent(0.425), "42,5_%");
    row("share, half goes up", english.percent(0.15549999), "15.5_%");
    row("negative share", english.percent(-0.05), "~5.0_%");
    row("negative share in parentheses", bookkeeping.percent(-0.05), "(5.0_%)");
    row("share that rounds to zero", english.percent(-0.0004), "0.0_%");
    row("share above thousand percent", russian.percent(12.5), "1'250,0_%");

    row("price", english.perKg(1500.4), "1,500");
    row("price below 100", english.perKg(99.44), "99.4");
    row("price that rounds to 100", english.perKg(99.96), "100");
    row("price below zero", english.perKg(-12.34), "~12.3");
    row("large price below zero", english.perKg(-250.5), "~251");
    row("tonnes", russian.tonnes(14550.0), "14,6");
    row("kilograms", russian.kilograms(14550.4), "14'550");
    row("exchange rate", english.exchangeRate(512.5), "513");
    row("factor", russian.factor(1.23456), "1,235");
    row("years", english.years(5.46), "5.5 years");
    row("a year has no separator", DisplayFormat::year(2026), "2026");

    row("probability", english.probability(0.425), "43_%");
    row("probability near zero", english.probability(0.004), "< 1_%");
    row("probability near one", english.probability(0.996), "> 99_%");
    row("probability zero", english.probability(0.0), "0_%");
    row("probability one", english.probability(1.0), "100_%");
    row("probability of one percent", english.probability(0.01), "1_%");

    row("typed, all digits", english.typed(1234567.125), "1234567.125");
    row("typed, Russian", russian.typed(-1234.5), "-1234,5");
    row("typed, in percent", russian.typed(0.123, 2), "12,3");
    row("exact share", english.exact(0.4251, u"%"_s), "42.51");
    row("exact share with its unit", english.exactWithUnit(0.4251, u"%"_s), "42.51_%");
    row("exact price with its unit", russian.exactWithUnit(1650.5, u"USD/kg"_s), "1'650,5_USD/kg");
    row("a factor has no unit to show", english.exactWithUnit(1.5, u"factor"_s), "1.5");
    row("exact number without a unit", english.exactWithUnit(1.5, {}), "1.5");

    row("not a number", english.money(notANumber), "not computable");
    row("endless", english.percent(-endless), "not computable");
    row("endless years", english.years(endless), "not computable");
    row("not a number in a table", english.typed(notANumber), "not computable");
    row("price that is not a number", english.perKg(notANumber), "not computable");
    row("beyond all digits", english.fixed(1.234e18, 1), "1.23·10¹⁸");
    row("beyond all digits, in millions", russian.money(-5.678e24), "~5,68·10¹⁸");

    const DisplayFormat plain({u"."_s, QString()}, NegativeStyle::minus);
    row("own separators", plain.money(1234567.8e6), "1234567.8");
}

void TestDisplayFormat::shows()
{
    QFETCH(QString, shown);
    QFETCH(QString, expected);
    QCOMPARE(shown, expected);
}

QTEST_APPLESS_MAIN(TestDisplayFormat)
#include "tst_displayformat.moc"
