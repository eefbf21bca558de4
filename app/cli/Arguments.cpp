#include "app/cli/Arguments.h"

#include <charconv>
#include <cmath>

namespace cli {

namespace {

std::optional<double> parsed(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

}

core::Error refusal(std::string_view name, std::string_view expected, std::string_view found)
{
    return core::Error(core::ErrorCode::InvalidInput, std::string(name),
        "expected " + std::string(expected) + ", found \"" + std::string(found.substr(0, 64)) +
            "\"");
}

std::filesystem::path pathOf(const std::string& text)
{
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

core::Result<double> numberOf(std::string_view name, std::string_view text)
{
    const bool isPercentage = text.ends_with('%');
    const std::string_view digits = isPercentage ? text.substr(0, text.size() - 1) : text;
    const std::optional<double> number = parsed(digits);
    if (!number)
        return refusal(name, "a number such as 0.12 or 12%", text);
    // Moving the decimal point gives the very number that the fraction would have given.
    const bool hasExponent = digits.find_first_of("eE") != std::string_view::npos;
    if (isPercentage && !hasExponent)
        if (const auto fraction = parsed(std::string(digits) + "e-2"))
            return *fraction;
    return isPercentage ? *number / 100.0 : *number;
}

core::Result<std::optional<double>> rateOf(
    std::string_view name, const std::optional<std::string>& text)
{
    if (!text)
        return std::optional<double>();
    const core::Result<double> rate = numberOf(name, *text);
    if (!rate)
        return rate.error();
    if (*rate <= -1.0)
        return refusal(name, "a rate above -1", *text);
    return std::optional<double>(*rate);
}

core::Result<int> yearOf(std::string_view text)
{
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size())
        return refusal("YEAR", "a year such as 2030", text);
    return year;
}

core::Result<std::int64_t> countOf(
    std::string_view name, std::string_view text, std::int64_t least, std::int64_t most)
{
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() || count < least || count > most)
        return refusal(name,
            "a whole number from " + std::to_string(least) + " to " + std::to_string(most), text);
    return count;
}

}
