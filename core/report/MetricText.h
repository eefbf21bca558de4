#pragma once

#include "core/model/Evaluation.h"

#include <string>

// A metric in text: its figure, or a word and the reason where there is none.
namespace core {

// The unit that metricText and numberText write figures in: "USD million", "%", "years", "USD/kg"
// or "×" for a ratio.
std::string metricUnit(Metric);

// The figure in that unit, without the unit: "−84.28", "20.9", "467".
std::string metricNumber(Metric, double value);

// The figure of a case as metricNumber gives it, or a word such as "never" or "2 roots".
std::string metricText(const Evaluation&, PlantCase, Metric);

// Why a case has no such figure, as a sentence; empty when it has one. Also what there is to know
// about a rate of return that it has: that it is the cost of a borrowing, or one root of several.
std::string metricRemark(const Evaluation&, PlantCase, Metric);

// The same for the rate of return of bare flows.
std::string rateWord(const RateOfReturn&);
std::string rateRemark(const RateOfReturn&, double sumOfFlows);

}
