#include "ui/fields/FieldText.h"

#include "ui/document/ChoiceText.h"
#include "ui/document/InputText.h"
#include "ui/models/DecimalText.h"
#include "ui/models/DisplayFormat.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostFurtherDecimals = 3; // beyond those that numbers of the kind have
constexpr int firstPowerOfTen = 15;    // from here on fixed() gives powers of ten

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

struct UnitName {
    const char16_t* unit;
    int exponent;
    const char* text;
};

constexpr UnitName unitNames[] = {
    {u"USD", 0, QT_TRANSLATE_NOOP("FieldText", "USD")},
    {u"USD", 3, QT_TRANSLATE_NOOP("FieldText", "USD thousand")},
    {u"USD", 6, QT_TRANSLATE_NOOP("FieldText", "USD million")},
    {u"USD/year", 0, QT_TRANSLATE_NOOP("FieldText", "USD/year")},
    {u"USD/year", 3, QT_TRANSLATE_NOOP("FieldText", "USD thousand/year")},
    {u"KZT", 0, QT_TRANSLATE_NOOP("FieldText", "KZT")},
    {u"KZT", 3, QT_TRANSLATE_NOOP("FieldText", "KZT thousand")},
    {u"KZT", 6, QT_TRANSLATE_NOOP("FieldText", "KZT million")},
    {u"KZT/year", 0, QT_TRANSLATE_NOOP("FieldText", "KZT/year")},
    {u"KZT/year", 3, QT_TRANSLATE_NOOP("FieldText", "KZT thousand/year")},
    {u"USD/kg", 0, QT_TRANSLATE_NOOP("FieldText", "USD/kg")},
    {u"KZT/kg", 0, QT_TRANSLATE_NOOP("FieldText", "KZT/kg")},
    {u"KZT/USD", 0, QT_TRANSLATE_NOOP("FieldText", "KZT/USD")},
    {u"kg/year", 0, QT_TRANSLATE_NOOP("FieldText", "kg/year")},
    {u"t/year", 0, QT_TRANSLATE_NOOP("FieldText", "t/year")},
    {u"g/t", 0, QT_TRANSLATE_NOOP("FieldText", "g/t")},
    {u"years", 0, QT_TRANSLATE_NOOP("FieldText", "years")},
    {u"days", 0, QT_TRANSLATE_NOOP("FieldText", "days")},
};

int exponentShown(const NumberExpectation& expected)
{
    const int ofUnit = shownExponent(expected.unit);
    return ofUnit != 0 ? ofUnit : -expected.bareExponent;
}

bool isPercent(const NumberExpectation& expected)
{
    return expected.unit == u"%"_s;
}

// A year, or a number of an order: no quantity.
bool isOrdinal(const NumberExpectation& expected)
{
    return expected.isWhole && expected.unit.isEmpty();
}

int usualDecimals(double number, const NumberExpectation& expected)
{
    if (isPercent(expected) || expected.bareExponent >= 6)
        return 1;
    if (expected.unit == u"factor"_s)
        return 3;
    const bool isPerKg = expected.unit.endsWith(u"/kg"_s);
    return isPerKg && std::abs(number) < 100.0 ? 1 : 0;
}

int decimalsIn(const std::string& digits)
{
    const std::size_t point = digits.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(digits.size() - point) - 1;
}

// How many decimals all digits of a number take.
int neededDecimals(double number, const NumberExpectation& expected)
{
    return decimalsIn(exactDecimal(number, exponentShown(expected)));
}

int shownDecimals(double number, const NumberExpectation& expected)
{
    const int usual = usualDecimals(number, expected);
    const int most = usual + mostFurtherDecimals;
    std::string digits = roundedDecimal(number, most, exponentShown(expected));
    while (digits.ends_with('0') && decimalsIn(digits) > usual)
        digits.pop_back();
    return std::max(decimalsIn(digits), usual);
}

QString withPercent(const QString& digits, const NumberExpectation& expected)
{
    return isPercent(expected) ? digits + QChar(noBreakSpace) + u'%' : digits;
}

