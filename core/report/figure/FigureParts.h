#pragma once

#include "core/model/Evaluation.h"
#include "core/report/figure/Figure.h"

#include <vector>

// What the builders of figures share.
namespace core {

FigureSource sourceOf(const Evaluation& evaluation);
const std::string& rowName(const Evaluation& evaluation, Row row);

// A value for each year from the first.
std::vector<FigurePoint> pointsFrom(int firstYear, const std::vector<double>& values);

double largestMagnitude(const std::vector<FigureSeries>& series);
void divide(std::vector<FigureSeries>& series, double divisor);

}
