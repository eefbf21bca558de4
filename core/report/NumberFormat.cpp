#include "core/report/NumberFormat.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace core {

namespace {

constexpr double largestPlain = 1e15;
constexpr double smallestPlain = 1e-9;

// A number without its sign as 0.d1d2d3… · 10^point, by the fewest digits that mean it.
struct Decimal {
    std::string digits;
    int point = 0;
};

Decimal decimalOf(double number)
{
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number),
        std::chars_format::scientific)
                         .ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t mark = text.find('e');
    Decimal decimal;
    for (const char c : text.substr(0, mark))
        if (c != '.')
            decimal.digits += c;
    std::string_view exponent = text.substr(mark + 1);
    if (exponent.starts_with('+'))
        exponent.remove_prefix(1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), decimal.point);
    ++decimal.point;
    return decimal;
}

// Half away from zero, at so many digits after the decimal point.
void roundTo(Decimal& decimal, int decimals)
{
    const int kept = decimal.point + decimals;
    if (kept >= static_cast<int>(decimal.digits.size()))
        return;
    if (kept < 0) {
        decimal.digits.clear();
        return;
    }
    const auto size = static_cast<std::size_t>(kept);
    const bool isUp = decimal.digits[size] >= '5';
    decimal.digits.resize(size);
    if (!isUp)
        return;
    std::size_t i = size;
    while (i > 0 && decimal.digits[i - 1] == '9')
        decimal.digits[--i] = '0';
    if (i > 0) {
        ++decimal.digits[i - 1];
    } else {
        decimal.digits.insert(decimal.digits.begin(), '1');
        ++decimal.point;
    }
}

char digitAt(const Decimal& decimal, int place)
{
    const bool isStated = place >= 0 && place < static_cast<int>(decimal.digits.size());
    return isStated ? decimal.digits[static_cast<std::size_t>(place)] : '0';
}

std::string withPowerOfTen(double number, int decimals)
{
    std::array<char, 64> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number),
        std::chars_format::scientific, decimals)
                         .ptr;
    return (number < 0.0 ? std::string(minusSign) : std::string()) +
           std::string(buffer.data(), end);
}

}

std::string fixedText(double number, int decimals)
{
    if (!std::isfinite(number))
        return "none";
    if (std::abs(number) >= largestPlain)
        return withPowerOfTen(number, 6);
    Decimal decimal = decimalOf(number);
    roundTo(decimal, decimals);
    const bool isZero = std::all_of(
        decimal.digits.begin(), decimal.digits.end(), [](char digit) { return digit == '0'; });

    std::string text = number < 0.0 && !isZero ? std::string(minusSign) : std::string();
    const int wholeDigits = std::max(decimal.point, 1);
    for (int i = 0; i < wholeDigits; ++i) {
        if (i > 0 && (wholeDigits - i) % 3 == 0)
            text += ',';
        text += digitAt(decimal, decimal.point - wholeDigits + i);
    }
    if (decimals > 0)
        text += '.';
    for (int i = 0; i < decimals; ++i)
        text += digitAt(decimal, decimal.point + i);
    return text;
}

std::string signedText(double number, int decimals)
{
    const std::string text = fixedText(number, decimals);
    const bool isShown = text.find_first_of("123456789") != std::string::npos;
    return number > 0.0 && isShown ? "+" + text : text;
}

std::string significantText(double number, int digits)
{
    if (!std::isfinite(number))
        return "none";
    if (number == 0.0)
        return "0";
    if (std::abs(number) >= largestPlain || std::abs(number) < smallestPlain)
        return withPowerOfTen(number, digits - 1);
    std::string text = fixedText(number, std::clamp(digits - decimalOf(number).point, 0, 15));
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
    }
    return text;
}

std::string percentText(double fraction, int decimals)
{
    return fixedText(100.0 * fraction, decimals) + std::string(noBreakSpace) + "%";
}

std::string exactPercentText(double fraction)
{
    return significantText(100.0 * fraction, 12) + std::string(noBreakSpace) + "%";
}

std::string statementText(double amount, int decimals)
{
    return amount == 0.0 ? std::string(dash) : fixedText(amount / 1e6, decimals);
}

std::string plainText(double number)
{
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number + 0.0).ptr;
    return std::string(buffer.data(), end);
}

}
