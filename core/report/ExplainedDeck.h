#pragma once

#include "core/report/ExplainedFigure.h"

#include <optional>
#include <string>
#include <string_view>

// What a price deck that need not be the one in use comes to. Decks are evaluated beside the one in
// use, without rows of their own but the prices.
namespace core {

// The name of the project's "npv" or "cumulative_free_cash_flow" at the prices of a deck.
std::string onDeck(std::string_view figure, const std::string& deckId);

struct DeckFigure {
    std::size_t deck = 0;          // by position in the project
    std::optional<YearSpan> years; // none: the value
};

std::optional<DeckFigure> findDeckFigure(const Evaluation&, std::string_view name);

ExplainedFigure explainDeckFigure(const Evaluation&, const DeckFigure&, std::optional<int> year);

}
