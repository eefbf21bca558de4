#include "core/report/figure/ScenarioFigures.h"

#include "core/report/ExplainedScenarios.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/SensitivityParts.h"
#include "core/report/figure/TargetText.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr std::size_t mostSteps = 9; // between the two ends
constexpr double mostOfIt = 0.5;     // of a difference

FigureInk inkOfStep(const TargetText& target, double step)
{
    const bool addsValue = (step >= 0.0) == target.isHigherBetter;
    return {addsValue ? FigureInk::Role::positive : FigureInk::Role::negative};
}

FigureInk inkOfLevel(const TargetText& target)
{
    const bool isGainOrLoss = target.threshold == 0.0;
    return {isGainOrLoss ? FigureInk::Role::bySign : FigureInk::Role::series};
}

Sentence nameOf(const AttributionPart& part)
{
    const Sentence first = nameOf(part.changes.front());
    if (part.changes.size() == 1)
        return first;
    return {"%1 and %2 more", {english(first), std::to_string(part.changes.size() - 1)}};
}

Sentence titleOf(const Attribution& attribution, const TargetText& target)
{
    const std::string name = english(target.name);
    const std::string from = target.number(attribution.from);
    const std::string to = target.number(attribution.to);
    const double difference = attribution.to - attribution.from;
    if (from == to)
        return {"%1 stays at %2", {name, to}};
    const std::string move = difference > 0.0 ? "%1 rises from %2 to %3" : "%1 falls from %2 to %3";
    const AttributionPart& first = attribution.parts.front();
    const std::string cause = withinSentence(nameOf(first));
    const bool isMost = first.effect / difference >= mostOfIt;
    const Sentence plain {move, {name, from, to}};
    if (attribution.parts.size() == 1)
        return plain;
    return firstThatFits({{move + (isMost ? "; %4 explains most of it" : "; %4 matters most"),
                              {name, from, to, cause}},
        plain});
}

}

Sentence nameOf(const EffectiveChange& change)
{
    const auto isAbsent = [](const InputValue& value) {
        return std::holds_alternative<std::monostate>(value);
    };
    const bool isElement = change.input.kind == InputKind::text && change.input.element.empty() &&
                           (isAbsent(change.from) || isAbsent(change.to));
    return isElement ? verbatim(shortName(change.input.label)) : nameInAnalyses(change.input);
}

Figure scenariosFigure(const Evaluation& plan, const std::vector<ScenarioResult>& scenarios,
    Target target, MoneyView view)
{
    std::vector<std::optional<double>> figures {figureOf(plan, target)};
    for (const ScenarioResult& scenario : scenarios)
        figures.push_back(
            scenario.evaluation ? figureOf(*scenario.evaluation, target) : std::nullopt);
    const TargetText text = targetText(plan, target, view, largestOf(figures));
    Figure figure;
    figure.id = "scenarios";
    figure.kind = FigureKind::standing;
    figure.unit = text.unit;
    figure.decimals = text.decimals;
    figure.source = sourceOf(plan);
    figure.title = {"%1 by scenario", {english(text.name)}};
    figure.subtitle = {"%1", {unitText(plan, text, view)}};
    const auto add = [&](std::string id, Sentence label, std::optional<double> value) {
        if (!value)
            return;
        FigureBar bar;
        bar.id = std::move(id);
        bar.label = std::move(label);
        bar.to = text.shown(*value);
        bar.ink = inkOfLevel(text);
        figure.bars.push_back(std::move(bar));
    };
    add("plan", {"Plan"}, figures.front());
    if (figures.front()) {
        const FigureReference planned = referenceTo(target);
        const bool isOfProject = planned.resultCase == ResultCase::project;
        figure.bars.back().row =
            (isOfProject ? "" : std::string(nameOf(planned.resultCase)) + '.') + planned.name;
    }
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        add("scenario." + scenarios[i].id, verbatim(scenarios[i].name), figures[i + 1]);
        if (!figures[i + 1])
            continue;
        figure.bars.back().probability = scenarios[i].probability;
        figure.bars.back().input = "scenarios." + scenarios[i].id;
    }
    const std::optional<double> mean = weighted(scenarios, target);
    add("weighted", {"Weighted"}, mean);
    if (mean) {
        figure.bars.back().ink = {FigureInk::Role::total};
        figure.bars.back().row = weightedOverScenarios(target);
    }
    return figure;
}

Figure attributionFigure(const Evaluation& plan, const Attribution& attribution,
    const AttributionEnds& ends, MoneyView view)
{
    const TargetText target = targetText(plan, attribution.target, view,
        std::max(std::abs(attribution.from), std::abs(attribution.to)));
    Figure figure;
    figure.id = "attribution";
    figure.kind = FigureKind::bridge;
    figure.unit = target.unit;
    figure.decimals = target.decimals;
    figure.source = sourceOf(plan);
    figure.title = titleOf(attribution, target);
    figure.subtitle = {attribution.isSampled
                           ? "%1 bridge, %2. Shares of joint effects are averaged over a sample of "
                             "orders; the steps add up exactly"
                           : "%1 bridge, %2. Shares of joint effects are averaged over all orders, "
                             "so the steps add up exactly",
        {english(target.name), target.unit}};

    const auto addEnd = [&](const char* id, const Sentence& label, double value, FigureInk ink) {
        figure.bars.push_back({id, label, 0.0, target.shown(value), ink, true, true});
    };
    addEnd("from", ends.from, attribution.from, {FigureInk::Role::total});
    double level = attribution.from;
    const auto addStep = [&](std::string id, const Sentence& label, double effect) {
        figure.bars.push_back({std::move(id), label, target.shown(level),
            target.shown(level + effect), inkOfStep(target, effect)});
        level += effect;
    };
    const std::size_t count = attribution.parts.size();
    const std::size_t shown = count <= mostSteps ? count : mostSteps - 1;
    for (std::size_t i = 0; i < shown; ++i) {
        const AttributionPart& part = attribution.parts[i];
        addStep(part.changes.front().input.id, nameOf(part), part.effect);
    }
    if (shown < count)
        addStep("other", {"Other"}, attribution.to - level);
    if (figure.bars.size() > 1)
        figure.bars.back().to = target.shown(attribution.to); // whatever rounding left
    addEnd("to", ends.to, attribution.to, {FigureInk::Role::series, 0});
    return figure;
}

}