QString withUnit(const QString& text, const QString& unit)
{
    return unit.isEmpty() ? text : text + QChar(noBreakSpace) + unit;
}

QString withUnit(double number, const NumberExpectation& expected)
{
    QString unit = unitText(expected.unit, expected.bareExponent);
    if (number == 1.0 && expected.unit == u"years"_s)
        unit = Texts::tr("year");
    if (number == 1.0 && expected.unit == u"days"_s)
        unit = Texts::tr("day");
    return withUnit(fieldText(number, expected), unit);
}

}

int bareExponentFor(const QString& unit, double amount)
{
    constexpr double tenMillion = 1e7;
    if (unit == u"USD/year" || unit == u"KZT/year")
        return 3;
    if (unit == u"USD" || unit == u"KZT")
        return std::abs(amount) < tenMillion ? 3 : 6;
    return 0;
}

QString unitText(const QString& unit, int bareExponent)
{
    if (unit == u"%" || unit == u"factor")
        return {};
    for (const UnitName& name : unitNames)
        if (unit == name.unit && bareExponent == name.exponent)
            return Texts::tr(name.text);
    return unit;
}

NumberExpectation expectationFor(const core::Input& input, int bareExponent)
{
    NumberExpectation expected;
    expected.unit = QString::fromStdString(input.unit);
    expected.minimum = input.minimum;
    expected.maximum = input.maximum;
    expected.isWhole = input.kind == core::InputKind::integer;
    expected.bareExponent = bareExponent;
    return expected;
}

QString fieldText(double number, const NumberExpectation& expected)
{
    const DisplayFormat format(expected.locale);
    if (!std::isfinite(number))
        return format.fixed(number, 0);
    if (isOrdinal(expected))
        return format.typed(number);
    return withPercent(
        format.fixed(number, shownDecimals(number, expected), exponentShown(expected)), expected);
}

QString typingText(double number, const NumberExpectation& expected)
{
    const DisplayFormat format(
        NumberSeparators {separatorsOf(expected.locale).decimal, {}}, NegativeStyle::minus);
    if (!std::isfinite(number))
        return {};
    const int exponent = exponentShown(expected);
    const int decimals = shownDecimals(number, expected);
    const bool isComplete = neededDecimals(number, expected) <= decimals &&
                            decimalMagnitude(number, exponent) < firstPowerOfTen;
    return withPercent(
        isComplete ? format.fixed(number, decimals, exponent) : format.typed(number, exponent),
        expected);
}

QString valueText(const core::Project& project, const core::Input& input,
    const core::InputValue& value, int bareExponent)
{
    const NumberExpectation expected = expectationFor(input, bareExponent);
    QStringList entries;
    const auto add = [&](int place, double number) {
        entries +=
            QString::number(place) + u':' + QChar(noBreakSpace) + fieldText(number, expected);
    };
    if (const auto* number = std::get_if<double>(&value))
        return withUnit(*number, expected);
    if (const auto* isSet = std::get_if<bool>(&value))
        return *isSet ? Texts::tr("yes") : Texts::tr("no");
    if (const auto* word = std::get_if<std::string>(&value))
        return choiceText(project, input, *word);
    if (const auto* points = std::get_if<core::Series::Points>(&value))
        for (const auto& [year, number] : *points)
            add(year, number);
    if (const auto* profile = std::get_if<core::Profile>(&value))
        for (std::size_t i = 0; i < profile->size(); ++i)
            add(static_cast<int>(i) + 1, (*profile)[i]);
    return entries.isEmpty()
               ? absentText(input)
               : withUnit(entries.join(u"; "_s), unitText(expected.unit, bareExponent));
}

QString withLastValue(const QString& sentence, double lastValue, const NumberExpectation& expected)
{
    return Texts::tr("%1 The last valid value, %2, stays in use. Esc restores it.")
        .arg(sentence, withUnit(lastValue, expected));
}

}
