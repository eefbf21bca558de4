#include "core/project/JsonValues.h"

#include "core/project/FieldCheck.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

namespace core {

namespace {

using Refusal = std::optional<std::string>; // why a value was not read

// Years stand as keys in one way only, so that none can be stated twice.
std::optional<int> yearOf(std::string_view key)
{
    int year = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), year);
    if (error != std::errc() || std::to_string(year) != key || year < firstYearOfSeries ||
        year > lastYearOfSeries)
        return std::nullopt;
    return year;
}

// A whole number, also one written as 20.0 or 1e4.
template <class T>
std::optional<T> wholeNumber(const Json& json)
{
    if (json.is_number_unsigned()) {
        const auto value = json.get<std::uint64_t>();
        return std::in_range<T>(value) ? std::optional(static_cast<T>(value)) : std::nullopt;
    }
    if (json.is_number_integer()) {
        const auto value = json.get<std::int64_t>();
        return std::in_range<T>(value) ? std::optional(static_cast<T>(value)) : std::nullopt;
    }
    if (!json.is_number())
        return std::nullopt;
    const auto value = json.get<double>();
    constexpr double exactIntegers = 9007199254740992.0; // 2^53
    if (value != std::trunc(value) || std::abs(value) > exactIntegers ||
        !std::in_range<T>(static_cast<std::int64_t>(value)))
        return std::nullopt;
    return static_cast<T>(value);
}

Refusal readYears(const Json& json, const Field& field, std::map<int, double>& result)
{
    std::map<int, double> years;
    for (const auto& [key, value] : json.items()) {
        const auto year = yearOf(key);
        if (!year)
            return "expected years from " + std::to_string(firstYearOfSeries) + " to " +
                   std::to_string(lastYearOfSeries) + ", found \"" + key.substr(0, 64) + "\"";
        if (!value.is_number())
            return "expected " + expectedNumber(field.range) + " in " + key + ", found " +
                   found(value);
        years.emplace(*year, value.get<double>());
    }
    if (years.empty())
        return "expected at least one year";
    result = std::move(years);
    return {};
}

Refusal readNumbers(const Json& json, const Field& field, Profile& result)
{
    Profile profile;
    for (const Json& entry : json) {
        if (!entry.is_number())
            return "expected " + expectedNumber(field.range) + " as entry " +
                   std::to_string(profile.size() + 1) + ", found " + found(entry);
        profile.push_back(entry.get<double>());
    }
    result = std::move(profile);
    return {};
}

class SlotReader {
public:
    SlotReader(const Json& json, const Field& field, const Slot& slot)
        : m_json(json)
        , m_field(field)
        , m_slot(slot)
    {
    }

    Refusal operator()(const Stated<double>& s) const { return readNumber(*s.value); }
    Refusal operator()(const ParameterSlot& s) const
    {
        double value = 0.0;
        if (auto problem = readNumber(value))
            return problem;
        (*s.parameters)[std::string(m_field.key)] = value;
        return {};
    }
    Refusal operator()(const Optional<double>& s) const
    {
        return readOptional(*s.value, [this](double& value) { return readNumber(value); });
    }

    template <class T>
    requires std::is_integral_v<T> Refusal operator()(const Stated<T>& s) const
    {
        return readWhole(*s.value);
    }
    Refusal operator()(const Optional<int>& s) const
    {
        return readOptional(*s.value, [this](int& value) { return readWhole(value); });
    }

    Refusal operator()(const Stated<bool>& s) const
    {
        if (!m_json.is_boolean())
            return wrongType();
        *s.value = m_json.get<bool>();
        return {};
    }

    Refusal operator()(const Stated<std::string>& s) const { return readText(*s.value); }
    Refusal operator()(const ReferenceSlot& s) const { return readText(*s.value); }
    Refusal operator()(const OptionalReferenceSlot& s) const
    {
        return readOptional(*s.value, [this](std::string& value) { return readText(value); });
    }

