#pragma once

#include "core/analysis/Attribution.h"
#include "core/analysis/Scenarios.h"
#include "core/report/MoneyView.h"
#include "core/report/figure/Figure.h"

#include <string>
#include <vector>

// The figures that set projects side by side. Money is that of the view, at the exchange rate and
// the prices of the plan.
namespace core {

// The target in the plan, in each scenario and weighted by probability. Bars are named "plan",
// "scenario.ID" and "weighted"; what has no figure has none.
Figure scenariosFigure(const Evaluation& plan, const std::vector<ScenarioResult>& scenarios,
    Target target = {}, MoneyView view = {});

// From the figure of one project to that of another, the largest step first.
struct AttributionEnds {
    Sentence from; // what the two are called
    Sentence to;
};
Figure attributionFigure(const Evaluation& plan, const Attribution& attribution,
    const AttributionEnds& ends, MoneyView view = {});

// What a change is called: its input, or what came or went.
Sentence nameOf(const EffectiveChange& change);

}
