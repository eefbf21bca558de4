#pragma once

#include "core/project/Analysis.h"
#include "core/project/Series.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

// What the user states, as plain values. Money is in USD unless a field says KZT, mass in kg, time in
// years; rates and shares are fractions. What each field means and its range stand once, in the table
// of core/project/Description.h; its default is what it is initialised with here.
namespace core {

enum class Currency { usd, kzt };
enum class Terms { nominal, real };

struct Timeline {
    int baseYear =
        2026; // whose prices `real` amounts are in; may lie inside the timeline or outside
    int valuationYear = 2026; // present values are of 1 January of this year
    int firstYear = 2026;     // the first modelled year
    int startOfOperations = 2026;
    int yearsOfOperation = 1;
    int closureYears = 0;

    int lastOperatingYear() const { return startOfOperations + yearsOfOperation - 1; }
    int lastYear() const { return lastOperatingYear() + closureYears; }
    int operatingYear(int year) const { return year - startOfOperations + 1; }
    bool isOperating(int year) const
    {
        return year >= startOfOperations && year <= lastOperatingYear();
    }

    bool operator==(const Timeline&) const = default;
};

enum class DiscountTiming { startOfYear, midYear, endOfYear };

struct Discounting {
    double rate = 0.1;
    Terms terms = Terms::nominal;
    DiscountTiming timing = DiscountTiming::midYear;
    double equityRate = 0.1;
    double financeRate = 0.1;      // for the modified rate of return
    double reinvestmentRate = 0.1; // likewise

    bool operator==(const Discounting&) const = default;
};

enum class ExchangeRateMode { constant, purchasingPowerParity, path };

struct ExchangeRate {
    ExchangeRateMode mode = ExchangeRateMode::constant;
    double kztPerUsd = 500.0;   // of the base year
    std::optional<Series> path; // KZT per USD by year; only for the mode `path`

    bool operator==(const ExchangeRate&) const = default;
};

struct Macro {
    Series usdInflation;
    Series kztInflation;
    ExchangeRate exchangeRate;

    bool operator==(const Macro&) const = default;
};

// Multipliers that every analysis can move; all 1 in a plan.
struct Levers {
    double price = 1.0;
    double production = 1.0;
    double opex = 1.0;
    double capex = 1.0;
    double reuse = 1.0;
    double fx = 1.0;

    bool operator==(const Levers&) const = default;
};

// What the refinery's liquor can give; without it there is no cap on production.
struct Resource {
    double aluminaTonnesPerYear = 0.0;
    double galliumGramsPerTonneAlumina = 0.0;
    double recovery = 1.0;
    double refiningYield = 1.0;

    bool operator==(const Resource&) const = default;
};

struct Production {
    double nameplateKgPerYear = 0.0;
    Profile rampUp = {1.0};
    double utilisation = 1.0;

    bool operator==(const Production&) const = default;
};

struct Product {
    std::string id;
    std::string name;
    Series share;         // of production; the products' shares sum to 1 in every year
    double payable = 1.0; // part of the sales that is paid
    double sellingCostPerKg = 0.0;
    std::string note;

    bool operator==(const Product&) const = default;
};

struct Market {
    double oecdShare = 1.0;
    double freightOecdPerKg = 0.0;
    double freightOtherPerKg = 0.0;
    double worldProductionTonnesPerYear = 760.0;

    bool operator==(const Market&) const = default;
};

// A price stated as an amount over another product's price, in the deck's terms.
struct PremiumPrice {
    std::string premiumOver; // the other product
    Series amount;

    bool operator==(const PremiumPrice&) const = default;
};

using DeckPrice = std::variant<Series, PremiumPrice>;

// A named gallium price scenario.
struct PriceDeck {
    std::string id;
    std::string name;
    Terms terms = Terms::nominal;
    double probability = 0.0;
    double oecdPremium = 0.0;                // negative: a discount
    double otherPremium = 0.0;               // on sales outside the OECD
    std::map<std::string, DeckPrice> prices; // USD per kg by product
    std::string note;

    bool operator==(const PriceDeck&) const = default;
};

struct CostLine {
    std::string id;
    std::string name;
    std::string category;
    Currency currency = Currency::usd;
    double kztShare =
        0.0;            // of a USD line: the part that follows KZT inflation and the exchange rate
    double fixed = 0.0; // a year, before reuse
    double variablePerKg = 0.0;
    double reuseShare = 0.0; // avoided by reusing the refinery
    double hostFixed = 0.0;  // a year, charged by the refinery
    double hostVariablePerKg = 0.0;
    Profile fixedProfile = {1.0};
    std::string note;

