#include "core/report/MoneyView.h"

#include "core/report/NumberFormat.h"

#include <cassert>
#include <cmath>

namespace core {

MoneyConversion::MoneyConversion(const Evaluation& evaluation, MoneyView view)
    : m_evaluation(evaluation)
    , m_view(view)
{
}

YearSpan MoneyConversion::years() const
{
    const MacroRows& macro = m_evaluation.rows().macro;
    return *m_evaluation.model().sheet().row(macro.exchangeRate).years;
}

double MoneyConversion::inYear(int year) const
{
    assert(years().contains(year));
    const MacroRows& macro = m_evaluation.rows().macro;
    const bool isTenge = m_view.currency == Currency::kzt;
    double factor = isTenge ? *m_evaluation.figure(macro.exchangeRate, year) : 1.0;
    if (m_view.terms == Terms::real)
        factor /= *m_evaluation.figure(isTenge ? macro.kztIndex : macro.usdIndex, year);
    return factor;
}

double MoneyConversion::presentValue() const
{
    return inYear(m_evaluation.project().timeline.valuationYear);
}

int MoneyConversion::yearOfPresentValues() const
{
    const Timeline& timeline = m_evaluation.project().timeline;
    return m_view.terms == Terms::real ? timeline.baseYear : timeline.valuationYear;
}

std::string MoneyConversion::terms() const
{
    if (m_view.terms == Terms::nominal)
        return "nominal";
    return "real " + std::to_string(m_evaluation.project().timeline.baseYear);
}

double usdPriceLevel(const Project& project, int year)
{
    const Series& inflation = project.macro.usdInflation;
    const int baseYear = project.timeline.baseYear;
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
    return name + " " + fixedText(scaledAmount, 1) + magnitude;
}

}
