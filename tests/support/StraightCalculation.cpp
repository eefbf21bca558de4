#include "tests/support/StraightCalculation.h"

#include <algorithm>

namespace support {

using core::Project;

namespace {

ValuesById linesOf(const Flows& flows)
{
    ValuesById lines = {
        {"production", flows.production},
        {"paid_kg", flows.paidKg},
        {"revenue", flows.revenue},
        {"selling_costs", flows.sellingCosts},
        {"royalty", flows.royalty},
        {"operating_costs", flows.operatingCosts},
        {"property_tax", flows.propertyTax},
        {"ebitda", flows.ebitda},
        {"depreciation", flows.depreciation},
        {"taxable_before_losses", flows.taxableBeforeLosses},
        {"income_tax", flows.incomeTax},
        {"capex", flows.capex},
        {"sustaining", flows.sustaining},
        {"closure", flows.closure},
        {"salvage", flows.salvage},
        {"nwc", flows.workingCapital},
        {"change_in_nwc", flows.changeInWorkingCapital},
        {"pre_tax_cash_flow", flows.preTaxCashFlow},
        {"free_cash_flow", flows.freeCashFlow},
        {"draw", flows.debt.draw},
        {"fees", flows.debt.fees},
        {"interest", flows.debt.interest},
        {"interest_paid", flows.debt.interestPaid},
        {"principal", flows.debt.principal},
        {"closing_debt", flows.debt.closing},
        {"taxable_before_losses_levered", flows.taxableBeforeLossesLevered},
        {"income_tax_levered", flows.incomeTaxLevered},
        {"equity_cash_flow", flows.equityCashFlow},
        {"cfads", flows.cashAvailableForDebtService},
        {"dscr", flows.debtServiceCover},
        {"withholding", flows.withholding},
        {"state_take", flows.stateTake},
    };
    for (const auto& [id, values] : flows.costLines)
        lines["cost_lines." + id] = values;
    for (const auto& [id, values] : flows.capitalItems)
        lines["capital.items." + id] = values;
    for (const auto& [id, book] : flows.assetBooks) {
        lines["asset_classes." + id + ".opening"] = book.opening;
        lines["asset_classes." + id + ".additions"] = book.additions;
        lines["asset_classes." + id + ".depreciation"] = book.depreciation;
        lines["asset_classes." + id + ".closing"] = book.closing;
    }
    for (const auto& [id, holding] : flows.shareholders)
        lines["shareholders." + id + ".net"] = holding.net;
    return lines;
}

YearValues difference(const YearValues& minuend, const YearValues& subtrahend)
{
    YearValues result;
    for (const auto& [year, value] : minuend)
        result[year] = value - subtrahend.at(year);
    return result;
}

StraightCase caseOf(const Project& project, const Economy& economy, Case which, const Flows& flows)
{
    StraightCase result;
    result.lines = linesOf(flows);
    result.metrics = metricsOf(project, economy, flows);
    result.metrics["break_even_price_per_kg"] = breakEvenPrice(project, economy, which);
    result.irrRoots = ratesOfReturn(flows.freeCashFlow).roots;
    return result;
}

std::map<std::string, double> presentSavings(const Project& project, const Economy& economy,
    const ValuesById& standalone, const ValuesById& withReuse)
{
    std::map<std::string, double> savings;
    for (const auto& [id, values] : standalone)
        savings[id] = presentValue(
            project, economy, difference(values, withReuse.at(id)), project.discounting.rate);
    return savings;
}

}

StraightResults straightCalculation(const Project& project)
{
    const Economy economy = economyOf(project);
    const auto active = std::find_if(project.priceDecks.begin(), project.priceDecks.end(),
        [&](const core::PriceDeck& deck) { return deck.id == project.activeDeck; });
    const ValuesById prices = deckPrices(project, economy, *active);
    const Flows withReuse = flowsOf(project, economy, Case::project, prices);
    const Flows alone = flowsOf(project, economy, Case::standalone, prices);

    StraightResults results;
    results.firstYear = project.timeline.firstYear;
    results.lastYear = project.timeline.lastYear();
    results.project = caseOf(project, economy, Case::project, withReuse);
    results.standalone = caseOf(project, economy, Case::standalone, alone);

    for (const auto& [name, values] : results.project.lines) {
        if (name != "dscr")
            results.savings[name] = difference(values, results.standalone.lines.at(name));
    }
    results.npvSavings = *results.project.metrics["npv"] - *results.standalone.metrics["npv"];
    results.pvSavingsByCostLine =
        presentSavings(project, economy, alone.costLines, withReuse.costLines);
    results.pvSavingsByCapitalItem =
        presentSavings(project, economy, alone.capitalItems, withReuse.capitalItems);

    for (const core::PriceDeck& deck : project.priceDecks) {
        const Flows flows =
            flowsOf(project, economy, Case::project, deckPrices(project, economy, deck));
        const double npv =
            presentValue(project, economy, flows.freeCashFlow, project.discounting.rate);
        results.decks[deck.id] = npv;
        results.expectedNpv += deck.probability * npv;
    }
    return results;
}

}
