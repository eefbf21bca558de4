#include "ui/pages/prices/DeckPrices.h"

#include "core/project/Registry.h"
#include "core/project/Rules.h"
#include "core/report/MoneyView.h"
#include "core/report/figure/DeckChoice.h"
#include "ui/document/CellEdit.h"
#include "ui/document/ProjectLists.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace ui {

namespace {

constexpr int mostYears = 300; // of operation

}

std::vector<int> priceYears(const core::Project& project)
{
    const core::Timeline& timeline = project.timeline;
    int first = timeline.startOfOperations;
    // Also while the timeline is not as it may be.
    int last = first + std::clamp(timeline.yearsOfOperation, 1, mostYears) - 1;
    const auto include = [&](const core::Series& series) {
        if (series.isConstant())
            return;
        const auto& points = series.points();
        for (auto point = points.begin(); point != points.end(); ++point) {
            if (point->first < timeline.firstYear || point->first > timeline.lastYear())
                continue;
            // One before operations that no year of them depends on would only move the columns.
            const auto next = std::next(point);
            if (next != points.end() && next->first <= timeline.startOfOperations)
                continue;
            first = std::min(first, point->first);
            last = std::max(last, point->first);
        }
    };
    for (const core::PriceDeck& deck : project.priceDecks)
        for (const auto& entry : deck.prices)
            if (const auto* series = std::get_if<core::Series>(&entry.second))
                include(*series);
    std::vector<int> years(static_cast<std::size_t>(last - first + 1));
    std::iota(years.begin(), years.end(), first);
    return years;
}

core::Terms termsOfPrices(const core::Project& project)
{
    return project.priceDecks.empty() ? core::Terms::nominal : core::activeDeckOf(project).terms;
}

bool haveMixedTerms(const core::Project& project)
{
    return std::any_of(project.priceDecks.begin(), project.priceDecks.end(),
        [&](const core::PriceDeck& deck) { return deck.terms != project.priceDecks[0].terms; });
}

double inOtherTerms(
    const core::Project& project, double price, int year, core::Terms from, core::Terms to)
{
    if (from == to)
        return price;
    const double level = core::usdPriceLevel(project, year);
    return from == core::Terms::real ? price * level : price / level;
}

double sumOfWeights(const core::Project& project)
{
    double sum = 0.0;
    for (const core::PriceDeck& deck : project.priceDecks)
        sum += deck.probability;
    return sum;
}

bool weightsAddUp(const core::Project& project)
{
    return core::isOne(sumOfWeights(project));
}

core::Project withWeightsScaled(core::Project project)
{
    const double sum = sumOfWeights(project);
    const auto count = static_cast<double>(project.priceDecks.size());
    for (core::PriceDeck& deck : project.priceDecks)
        deck.probability = sum > 0.0 ? deck.probability / sum : 1.0 / count;
    return project;
}

std::vector<double> weightedPrices(
    const core::Project& project, const std::string& product, const std::vector<int>& years)
{
    if (!weightsAddUp(project))
        return {};
    const core::Terms terms = termsOfPrices(project);
    std::vector<double> sums(years.size(), 0.0);
    for (const core::PriceDeck& deck : project.priceDecks) {
        const std::optional<core::Series> price = priceIn(deck, product);
        if (!price)
            return {};
        for (std::size_t i = 0; i < years.size(); ++i)
            sums[i] += deck.probability *
                       inOtherTerms(project, price->at(years[i]), years[i], deck.terms, terms);
    }
    return sums;
}

core::Result<core::Project> withPricesScaled(
    core::Project project, const std::string& deck, double factor)
{
    std::vector<std::string> inputs;
    for (const core::PriceDeck& candidate : project.priceDecks)
        if (candidate.id == deck)
            for (const auto& [product, price] : candidate.prices) {
                const std::string id = pathOf(ProjectList::priceDecks, deck) + ".prices." + product;
                const bool isPremium = std::holds_alternative<core::PremiumPrice>(price);
                inputs.push_back(isPremium ? id + ".amount" : id);
            }
    core::Result<core::Project> after = std::move(project);
    for (const std::string& input : inputs)
        if (after)
            after = core::withScaled(*std::move(after), input, factor);
    return after;
}

double marketFactor(const core::Project& project, const core::PriceDeck& deck)
{
    const double oecdShare = project.market.oecdShare;
    return 1.0 + oecdShare * deck.oecdPremium + (1.0 - oecdShare) * deck.otherPremium;
}

}
