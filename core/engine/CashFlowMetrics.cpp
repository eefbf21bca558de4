#include "core/engine/CashFlowMetrics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace core {

namespace {

std::optional<double> ifFinite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool isFinite(std::span<const double> flows)
{
    return std::all_of(flows.begin(), flows.end(), [](double flow) { return std::isfinite(flow); });
}

// The sum at the first flow's time, by Horner's scheme.
double valueAtFirst(std::span<const double> flows, double rate)
{
    double value = 0.0;
    for (std::size_t t = flows.size(); t-- > 0;)
        value = value / (1.0 + rate) + flows[t];
    return value;
}

}

double firstExponentOf(FlowTiming timing)
{
    switch (timing) {
    case FlowTiming::startOfYear:
        return 0.0;
    case FlowTiming::midYear:
        return 0.5;
    case FlowTiming::endOfYear:
        break;
    }
    return 1.0;
}

std::optional<double> presentValue(std::span<const double> flows, double rate, double firstExponent)
{
    if (!(rate > -1.0))
        return std::nullopt;
    return ifFinite(valueAtFirst(flows, rate) * std::pow(1.0 + rate, -firstExponent));
}

std::optional<double> modifiedRateOfReturn(
    std::span<const double> flows, double financeRate, double reinvestmentRate)
{
    if (flows.size() < 2 || !isFinite(flows))
        return std::nullopt;
    if (!(financeRate > -1.0) || !(reinvestmentRate > -1.0))
        return std::nullopt;
    // Both sums are taken at the first flow's time; carrying the inflows on to the last year is a
    // factor that leaves the root as 1 + reinvestmentRate, so that long flows do not overflow.
    double inflows = 0.0;
    double outflows = 0.0;
    for (std::size_t t = flows.size(); t-- > 0;) {
        inflows = inflows / (1.0 + reinvestmentRate) + std::max(flows[t], 0.0);
        outflows = outflows / (1.0 + financeRate) + std::max(-flows[t], 0.0);
    }
    if (!(inflows > 0.0) || !(outflows > 0.0))
        return std::nullopt;
    const double years = static_cast<double>(flows.size() - 1);
    return ifFinite(std::pow(inflows / outflows, 1.0 / years) * (1.0 + reinvestmentRate) - 1.0);
}

std::optional<double> paybackYears(std::span<const double> flows)
{
    const std::optional<PaybackCrossing> crossing = paybackCrossing(flows);
    if (!crossing)
        return std::nullopt;
    return static_cast<double>(crossing->year) +
           std::min(-crossing->before / flows[crossing->year], 1.0);
}

std::optional<PaybackCrossing> paybackCrossing(std::span<const double> flows)
{
    // A sum that is 0 on paper may miss it by the rounding of its terms.
    constexpr double rounding = 4 * std::numeric_limits<double>::epsilon();
    if (!isFinite(flows))
        return std::nullopt;
    double cumulative = 0.0;
    double turnover = 0.0;
    bool wasBelow = false;
    for (std::size_t t = 0; t < flows.size(); ++t) {
        const double before = cumulative;
        cumulative += flows[t];
        turnover += std::abs(flows[t]);
        const bool isBelow = cumulative < -rounding * turnover;
        if (wasBelow && !isBelow)
            return PaybackCrossing {t, before};
        wasBelow = isBelow;
    }
    return std::nullopt;
}

std::optional<double> discountedPaybackYears(std::span<const double> flows, double rate)
{
    if (!(rate > -1.0))
        return std::nullopt;
    // Only ratios matter: the flow with the largest factor keeps its amount.
    std::vector<double> discounted(flows.begin(), flows.end());
    const std::size_t undiscounted = rate < 0.0 && !flows.empty() ? flows.size() - 1 : 0;
    for (std::size_t t = 0; t < discounted.size(); ++t)
        discounted[t] *=
            std::pow(1.0 + rate, static_cast<double>(undiscounted) - static_cast<double>(t));
    return paybackYears(discounted);
}

std::optional<double> profitabilityIndex(double npv, double pvOfOutlays)
{
    if (!(pvOfOutlays > 0.0))
        return std::nullopt;
    return ifFinite(1.0 + npv / pvOfOutlays);
}

std::optional<double> equivalentAnnualValue(double npv, double rate, int years)
{
    if (years <= 0 || !(rate > -1.0))
        return std::nullopt;
    if (rate == 0.0)
        return ifFinite(npv / years);
    // 1 - (1+rate)^-years, without cancellation at small rates.
    const double annuity = -std::expm1(-years * std::log1p(rate)) / rate;
    return ifFinite(npv / annuity);
}

std::optional<double> peakFunding(std::span<const double> flows)
{
    if (flows.empty())
        return std::nullopt;
    double cumulative = 0.0;
    double lowest = std::numeric_limits<double>::infinity();
    for (const double flow : flows) {
        cumulative += flow;
        if (!std::isfinite(cumulative))
            return std::nullopt;
        lowest = std::min(lowest, cumulative);
    }
    return 0.0 - lowest; // and not -0 for 0
}

FlowMetrics flowMetrics(std::span<const double> flows, const FlowMetricsOptions& options)
{
    FlowMetrics metrics;
    const double firstExponent = firstExponentOf(options.timing);
    metrics.netPresentValue = presentValue(flows, options.rate, firstExponent);
    metrics.rateOfReturn = rateOfReturn(flows);
    metrics.modifiedRateOfReturn =
        modifiedRateOfReturn(flows, options.financeRate, options.reinvestmentRate);
    metrics.paybackYears = paybackYears(flows);
    metrics.discountedPaybackYears = discountedPaybackYears(flows, options.rate);
    if (!metrics.netPresentValue || flows.empty())
        return metrics;
    const double npv = *metrics.netPresentValue;
    if (const auto first = presentValue(flows.first(1), options.rate, firstExponent))
        metrics.profitabilityIndex = profitabilityIndex(npv, -*first);
    metrics.equivalentAnnualValue =
        equivalentAnnualValue(npv, options.rate, static_cast<int>(flows.size()));
    return metrics;
}

}
