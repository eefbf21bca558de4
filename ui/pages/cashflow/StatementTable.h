#pragma once

#include "core/report/Statement.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

#include <vector>

// The yearly statement of a case as a table: years across, their total at the right.
namespace ui {

struct StatementStyle {
    core::ResultCase which = core::ResultCase::project;
    core::MoneyView view = {};
    int decimals = 2; // of money
    DisplayFormat format = DisplayFormat();
};

// What all money of a statement is given in, so that its largest figure can be read.
struct StatementUnit {
    core::MoneyScale scale;
    int exponent = -6; // that it shifts amounts by, as a power of ten
    QString text;      // "USD million"
    QString sentence;  // "USD %1 million"

    QString amountText(double amount, const DisplayFormat&) const; // "USD 55.8 million"
};
StatementUnit statementUnit(const std::vector<core::StatementLine>&, core::Currency);

// `lines` are those of core::statementOf() with the case and the view of the style. Rows have the
// ids of the lines; columns are "label", the years, and "total". The head of the labels says the
// unit of money.
TableContent statementTable(
    const core::Evaluation&, const std::vector<core::StatementLine>& lines, const StatementStyle&);

}
