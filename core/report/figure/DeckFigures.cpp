#include "core/report/ExplainedDeck.h"
#include "core/report/NumberFormat.h"
#include "core/report/figure/DeckChoice.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/Figures.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr std::size_t mostBars = 12;

Sentence deckTitle(int paying, int decks, const std::string& weighted)
{
    if (decks == 1 && paying == 1)
        return {"The only price deck creates value; its NPV is %1", {weighted}};
    if (decks == 1)
        return {"The only price deck creates no value; its NPV is %1", {weighted}};
    if (decks == 2 && paying == 2)
        return {"Both price decks create value; the weighted NPV is %1", {weighted}};
    if (decks == 2 && paying == 0)
        return {"Neither price deck creates value; the weighted NPV is %1", {weighted}};
    if (paying == decks)
        return {"All %1 price decks create value; the weighted NPV is %2",
            {numberWord(decks), weighted}};
    if (paying == 0)
        return {"None of %1 price decks creates value; the weighted NPV is %2",
            {numberWord(decks), weighted}};
    if (paying == 1)
        return {"One price deck of %1 creates value; the weighted NPV is %2",
            {numberWord(decks), weighted}};
    return {"%1 price decks of %2 create value; the weighted NPV is %3",
        {capitalised(numberWord(paying)), numberWord(decks), weighted}};
}

}

Figure deckNpvFigure(const Evaluation& evaluation, MoneyView view)
{
    const Project& project = evaluation.project();
    const MoneyConversion money(evaluation, view);
    const double conversion = money.presentValue();
    std::vector<std::size_t> order;
    double largest = 0.0;
    int paying = 0;
    for (std::size_t d = 0; d < evaluation.decks().size(); ++d) {
        order.push_back(d);
        largest = std::max(largest, std::abs(evaluation.decks()[d].npv * conversion));
        paying += evaluation.decks()[d].npv > 0.0 ? 1 : 0;
    }
    if (order.size() > mostBars) {
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return project.priceDecks[a].probability > project.priceDecks[b].probability;
        });
        order.resize(mostBars);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return evaluation.decks()[a].npv > evaluation.decks()[b].npv;
    });
    const MoneyScale scale = moneyScale(largest, view.currency);

    Figure figure;
    figure.id = "deck_npv";
    figure.kind = FigureKind::bars;
    figure.unit = scale.unit;
    figure.source = sourceOf(evaluation);
    figure.subtitle = {"NPV by gallium price deck and its probability, %1 in %2 money",
        {scale.unit, std::to_string(money.yearOfPresentValues())}};
    for (const std::size_t d : order) {
        const PriceDeck& deck = project.priceDecks[d];
        const bool isActive = &deck == &activeDeckOf(project);
        figure.bars.push_back({deck.id, verbatim(shortName(deck.name)), 0.0,
            evaluation.decks()[d].npv * conversion / scale.divisor, {FigureInk::Role::bySign},
            false, isActive, deck.probability,
            isActive ? rowName(evaluation, evaluation.rows().project.npv)
                     : onDeck("npv", deck.id)});
    }
    const double weighted = evaluation.expectedNpv() * conversion / scale.divisor;
    if (order.size() > 1)
        figure.levels.push_back({{"Weighted %1", {signedText(weighted, 1)}}, weighted});
    figure.title =
        deckTitle(paying, static_cast<int>(evaluation.decks().size()), fixedText(weighted, 1));
    return figure;
}

namespace {

// Reads the prices of a product on the decks of a project.
class DeckPriceReader {
public:
    DeckPriceReader(const Evaluation& evaluation, const Product& product, Terms terms)
        : m_evaluation(evaluation)
        , m_product(product)
        , m_terms(terms)
    {
    }

    std::string rowOf(const PriceDeck& deck) const
    {
        return "deck_prices." + deck.id + "." + m_product.id;
    }

    double priceOn(const PriceDeck& deck, int year) const
    {
        const Project& project = m_evaluation.project();
        const int row = *m_evaluation.model().sheet().findRow(rowOf(deck));
        const double price =
            m_evaluation.model().program().figure(m_evaluation.values(), row, year);
        if (deck.terms == m_terms)
            return price;
        const double level = usdPriceLevel(project, year);
        return m_terms == Terms::real ? price / level : price * level;
    }

private:
    const Evaluation& m_evaluation;
    const Product& m_product;
    Terms m_terms;
};

bool hasPrice(const DeckPriceReader& reader, const Project& project, int firstYear)
{
    for (const PriceDeck& deck : project.priceDecks)
        for (int year = firstYear; year <= project.timeline.lastOperatingYear(); ++year)
            if (reader.priceOn(deck, year) != 0.0)
                return true;
    return false;
}

// `lastPrices` are those of all decks, also of those that are not drawn.
Sentence priceTitle(const Figure& figure, const std::vector<double>& lastPrices,
    const std::optional<double>& breakEven)
{
    const int decks = static_cast<int>(lastPrices.size());
    int below = 0;
    for (const double price : lastPrices)
        below += breakEven && price < *breakEven ? 1 : 0;
    const FigureSeries* active = nullptr;
    for (const FigureSeries& series : figure.series)
        if (series.look == FigureSeries::Look::line && series.isActive)
            active = &series;
    if (!active)
        return {"No price deck is shown"};
    const std::string name = english(active->label);
    const std::string price = fixedText(active->points.back().value, 0);
    if (!breakEven)
        return firstThatFits({{"%1 ends at %2 USD/kg; no price breaks even", {name, price}},
            {"No price is high enough for the project to break even"}});
    if (*breakEven <= 0.0)
        return {"The project breaks even at every price"};
    if (decks == 2 && below == 0)
        return {"Both decks end above the break-even price"};
    if (decks == 2 && below == 2)
        return {"Both decks end below the break-even price"};
    if (decks > 1 && below == 0)
        return {"All %1 decks end above the break-even price", {numberWord(decks)}};
    if (decks > 1 && below == decks)
        return {"All %1 decks end below the break-even price", {numberWord(decks)}};
    const double distance = active->points.back().value / *breakEven - 1.0;
    const std::string percent = fixedText(std::abs(distance) * 100.0, 0);
    if (decks == 1)
        return distance >= 0.0
                   ? firstThatFits({{"%1 ends %2\u00A0% above break-even", {name, percent}},
                         {"The deck ends %2\u00A0% above break-even", {name, percent}}})
                   : firstThatFits({{"%1 ends %2\u00A0% below break-even", {name, percent}},
                         {"The deck ends %2\u00A0% below break-even", {name, percent}}});
    const std::vector<std::string> arguments {
        name, percent, numberWord(below), numberWord(decks), numberWord(decks - below)};
    if (distance >= 0.0)
        return firstThatFits(
            {{"%1 ends %2\u00A0% above break-even; %3 decks of %4 end below it", arguments},
                {"%1 ends above break-even; %3 decks of %4 end below it", arguments},
                {"The active deck ends above break-even; %3 of %4 end below it", arguments}});
    return firstThatFits(
        {{"%1 ends %2\u00A0% below break-even; %5 decks of %4 end above it", arguments},
            {"%1 ends below break-even; %5 decks of %4 end above it", arguments},
            {"The active deck ends below break-even; %5 of %4 end above it", arguments}});
}

}

