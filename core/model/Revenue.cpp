#include "core/model/ModelBuilder.h"

// Chapter 4, second part: sales, prices by deck, revenue, selling costs and royalty.
namespace core {

namespace {

const Unit usd(Unit::usd);
const Unit kilogram(Unit::kilogram);
const Unit usdPerKg = Unit(Unit::usd) / Unit(Unit::kilogram);

}

// The deck's prices in its own terms, by product. All are declared first: a premium price may be
// over any other product's.
std::vector<Row> ModelBuilder::buildDeckPrices(const PriceDeck& deck)
{
    const std::vector<Product>& products = m_project.products;
    std::vector<Row> rows;
    for (const Product& product : products)
        rows.push_back(m_sheet.declareRow({"deck_prices." + deck.id + "." + product.id,
            "Price of " + product.name + " on " + deck.name, usdPerKg}));
    for (std::size_t p = 0; p < products.size(); ++p) {
        const DeckPrice& price = deck.prices.at(products[p].id);
        if (const auto* series = std::get_if<Series>(&price)) {
            m_sheet.define(rows[p], in(*series));
            continue;
        }
        const auto& premium = std::get<PremiumPrice>(price);
        for (std::size_t base = 0; base < products.size(); ++base)
            if (products[base].id == premium.premiumOver)
                m_sheet.define(rows[p], rows[base] + in(premium.amount));
    }
    return rows;
}

void ModelBuilder::buildRevenue()
{
    m_sheet.beginChapter("Revenue");
    RevenueRows& rows = m_rows.revenue;
    const Market& market = m_project.market;
    const Expression oecdShare = in(market.oecdShare);
    const std::size_t products = m_project.products.size();

    // By product, the realised price on each deck; the active one is chosen among them.
    std::vector<std::vector<Expression>> realised(products);
    for (const PriceDeck& deck : m_project.priceDecks) {
        const std::vector<Row> prices = buildDeckPrices(deck);
        const Row discounts =
            row("market_factor." + deck.id, "OECD and other discounts on " + deck.name, Unit(),
                1.0 + oecdShare * in(deck.oecdPremium) + (1.0 - oecdShare) * in(deck.otherPremium));
        for (std::size_t p = 0; p < products; ++p) {
            const Product& product = m_project.products[p];
            Expression price = prices[p] * in(m_project.levers.price);
            if (deck.terms == Terms::real)
                price = price * m_rows.macro.usdIndex;
            realised[p].push_back(row("realised_prices." + deck.id + "." + product.id,
                "Realised price of " + product.name + " on " + deck.name, usdPerKg,
                price * discounts));
        }
    }

    // One more alternative behind the decks: a flat price, real in money of the valuation year, by
    // which the break-even price is found.
    m_flatPriceInput = static_cast<int>(m_sheet.inputs().size());
    const Expression flatInput = m_sheet.addInput("flat_price", "Flat price", usdPerKg);
    const Row flatPrice = row(
        "flat_price", "Flat price, real", usdPerKg, flatInput * m_rows.macro.indexFromValuation);
    m_activeDeckInput = static_cast<int>(m_sheet.inputs().size());
    const Expression activeDeck = m_sheet.addInput("active_deck", "Active price deck", Unit());

    // Simulations move the prices of all products by year.
    m_priceFactorInput = static_cast<int>(m_sheet.inputs().size());
    const Expression priceFactor =
        m_sheet.addNeutralFactor("price_factor", "Simulated price factor");

    std::vector<Row> sellingCosts;
    std::vector<Row> paidSales;
    for (std::size_t p = 0; p < products; ++p) {
        const Product& product = m_project.products[p];
        realised[p].push_back(flatPrice);
        rows.price.push_back(row("price." + product.id, "Price of " + product.name, usdPerKg,
            choose(activeDeck, realised[p]) * priceFactor));
        rows.sales.push_back(row("sales." + product.id, "Sales of " + product.name, kilogram,
            rows.production * in(product.share)));
        paidSales.push_back(row("paid_sales." + product.id, "Paid sales of " + product.name,
            kilogram, rows.sales[p] * in(product.payable)));
        rows.productRevenue.push_back(row("revenue." + product.id, "Revenue from " + product.name,
            usd, paidSales[p] * rows.price[p]));
        sellingCosts.push_back(
            row("selling_costs." + product.id, "Selling costs of " + product.name, usd,
                rows.sales[p] *
                    (in(product.sellingCostPerKg) + oecdShare * in(market.freightOecdPerKg) +
                        (1.0 - oecdShare) * in(market.freightOtherPerKg)) *
                    m_rows.macro.usdIndex));
    }
    rows.revenue = row("revenue", "Revenue", usd, sumOf(usd, rows.productRevenue));
    rows.paidSales = row("paid_sales", "Paid sales", kilogram, sumOf(kilogram, paidSales));
    rows.sellingCosts = row("selling_costs", "Selling costs", usd, sumOf(usd, sellingCosts));

    const bool isNet = m_project.royalty.base == RoyaltyBase::net;
    const Expression royaltyBase =
        isNet ? rows.revenue - rows.sellingCosts : Expression(rows.revenue);
    rows.royalty = row("royalty", "Royalty", usd, in(m_project.royalty.rate) * royaltyBase);
}

}
