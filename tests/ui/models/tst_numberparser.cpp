#include "ui/models/NumberParser.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using ui::NumberExpectation;
using ui::ParsedNumber;

Q_DECLARE_METATYPE(ui::NumberExpectation)

namespace {

NumberExpectation field(const QString& unit, double minimum, double maximum,
    QLocale::Language language = QLocale::English)
{
    NumberExpectation expected;
    expected.unit = unit;
    expected.minimum = minimum;
    expected.maximum = maximum;
    expected.locale = QLocale(language);
    return expected;
}

NumberExpectation changing(NumberExpectation expected, double oldValue)
{
    expected.oldValue = oldValue;
    return expected;
}

NumberExpectation shownIn(NumberExpectation expected, int exponent)
{
    expected.bareExponent = exponent;
    return expected;
}

NumberExpectation whole(NumberExpectation expected)
{
    expected.isWhole = true;
    return expected;
}

NumberExpectation russian(NumberExpectation expected)
{
    expected.locale = QLocale(QLocale::Russian);
    return expected;
}

const NumberExpectation share = field(u"%"_s, 0.0, 1.0);
const NumberExpectation premium = field(u"%"_s, -0.99, 10.0);
const NumberExpectation money = field(u"USD"_s, 0.0, 1e15);
const NumberExpectation tenge = field(u"KZT/year"_s, 0.0, 1e15);
const NumberExpectation price = field(u"USD/kg"_s, 0.0, 1e9);
const NumberExpectation mass = field(u"kg/year"_s, 0.0, 1e12);
const NumberExpectation alumina = field(u"t/year"_s, 0.0, 1e15);
const NumberExpectation grade = field(u"g/t"_s, 0.0, 1e6);
const NumberExpectation rate = field(u"KZT/USD"_s, 0.01, 1e6);
const NumberExpectation days = field(u"days"_s, 0.0, 10000.0);
const NumberExpectation years = whole(field(u"years"_s, 0.0, 100.0));
const NumberExpectation factor = field(u"factor"_s, 0.0, 100.0);
const NumberExpectation anything = field(QString(), -1e300, 1e300);

QString describe(const ParsedNumber& result)
{
    if (const auto* value = std::get_if<double>(&result))
        return QString::number(*value, 'g', 17);
    if (const auto* both = std::get_if<ui::AmbiguousNumber>(&result))
        return u"%1 or %2"_s.arg(both->usual, 0, 'g', 17).arg(both->alternative, 0, 'g', 17);
    return std::get<ui::NumberError>(result).sentence;
}

}

class TestNumberParser : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void asks_data();
    void asks();
    void refuses_data();
    void refuses();
    void saysWhatIsExpected_data();
    void saysWhatIsExpected();
    void survivesAnyText();
};

