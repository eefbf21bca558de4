#include "core/project/FieldCheck.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace core {

namespace {

std::string bounds(const Range& range)
{
    const bool isBoundedBelow = range.minimum != Range {}.minimum;
    const bool isBoundedAbove = range.maximum != Range {}.maximum;
    if (isBoundedBelow && isBoundedAbove)
        return " from " + numberText(range.minimum) + " to " + numberText(range.maximum);
    if (isBoundedBelow)
        return " of at least " + numberText(range.minimum);
    if (isBoundedAbove)
        return " of at most " + numberText(range.maximum);
    return {};
}

bool contains(const Range& range, double value)
{
    return value >= range.minimum && value <= range.maximum; // false for NaN
}

std::optional<std::string> problemAt(const Field& field, double value, const std::string& place)
{
    if (contains(field.range, value))
        return std::nullopt;
    return "expected " + expectedNumber(field.range) + place + ", found " + numberText(value);
}

}

std::string numberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "infinity" : "-infinity";
    if (value == 0.0)
        return std::signbit(value) ? "-0.0" : "0";
    char buffer[64];
    constexpr double exactIntegers = 9007199254740992.0; // 2^53
    const bool isWhole = std::abs(value) < exactIntegers && value == std::trunc(value);
    const auto written =
        isWhole ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(value))
                : std::to_chars(buffer, buffer + sizeof buffer, value);
    return std::string(buffer, written.ptr);
}

std::string sumText(double sum)
{
    if (!std::isfinite(sum))
        return numberText(sum);
    char buffer[64];
    constexpr int digits = 12;
    const auto written =
        std::to_chars(buffer, buffer + sizeof buffer, sum, std::chars_format::general, digits);
    return std::string(buffer, written.ptr);
}

std::string expectedNumber(const Range& range)
{
    return "a number" + bounds(range);
}

std::string expectedWholeNumber(const Range& range)
{
    return "a whole number" + bounds(range);
}

std::string expectedWord(const std::vector<std::string>& words)
{
    constexpr std::size_t longestList = 20;
    if (words.empty())
        return "the id of something that exists";
    std::string text = words.size() == 1 ? "" : "one of ";
    for (std::size_t i = 0; i < std::min(words.size(), longestList); ++i)
        text += (i == 0 ? "" : ", ") + words[i];
    return words.size() > longestList ? text + " and so on" : text;
}

std::string expectationOf(const Field& field, const Slot& slot)
{
    const std::string orNull = field.presence == Presence::requiredOrNull ? ", or null" : "";
    std::string number = expectedNumber(field.range);
    std::string whole = expectedWholeNumber(field.range) + orNull;
    return std::visit(
        Overloaded {
            [&](const Stated<double>&) { return number; },
            [&](const Optional<double>&) { return number + orNull; },
            [&](const ParameterSlot&) { return number; },
            [&](const Stated<int>&) { return whole; },
            [&](const Optional<int>&) { return whole; },
            [&](const Stated<std::int64_t>&) { return whole; },
            [&](const Stated<std::uint64_t>&) {
                return std::string("a whole number from 0 to 18446744073709551615");
            },
            [&](const Stated<Series>&) { return number + ", or an object of year and number"; },
            [&](const Optional<Series>&) { return number + ", or an object of year and number"; },
            [&](const Stated<Profile>&) { return "an array, each entry " + number; },
            [&](const Stated<Phasing>&) { return "an object of year and " + number; },
            [&](const Stated<bool>&) { return std::string("true or false"); },
            [&](const ChoiceSlot& choice) { return expectedWord(choice.choices->words); },
            [&](const DeckPricesSlot&) { return std::string("an object of product and price"); },
            [&](const OverridesSlot&) { return std::string("an object of input id and value"); },
            [&](const Stated<std::map<std::string, std::string>>&) {
                return std::string("an object of input id and text");
            },
            [&](const auto&) { return std::string("text"); },
        },
        slot);
}

bool mayBeEmpty(const Stated<Profile>& profile)
{
    return profile.defaultValue && profile.defaultValue->empty();
}

std::optional<std::string> problemWith(const Field& field, double value)
{
    return problemAt(field, value, "");
}

std::optional<std::string> problemWithWhole(const Field& field, double value)
{
    if (contains(field.range, value) && value == std::trunc(value))
        return std::nullopt;
    return "expected " + expectedWholeNumber(field.range) + ", found " + numberText(value);
}

std::optional<std::string> problemWith(const Field& field, const Series& series)
{
    if (series.isConstant())
        return problemWith(field, series.constant());
    if (series.points().empty())
        return "expected at least one year";
    return problemWith(field, series.points());
}

std::optional<std::string> problemWith(const Field& field, const Profile& profile)
{
    if (profile.empty())
        return "expected at least one number";
    for (std::size_t i = 0; i < profile.size(); ++i)
        if (auto problem = problemAt(field, profile[i], " as entry " + std::to_string(i + 1)))
            return problem;
    return std::nullopt;
}

std::optional<std::string> problemWith(const Field& field, const std::map<int, double>& byYear)
{
    for (const auto& [year, value] : byYear) {
        if (year < firstYearOfSeries || year > lastYearOfSeries)
            return "expected years from " + std::to_string(firstYearOfSeries) + " to " +
                   std::to_string(lastYearOfSeries) + ", found " + std::to_string(year);
        if (auto problem = problemAt(field, value, " in " + std::to_string(year)))
            return problem;
    }
    return std::nullopt;
}

}
