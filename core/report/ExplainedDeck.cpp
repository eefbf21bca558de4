#include "core/report/ExplainedDeck.h"

#include <array>

namespace core {

namespace {

constexpr std::string_view valueName = "npv";
constexpr std::string_view cumulativeName = "cumulative_free_cash_flow";

}

std::string onDeck(std::string_view figure, const std::string& deckId)
{
    return std::string(figure) + ".deck." + deckId;
}

std::optional<DeckFigure> findDeckFigure(const Evaluation& evaluation, std::string_view name)
{
    const std::vector<PriceDeck>& decks = evaluation.project().priceDecks;
    for (std::size_t d = 0; d < decks.size(); ++d) {
        if (name == onDeck(valueName, decks[d].id))
            return DeckFigure {d, std::nullopt};
        if (name == onDeck(cumulativeName, decks[d].id))
            return DeckFigure {d, evaluation.years()};
    }
    return std::nullopt;
}

ExplainedFigure explainDeckFigure(
    const Evaluation& evaluation, const DeckFigure& asked, std::optional<int> year)
{
    const Project& project = evaluation.project();
    const Sheet& sheet = evaluation.model().sheet();
    const PriceDeck& deck = project.priceDecks[asked.deck];
    const DeckResult& result = evaluation.decks()[asked.deck];
    const YearSpan years = evaluation.years();
    ExplainedFigure figure;
    figure.chapter = "Metrics";
    figure.inWords = "as on the price deck in use, at the prices of " + deck.name;
    figure.remark = "Put this price deck into use to follow how the figure comes about.";
    if (asked.years) {
        figure.figure = {ResultCase::project, onDeck(cumulativeName, deck.id), year};
        figure.title = "Cumulative free cash flow, " + deck.name;
        figure.quantity = {Quantity::Kind::cumulative, "USD"};
        for (std::size_t y = 0; y < result.cumulativeFreeCashFlow.size(); ++y)
            figure.years.push_back(
                {years.first + static_cast<int>(y), result.cumulativeFreeCashFlow[y]});
        figure.value = figure.years[static_cast<std::size_t>(*year - years.first)].value;
    } else {
        figure.figure = {ResultCase::project, onDeck(valueName, deck.id)};
        figure.title = "Net present value, " + deck.name;
        figure.quantity = {Quantity::Kind::presentValue, "USD"};
        figure.value = result.npv;
    }
    for (const Product& product : project.products) {
        const std::string name = "realised_prices." + deck.id + "." + product.id;
        const Row price(nullptr, *sheet.findRow(name));
        ExplainedPart part;
        part.label = sheet.row(price).title.label;
        part.quantity = quantityOf(evaluation, price);
        part.figure = {ResultCase::project, name};
        for (int y = years.first; y <= years.last; ++y)
            part.years.push_back({y, evaluation.figure(price, y)});
        figure.parts.push_back(std::move(part));
    }
    return figure;
}

}
