#pragma once

#include <string>
#include <string_view>

// Numbers in text for people: rounded half away from zero as they are written, so that 1.005 shows
// as 1.01; thousands set apart by commas; the minus sign of typography; and never "−0.0". What is
// no finite number reads "none". Values of 10^15 and more are given by a power of ten.
namespace core {

inline constexpr std::string_view minusSign = "\u2212";
inline constexpr std::string_view noBreakSpace = "\u00A0";
inline constexpr std::string_view dash = "\u2013"; // zero in a statement

// "−1,234.50"; `decimals` from 0 to 15.
std::string fixedText(double number, int decimals);

// The same with a plus where it shows more than zero: "+5.0".
std::string signedText(double number, int decimals);

// As many decimals as give about so many digits, without zeros at the end; whole digits are all
// kept: "4,527,157", "444,795.3", "0.2".
std::string significantText(double number, int digits = 7);

// A fraction as "20.9 %".
std::string percentText(double fraction, int decimals = 1);
// The same with as many decimals as it takes: 0.155 is "15.5 %".
std::string exactPercentText(double fraction);

// Money in millions for a statement, zero as a dash.
std::string statementText(double amount, int decimals = 2);

// A number as it is typed: all its digits, no separators, a plain minus.
std::string plainText(double number);

}
