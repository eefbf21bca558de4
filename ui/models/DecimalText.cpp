#include "ui/models/DecimalText.h"

#include <array>
#include <charconv>
#include <cstddef>

namespace ui {

namespace {

// The value is 0.DIGITS times ten to the power of `point`.
struct Decimal {
    bool isNegative = false;
    std::string digits; // none for zero
    int point = 0;
};

Decimal decimalOf(double number, int exponent)
{
    std::array<char, 64> buffer;
    const auto end = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific)
                         .ptr;
    Decimal decimal;
    const char* c = buffer.data();
    for (; c != end && *c != 'e'; ++c) {
        if (*c == '-')
            decimal.isNegative = true;
        else if (*c != '.')
            decimal.digits += *c;
    }
    int power = 0;
    if (c != end) {
        ++c;
        if (*c == '+')
            ++c;
        std::from_chars(c, end, power);
    }
    decimal.point = power + 1 + exponent;
    const std::size_t first = decimal.digits.find_first_not_of('0');
    if (first == std::string::npos)
        return {};
    return decimal;
}

std::string written(const Decimal& decimal, int decimals)
{
    std::string text;
    const int size = static_cast<int>(decimal.digits.size());
    const auto digitAt = [&](int position) {
        return position >= 0 && position < size ? decimal.digits[static_cast<std::size_t>(position)]
                                                : '0';
    };
    if (decimal.isNegative && decimal.digits.find_first_not_of('0') != std::string::npos)
        text += '-';
    if (decimal.point <= 0)
        text += '0';
    for (int i = 0; i < decimal.point; ++i)
        text += digitAt(i);
    if (decimals > 0)
        text += '.';
    for (int i = 0; i < decimals; ++i)
        text += digitAt(decimal.point + i);
    return text;
}

void round(Decimal& decimal, int decimals)
{
    const int kept = decimal.point + decimals;
    const int size = static_cast<int>(decimal.digits.size());
    if (kept >= size)
        return;
    if (kept < 0) {
        decimal = {};
        return;
    }
    const bool isUp = decimal.digits[static_cast<std::size_t>(kept)] >= '5';
    decimal.digits.resize(static_cast<std::size_t>(kept));
    if (!isUp)
        return;
    std::size_t place = decimal.digits.size();
    while (place > 0 && decimal.digits[place - 1] == '9')
        decimal.digits[--place] = '0';
    if (place > 0) {
        ++decimal.digits[place - 1];
    } else {
        decimal.digits.insert(decimal.digits.begin(), '1');
        ++decimal.point;
    }
}

}

std::string roundedDecimal(double number, int decimals, int exponent)
{
    Decimal decimal = decimalOf(number, exponent);
    round(decimal, decimals);
    return written(decimal, decimals);
}

std::string exactDecimal(double number, int exponent)
{
    Decimal decimal = decimalOf(number, exponent);
    decimal.digits.resize(decimal.digits.find_last_not_of('0') + 1);
    const int decimals = static_cast<int>(decimal.digits.size()) - decimal.point;
    return written(decimal, decimal.digits.empty() ? 0 : decimals);
}

int decimalMagnitude(double number, int exponent)
{
    const Decimal decimal = decimalOf(number, exponent);
    return decimal.digits.empty() ? 0 : decimal.point - 1;
}

}