void TestNumberParser::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<NumberExpectation>("expected");
    QTest::addColumn<double>("value");
    const auto row = [](const char* name, const QString& text, const NumberExpectation& expected,
                         double value) { QTest::newRow(name) << text << expected << value; };

    row("a whole number", u"1500"_s, anything, 1500.0);
    row("a decimal point", u"12.5"_s, anything, 12.5);
    row("a decimal comma", u"12,5"_s, anything, 12.5);
    row("a decimal comma in Russian", u"12,5"_s, russian(anything), 12.5);
    row("a decimal point in Russian", u"12.5"_s, russian(anything), 12.5);
    row("one decimal after many digits", u"1234567,8"_s, anything, 1234567.8);
    row("a point in front", u".5"_s, anything, 0.5);
    row("a comma in front of three digits", u",125"_s, anything, 0.125);
    row("a zero before three digits", u"0,125"_s, anything, 0.125);
    row("a zero before three digits and a point", u"0.125"_s, russian(anything), 0.125);
    row("a point at the end", u"5."_s, anything, 5.0);
    row("four digits after the mark", u"1,2345"_s, anything, 1.2345);
    row("four digits before the mark", u"1234,567"_s, anything, 1234.567);
    row("both marks, the point last", u"1,234.5"_s, anything, 1234.5);
    row("both marks, the comma last", u"1.234,5"_s, anything, 1234.5);
    row("both marks and three decimals", u"1.234,567"_s, anything, 1234.567);
    row("millions with commas", u"1,234,567"_s, russian(anything), 1234567.0);
    row("millions with points", u"1.234.567"_s, anything, 1234567.0);
    row("millions with points and a comma", u"1.234.567,89"_s, anything, 1234567.89);
    row("spaces between thousands", u"1 234 567,8"_s, anything, 1234567.8);
    row("no-break spaces", u"1\u00A0234\u00A0567"_s, anything, 1234567.0);
    row("narrow no-break spaces", u"1\u202F234\u202F567,25"_s, anything, 1234567.25);
    row("thin and figure spaces", u"1\u2009234\u2007567"_s, anything, 1234567.0);
    row("a space says that the mark is decimal", u"1 234,567"_s, anything, 1234.567);
    row("apostrophes between thousands", u"1'234’567.5"_s, anything, 1234567.5);
    row("spaces around", u"  42\u00A0 "_s, anything, 42.0);
    row("a power of ten", u"1.5e3"_s, anything, 1500.0);
    row("a power of ten with a sign", u"25E-1"_s, anything, 2.5);
    row("a power of ten makes the mark decimal", u"1,234e3"_s, anything, 1234.0);
    row("a leading equals sign", u"=12"_s, anything, 12.0);
    row("an equals sign and a sum", u"= 2+3"_s, anything, 5.0);
    row("a leading plus", u"+7"_s, anything, 7.0);
    row("a hyphen", u"-7"_s, anything, -7.0);
    row("a minus sign", u"\u2212 7,5"_s, anything, -7.5);
    row("an en dash", u"–7"_s, anything, -7.0);
    row("parentheses of bookkeeping", u"(1,234.5)"_s, anything, -1234.5);
    row("zero with a minus is zero", u"-0"_s, anything, 0.0);

    row("three digits, only thousands in range", u"1,500"_s, whole(field({}, 1000, 3000)), 1500.0);
    row("three digits, only the decimal in range", u"1.500"_s, field({}, 0.0, 2.0), 1.5);
    row("three digits in Russian, only the decimal in range", u"1,500"_s,
        russian(field({}, 0.0, 2.0)), 1.5);
    row("three digits, whole numbers only", u"1,500"_s, whole(field({}, 0, 3000)), 1500.0);
    row("three digits, another number shows the mark", u"1,500 + 0,5"_s, anything, 2.0);
    row("three digits, another number shows the other mark", u"1,500 + 0.5"_s, russian(anything),
        1500.5);
    NumberExpectation pasted = anything;
    pasted.decimalMark = u',';
    row("three digits in a block with decimal commas", u"1,500"_s, pasted, 1.5);
    row("three digits and a point in a block with decimal commas", u"1.500"_s, pasted, 1500.0);
    row("both readings are the same", u"0*1,500"_s, anything, 0.0);

    row("a percentage is a share", u"12 %"_s, share, 0.12);
    row("a bare number in a share is percent", u"12"_s, share, 0.12);
    row("the nearest number to a percentage", u"12.3"_s, share, 0.123);
    row("seven percent", u"7%"_s, share, 0.07);
    row("a percentage with a comma and a no-break space", u"12,5\u00A0%"_s, share, 0.125);
    row("a fraction of a percent", u"0.5"_s, share, 0.005);
    row("a sum of percentages", u"12% + 3"_s, share, 0.15);
    row("a product in a share", u"3*4"_s, share, 0.12);
    row("a percentage of a percentage", u"50% * 20%"_s, share, 0.1);
    row("a negative premium", u"-10%"_s, changing(premium, 0.4), -0.1);
    row("a positive premium with its sign", u"+5 %"_s, changing(premium, 0.4), 0.05);
    row("a percentage as a factor", u"95 %"_s, factor, 0.95);
    row("a percentage of an amount", u"200*95%"_s, price, 190.0);

    row("k", u"12k"_s, money, 12000.0);
    row("K and a space", u"12 K"_s, money, 12000.0);
    row("thousand in Russian", u"12,5 тыс."_s, money, 12500.0);
    row("thousand in Russian without a point", u"12 тыс"_s, money, 12000.0);
    row("M", u"1.5M"_s, money, 1.5e6);
    row("million in Russian", u"12,3 млн"_s, money, 12.3e6);
    row("billion in Russian", u"1,2 млрд"_s, tenge, 1.2e9);
    row("million and a currency", u"1,5 млн USD"_s, money, 1.5e6);
    row("a dollar sign in front", u"$1.5M"_s, money, 1.5e6);
    row("a currency in front", u"USD 20 million"_s, money, 20e6);
    row("a dollar sign behind", u"250$"_s, money, 250.0);
    row("tenge by name", u"350 млн KZT"_s, tenge, 350e6);
    row("the sign of the tenge", u"₸ 350 тыс."_s, tenge, 350e3);
    row("tenge a year in Russian", u"350 тыс. тг/год"_s, tenge, 350e3);
    row("the exchange rate", u"512,5 KZT/USD"_s, rate, 512.5);
    row("the exchange rate with signs", u"512.5 ₸/$"_s, rate, 512.5);

    row("the unit of the field", u"650 USD/kg"_s, price, 650.0);
    row("the unit of the field in Russian", u"650 $/кг"_s, price, 650.0);
    row("a price a tonne", u"650 000 USD/t"_s, price, 650.0);
    row("a price a gram", u"0.65 USD / g"_s, price, 650.0);
    row("tonnes into kilograms", u"15 t"_s, mass, 15000.0);
    row("tonnes into kilograms in Russian", u"15,5 т"_s, mass, 15500.0);
    row("tonnes a year", u"15 t/year"_s, mass, 15000.0);
    row("kilograms", u"15 000 кг"_s, mass, 15000.0);
    row("thousand tonnes", u"1400 тыс. т"_s, alumina, 1.4e6);
    row("kilograms into tonnes", u"250 kg"_s, alumina, 0.25);
    row("grams a tonne", u"160 г/т"_s, grade, 160.0);
    row("kilograms a tonne", u"0.16 kg / t"_s, grade, 160.0);
    row("grams of a content", u"160 g"_s, grade, 160.0);
    row("days", u"45 дней"_s, days, 45.0);
    row("years", u"10 лет"_s, years, 10.0);
    row("a gram or a year, as the field says", u"5 г."_s, years, 5.0);

    row("thousands are meant in a table of thousands", u"1300"_s, shownIn(money, 3), 1.3e6);
    row("millions are meant in a table of millions", u"12.3"_s, shownIn(money, 6), 12.3e6);
    row("a unit says more than the table", u"900 k"_s, shownIn(money, 6), 0.9e6);
    row("a currency alone is whole amounts", u"$1300"_s, shownIn(money, 3), 1300.0);
    row("tonnes in a table of tonnes", u"15"_s, shownIn(mass, 3), 15000.0);
    row("a sum in a table of thousands", u"2*3+4"_s, shownIn(money, 3), 10000.0);
    row("a unit and a bare number", u"500k + 3"_s, shownIn(money, 6), 3.5e6);

    row("a small sum", u"12.5+3*2"_s, anything, 18.5);
    row("a difference with a minus sign", u"10 − 2.5"_s, anything, 7.5);
    row("a difference with decimal commas", u"10,5-2,5"_s, anything, 8.0);
    row("parentheses", u"2*(3+4)"_s, anything, 14.0);
    row("a division", u"100/8"_s, anything, 12.5);
    row("the signs of typography", u"6×4÷3"_s, anything, 8.0);
    row("signs of signs", u"2*-3"_s, anything, -6.0);
    row("one line after the other", u"10-3-2"_s, anything, 5.0);
    row("a sum of amounts", u"1,5 млн + 200 тыс."_s, money, 1.7e6);
    row("a sum in parentheses is no bookkeeping", u"(2+3)"_s, anything, 5.0);
    row("an amount over an amount", u"2M/1M"_s, anything, 2.0);

    row("more by a percentage", u"+5%"_s, changing(price, 400.0), 420.0);
    row("less by a percentage", u"-10%"_s, changing(price, 400.0), 360.0);
    row("less with a minus sign and a comma", u"\u22122,5 %"_s, changing(price, 400.0), 390.0);
    row("more of a share", u"+5%"_s, changing(share, 0.4), 0.42);
    row("times", u"*1.05"_s, changing(price, 400.0), 420.0);
    row("times with a comma", u"* 1,05"_s, changing(price, 400.0), 420.0);
    row("times of a share", u"*0.5"_s, changing(share, 0.4), 0.2);
    row("divided", u"/2"_s, changing(price, 400.0), 200.0);
    row("times and plus", u"=*2+10"_s, changing(price, 400.0), 810.0);
    row("a percentage without an old value is a value", u"-10%"_s, premium, -0.1);
}

