#include "core/report/NumberFormat.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/Figures.h"

#include <algorithm>

namespace core {

namespace {

using Kind = StatementLine::Kind;

std::string plantText(ResultCase resultCase)
{
    switch (resultCase) {
    case ResultCase::project:
        return "The project";
    case ResultCase::standalone:
        return "The stand-alone plant";
    case ResultCase::savings:
        break;
    }
    return "Savings from reuse";
}

Sentence lineTitle(const std::string& label, const std::vector<FigurePoint>& points, int decimals)
{
    const auto isLess = [](const FigurePoint& a, const FigurePoint& b) {
        return a.value < b.value;
    };
    const auto lowest = std::min_element(points.begin(), points.end(), isLess);
    const auto highest = std::max_element(points.begin(), points.end(), isLess);
    const auto year = [](const FigurePoint& point) {
        return std::to_string(static_cast<int>(point.x));
    };
    const auto figure = [&](const FigurePoint& point) { return fixedText(point.value, decimals); };
    if (lowest->value == 0.0 && highest->value == 0.0)
        return firstThatFits({{"%1 is zero in every year", {label}}, verbatim(label)});
    if (lowest->value < 0.0 && highest->value > 0.0)
        return firstThatFits(
            {{"%1 is between %2 in %3 and %4 in %5",
                 {label, figure(*lowest), year(*lowest), figure(*highest), year(*highest)}},
                verbatim(label)});
    const FigurePoint& largest = highest->value > 0.0 ? *highest : *lowest;
    return firstThatFits(
        {{"%1 is largest in %2, at %3", {label, year(largest), figure(largest)}}, verbatim(label)});
}

}

Figure statementLineFigure(const Evaluation& evaluation, ResultCase resultCase,
    const StatementLine& line, MoneyView view, const MoneyScale& scale)
{
    const MoneyConversion conversion(evaluation, view);
    Figure figure;
    figure.id = "statement." + line.id;
    figure.kind = FigureKind::lines;
    figure.source = sourceOf(evaluation);
    const std::string row = line.row.isValid() ? rowName(evaluation, line.row)
                                               : std::string(nameOf(resultCase)) + "." + line.id;
    figure.series.push_back({line.id, verbatim(shortName(line.label)), {}, FigureSeries::Look::line,
        true, pointsFrom(evaluation.years().first, line.byYear), row});

    const std::string plant = plantText(resultCase);
    switch (line.kind) {
    case Kind::factor:
        figure.subtitle = {"%1 by year", {plant}};
        break;
    case Kind::mass:
        divide(figure.series, 1000.0);
        figure.unit = "t";
        figure.subtitle = {"%1 by year. %2", {plant, figure.unit}};
        break;
    case Kind::presentValue:
        divide(figure.series, scale.divisor);
        figure.unit = scale.unit;
        figure.subtitle = {"%1 by year. %2 in %3 money",
            {plant, scale.unit, std::to_string(conversion.yearOfPresentValues())}};
        break;
    default:
        divide(figure.series, scale.divisor);
        figure.unit = scale.unit;
        figure.subtitle = {"%1 by year. %2, %3", {plant, scale.unit, conversion.terms()}};
    }
    const double largest = largestMagnitude(figure.series);
    figure.decimals = line.kind == Kind::factor || largest < 0.1 ? 3
                      : largest < 10.0                           ? 2
                      : largest < 100.0                          ? 1
                                                                 : 0;
    figure.title = lineTitle(shortName(line.label), figure.series.front().points, figure.decimals);
    return figure;
}

}
