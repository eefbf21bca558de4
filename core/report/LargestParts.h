#pragma once

#include "core/model/Evaluation.h"

#include <string>
#include <vector>

// What figures show one by one, the largest first, and what they put together.
namespace core {

// A step from the value of the stand-alone plant to that of the project.
struct ReuseStep {
    std::string id;
    std::string title;     // of what the rows come to
    std::vector<Row> rows; // present values that add up to it
    double value = 0.0;
    std::optional<std::size_t> costLine; // by position in the project, when it is that of one

    // By what explainFigure() takes.
    std::string figure() const { return "pv_savings." + id; }
};

// Capital, upkeep, the largest cost lines, the other ones, tax and working capital: as many as
// half a page has room for.
std::vector<ReuseStep> reuseSteps(const Evaluation& evaluation);

// Items of the project, by position, the largest first by their money of all years; a figure shows
// so many of them.
inline constexpr std::size_t shownCapitalItems = 3;
std::vector<std::size_t> capitalItemsBySize(const Evaluation& evaluation);

}