void TestNumberParser::reads()
{
    QFETCH(QString, text);
    QFETCH(NumberExpectation, expected);
    QFETCH(double, value);
    const ParsedNumber result = ui::parseNumber(text, expected);
    const auto* found = std::get_if<double>(&result);
    QVERIFY2(found, qPrintable(describe(result)));
    // Sums may differ in the last digit; what is written as one number may not.
    const bool isSum = text.contains(u'+') || text.contains(u'*');
    QVERIFY2(isSum ? std::abs(*found - value) <= 1e-15 * std::abs(value) : *found == value,
        qPrintable(describe(result)));
    QVERIFY(!std::signbit(*found) || *found < 0.0);
}

void TestNumberParser::asks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<NumberExpectation>("expected");
    QTest::addColumn<double>("usual");
    QTest::addColumn<double>("alternative");
    const auto row = [](const char* name, const QString& text, const NumberExpectation& expected,
                         double usual, double alternative) {
        QTest::newRow(name) << text << expected << usual << alternative;
    };
    row("a comma, English", u"1,500"_s, price, 1500.0, 1.5);
    row("a point, English", u"1.500"_s, price, 1.5, 1500.0);
    row("a comma, Russian", u"1,500"_s, russian(price), 1.5, 1500.0);
    row("a point, Russian", u"1.500"_s, russian(price), 1500.0, 1.5);
    row("two digits before the mark", u"12,345"_s, price, 12345.0, 12.345);
    row("with a unit", u"1,234 t"_s, mass, 1234000.0, 1234.0);
    row("in a sum", u"1,500 + 1"_s, price, 1501.0, 2.5);
    row("only the other reading is in range", u"1,500"_s, field({}, 0.0, 2.0), 1500.0, 1.5);
    row("only the other reading is whole", u"1,500"_s, russian(whole(field({}, 0, 3000))), 1.5,
        1500.0);
    row("a factor on the old value", u"*1,500"_s, changing(price, 2.0), 3000.0, 3.0);
    row("negative", u"-1,500"_s, anything, -1500.0, -1.5);
}

