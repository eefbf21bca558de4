#include "core/report/ExplainedDeck.h"
#include "core/report/NumberFormat.h"
#include "core/report/Quantity.h"
#include "core/report/figure/DeckChoice.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/Figures.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

// Where a line that was below zero comes back to it, between two points.
std::optional<double> recoveryYear(const std::vector<FigurePoint>& points)
{
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double before = points[i - 1].value;
        const double after = points[i].value;
        if (before < 0.0 && after >= 0.0)
            return points[i - 1].x + before / (before - after) * (points[i].x - points[i - 1].x);
    }
    return std::nullopt;
}

// `time` is a date: 2030.5 is the middle of 2030.
Sentence recoveredBy(double time, const std::string& deck)
{
    const double year = std::floor(time);
    const double part = time - year;
    const std::vector<std::string> plain {std::to_string(static_cast<int>(year)), deck};
    if (part < 1.0 / 3.0)
        return firstThatFits({{"Cash is recovered by early %1 on the %2 deck", plain},
            {"Cash is recovered by early %1 on the active deck", plain}});
    if (part < 2.0 / 3.0)
        return firstThatFits({{"Cash is recovered by mid-%1 on the %2 deck", plain},
            {"Cash is recovered by mid-%1 on the active deck", plain}});
    return firstThatFits({{"Cash is recovered by late %1 on the %2 deck", plain},
        {"Cash is recovered by late %1 on the active deck", plain}});
}

Sentence cashTitle(const std::vector<FigurePoint>& points, const std::string& deck)
{
    // The cumulative flow of a year is that of its end: a year later than the point is drawn.
    if (const std::optional<double> recovery = recoveryYear(points))
        return recoveredBy(*recovery + 1.0, deck);
    const bool isNeverShort = std::none_of(
        points.begin(), points.end(), [](const FigurePoint& point) { return point.value < 0.0; });
    if (isNeverShort)
        return firstThatFits({{"The project never needs cash on the %1 deck", {deck}},
            {"The project never needs cash on the active deck", {}}});
    const std::string last = std::to_string(static_cast<int>(points.back().x));
    return firstThatFits({{"Cash is not recovered by %1 on the %2 deck", {last, deck}},
        {"Cash is not recovered by %1 on the active deck", {last, deck}}});
}

// The metrics are those of the model's money: in other money, cash is recovered at another time.
void markNamedPoints(Figure& figure, const FigureSeries& active, bool isMoneyOfModel)
{
    const auto mark = [&](const Sentence& metric, const Sentence& otherwise, Metric named,
                          const FigurePoint& at, bool isAbove) {
        figure.marks.push_back({isMoneyOfModel ? metric : otherwise, at, active.ink, isAbove,
            isMoneyOfModel ? "project." + std::string(descriptionOf(named).name) : std::string()});
    };
    const std::vector<FigurePoint>& points = active.points;
    const auto lowest = std::min_element(points.begin(), points.end(),
        [](const FigurePoint& a, const FigurePoint& b) { return a.value < b.value; });
    if (lowest->value < 0.0) {
        const std::string funding = fixedText(-lowest->value, 1);
        mark({"Peak funding %1", {funding}}, {"Lowest at −%1", {funding}}, Metric::peakFunding,
            *lowest, false);
    }
    if (const std::optional<double> recovery = recoveryYear(points)) {
        const std::string years = fixedText(*recovery + 1.0 - points.front().x, 1);
        mark({"Payback %1 years", {years}}, {"Recovered in %1 years", {years}}, Metric::payback,
            {*recovery, 0.0}, true);
    }
}

}

