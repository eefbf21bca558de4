#include "core/report/figure/MoneyView.h"

#include "core/report/figure/FigureText.h"

#include <algorithm>
#include <cmath>

namespace core {

MoneyConversion::MoneyConversion(const Evaluation& evaluation, MoneyView view)
    : m_evaluation(evaluation)
    , m_view(view)
{
}

double MoneyConversion::exchangeRate(int year) const
{
    const YearSpan years = m_evaluation.years();
    const int known = std::clamp(year, years.first, years.last);
    return m_evaluation.figure(m_evaluation.rows().macro.exchangeRate, known).value_or(0.0);
}

double MoneyConversion::inYear(int year) const
{
    double factor = 1.0;
    int yearOfMoney = year;
    if (m_view.terms == Terms::real) {
        factor /= usdPriceLevel(m_evaluation, year);
        yearOfMoney = m_evaluation.project().timeline.baseYear;
    }
    if (m_view.currency == Currency::kzt)
        factor *= exchangeRate(yearOfMoney);
    return factor;
}

double MoneyConversion::presentValue() const
{
    const int year = m_evaluation.project().timeline.valuationYear;
    return m_view.currency == Currency::kzt ? exchangeRate(year) : 1.0;
}

std::string MoneyConversion::terms() const
{
    if (m_view.terms == Terms::nominal)
        return "nominal";
    return "real " + std::to_string(m_evaluation.project().timeline.baseYear);
}

double usdPriceLevel(const Evaluation& evaluation, int year)
{
    const Series& inflation = evaluation.project().macro.usdInflation;
    const int baseYear = evaluation.project().timeline.baseYear;
    double level = 1.0;
    for (int y = baseYear + 1; y <= year; ++y)
        level *= 1.0 + inflation.at(y);
    for (int y = baseYear; y > year; --y)
        level /= 1.0 + inflation.at(y);
    return level;
}

MoneyScale moneyScale(double largestAmount, Currency currency)
{
    const std::string name = currency == Currency::usd ? "USD" : "KZT";
    const double amount = std::abs(largestAmount);
    if (currency == Currency::kzt && amount >= 1e10)
        return {1e9, name + " billion"};
    if (amount >= 1e6 || amount == 0.0)
        return {1e6, name + " million"};
    if (amount >= 1e3)
        return {1e3, name + " thousand"};
    return {1.0, name};
}

std::string amountText(double scaledAmount, const MoneyScale& scale)
{
    const std::size_t space = scale.unit.find(' ');
    const std::string name = scale.unit.substr(0, space);
    const std::string magnitude = space == std::string::npos ? "" : scale.unit.substr(space);
    return name + " " + figureNumber(scaledAmount, 1) + magnitude;
}

}
