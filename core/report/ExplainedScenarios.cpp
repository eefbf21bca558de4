#include "core/report/ExplainedScenarios.h"

#include "core/analysis/Scenarios.h"
#include "core/report/NumberFormat.h"

#include <utility>

namespace core {

namespace {

constexpr std::string_view prefix = "weighted_over_scenarios.";

Quantity quantityOfTarget(const Evaluation& evaluation, Target target)
{
    if (target.kind != Target::Kind::metric)
        return {Quantity::Kind::presentValue, "USD"};
    const Row row = evaluation.rows().project.metrics[static_cast<std::size_t>(target.metric)];
    return row.isValid() ? quantityOf(evaluation, row)
                         : quantityOf(descriptionOf(target.metric).unit);
}

std::string reasonForNone(const std::vector<ScenarioResult>& scenarios, Target target)
{
    for (const ScenarioResult& scenario : scenarios) {
        if (scenario.probability == 0.0)
            continue;
        if (!scenario.evaluation)
            return scenario.name + " cannot be computed.";
        if (!figureOf(*scenario.evaluation, target))
            return scenario.name + " has no such figure.";
    }
    return "The probabilities of the scenarios do not add up to 100\u00A0%.";
}

}

std::string weightedOverScenarios(Target target)
{
    return std::string(prefix) + std::string(nameOf(target));
}

std::optional<Target> findWeightedFigure(const Evaluation& evaluation, std::string_view name)
{
    if (evaluation.project().scenarios.empty())
        return std::nullopt;
    for (const Target target : allTargets())
        if (isWeighable(target) && name == weightedOverScenarios(target))
            return target;
    return std::nullopt;
}

ExplainedFigure explainWeightedFigure(const Evaluation& evaluation, Target target)
{
    const std::vector<ScenarioResult> scenarios = scenarioResults(evaluation);
    const std::string label(labelOf(target));
    ExplainedFigure figure;
    figure.figure = {ResultCase::project, weightedOverScenarios(target)};
    figure.title = label + " weighted over the scenarios";
    figure.chapter = "Metrics";
    figure.quantity = quantityOfTarget(evaluation, target);
    figure.value = weighted(scenarios, target);
    figure.inWords = "sum over the scenarios of probability × " + label;
    const auto text = [&](std::optional<double> value) {
        return value ? quantityText(figure.quantity, *value, MoneyUnit::understood) : "none";
    };
    for (const ScenarioResult& scenario : scenarios) {
        ExplainedPart value;
        value.label = scenario.name;
        value.quantity = figure.quantity;
        if (scenario.evaluation)
            value.value = figureOf(*scenario.evaluation, target);
        figure.inFigures += figure.inFigures.empty() ? "" : " + ";
        figure.inFigures += percentText(scenario.probability) + " × " + text(value.value);
        figure.parts.push_back(std::move(value));
        ExplainedPart probability;
        probability.label = "Its probability";
        probability.inputId = "scenarios." + scenario.id + ".probability";
        probability.quantity = {Quantity::Kind::share, "%"};
        probability.value = scenario.probability;
        figure.parts.push_back(std::move(probability));
    }
    if (figure.value) {
        figure.inFigures += " = " + text(figure.value);
    } else {
        figure.word = "none";
        figure.remark = reasonForNone(scenarios, target);
    }
    return figure;
}

}
