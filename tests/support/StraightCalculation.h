#pragma once

#include "tests/support/StraightMetrics.h"

#include <map>
#include <string>
#include <vector>

// What the model says a project is worth, calculated the slow and obvious way: the figures against
// which the engine is tested.
namespace support {

// `lines` are named as results are printed: production, revenue, ..., cost_lines.ID; and, beside
// those:
//   paid_kg, fees, interest_paid, closing_debt, nwc, income_tax_levered,
//   taxable_before_losses_levered, dscr (only the years that have one), withholding, state_take,
//   shareholders.ID.net, capital.items.ID,
//   asset_classes.ID.{opening,additions,depreciation,closing}.
// `interest` is as accrued, capitalised or not.
struct StraightCase {
    ValuesById lines;
    Metrics metrics;
    std::vector<double> irrRoots;
};

struct StraightResults {
    int firstYear = 0;
    int lastYear = 0;
    StraightCase project;
    StraightCase standalone;
    ValuesById savings; // project minus standalone, line by line; without dscr
    double npvSavings = 0.0;
    std::map<std::string, double> pvSavingsByCostLine;    // a cost line and a capital item may
    std::map<std::string, double> pvSavingsByCapitalItem; // have the same id
    std::map<std::string, double> decks;                  // NPV of the project case
    double expectedNpv = 0.0;
};

// The project must be valid.
StraightResults straightCalculation(const core::Project& project);

}
