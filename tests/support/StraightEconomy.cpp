#include "tests/support/StraightEconomy.h"

#include <algorithm>
#include <variant>

namespace support {

using core::Project;

namespace {

// Chapter 2: index(base) = 1, index(y) = index(y-1) * (1 + inflation(y)), in both directions.
YearValues priceIndex(const core::Series& inflation, int baseYear, int firstYear, int lastYear)
{
    YearValues index;
    index[baseYear] = 1.0;
    for (int year = baseYear + 1; year <= lastYear; ++year)
        index[year] = index[year - 1] * (1.0 + inflation.at(year));
    for (int year = baseYear - 1; year >= firstYear; --year)
        index[year] = index[year + 1] / (1.0 + inflation.at(year + 1));
    return index;
}

// A product's price in the terms of its deck. A premium leads to another product's price; a valid
// deck has no circles.
double statedPrice(const core::PriceDeck& deck, const std::string& product, int year)
{
    const core::DeckPrice& price = deck.prices.at(product);
    if (const auto* premium = std::get_if<core::PremiumPrice>(&price))
        return statedPrice(deck, premium->premiumOver, year) + premium->amount.at(year);
    return std::get<core::Series>(price).at(year);
}

}

Economy economyOf(const Project& project)
{
    const core::Timeline& timeline = project.timeline;
    const int earliest = std::min({timeline.firstYear, timeline.baseYear, timeline.valuationYear});
    const int latest = std::max({timeline.lastYear(), timeline.baseYear, timeline.valuationYear});

    Economy economy;
    for (int year = timeline.firstYear; year <= timeline.lastYear(); ++year)
        economy.years.push_back(year);
    economy.usdIndex = priceIndex(project.macro.usdInflation, timeline.baseYear, earliest, latest);
    economy.kztIndex = priceIndex(project.macro.kztInflation, timeline.baseYear, earliest, latest);

    const core::ExchangeRate& exchange = project.macro.exchangeRate;
    for (int year : economy.years) {
        double rate = exchange.kztPerUsd;
        if (exchange.mode == core::ExchangeRateMode::purchasingPowerParity)
            rate *= economy.kztIndex[year] / economy.usdIndex[year];
        if (exchange.mode == core::ExchangeRateMode::path)
            rate = exchange.path->at(year);
        economy.kztPerUsd[year] = rate * project.levers.fx;
    }
    return economy;
}

ValuesById deckPrices(const Project& project, const Economy& economy, const core::PriceDeck& deck)
{
    const double oecd = project.market.oecdShare;
    const double premium = 1.0 + oecd * deck.oecdPremium + (1.0 - oecd) * deck.otherPremium;
    ValuesById prices;
    for (const core::Product& product : project.products) {
        for (int year : economy.years) {
            double price = statedPrice(deck, product.id, year) * project.levers.price * premium;
            if (deck.terms == core::Terms::real)
                price *= economy.usdIndex.at(year);
            prices[product.id][year] = price;
        }
    }
    return prices;
}

ValuesById flatPrices(const Project& project, const Economy& economy, double pricePerKg)
{
    const double indexAtValuation = economy.usdIndex.at(project.timeline.valuationYear);
    ValuesById prices;
    for (const core::Product& product : project.products) {
        for (int year : economy.years)
            prices[product.id][year] = pricePerKg * economy.usdIndex.at(year) / indexAtValuation;
    }
    return prices;
}

double inUsd(
    const Economy& economy, double amount, core::Currency currency, core::Terms terms, int year)
{
    const bool isKzt = currency == core::Currency::kzt;
    if (terms == core::Terms::real)
        amount *= isKzt ? economy.kztIndex.at(year) : economy.usdIndex.at(year);
    if (isKzt)
        amount /= economy.kztPerUsd.at(year);
    return amount;
}

}
