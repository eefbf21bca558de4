#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/SensitivityFigures.h"
#include "core/report/figure/SensitivityParts.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double closePart = 0.5; // of the largest loss: a second one from there on comes close

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
    const TornadoBar* bar = nullptr;
    double position = 0.0;
    double figure = 0.0;
    double size = 0.0; // the distance from the plan
};

// The largest first, which is not the order of the bars: the swing of a bar counts its gain, too.
std::vector<Loss> lossesOf(const Tornado& tornado, bool isHigherBetter)
{
    const double base = *tornado.atBase;
    std::vector<Loss> losses;
    for (const TornadoBar& bar : tornado.bars) {
        Loss loss {&bar};
        const auto consider = [&](const std::optional<double>& figure, double position) {
            const double size = !figure ? 0.0 : isHigherBetter ? base - *figure : *figure - base;
            if (size > loss.size)
                loss = {&bar, position, *figure, size};
        };
        consider(bar.atLow, bar.range.low);
        consider(bar.atHigh, bar.range.high);
        if (loss.size > 0.0)
            losses.push_back(loss);
    }
    std::stable_sort(
        losses.begin(), losses.end(), [](const Loss& a, const Loss& b) { return a.size > b.size; });
    return losses;
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
    const Sentence plain =
        firstThatFits({{"Nothing moves %1 as much as %2",
                           {name, withinSentence(texts.of(first.range.input, {}).name)}},
            {"One input moves %1 the most", {name}}});
    const std::vector<Loss> losses = lossesOf(tornado, target.isHigherBetter);
    if (losses.empty() || target.number(losses.front().figure) == target.number(*tornado.atBase))
        return plain;

    const Loss& largest = losses.front();
    const InputRange& range = largest.bar->range;
    const PositionText text = texts.of(range.input, {range.low, range.high});
    std::vector<std::string> arguments {withinSentence(text.name), text.text(largest.position)};
    std::string finding = "Moving %1 to %2 costs %3";
    std::string rest = "%4";
    if (target.isMoney && target.isHigherBetter) {
        arguments.push_back(target.withUnit(largest.size));
    } else {
        finding = "Moving %1 to %2 takes %3 from %4 to %5";
        rest = "%6";
        arguments.push_back(name);
        arguments.push_back(target.number(*tornado.atBase));
        arguments.push_back(target.withUnit(largest.figure));
    }
    // An end without a figure may be worse than any other.
    if (tornado.bars.size() < 2 || !tornado.bars.back().swing)
        return firstThatFits({{finding, arguments}, plain});
    if (losses.size() < 2 || losses[1].size < closePart * largest.size)
        return firstThatFits(
            {{finding + "; nothing else comes close", arguments}, {finding, arguments}, plain});
    std::vector<std::string> both = arguments;
    both.push_back(withinSentence(texts.of(losses[1].bar->range.input, {}).name));
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
