#include "core/report/NumberFormat.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/SensitivityFigures.h"
#include "core/report/figure/SensitivityParts.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

double largestFigure(const Spider& spider)
{
    double largest = 0.0;
    for (const SpiderLine& line : spider.lines)
        largest = std::max(largest, largestOf(line.values));
    return largest;
}

double changeOf(double factor)
{
    return std::round((factor - 1.0) * 1e9) / 1e7;
}

double reachOf(const FigureSeries& line)
{
    return line.points.empty() ? 0.0
                               : std::abs(line.points.back().value - line.points.front().value);
}

Sentence titleOf(const Figure& figure, const TargetText& target)
{
    const std::string name = withinSentence(target.name);
    const auto isFlat = [](const FigureSeries& line) { return reachOf(line) == 0.0; };
    if (figure.series.empty())
        return {"No input is chosen to be changed"};
    if (std::all_of(figure.series.begin(), figure.series.end(), isFlat))
        return {"No input changes %1", {name}};
    const FigureSeries& steepest = figure.series.front();
    const std::vector<std::string> arguments {name, withinSentence(steepest.label),
        fixedText(steepest.points.front().value, figure.decimals),
        axisText(*figure.axis, steepest.points.front().x),
        fixedText(steepest.points.back().value, figure.decimals),
        axisText(*figure.axis, steepest.points.back().x)};
    return firstThatFits({{"Nothing moves %1 as much as %2: %3 at %4, %5 at %6", arguments},
        {"Nothing moves %1 as much as %2", arguments}, {"One input moves %1 the most", {name}}});
}

// Six colours and that of totals; more lines start again with the second colour.
FigureInk inkOf(std::size_t line)
{
    const auto place = static_cast<int>(line);
    if (place < seriesInkCount)
        return {FigureInk::Role::series, place};
    if (place == seriesInkCount)
        return {FigureInk::Role::total};
    return {FigureInk::Role::series, (place - seriesInkCount) % seriesInkCount};
}

}

Figure spiderFigure(const Evaluation& evaluation, const Spider& spider, MoneyView view)
{
    const PositionTexts texts(evaluation.project());
    const TargetText target = targetText(evaluation, spider.target, view, largestFigure(spider));
    Figure figure;
    figure.id = "spider";
    figure.kind = FigureKind::lines;
    figure.unit = target.unit;
    figure.decimals = target.decimals;
    figure.source = sourceOf(evaluation);
    figure.axis = FigureAxis {{"Change of the input"}, "%", 0, true};
    figure.subtitle = {"%1 as one input is changed by so many percent of its plan, %2",
        {english(target.name), unitText(evaluation, target, view)}};
    for (const SpiderLine& line : spider.lines) {
        FigureSeries series;
        series.id = line.input;
        series.input = line.input;
        series.label = texts.of({line.input}, {}).name;
        for (std::size_t i = 0; i < line.values.size(); ++i)
            if (line.values[i])
                series.points.push_back(
                    {changeOf(spider.factors[i]), target.shown(*line.values[i])});
        figure.series.push_back(std::move(series));
    }
    std::stable_sort(figure.series.begin(), figure.series.end(),
        [](const FigureSeries& a, const FigureSeries& b) { return reachOf(a) > reachOf(b); });
    for (std::size_t i = 0; i < figure.series.size(); ++i) {
        figure.series[i].ink = inkOf(i);
        figure.series[i].isActive = i == 0;
    }
    figure.title = titleOf(figure, target);
    return figure;
}

}
