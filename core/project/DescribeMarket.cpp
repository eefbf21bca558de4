#include "core/project/DescribeFields.h"

namespace core {

namespace {

constexpr auto required = Presence::required;
constexpr auto optional = Presence::optional;

}

void describe(Resource& resource, Visitor& visitor)
{
    Fields fields(resource, visitor);
    fields.add({"alumina_t_per_year", "Alumina of the refinery", "t/year", range::amount, required,
                   "Alumina whose liquor can be treated."},
        &Resource::aluminaTonnesPerYear);
    fields.add({"gallium_g_per_t_alumina", "Gallium in the liquor", "g/t", {0.0, 1e6, 5.0},
                   required, "Grams of gallium per tonne of alumina."},
        &Resource::galliumGramsPerTonneAlumina);
    fields.add({"recovery", "Recovery", "%", range::share, required,
                   "Part of the gallium that is extracted."},
        &Resource::recovery);
    fields.add({"refining_yield", "Refining yield", "%", range::share, required,
                   "Part of the extracted gallium that becomes product."},
        &Resource::refiningYield);
}

void describe(Production& production, Visitor& visitor)
{
    Fields fields(production, visitor);
    fields.add({"nameplate_kg_per_year", "Nameplate capacity", "kg/year", {0.0, 1e12, 500.0},
                   required, "Output at full utilisation after ramp-up."},
        &Production::nameplateKgPerYear);
    fields.add({"ramp_up", "Ramp-up", "%", range::utilisation, optional,
                   "Part of the capacity reached, by operating year."},
        &Production::rampUp);
    fields.add({"utilisation", "Utilisation", "%", range::utilisation, optional,
                   "Part of the capacity that is used."},
        &Production::utilisation);
}

void describe(Product& product, Visitor& visitor)
{
    Fields fields(product, visitor);
    fields.identity();
    fields.add(
        {"share", "Share of production", "%", range::share, required,
            "Part of production sold as this product; the shares sum to 100 % in every year."},
        &Product::share);
    fields.add({"payable", "Payable part", "%", range::share, optional,
                   "Part of the sales that is paid (refining yield, payability)."},
        &Product::payable);
    fields.add({"selling_cost_per_kg", "Selling cost", "USD/kg", range::perKg, optional,
                   "Conversion, packing and marketing, in prices of the base year."},
        &Product::sellingCostPerKg);
    fields.note();
}

void describe(Market& market, Visitor& visitor)
{
    Fields fields(market, visitor);
    fields.add({"oecd_share", "Share of OECD markets", "%", range::share, required,
                   "Part of the sales that goes to OECD markets."},
        &Market::oecdShare);
    fields.add({"freight_oecd_per_kg", "Freight to OECD markets", "USD/kg", range::perKg, optional,
                   "In prices of the base year."},
        &Market::freightOecdPerKg);
    fields.add({"freight_other_per_kg", "Freight to other markets", "USD/kg", range::perKg,
                   optional, "In prices of the base year."},
        &Market::freightOtherPerKg);
    fields.add({"world_production_t_per_year", "World production", "t/year", {0.001, 1e12, 10.0},
                   required, "Primary gallium produced in the world, to compare the project with."},
        &Market::worldProductionTonnesPerYear);
}

void describe(PriceDeck& deck, Visitor& visitor)
{
    Fields fields(deck, visitor);
    fields.identity();
    fields.add({"terms", "Terms of the prices", "", {}, optional,
                   "Whether the prices contain inflation (nominal) or not (real)."},
        &PriceDeck::terms, termsWords);
    fields.add({"probability", "Probability", "%", range::share, required,
                   "Weight in the expected value; the decks' probabilities sum to 100 %."},
        &PriceDeck::probability);
    constexpr Range premium {-1.0, 10.0, 0.05};
    fields.add({"oecd_premium", "Premium in OECD markets", "%", premium, optional,
                   "On the deck's prices; negative for a discount."},
        &PriceDeck::oecdPremium);
    fields.add({"other_premium", "Premium in other markets", "%", premium, optional,
                   "On the deck's prices; negative for a discount."},
        &PriceDeck::otherPremium);
    const Field prices {"prices", "Prices", "USD/kg", range::perKg, required,
        "By product: a price, prices by year, or a premium over another product."};
    visitor.field(prices, DeckPricesSlot {&deck.prices});
    fields.note();
}

const Field& deckPriceField()
{
    static const Field field {
        "prices", "Price", "USD/kg", range::perKg, required, "Price of the product, by year."};
    return field;
}

const Field& premiumOverField()
{
    static const Field field {"premium_over", "Premium over", "", range::any, required,
        "The product over whose price the amount is stated."};
    return field;
}

const Field& premiumAmountField()
{
    static const Field field {"amount", "Price premium", "USD/kg", {-1e9, 1e9, 1.0}, required,
        "Amount over the other product's price, in the deck's terms."};
    return field;
}

}
