#pragma once

#include "tests/support/StraightFlows.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// Chapter 11 of the model on flows by year: sums written out, roots found by looking everywhere.
namespace support {

// By the name under which results are printed; nothing where there is no such figure.
using Metrics = std::map<std::string, std::optional<double>>;

// The present value on 1 January of the valuation year; flows of earlier years are sunk and left
// out.
double presentValue(
    const core::Project& project, const Economy& economy, const YearValues& flows, double rate);

struct RatesOfReturn {
    std::vector<double> roots; // all from -90 % to +1000 %, ascending
    std::vector<double>
        falling; // those at which the present value falls through 0 as the rate rises

    // The falling root, or a root that is the only one; none when there is none or there are
    // several.
    std::optional<double> rate() const;
};

// For flows of every year without a gap. A root at which the present value touches 0 without
// crossing is a root, and not a falling one.
RatesOfReturn ratesOfReturn(const YearValues& flows);

// The metrics that follow from one case's flows, all but `break_even_price_per_kg`.
Metrics metricsOf(const core::Project& project, const Economy& economy, const Flows& flows);

std::optional<double> breakEvenPrice(
    const core::Project& project, const Economy& economy, Case which);

}
