#pragma once

#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "core/report/RowName.h"

#include <optional>
#include <string>
#include <vector>

// The yearly statement of a case, as a board reads it: lines in groups, costs negative, each with
// its total over the years. In the savings what is saved is positive.
namespace core {

struct StatementLine {
    enum class Kind {
        figure,       // money of the year
        group,        // likewise; the lines of the next level after it add up to it
        subtotal,     // likewise; the subtotal before it and the lines of its level since add up
        memo,         // likewise, told for the tax, and in no sum
        presentValue, // money of the valuation year
        stock,        // money at the end of the year
        factor,       // a plain number
        mass,         // kilograms
    };

    std::string id; // the same in every case: the row's name without its case, or the group's
    std::string label;
    Kind kind = Kind::figure;
    int level = 0;
    Row row;                     // that the figures are read from; not valid when no row holds them
    std::string figure;          // what explainFigure() takes, in the case of the statement
    double sign = 1.0;           // -1: the figure is a cost, shown negative
    std::vector<double> byYear;  // as shown, from the first year
    std::optional<double> total; // of what is shown; none for stocks and factors
};

// The group of the cost lines of a category, which may be empty.
std::string categoryLabel(const std::string& category);

// Every line of the case, in the view's money; a caller that wants less leaves out the deeper
// levels. The savings are the project's figures less the stand-alone plant's, but for factors.
std::vector<StatementLine> statementOf(const Evaluation&, ResultCase, MoneyView = {});

}
