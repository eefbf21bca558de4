#include "tests/support/StraightFlows.h"

#include <algorithm>
#include <cmath>

namespace support {

using core::Project;

namespace {

// A cost is in real terms; the KZT share of a USD cost starts from the rate of the base year,
// without the lever, and is paid at the rate of the year, with it.
double costInUsd(const Project& project, const Economy& economy, const core::CostLine& line,
    double amount, int year)
{
    if (line.currency == core::Currency::kzt)
        return inUsd(economy, amount, core::Currency::kzt, core::Terms::real, year);
    const double dollarPart = (1.0 - line.kztShare) * economy.usdIndex.at(year);
    const double tengePart = line.kztShare * project.macro.exchangeRate.kztPerUsd *
                             economy.kztIndex.at(year) / economy.kztPerUsd.at(year);
    return amount * (dollarPart + tengePart);
}

// Chapter 4.
void produce(const Project& project, const Economy& economy, Flows& flows)
{
    for (int year : economy.years) {
        double produced = 0.0;
        if (project.timeline.isOperating(year)) {
            const int k = project.timeline.operatingYear(year);
            produced = project.production.nameplateKgPerYear *
                       core::profileAt(project.production.rampUp, k) *
                       project.production.utilisation;
            if (project.resource) {
                const double potential = project.resource->aluminaTonnesPerYear *
                                         project.resource->galliumGramsPerTonneAlumina / 1000.0 *
                                         project.resource->recovery *
                                         project.resource->refiningYield;
                produced = std::min(produced, potential);
            }
            produced *= project.levers.production;
        }
        flows.production[year] = produced;
    }
}

void sell(const Project& project, const Economy& economy, const ValuesById& prices, Flows& flows)
{
    const double oecd = project.market.oecdShare;
    const double freight =
        oecd * project.market.freightOecdPerKg + (1.0 - oecd) * project.market.freightOtherPerKg;
    for (int year : economy.years) {
        double sold = 0.0;
        double paid = 0.0;
        double revenue = 0.0;
        double sellingCosts = 0.0;
        for (const core::Product& product : project.products) {
            const double sales = flows.production[year] * product.share.at(year);
            sold += sales;
            paid += sales * product.payable;
            revenue += sales * product.payable * prices.at(product.id).at(year);
            sellingCosts +=
                sales * (product.sellingCostPerKg + freight) * economy.usdIndex.at(year);
        }
        const bool isNet = project.royalty.base == core::RoyaltyBase::net;
        flows.sold[year] = sold;
        flows.paidKg[year] = paid;
        flows.revenue[year] = revenue;
        flows.sellingCosts[year] = sellingCosts;
        flows.royalty[year] = project.royalty.rate * (isNet ? revenue - sellingCosts : revenue);
    }
}

// Chapter 5.
void operate(const Project& project, const Economy& economy, Case which, Flows& flows)
{
    for (int year : economy.years)
        flows.operatingCosts[year] = 0.0;
    for (const core::CostLine& line : project.costLines) {
        for (int year : economy.years) {
            double cost = 0.0;
            if (project.timeline.isOperating(year)) {
                const int k = project.timeline.operatingYear(year);
                const double profile = core::profileAt(line.fixedProfile, k);
                const double produced = flows.production[year];
                const double alone =
                    costInUsd(project, economy, line,
                        line.fixed * profile + line.variablePerKg * produced, year) *
                    project.levers.opex;
                const double avoided = alone *
                                       std::min(1.0, line.reuseShare * project.levers.reuse) *
                                       core::profileAt(project.reuseRealisation, k);
                const double hostCharge =
                    costInUsd(project, economy, line,
                        line.hostFixed * profile + line.hostVariablePerKg * produced, year) *
                    project.levers.opex;
                cost = which == Case::standalone ? alone : alone - avoided + hostCharge;
            }
            flows.costLines[line.id][year] = cost;
            flows.operatingCosts[year] += cost;
        }
    }
}

// Chapter 6.
void invest(const Project& project, const Economy& economy, Case which, Flows& flows)
{
    const core::Capital& capital = project.capital;
    const bool alone = which == Case::standalone;

    for (int year : economy.years)
        flows.capex[year] = 0.0;
    for (const core::CapitalItem& item : capital.items) {
        const double amount =
            (alone ? item.standaloneAmount : item.amount) * (1.0 + item.contingency);
        for (int year : economy.years) {
            const auto phase = item.phasing.find(year);
            const double share = phase == item.phasing.end() ? 0.0 : phase->second;
            const double spent = inUsd(economy, amount, item.currency, item.terms, year) * share *
                                 project.levers.capex;
            flows.capitalItems[item.id][year] = spent;
            flows.capex[year] += spent;
        }
        double inDollars = amount * project.levers.capex;
        if (item.currency == core::Currency::kzt)
            inDollars /= project.macro.exchangeRate.kztPerUsd * project.levers.fx;
        flows.baseCapital += inDollars;
    }

    const int lastOperating = project.timeline.lastOperatingYear();
    const int closureYears = project.timeline.closureYears;
    const double closureAmount = alone ? capital.standaloneClosureAmount : capital.closureAmount;
    for (int year : economy.years) {
        const double index = economy.usdIndex.at(year);
        const bool sustains =
            project.timeline.isOperating(year) &&
            project.timeline.operatingYear(year) >= capital.sustainingFromOperatingYear;
        flows.sustaining[year] =
            sustains ? capital.sustainingRate * flows.baseCapital * index : 0.0;

        double closure = 0.0;
        if (closureYears > 0 && year > lastOperating)
            closure = closureAmount * index / closureYears;
        if (closureYears == 0 && year == lastOperating)
            closure = closureAmount * index;
        flows.closure[year] = closure;

        flows.salvage[year] =
            year == lastOperating ? capital.salvageRate * flows.baseCapital * index : 0.0;
    }
}

// Chapter 7.
void tieUpWorkingCapital(const Project& project, const Economy& economy, Flows& flows)
{
    const core::WorkingCapital& days = project.workingCapital;
    double before = 0.0;
    for (int year : economy.years) {
        const double receivables = flows.revenue[year] * days.receivableDays / 365.0;
        const double stocks =
            flows.operatingCosts[year] * (days.inventoryDays - days.payableDays) / 365.0;
        const double vat = days.vatRate * days.vatableShare *
                           (flows.operatingCosts[year] + flows.capex[year]) * days.vatRefundDays /
                           365.0;
        const bool isLast = year == project.timeline.lastYear();
        flows.workingCapital[year] = isLast ? 0.0 : receivables + stocks + vat;
        flows.changeInWorkingCapital[year] = flows.workingCapital[year] - before;
        before = flows.workingCapital[year];
    }
}

// Chapter 8: what the method writes off in an operating year, before the write-off at the end.
double depreciationByMethod(const core::AssetClass& assets, const AssetBook& book,
    const YearValues& production, int startOfOperations, int year)
{
    const double base = book.opening.at(year) + book.additions.at(year);
    switch (assets.method) {
    case core::DepreciationMethod::immediate:
        return base;
    case core::DepreciationMethod::decliningBalance:
        return *assets.rate * base;
    case core::DepreciationMethod::unitsOfProduction: {
        double remaining = 0.0;
        for (const auto& [later, kg] : production) {
            if (later >= year)
                remaining += kg;
        }
        return remaining > 0.0 ? base * production.at(year) / remaining : 0.0;
    }
    case core::DepreciationMethod::straightLine: {
        double sum = 0.0;
        for (int vintage = year - *assets.years + 1; vintage <= year; ++vintage) {
            if (vintage >= startOfOperations)
                sum += book.additions.at(vintage) / *assets.years;
        }
        return std::min(sum, base);
    }
    case core::DepreciationMethod::sumOfYears: {
        const double n = *assets.years;
        double sum = 0.0;
        for (int vintage = year - *assets.years + 1; vintage <= year; ++vintage) {
            if (vintage >= startOfOperations)
                sum += book.additions.at(vintage) * (n - (year - vintage)) / (n * (n + 1.0) / 2.0);
        }
        return std::min(sum, base);
    }
    }
    return 0.0;
}

void depreciate(const Project& project, const Economy& economy, Flows& flows)
{
    const int start = project.timeline.startOfOperations;
    for (int year : economy.years) {
        flows.depreciation[year] = 0.0;
        flows.propertyTax[year] = 0.0;
    }
    for (const core::AssetClass& assets : project.tax.assetClasses) {
        AssetBook& book = flows.assetBooks[assets.id];
        double soFar = 0.0;
        double closing = 0.0;
        for (int year : economy.years) {
            double spent = 0.0;
            for (const core::CapitalItem& item : project.capital.items) {
                if (item.assetClass == assets.id)
                    spent += flows.capitalItems[item.id][year];
            }
            if (project.capital.sustainingAssetClass == assets.id)
                spent += flows.sustaining[year];
            soFar += spent;

            book.opening[year] = closing;
            book.additions[year] = year < start ? 0.0 : year == start ? soFar : spent;
            const double base = book.opening[year] + book.additions[year];
            double depreciation = 0.0;
            if (project.timeline.isOperating(year)) {
                depreciation = depreciationByMethod(assets, book, flows.production, start, year);
                if (project.tax.writeOffAtEnd && year == project.timeline.lastOperatingYear())
                    depreciation = base;
                if (assets.property)
                    flows.propertyTax[year] += project.tax.propertyTaxRate * base;
            }
            closing = base - depreciation;
            book.depreciation[year] = depreciation;
            book.closing[year] = closing;
            flows.depreciation[year] += depreciation;
        }
    }
}

// Chapter 8: the tax on given results, losses first in first out.
YearValues incomeTaxOn(
    const Project& project, const Economy& economy, const YearValues& taxableBeforeLosses)
{
    const core::Tax& tax = project.tax;
    YearValues lossesMade; // cumulative, as is what was used of them or expired
    YearValues lossesGone;
    const auto upTo = [](const YearValues& cumulative, int year) {
        const auto found = cumulative.find(year);
        return found == cumulative.end() ? 0.0 : found->second;
    };

    YearValues incomeTax;
    for (int year : economy.years) {
        const double result = taxableBeforeLosses.at(year);
        const double rate = tax.incomeTaxRate.at(year) * (1.0 - tax.incomeTaxRelief.at(year));

        double gone = upTo(lossesGone, year - 1);
        if (tax.lossCarryForwardYears)
            gone = std::max(gone, upTo(lossesMade, year - 1 - *tax.lossCarryForwardYears));
        const double available = upTo(lossesMade, year - 1) - gone;
        const double used = std::min(available, tax.lossOffsetLimit * std::max(result, 0.0));
        lossesGone[year] = gone + used;
        lossesMade[year] = upTo(lossesMade, year - 1) + std::max(-result, 0.0);

        if (tax.lossTreatment == core::LossTreatment::groupRelief)
            incomeTax[year] = rate * result;
        else
            incomeTax[year] = rate * (std::max(result, 0.0) - used);
    }
    return incomeTax;
}

// Chapters 8 and 9.
void earn(const Project& project, const Economy& economy, Flows& flows)
{
    for (int year : economy.years) {
        flows.ebitda[year] = flows.revenue[year] - flows.sellingCosts[year] - flows.royalty[year] -
                             flows.operatingCosts[year] - flows.propertyTax[year];
        flows.taxableBeforeLosses[year] = flows.revenue[year] - flows.sellingCosts[year] -
                                          flows.royalty[year] - flows.operatingCosts[year] -
                                          flows.propertyTax[year] - flows.depreciation[year] -
                                          flows.closure[year] + flows.salvage[year];
        flows.preTaxCashFlow[year] = flows.ebitda[year] - flows.capex[year] -
                                     flows.sustaining[year] - flows.closure[year] +
                                     flows.salvage[year] - flows.changeInWorkingCapital[year];
    }
    flows.incomeTax = incomeTaxOn(project, economy, flows.taxableBeforeLosses);
    for (int year : economy.years)
        flows.freeCashFlow[year] = flows.preTaxCashFlow[year] - flows.incomeTax[year];
}

// Chapter 10.
void borrow(const Project& project, const Economy& economy, Flows& flows)
{
    const core::Financing& terms = project.financing;
    Debt& debt = flows.debt;

    double allDraws = 0.0;
    for (int year : economy.years) {
        debt.draw[year] = terms.gearing * flows.capex[year];
        debt.fees[year] = 0.0;
        allDraws += debt.draw[year];
    }
    for (int year : economy.years) {
        if (debt.draw[year] > 0.0) {
            debt.fees[year] = terms.upfrontFee * allDraws;
            break;
        }
    }

    const int firstRepayment = project.timeline.startOfOperations + terms.graceYears;
    const int lastRepayment = firstRepayment + terms.tenorYears - 1;
    double balance = 0.0;
    for (int year : economy.years) {
        const double opening = balance;
        const double interest = terms.rate * opening;
        const bool capitalised =
            terms.capitaliseInterest && year < project.timeline.startOfOperations;
        double principal = 0.0;
        if (year >= firstRepayment && year <= lastRepayment) {
            debt.repaymentYears.push_back(year);
            const int yearsLeft = lastRepayment - year + 1;
            switch (terms.repayment) {
            case core::Repayment::equalPrincipal:
                principal = opening / yearsLeft;
                break;
            case core::Repayment::annuity:
                principal = terms.rate == 0.0 ? opening / yearsLeft
                                              : opening * terms.rate /
                                                    (std::pow(1.0 + terms.rate, yearsLeft) - 1.0);
                break;
            case core::Repayment::bullet:
                principal = year == lastRepayment ? opening : 0.0;
                break;
            }
        }
        balance = opening + debt.draw[year] + (capitalised ? interest : 0.0) - principal;
        debt.opening[year] = opening;
        debt.interest[year] = interest;
        debt.interestPaid[year] = capitalised ? 0.0 : interest;
        debt.principal[year] = principal;
        debt.closing[year] = balance;
    }
}

void payOwners(const Project& project, const Economy& economy, Flows& flows)
{
    const Debt& debt = flows.debt;
    for (int year : economy.years)
        flows.taxableBeforeLossesLevered[year] =
            flows.taxableBeforeLosses[year] - debt.interest.at(year) - debt.fees.at(year);
    flows.incomeTaxLevered = incomeTaxOn(project, economy, flows.taxableBeforeLossesLevered);
    for (int year : economy.years) {
        const double tax = flows.incomeTaxLevered[year];
        flows.equityCashFlow[year] = flows.preTaxCashFlow[year] - tax + debt.draw.at(year) -
                                     debt.fees.at(year) - debt.interestPaid.at(year) -
                                     debt.principal.at(year);
        flows.cashAvailableForDebtService[year] =
            flows.ebitda[year] - tax - flows.sustaining[year] - flows.changeInWorkingCapital[year];
    }
    for (int year : debt.repaymentYears) {
        const double due = debt.interestPaid.at(year) + debt.principal.at(year);
        if (due != 0.0)
            flows.debtServiceCover[year] = flows.cashAvailableForDebtService[year] / due;
    }

    for (int year : economy.years) {
        flows.withholding[year] = 0.0;
        flows.stateTake[year] =
            flows.royalty[year] + flows.propertyTax[year] + flows.incomeTaxLevered[year];
    }
    for (const core::Shareholder& owner : project.shareholders) {
        Shareholding& holding = flows.shareholders[owner.id];
        for (int year : economy.years) {
            const double part = owner.share * flows.equityCashFlow[year];
            const double withheld = part < 0.0 ? 0.0 : part * owner.withholdingRate;
            holding.withholding[year] = withheld;
            holding.net[year] = part - withheld;
            flows.withholding[year] += withheld;
            flows.stateTake[year] += withheld + (owner.state ? part - withheld : 0.0);
        }
    }
}

}

Flows flowsOf(const Project& project, const Economy& economy, Case which, const ValuesById& prices)
{
    Flows flows;
    produce(project, economy, flows);
    sell(project, economy, prices, flows);
    operate(project, economy, which, flows);
    invest(project, economy, which, flows);
    tieUpWorkingCapital(project, economy, flows);
    depreciate(project, economy, flows);
    earn(project, economy, flows);
    borrow(project, economy, flows);
    payOwners(project, economy, flows);
    return flows;
}

}