void TestNumberParser::asks()
{
    QFETCH(QString, text);
    QFETCH(NumberExpectation, expected);
    QFETCH(double, usual);
    QFETCH(double, alternative);
    const ParsedNumber result = ui::parseNumber(text, expected);
    const auto* both = std::get_if<ui::AmbiguousNumber>(&result);
    QVERIFY2(both, qPrintable(describe(result)));
    QCOMPARE(both->usual, usual);
    QCOMPARE(both->alternative, alternative);
}

void TestNumberParser::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<NumberExpectation>("expected");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char* name, const QString& text, const NumberExpectation& expected,
                         const QString& fragment) {
        QTest::newRow(name) << text << expected << fragment;
    };
    row("nothing", QString(), share, u"Nothing is written here. Expected a number from 0 to 100"_s);
    row("spaces", u"   "_s, share, u"Nothing"_s);
    row("an equals sign alone", u"="_s, share, u"Nothing"_s);
    row("a word", u"abc"_s, price, u"“abc” is not understood"_s);
    row("a word behind", u"12 abc"_s, price, u"“abc” is not understood"_s);
    row("another mass in a content", u"20 t"_s, grade, u"“t” is not a unit of this field"_s);
    row("a sign alone", u"-"_s, price, u"A number is missing at the end"_s);
    row("a sum without an end", u"12+"_s, price, u"A number is missing at the end"_s);
    row("two signs", u"12**2"_s, price, u"“*2” is not a number"_s);
    row("an open parenthesis", u"2*(3+4"_s, price, u"closing parenthesis"_s);
    row("a closing parenthesis", u"3)"_s, price, u"“)” is not understood"_s);
    row("two numbers", u"12 34"_s, price, u"side by side"_s);
    row("groups of two", u"1,23,456"_s, price, u"fit no way"_s);
    row("a mark twice and another", u"1,234.567,8.9"_s, price, u"fit no way"_s);
    row("two decimal marks", u"1.2.3"_s, price, u"fit no way"_s);
    row("decimals between thousands", u"1,5 000"_s, price, u"fit no way"_s);
    row("marks alone", u".,"_s, price, u"is not a number"_s);
    row("too large", u"120"_s, share, u"120\u00A0% is too large"_s);
    row("too small", u"-3"_s, share, u"\u22123\u00A0% is too small"_s);
    row("too large in either reading", u"150,500"_s, share, u"too large"_s);
    row("beyond what nobody needs to be told", u"99,999,999,999,999"_s, mass,
        u"99,999,999,999,999\u00A0kg/year is too large. Expected a number from 0 to "
        u"1,000,000,000,000\u00A0kg/year."_s);
    row("an amount without an end", u"1e999"_s, money,
        u"too large. Expected a number from 0 to 1.00·10¹⁵\u00A0USD."_s);
    row("too small where only that end is told", u"-1"_s, mass,
        u"too small. Expected a number of at least 0\u00A0kg/year."_s);
    row("not whole", u"2.5"_s, years, u"is not a whole number"_s);
    row("no finite number", u"1e999"_s, anything, u"The number is too large"_s);
    row("no finite product", u"1e200*1e200"_s, anything, u"The number is too large"_s);
    row("by zero", u"5/0"_s, price, u"divided by zero"_s);
    row("the other currency", u"500 KZT"_s, price, u"“KZT” is not a unit of this field"_s);
    row("a mass in money", u"5 kg"_s, money, u"“kg” is not a unit of this field"_s);
    row("money in a mass", u"$5"_s, mass, u"“$” is not a unit of this field"_s);
    row("a unit below that the field does not have", u"5 USD/kg"_s, money, u"“kg” is not a unit"_s);
    row("a percentage of nothing", u"5%"_s, price, u"A percentage is no value here"_s);
    row("a percentage added to a number", u"100+5%"_s, price, u"cannot be added"_s);
    row("an amount times an amount", u"2M*3M"_s, money, u"cannot be multiplied"_s);
    row("a change without an old value", u"*1.05"_s, price, u"no earlier value"_s);
    row("a change out of range", u"+200%"_s, changing(share, 0.4), u"120\u00A0% is too large"_s);
    row("a long text", QString(1000, u'1'), price, u"too long"_s);
    row("deep parentheses", QString(150, u'('), price, u"missing at the end"_s);
    row("letters of a number", u"nan"_s, anything, u"is not understood"_s);
    row("endless", u"inf"_s, anything, u"is not understood"_s);
}