    Refusal operator()(const ChoiceSlot& s) const
    {
        if (!m_json.is_string())
            return wrongType();
        const auto& word = m_json.get_ref<const std::string&>();
        const std::optional<int> value = s.choices->find(word);
        if (!value)
            return "expected " + expectedWord(s.choices->words) + ", found \"" +
                   word.substr(0, 64) + "\"";
        s.assign(s.enumerator, *value);
        return {};
    }

    Refusal operator()(const Stated<Series>& s) const { return readSeries(*s.value); }
    Refusal operator()(const Optional<Series>& s) const
    {
        return readOptional(*s.value, [this](Series& value) { return readSeries(value); });
    }

    Refusal operator()(const Stated<Profile>& s) const
    {
        if (!m_json.is_array())
            return wrongType();
        if (m_json.empty() && !mayBeEmpty(s))
            return "expected at least one number";
        return readNumbers(m_json, m_field, *s.value);
    }

    Refusal operator()(const Stated<Phasing>& s) const
    {
        return m_json.is_object() ? readYears(m_json, m_field, *s.value) : wrongType();
    }

    // Maps by id are not single values.
    Refusal operator()(const Stated<std::map<std::string, std::string>>&) const
    {
        return wrongType();
    }
    Refusal operator()(const DeckPricesSlot&) const { return wrongType(); }
    Refusal operator()(const OverridesSlot&) const { return wrongType(); }

private:
    Refusal wrongType() const
    {
        return "expected " + expectationOf(m_field, m_slot) + ", found " + found(m_json);
    }

    bool isAllowedNull() const
    {
        return m_json.is_null() && m_field.presence == Presence::requiredOrNull;
    }

    template <class T, class Read>
    Refusal readOptional(std::optional<T>& place, const Read& read) const
    {
        if (isAllowedNull()) {
            place.reset();
            return {};
        }
        T value {};
        Refusal refusal = read(value);
        if (!refusal)
            place = std::move(value);
        return refusal;
    }

    Refusal readNumber(double& value) const
    {
        if (!m_json.is_number())
            return wrongType();
        value = m_json.get<double>();
        return {};
    }

    template <class T>
    Refusal readWhole(T& value) const
    {
        const std::optional<T> number = wholeNumber<T>(m_json);
        if (!number)
            return wrongType();
        value = *number;
        return {};
    }

    Refusal readText(std::string& value) const
    {
        if (!m_json.is_string())
            return wrongType();
        value = m_json.get<std::string>();
        return {};
    }

    Refusal readSeries(Series& series) const
    {
        if (m_json.is_number()) {
            series = m_json.get<double>();
            return {};
        }
        if (!m_json.is_object())
            return wrongType();
        Series::Points points;
        if (auto problem = readYears(m_json, m_field, points))
            return problem;
        series = std::move(points);
        return {};
    }

    const Json& m_json;
    const Field& m_field;
    const Slot& m_slot;
};

}

std::string found(const Json& json)
{
    if (json.is_null())
        return "null";
    if (json.is_boolean())
        return json.get<bool>() ? "true" : "false";
    if (json.is_number())
        return numberText(json.get<double>());
    if (json.is_string())
        return "text";
    return json.is_array() ? "an array" : "an object";
}

std::optional<std::string> readSlot(const Json& json, const Field& field, const Slot& slot)
{
    return std::visit(SlotReader(json, field, slot), slot);
}

std::optional<InputValue> readInputValue(const Json& json, std::string& problem)
{
    const Field anyNumber {};
    if (json.is_null())
        return InputValue();
    if (json.is_number())
        return json.get<double>();
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_string())
        return json.get<std::string>();
    Profile numbers;
    std::map<int, double> years;
    auto refusal =
        json.is_array() ? readNumbers(json, anyNumber, numbers) : readYears(json, anyNumber, years);
    if (refusal) {
        problem = std::move(*refusal);
        return std::nullopt;
    }
    if (json.is_array())
        return numbers;
    return years;
}

}
