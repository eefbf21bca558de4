#include "core/report/analysis/GradientReport.h"

#include "core/project/Registry.h"
#include "core/report/InputValueText.h"
#include "core/report/JsonText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

namespace {

// What the figure is counted in: millions, percentage points.
double unitSize(Target target)
{
    switch (kindOf(target)) {
    case MetricDescription::Kind::money:
        return 1e6;
    case MetricDescription::Kind::rate:
        return 0.01;
    default:
        return 1.0;
    }
}

// So much more of an input as a person would call one more.
struct OneMore {
    double amount = 1.0;
    std::string text;
};

OneMore oneMoreOf(const Input& input)
{
    if (input.unit == "%")
        return {0.01, "percentage point"};
    const bool isMoney = input.unit == "USD" || input.unit == "KZT" || input.unit == "USD/year" ||
                         input.unit == "KZT/year";
    if (isMoney)
        return {1e6, "million " + input.unit};
    return {1.0, input.unit == "factor" ? "" : input.unit};
}

struct Effect {
    std::size_t input = 0; // in the registry
    double ofOnePercent = 0.0;
    std::optional<double> ofOneMore; // none of a series or profile, which has no single value

    double largest() const
    {
        return std::max(std::abs(ofOnePercent), std::abs(ofOneMore.value_or(0.0)));
    }
};

// Without those that are only what rounding leaves of nothing.
std::vector<Effect> effectsOf(const Gradient& gradient, const std::vector<Input>& inputs,
    const std::vector<InputField>& fields)
{
    constexpr double rounding = 1e-10;
    std::map<std::string_view, double> derivatives;
    for (const Derivative& derivative : gradient.derivatives)
        derivatives.emplace(derivative.input, derivative.value / unitSize(gradient.target));
    std::vector<Effect> effects;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto found = derivatives.find(inputs[i].id);
        if (found == derivatives.end())
            continue;
        const double* const* number = std::get_if<const double*>(&fields[i]);
        Effect effect {i, 0.01 * found->second * (number ? **number : 1.0), std::nullopt};
        if (number)
            effect.ofOneMore = found->second * oneMoreOf(inputs[i]).amount;
        effects.push_back(effect);
    }
    std::stable_sort(effects.begin(), effects.end(), [](const Effect& a, const Effect& b) {
        return std::pair(std::abs(a.ofOnePercent), a.largest()) >
               std::pair(std::abs(b.ofOnePercent), b.largest());
    });
    const double least = effects.empty() ? 0.0 : rounding * std::abs(effects.front().ofOnePercent);
    std::erase_if(effects, [least](const Effect& effect) { return effect.largest() <= least; });
    return effects;
}

std::string changeText(double change)
{
    constexpr int digits = 3;
    if (change == 0.0)
        return std::string(dash);
    return (change > 0.0 ? "+" : "") + significantText(change, digits);
}

}

std::string gradientJson(const Gradient& gradient)
{
    Json derivatives = Json::object();
    for (const Derivative& derivative : gradient.derivatives)
        derivatives[derivative.input] = jsonNumber(derivative.value);
    return jsonText({{"metric", nameOf(gradient.target)}, {"value", jsonNumber(gradient.value)},
        {"gradient", std::move(derivatives)}});
}

std::string gradientText(const Gradient& gradient, const Project& project)
{
    using Alignment = TextTable::Alignment;
    const std::vector<Input> inputs = inputsOf(project);
    const std::vector<InputField> fields = fieldsOf(project);
    const std::vector<Effect> effects = effectsOf(gradient, inputs, fields);
    TextTable table({{"Input", Alignment::left}, {"Value", Alignment::left, 34}, {"1 % more"},
        {"One more"}, {"of", Alignment::left}, {"Meaning", Alignment::left, 40}});
    for (const Effect& effect : effects) {
        const Input& input = inputs[effect.input];
        const std::string label =
            input.element.empty() ? input.label : input.label + " (" + input.element + ")";
        table.addRow({input.id, inputValueText(input, fields[effect.input]),
            changeText(effect.ofOnePercent), effect.ofOneMore ? changeText(*effect.ofOneMore) : "",
            effect.ofOneMore ? oneMoreOf(input).text : "", printable(label)});
    }
    const bool isRate = kindOf(gradient.target) == MetricDescription::Kind::rate;
    std::string text = titleOf(gradient.target) + "; as planned " +
                       figureText(gradient.target, gradient.value) +
                       (isRate ? "; changes in percentage points" : "") + "\n\n" + table.text();
    const std::size_t others = gradient.derivatives.size() - effects.size();
    text += "\nIn proportion to a small change of the plan; at an end of a range, to a change "
            "inwards.\n";
    if (others > 0)
        text += "The figure does not depend on " + std::to_string(others) + " other amounts.\n";
    return text;
}

}
