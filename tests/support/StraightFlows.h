#pragma once

#include "tests/support/StraightEconomy.h"

#include <map>
#include <string>
#include <vector>

// The yearly flows of a project, chapter by chapter, as slow and obvious as they can be: every
// quantity is a map from calendar year to a number, every sum a loop. It shares nothing with the
// engine but the project's own types, so that the two can be held against each other.
//
// Money is in nominal USD, mass in kg. The project must be valid.
namespace support {

enum class Case { project, standalone };

struct Debt {
    YearValues draw;
    YearValues fees;
    YearValues opening;
    YearValues interest; // as accrued, capitalised or not
    YearValues interestPaid;
    YearValues principal;
    YearValues closing;
    std::vector<int> repaymentYears; // only those inside the timeline
};

struct AssetBook {
    YearValues opening;
    YearValues additions;
    YearValues depreciation;
    YearValues closing;
};

struct Shareholding {
    YearValues net;
    YearValues withholding;
};

// Everything by year for one case and one set of prices.
struct Flows {
    YearValues production;
    YearValues sold;
    YearValues paidKg;
    YearValues revenue;
    YearValues sellingCosts;
    YearValues royalty;

    ValuesById costLines;
    YearValues operatingCosts;

    ValuesById capitalItems;
    double baseCapital = 0.0;
    YearValues capex;
    YearValues sustaining;
    YearValues closure;
    YearValues salvage;

    YearValues workingCapital;
    YearValues changeInWorkingCapital;

    std::map<std::string, AssetBook> assetBooks;
    YearValues depreciation;
    YearValues propertyTax;

    YearValues taxableBeforeLosses;
    YearValues incomeTax;
    YearValues ebitda;
    YearValues preTaxCashFlow;
    YearValues freeCashFlow;

    Debt debt;
    YearValues taxableBeforeLossesLevered;
    YearValues incomeTaxLevered;
    YearValues equityCashFlow;
    YearValues cashAvailableForDebtService;
    YearValues debtServiceCover; // only the repayment years in which something is due
    std::map<std::string, Shareholding> shareholders;
    YearValues withholding;
    YearValues stateTake;
};

Flows flowsOf(
    const core::Project& project, const Economy& economy, Case which, const ValuesById& prices);

}
