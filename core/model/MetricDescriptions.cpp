#include "core/model/Metrics.h"

#include <array>

namespace core {

namespace {

using Kind = MetricDescription::Kind;

const Unit usd(Unit::usd);
const Unit year(Unit::year);
const Unit usdPerKg = Unit(Unit::usd) / Unit(Unit::kilogram);

// In the order of the enumeration.
const std::array<MetricDescription, metricCount> descriptions {{
    {"npv", "Net present value", usd, Kind::money},
    {"npv_pre_tax", "Net present value before tax", usd, Kind::money},
    {"npv_equity", "Net present value of equity", usd, Kind::money},
    {"irr", "Internal rate of return", {}, Kind::rate},
    {"irr_real", "Internal rate of return, real", {}, Kind::rate},
    {"irr_pre_tax", "Internal rate of return before tax", {}, Kind::rate},
    {"irr_equity", "Internal rate of return of equity", {}, Kind::rate},
    {"mirr", "Modified internal rate of return", {}, Kind::rate},
    {"payback_years", "Payback", year, Kind::years},
    {"payback_from_start_of_operations", "Payback from the start of operations", year, Kind::years},
    {"discounted_payback_years", "Discounted payback", year, Kind::years},
    {"profitability_index", "Profitability index", {}, Kind::ratio},
    {"equivalent_annual_value", "Equivalent annual value", usd, Kind::money},
    {"peak_funding", "Peak funding", usd, Kind::money},
    {"levelised_cost_per_kg", "Levelised cost", usdPerKg, Kind::pricePerKg},
    {"cash_cost_per_kg", "Cash cost", usdPerKg, Kind::pricePerKg},
    {"all_in_sustaining_cost_per_kg", "All-in sustaining cost", usdPerKg, Kind::pricePerKg},
    {"min_dscr", "Minimum debt service cover ratio", {}, Kind::ratio},
    {"average_dscr", "Average debt service cover ratio", {}, Kind::ratio},
    {"llcr", "Loan life cover ratio", {}, Kind::ratio},
    {"share_of_world_production", "Share of world production", {}, Kind::rate},
    {"state_take_share", "State take", {}, Kind::rate},
    {"break_even_price_per_kg", "Break-even price", usdPerKg, Kind::pricePerKg},
}};

}

const MetricDescription& descriptionOf(Metric metric)
{
    return descriptions[static_cast<std::size_t>(metric)];
}

std::optional<Metric> findMetric(std::string_view name)
{
    for (std::size_t i = 0; i < metricCount; ++i)
        if (descriptions[i].name == name)
            return static_cast<Metric>(i);
    return std::nullopt;
}

}
