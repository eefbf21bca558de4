#include "core/project/Rules.h"

#include "core/project/Description.h"
#include "core/project/FieldCheck.h"
#include "core/project/NearestName.h"
#include "core/project/RangeRules.h"

#include <cmath>
#include <initializer_list>
#include <map>
#include <string_view>
#include <vector>

namespace core {

namespace {

constexpr int farYears = 100; // how far the base and valuation years may lie from the timeline

std::string text(int year)
{
    return std::to_string(year);
}

class InputRules {
public:
    InputRules(const Project& project, const BrokenSections& broken, ProblemList& problems)
        : m_project(project)
        , m_broken(broken)
        , m_problems(problems)
    {
    }

    void check()
    {
        if (isSound({"timeline"}))
            checkTimeline();
        if (isSound({"macro"}))
            checkExchangeRate();
        if (isSound({"timeline", "products"}))
            checkProductShares();
        if (isSound({"price_decks"}))
            checkProbabilities();
        if (isSound({"price_decks", "products"}))
            for (const PriceDeck& deck : m_project.priceDecks)
                checkPrices(deck);
        if (isSound({"capital"}))
            for (const CapitalItem& item : m_project.capital.items)
                checkPhasing(item);
        if (isSound({"tax"}))
            for (const AssetClass& assetClass : m_project.tax.assetClasses)
                checkMethod(assetClass);
        if (isSound({"shareholders"}))
            checkShareholders();
    }

private:
    bool isSound(std::initializer_list<std::string_view> sections) const
    {
        for (const std::string_view section : sections)
            if (m_broken.contains(section))
                return false;
        return true;
    }

    void checkTimeline()
    {
        const Timeline& timeline = m_project.timeline;
        const auto checkYear = [this](const char* where, int year, int first, int last) {
            if (year < first || year > last)
                m_problems.add(where, "expected a year from " + text(first) + " to " + text(last) +
                                          ", found " + text(year));
        };
        checkYear("timeline.base_year", timeline.baseYear, timeline.firstYear - farYears,
            timeline.lastYear() + farYears);
        checkYear("timeline.valuation_year", timeline.valuationYear, timeline.firstYear - farYears,
            timeline.lastYear());
        if (timeline.startOfOperations < timeline.firstYear)
            m_problems.add("timeline.start_of_operations",
                "expected a year not before first_year " + text(timeline.firstYear) + ", found " +
                    text(timeline.startOfOperations));
    }

    void checkExchangeRate()
    {
        const ExchangeRate& rate = m_project.macro.exchangeRate;
        if (rate.mode == ExchangeRateMode::path && !rate.path)
            m_problems.add("macro.fx.path",
                "is missing; expected tenge per dollar by year, since macro.fx.mode is path");
    }

    void checkProductShares()
    {
        const Timeline& timeline = m_project.timeline;
        for (int year = timeline.firstYear; year <= timeline.lastYear(); ++year) {
            double sum = 0.0;
            for (const Product& product : m_project.products)
                sum += product.share.at(year);
            if (isOne(sum))
                continue;
            m_problems.add("products", "expected shares that sum to 1 in every year, found " +
                                           sumText(sum) + " in " + text(year));
            return;
        }
    }

    void checkProbabilities()
    {
        double sum = 0.0;
        for (const PriceDeck& deck : m_project.priceDecks)
            sum += deck.probability;
        if (!isOne(sum))
            m_problems.add(
                "price_decks", "expected probabilities that sum to 1, found " + sumText(sum));
    }

    void checkPrices(const PriceDeck& deck)
    {
        const std::string where = "price_decks." + deck.id + ".prices.";
        const std::vector<std::string> ids = idsOf(m_project, ReferenceTarget::product);
        const std::set<std::string_view> products(ids.begin(), ids.end());
        for (const std::string& product : ids)
            if (!deck.prices.contains(product))
                m_problems.add(where + product,
                    "is missing; expected a price, or a premium over another product");
        for (const auto& [product, price] : deck.prices) {
            if (m_problems.isFull())
                return;
            if (!products.contains(product))
                m_problems.add(where + product,
                    "is no product; expected " + expectedWord(ids) + suggestion(product, ids));
        }
        checkCircles(deck, where);
    }