void TestNumberParser::refuses()
{
    QFETCH(QString, text);
    QFETCH(NumberExpectation, expected);
    QFETCH(QString, fragment);
    const ParsedNumber result = ui::parseNumber(text, expected);
    const auto* error = std::get_if<ui::NumberError>(&result);
    QVERIFY2(error, qPrintable(describe(result)));
    QVERIFY2(error->sentence.contains(fragment), qPrintable(error->sentence));
    QVERIFY2(error->sentence.contains(u"Expected a "_s), qPrintable(error->sentence));
}

void TestNumberParser::saysWhatIsExpected_data()
{
    QTest::addColumn<NumberExpectation>("expected");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a share") << share << u"a number from 0 to 100\u00A0%"_s;
    QTest::newRow("an amount") << money << u"a number of at least 0\u00A0USD"_s;
    QTest::newRow("a whole number") << years << u"a whole number from 0 to 100\u00A0years"_s;
    QTest::newRow("a calendar year")
        << whole(field({}, 1800, 3000)) << u"a whole number from 1800 to 3000"_s;
    QTest::newRow("a price in Russian format") << russian(field(u"USD/kg"_s, 0.5, 1e4))
                                               << u"a number from 0,5 to 10\u202F000\u00A0USD/kg"_s;
    QTest::newRow("a factor") << factor << u"a number from 0 to 100"_s;
    QTest::newRow("anything") << anything << u"a number"_s;
}

void TestNumberParser::saysWhatIsExpected()
{
    QFETCH(NumberExpectation, expected);
    QFETCH(QString, sentence);
    QCOMPARE(ui::expectedNumber(expected), sentence);
}

// Whatever is typed, there is an answer, and a value is one that may be stored.
void TestNumberParser::survivesAnyText()
{
    constexpr QStringView letters = u"0123456789.,  \u00A0+-*/()%=e$₸ktмлн";
    quint32 state = 20261123;
    const auto draw = [&state](quint32 below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    };
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (quint32 length = draw(12); length > 0; --length)
            text += letters[draw(static_cast<quint32>(letters.size()))];
        for (const NumberExpectation& expected :
            {changing(share, 0.4), changing(money, 1e6), changing(premium, 0.1), mass, factor}) {
            const ParsedNumber result = ui::parseNumber(text, expected);
            const auto* value = std::get_if<double>(&result);
            if (value)
                QVERIFY2(
                    *value >= expected.minimum && *value <= expected.maximum, qPrintable(text));
        }
    }
}

QTEST_APPLESS_MAIN(TestNumberParser)
#include "tst_numberparser.moc"
