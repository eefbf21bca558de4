#include "core/report/NumberFormat.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/RiskFigures.h"
#include "core/report/figure/TargetText.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double mostBins = 40.0;
constexpr double fewestBins = 8.0;

// The smallest of 1, 2 or 5 · 10ⁿ that is no smaller than this, which is positive.
double roundWidth(double atLeast)
{
    const double magnitude = std::pow(10.0, std::floor(std::log10(atLeast) + 1e-9));
    for (const double part : {1.0, 2.0, 5.0})
        if (part * magnitude >= atLeast * (1.0 - 1e-9))
            return part * magnitude;
    return 10.0 * magnitude;
}

// What the bars cover: multiples of a width, so that zero is an edge of two of them.
struct Bins {
    double width = 1.0;
    double first = 0.0; // of the edges, in widths
    double last = 0.0;

    double edge(double place) const { return place * width; }
};

// About trials that are all the same: a single bar, none of whose ends is near them.
Bins binAbout(double value)
{
    constexpr double leastOwn = 1e-6; // below, a bar of its own size would lie within rounding
    const double half = std::abs(value) > leastOwn ? roundWidth(std::abs(value) / 10.0) : 1.0;
    Bins bins;
    bins.width = 2.0 * half;
    bins.first = (std::round(value / half) - 1.0) / 2.0;
    bins.last = bins.first + 1.0;
    return bins;
}

Bins binsOf(const SimulationResult& result, double factor)
{
    // A spread of no more than this, of one or of the trials themselves, is rounding.
    constexpr double rounding = 1e-9;
    // A few trials far out would press all others together.
    constexpr double tail = 0.004;
    constexpr double nearby = 0.15; // of the span
    double low = result.percentile(tail) * factor;
    double high = result.percentile(1.0 - tail) * factor;
    const double reach = nearby * (high - low);
    const double smallest = result.sorted.front() * factor;
    const double largest = result.sorted.back() * factor;
    if (smallest >= low - reach)
        low = smallest;
    if (largest <= high + reach)
        high = largest;
    if (high - low <= rounding * std::max({1.0, std::abs(low), std::abs(high)}))
        return binAbout(low);
    const double wanted = std::clamp(
        1.5 * std::sqrt(static_cast<double>(result.sorted.size())), fewestBins, mostBins);
    Bins bins;
    bins.width = roundWidth((high - low) / wanted);
    bins.first = std::floor(low / bins.width + 1e-9);
    bins.last = std::max(std::ceil(high / bins.width - 1e-9), bins.first + 1.0);
    return bins;
}

// Of the trials in order, how many lie below a shown value.
class Counter {
public:
    Counter(const SimulationResult& result, double factor)
        : m_sorted(result.sorted)
        , m_factor(factor)
    {
    }

    double below(double shown) const
    {
        const auto place = std::lower_bound(m_sorted.begin(), m_sorted.end(), shown / m_factor);
        return static_cast<double>(place - m_sorted.begin()) / static_cast<double>(m_sorted.size());
    }
    double upTo(double shown) const
    {
        const auto place = std::upper_bound(m_sorted.begin(), m_sorted.end(), shown / m_factor);
        return static_cast<double>(place - m_sorted.begin()) / static_cast<double>(m_sorted.size());
    }

private:
    const std::vector<double>& m_sorted;
    double m_factor;
};

TargetText targetOf(const Evaluation& evaluation, const SimulationResult& result, MoneyView view)
{
    const double largest = result.sorted.empty() ? 0.0
                                                 : std::max(std::abs(result.percentile(0.1)),
                                                       std::abs(result.percentile(0.9)));
    return targetText(evaluation, result.target, view, largest);
}

Sentence titleOf(const TargetText& target, const SimulationResult& result)
{
    const std::string name = english(target.name);
    if (target.isMoney && target.threshold) {
        const double loss = Counter(result, 1.0).below(0.0);
        const std::string chance = probabilityText(1.0 - loss);
        const Sentence shorter {"The chance of a positive %1 is %2", {name, chance}};
        const double difference = std::round(100.0 * loss) - 50.0;
        if (difference > 0.0)
            return firstThatFits(
                {{"A loss is likelier than a gain: the chance of a positive %1 is %2",
                     {name, chance}},
                    shorter});
        if (difference < 0.0)
            return firstThatFits(
                {{"A gain is likelier than a loss: the chance of a positive %1 is %2",
                     {name, chance}},
                    shorter});
        return firstThatFits(
            {{"A loss is as likely as a gain: the chance of a positive %1 is %2", {name, chance}},
                shorter});
    }
    return firstThatFits({{"%1 lies between %2 and %3 in eight of ten trials",
                              {name, target.number(result.percentile(0.1)),
                                  target.withUnit(result.percentile(0.9))}},
        target.name});
}

