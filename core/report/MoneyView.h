#pragma once

#include "core/model/Evaluation.h"

#include <string>

// Money as a reader wants to see it.
namespace core {

// The terms and the currency of what is shown.
struct MoneyView {
    Terms terms = Terms::nominal; // `real`: in money of the base year
    Currency currency = Currency::usd;

    bool operator==(const MoneyView&) const = default;
};

// What the model's nominal USD are multiplied with to be the view's money. Tenge are dollars at the
// exchange rate of the year; real money is nominal money divided by the price index of its own
// currency, which is 1 in the base year. The evaluation must outlive the conversion.
class MoneyConversion {
public:
    MoneyConversion(const Evaluation& evaluation, MoneyView view);

    // The years that have an exchange rate and price indices: the timeline, the base year, the
    // valuation year and those between.
    YearSpan years() const;

    // For money of one of these years.
    double inYear(int year) const;

    // For present values, which are money of the valuation year; the real view turns them into
    // money of the base year.
    double presentValue() const;
    int yearOfPresentValues() const;

    // "nominal" or "real 2026".
    std::string terms() const;

private:
    const Evaluation& m_evaluation;
    MoneyView m_view;
};

// The USD price level of a year against the base year, also of years that the model does not know.
double usdPriceLevel(const Project& project, int year);

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
