#pragma once

#include "core/model/Evaluation.h"
#include "core/report/RowName.h"

#include <string>
#include <vector>

// The yearly statement of a case, as a board reads it: lines in groups, costs negative, each with
// its total over the years.
namespace core {

struct StatementLine {
    enum class Kind {
        figure,   // an ordinary line
        group,    // a line that the deeper ones after it make up
        subtotal, // EBITDA, cash flow
        factor,   // a number that is no money and has no total, such as the discount factor
        mass,     // kilograms
    };

    std::string id; // stable: the row's name, or that of the group
    std::string label;
    Kind kind = Kind::figure;
    int level = 0;
    Row row;                    // that the figures are read from; not valid for a sum of several
    double sign = 1.0;          // -1: the row is a cost, shown negative
    std::vector<double> byYear; // as shown, from the first year
    double total = 0.0;
};

// Every line of the case; a caller that wants less leaves out the deeper levels.
std::vector<StatementLine> statementOf(const Evaluation& evaluation, ResultCase which);

}
