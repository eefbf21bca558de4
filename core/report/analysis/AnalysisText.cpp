#include "core/report/analysis/AnalysisText.h"

#include "core/report/InputValueText.h"
#include "core/report/MetricText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"

#include <algorithm>

namespace core {

namespace {

// The metric whose figures look like those of the target.
Metric formatOf(Target target)
{
    return target.kind == Target::Kind::metric ? target.metric : Metric::npv;
}

}

std::string unitOf(Target target)
{
    return metricUnit(formatOf(target));
}

std::string figureText(Target target, std::optional<double> figure)
{
    return figure ? metricNumber(formatOf(target), *figure) : "none";
}

std::string figureWithUnit(Target target, std::optional<double> figure)
{
    if (!figure)
        return "none";
    const std::string number = figureText(target, figure);
    if (kindOf(target) == MetricDescription::Kind::money)
        return "USD" + std::string(noBreakSpace) + number + std::string(noBreakSpace) + "million";
    return number + std::string(noBreakSpace) + unitOf(target);
}

std::string titleOf(Target target)
{
    const bool isBare = kindOf(target) == MetricDescription::Kind::ratio;
    return std::string(labelOf(target)) + (isBare ? "" : ", " + unitOf(target));
}

const Input* InputWords::find(const std::string& id) const
{
    const auto found = std::find_if(
        m_inputs.begin(), m_inputs.end(), [&id](const Input& input) { return input.id == id; });
    return found == m_inputs.end() ? nullptr : &*found;
}

std::string InputWords::position(const VariedInput& input, double position) const
{
    constexpr int digits = 7;
    const Input* known = find(input.id);
    if (input.mode == UncertaintyMode::scale)
        return "×" + significantText(position, digits);
    if (known && known->unit == "%")
        return significantText(100.0 * position, digits) + std::string(noBreakSpace) + "%";
    return known && known->kind == InputKind::integer ? plainText(position)
                                                      : significantText(position, digits);
}

std::string InputWords::positionWithUnit(const VariedInput& input, double position) const
{
    const Input* known = find(input.id);
    const bool isBare = input.mode == UncertaintyMode::scale || !known || known->unit.empty() ||
                        known->unit == "%" || known->unit == "factor";
    const std::string number = this->position(input, position);
    return isBare ? number : number + std::string(noBreakSpace) + known->unit;
}

std::string InputWords::label(const VariedInput& input) const
{
    const Input* known = find(input.id);
    if (!known)
        return {};
    return printable(
        known->element.empty() ? known->label : known->label + " (" + known->element + ")");
}

std::string originText(const InputRange& range, const RangeChoice& choice)
{
    switch (range.origin) {
    case RangeOrigin::typed:
        return "typed";
    case RangeOrigin::grade:
        return "evidence: " + range.grade;
    case RangeOrigin::estimateClass:
        return "estimate class " + std::to_string(range.estimateClass.value_or(0));
    case RangeOrigin::percent:
        break;
    }
    return "±" + exactPercentText(choice.percent);
}

}
