#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/SensitivityFigures.h"
#include "core/report/figure/SensitivityParts.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr std::size_t mostMarks = 6;

Sentence titleOf(const GoalSeek& sought, const TargetText& target, const PositionText& input)
{
    const std::string name = english(target.name);
    const std::string moved = withinSentence(input.name);
    const std::string wanted = target.level(sought.wanted);
    const auto text = [&](std::size_t i) { return input.textInUnit(sought.solutions[i]); };
    if (sought.isEverywhere)
        return firstThatFits({{"%1 is %2 whatever the value of %3", {name, wanted, moved}},
            {"%1 is %2 whatever the value of the input", {name, wanted}}});
    switch (sought.solutions.size()) {
    case 0:
        return firstThatFits({{"No value of %1 brings %2 to %3", {moved, name, wanted}},
            {"No value of the input brings %1 to %2", {name, wanted}}});
    case 1:
        return firstThatFits({{"%1 is %2 with %3 at %4", {name, wanted, moved, text(0)}},
            {"%1 is %2 at %3", {name, wanted, text(0)}}});
    case 2:
        return firstThatFits(
            {{"%1 is %2 with %3 at %4 and at %5", {name, wanted, moved, text(0), text(1)}},
                {"%1 is %2 at %3 and at %4", {name, wanted, text(0), text(1)}}});
    default:
        return firstThatFits(
            {{"%1 is %2 at %3 values of %4",
                 {name, wanted, numberWord(static_cast<int>(sought.solutions.size())), moved}},
                {"%1 is %2 at several values of the input", {name, wanted}}});
    }
}

}

Figure breakEvenFigure(
    const Evaluation& evaluation, const GoalSeek& sought, const TargetCurve& curve, MoneyView view)
{
    const TargetText target = targetText(evaluation, sought.target, view,
        std::max(largestOf(curve.values), std::abs(sought.wanted)));
    const Result<InputPosition> plan = positionOf(evaluation.project(), sought.input);
    std::vector<double> named;
    if (plan)
        named.push_back(plan->base);
    PositionText input = PositionTexts(evaluation.project()).of(sought.input, named);
    if (!sought.solutions.empty() && !(plan && plan->isInteger))
        input = input.ofSolutions();

    Figure figure;
    figure.id = "break_even";
    figure.kind = FigureKind::lines;
    figure.unit = target.unit;
    figure.decimals = target.decimals;
    figure.source = sourceOf(evaluation);
    figure.axis = input.axis();
    figure.title = titleOf(sought, target, input);
    figure.subtitle = {"%1 over %2, %3",
        {english(target.name),
            input.unit.empty() ? withinSentence(input.name)
                               : withinSentence(input.name) + " (" + input.unit + ")",
            unitText(evaluation, target, view)}};
    FigureSeries line;
    line.id = sought.input.id;
    line.input = sought.input.id;
    line.label = target.name;
    line.isActive = true;
    for (std::size_t i = 0; i < curve.values.size(); ++i)
        if (curve.values[i])
            line.points.push_back(
                {input.shown(curve.positions[i]), target.shown(*curve.values[i])});
    if (line.points.empty())
        return figure;
    const bool isZero = target.number(sought.wanted) == target.number(0.0);
    if (!isZero)
        figure.levels.push_back(
            {{"Wanted %1", {target.number(sought.wanted)}}, target.shown(sought.wanted)});
    const auto isDrawn = [&](double x) {
        return x >= line.points.front().x && x <= line.points.back().x;
    };
    const std::optional<double> base = figureOf(evaluation, sought.target);
    if (plan && base && isDrawn(input.shown(plan->base)))
        figure.marks.push_back({{"Plan %1", {target.number(*base)}},
            {input.shown(plan->base), target.shown(*base)}, {FigureInk::Role::total}, true});
    for (std::size_t i = 0; i < std::min(mostMarks, sought.solutions.size()); ++i)
        if (const double x = input.shown(sought.solutions[i]); isDrawn(x))
            figure.marks.push_back({verbatim(input.text(sought.solutions[i])),
                {x, target.shown(sought.wanted)}, line.ink, false});
    figure.series.push_back(std::move(line));
    return figure;
}

}
