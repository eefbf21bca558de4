#pragma once

#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"

#include <QString>

#include <optional>
#include <vector>

namespace ui {

// What a cost line, a group of them or all come to in a year, in the money of a view.
struct CostAmounts {
    double standalone = 0.0;
    double avoided = 0.0; // of the stand-alone cost, by the reuse of the refinery
    double hostCharge = 0.0;
    double project = 0.0;
    double saving = 0.0; // what is avoided less the charge

    CostAmounts& operator+=(const CostAmounts& other);

    double own() const { return standalone - avoided; }
    // Nothing where there is no cost to avoid.
    std::optional<double> shareAvoided() const;
};

// The operating year that costs are shown of: the chosen one while the project has it, otherwise
// the first one of full output, or without any output the first one.
int yearOfCosts(const core::Evaluation& evaluation, std::optional<int> chosen);

// By cost line of the evaluation.
std::vector<CostAmounts> costAmounts(
    const core::Evaluation& evaluation, core::MoneyView view, int year);

CostAmounts sumOf(const std::vector<CostAmounts>& amounts);

// The unit of a table of costs that add up to so much: thousand dollars, million or billion tenge.
struct CostScale {
    int exponent = -3;
    int decimals = 0;
    QString unit;

    bool operator==(const CostScale&) const = default;
};
CostScale costScale(const CostAmounts& total, core::Currency currency);

}
