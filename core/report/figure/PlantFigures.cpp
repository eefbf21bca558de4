#include "core/report/ComposedFigure.h"
#include "core/report/FullOutput.h"
#include "core/report/LargestParts.h"
#include "core/report/NumberFormat.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/Figures.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace core {

namespace {

FigureSeries part(
    std::string id, Sentence label, int ink, std::vector<FigurePoint> points, std::string row = {})
{
    return {std::move(id), std::move(label), {FigureInk::Role::series, ink % seriesInkCount},
        FigureSeries::Look::part, false, std::move(points), std::move(row)};
}

double sumOfPoints(const FigureSeries& series)
{
    double sum = 0.0;
    for (const FigurePoint& point : series.points)
        sum += point.value;
    return sum;
}

// The sums of the years, for choosing a unit.
double largestTotal(const std::vector<FigureSeries>& series)
{
    std::map<double, double> totals;
    double largest = 0.0;
    for (const FigureSeries& one : series)
        for (const FigurePoint& point : one.points)
            largest = std::max(largest, totals[point.x] += std::abs(point.value));
    return largest;
}

std::vector<FigurePoint> shownPoints(
    const Evaluation& evaluation, Row row, const MoneyConversion& conversion)
{
    std::vector<FigurePoint> points = pointsFrom(evaluation.years().first, evaluation.byYear(row));
    for (FigurePoint& point : points)
        point.value *= conversion.inYear(static_cast<int>(point.x));
    return points;
}

bool isZeroThroughout(const FigureSeries& series)
{
    return std::all_of(series.points.begin(), series.points.end(),
        [](const FigurePoint& point) { return point.value == 0.0; });
}

Sentence subtitleOfCosts(
    const Project& project, const std::string& unit, Terms terms, std::optional<int> year)
{
    const std::string baseYear = std::to_string(project.timeline.baseYear);
    if (!year)
        return terms == Terms::real
                   ? Sentence {"Operating cost at full output, %1, %2 money", {unit, baseYear}}
                   : Sentence {"Operating cost at full output, %1, nominal", {unit}};
    const std::string shown = std::to_string(*year);
    return terms == Terms::real
               ? Sentence {"Operating cost in %1, %2, %3 money", {shown, unit, baseYear}}
               : Sentence {"Operating cost in %1, %2, nominal", {shown, unit}};
}

Sentence titleOfCosts(double standalone, double withReuse, Currency currency)
{
    if (standalone == 0.0 && withReuse == 0.0)
        return {"No operating cost is stated yet"};
    const bool isUsd = currency == Currency::usd;
    const std::string from = fixedText(standalone, 0);
    const std::string to = fixedText(withReuse, 0);
    if (from == to)
        return {isUsd ? "Reuse leaves the cost of a kilogram at %1 dollars"
                      : "Reuse leaves the cost of a kilogram at %1 tenge",
            {to}};
    if (withReuse < standalone)
        return {isUsd ? "Reuse cuts the cost of a kilogram from %1 to %2 dollars"
                      : "Reuse cuts the cost of a kilogram from %1 to %2 tenge",
            {from, to}};
    return {isUsd ? "Reuse raises the cost of a kilogram from %1 to %2 dollars"
                  : "Reuse raises the cost of a kilogram from %1 to %2 tenge",
        {from, to}};
}

}

Figure productionFigure(const Evaluation& evaluation)
{
    const Project& project = evaluation.project();
    const RevenueRows& rows = evaluation.rows().revenue;
    Figure figure;
    figure.id = "production";
    figure.kind = FigureKind::columns;
    figure.unit = "t";
    figure.subtitle = {"Sales by product, t a year"};
    figure.source = sourceOf(evaluation);
    const std::optional<int> full = yearOfFullOutput(evaluation);
    if (!full) {
        figure.title = {"Nothing is produced in any year"};
        return figure;
    }
    for (std::size_t p = 0; p < project.products.size(); ++p)
        figure.series.push_back(part(project.products[p].id,
            verbatim(shortName(project.products[p].name)), static_cast<int>(p),
            pointsFrom(evaluation.years().first, evaluation.byYear(rows.sales[p])),
            rowName(evaluation, rows.sales[p])));
    divide(figure.series, 1000.0);
    const double tonnes = evaluation.figure(rows.production, *full).value_or(0.0) / 1000.0;
    const int decimals = tonnes >= 100.0 ? 0 : tonnes >= 1.0 ? 1 : 3;
    figure.decimals = decimals;
    const std::string year = std::to_string(*full);
    if (fallsAfterFullOutput(evaluation))
        figure.title = {"Output peaks at %1 t in %2", {fixedText(tonnes, decimals), year}};
    else if (*full == project.timeline.startOfOperations)
        figure.title = {"Output is %1 t a year from %2", {fixedText(tonnes, decimals), year}};
    else
        figure.title = {"Output reaches %1 t a year in %2", {fixedText(tonnes, decimals), year}};
    if (rows.potential.isValid()) {
        const double potential = evaluation.figure(rows.potential).value_or(0.0) / 1000.0;
        // Far above the columns it would only flatten them.
        if (potential <= 1.6 * tonnes)
            figure.levels.push_back(
                {{"Potential of the liquor %1", {fixedText(potential, decimals)}}, potential});
    }
    return figure;
}

