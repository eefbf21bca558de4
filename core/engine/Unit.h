#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// The unit of a row or an input, as exponents of base units, so that a formula that adds kilograms
// to dollars is refused when a sheet is built. Units that differ by a factor (kg, t, g) are
// different base units: a conversion is a constant with a unit, visible in the formula.
//
// A row is yearly by nature, so "per year" is no part of the dimension: production in kg/year and
// sales in kg add up. Shares, rates and indices are plain numbers.
class Unit {
public:
    enum Base { usd, kzt, kilogram, tonne, gram, day, year, baseCount };

    constexpr Unit() = default; // a plain number
    constexpr Unit(Base base) { m_exponents[base] = 1; }

    // Reads "USD/kg", "g/t", "KZT/USD", "days", "USD/year", "%", "years" or ""; nothing for other
    // text.
    static std::optional<Unit> parse(std::string_view text);

    constexpr bool isPlainNumber() const { return *this == Unit(); }

    // "USD/kg"; empty for a plain number.
    std::string text() const;

    friend constexpr Unit operator*(Unit a, const Unit& b)
    {
        for (int i = 0; i < baseCount; ++i)
            a.m_exponents[i] = static_cast<signed char>(a.m_exponents[i] + b.m_exponents[i]);
        return a;
    }
    friend constexpr Unit operator/(Unit a, const Unit& b)
    {
        for (int i = 0; i < baseCount; ++i)
            a.m_exponents[i] = static_cast<signed char>(a.m_exponents[i] - b.m_exponents[i]);
        return a;
    }
    constexpr bool operator==(const Unit&) const = default;

private:
    std::array<signed char, baseCount> m_exponents {};
};

}
