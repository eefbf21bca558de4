#include "ui/models/DisplayFormat.h"

#include "ui/models/DecimalText.h"

#include <QCoreApplication>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int firstPowerOfTen = 15; // from here on digits say nothing

QString notComputable()
{
    return QCoreApplication::translate("DisplayFormat", "not computable");
}

QString superscript(int number)
{
    constexpr QStringView digits = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString text;
    for (const QChar digit : QString::number(number))
        text += digits[digit.digitValue()];
    return text;
}

}

NumberSeparators separatorsOf(const QLocale& locale)
{
    QString group = locale.groupSeparator();
    if (group == QString(QChar(noBreakSpace)) || group == u" "_s)
        group = QString(QChar(narrowNoBreakSpace));
    return {locale.decimalPoint(), group};
}

DisplayFormat::DisplayFormat(const QLocale& locale, NegativeStyle negativeStyle)
    : DisplayFormat(separatorsOf(locale), negativeStyle)
{
}

DisplayFormat::DisplayFormat(NumberSeparators separators, NegativeStyle negativeStyle)
    : m_separators(std::move(separators))
    , m_negativeStyle(negativeStyle)
{
}

// From plain digits to the user's separators and sign.
QString DisplayFormat::dressed(QString digits, const QString& after) const
{
    const bool isNegative = digits.startsWith(u'-');
    if (isNegative)
        digits.remove(0, 1);
    const qsizetype point = digits.indexOf(u'.');
    qsizetype place = point < 0 ? digits.size() : point;
    if (point >= 0)
        digits.replace(point, 1, m_separators.decimal);
    for (place -= 3; place > 0; place -= 3)
        digits.insert(place, m_separators.group);
    digits += after;
    if (!isNegative)
        return digits;
    if (m_negativeStyle == NegativeStyle::parentheses)
        return u'(' + digits + u')';
    return QChar(minusSign) + digits;
}

QString DisplayFormat::fixed(double number, int decimals, int exponent) const
{
    if (!std::isfinite(number))
        return notComputable();
    const int magnitude = decimalMagnitude(number, exponent);
    if (magnitude >= firstPowerOfTen)
        return dressed(QString::fromStdString(roundedDecimal(number, 2, exponent - magnitude)),
            u"·10"_s + superscript(magnitude));
    return dressed(QString::fromStdString(roundedDecimal(number, decimals, exponent)));
}

QString DisplayFormat::money(double usd) const
{
    return fixed(usd, 1, -6);
}

QString DisplayFormat::statement(double usd, int decimals) const
{
    if (usd == 0.0)
        return QString(QChar(enDash));
    return fixed(usd, decimals, -6);
}

QString DisplayFormat::thousands(double amount) const
{
    return fixed(amount, 0, -3);
}

QString DisplayFormat::tenge(double kzt) const
{
    return tengeIsInBillions(kzt) ? fixed(kzt, 2, -9) : fixed(kzt, 0, -6);
}

QString DisplayFormat::percent(double fraction, int decimals) const
{
    if (!std::isfinite(fraction) || decimalMagnitude(fraction, 2) >= firstPowerOfTen)
        return fixed(fraction, decimals);
    return dressed(QString::fromStdString(roundedDecimal(fraction, decimals, 2)),
        QChar(noBreakSpace) + u"%"_s);
}

QString DisplayFormat::perKg(double amount) const
{
    // What rounds to 100 is shown as 100, not as 100.0.
    const bool isSmall = std::isfinite(amount) && std::abs(std::round(amount * 10.0)) < 1000.0;
    return fixed(amount, isSmall ? 1 : 0);
}

QString DisplayFormat::tonnes(double kg) const
{
    return fixed(kg, 1, -3);
}

QString DisplayFormat::kilograms(double kg) const
{
    return fixed(kg, 0);
}

QString DisplayFormat::years(double years) const
{
    if (!std::isfinite(years))
        return notComputable();
    return QCoreApplication::translate("DisplayFormat", "%1 years").arg(fixed(years, 1));
}

QString DisplayFormat::exchangeRate(double kztPerUsd) const
{
    return fixed(kztPerUsd, 0);
}

QString DisplayFormat::factor(double number) const
{
    return fixed(number, 3);
}

QString DisplayFormat::probability(double fraction) const
{
    const QString after = QChar(noBreakSpace) + u"%"_s;
    if (fraction > 0.0 && fraction < 0.01)
        return u"< 1"_s + after;
    if (fraction > 0.99 && fraction < 1.0)
        return u"> 99"_s + after;
    return percent(fraction, 0);
}

QString DisplayFormat::year(int year)
{
    return QString::number(year);
}

QString DisplayFormat::typed(double number, int exponent) const
{
    if (!std::isfinite(number))
        return notComputable();
    return QString::fromStdString(exactDecimal(number, exponent))
        .replace(u'.', m_separators.decimal);
}

QString DisplayFormat::exact(double number, const QString& unit) const
{
    if (!std::isfinite(number))
        return notComputable();
    const int exponent = shownExponent(unit);
    if (decimalMagnitude(number, exponent) >= firstPowerOfTen)
        return fixed(number, 0, exponent);
    return dressed(QString::fromStdString(exactDecimal(number, exponent)));
}

QString DisplayFormat::exactWithUnit(double number, const QString& unit) const
{
    const QString text = exact(number, unit);
    const QString after = unitAfter(unit);
    return after.isEmpty() || !std::isfinite(number) ? text : text + QChar(noBreakSpace) + after;
}

bool tengeIsInBillions(double kzt)
{
    return std::abs(kzt) > 10'000e6;
}

QString unitAfter(const QString& unit)
{
    return unit == u"factor" ? QString() : unit;
}

int shownExponent(const QString& unit)
{
    return unit == u"%" ? 2 : 0;
}

}
