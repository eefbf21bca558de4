#pragma once

#include <string>

// The decimal digits of a double, in ASCII and without separators: what all text of numbers is
// made from. `exponent` moves the point before anything is rounded, so that 0.155 shown as a
// percentage (exponent 2) is exactly "15.5". Numbers must be finite.
namespace ui {

// Rounded half away from zero as the number is written, so that 1.005 is "1.01"; never "-0.0".
std::string roundedDecimal(double number, int decimals, int exponent = 0);

// The shortest digits that read back as the same number, without a power of ten.
std::string exactDecimal(double number, int exponent = 0);

// The power of ten of the first digit, after moving the point: 2 for 345; 0 for 0.
int decimalMagnitude(double number, int exponent = 0);

}
