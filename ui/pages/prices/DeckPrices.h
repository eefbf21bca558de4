#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <string>
#include <vector>

// What the price decks of a project come to together.
namespace ui {

// The years that prices are shown for: those of operation, and further ones of the timeline as far
// as a deck states a price there.
std::vector<int> priceYears(const core::Project& project);

// Decks may be nominal and real side by side. What is put together from several is in the terms of
// the active one.
core::Terms termsOfPrices(const core::Project& project);
bool haveMixedTerms(const core::Project& project);

double inOtherTerms(
    const core::Project& project, double price, int year, core::Terms from, core::Terms to);

double sumOfWeights(const core::Project& project);
bool weightsAddUp(const core::Project& project);

// With the same proportions; equal where all were 0.
core::Project withWeightsScaled(core::Project project);

// Over all decks, by year, in termsOfPrices(). Empty while the weights do not add up or a deck has
// no price.
std::vector<double> weightedPrices(
    const core::Project& project, const std::string& product, const std::vector<int>& years);

// All prices of a deck times a factor, premiums included. Refused when one would leave its range.
core::Result<core::Project> withPricesScaled(
    core::Project project, const std::string& deck, double factor);

// The part of a deck's price that is left after its discounts, in the mix of markets.
double marketFactor(const core::Project& project, const core::PriceDeck& deck);

}
