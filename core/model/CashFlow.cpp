#include "core/model/ModelBuilder.h"

// Chapters 9 and 10, second part: cash flow of the project, of its equity, and of each shareholder.
namespace core {

namespace {

const Unit usd(Unit::usd);

}

void ModelBuilder::buildCashFlow(PlantCase plant)
{
    m_sheet.beginChapter("Cash flow");
    CaseRows& rows = of(plant);
    rows.preTaxCashFlow = row(plant, "pre_tax_cash_flow", "Cash flow before tax", usd,
        rows.ebitda - rows.capex - rows.sustaining - rows.closure + rows.salvage -
            rows.changeInWorkingCapital);
    rows.freeCashFlow = row(
        plant, "free_cash_flow", "Free cash flow", usd, rows.preTaxCashFlow - rows.tax.incomeTax);
    rows.cumulativeFreeCashFlow =
        declare(plant, "cumulative_free_cash_flow", "Cumulative free cash flow", usd);
    m_sheet.define(
        rows.cumulativeFreeCashFlow, previous(rows.cumulativeFreeCashFlow) + rows.freeCashFlow);

    rows.equityCashFlow = row(plant, "equity_cash_flow", "Equity cash flow", usd,
        rows.preTaxCashFlow - rows.leveredTax.incomeTax + rows.draw - rows.fees -
            rows.interestPaid - rows.principal);
    rows.cfads = row(plant, "cfads", "Cash flow available for debt service", usd,
        rows.ebitda - rows.leveredTax.incomeTax - rows.sustaining - rows.changeInWorkingCapital);
    const Row service = row(plant, "debt_service", "Debt service", usd, debtService(plant));
    rows.dscr = row(plant, "dscr", "Debt service cover ratio", Unit(),
        where(isZero(service), undefined(m_sheet), rows.cfads / service));
    buildShareholders(plant);
}

void ModelBuilder::buildShareholders(PlantCase plant)
{
    CaseRows& rows = of(plant);
    const Row distributed =
        row(plant, "distributions", "Distributions", usd, maximum(rows.equityCashFlow, 0.0));
    std::vector<Row> withheld;
    std::vector<Expression> stateTake {
        m_rows.revenue.royalty, rows.propertyTax, rows.leveredTax.incomeTax};
    std::vector<Expression> stateNets;
    for (const Shareholder& holder : m_project.shareholders) {
        const Expression share = in(holder.share);
        withheld.push_back(row(plant, "withholding." + holder.id, "Withheld from " + holder.name,
            usd, share * distributed * in(holder.withholdingRate)));
        rows.shareholderNets.push_back(row(plant, "shareholder_net." + holder.id,
            "Net to " + holder.name, usd, share * rows.equityCashFlow - withheld.back()));
        if (holder.state)
            stateNets.push_back(rows.shareholderNets.back());
    }
    rows.withholding = row(plant, "withholding", "Withholding tax", usd, sumOf(usd, withheld));
    stateTake.push_back(rows.withholding);
    stateTake.insert(stateTake.end(), stateNets.begin(), stateNets.end());
    rows.stateTake = row(plant, "state_take", "State take", usd, sum(m_sheet, usd, stateTake));
}

}
