#include "core/project/DescribeFields.h"

namespace core {

namespace {

const Choices royaltyBaseWords {{"gross", "net"}, {}};
const Choices methodWords {
    {"straight_line", "declining_balance", "units_of_production", "sum_of_years", "immediate"}, {}};
const Choices lossTreatmentWords {{"carry_forward", "group_relief"}, {}};
const Choices repaymentWords {{"equal_principal", "annuity", "bullet"}, {}};

constexpr auto required = Presence::required;
constexpr auto optional = Presence::optional;

}

void describe(Royalty& royalty, Visitor& visitor)
{
    Fields fields(royalty, visitor);
    fields.add({"rate", "Royalty", "%", range::share, optional, "Mineral extraction tax."},
        &Royalty::rate);
    fields.add({"base", "Base of the royalty", "", {}, optional,
                   "Revenue (gross), or revenue after selling costs (net)."},
        &Royalty::base, royaltyBaseWords);
}

void describe(AssetClass& assetClass, Visitor& visitor)
{
    Fields fields(assetClass, visitor);
    fields.identity();
    fields.add(
        {"method", "Depreciation method", "", {}, required, "How the balance is written off."},
        &AssetClass::method, methodWords);
    fields.add({"rate", "Depreciation rate", "%", range::share, optional,
                   "A year, of the balance; for declining_balance."},
        &AssetClass::rate);
    fields.add({"years", "Depreciation life", "years", {1.0, 300.0, 1.0}, optional,
                   "For straight_line and sum_of_years."},
        &AssetClass::years);
    fields.add({"property", "Subject to property tax", "", {}, optional,
                   "Whether property tax is due on the balance."},
        &AssetClass::property);
    fields.note();
}

void describe(Tax& tax, Visitor& visitor)
{
    Fields fields(tax, visitor);
    fields.add({"income_tax_rate", "Income tax rate", "%", range::share, required,
                   "Corporate income tax."},
        &Tax::incomeTaxRate);
    fields.add({"income_tax_relief", "Income tax relief", "%", range::share, optional,
                   "Part of the income tax that is waived."},
        &Tax::incomeTaxRelief);
    fields.add({"loss_carry_forward_years", "Carry-forward of losses", "years", {0.0, 300.0, 1.0},
                   Presence::requiredOrNull,
                   "Years in which a loss can be used; empty (null): without limit; 0: losses are "
                   "lost."},
        &Tax::lossCarryForwardYears);
    fields.add({"loss_offset_limit", "Limit of loss offset", "%", range::share, optional,
                   "Part of a year's profit that losses may cover."},
        &Tax::lossOffsetLimit);
    fields.add({"loss_treatment", "Treatment of losses", "", {}, optional,
                   "Carried forward, or used at once by the group."},
        &Tax::lossTreatment, lossTreatmentWords);
    fields.add({"property_tax_rate", "Property tax rate", "%", range::share, optional,
                   "A year, of the balance of property."},
        &Tax::propertyTaxRate);
    fields.add({"write_off_at_end", "Write-off at the end", "", {}, optional,
                   "Whether all balances are written off in the last operating year."},
        &Tax::writeOffAtEnd);
    fields.list(
        {"asset_classes", "Asset classes", "", range::oneOrMore, required, {}}, &Tax::assetClasses);
}

void describe(Financing& financing, Visitor& visitor)
{
    Fields fields(financing, visitor);
    fields.add(
        {"gearing", "Gearing", "%", range::share, required, "Part of capital that is borrowed."},
        &Financing::gearing);
    fields.add(
        {"rate", "Interest rate", "%", range::rate, required, "A year, of the opening balance."},
        &Financing::rate);
    fields.add({"upfront_fee", "Upfront fee", "%", range::share, optional, "Of all draws."},
        &Financing::upfrontFee);
    fields.add({"grace_years", "Grace period", "years", {0.0, 100.0, 1.0}, optional,
                   "Years of operation before the first repayment."},
        &Financing::graceYears);
    fields.add({"tenor_years", "Repayment period", "years", {1.0, 100.0, 1.0}, required,
                   "Years in which the loan is repaid."},
        &Financing::tenorYears);
    fields.add({"repayment", "Form of repayment", "", {}, optional,
                   "Equal principal, equal payments (annuity), or all at the end (bullet)."},
        &Financing::repayment, repaymentWords);
    fields.add({"capitalise_interest", "Interest during construction is capitalised", "", {},
                   optional, "Whether interest before operations is added to the loan."},
        &Financing::capitaliseInterest);
}

void describe(Shareholder& shareholder, Visitor& visitor)
{
    Fields fields(shareholder, visitor);
    fields.identity();
    fields.add({"share", "Share", "%", range::share, required,
                   "Part of the equity; the shares sum to 100 %."},
        &Shareholder::share);
    fields.add(
        {"state", "Is the state", "", {}, optional, "Whether its receipts count as state take."},
        &Shareholder::state);
    fields.add(
        {"withholding_rate", "Withholding tax", "%", range::share, optional, "On distributions."},
        &Shareholder::withholdingRate);
    fields.note();
}

}
