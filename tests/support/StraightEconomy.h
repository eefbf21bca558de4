#pragma once

#include "core/project/Project.h"

#include <map>
#include <string>
#include <vector>

// Years, price indices, the exchange rate and gallium prices of a project, by year (chapters 1, 2
// and the prices of chapter 4 of the model). Money is in nominal USD, mass in kg. The project must
// be valid.
namespace support {

using YearValues = std::map<int, double>;
using ValuesById = std::map<std::string, YearValues>;

// Indices are 1 in the base year and reach from the earliest to the latest of the timeline, the
// base year and the valuation year; the exchange rate has the years of the timeline.
struct Economy {
    std::vector<int> years;
    YearValues usdIndex;
    YearValues kztIndex;
    YearValues kztPerUsd; // with the lever
};

Economy economyOf(const core::Project& project);

// An amount of base-year prices (real) or of the year itself (nominal), in USD of that year.
double inUsd(
    const Economy& economy, double amount, core::Currency currency, core::Terms terms, int year);

// A price is what is received on average, with premiums and the price lever.
ValuesById deckPrices(
    const core::Project& project, const Economy& economy, const core::PriceDeck& deck);

// The same price for every product and market, given in money of the valuation year.
ValuesById flatPrices(const core::Project& project, const Economy& economy, double pricePerKg);

}