Figure priceDecksFigure(const Evaluation& evaluation, std::size_t product, Terms terms)
{
    const Project& project = evaluation.project();
    const Product& metal = project.products[product];
    const int lastYear = project.timeline.lastOperatingYear();
    const bool isReal = terms == Terms::real;
    Figure figure;
    figure.id = "price_decks." + metal.id;
    figure.kind = FigureKind::lines;
    figure.unit = "USD/kg";
    figure.decimals = 0;
    figure.source = sourceOf(evaluation);

    FigureSeries actuals {"actuals", {"Actual"}, {FigureInk::Role::total},
        FigureSeries::Look::actuals, false, {}, {}};
    std::string actualsSource;
    for (const PriceHistory& history : project.priceHistory) {
        if (history.product != metal.id)
            continue;
        actualsSource = history.source.substr(0, history.source.find(','));
        for (const auto& [year, price] : history.prices)
            actuals.points.push_back(
                {static_cast<double>(year), isReal ? price / usdPriceLevel(project, year) : price});
    }
    int firstYear = project.timeline.startOfOperations;
    if (!actuals.points.empty()) {
        const int lastActual = static_cast<int>(actuals.points.back().x);
        firstYear = std::min(std::max(firstYear, lastActual + 1), lastYear);
        figure.divide = {lastActual + 0.5, {"Actual"}, {"Forecast"}};
    }

    const std::string inTerms =
        isReal ? "real " + std::to_string(project.timeline.baseYear) : "nominal";
    const std::string name = shortName(metal.name);
    figure.subtitle = actuals.points.empty()
                          ? Sentence {"%1, USD/kg, %2", {name, inTerms}}
                          : Sentence {"%1, USD/kg, %2, before discounts. Actuals: %3",
                                {name, inTerms, actualsSource}};
    const DeckPriceReader reader(evaluation, metal, terms);
    if (actuals.points.empty() && !hasPrice(reader, project, firstYear)) {
        figure.title = {"No price is entered yet"};
        return figure;
    }
    for (const ShownDeck& shown : shownDecks(project)) {
        const PriceDeck& deck = project.priceDecks[shown.position];
        FigureSeries line {deck.id, verbatim(shortName(deck.name)),
            {FigureInk::Role::series, shown.ink}, FigureSeries::Look::line, shown.isActive, {},
            reader.rowOf(deck)};
        if (!actuals.points.empty() && actuals.points.back().x < firstYear)
            line.points.push_back(actuals.points.back());
        for (int year = firstYear; year <= lastYear; ++year)
            line.points.push_back({static_cast<double>(year), reader.priceOn(deck, year)});
        figure.series.push_back(std::move(line));
    }

    std::optional<double> lastBreakEven;
    if (const auto breakEven = evaluation.metrics(PlantCase::project)[Metric::breakEvenPrice]) {
        const int valuationYear = project.timeline.valuationYear;
        const double inBaseMoney = *breakEven / usdPriceLevel(project, valuationYear);
        FigureSeries line {"break_even",
            {"Break-even %1 in %2 money",
                {fixedText(*breakEven, 0), std::to_string(valuationYear)}},
            {FigureInk::Role::total}, FigureSeries::Look::threshold, false, {},
            "project." + std::string(descriptionOf(Metric::breakEvenPrice).name)};
        for (int year = firstYear; year <= lastYear; ++year)
            line.points.push_back({static_cast<double>(year),
                isReal ? inBaseMoney : inBaseMoney * usdPriceLevel(project, year)});
        lastBreakEven = line.points.back().value;
        figure.series.push_back(std::move(line));
    }
    if (!actuals.points.empty())
        figure.series.push_back(std::move(actuals));
    std::vector<double> lastPrices;
    for (const PriceDeck& deck : project.priceDecks)
        lastPrices.push_back(reader.priceOn(deck, lastYear));
    figure.title = priceTitle(figure, lastPrices, lastBreakEven);
    return figure;
}

}
