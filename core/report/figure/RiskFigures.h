#pragma once

#include "core/analysis/Simulation.h"
#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "core/report/figure/Figure.h"

#include <string>
#include <vector>

// The figures of a simulation. All are cheap: they only arrange what has been drawn.
namespace core {

// Which part of the trials lies where: bars of a round width, parted at zero, with the cumulative
// probability and the values that so many per cent of the trials do not exceed. Some trials far out
// are only counted.
Figure histogramFigure(const Evaluation& evaluation, const SimulationResult& result,
    MoneyView view = {}, const std::vector<int>& percentiles = {10, 50, 90});

// Which part of the trials does not exceed a value of that figure.
double probabilityUpTo(
    const Evaluation& evaluation, const SimulationResult& result, MoneyView view, double shown);

// Which part of the variance each uncertain quantity brings, the largest first.
Figure varianceFigure(const Evaluation& evaluation, const SimulationResult& result);

// The mean over the number of trials, with the band in which it lies at 95 % confidence.
Figure convergenceFigure(
    const Evaluation& evaluation, const SimulationResult& result, MoneyView view = {});

// The same in grey: the project has moved on.
Figure outOfDate(Figure figure);

// A part of all trials: whole percent, "< 1 %" and "> 99 %" at the ends.
std::string probabilityText(double part);

// An input, the drawn deck or the yearly prices, as SimulatedInput names them.
Sentence nameOfSimulated(const Project& project, const std::string& input);

}
