#include "core/model/Metrics.h"

#include "core/model/ModelBuilder.h"

// Chapter 11: the figures that a case is judged by. The break-even price is found by solving
// (core/model/Evaluation.cpp); everything else is a formula.
namespace core {

namespace {

const Unit usd(Unit::usd);
const Unit usdPerKg = Unit(Unit::usd) / Unit(Unit::kilogram);

}

void ModelBuilder::buildMetrics(PlantCase plant)
{
    m_sheet.beginChapter("Metrics");
    CaseRows& rows = of(plant);
    const MacroRows& macro = m_rows.macro;
    const RevenueRows& revenue = m_rows.revenue;
    const Timeline& timeline = m_project.timeline;
    const Discounting& discounting = m_project.discounting;
    const auto metric = [&](Metric id, Expression formula) {
        const MetricDescription& description = descriptionOf(id);
        const Row result = figure(plant, std::string(description.name),
            std::string(description.label), description.unit, formula);
        rows.metrics[static_cast<std::size_t>(id)] = result;
        return result;
    };
    const auto ifDivisible = [&](Expression divisor, Expression quotient, Unit unit = {}) {
        return where(isZero(divisor), undefined(m_sheet, unit), quotient);
    };
    rows.metrics.assign(metricCount, Row());

    // Present values.
    const Row presentValue = rows.presentValue = row(plant, "present_value", "Present value of free cash flow", usd,
        rows.freeCashFlow * macro.discountFactor);
    rows.npv = metric(Metric::npv, total(presentValue));
    metric(Metric::npvPreTax, total(rows.preTaxCashFlow * macro.discountFactor));
    metric(Metric::npvEquity, total(rows.equityCashFlow * macro.equityDiscountFactor));

    // Rates of return.
    const Row realFreeCashFlow = row(plant, "real_free_cash_flow",
        "Free cash flow in money of the base year", usd, rows.freeCashFlow / macro.usdIndex);
    metric(Metric::irr, rateOfReturn(rows.freeCashFlow));
    metric(Metric::irrReal, rateOfReturn(realFreeCashFlow));
    metric(Metric::irrPreTax, rateOfReturn(rows.preTaxCashFlow));
    metric(Metric::irrEquity, rateOfReturn(rows.equityCashFlow));

    const Row yearsToLast = m_sheet.rowAt(*m_sheet.findRow("years_to_last"));
    const Row minusYearsFromFirst = m_sheet.rowAt(*m_sheet.findRow("minus_years_from_first"));
    const Row gains =
        figure(plant, "reinvested_inflows", "Inflows with their reinvestment, at the end", usd,
            total(maximum(rows.freeCashFlow, 0.0) *
                  power(1.0 + in(discounting.reinvestmentRate), yearsToLast)));
    const Row outlays =
        figure(plant, "financed_outflows", "Outflows at the finance rate, at the start", usd,
            total(maximum(0.0 - rows.freeCashFlow, 0.0) *
                  power(1.0 + in(discounting.financeRate), minusYearsFromFirst)));
    const int yearsBetween = timeline.lastYear() - timeline.firstYear;
    metric(Metric::mirr,
        yearsBetween == 0
            ? undefined(m_sheet)
            : where(isPositive(gains),
                  where(isPositive(outlays), power(gains / outlays, 1.0 / yearsBetween) - 1.0,
                      undefined(m_sheet)),
                  undefined(m_sheet)));

    // How soon, how much, how efficiently.
    const Row paybackYears = metric(Metric::payback, payback(rows.freeCashFlow));
    metric(Metric::paybackFromStart,
        paybackYears - number(timeline.startOfOperations - timeline.firstYear, Unit(Unit::year)));
    metric(Metric::discountedPayback, payback(presentValue));
    const Row pvOfCapital = figure(plant, "pv_of_capital", "Present value of initial capital", usd,
        total(rows.capex * macro.discountFactor));
    metric(Metric::profitabilityIndex, ifDivisible(pvOfCapital, 1.0 + rows.npv / pvOfCapital));
    const double years = timeline.lastYear() - timeline.valuationYear + 1;
    const Expression rate = in(discounting.rate);
    metric(Metric::equivalentAnnualValue,
        where(isZero(rate), rows.npv / years, rows.npv * rate / (1.0 - power(1.0 + rate, -years))));
    metric(Metric::peakFunding, 0.0 - smallest(rows.cumulativeFreeCashFlow));

    // Costs per kilogram.
    const Expression levelisedCosts = rows.capex + rows.sustaining + rows.closure - rows.salvage +
                                      rows.operatingCosts + revenue.sellingCosts;
    const Row discountedKg = figure(plant, "discounted_paid_sales",
        "Paid sales, indexed and discounted", Unit(Unit::kilogram),
        total(revenue.paidSales * macro.indexFromValuation * macro.discountFactor));
    metric(Metric::levelisedCost,
        ifDivisible(
            discountedKg, total(levelisedCosts * macro.discountFactor) / discountedKg, usdPerKg));
    std::vector<Row> sales = revenue.sales;
    const Row allSales = figure(plant, "sales_over_life", "Sales over the life",
        Unit(Unit::kilogram), total(sumOf(Unit(Unit::kilogram), sales)));
    const Expression cashCosts = rows.operatingCosts + revenue.sellingCosts;
    metric(Metric::cashCost,
        ifDivisible(allSales, total(cashCosts / macro.usdIndex) / allSales, usdPerKg));
    metric(Metric::allInSustainingCost,
        ifDivisible(allSales,
            total((cashCosts + revenue.royalty + rows.propertyTax + rows.sustaining) /
                  macro.usdIndex) /
                allSales,
            usdPerKg));

    // Lenders, the market, the state.
    metric(Metric::minimumDscr, smallest(rows.dscr));
    metric(Metric::averageDscr, average(rows.dscr));
    const int firstRepayment = timeline.startOfOperations + m_project.financing.graceYears;
    const Row opening = m_sheet.rowAt(*m_sheet.findRow(prefix(plant) + "opening_debt"));
    const Row openingAtRepayment = figure(plant, "debt_at_first_repayment",
        "Loan at the first repayment", usd,
        firstRepayment <= timeline.lastYear() ? inYear(opening, firstRepayment) : number(0.0, usd));
    const Expression isRepayment = m_sheet.rowAt(*m_sheet.findRow("is_repayment"));
    const Row minusRepaymentYears = m_sheet.rowAt(*m_sheet.findRow("minus_repayment_years"));
    metric(Metric::llcr, ifDivisible(openingAtRepayment,
                             total(isRepayment * rows.cfads *
                                   power(1.0 + in(m_project.financing.rate), minusRepaymentYears)) /
                                 openingAtRepayment));
    const Expression kilogramsPerTonne = number(1000.0, Unit(Unit::kilogram) / Unit(Unit::tonne));
    metric(Metric::shareOfWorldProduction, largest(revenue.production) / kilogramsPerTonne /
                                               in(m_project.market.worldProductionTonnesPerYear));
    std::vector<Expression> otherNets;
    for (std::size_t h = 0; h < m_project.shareholders.size(); ++h)
        if (!m_project.shareholders[h].state)
            otherNets.push_back(rows.shareholderNets[h]);
    const Row pvOfStateTake = figure(plant, "pv_of_state_take", "Present value of the state take",
        usd, total(rows.stateTake * macro.discountFactor));
    const Row pvOfOthers =
        figure(plant, "pv_of_other_shareholders", "Present value of the other shareholders' net",
            usd, total(sum(m_sheet, usd, otherNets) * macro.discountFactor));
    metric(Metric::stateTakeShare,
        ifDivisible(pvOfStateTake + pvOfOthers, pvOfStateTake / (pvOfStateTake + pvOfOthers)));
}

}