Figure cumulativeCashFlowFigure(const Evaluation& evaluation, MoneyView view)
{
    const Project& project = evaluation.project();
    const MoneyConversion conversion(evaluation, view);
    const int firstYear = evaluation.years().first;
    const Row freeCashFlow = evaluation.rows().project.freeCashFlow;
    Figure figure;
    figure.id = "cumulative_cash_flow";
    figure.kind = FigureKind::lines;
    figure.decimals = 0;

    FigureSeries yearly {"yearly", {"Yearly flow on %1", {activeDeckOf(project).name}},
        {FigureInk::Role::bySign}, FigureSeries::Look::faintColumns, false,
        pointsFrom(firstYear, evaluation.byYear(freeCashFlow)), rowName(evaluation, freeCashFlow)};
    for (FigurePoint& point : yearly.points)
        point.value *= conversion.inYear(static_cast<int>(point.x));
    figure.series.push_back(std::move(yearly));

    std::size_t active = 0;
    for (const ShownDeck& shown : shownDecks(project)) {
        const PriceDeck& deck = project.priceDecks[shown.position];
        std::vector<double> values = evaluation.decks()[shown.position].cumulativeFreeCashFlow;
        double nominalSoFar = 0.0;
        double shownSoFar = 0.0;
        for (std::size_t y = 0; y < values.size(); ++y) {
            const double flow = values[y] - nominalSoFar;
            nominalSoFar = values[y];
            shownSoFar += flow * conversion.inYear(firstYear + static_cast<int>(y));
            if (view != MoneyView {})
                values[y] = shownSoFar;
        }
        if (shown.isActive)
            active = figure.series.size();
        figure.series.push_back({deck.id, verbatim(shortName(deck.name)),
            {FigureInk::Role::series, shown.ink}, FigureSeries::Look::line, shown.isActive,
            pointsFrom(firstYear, values),
            shown.isActive ? rowName(evaluation, evaluation.rows().project.cumulativeFreeCashFlow)
                           : onDeck("cumulative_free_cash_flow", deck.id)});
    }
    const MoneyScale scale = moneyScale(largestMagnitude(figure.series), view.currency);
    divide(figure.series, scale.divisor);
    if (largestMagnitude(figure.series) < 10.0)
        figure.decimals = 1;
    figure.unit = scale.unit;
    const std::string deck = shortName(activeDeckOf(project).name);
    figure.title = cashTitle(figure.series[active].points, deck);
    figure.subtitle = {"Cumulative free cash flow by price deck; bars: yearly flow on %1. %2, %3",
        {deck, scale.unit, conversion.terms()}};
    markNamedPoints(figure, figure.series[active], view == MoneyView {});
    figure.source = sourceOf(evaluation);
    return figure;
}

Figure explainBars(const Evaluation& evaluation, Row row, MoneyView view)
{
    const Sheet::RowContent& content = evaluation.model().sheet().row(row);
    Figure figure;
    figure.id = "explain." + content.title.name;
    figure.kind = FigureKind::columns;
    figure.title = verbatim(content.title.label);
    figure.unit = content.title.unit.text();
    figure.source = sourceOf(evaluation);
    figure.subtitle = verbatim(figure.unit);
    if (!content.years)
        return figure;

    const Quantity::Kind kind = quantityOf(evaluation, row).kind;
    const bool isPresentValue = kind == Quantity::Kind::presentValue;
    const bool isMoney =
        kind == Quantity::Kind::money || kind == Quantity::Kind::cumulative || isPresentValue;
    const MoneyConversion conversion(evaluation, view);
    const auto inView = [&](int year) {
        return isPresentValue ? conversion.presentValue() : isMoney ? conversion.inYear(year) : 1.0;
    };
    FigureSeries bars {content.title.name, verbatim(content.title.label), {FigureInk::Role::bySign},
        FigureSeries::Look::part, true, {}, content.title.name};
    for (int year = content.years->first; year <= content.years->last; ++year)
        if (const std::optional<double> value = evaluation.figure(row, year))
            bars.points.push_back({static_cast<double>(year), *value * inView(year)});
    if (bars.points.empty())
        return figure;
    figure.series.push_back(std::move(bars));
    if (isMoney) {
        const MoneyScale scale = moneyScale(largestMagnitude(figure.series), view.currency);
        divide(figure.series, scale.divisor);
        figure.unit = scale.unit;
        if (isPresentValue)
            figure.subtitle = {
                "%1 in %2 money", {scale.unit, std::to_string(conversion.yearOfPresentValues())}};
        else
            figure.subtitle = {"%1, %2", {scale.unit, conversion.terms()}};
    } else if (kind == Quantity::Kind::mass) {
        divide(figure.series, 1000.0);
        figure.unit = "t";
        figure.subtitle = verbatim("t");
    }
    const double largest = largestMagnitude(figure.series);
    figure.decimals = largest >= 100.0 ? 0 : largest >= 1.0 ? 1 : 3;
    const std::vector<FigurePoint>& points = figure.series.front().points;
    const auto peak = std::max_element(
        points.begin(), points.end(), [](const FigurePoint& a, const FigurePoint& b) {
            return std::abs(a.value) < std::abs(b.value);
        });
    figure.title =
        firstThatFits({{"%1 is largest in %2, at %3",
                           {content.title.label, std::to_string(static_cast<int>(peak->x)),
                               fixedText(peak->value, figure.decimals)}},
            verbatim(content.title.label)});
    return figure;
}

}
