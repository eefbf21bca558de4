#pragma once

#include "core/engine/Unit.h"

#include <cstddef>
#include <optional>
#include <string_view>

// The figures that a case is judged by. What each one means is written once, as a formula, in
// core/model/Metrics.cpp.
namespace core {

enum class Metric {
    npv,
    npvPreTax,
    npvEquity,
    irr,
    irrReal,
    irrPreTax,
    irrEquity,
    mirr,
    payback,
    paybackFromStart,
    discountedPayback,
    profitabilityIndex,
    equivalentAnnualValue,
    peakFunding,
    levelisedCost,
    cashCost,
    allInSustainingCost,
    minimumDscr,
    averageDscr,
    llcr,
    shareOfWorldProduction,
    stateTakeShare,
    breakEvenPrice,
};

inline constexpr std::size_t metricCount = static_cast<std::size_t>(Metric::breakEvenPrice) + 1;

struct MetricDescription {
    std::string_view name;  // in documents and on the command line
    std::string_view label; // for people
    Unit unit;
    enum class Kind { money, rate, years, pricePerKg, ratio } kind;
};

const MetricDescription& descriptionOf(Metric metric);
std::optional<Metric> findMetric(std::string_view name);

}
