#include "ui/models/NumberParser.h"

#include "ui/models/DisplayFormat.h"
#include "ui/models/SumReader.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype longestText = 200;
constexpr double hugeBound = 1e12; // bounds beyond it are no help in a sentence

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(NumberParser)
};

// "a number from 0 to 100 %". A bound of no help is said all the same when a number is beyond it.
QString expectedText(const NumberExpectation& expected, bool isTooSmall, bool isTooLarge)
{
    const DisplayFormat format(expected.locale);
    const NumberExpectation none;
    const bool hasMinimum =
        isTooSmall ? expected.minimum > none.minimum : expected.minimum > -hugeBound;
    const bool hasMaximum =
        isTooLarge ? expected.maximum < none.maximum : expected.maximum < hugeBound;
    const QString kind = expected.isWhole ? Texts::tr("a whole number") : Texts::tr("a number");
    // Years and places in an order have no separators of thousands.
    const bool isPlain = expected.isWhole && expected.unit.isEmpty();
    const QString low = isPlain ? QString::number(expected.minimum, 'f', 0)
                                : format.exact(expected.minimum, expected.unit);
    const QString high = isPlain ? QString::number(expected.maximum, 'f', 0)
                                 : format.exactWithUnit(expected.maximum, expected.unit);
    if (hasMinimum && hasMaximum)
        return Texts::tr("%1 from %2 to %3").arg(kind, low, high);
    if (hasMinimum)
        return Texts::tr("%1 of at least %2")
            .arg(kind, format.exactWithUnit(expected.minimum, expected.unit));
    if (hasMaximum)
        return Texts::tr("%1 of at most %2")
            .arg(kind, format.exactWithUnit(expected.maximum, expected.unit));
    const QString unit = unitAfter(expected.unit);
    return unit.isEmpty() ? kind : Texts::tr("%1 in %2").arg(kind, unit);
}

struct Reading {
    std::optional<double> value;
    QString error;

    bool isUsable() const { return value.has_value() && error.isEmpty(); }
};

// The value when it may be stored, or why not.
Reading checked(
    std::optional<double> value, const QString& error, const NumberExpectation& expected)
{
    if (!value)
        return {std::nullopt, error};
    if (!std::isfinite(*value))
        return {value, Texts::tr("The number is too large.")};
    if (*value == 0.0)
        value = 0.0; // never a minus before a zero
    const QString shown = DisplayFormat(expected.locale).exactWithUnit(*value, expected.unit);
    if (expected.isWhole && *value != std::round(*value))
        return {value, Texts::tr("%1 is not a whole number.").arg(shown)};
    if (*value < expected.minimum)
        return {value, Texts::tr("%1 is too small.").arg(shown)};
    if (*value > expected.maximum)
        return {value, Texts::tr("%1 is too large.").arg(shown)};
    return {value, {}};
}

NumberError errorOf(const Reading& reading, const NumberExpectation& expected)
{
    const bool isTooSmall = reading.value && *reading.value < expected.minimum;
    const bool isTooLarge = reading.value && *reading.value > expected.maximum;
    return {Texts::tr("%1 Expected %2.")
                .arg(reading.error, expectedText(expected, isTooSmall, isTooLarge))};
}

}

QString expectedNumber(const NumberExpectation& expected)
{
    return expectedText(expected, false, false);
}

ParsedNumber parseNumber(const QString& text, const NumberExpectation& expected)
{
    if (text.size() > longestText)
        return errorOf({{}, Texts::tr("The text is too long.")}, expected);
    const bool isComma = expected.locale.decimalPoint() == u","_s;
    const QChar usualMark = expected.decimalMark.value_or(isComma ? u',' : u'.');
    const auto readWith = [&](QChar mark) {
        SumReader reader(text, expected, mark);
        const std::optional<double> value = reader.read();
        return checked(value, reader.error, expected);
    };

    SumReader reader(text, expected, usualMark);
    const std::optional<double> value = reader.read();
    const Reading usual = checked(value, reader.error, expected);
    if (!reader.isAmbiguous || expected.decimalMark)
        return usual.isUsable() ? ParsedNumber(*usual.value) : errorOf(usual, expected);
    if (reader.shownMark) {
        const Reading shown = readWith(*reader.shownMark);
        return shown.isUsable() ? ParsedNumber(*shown.value) : errorOf(shown, expected);
    }
    const Reading other = readWith(usualMark == u',' ? u'.' : u',');
    if (usual.isUsable() && (!other.isUsable() || *other.value == *usual.value))
        return *usual.value;
    if (other.isUsable() && !usual.value)
        return *other.value;
    if (other.isUsable())
        return AmbiguousNumber {*usual.value, *other.value};
    return errorOf(usual, expected);
}

}
