#pragma once

#include "core/project/Registry.h"
#include "ui/models/NumberParser.h"

#include <QString>

// How fields and cells show the numbers of inputs, and how they word what is wrong with one.
namespace ui {

// The power of ten that amounts of a unit are shown and typed in: 3 for amounts a year, 3 or, from
// 10 million on, 6 for others in USD or KZT; 0 for all other units.
int bareExponentFor(const QString& unit, double amount);

// What stands beside a field: "USD thousand/year", "years". Empty where the unit goes with the number
// or where there is none.
QString unitText(const QString& unit, int bareExponent);

// What may be typed for an input.
NumberExpectation expectationFor(const core::Input&, int bareExponent);

// A number of an input with all its digits up to a limit, and zeros where numbers of its kind have
// them: "42.0 %", "116", "7.5", "24.3" in a field of millions. Years have no separator.
QString fieldText(double number, const NumberExpectation&);

// The same for typing over: without separators between thousands, and with digits that the text of
// the field leaves out.
QString typingText(double number, const NumberExpectation&);

// What an input holds, with its unit: "609 USD thousand/year", "2027: 2.3 %; 2028: 2.0 %",
// "Declining balance", "none".
QString valueText(
    const core::Project&, const core::Input&, const core::InputValue&, int bareExponent);

// Adds to a sentence about what was typed that the value before it stays in use.
QString withLastValue(const QString& sentence, double lastValue, const NumberExpectation&);

}