Figure costPerKgFigure(const Evaluation& evaluation, MoneyView view, std::optional<int> year)
{
    const Project& project = evaluation.project();
    Figure figure;
    figure.id = "cost_per_kg";
    figure.kind = FigureKind::stackedBars;
    figure.unit = view.currency == Currency::usd ? "USD/kg" : "KZT/kg";
    figure.decimals = 0;
    figure.source = sourceOf(evaluation);
    figure.subtitle = subtitleOfCosts(project, figure.unit, view.terms, year);
    const std::optional<int> shown = year ? year : yearOfFullOutput(evaluation);
    const double production =
        shown ? evaluation.figure(evaluation.rows().revenue.production, *shown).value_or(0.0) : 0.0;
    if (!(production > 0.0)) {
        figure.title = {"Without output there is no cost of a kilogram"};
        return figure;
    }
    figure.year = shown;
    const double perKg = MoneyConversion(evaluation, view).inYear(*shown) / production;
    double standalone = 0.0;
    double withReuse = 0.0;
    for (std::size_t i = 0; i < project.costLines.size(); ++i) {
        const CostLine& line = project.costLines[i];
        const double alone =
            evaluation.figure(evaluation.rows().standalone.costLines[i], *shown).value_or(0.0);
        const double reusing =
            evaluation.figure(evaluation.rows().project.costLines[i], *shown).value_or(0.0);
        auto group = std::find_if(figure.series.begin(), figure.series.end(),
            [&](const FigureSeries& series) { return series.id == line.category; });
        if (group == figure.series.end()) {
            if (static_cast<int>(figure.series.size()) == seriesInkCount) {
                figure.series.back().label = {"Other"};
                figure.series.back().row.clear();
            } else {
                figure.series.push_back(part(line.category, verbatim(line.category),
                    static_cast<int>(figure.series.size()), {{0.0, 0.0}, {1.0, 0.0}},
                    perKgOf("category." + line.category)));
            }
            group = figure.series.end() - 1;
        }
        group->points[0].value += alone * perKg;
        group->points[1].value += reusing * perKg;
        standalone += alone * perKg;
        withReuse += reusing * perKg;
    }
    figure.bars = {{"standalone", {"Stand-alone"}, 0.0, standalone, {}, true, false, std::nullopt,
                       "standalone." + perKgOf("operating_costs")},
        {"project", {"Project"}, 0.0, withReuse, {}, true, true, std::nullopt,
            "project." + perKgOf("operating_costs")}};
    figure.title = titleOfCosts(standalone, withReuse, view.currency);
    return figure;
}

