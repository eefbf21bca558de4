#include "tests/support/ProjectGenerator.h"

#include "tests/support/Draw.h"
#include "tests/support/MarketGenerator.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace support {

using core::Project;

namespace {

Scale drawScale(Draw& draw)
{
    Scale scale;
    scale.kgPerYear = std::floor(draw.between(500.0, 40000.0));
    scale.pricePerKg = std::floor(draw.between(100.0, 1500.0));
    const double fortune = draw.between(0.0, 1.0);
    if (fortune < 0.2) {
        scale.costPart = draw.between(0.02, 0.2);
        scale.capitalPart = draw.between(0.1, 0.6);
    } else if (fortune < 0.4) {
        scale.costPart = draw.between(0.8, 2.0);
        scale.capitalPart = draw.between(3.0, 10.0);
    } else {
        scale.costPart = draw.between(0.1, 0.6);
        scale.capitalPart = draw.between(0.5, 3.0);
    }
    return scale;
}

core::Timeline drawTimeline(Draw& draw)
{
    core::Timeline timeline;
    timeline.firstYear = draw.whole(2020, 2035);
    timeline.startOfOperations = timeline.firstYear + draw.whole(0, 4);
    const bool isShort = draw.chance(0.2);
    timeline.yearsOfOperation = isShort ? draw.whole(1, 3) : draw.whole(4, 40);
    timeline.closureYears = draw.whole(0, 3);

    const double where = draw.between(0.0, 1.0);
    const int inside = draw.whole(timeline.firstYear, timeline.lastYear());
    const int away = draw.whole(1, 6);
    timeline.baseYear = where < 0.5   ? inside
                        : where < 0.8 ? timeline.firstYear - away
                                      : timeline.lastYear() + away;

    const double when = draw.between(0.0, 1.0);
    const int yearsLater = draw.whole(1, 4);
    timeline.valuationYear = when < 0.5 ? timeline.firstYear
                             : when < 0.7
                                 ? timeline.firstYear - away
                                 : std::min(timeline.firstYear + yearsLater, timeline.lastYear());
    return timeline;
}

core::Discounting drawDiscounting(Draw& draw)
{
    core::Discounting discounting;
    discounting.rate = draw.chance(0.05) ? 0.0 : draw.rate(0.03, 0.2);
    discounting.terms = draw.chance(0.4) ? core::Terms::real : core::Terms::nominal;
    discounting.timing = static_cast<core::DiscountTiming>(draw.whole(0, 2));
    discounting.equityRate = draw.rate(0.05, 0.25);
    discounting.financeRate = draw.rate(0.0, 0.15);
    discounting.reinvestmentRate = draw.rate(0.0, 0.15);
    return discounting;
}

core::Macro drawMacro(Draw& draw, const core::Timeline& timeline)
{
    core::Macro macro;
    macro.usdInflation = draw.series(timeline, 0.0, 0.04);
    macro.kztInflation = draw.series(timeline, 0.0, 0.09);
    macro.exchangeRate.mode = static_cast<core::ExchangeRateMode>(draw.whole(0, 2));
    macro.exchangeRate.kztPerUsd = draw.whole(300, 700);
    if (macro.exchangeRate.mode == core::ExchangeRateMode::path) {
        core::Series::Points path;
        double kztPerUsd = macro.exchangeRate.kztPerUsd;
        for (int year : draw.years(timeline.firstYear - 1, timeline.lastYear() + 1, 5)) {
            path[year] = kztPerUsd;
            kztPerUsd = std::floor(kztPerUsd * draw.between(0.9, 1.4));
        }
        macro.exchangeRate.path = path;
    }
    return macro;
}

core::Levers drawLevers(Draw& draw)
{
    core::Levers levers;
    if (draw.chance(0.5))
        return levers;
    for (double* lever :
        {&levers.price, &levers.production, &levers.opex, &levers.capex, &levers.reuse, &levers.fx})
        *lever = draw.chance(0.3) ? 1.0 : draw.rate(0.7, 1.4);
    return levers;
}

core::Production drawProduction(Draw& draw, const Scale& scale)
{
    core::Production production;
    production.nameplateKgPerYear = scale.kgPerYear;
    production.utilisation = draw.chance(0.5) ? 1.0 : draw.rate(0.6, 1.0);
    production.rampUp.clear();
    const int years = draw.whole(0, 4);
    for (int k = 1; k <= years; ++k)
        production.rampUp.push_back(draw.chance(0.1) ? 0.0 : draw.rate(0.05, 1.0));
    production.rampUp.push_back(draw.chance(0.7) ? 1.0 : draw.rate(0.5, 1.0));
    return production;
}

// A cap that is often, but not always, above what the plant can make.
core::Resource drawResource(Draw& draw, const Scale& scale)
{
    core::Resource resource;
    resource.galliumGramsPerTonneAlumina = draw.whole(40, 250);
    resource.recovery = draw.rate(0.05, 0.5);
    resource.refiningYield = draw.rate(0.8, 1.0);
    const double gramsPerTonne =
        resource.galliumGramsPerTonneAlumina * resource.recovery * resource.refiningYield;
    resource.aluminaTonnesPerYear =
        std::floor(scale.kgPerYear * draw.between(0.6, 2.0) * 1000.0 / gramsPerTonne);
    return resource;
}

core::Profile drawProfile(Draw& draw, double low, double high)
{
    core::Profile profile;
    const int years = draw.whole(1, 4);
    for (int k = 1; k <= years; ++k)
        profile.push_back(draw.chance(0.3) ? 1.0 : draw.rate(low, high));
    return profile;
}

void drawCostLines(Draw& draw, const Scale& scale, Project& project)
{
    const int count = draw.whole(0, 8);
    for (int i = 1; i <= count; ++i) {
        core::CostLine line;
        line.id = "line" + std::to_string(i);
        line.name = "Cost line " + std::to_string(i);
        line.currency = draw.chance(0.3) ? core::Currency::kzt : core::Currency::usd;
        const bool isUsd = line.currency == core::Currency::usd;
        if (isUsd && draw.chance(0.6))
            line.kztShare = draw.chance(0.3) ? 1.0 : draw.rate(0.0, 1.0);

        const double unit = isUsd ? 1.0 : project.macro.exchangeRate.kztPerUsd;
        const double yearly = scale.revenue() * scale.costPart / count * unit;
        const double fixedPart = draw.chance(0.3) ? 0.0 : draw.between(0.0, 1.0);
        line.fixed = std::floor(yearly * draw.between(0.3, 2.0) * fixedPart);
        line.variablePerKg = yearly * draw.between(0.3, 2.0) * (1.0 - fixedPart) / scale.kgPerYear;
        line.reuseShare = draw.chance(0.3) ? 0.0 : draw.rate(0.0, 1.0);
        if (draw.chance(0.4))
            line.hostFixed = std::floor(yearly * draw.between(0.0, 0.2));
        if (draw.chance(0.4))
            line.hostVariablePerKg = yearly * draw.between(0.0, 0.2) / scale.kgPerYear;
        line.fixedProfile = drawProfile(draw, 0.3, 1.5);
        project.costLines.push_back(line);
    }
    project.reuseRealisation = drawProfile(draw, 0.5, 1.0);
}

// Capital is mostly spent up to the first operating years, sometimes in any year.
core::Phasing drawPhasing(Draw& draw, const core::Timeline& timeline)
{
    const bool isLate = draw.chance(0.15);
    const int last = isLate ? timeline.lastYear()
                            : std::min(timeline.startOfOperations + 2, timeline.lastYear());
    const int count = draw.whole(1, 4);
    const std::vector<int> years = draw.years(timeline.firstYear, last, count);
    const std::vector<double> shares = draw.shares(static_cast<int>(years.size()));
    core::Phasing phasing;
    for (std::size_t i = 0; i < years.size(); ++i)
        phasing[years[i]] = shares[i];
    return phasing;
}

void drawCapital(Draw& draw, const Scale& scale, Project& project)
{
    core::Capital& capital = project.capital;
    const auto drawAssetClass = [&] {
        const int last = static_cast<int>(project.tax.assetClasses.size()) - 1;
        return project.tax.assetClasses[static_cast<std::size_t>(draw.whole(0, last))].id;
    };

    const int count = draw.whole(1, 6);
    for (int i = 1; i <= count; ++i) {
        core::CapitalItem item;
        // A cost line and a capital item may have the same id.
        item.id = (i == 1 ? "line" : "item") + std::to_string(i);
        item.name = "Capital item " + std::to_string(i);
        item.currency = draw.chance(0.35) ? core::Currency::kzt : core::Currency::usd;
        item.terms = draw.chance(0.5) ? core::Terms::real : core::Terms::nominal;
        const double unit =
            item.currency == core::Currency::kzt ? project.macro.exchangeRate.kztPerUsd : 1.0;
        const double amount = scale.revenue() * scale.capitalPart / count * unit;
        const bool onlyAlone = i > 1 && draw.chance(0.15);
        item.amount = onlyAlone ? 0.0 : std::floor(amount * draw.between(0.3, 1.7));
        item.standaloneAmount = std::floor(
            draw.chance(0.3) && !onlyAlone ? item.amount : amount * draw.between(1.0, 4.0));
        item.contingency = draw.chance(0.4) ? 0.0 : draw.rate(0.0, 0.4);
        item.phasing = drawPhasing(draw, project.timeline);
        item.assetClass = drawAssetClass();
        capital.items.push_back(item);
    }
    capital.sustainingRate = draw.chance(0.2) ? 0.0 : draw.rate(0.0, 0.05);
    capital.sustainingFromOperatingYear = draw.whole(1, 6);
    capital.sustainingAssetClass = drawAssetClass();
    const double closure = scale.revenue() * scale.capitalPart * 0.15;
    capital.closureAmount = draw.chance(0.2) ? 0.0 : std::floor(draw.between(0.0, closure));
    capital.standaloneClosureAmount = std::floor(draw.between(0.0, 4.0 * closure));
    capital.salvageRate = draw.chance(0.5) ? 0.0 : draw.rate(0.0, 0.15);
}

core::WorkingCapital drawWorkingCapital(Draw& draw)
{
    if (draw.chance(0.15))
        return {};
    core::WorkingCapital workingCapital;
    workingCapital.receivableDays = draw.whole(0, 120);
    workingCapital.inventoryDays = draw.whole(0, 120);
    workingCapital.payableDays = draw.whole(0, 90);
    workingCapital.vatRate = draw.rate(0.0, 0.2);
    workingCapital.vatableShare = draw.rate(0.0, 1.0);
    workingCapital.vatRefundDays = draw.whole(0, 365);
    return workingCapital;
}

// Methods follow one another from one drawn class on, so that each comes as often as any other.
void drawAssetClasses(Draw& draw, core::Tax& tax)
{
    const int count = draw.whole(1, 5);
    const int firstMethod = draw.whole(0, 4);
    for (int i = 0; i < count; ++i) {
        core::AssetClass assets;
        assets.id = "class" + std::to_string(i + 1);
        assets.name = "Asset class " + std::to_string(i + 1);
        assets.method = static_cast<core::DepreciationMethod>((firstMethod + i) % 5);
        if (assets.method == core::DepreciationMethod::decliningBalance)
            assets.rate = draw.rate(0.05, 0.6);
        if (assets.method == core::DepreciationMethod::straightLine ||
            assets.method == core::DepreciationMethod::sumOfYears)
            assets.years = draw.whole(1, 25);
        assets.property = draw.chance(0.4);
        tax.assetClasses.push_back(assets);
    }
}

core::Tax drawTax(Draw& draw, const core::Timeline& timeline)
{
    core::Tax tax;
    tax.incomeTaxRate =
        draw.chance(0.7) ? core::Series(draw.rate(0.1, 0.35)) : draw.series(timeline, 0.1, 0.35);
    const double relief = draw.between(0.0, 1.0);
    if (relief < 0.3) {
        const int until = timeline.startOfOperations + draw.whole(0, 9);
        tax.incomeTaxRelief = core::Series::Points {{until, 1.0}, {until + 1, 0.0}};
    } else if (relief < 0.5) {
        tax.incomeTaxRelief = draw.series(timeline, 0.0, 1.0);
    }
    const double carry = draw.between(0.0, 1.0);
    if (carry < 0.15)
        tax.lossCarryForwardYears = 0;
    else if (carry < 0.7)
        tax.lossCarryForwardYears = draw.whole(1, 10);
    tax.lossOffsetLimit = draw.chance(0.5) ? 1.0 : draw.rate(0.2, 1.0);
    tax.lossTreatment =
        draw.chance(0.2) ? core::LossTreatment::groupRelief : core::LossTreatment::carryForward;
    tax.propertyTaxRate = draw.chance(0.3) ? 0.0 : draw.rate(0.0, 0.03);
    tax.writeOffAtEnd = draw.chance(0.6);
    drawAssetClasses(draw, tax);
    return tax;
}

core::Financing drawFinancing(Draw& draw)
{
    core::Financing financing;
    const double kind = draw.between(0.0, 1.0);
    financing.gearing = kind < 0.15 ? 0.0 : kind < 0.2 ? 1.0 : draw.rate(0.1, 0.8);
    financing.rate = draw.chance(0.15) ? 0.0 : draw.rate(0.02, 0.15);
    financing.upfrontFee = draw.chance(0.3) ? 0.0 : draw.rate(0.0, 0.03);
    financing.graceYears = draw.whole(0, 3);
    financing.tenorYears = draw.whole(1, 12);
    financing.repayment = static_cast<core::Repayment>(draw.whole(0, 2));
    financing.capitaliseInterest = draw.chance(0.5);
    return financing;
}

void drawShareholders(Draw& draw, Project& project)
{
    const int count = draw.whole(1, 4);
    const std::vector<double> shares = draw.shares(count);
    for (int i = 0; i < count; ++i) {
        core::Shareholder owner;
        owner.id = "owner" + std::to_string(i + 1);
        owner.name = "Owner " + std::to_string(i + 1);
        owner.share = shares[static_cast<std::size_t>(i)];
        owner.state = draw.chance(0.3);
        owner.withholdingRate = draw.chance(0.4) ? 0.0 : draw.rate(0.0, 0.2);
        project.shareholders.push_back(owner);
    }
}

}

Project generateProject(std::uint32_t seed)
{
    Draw draw(seed);
    const Scale scale = drawScale(draw);

    Project project;
    project.name = "Generated project " + std::to_string(seed);
    project.timeline = drawTimeline(draw);
    project.discounting = drawDiscounting(draw);
    project.macro = drawMacro(draw, project.timeline);
    project.levers = drawLevers(draw);
    project.production = drawProduction(draw, scale);
    if (draw.chance(0.6))
        project.resource = drawResource(draw, scale);
    drawMarket(draw, scale, project);
    drawCostLines(draw, scale, project);
    project.tax = drawTax(draw, project.timeline);
    drawCapital(draw, scale, project);
    project.workingCapital = drawWorkingCapital(draw);
    project.royalty.rate = draw.chance(0.3) ? 0.0 : draw.rate(0.0, 0.08);
    project.royalty.base = draw.chance(0.5) ? core::RoyaltyBase::net : core::RoyaltyBase::gross;
    project.financing = drawFinancing(draw);
    drawShareholders(draw, project);
    return project;
}

}
