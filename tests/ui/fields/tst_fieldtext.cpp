#include "ui/fields/FieldText.h"

#include "core/project/DefaultProject.h"
#include "ui/models/DisplayFormat.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::NumberExpectation;

namespace {

NumberExpectation expected(const QString& unit, int bareExponent = 0, bool isWhole = false)
{
    NumberExpectation expectation;
    expectation.unit = unit;
    expectation.bareExponent = bareExponent;
    expectation.isWhole = isWhole;
    expectation.locale = QLocale(QLocale::English);
    return expectation;
}

QString spaced(QString text)
{
    return text.replace(u'_', QChar(ui::noBreakSpace)).replace(u'-', QChar(ui::minusSign));
}

}

class TestFieldText : public QObject {
    Q_OBJECT

private slots:
    void numbers_data();
    void numbers();
    void russianNumbers();
    void textForTypingReadsBack_data() { numbers_data(); }
    void textForTypingReadsBack();
    void amountsHaveAScale_data();
    void amountsHaveAScale();
    void values_data();
    void values();
    void lastValueStaysInUse();
};

void TestFieldText::numbers_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("bareExponent");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typing");
    const auto row = [](const char* name, const QString& unit, int bareExponent, double number,
                         const QString& text, const QString& typing, bool isWhole = false) {
        QTest::newRow(name) << unit << bareExponent << isWhole << number << spaced(text)
                            << spaced(typing);
    };
    row("a share", u"%"_s, 0, 0.42, u"42.0_%"_s, u"42.0_%"_s);
    row("a share with two decimals", u"%"_s, 0, 0.1055, u"10.55_%"_s, u"10.55_%"_s);
    row("a third", u"%"_s, 0, 1.0 / 3.0, u"33.3333_%"_s, u"33.33333333333333_%"_s);
    row("a product of shares", u"%"_s, 0, 0.97 * 0.7, u"67.9_%"_s, u"67.89999999999999_%"_s);
    row("a discount", u"%"_s, 0, -0.35, u"-35.0_%"_s, u"-35.0_%"_s);
    row("thousands a year", u"USD/year"_s, 3, 1'905'000.0, u"1,905"_s, u"1905"_s);
    row("half a thousand", u"USD/year"_s, 3, 12'450.0, u"12.45"_s, u"12.45"_s);
    row("nothing a year", u"USD/year"_s, 3, 0.0, u"0"_s, u"0"_s);
    row("millions", u"USD"_s, 6, 24'300'000.0, u"24.3"_s, u"24.3"_s);
    row("a cost per kg", u"USD/kg"_s, 0, 17.4, u"17.4"_s, u"17.4"_s);
    row("no cost per kg", u"USD/kg"_s, 0, 0.0, u"0.0"_s, u"0.0"_s);
    row("a price", u"USD/kg"_s, 0, 1150.0, u"1,150"_s, u"1150"_s);
    row("a lever", u"factor"_s, 0, 1.05, u"1.050"_s, u"1.050"_s);
    row("a capacity", u"kg/year"_s, 0, 15'000.0, u"15,000"_s, u"15000"_s);
    row("a calendar year", {}, 0, 2026.0, u"2026"_s, u"2026"_s, true);
    row("a number of years", u"years"_s, 0, 20.0, u"20"_s, u"20"_s, true);
}

void TestFieldText::numbers()
{
    QFETCH(QString, unit);
    QFETCH(int, bareExponent);
    QFETCH(bool, isWhole);
    QFETCH(double, number);
    QFETCH(QString, text);
    QFETCH(QString, typing);
    const NumberExpectation expectation = expected(unit, bareExponent, isWhole);
    QCOMPARE(ui::fieldText(number, expectation), text);
    QCOMPARE(ui::typingText(number, expectation), typing);
}

void TestFieldText::russianNumbers()
{
    NumberExpectation expectation = expected(u"USD/year"_s, 3);
    expectation.locale = QLocale(QLocale::Russian);
    const QString thin(QChar(ui::narrowNoBreakSpace));
    QCOMPARE(ui::fieldText(1'905'500.0, expectation), u"1"_s + thin + u"905,5"_s);
    QCOMPARE(ui::typingText(1'905'500.0, expectation), u"1905,5"_s);
}

void TestFieldText::textForTypingReadsBack()
{
    QFETCH(QString, unit);
    QFETCH(int, bareExponent);
    QFETCH(bool, isWhole);
    QFETCH(double, number);
    NumberExpectation expectation = expected(unit, bareExponent, isWhole);
    expectation.minimum = -1e15;
    expectation.decimalMark = u'.';
    const ui::ParsedNumber read = ui::parseNumber(ui::typingText(number, expectation), expectation);
    QVERIFY(std::holds_alternative<double>(read));
    QCOMPARE(std::get<double>(read), number);
}

void TestFieldText::amountsHaveAScale_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<double>("amount");
    QTest::addColumn<int>("exponent");
    QTest::addColumn<QString>("beside");
    QTest::newRow("a year") << u"USD/year"_s << 609'000.0 << 3 << u"USD thousand/year"_s;
    QTest::newRow("nothing a year") << u"KZT/year"_s << 0.0 << 3 << u"KZT thousand/year"_s;
    QTest::newRow("below ten million") << u"USD"_s << 4'600'000.0 << 3 << u"USD thousand"_s;
    QTest::newRow("from ten million on") << u"USD"_s << 20'000'000.0 << 6 << u"USD million"_s;
    QTest::newRow("a price") << u"USD/kg"_s << 1'500'000.0 << 0 << u"USD/kg"_s;
    QTest::newRow("a share") << u"%"_s << 0.5 << 0 << QString();
    QTest::newRow("a factor") << u"factor"_s << 1.0 << 0 << QString();
    QTest::newRow("days") << u"days"_s << 60.0 << 0 << u"days"_s;
}

