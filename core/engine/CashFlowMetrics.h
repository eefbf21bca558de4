#pragma once

#include "core/engine/RateOfReturn.h"

#include <cstddef>
#include <optional>
#include <span>

// The figures by which a yearly cash flow is judged, as plain functions of the flows. Flows are in
// any money, inflows positive; rates are fractions per year and above -1; entry t belongs to year
// t.
//
// Where a figure does not exist, or is too large for a double, there is none; nothing here gives an
// infinity or NaN. Flows that are not finite, or a rate of -1 and below, give none everywhere.
// Without flows a present value is 0 and every other figure none; with one flow there is a present
// value, a peak funding and an equivalent annual value, and no payback, as nothing can come back,
// and no modified rate of return, as no time passes.
namespace core {

// When in its year a flow counts as paid, in the sense of discounting.
enum class FlowTiming { startOfYear, midYear, endOfYear };

// Years from the start of the first year to its flow: 0, 0.5 or 1.
double firstExponentOf(FlowTiming timing);

// sum flows[t]·(1+rate)^-(t+firstExponent). A negative exponent compounds: with minus the number of
// the last year it is the value at the end.
std::optional<double> presentValue(
    std::span<const double> flows, double rate, double firstExponent = 0.0);

// (future value of the inflows at the reinvestment rate / present value of the outflows at the
// finance rate)^(1/n) - 1, with n the years from the first flow to the last. None unless there are
// both inflows and outflows.
std::optional<double> modifiedRateOfReturn(
    std::span<const double> flows, double financeRate, double reinvestmentRate);

// Years from the start of the first year until the cumulative flow, having been below 0, first is 0
// or more again; flows are spread evenly over their year. None if it never was below 0 or does not
// come back. An outlay that textbooks put at a point in time takes the first year here: their
// figure is one less.
std::optional<double> paybackYears(std::span<const double> flows);

// The year in which the cumulative flow comes back, counted from 0, and what it was before that
// year.
struct PaybackCrossing {
    std::size_t year = 0;
    double before = 0.0;
};
std::optional<PaybackCrossing> paybackCrossing(std::span<const double> flows);

// The same with flows discounted at the rate.
std::optional<double> discountedPaybackYears(std::span<const double> flows, double rate);

// 1 + npv / pvOfOutlays, outlays counted positive; none unless they are above 0.
std::optional<double> profitabilityIndex(double npv, double pvOfOutlays);

// The level amount at the end of each of so many years that is worth `npv` today:
// npv·rate / (1 - (1+rate)^-years), npv / years at rate 0; none without years.
std::optional<double> equivalentAnnualValue(double npv, double rate, int years);

// The largest sum that must be advanced: minus the lowest cumulative flow at a year's end. It is
// negative when the flows never need money.
std::optional<double> peakFunding(std::span<const double> flows);

struct FlowMetricsOptions {
    double rate = 0.1;
    FlowTiming timing = FlowTiming::startOfYear;
    double financeRate = 0.1;      // for the modified rate of return
    double reinvestmentRate = 0.1; // likewise
};

// All figures of bare flows, of which nothing is known but the amounts: the capital of the
// profitability index is the first flow's outlay (none if it is no outlay), and the equivalent
// annual value is over as many years as there are flows.
struct FlowMetrics {
    std::optional<double> netPresentValue;
    RateOfReturn rateOfReturn;
    std::optional<double> modifiedRateOfReturn;
    std::optional<double> paybackYears;
    std::optional<double> discountedPaybackYears;
    std::optional<double> profitabilityIndex;
    std::optional<double> equivalentAnnualValue;

    bool operator==(const FlowMetrics&) const = default;
};

FlowMetrics flowMetrics(std::span<const double> flows, const FlowMetricsOptions& options = {});

}
