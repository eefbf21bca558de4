#include "core/report/InputValueText.h"

#include "core/report/NumberFormat.h"

#include <type_traits>
#include <utility>

namespace core {

namespace {

std::string withUnit(const Input& input, const std::string& text)
{
    const bool isBare = input.unit.empty() || input.unit == "%" || input.unit == "factor";
    if (isBare)
        return text;
    const bool isOneYear = text == "1" && input.unit == "years";
    return text + std::string(noBreakSpace) + (isOneYear ? "year" : input.unit);
}

std::string pointsText(const Input& input, const std::map<int, double>& points)
{
    constexpr std::size_t mostInFull = 2;
    const auto point = [&](const std::pair<const int, double>& entry) {
        return std::to_string(entry.first) + ": " + inputNumberText(input, entry.second);
    };
    if (points.empty())
        return std::string(dash);
    if (points.size() > mostInFull)
        return point(*points.begin()) + " … " + point(*points.rbegin());
    std::string text;
    for (const auto& entry : points)
        text += (text.empty() ? "" : ", ") + point(entry);
    return text;
}

std::string profileText(const Input& input, const Profile& profile)
{
    constexpr std::size_t mostInFull = 5;
    std::string text;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        if (profile.size() > mostInFull && i == mostInFull - 1) {
            text += " … " + inputNumberText(input, profile.back());
            break;
        }
        text += (i == 0 ? "" : ", ") + inputNumberText(input, profile[i]);
    }
    return text;
}

struct ValueText {
    const Input& input;

    std::string operator()(std::monostate) const { return std::string(dash); }
    std::string operator()(const double* value) const
    {
        return withUnit(input, inputNumberText(input, *value));
    }
    std::string operator()(const int* value) const
    {
        return withUnit(input, std::to_string(*value));
    }
    std::string operator()(const bool* value) const { return *value ? "true" : "false"; }
    std::string operator()(const std::string* value) const { return *value; }
    std::string operator()(const Series* series) const
    {
        return withUnit(input, series->isConstant() ? inputNumberText(input, series->constant())
                                                    : pointsText(input, series->points()));
    }
    std::string operator()(const Profile* profile) const
    {
        return withUnit(input, profileText(input, *profile));
    }
    std::string operator()(const Phasing* phasing) const
    {
        return withUnit(input, pointsText(input, *phasing));
    }
};

}

std::string inputNumberText(const Input& input, double number)
{
    if (input.kind == InputKind::integer)
        return plainText(number);
    return input.unit == "%" ? exactPercentText(number) : significantText(number, 12);
}

std::string inputValueText(const Input& input, const InputField& field)
{
    return std::visit(ValueText {input}, field);
}

std::string inputValueText(const Input& input, const InputValue& value)
{
    const auto field = [](const auto& content) {
        if constexpr (std::is_same_v<decltype(content), const std::monostate&>)
            return InputField();
        else
            return InputField(&content);
    };
    return inputValueText(input, std::visit(field, value));
}

}