void TestFieldText::amountsHaveAScale()
{
    QFETCH(QString, unit);
    QFETCH(double, amount);
    QFETCH(int, exponent);
    QFETCH(QString, beside);
    QCOMPARE(ui::bareExponentFor(unit, amount), exponent);
    QCOMPARE(ui::unitText(unit, exponent), beside);
}

void TestFieldText::values_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("bareExponent");
    QTest::addColumn<QString>("text");
    QTest::newRow("an amount") << u"cost_lines.digestion.fixed"_s << 3
                               << u"609_USD thousand/year"_s;
    QTest::newRow("a share") << u"market.oecd_share"_s << 0 << u"95.0_%"_s;
    QTest::newRow("a series") << u"macro.usd_inflation"_s << 0 << u"2027:_2.3_%; 2028:_2.0_%"_s;
    QTest::newRow("a profile") << u"cost_lines.labour.fixed_profile"_s << 0
                               << u"1:_50.0_%; 2:_100.0_%"_s;
    QTest::newRow("a choice") << u"discounting.timing"_s << 0 << u"Middle of year"_s;
    QTest::newRow("an id") << u"active_deck"_s << 0 << u"Consensus"_s;
    QTest::newRow("a yes or no") << u"tax.write_off_at_end"_s << 0 << u"yes"_s;
    QTest::newRow("nothing") << u"macro.fx.path"_s << 0 << u"none"_s;
}

void TestFieldText::values()
{
    QFETCH(QString, id);
    QFETCH(int, bareExponent);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale(QLocale::English));
    const core::Project project = core::defaultProject();
    const auto value = core::valueOf(project, id.toStdString());
    QVERIFY(value);
    for (const core::Input& input : core::inputsOf(project))
        if (input.id == id.toStdString())
            QCOMPARE(ui::valueText(project, input, *value, bareExponent), spaced(text));
}

void TestFieldText::lastValueStaysInUse()
{
    QCOMPARE(ui::withLastValue(u"142 % is too large."_s, 0.42, expected(u"%"_s)),
        spaced(u"142 % is too large. The last valid value, 42.0_%, stays in use. "
               "Esc restores it."_s));
    QVERIFY(ui::withLastValue(u"Too large."_s, 609'000.0, expected(u"USD/year"_s, 3))
                .contains(spaced(u"609_USD thousand/year,"_s)));
}

QTEST_APPLESS_MAIN(TestFieldText)
#include "tst_fieldtext.moc"
