#include "core/engine/Unit.h"

#include <cstdlib>
#include <utility>

namespace core {

namespace {

constexpr std::pair<std::string_view, Unit::Base> names[] = {
    {"USD", Unit::usd},
    {"KZT", Unit::kzt},
    {"kg", Unit::kilogram},
    {"t", Unit::tonne},
    {"g", Unit::gram},
    {"days", Unit::day},
    {"years", Unit::year},
};

std::optional<Unit> parseFactor(std::string_view text)
{
    // "per year" carries no dimension, and neither do the names of plain numbers.
    if (text.empty() || text == "1" || text == "%" || text == "year" || text == "factor")
        return Unit();
    for (const auto& [name, base] : names)
        if (text == name)
            return Unit(base);
    return std::nullopt;
}

}

std::optional<Unit> Unit::parse(std::string_view text)
{
    std::optional<Unit> unit = Unit();
    bool isDivisor = false;
    while (true) {
        const std::size_t slash = text.find('/');
        const std::optional<Unit> factor = parseFactor(text.substr(0, slash));
        if (!factor)
            return std::nullopt;
        unit = isDivisor ? *unit / *factor : *unit * *factor;
        if (slash == std::string_view::npos)
            return unit;
        isDivisor = true;
        text.remove_prefix(slash + 1);
    }
}

std::string Unit::text() const
{
    std::string above;
    std::string below;
    for (const auto& [name, base] : names) {
        const int exponent = m_exponents[base];
        std::string& side = exponent > 0 ? above : below;
        for (int i = 0; i < std::abs(exponent); ++i) {
            if (&side == &below)
                side += '/';
            else if (!side.empty())
                side += "·";
            side += name;
        }
    }
    return above.empty() && !below.empty() ? "1" + below : above + below;
}

}