// "USD 5 million", "0.5 years".
std::string widthText(double width, const TargetText& target)
{
    const std::string number = significantText(width, 3);
    if (!target.isMoney)
        return number + std::string(noBreakSpace) + target.unit;
    const std::size_t space = target.unit.find(' ');
    if (space == std::string::npos)
        return target.unit + ' ' + number;
    return target.unit.substr(0, space) + ' ' + number + target.unit.substr(space);
}

Sentence subtitleOf(const TargetText& target, const Bins& bins, double below, double above)
{
    const std::string width = widthText(bins.width, target);
    const std::string name = english(target.name);
    const std::string low = significantText(bins.edge(bins.first), 6);
    const std::string high = significantText(bins.edge(bins.last), 6);
    const auto part = [](double fraction) {
        return fraction < 0.0005 ? "< 0.1" + std::string(noBreakSpace) + "%"
                                 : percentText(fraction, 1);
    };
    if (below > 0.0 && above > 0.0)
        return {"Share of trials per %1 of %2 (bars, left); cumulative probability (line, right). "
                "%3 of trials lie below %4, %5 above %6",
            {width, name, part(below), low, part(above), high}};
    if (above > 0.0)
        return {"Share of trials per %1 of %2 (bars, left); cumulative probability (line, right). "
                "%3 of trials lie above %4",
            {width, name, part(above), high}};
    if (below > 0.0)
        return {"Share of trials per %1 of %2 (bars, left); cumulative probability (line, right). "
                "%3 of trials lie below %4",
            {width, name, part(below), low}};
    return {"Share of trials per %1 of %2 (bars, left); cumulative probability (line, right)",
        {width, name}};
}

void addBins(Figure& figure, const Bins& bins, const Counter& trials, const TargetText& target,
    const std::string& row)
{
    FigureSeries cumulative {"cumulative", {"Cumulative probability"}, {FigureInk::Role::total},
        FigureSeries::Look::line, true, {}, row};
    const int decimals = bins.width >= 1.0 ? 0 : target.decimals;
    const bool isParted = target.threshold == 0.0;
    cumulative.points.push_back(
        {bins.edge(bins.first), 100.0 * trials.below(bins.edge(bins.first))});
    for (double place = bins.first; place < bins.last; place += 1.0) {
        const double from = bins.edge(place);
        const double to = bins.edge(place + 1.0);
        const bool isLast = place + 1.0 >= bins.last;
        const double upTo = isLast ? trials.upTo(to) : trials.below(to);
        const FigureInk ink {
            isParted && to <= 0.0 ? FigureInk::Role::negative : FigureInk::Role::positive};
        figure.bars.push_back({"bin." + plainText(from),
            {"%1 to %2", {fixedText(from, decimals), fixedText(to, decimals)}}, from, to, ink,
            false, false, upTo - trials.below(from), row});
        cumulative.points.push_back({to, 100.0 * upTo});
    }
    figure.series.push_back(std::move(cumulative));
}

}

std::string probabilityText(double part)
{
    const std::string after = std::string(noBreakSpace) + "%";
    if (part > 0.0 && part < 0.01)
        return "< 1" + after;
    if (part > 0.99 && part < 1.0)
        return "> 99" + after;
    return percentText(part, 0);
}

double probabilityUpTo(
    const Evaluation& evaluation, const SimulationResult& result, MoneyView view, double shown)
{
    if (result.sorted.empty())
        return 0.0;
    return Counter(result, targetOf(evaluation, result, view).factor).upTo(shown);
}

Figure histogramFigure(const Evaluation& evaluation, const SimulationResult& result, MoneyView view,
    const std::vector<int>& percentiles)
{
    const TargetText target = targetOf(evaluation, result, view);
    Figure figure;
    figure.id = "risk";
    figure.kind = FigureKind::histogram;
    figure.unit = target.unit;
    figure.decimals = target.decimals;
    figure.source = sourceOf(evaluation);
    if (result.sorted.empty()) {
        figure.title = {"No trial has the figure “%1”", {english(target.name)}};
        return figure;
    }
    const Bins bins = binsOf(result, target.factor);
    const Counter trials(result, target.factor);
    const std::string row(nameOf(result.target));
    addBins(figure, bins, trials, target, row);
    for (const int percent : percentiles) {
        const double value = result.percentile(percent / 100.0);
        figure.marks.push_back({{"P%1  %2", {std::to_string(percent), target.number(value)}},
            {target.shown(value), static_cast<double>(percent)}, {FigureInk::Role::total}, true});
    }
    figure.title = titleOf(target, result);
    figure.subtitle = subtitleOf(
        target, bins, trials.below(bins.edge(bins.first)), 1.0 - trials.upTo(bins.edge(bins.last)));
    return figure;
}

}
