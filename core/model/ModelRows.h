#pragma once

#include "core/engine/Sheet.h"

#include <string>
#include <vector>

// The rows of the model by name, for C++; their text names exist for documents and people only.
// Rows are yearly unless the comment says "figure".
namespace core {

struct TimelineRows {
    Row isOperating;      // 1 or 0
    Row isStarted;        // 1 from the start of operations
    Row isStart;          // 1 in the first operating year
    Row isLastOperating;  // 1 in the last one
    Row isBeforeLastYear; // 0 in the last year of the timeline
    Row closureShare;     // part of the closure cost that falls in the year
};

struct MacroRows {
    Row usdIndex;             // also over the base and valuation years
    Row kztIndex;             // likewise
    Row exchangeRate;         // likewise, KZT per USD
    Row discountFactor;       // 0 before the valuation year
    Row equityDiscountFactor; // likewise
    Row indexFromValuation;   // USD price level against the valuation year
};

struct RevenueRows {
    Row potential; // figure, kg; not valid without a resource
    Row production;
    std::vector<Row> sales; // by product, kg
    std::vector<Row> price; // by product, on the active deck
    std::vector<Row> productRevenue;
    Row revenue;
    Row sellingCosts;
    Row royalty;
    Row paidSales; // kg
};

struct TaxRows {
    Row taxable; // before losses
    Row lossesMade;
    Row lossesUsed;
    Row incomeTax;
};

// One of the two cases that are computed; the third, the savings, is their difference.
struct CaseRows {
    std::vector<Row> costLines;
    Row operatingCosts;
    std::vector<Row> itemCapex;
    Row capex;
    Row baseCapex; // figure
    Row sustaining;
    Row closure;
    Row salvage;
    Row workingCapital;
    Row changeInWorkingCapital;
    std::vector<Row> additions;     // by asset class: when they become depreciable
    std::vector<Row> depreciations; // by asset class
    std::vector<Row> bookValues;    // by asset class, at the end of the year
    Row depreciation;
    Row propertyTax;
    Row ebitda;
    TaxRows tax;
    TaxRows leveredTax;
    Row taxSavedByLoan; // income tax less levered income tax
    Row preTaxCashFlow;
    Row freeCashFlow;
    Row cumulativeFreeCashFlow;
    Row draw;
    Row fees;
    Row interest; // accrued, capitalised or not
    Row interestPaid;
    Row principal;
    Row debt; // at the end of the year
    Row equityCashFlow;
    Row cfads;
    Row dscr;
    std::vector<Row> shareholderNets;
    Row withholding;
    Row stateTake;
    Row presentValue;         // of free cash flow, by year
    Row npv;                  // figure
    std::vector<Row> metrics; // figures, in the order of metricNames()
};

struct SavingsRows {
    std::vector<Row> costLines;
    std::vector<Row> costLineValues; // figures: present value before tax, by cost line
    std::vector<Row> itemValues;     // likewise, by capital item
    std::vector<Row> otherValues;    // likewise: sustaining, closure, salvage, property tax,
                                     // working capital, income tax
    Row npv;                         // figure
};

// A line of the yearly results, in the three cases.
struct ResultLine {
    std::string name; // in documents: `free_cash_flow`, `cost_lines.labour`
    Row project;
    Row standalone;
    Row savings;
};

struct ModelRows {
    TimelineRows timeline;
    MacroRows macro;
    RevenueRows revenue;
    std::vector<Row> standaloneCosts; // by cost line
    std::vector<Row> avoidedCosts;
    std::vector<Row> hostCharges;
    CaseRows project;
    CaseRows standalone;
    SavingsRows savings;
    std::vector<ResultLine> lines;
};

}
