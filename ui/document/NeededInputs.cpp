#include "ui/document/NeededInputs.h"

#include "core/project/Registry.h"
#include "ui/document/ProjectLists.h"
#include "ui/document/ProjectYears.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

using core::DepreciationMethod;

// Maximum rates of the groups I and II of the Tax Code of Kazakhstan.
constexpr double rateOfBuildings = 0.10;
constexpr double rateOfMachinery = 0.25;

double usualRate(const core::AssetClass& assetClass)
{
    return assetClass.property ? rateOfBuildings : rateOfMachinery;
}

double rateFor(const core::AssetClass& assetClass)
{
    return assetClass.years ? 1.0 / *assetClass.years : usualRate(assetClass);
}

int yearsFor(const core::AssetClass& assetClass)
{
    const double rate = assetClass.rate.value_or(0.0);
    const double years = std::round(1.0 / (rate > 0.0 ? rate : usualRate(assetClass)));
    return static_cast<int>(std::clamp(years, 1.0, 300.0));
}

bool needsYears(DepreciationMethod method)
{
    return method == DepreciationMethod::straightLine || method == DepreciationMethod::sumOfYears;
}

// KZT per USD in each year, as the two inflations make it.
core::Series::Points parityPath(const core::Project& project)
{
    const core::Macro& macro = project.macro;
    const core::YearSpan years = yearsOfMoney(project);
    const int baseYear = std::clamp(project.timeline.baseYear, years.first, years.last);
    const auto growth = [&](int year) {
        return (1.0 + macro.kztInflation.at(year)) / (1.0 + macro.usdInflation.at(year));
    };
    core::Series::Points path {{baseYear, macro.exchangeRate.kztPerUsd}};
    for (int year = baseYear + 1; year <= years.last; ++year)
        path[year] = path[year - 1] * growth(year);
    for (int year = baseYear - 1; year >= years.first; --year)
        path[year] = path[year + 1] / growth(year + 1);
    return path;
}

void addPath(core::Project& project, core::ExchangeRateMode before)
{
    core::ExchangeRate& exchangeRate = project.macro.exchangeRate;
    if (before == core::ExchangeRateMode::purchasingPowerParity)
        // Inflations can lead to a rate that the field does not take.
        if (core::setValue(project, "macro.fx.path", parityPath(project)))
            return;
    exchangeRate.path = core::Series(exchangeRate.kztPerUsd);
}

void addStandaloneAmount(core::CapitalItem& item, const core::Project& before)
{
    const auto& items = before.capital.items;
    const auto earlier = std::find_if(items.begin(), items.end(),
        [&](const core::CapitalItem& other) { return other.id == item.id; });
    if (earlier != items.end() && earlier->amount == 0.0 && earlier->standaloneAmount == 0.0)
        item.standaloneAmount = item.amount;
}

}

void addNeededInputs(
    core::Project& project, const std::string& editedInput, const core::Project& beforeEdits)
{
    const core::ExchangeRate& exchangeRate = project.macro.exchangeRate;
    if (editedInput.starts_with("macro.fx.") && exchangeRate.mode == core::ExchangeRateMode::path &&
        !exchangeRate.path)
        addPath(project, beforeEdits.macro.exchangeRate.mode);
    for (core::CapitalItem& item : project.capital.items)
        if (editedInput == pathOf(ProjectList::capitalItems, item.id) + ".amount")
            addStandaloneAmount(item, beforeEdits);
    for (core::AssetClass& assetClass : project.tax.assetClasses) {
        const std::string path = pathOf(ProjectList::assetClasses, assetClass.id);
        if (!editedInput.starts_with(path + '.'))
            continue;
        if (assetClass.method == DepreciationMethod::decliningBalance && !assetClass.rate)
            assetClass.rate = rateFor(assetClass);
        if (needsYears(assetClass.method) && !assetClass.years)
            assetClass.years = yearsFor(assetClass);
    }
}

}
