#pragma once

#include <QChar>
#include <QLocale>
#include <QString>

#include <limits>
#include <optional>
#include <variant>

// Reads numbers as people type and paste them into a field: with point or comma, spaces of any kind
// between thousands, a leading "=", units ("1.5 млн", "15 t", "650 USD/kg"), percent, small sums
// with + − * / and parentheses, and changes of the old value ("*1.05", "/2", "+5%", "-10%").
namespace ui {

// What the field that is typed into holds.
struct NumberExpectation {
    QString unit; // of the stored value, as in core::Input
    double minimum = std::numeric_limits<double>::lowest(); // of the stored value
    double maximum = std::numeric_limits<double>::max();
    QLocale locale;                 // decides how "1,234" would be read in the user's format
    std::optional<double> oldValue; // what "+5%" and "*1.05" change; none: nothing can be changed
    bool isWhole = false;

    // What a number without a unit is multiplied with, as a power of ten: 3 in a table of USD
    // thousand, 6 in one of USD million. Fields in "%" are always in percent.
    int bareExponent = 0;

    // The decimal mark of the text around it, such as a pasted block; then nothing is asked.
    std::optional<QChar> decimalMark;
};

// One mark followed by three digits: either reading may be meant, and the user must say which.
struct AmbiguousNumber {
    double usual;       // read in the format of the locale
    double alternative; // the mark read the other way
};

struct NumberError {
    QString sentence; // what is wrong and what is expected: "“abc” is not a number. Expected ..."
};

// The value to store, in range.
using ParsedNumber = std::variant<double, AmbiguousNumber, NumberError>;

// A bare number in a field in "%" is percent: "12" and "12 %" are both 0.12. Elsewhere "%" is read
// after a number in a product ("100 * 95 %"), and alone in a field without a unit or in "factor".
//
// A sign and a percentage alone change the old value: 400 and "+5%" give 420. Only in a field in
// "%" whose range reaches below zero such a text is the value itself, so that a discount of "-10%"
// can be typed. "(5)" alone is −5, as spreadsheets write it.
//
// One mark and exactly three digits are read in the format of the locale when only that reading
// lies in the range; when both do, or only the other one, the result is AmbiguousNumber. A mark
// elsewhere in the text that can be read in only one way decides, too.
ParsedNumber parseNumber(const QString& text, const NumberExpectation&);

// "a number from 0 to 100 %", for tool tips and sentences about errors.
QString expectedNumber(const NumberExpectation&);

}
