#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/SensitivityFigures.h"
#include "core/report/figure/SensitivityParts.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double closePart = 0.6; // of the largest swing: a second one that comes close

double largestFigure(const Tornado& tornado)
{
    std::vector<std::optional<double>> figures {tornado.atBase};
    for (const TornadoBar& bar : tornado.bars) {
        figures.push_back(bar.atLow);
        figures.push_back(bar.atHigh);
    }
    return largestOf(figures);
}

FigureSwing::End endOf(const std::optional<double>& value, const TargetText& target, double at,
    const PositionText& text)
{
    return {
        value ? std::optional(target.shown(*value)) : std::nullopt, text.shown(at), text.text(at)};
}

// The end of a bar at which the target is worse than the plan, the worse of two.
struct Loss {
    double position = 0.0;
    double figure = 0.0;
};

std::optional<Loss> lossOf(const TornadoBar& bar, double base, bool isHigherBetter)
{
    std::optional<Loss> loss;
    const auto consider = [&](const std::optional<double>& figure, double position) {
        const auto isWorse = [&](double a, double b) { return isHigherBetter ? a < b : a > b; };
        if (figure && isWorse(*figure, loss ? loss->figure : base))
            loss = Loss {position, *figure};
    };
    consider(bar.atLow, bar.range.low);
    consider(bar.atHigh, bar.range.high);
    return loss;
}

Sentence titleOf(const Tornado& tornado, const TargetText& target, const PositionTexts& texts)
{
    const std::string name = withinSentence(target.name);
    if (tornado.bars.empty())
        return {"No input has a range yet"};
    if (!tornado.atBase)
        return {"The plan has no %1 to compare with", {name}};
    const TornadoBar& first = tornado.bars.front();
    if (!first.swing ||
        target.number(*tornado.atBase + *first.swing) == target.number(*tornado.atBase))
        return firstThatFits({{"No input changes %1 within its range", {name}}});
    const PositionText text = texts.of(first.range.input, {first.range.low, first.range.high});
    const std::string input = withinSentence(text.name);
    const Sentence plain = firstThatFits({{"Nothing moves %1 as much as %2", {name, input}},
        {"One input moves %1 the most", {name}}});
    const std::optional<Loss> loss = lossOf(first, *tornado.atBase, target.isHigherBetter);
    if (!loss)
        return plain;

    std::vector<std::string> arguments {input, text.text(loss->position)};
    std::string finding = "Moving %1 to %2 costs %3";
    std::string rest = "%4";
    if (target.isMoney && target.isHigherBetter) {
        arguments.push_back(target.withUnit(*tornado.atBase - loss->figure));
    } else {
        finding = "Moving %1 to %2 takes %3 from %4 to %5";
        rest = "%6";
        arguments.push_back(name);
        arguments.push_back(target.number(*tornado.atBase));
        arguments.push_back(target.withUnit(loss->figure));
    }
    const bool isAlone = tornado.bars.size() < 2 || !tornado.bars[1].swing;
    if (isAlone)
        return firstThatFits({{finding, arguments}, plain});
    const TornadoBar& second = tornado.bars[1];
    if (*second.swing <= closePart * *first.swing)
        return firstThatFits(
            {{finding + "; nothing else comes close", arguments}, {finding, arguments}, plain});
    std::vector<std::string> both = arguments;
    both.push_back(withinSentence(texts.of(second.range.input, {}).name));
    return firstThatFits({{finding + ", ahead of " + rest, both}, {finding, arguments}, plain});
}

}

Figure tornadoFigure(
    const Evaluation& evaluation, const Tornado& tornado, MoneyView view, std::size_t most)
{
    const PositionTexts texts(evaluation.project());
    const TargetText target = targetText(evaluation, tornado.target, view, largestFigure(tornado));
    Figure figure;
    figure.id = "tornado";
    figure.kind = FigureKind::tornado;
    figure.unit = target.unit;
    figure.decimals = target.decimals;
    figure.isHigherBetter = target.isHigherBetter;
    figure.source = sourceOf(evaluation);
    figure.title = titleOf(tornado, target, texts);
    const std::string name = english(target.name);
    figure.subtitle = {"%1 when one input moves to its low or high value, %2",
        {name, unitText(evaluation, target, view)}};
    if (!tornado.atBase)
        return figure;
    const double base = target.shown(*tornado.atBase);
    figure.levels.push_back({{"Base %1", {target.number(*tornado.atBase)}}, base});
    figure.divide = {base, {"%1 falls", {name}}, {"%1 rises", {name}}};
    for (std::size_t i = 0; i < std::min(most, tornado.bars.size()); ++i) {
        const TornadoBar& bar = tornado.bars[i];
        const InputRange& range = bar.range;
        const PositionText text = texts.of(range.input, {range.low, range.base, range.high});
        figure.swings.push_back(
            {range.input.id, text.name, text.unit, endOf(bar.atLow, target, range.low, text),
                endOf(bar.atHigh, target, range.high, text)});
    }
    return figure;
}

}
