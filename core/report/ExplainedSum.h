#pragma once

#include "core/report/ExplainedFigure.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// What inputs come to together, as tables show it below them. No rows of the model.
namespace core {

struct InputSum {
    enum class Kind {
        weightedPrice, // over the price decks, by year
        deckProbabilities,
        scenarioProbabilities,
        productShares, // by year
        ownerShares,
        phasingLeft, // of 100 %
    };
    Kind kind = Kind::weightedPrice;
    std::size_t element = 0;            // the product or item, by position in the project
    std::optional<YearSpan> years = {}; // none: a single number
};

std::optional<InputSum> findInputSum(const Evaluation&, std::string_view name);

// A weighted price is in the terms of the price deck in use.
ExplainedFigure explainInputSum(const Evaluation&, const InputSum&, std::optional<int> year);

// Their names.
inline constexpr std::string_view sumOfDeckProbabilities = "sum_of.price_decks.probability";
inline constexpr std::string_view sumOfScenarioProbabilities = "sum_of.scenarios.probability";
inline constexpr std::string_view sumOfProductShares = "sum_of.products.share";
inline constexpr std::string_view sumOfOwnerShares = "sum_of.shareholders.share";
std::string weightedPriceOf(const std::string& product);
std::string phasingLeftOf(const std::string& item);

}