Figure capitalFigure(const Evaluation& evaluation, MoneyView view)
{
    const Project& project = evaluation.project();
    const CaseRows& rows = evaluation.rows().project;
    const MoneyConversion conversion(evaluation, view);
    Figure figure;
    figure.id = "capital";
    figure.kind = FigureKind::columns;
    figure.source = sourceOf(evaluation);

    std::vector<FigureSeries> items;
    for (const std::size_t j : capitalItemsBySize(evaluation))
        items.push_back(
            part(project.capital.items[j].id, verbatim(shortName(project.capital.items[j].name)), 0,
                shownPoints(evaluation, rows.itemCapex[j], conversion),
                rowName(evaluation, rows.itemCapex[j])));
    const std::vector<FigurePoint> initial = shownPoints(evaluation, rows.capex, conversion);
    double building = 0.0;
    int lastBuildingYear = 0;
    for (const FigurePoint& point : initial) {
        building += point.value;
        if (point.value != 0.0)
            lastBuildingYear = static_cast<int>(point.x);
    }
    for (std::size_t j = 0; j < items.size(); ++j) {
        if (j < shownCapitalItems) {
            items[j].ink.index = static_cast<int>(j);
            figure.series.push_back(items[j]);
            continue;
        }
        if (j == shownCapitalItems)
            figure.series.push_back(part("other_items", {"Other items"}, 4, items[j].points,
                std::string(otherCapitalItems)));
        else
            for (std::size_t y = 0; y < items[j].points.size(); ++y)
                figure.series.back().points[y].value += items[j].points[y].value;
    }
    figure.series.push_back(
        part("sustaining", {"Sustaining"}, 3, shownPoints(evaluation, rows.sustaining, conversion),
            rowName(evaluation, rows.sustaining)));
    figure.series.push_back(part("closure", {"Closure"}, 5,
        shownPoints(evaluation, rows.closure, conversion), rowName(evaluation, rows.closure)));
    double all = 0.0;
    for (const FigureSeries& series : figure.series)
        all += sumOfPoints(series);
    std::erase_if(figure.series, isZeroThroughout);
    const MoneyScale scale = moneyScale(largestTotal(figure.series), view.currency);
    divide(figure.series, scale.divisor);
    figure.unit = scale.unit;
    figure.subtitle = {"Capital by item and year; labels: sums over the life. %1, %2",
        {scale.unit, conversion.terms()}};
    const std::string buildingText = amountText(building / scale.divisor, scale);
    const double upkeep = (all - building) / scale.divisor;
    if (figure.series.empty())
        figure.title = {"No capital is spent in any year"};
    else if (building == 0.0)
        figure.title = {"Upkeep and closure take %1", {amountText(upkeep, scale)}};
    else if (fixedText(upkeep, 1) == fixedText(0.0, 1))
        figure.title = {
            "Building takes %1 by %2", {buildingText, std::to_string(lastBuildingYear)}};
    else
        figure.title = firstThatFits(
            {{"Building takes %1 by %2; upkeep and closure %3 more",
                 {buildingText, std::to_string(lastBuildingYear), fixedText(upkeep, 1)}},
                {"Building takes %1 by %2; upkeep %3 more",
                    {buildingText, std::to_string(lastBuildingYear), fixedText(upkeep, 1)}}});
    return figure;
}

Figure taxFigure(const Evaluation& evaluation, MoneyView view)
{
    const CaseRows& rows = evaluation.rows().project;
    const MoneyConversion conversion(evaluation, view);
    Figure figure;
    figure.id = "tax";
    figure.kind = FigureKind::columns;
    figure.source = sourceOf(evaluation);
    const auto add = [&](const char* id, const char* label, Row row) {
        figure.series.push_back(part(id, {label}, static_cast<int>(figure.series.size()),
            shownPoints(evaluation, row, conversion), rowName(evaluation, row)));
    };
    add("income_tax", "Income tax", rows.tax.incomeTax);
    add("property_tax", "Property tax", rows.propertyTax);
    add("royalty", "Royalty", evaluation.rows().revenue.royalty);
    double all = 0.0;
    for (const FigureSeries& series : figure.series)
        all += sumOfPoints(series);
    std::optional<int> firstIncomeTax;
    for (const FigurePoint& point : figure.series.front().points)
        if (point.value > 0.0 && !firstIncomeTax)
            firstIncomeTax = static_cast<int>(point.x);
    std::erase_if(figure.series, isZeroThroughout);
    const MoneyScale scale = moneyScale(largestTotal(figure.series), view.currency);
    divide(figure.series, scale.divisor);
    figure.unit = scale.unit;
    figure.subtitle = {"Tax by kind and year; labels: sums over the life. %1, %2",
        {scale.unit, conversion.terms()}};
    const std::string total = amountText(all / scale.divisor, scale);
    if (figure.series.empty())
        figure.title = {"No tax is due in any year"};
    else if (all < 0.0)
        figure.title = {
            "Relief exceeds tax by %1 over the life", {amountText(-all / scale.divisor, scale)}};
    else if (firstIncomeTax)
        figure.title = firstThatFits({{"Income tax starts in %1; taxes and royalty total %2",
                                          {std::to_string(*firstIncomeTax), total}},
            {"Income tax starts in %1; all taxes total %2",
                {std::to_string(*firstIncomeTax), total}}});
    else
        figure.title = {"No income tax is due; other taxes and royalty total %1", {total}};
    return figure;
}

}
