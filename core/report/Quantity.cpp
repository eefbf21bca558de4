#include "core/report/Quantity.h"

#include "core/report/NumberFormat.h"
#include "core/report/RowName.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Kind = Quantity::Kind;

const CaseRows& rowsOf(const Evaluation& evaluation, PlantCase plant)
{
    return plant == PlantCase::project ? evaluation.rows().project : evaluation.rows().standalone;
}

bool isCumulative(const Evaluation& evaluation, Row row)
{
    return row.index() == evaluation.rows().project.cumulativeFreeCashFlow.index() ||
           row.index() == evaluation.rows().standalone.cumulativeFreeCashFlow.index();
}

bool isRate(const Evaluation& evaluation, Row row)
{
    for (const PlantCase plant : {PlantCase::project, PlantCase::standalone})
        for (std::size_t i = 0; i < metricCount; ++i)
            if (rowsOf(evaluation, plant).metrics[i].index() == row.index())
                return descriptionOf(static_cast<Metric>(i)).kind == MetricDescription::Kind::rate;
    return false;
}

// Single figures of money are present values by their name: `npv`, `pv_of_capital`,
// `pv_savings.income_tax`; or they are an equal part of one.
bool isPresentValue(const Evaluation& evaluation, Row row)
{
    const Sheet::RowContent& content = evaluation.model().sheet().row(row);
    if (content.years)
        return row.index() == evaluation.rows().project.presentValue.index() ||
               row.index() == evaluation.rows().standalone.presentValue.index();
    const std::string_view name = withoutCase(content.title.name);
    return name.starts_with("npv") || name.starts_with("pv_") ||
           name == descriptionOf(Metric::equivalentAnnualValue).name;
}

std::string readable(double number)
{
    return std::abs(number) >= 100.0 ? fixedText(number, 0) : significantText(number, 4);
}

// Never 0.00 for an amount that is there.
std::string millionsText(double amount)
{
    constexpr double leastShown = 0.5; // less is what rounding leaves of nothing
    constexpr double leastInTwoDecimals = 5000.0;
    if (std::abs(amount) < leastShown)
        return "0";
    return std::abs(amount) < leastInTwoDecimals ? significantText(amount / 1e6, 2)
                                                 : fixedText(amount / 1e6, 2);
}

std::string shareText(double fraction)
{
    const double perMille = 1000.0 * fraction;
    const bool isShort = std::abs(perMille - std::round(perMille)) < 1e-9;
    return isShort ? percentText(fraction)
                   : significantText(100.0 * fraction, 4) + std::string(noBreakSpace) + "%";
}

std::string withUnit(const std::string& number, const std::string& unit)
{
    return unit.empty() ? number : number + std::string(noBreakSpace) + unit;
}

}

Quantity quantityOf(const Unit& unit)
{
    const std::string text = unit.text();
    if (unit == Unit(Unit::usd))
        return {Kind::money, text};
    if (unit == Unit(Unit::usd) / Unit(Unit::kilogram))
        return {Kind::pricePerKg, text};
    if (unit == Unit(Unit::kilogram))
        return {Kind::mass, text};
    if (unit == Unit(Unit::year))
        return {Kind::years, text};
    return {unit.isPlainNumber() ? Kind::factor : Kind::other, text};
}

Quantity quantityOf(const Evaluation& evaluation, Row row)
{
    const Sheet::RowContent& content = evaluation.model().sheet().row(row);
    Quantity quantity = quantityOf(content.title.unit);
    if (quantity.kind == Kind::money && isPresentValue(evaluation, row))
        quantity.kind = Kind::presentValue;
    else if (quantity.kind == Kind::money && isCumulative(evaluation, row))
        quantity.kind = Kind::cumulative;
    else if (quantity.kind == Kind::money && !content.years)
        quantity.kind = Kind::fixedMoney;
    else if (quantity.kind == Kind::factor && isRate(evaluation, row))
        return {Kind::share, "%"};
    return quantity;
}

Quantity quantityOf(const Input& input)
{
    if (input.unit == "%")
        return {Kind::share, input.unit};
    Quantity quantity = quantityOf(Unit::parse(input.unit).value_or(Unit()));
    if (quantity.kind == Kind::factor)
        return quantity;
    if (quantity.kind == Kind::money)
        quantity.kind = Kind::fixedMoney;
    quantity.unit = input.unit; // "USD/year"
    return quantity;
}

std::string quantityText(const Quantity& quantity, double number, MoneyUnit moneyUnit)
{
    switch (quantity.kind) {
    case Kind::money:
    case Kind::cumulative:
    case Kind::presentValue:
    case Kind::fixedMoney:
        return moneyUnit == MoneyUnit::named ? "USD " + millionsText(number) + " million"
                                             : millionsText(number);
    case Kind::share:
        return shareText(number);
    default:
        return withUnit(readable(number), quantity.unit);
    }
}

}
