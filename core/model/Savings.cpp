#include "core/model/ModelBuilder.h"

// The value of reusing the refinery: the project less the stand-alone plant, line by line. The
// present values of the parts, before tax and the tax itself, add up to the difference of the net
// present values.
namespace core {

namespace {

const Unit usd(Unit::usd);

}

void ModelBuilder::buildSavings()
{
    m_sheet.beginChapter("Savings");
    const CaseRows& project = m_rows.project;
    const CaseRows& standalone = m_rows.standalone;
    const Expression discountFactor = m_rows.macro.discountFactor;
    SavingsRows& rows = m_rows.savings;

    const auto valueOf = [&](const std::string& name, const std::string& label, Expression saving) {
        return m_sheet.addFigure(
            {"pv_savings." + name, label, usd}, total(saving * discountFactor));
    };
    for (std::size_t i = 0; i < m_project.costLines.size(); ++i) {
        const CostLine& line = m_project.costLines[i];
        const Row saving = row("savings_of." + line.id, "Saving on " + line.name, usd,
            m_rows.avoidedCosts[i] - m_rows.hostCharges[i]);
        rows.costLines.push_back(saving);
        rows.costLineValues.push_back(valueOf(
            "cost_lines." + line.id, "Present value of the saving on " + line.name, saving));
    }
    for (std::size_t j = 0; j < m_project.capital.items.size(); ++j) {
        const CapitalItem& item = m_project.capital.items[j];
        rows.itemValues.push_back(
            valueOf("capital.items." + item.id, "Present value of the saving on " + item.name,
                standalone.itemCapex[j] - project.itemCapex[j]));
    }
    rows.otherValues = {
        valueOf("sustaining", "Present value of sustaining capital avoided",
            standalone.sustaining - project.sustaining),
        valueOf("closure", "Present value of closure cost avoided",
            standalone.closure - project.closure),
        valueOf(
            "salvage", "Present value of salvage forgone", project.salvage - standalone.salvage),
        valueOf("property_tax", "Present value of property tax avoided",
            standalone.propertyTax - project.propertyTax),
        valueOf("change_in_nwc", "Present value of working capital avoided",
            standalone.changeInWorkingCapital - project.changeInWorkingCapital),
        valueOf("income_tax", "Present value of income tax avoided",
            standalone.tax.incomeTax - project.tax.incomeTax),
    };
    rows.npv = m_sheet.addFigure(
        {"savings.npv_savings", "Value of reuse", usd}, project.npv - standalone.npv);
    buildLines();
}

// The lines of the yearly results, with their savings.
void ModelBuilder::buildLines()
{
    const CaseRows& project = m_rows.project;
    const CaseRows& standalone = m_rows.standalone;
    const RevenueRows& revenue = m_rows.revenue;
    const auto line = [&](const std::string& name, Row ofProject, Row ofStandalone) {
        const RowTitle& title = m_sheet.row(ofProject).title;
        const Row savings = m_sheet.addRow(
            {"savings." + name, title.label + ", project less stand-alone", title.unit},
            ofProject - ofStandalone);
        m_rows.lines.push_back({name, ofProject, ofStandalone, savings});
    };
    line("production", revenue.production, revenue.production);
    line("revenue", revenue.revenue, revenue.revenue);
    line("selling_costs", revenue.sellingCosts, revenue.sellingCosts);
    line("royalty", revenue.royalty, revenue.royalty);
    line("operating_costs", project.operatingCosts, standalone.operatingCosts);
    line("property_tax", project.propertyTax, standalone.propertyTax);
    line("ebitda", project.ebitda, standalone.ebitda);
    line("depreciation", project.depreciation, standalone.depreciation);
    line("taxable_before_losses", project.tax.taxable, standalone.tax.taxable);
    line("income_tax", project.tax.incomeTax, standalone.tax.incomeTax);
    line("capex", project.capex, standalone.capex);
    line("sustaining", project.sustaining, standalone.sustaining);
    line("closure", project.closure, standalone.closure);
    line("salvage", project.salvage, standalone.salvage);
    line("change_in_nwc", project.changeInWorkingCapital, standalone.changeInWorkingCapital);
    line("pre_tax_cash_flow", project.preTaxCashFlow, standalone.preTaxCashFlow);
    line("free_cash_flow", project.freeCashFlow, standalone.freeCashFlow);
    line("draw", project.draw, standalone.draw);
    line("interest", project.interest, standalone.interest);
    line("principal", project.principal, standalone.principal);
    line("income_tax_levered", project.leveredTax.incomeTax, standalone.leveredTax.incomeTax);
    line("equity_cash_flow", project.equityCashFlow, standalone.equityCashFlow);
    line("cfads", project.cfads, standalone.cfads);
    for (std::size_t i = 0; i < m_project.costLines.size(); ++i)
        line("cost_lines." + m_project.costLines[i].id, project.costLines[i],
            standalone.costLines[i]);
}

}
