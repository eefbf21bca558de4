#include "core/report/figure/RiskFigures.h"

#include "core/project/Registry.h"
#include "core/report/NumberFormat.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/TargetText.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr std::size_t mostBars = 12;

Sentence varianceTitle(const Figure& figure)
{
    const FigureBar& first = figure.bars.front();
    const std::string share = probabilityText(first.to / 100.0);
    return firstThatFits({{"%1 brings %2 of the spread", {english(first.label), share}},
        {"What drives the spread"}});
}

}

Sentence nameOfSimulated(const Project& project, const std::string& input)
{
    if (input == "active_deck")
        return {"Price deck"};
    if (input == "price_process")
        return {"Yearly price"};
    for (const Input& known : inputsOf(project))
        if (known.id == input)
            return nameInAnalyses(known);
    return verbatim(input);
}

Figure varianceFigure(const Evaluation& evaluation, const SimulationResult& result)
{
    const std::string target = english(shortNameOf(result.target));
    Figure figure;
    figure.id = "risk_variance";
    figure.kind = FigureKind::shares;
    figure.unit = "%";
    figure.decimals = 0;
    figure.source = sourceOf(evaluation);
    figure.subtitle = {"Share of the variance of %1", {target}};
    for (const SimulatedInput& input : result.inputs) {
        const bool isAgainst = input.rankCorrelation < 0.0;
        figure.bars.push_back({input.input, nameOfSimulated(evaluation.project(), input.input), 0.0,
            100.0 * input.varianceShare,
            {isAgainst ? FigureInk::Role::negative : FigureInk::Role::positive}});
    }
    std::stable_sort(figure.bars.begin(), figure.bars.end(),
        [](const FigureBar& a, const FigureBar& b) { return a.to > b.to; });
    figure.bars.resize(std::min(figure.bars.size(), mostBars));
    figure.title = figure.bars.empty() || !(figure.bars.front().to > 0.0)
                       ? Sentence {"What drives the spread"}
                       : varianceTitle(figure);
    return figure;
}

Figure convergenceFigure(
    const Evaluation& evaluation, const SimulationResult& result, MoneyView view)
{
    constexpr double normal95 = 1.96; // standard errors to either side of a mean
    const double largest = result.sorted.empty() ? 0.0
                                                 : std::max(std::abs(result.percentile(0.1)),
                                                       std::abs(result.percentile(0.9)));
    const TargetText target = targetText(evaluation, result.target, view, largest);
    const std::string name = english(target.name);
    Figure figure;
    figure.id = "risk_convergence";
    figure.kind = FigureKind::convergence;
    figure.unit = target.unit;
    figure.decimals = target.decimals;
    figure.source = sourceOf(evaluation);
    const std::string row(nameOf(result.target));
    FigureSeries mean {
        "mean", {"Mean"}, {FigureInk::Role::series, 0}, FigureSeries::Look::line, true, {}, row};
    FigureSeries low {"low", {"Lower end at 95 %"}, {FigureInk::Role::series, 0},
        FigureSeries::Look::line, false, {}, row};
    FigureSeries high = low;
    high.id = "high";
    high.label = {"Upper end at 95 %"};
    for (const SimulationResult::Convergence& step : result.convergence) {
        const auto trials = static_cast<double>(step.trials);
        const double middle = target.shown(step.mean);
        const double reach = std::abs(target.factor) * normal95 * step.standardError;
        mean.points.push_back({trials, middle});
        low.points.push_back({trials, middle - reach});
        high.points.push_back({trials, middle + reach});
    }
    if (mean.points.size() < 2) {
        figure.title = {"Too few trials to see the mean of %1 settle", {name}};
        return figure;
    }
    figure.series = {std::move(mean), std::move(low), std::move(high)};
    figure.title = firstThatFits(
        {{"The mean of %1 settles at %2 after %3 trials",
             {name, target.number(result.mean), fixedText(static_cast<double>(result.trials), 0)}},
            {"How the mean of %1 settles", {name}}});
    figure.subtitle = {"Mean of %1 after so many trials and where it lies at 95 % confidence, %2",
        {name, target.unit}};
    return figure;
}

Figure outOfDate(Figure figure)
{
    const FigureInk grey {FigureInk::Role::quiet};
    for (FigureBar& bar : figure.bars)
        bar.ink = grey;
    for (FigureSeries& series : figure.series)
        if (series.ink.role != FigureInk::Role::total) // grey as it is
            series.ink = grey;
    return figure;
}

}