    // Follows each premium to the product under it, once, and names each circle once.
    void checkCircles(const PriceDeck& deck, const std::string& where)
    {
        std::map<std::string_view, std::string_view> walkOf; // by which start a product was reached
        for (const auto& [start, price] : deck.prices) {
            std::string_view product = start;
            while (const PremiumPrice* premium = premiumOf(deck, product)) {
                const auto [reached, isNew] = walkOf.try_emplace(product, start);
                if (!isNew && reached->second == start)
                    addCircle(deck, product, where);
                if (!isNew)
                    break;
                product = premium->premiumOver;
            }
        }
    }

    static const PremiumPrice* premiumOf(const PriceDeck& deck, std::string_view product)
    {
        const auto price = deck.prices.find(std::string(product));
        return price == deck.prices.end() ? nullptr : std::get_if<PremiumPrice>(&price->second);
    }

    void addCircle(const PriceDeck& deck, std::string_view start, const std::string& where)
    {
        constexpr std::size_t longestWay = 200;
        std::string way(start);
        std::string_view product = start;
        do {
            product = premiumOf(deck, product)->premiumOver;
            way += " over ";
            way += product;
        } while (product != start && way.size() < longestWay);
        m_problems.add(where + std::string(start) + ".premium_over",
            "expected premiums that lead to a price, found a circle: " + way);
    }

    void checkPhasing(const CapitalItem& item)
    {
        const std::string where = "capital.items." + item.id + ".phasing";
        double sum = 0.0;
        for (const auto& [year, share] : item.phasing)
            sum += share;
        if (!isOne(sum))
            m_problems.add(where, "expected shares that sum to 1, found " + sumText(sum));
        const Timeline& timeline = m_project.timeline;
        if (item.phasing.empty() || !isSound({"timeline"}))
            return;
        const int first = item.phasing.begin()->first;
        const int last = item.phasing.rbegin()->first;
        if (first < timeline.firstYear || last > timeline.lastYear())
            m_problems.add(where, "expected years from " + text(timeline.firstYear) + " to " +
                                      text(timeline.lastYear()) + ", found " +
                                      text(first < timeline.firstYear ? first : last));
    }

    void checkMethod(const AssetClass& assetClass)
    {
        const std::string where = "tax.asset_classes." + assetClass.id;
        const bool needsRate = assetClass.method == DepreciationMethod::decliningBalance;
        const bool needsYears = assetClass.method == DepreciationMethod::straightLine ||
                                assetClass.method == DepreciationMethod::sumOfYears;
        if (needsRate && !assetClass.rate)
            m_problems.add(where + ".rate",
                "is missing; expected a rate, since the method is declining_balance");
        if (needsYears && !assetClass.years)
            m_problems.add(where + ".years",
                "is missing; expected a number of years, since the method is straight_line or "
                "sum_of_years");
    }

    void checkShareholders()
    {
        double sum = 0.0;
        for (const Shareholder& shareholder : m_project.shareholders)
            sum += shareholder.share;
        if (!isOne(sum))
            m_problems.add("shareholders", "expected shares that sum to 1, found " + sumText(sum));
    }

    const Project& m_project;
    const BrokenSections& m_broken;
    ProblemList& m_problems;
};

}

bool isOne(double sum)
{
    return std::abs(sum - 1.0) <= 1e-9;
}

void checkInputRules(const Project& project, const BrokenSections& broken, ProblemList& problems)
{
    InputRules(project, broken, problems).check();
}

void checkProject(const Project& project, const BrokenSections& broken, ProblemList& problems)
{
    const std::size_t known = problems.size();
    checkRanges(project, broken, problems);

    // Lists that are empty, series without points and years beyond all measure have no sums.
    BrokenSections unusable = broken;
    for (const char* section : {"timeline", "products"})
        if (problems.concerns(section, known))
            unusable.insert(section);
    checkInputRules(project, unusable, problems);
    const bool isSound = problems.size() == known && broken.empty();
    checkAnalysisRules(project, broken, isSound, problems);
}

}
