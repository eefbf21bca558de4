#pragma once

#include "core/model/Evaluation.h"

#include <string>
#include <vector>

// Money as a reader wants to see it.
namespace core {

// The terms and the currency of what is shown.
struct MoneyView {
    Terms terms = Terms::nominal; // `real`: in money of the base year
    Currency currency = Currency::usd;

    bool operator==(const MoneyView&) const = default;
};

// What turns the nominal USD of a year into the view's money. Real KZT are real USD at the rate of
// the base year.
class MoneyConversion {
public:
    MoneyConversion(const Evaluation& evaluation, MoneyView view);

    double inYear(int year) const;
    double presentValue() const; // for sums that are money of the valuation year

    // "nominal" or "real 2026".
    std::string terms() const;

private:
    double exchangeRate(int year) const;

    const Evaluation& m_evaluation;
    MoneyView m_view;
};

// The USD price level of a year against the base year, also outside the timeline.
double usdPriceLevel(const Evaluation& evaluation, int year);

// The unit that gives the largest of some amounts at least a digit before the point: millions,
// otherwise thousands or single dollars (billions of tenge above 10 000 millions).
struct MoneyScale {
    double divisor = 1e6;
    std::string unit = "USD million";
};
MoneyScale moneyScale(double largestAmount, Currency currency);

// "USD 20.0 million".
std::string amountText(double scaledAmount, const MoneyScale& scale);

}
