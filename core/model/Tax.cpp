#include "core/model/ModelBuilder.h"

// Chapter 8, second part: losses carried forward and income tax. It is computed twice: for the
// project alone, and levered, with interest and fees deducted.
namespace core {

namespace {

const Unit usd(Unit::usd);

}

TaxRows ModelBuilder::buildIncomeTax(
    PlantCase plant, const std::string& suffix, const std::string& label, Expression taxable)
{
    const Tax& tax = m_project.tax;
    TaxRows rows;
    rows.taxable = row(plant, "taxable_before_losses" + suffix,
        "Taxable income before losses" + label, usd, taxable);
    const Expression rate = in(tax.incomeTaxRate) * (1.0 - in(tax.incomeTaxRelief));
    if (tax.lossTreatment == LossTreatment::groupRelief) {
        rows.incomeTax =
            row(plant, "income_tax" + suffix, "Income tax" + label, usd, rate * rows.taxable);
        return rows;
    }

    // First in, first out: what has been used or has expired is never less than the losses that are
    // older than the carry-forward allows. All three are cumulative.
    rows.lossesMade = declare(plant, "losses_made" + suffix, "Losses made so far" + label, usd);
    m_sheet.define(rows.lossesMade, previous(rows.lossesMade) + maximum(0.0 - rows.taxable, 0.0));
    const Row settled =
        declare(plant, "losses_settled" + suffix, "Losses used or expired so far" + label, usd);
    const Row settledBefore =
        row(plant, "losses_settled_before" + suffix, "Losses used or expired before" + label, usd,
            tax.lossCarryForwardYears
                ? maximum(previous(settled), lag(rows.lossesMade, 1 + *tax.lossCarryForwardYears))
                : previous(settled));
    const Row available = row(plant, "losses_available" + suffix, "Losses brought forward" + label,
        usd, previous(rows.lossesMade) - settledBefore);
    const Row profit = row(plant, "profit_before_losses" + suffix, "Profit before losses" + label,
        usd, maximum(rows.taxable, 0.0));
    rows.lossesUsed = row(plant, "losses_used" + suffix, "Losses used" + label, usd,
        minimum(available, in(tax.lossOffsetLimit) * profit));
    m_sheet.define(settled, settledBefore + rows.lossesUsed);
    rows.incomeTax = row(
        plant, "income_tax" + suffix, "Income tax" + label, usd, rate * (profit - rows.lossesUsed));
    return rows;
}

void ModelBuilder::buildTax(PlantCase plant)
{
    m_sheet.beginChapter("Tax");
    CaseRows& rows = of(plant);
    rows.ebitda = row(plant, "ebitda", "EBITDA", usd,
        m_rows.revenue.revenue - m_rows.revenue.sellingCosts - m_rows.revenue.royalty -
            rows.operatingCosts - rows.propertyTax);
    const Expression taxable = rows.ebitda - rows.depreciation - rows.closure + rows.salvage;
    rows.tax = buildIncomeTax(plant, "", "", taxable);
    rows.leveredTax = buildIncomeTax(
        plant, "_levered", ", levered", rows.tax.taxable - rows.interest - rows.fees);
    rows.taxSavedByLoan =
        row(plant, "income_tax_saved_by_loan", "Income tax saved by interest and fees", usd,
            rows.tax.incomeTax - rows.leveredTax.incomeTax);
}

}
