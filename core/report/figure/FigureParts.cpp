#include "core/report/figure/FigureParts.h"

#include "core/report/NumberFormat.h"
#include "core/report/figure/DeckChoice.h"
#include "core/report/figure/FigureText.h"

#include <algorithm>
#include <cmath>

namespace core {

FigureSource sourceOf(const Evaluation& evaluation)
{
    const Project& project = evaluation.project();
    const double percent = project.discounting.rate * 100.0;
    const bool isWhole = std::abs(percent - std::round(percent)) < 1e-9;
    const std::string rate = fixedText(percent, isWhole ? 0 : 1);
    const bool isReal = project.discounting.terms == Terms::real;
    return {project.name, shortName(activeDeckOf(project).name),
        {isReal ? "%1\u00A0% real" : "%1\u00A0% nominal", {rate}}};
}

const std::string& rowName(const Evaluation& evaluation, Row row)
{
    return evaluation.model().sheet().row(row).title.name;
}

std::vector<FigurePoint> pointsFrom(int firstYear, const std::vector<double>& values)
{
    std::vector<FigurePoint> points;
    for (std::size_t i = 0; i < values.size(); ++i)
        points.push_back({static_cast<double>(firstYear) + static_cast<double>(i), values[i]});
    return points;
}

double largestMagnitude(const std::vector<FigureSeries>& series)
{
    double largest = 0.0;
    for (const FigureSeries& one : series)
        for (const FigurePoint& point : one.points)
            largest = std::max(largest, std::abs(point.value));
    return largest;
}

void divide(std::vector<FigureSeries>& series, double divisor)
{
    for (FigureSeries& one : series)
        for (FigurePoint& point : one.points)
            point.value /= divisor;
}

}
