#include "core/report/figure/PositionText.h"

#include "core/report/NumberFormat.h"
#include "core/report/figure/FigureText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace core {

namespace {

constexpr int mostDecimals = 3;

struct LeverName {
    std::string_view id;
    const char* name;
};

constexpr std::array leverNames {
    LeverName {"levers.price", "Price"},
    LeverName {"levers.production", "Output"},
    LeverName {"levers.opex", "Operating costs"},
    LeverName {"levers.capex", "Capital"},
    LeverName {"levers.reuse", "Reuse of refinery"},
    LeverName {"levers.fx", "Exchange rate"},
};

struct Scale {
    std::string unit;
    int exponent = 0;
    int decimals = 0; // at least
};

// Amounts are read as they are typed on the pages of inputs: by the year in thousand, others in
// thousand or, from 10 million on, in million.
Scale scaleOf(const Input& input, double largest)
{
    constexpr double tenMillion = 1e7;
    constexpr double smallShare = 0.2; // rates, of which a tenth of a percent matters
    const std::string& unit = input.unit;
    const std::string currency = unit.substr(0, 3);
    if (unit == "%")
        return {unit, 2, largest < smallShare ? 1 : 0};
    if (unit == "factor")
        return {"% of plan", 2, 0};
    if (unit == "USD/year" || unit == "KZT/year")
        return {currency + " thousand/year", -3, 0};
    if (unit == "USD" || unit == "KZT")
        return largest < tenMillion ? Scale {currency + " thousand", -3, 0}
                                    : Scale {currency + " million", -6, 1};
    return {unit, 0, 0};
}

// 1.1 times 100 is not exactly 110.
double cleaned(double number)
{
    const double fine = number * 1e9;
    return std::abs(fine) < 1e15 ? std::round(fine) / 1e9 : number;
}

}

double PositionText::shown(double position) const
{
    return cleaned(
        exponent < 0 ? position / std::pow(10.0, -exponent) : position * std::pow(10.0, exponent));
}

std::string PositionText::number(double position) const
{
    // Years are no quantities.
    return unit.empty() && decimals == 0 ? plainText(std::round(position))
                                         : fixedText(shown(position), decimals);
}

std::string PositionText::text(double position) const
{
    return isPercent() ? number(position) + std::string(noBreakSpace) + '%' : number(position);
}

std::string PositionText::textInUnit(double position) const
{
    return isPercent() || unit.empty() ? text(position)
                                       : number(position) + std::string(noBreakSpace) + unit;
}

FigureAxis PositionText::axis() const
{
    return {name, isPercent() ? "%" : unit, decimals};
}

PositionText PositionText::ofSolutions() const
{
    PositionText solved = *this;
    solved.decimals = std::min(decimals + 1, mostDecimals);
    return solved;
}

PositionTexts::PositionTexts(const Project& project)
    : m_inputs(inputsOf(project))
{
}

PositionText PositionTexts::of(const VariedInput& input, const std::vector<double>& positions) const
{
    const auto found = std::find_if(
        m_inputs.begin(), m_inputs.end(), [&](const Input& known) { return known.id == input.id; });
    if (found == m_inputs.end())
        return {verbatim(input.id), {}, 0, 0};
    double largest = 0.0;
    for (const double position : positions)
        if (std::isfinite(position))
            largest = std::max(largest, std::abs(position));
    const Scale scale =
        input.mode == UncertaintyMode::scale ? Scale {"% of plan", 2, 0} : scaleOf(*found, largest);
    PositionText text {nameInAnalyses(*found), scale.unit, scale.exponent, scale.decimals};
    const auto isExact = [&](double position) {
        const double tens = text.shown(position) * std::pow(10.0, text.decimals);
        return !std::isfinite(tens) || std::abs(tens - std::round(tens)) < 1e-6;
    };
    while (
        text.decimals < mostDecimals && !std::all_of(positions.begin(), positions.end(), isExact))
        ++text.decimals;
    return text;
}

Sentence nameInAnalyses(const Input& input)
{
    for (const LeverName& lever : leverNames)
        if (lever.id == input.id)
            return {lever.name};
    if (input.element.empty())
        return {input.label};
    return {"%1, %2", {input.label, shortName(input.element)}};
}

}
