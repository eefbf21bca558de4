#include "tests/support/MarketGenerator.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace support {

using core::Project;

namespace {

core::Market drawDestinations(Draw& draw, const Scale& scale)
{
    core::Market market;
    market.oecdShare = draw.chance(0.2) ? 1.0 : draw.rate(0.0, 1.0);
    market.freightOecdPerKg = std::floor(scale.pricePerKg * draw.between(0.0, 0.03));
    market.freightOtherPerKg = std::floor(scale.pricePerKg * draw.between(0.0, 0.03));
    market.worldProductionTonnesPerYear = draw.whole(200, 1000);
    return market;
}

// The shares of all products change in the same years, so that they sum to 1 between them too.
void drawProducts(Draw& draw, const Scale& scale, Project& project)
{
    const int count = draw.whole(1, 4);
    for (int i = 1; i <= count; ++i) {
        core::Product product;
        product.id = "product" + std::to_string(i);
        product.name = "Product " + std::to_string(i);
        product.payable = draw.chance(0.4) ? 1.0 : draw.rate(0.8, 1.0);
        product.sellingCostPerKg = std::floor(scale.pricePerKg * draw.between(0.0, 0.08));
        project.products.push_back(product);
    }

    const core::Timeline& timeline = project.timeline;
    std::vector<core::Series::Points> points(project.products.size());
    const int changes = draw.whole(1, 3);
    for (int year : draw.years(timeline.firstYear - 1, timeline.lastYear() + 1, changes)) {
        const std::vector<double> shares = draw.shares(count);
        for (std::size_t i = 0; i < shares.size(); ++i)
            points[i][year] = shares[i];
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool isOneNumber = points[i].size() == 1;
        project.products[i].share =
            isOneNumber ? core::Series(points[i].begin()->second) : core::Series(points[i]);
    }
}

core::Series drawPrices(Draw& draw, const core::Timeline& timeline, double low, double high)
{
    if (draw.chance(0.2))
        return std::floor(draw.between(low, high));
    core::Series::Points points;
    const int count = draw.whole(1, 12);
    for (int year : draw.years(timeline.firstYear - 3, timeline.lastYear() + 3, count))
        points[year] = std::floor(draw.between(low, high));
    return points;
}

// Premiums lead to the product before, in an order of the deck's own: chains, and no circles.
core::PriceDeck drawDeck(Draw& draw, const Scale& scale, const Project& project)
{
    core::PriceDeck deck;
    deck.terms = draw.chance(0.5) ? core::Terms::real : core::Terms::nominal;
    deck.oecdPremium = draw.chance(0.3) ? 0.0 : draw.rate(-0.1, 0.1);
    deck.otherPremium = draw.chance(0.3) ? 0.0 : draw.rate(-0.6, 0.2);

    std::vector<std::string> order;
    for (const core::Product& product : project.products)
        order.push_back(product.id);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(
            order[i - 1], order[static_cast<std::size_t>(draw.whole(0, static_cast<int>(i) - 1))]);

    const double level = scale.pricePerKg * draw.between(0.7, 1.3);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && draw.chance(0.6))
            deck.prices[order[i]] = core::PremiumPrice {
                order[i - 1], drawPrices(draw, project.timeline, -0.1 * level, 0.4 * level)};
        else
            deck.prices[order[i]] = drawPrices(draw, project.timeline, 0.7 * level, 1.4 * level);
    }
    return deck;
}

void drawDecks(Draw& draw, const Scale& scale, Project& project)
{
    const int count = draw.whole(1, 4);
    const std::vector<double> probabilities = draw.shares(count);
    for (int i = 0; i < count; ++i) {
        core::PriceDeck deck = drawDeck(draw, scale, project);
        deck.id = "deck" + std::to_string(i + 1);
        deck.name = "Deck " + std::to_string(i + 1);
        deck.probability = probabilities[static_cast<std::size_t>(i)];
        project.priceDecks.push_back(deck);
    }
    project.activeDeck = "deck" + std::to_string(draw.whole(1, count));
}

}

void drawMarket(Draw& draw, const Scale& scale, Project& project)
{
    project.market = drawDestinations(draw, scale);
    drawProducts(draw, scale, project);
    drawDecks(draw, scale, project);
}

}
