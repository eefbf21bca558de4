#include "ui/document/UncertaintyCells.h"

#include "core/analysis/VariedInput.h"
#include "core/project/Description.h"
#include "core/report/figure/PositionText.h"
#include "ui/document/SettingInput.h"
#include "ui/document/Uncertainties.h"

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace ui {

namespace {

using core::Input;
using core::InputKind;
using core::InputValue;
using core::Project;
using core::Uncertainty;

constexpr std::string_view modeField = "mode";
constexpr std::string_view typeField = "distribution.type";
constexpr std::string_view valuesField = "distribution.values";
constexpr std::string_view probabilitiesField = "distribution.probabilities";
constexpr std::string_view distributionPath = "distribution.";
constexpr double unbounded = std::numeric_limits<double>::max();

// In the order of the enumeration.
const std::vector<std::string> modeWords {"set", "scale"};

const Input* registered(const std::vector<Input>& inputs, const std::string& id)
{
    const auto found = std::find_if(
        inputs.begin(), inputs.end(), [&](const Input& input) { return input.id == id; });
    return found == inputs.end() ? nullptr : &*found;
}

const char* parameterLabel(std::string_view parameter, std::string_view type)
{
    if (parameter == "min")
        return QT_TRANSLATE_NOOP("Input", "Low");
    if (parameter == "max")
        return QT_TRANSLATE_NOOP("Input", "High");
    if (parameter == "mode")
        return QT_TRANSLATE_NOOP("Input", "Likely");
    if (parameter == "mean")
        return type == "truncated_normal" ? QT_TRANSLATE_NOOP("Input", "Mean before cutting")
                                          : QT_TRANSLATE_NOOP("Input", "Mean");
    return QT_TRANSLATE_NOOP("Input", "Standard deviation");
}

// Between the parameters beside it, as far as these are in order.
std::pair<double, double> limitsOf(
    const Uncertainty& uncertainty, const std::string& parameter, const core::InputPosition& field)
{
    const auto& parameters = uncertainty.distribution.parameters;
    const auto value = [&](const char* name, double otherwise) {
        const auto found = parameters.find(name);
        return found == parameters.end() ? otherwise : found->second;
    };
    std::pair<double, double> limits {field.minimum, field.maximum};
    if (parameter == "standard_deviation")
        return {0.0, unbounded};
    if (parameter == "min")
        limits.second = std::min(limits.second, value("mode", value("max", field.maximum)));
    else if (parameter == "max")
        limits.first = std::max(limits.first, value("mode", value("min", field.minimum)));
    else if (parameter == "mode")
        limits = {std::max(field.minimum, value("min", field.minimum)),
            std::min(field.maximum, value("max", field.maximum))};
    return limits.first <= limits.second ? limits : std::pair(field.minimum, field.maximum);
}

core::Status keep(Project& project, core::Result<Project> after)
{
    if (!after)
        return after.error();
    project = *std::move(after);
    return core::success();
}

}

std::optional<Input> describeUncertainty(
    const Project& project, const std::string& id, const UncertaintyCell& cell)
{
    const Uncertainty* const uncertainty = uncertaintyOf(project, cell.input);
    const std::vector<Input> inputs = core::inputsOf(project);
    const Input* const moved = registered(inputs, cell.input);
    if (!uncertainty || !moved)
        return std::nullopt;
    const core::Distribution& distribution = uncertainty->distribution;
    std::optional<Input> input;
    if (cell.field == modeField) {
        const bool canBeSet = moved->kind == InputKind::number || moved->kind == InputKind::integer;
        input = choiceSetting(id, QT_TRANSLATE_NOOP("Input", "A draw"),
            canBeSet ? modeWords : std::vector<std::string> {"scale"});
    } else if (cell.field == typeField) {
        input = choiceSetting(
            id, QT_TRANSLATE_NOOP("Input", "Distribution"), core::distributionTypes());
    } else {
        const auto position = core::positionOf(project, {cell.input, uncertainty->mode});
        if (!position)
            return std::nullopt;
        const bool isFactor =
            uncertainty->mode == core::UncertaintyMode::scale || moved->unit == "factor";
        const double step = isFactor ? 0.01 : moved->step;
        if (cell.field == valuesField && distribution.type == "discrete") {
            input = numberSetting(id, QT_TRANSLATE_NOOP("Input", "Value"), position->minimum,
                position->maximum, step);
            input->kind = InputKind::profile;
        } else if (cell.field == probabilitiesField && distribution.type == "discrete") {
            input = numberSetting(id, QT_TRANSLATE_NOOP("Input", "Probability"), 0.0, 1.0, 0.01);
            input->kind = InputKind::profile;
            input->unit = "%";
        } else {
            const std::string parameter =
                cell.field.substr(std::min(cell.field.size(), distributionPath.size()));
            const auto& all = parametersOf(distribution.type);
            if (std::find(all.begin(), all.end(), parameter) == all.end())
                return std::nullopt;
            const auto [low, high] = limitsOf(*uncertainty, parameter, *position);
            input =
                numberSetting(id, parameterLabel(parameter, distribution.type), low, high, step);
        }
        if (input->unit.empty())
            input->unit = isFactor ? "%" : moved->unit;
    }
    input->element = core::english(core::nameInAnalyses(*moved));
    return input;
}

std::optional<InputValue> valueOfUncertainty(
    const Project& project, const UncertaintyCell& cell, std::optional<int> place)
{
    const Uncertainty* const uncertainty = uncertaintyOf(project, cell.input);
    if (!uncertainty)
        return std::nullopt;
    const core::Distribution& distribution = uncertainty->distribution;
    if (cell.field == modeField)
        return modeWords[static_cast<std::size_t>(uncertainty->mode)];
    if (cell.field == typeField)
        return distribution.type;
    if (cell.field == valuesField || cell.field == probabilitiesField) {
        const std::vector<double>& all =
            cell.field == valuesField ? distribution.values : distribution.probabilities;
        if (!place || *place < 1 || static_cast<std::size_t>(*place) > all.size())
            return std::nullopt;
        return all[static_cast<std::size_t>(*place - 1)];
    }
    const auto found = distribution.parameters.find(
        cell.field.substr(std::min(cell.field.size(), distributionPath.size())));
    return found == distribution.parameters.end() ? std::nullopt
                                                  : std::optional<InputValue>(found->second);
}

core::Status setUncertainty(Project& project, const UncertaintyCell& cell, std::optional<int> place,
    const InputValue& value)
{
    const std::string& input = cell.input;
    if (cell.field == modeField)
        return keep(
            project, withUncertaintyMode(project, input,
                         static_cast<core::UncertaintyMode>(placeOfWord(modeWords, value))));
    if (cell.field == typeField)
        return keep(project, withDistributionType(project, input, std::get<std::string>(value)));
    const double number = std::get<double>(value);
    if (cell.field == valuesField)
        return keep(project, withDiscreteValue(project, input, *place, number));
    if (cell.field == probabilitiesField)
        return keep(project, withProbability(project, input, *place, number));
    return keep(
        project, withParameter(project, input, cell.field.substr(distributionPath.size()), number));
}

}
