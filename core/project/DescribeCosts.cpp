#include "core/project/DescribeFields.h"

namespace core {

namespace {

constexpr auto required = Presence::required;
constexpr auto optional = Presence::optional;

}

void describe(CostLine& line, Visitor& visitor)
{
    const bool isUsd = line.currency == Currency::usd;
    const std::string_view perYear = isUsd ? "USD/year" : "KZT/year";
    const std::string_view perKg = isUsd ? "USD/kg" : "KZT/kg";

    Fields fields(line, visitor);
    fields.identity();
    fields.add({"category", "Category", "", range::any, optional, "Heading in tables.", false},
        &CostLine::category);
    fields.add({"currency", "Currency", "", {}, required, "Of all amounts of the line."},
        &CostLine::currency, currencyWords);
    fields.add({"kzt_share", "Tenge part", "%", range::share, optional,
                   "Part of a dollar line that follows tenge inflation and the exchange rate."},
        &CostLine::kztShare);
    fields.add({"fixed", "Fixed cost", perYear, range::amount, optional,
                   "Before reuse, in prices of the base year."},
        &CostLine::fixed);
    fields.add({"variable_per_kg", "Variable cost", perKg, range::perKg, optional,
                   "Before reuse, in prices of the base year."},
        &CostLine::variablePerKg);
    fields.add({"reuse_share", "Share saved by reuse", "%", range::share, optional,
                   "Part of the cost that reusing the refinery avoids."},
        &CostLine::reuseShare);
    fields.add({"host_fixed", "Fixed charge of the refinery", perYear, range::amount, optional,
                   "What the refinery charges instead, in prices of the base year."},
        &CostLine::hostFixed);
    fields.add({"host_variable_per_kg", "Variable charge of the refinery", perKg, range::perKg,
                   optional, "What the refinery charges instead, in prices of the base year."},
        &CostLine::hostVariablePerKg);
    fields.add({"fixed_profile", "Profile of the fixed cost", "%", {0.0, 100.0, 0.05}, optional,
                   "Part of the fixed amounts that is incurred, by operating year."},
        &CostLine::fixedProfile);
    fields.note();
}

void describe(CapitalItem& item, Visitor& visitor)
{
    const std::string_view money = item.currency == Currency::usd ? "USD" : "KZT";

    Fields fields(item, visitor);
    fields.identity();
    fields.add({"currency", "Currency", "", {}, required, "Of the amounts of the item."},
        &CapitalItem::currency, currencyWords);
    fields.add({"terms", "Terms of the amounts", "", {}, optional,
                   "As paid (nominal) or in prices of the base year (real)."},
        &CapitalItem::terms, termsWords);
    fields.add({"amount", "Capital", money, range::amount, required,
                   "Cost of the item when the refinery is reused, before contingency."},
        &CapitalItem::amount);
    fields.add({"standalone_amount", "Stand-alone capital", money, range::amount, required,
                   "Cost of the item in a plant that must bring everything itself."},
        &CapitalItem::standaloneAmount);
    fields.add(
        {"contingency", "Contingency", "%", {0.0, 10.0, 0.05}, optional, "Added to both amounts."},
        &CapitalItem::contingency);
    fields.add({"phasing", "Phasing", "%", range::share, required,
                   "Part of the amount spent by year; the parts sum to 100 %."},
        &CapitalItem::phasing);
    fields.add({"asset_class", "Asset class", "", range::any, required,
                   "How the item is depreciated for tax."},
        &CapitalItem::assetClass, ReferenceTarget::assetClass);
    fields.add({"estimate_class", "Estimate class", "", {1.0, 5.0, 1.0}, optional,
                   "AACE 18R-97: 1 is the best known, 5 the least.", false},
        &CapitalItem::estimateClass);
    fields.note();
}

void describe(Capital& capital, Visitor& visitor)
{
    Fields fields(capital, visitor);
    fields.list({"items", "Capital items", "", range::listLength, required, {}}, &Capital::items);
    fields.add({"sustaining_rate", "Sustaining capital", "%", range::share, optional,
                   "A year, of the capital in prices of the base year."},
        &Capital::sustainingRate);
    fields.add({"sustaining_from_operating_year", "First year of sustaining capital", "",
                   {1.0, 1000.0, 1.0}, optional, "Counted from the start of operations."},
        &Capital::sustainingFromOperatingYear);
    fields.add({"sustaining_asset_class", "Asset class of sustaining capital", "", range::any,
                   required, "How sustaining capital is depreciated for tax."},
        &Capital::sustainingAssetClass, ReferenceTarget::assetClass);
    fields.add({"closure_amount", "Closure cost", "USD", range::amount, optional,
                   "In prices of the base year, when the refinery is reused."},
        &Capital::closureAmount);
    fields.add({"standalone_closure_amount", "Stand-alone closure cost", "USD", range::amount,
                   optional, "In prices of the base year, of a plant that stands alone."},
        &Capital::standaloneClosureAmount);
    fields.add({"salvage_rate", "Salvage value", "%", range::share, optional,
                   "Part of the capital recovered in the last operating year."},
        &Capital::salvageRate);
}

void describe(WorkingCapital& workingCapital, Visitor& visitor)
{
    Fields fields(workingCapital, visitor);
    fields.add({"receivable_days", "Receivables", "days", range::days, optional,
                   "Days of revenue that customers owe."},
        &WorkingCapital::receivableDays);
    fields.add({"inventory_days", "Inventory", "days", range::days, optional,
                   "Days of operating costs held as stock."},
        &WorkingCapital::inventoryDays);
    fields.add({"payable_days", "Payables", "days", range::days, optional,
                   "Days of operating costs owed to suppliers."},
        &WorkingCapital::payableDays);
    fields.add(
        {"vat_rate", "VAT rate", "%", range::share, optional, "Value added tax paid on purchases."},
        &WorkingCapital::vatRate);
    fields.add({"vatable_share", "Purchases with VAT", "%", range::share, optional,
                   "Part of operating costs and capital that bears VAT."},
        &WorkingCapital::vatableShare);
    fields.add({"vat_refund_days", "Refund of VAT", "days", range::days, optional,
                   "Days until input VAT comes back."},
        &WorkingCapital::vatRefundDays);
}

}
