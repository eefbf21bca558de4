#include "tests/support/StraightMetrics.h"

#include <algorithm>
#include <cmath>

namespace support {

using core::Project;

namespace {

std::optional<double> ratio(double numerator, double denominator)
{
    if (denominator == 0.0)
        return std::nullopt;
    return numerator / denominator;
}

// Chapter 11: sum of flow(y) * (1+r)^-(y - first year), over the sum of the flows' sizes discounted
// alike. The division moves no root and tells how near to 0 rounding lets the sum come.
double relativeValue(const YearValues& flows, double rate)
{
    double value = 0.0;
    double size = 0.0;
    double factor = 1.0;
    for (const auto& [year, flow] : flows) {
        value += flow * factor;
        size += std::abs(flow) * factor;
        factor /= 1.0 + rate;
    }
    return size == 0.0 ? 0.0 : value / size;
}

double bisect(const YearValues& flows, double low, double high)
{
    const bool lowIsPositive = relativeValue(flows, low) > 0.0;
    for (int step = 0; step < 200; ++step) {
        const double middle = low + (high - low) / 2.0;
        if ((relativeValue(flows, middle) > 0.0) == lowIsPositive)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2.0;
}

// Where the relative value turns back between two rates at which it has the same sign: its lowest
// point when that sign is positive, else its highest.
double turningPoint(const YearValues& flows, double low, double high)
{
    const double sign = relativeValue(flows, low) > 0.0 ? 1.0 : -1.0;
    for (int step = 0; step < 100; ++step) {
        const double left = low + (high - low) / 3.0;
        const double right = high - (high - low) / 3.0;
        if (sign * relativeValue(flows, left) < sign * relativeValue(flows, right))
            high = right;
        else
            low = left;
    }
    return low + (high - low) / 2.0;
}

YearValues cumulative(const YearValues& flows)
{
    YearValues sums;
    double sum = 0.0;
    for (const auto& [year, flow] : flows) {
        sum += flow;
        sums[year] = sum;
    }
    return sums;
}

// Years from the start of the first year until the cumulative flow, once below 0, is back at 0.
std::optional<double> payback(const YearValues& flows)
{
    const int first = flows.begin()->first;
    bool wasBelow = false;
    double before = 0.0;
    for (const auto& [year, sum] : cumulative(flows)) {
        if (wasBelow && sum >= 0.0)
            return year - first + -before / (sum - before);
        wasBelow = wasBelow || sum < 0.0;
        before = sum;
    }
    return std::nullopt;
}

std::optional<double> modifiedRate(const Project& project, const YearValues& flows)
{
    const int first = flows.begin()->first;
    const int last = flows.rbegin()->first;
    double gained = 0.0;
    double spent = 0.0;
    for (const auto& [year, flow] : flows) {
        if (flow > 0.0)
            gained += flow * std::pow(1.0 + project.discounting.reinvestmentRate, last - year);
        else
            spent += -flow * std::pow(1.0 + project.discounting.financeRate, -(year - first));
    }
    if (gained == 0.0 || spent == 0.0 || first == last)
        return std::nullopt;
    return std::pow(gained / spent, 1.0 / (last - first)) - 1.0;
}

double discountFactor(const Project& project, const Economy& economy, double rate, int year)
{
    const int valuationYear = project.timeline.valuationYear;
    double exponent = year - valuationYear;
    if (project.discounting.timing == core::DiscountTiming::midYear)
        exponent += 0.5;
    if (project.discounting.timing == core::DiscountTiming::endOfYear)
        exponent += 1.0;
    double factor = std::pow(1.0 + rate, -exponent);
    if (project.discounting.terms == core::Terms::real)
        factor *= economy.usdIndex.at(valuationYear) / economy.usdIndex.at(year);
    return factor;
}

void addCoverRatios(const Project& project, const Flows& flows, Metrics& metrics)
{
    metrics["min_dscr"] = std::nullopt;
    metrics["average_dscr"] = std::nullopt;
    if (!flows.debtServiceCover.empty()) {
        double lowest = flows.debtServiceCover.begin()->second;
        double sum = 0.0;
        for (const auto& [year, cover] : flows.debtServiceCover) {
            lowest = std::min(lowest, cover);
            sum += cover;
        }
        metrics["min_dscr"] = lowest;
        metrics["average_dscr"] = sum / static_cast<double>(flows.debtServiceCover.size());
    }

    metrics["llcr"] = std::nullopt;
    if (!flows.debt.repaymentYears.empty()) {
        const int first = flows.debt.repaymentYears.front();
        double value = 0.0;
        for (int year : flows.debt.repaymentYears)
            value += flows.cashAvailableForDebtService.at(year) *
                     std::pow(1.0 + project.financing.rate, -(year - first + 1));
        metrics["llcr"] = ratio(value, flows.debt.opening.at(first));
    }
}

void addUnitCosts(
    const Project& project, const Economy& economy, const Flows& flows, Metrics& metrics)
{
    const double indexAtValuation = economy.usdIndex.at(project.timeline.valuationYear);
    YearValues costs;
    YearValues indexedKg;
    double cashCosts = 0.0;
    double allInCosts = 0.0;
    double sold = 0.0;
    for (int year : economy.years) {
        const double index = economy.usdIndex.at(year);
        costs[year] = flows.capex.at(year) + flows.sustaining.at(year) + flows.closure.at(year) -
                      flows.salvage.at(year) + flows.operatingCosts.at(year) +
                      flows.sellingCosts.at(year);
        indexedKg[year] = flows.paidKg.at(year) * index / indexAtValuation;
        const double cash = flows.operatingCosts.at(year) + flows.sellingCosts.at(year);
        cashCosts += cash / index;
        allInCosts += (cash + flows.royalty.at(year) + flows.propertyTax.at(year) +
                          flows.sustaining.at(year)) /
                      index;
        sold += flows.sold.at(year);
    }
    const double rate = project.discounting.rate;
    metrics["levelised_cost_per_kg"] = ratio(presentValue(project, economy, costs, rate),
        presentValue(project, economy, indexedKg, rate));
    metrics["cash_cost_per_kg"] = ratio(cashCosts, sold);
    metrics["all_in_sustaining_cost_per_kg"] = ratio(allInCosts, sold);
}

void addStateTakeShare(
    const Project& project, const Economy& economy, const Flows& flows, Metrics& metrics)
{
    const double rate = project.discounting.rate;
    const double taken = presentValue(project, economy, flows.stateTake, rate);
    double left = 0.0;
    for (const core::Shareholder& owner : project.shareholders) {
        if (!owner.state)
            left += presentValue(project, economy, flows.shareholders.at(owner.id).net, rate);
    }
    metrics["state_take_share"] = ratio(taken, taken + left);
}

void addPaybacks(
    const Project& project, const Economy& economy, const Flows& flows, Metrics& metrics)
{
    const core::Timeline& timeline = project.timeline;
    const auto years = payback(flows.freeCashFlow);
    metrics["payback_years"] = years;
    metrics["payback_from_start_of_operations"] = std::nullopt;
    if (years)
        metrics["payback_from_start_of_operations"] =
            *years - (timeline.startOfOperations - timeline.firstYear);

    YearValues discounted;
    for (const auto& [year, flow] : flows.freeCashFlow)
        discounted[year] =
            year < timeline.valuationYear
                ? 0.0
                : flow * discountFactor(project, economy, project.discounting.rate, year);
    metrics["discounted_payback_years"] = payback(discounted);

    double lowest = flows.freeCashFlow.begin()->second;
    for (const auto& [year, sum] : cumulative(flows.freeCashFlow))
        lowest = std::min(lowest, sum);
    metrics["peak_funding"] = -lowest;
}

}

double presentValue(
    const Project& project, const Economy& economy, const YearValues& flows, double rate)
{
    double value = 0.0;
    for (const auto& [year, flow] : flows) {
        if (year >= project.timeline.valuationYear)
            value += flow * discountFactor(project, economy, rate, year);
    }
    return value;
}

std::optional<double> RatesOfReturn::rate() const
{
    if (roots.size() == 1)
        return roots.front();
    if (falling.size() == 1)
        return falling.front();
    return std::nullopt;
}

RatesOfReturn ratesOfReturn(const YearValues& flows)
{
    // Even steps in the logarithm of 1 + rate, from -90 % to +1000 %.
    constexpr int steps = 3000;
    const double bottom = std::log(0.1);
    const double top = std::log(11.0);
    std::vector<double> rates;
    std::vector<double> values;
    for (int step = 0; step <= steps; ++step) {
        rates.push_back(std::exp(bottom + (top - bottom) * step / steps) - 1.0);
        values.push_back(relativeValue(flows, rates.back()));
    }

    RatesOfReturn found;
    const auto addCrossing = [&](double low, double high) {
        const double root = bisect(flows, low, high);
        found.roots.push_back(root);
        if (relativeValue(flows, low) > 0.0)
            found.falling.push_back(root);
    };
    for (std::size_t i = 1; i < rates.size(); ++i) {
        if ((values[i - 1] > 0.0 && values[i] <= 0.0) ||
            (values[i - 1] < 0.0 && values[i] >= 0.0)) {
            addCrossing(rates[i - 1], rates[i]);
            continue;
        }
        // Two roots may hide between steps of one sign where the value comes near 0 and turns.
        if (i + 1 == rates.size() || values[i] == 0.0 || (values[i] > 0.0) != (values[i + 1] > 0.0))
            continue;
        const double size = std::abs(values[i]);
        if (size > std::abs(values[i - 1]) || size >= std::abs(values[i + 1]))
            continue;
        const double turn = turningPoint(flows, rates[i - 1], rates[i + 1]);
        const double there = relativeValue(flows, turn);
        if (std::abs(there) < 1e-13) {
            found.roots.push_back(turn);
        } else if ((there > 0.0) != (values[i] > 0.0)) {
            addCrossing(rates[i - 1], turn);
            addCrossing(turn, rates[i + 1]);
        }
    }
    std::sort(found.roots.begin(), found.roots.end());
    return found;
}

Metrics metricsOf(const Project& project, const Economy& economy, const Flows& flows)
{
    const core::Timeline& timeline = project.timeline;
    const double rate = project.discounting.rate;
    Metrics metrics;

    const double npv = presentValue(project, economy, flows.freeCashFlow, rate);
    metrics["npv"] = npv;
    metrics["npv_pre_tax"] = presentValue(project, economy, flows.preTaxCashFlow, rate);
    metrics["npv_equity"] =
        presentValue(project, economy, flows.equityCashFlow, project.discounting.equityRate);

    YearValues real;
    for (const auto& [year, flow] : flows.freeCashFlow)
        real[year] = flow / economy.usdIndex.at(year);
    metrics["irr"] = ratesOfReturn(flows.freeCashFlow).rate();
    metrics["irr_real"] = ratesOfReturn(real).rate();
    metrics["irr_pre_tax"] = ratesOfReturn(flows.preTaxCashFlow).rate();
    metrics["irr_equity"] = ratesOfReturn(flows.equityCashFlow).rate();
    metrics["mirr"] = modifiedRate(project, flows.freeCashFlow);

    addPaybacks(project, economy, flows, metrics);

    const auto yearly = ratio(npv, presentValue(project, economy, flows.capex, rate));
    metrics["profitability_index"] = std::nullopt;
    if (yearly)
        metrics["profitability_index"] = 1.0 + *yearly;

    const int years = timeline.lastYear() - timeline.valuationYear + 1;
    metrics["equivalent_annual_value"] = std::nullopt;
    if (years > 0)
        metrics["equivalent_annual_value"] =
            rate == 0.0 ? npv / years : npv * rate / (1.0 - std::pow(1.0 + rate, -years));

    addUnitCosts(project, economy, flows, metrics);
    addCoverRatios(project, flows, metrics);

    double largest = 0.0;
    for (const auto& [year, kg] : flows.production)
        largest = std::max(largest, kg);
    metrics["share_of_world_production"] =
        ratio(largest / 1000.0, project.market.worldProductionTonnesPerYear);

    addStateTakeShare(project, economy, flows, metrics);
    return metrics;
}

std::optional<double> breakEvenPrice(const Project& project, const Economy& economy, Case which)
{
    const auto npvAt = [&](double price) {
        const Flows flows = flowsOf(project, economy, which, flatPrices(project, economy, price));
        return presentValue(project, economy, flows.freeCashFlow, project.discounting.rate);
    };

    if (npvAt(0.0) >= 0.0)
        return 0.0;
    double low = 0.0;
    double high = 1.0;
    while (npvAt(high) < 0.0) {
        low = high;
        high *= 2.0;
        if (high > 1e15)
            return std::nullopt;
    }
    while (true) {
        const double middle = low + (high - low) / 2.0;
        if (middle <= low || middle >= high)
            return high;
        if (npvAt(middle) < 0.0)
            low = middle;
        else
            high = middle;
    }
}

}
