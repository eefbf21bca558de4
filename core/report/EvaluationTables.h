#pragma once

#include "core/model/Evaluation.h"

#include <string>

// The results of a project as text tables for people. Money is in USD million of the year.
namespace core {

// What the figures rest on: project, deck, discounting, years.
std::string evaluationHead(const Evaluation&);

// All metrics of the project beside those of the stand-alone plant, the value of reuse, and under
// the table why a figure does not exist.
std::string keyFiguresTable(const Evaluation&);

// The project by year: from revenue to the cash flow and its sum so far, costs negative.
std::string cashFlowTable(const Evaluation&);

// The project's loan and what is left to the shareholders, by year.
std::string equityTable(const Evaluation&);

// The project's value on each price deck, and weighted by probability.
std::string decksTable(const Evaluation&);

// From the stand-alone value to that of the project.
std::string bridgeTable(const Evaluation&);

// All of these with their headings.
std::string evaluationText(const Evaluation&);

}