    bool operator==(const CostLine&) const = default;
};

struct CapitalItem {
    std::string id;
    std::string name;
    Currency currency = Currency::usd;
    Terms terms = Terms::nominal;
    double amount = 0.0;
    double standaloneAmount = 0.0; // in a plant that must bring everything itself
    double contingency = 0.0;
    Phasing phasing;
    std::string assetClass;
    std::optional<int> estimateClass; // AACE 18R-97, 1 (best) to 5
    std::string note;

    bool operator==(const CapitalItem&) const = default;
};

struct Capital {
    std::vector<CapitalItem> items;
    double sustainingRate = 0.0; // of base capital, a year
    int sustainingFromOperatingYear = 1;
    std::string sustainingAssetClass;
    double closureAmount = 0.0;
    double standaloneClosureAmount = 0.0;
    double salvageRate = 0.0; // of base capital

    bool operator==(const Capital&) const = default;
};

struct WorkingCapital {
    double receivableDays = 0.0;
    double inventoryDays = 0.0;
    double payableDays = 0.0;
    double vatRate = 0.0;
    double vatableShare = 0.0;
    double vatRefundDays = 0.0;

    bool operator==(const WorkingCapital&) const = default;
};

enum class RoyaltyBase { gross, net };

struct Royalty {
    double rate = 0.0;
    RoyaltyBase base = RoyaltyBase::gross;

    bool operator==(const Royalty&) const = default;
};

enum class DepreciationMethod {
    straightLine,
    decliningBalance,
    unitsOfProduction,
    sumOfYears,
    immediate,
};

struct AssetClass {
    std::string id;
    std::string name;
    DepreciationMethod method = DepreciationMethod::immediate;
    std::optional<double> rate; // only for declining balance
    std::optional<int> years;   // only for straight line and sum of years
    bool property = false;      // subject to property tax
    std::string note;

    bool operator==(const AssetClass&) const = default;
};

enum class LossTreatment { carryForward, groupRelief };

struct Tax {
    Series incomeTaxRate;
    Series incomeTaxRelief;
    std::optional<int> lossCarryForwardYears; // none: without limit; 0: losses are lost
    double lossOffsetLimit = 1.0;             // part of a year's profit that losses may cover
    LossTreatment lossTreatment = LossTreatment::carryForward;
    double propertyTaxRate = 0.0;
    bool writeOffAtEnd = true;
    std::vector<AssetClass> assetClasses;

    bool operator==(const Tax&) const = default;
};

enum class Repayment { equalPrincipal, annuity, bullet };

struct Financing {
    double gearing = 0.0; // part of capital that is borrowed
    double rate = 0.0;
    double upfrontFee = 0.0;
    int graceYears = 0;
    int tenorYears = 1;
    Repayment repayment = Repayment::equalPrincipal;
    bool capitaliseInterest = false;

    bool operator==(const Financing&) const = default;
};

struct Shareholder {
    std::string id;
    std::string name;
    double share = 1.0;
    bool state = false;
    double withholdingRate = 0.0; // on distributions
    std::string note;

    bool operator==(const Shareholder&) const = default;
};

// Actual prices, for charts and for calibrating a price process.
struct PriceHistory {
    std::string product;
    std::string source;
    std::map<int, double> prices; // USD per kg by year

    bool operator==(const PriceHistory&) const = default;
};

struct Project {
    std::string name;
    std::string description;
    Timeline timeline;
    Discounting discounting;
    Macro macro;
    Levers levers;
    std::optional<Resource> resource;
    Production production;
    std::vector<Product> products;
    Market market;
    std::string activeDeck;
    std::vector<PriceDeck> priceDecks;
    std::vector<CostLine> costLines;
    Profile reuseRealisation = {1.0};
    Capital capital;
    WorkingCapital workingCapital;
    Royalty royalty;
    Tax tax;
    Financing financing;
    std::vector<Shareholder> shareholders;
    std::vector<Scenario> scenarios;
    std::optional<Analysis> analysis;
    std::vector<PriceHistory> priceHistory;
    std::map<std::string, std::string> evidence; // grade by input id
    std::map<std::string, std::string> notes;    // source note by input id or its parent

    // Fields that the document left to their defaults, by path: they are written only once they
    // differ, so that a document read and written again is the same document.
    std::set<std::string> unstated;

    bool operator==(const Project&) const = default;
};

}
