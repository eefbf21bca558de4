#include "tests/support/Draw.h"
#include "tests/support/ProjectGenerator.h"
#include "tests/support/StraightCalculation.h"

#include "core/project/ProjectJson.h"
#include "core/project/Validation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

using core::Project;
using support::Case;
using support::Economy;
using support::Flows;
using support::StraightCase;
using support::StraightResults;
using support::YearValues;

namespace {

constexpr std::uint32_t manySeeds = 400;
constexpr std::uint32_t someSeeds = 60; // for what takes a calculation each

// Calculated once for all tests.
const StraightResults& resultsOf(std::uint32_t seed)
{
    static std::map<std::uint32_t, StraightResults> known;
    const auto found = known.find(seed);
    if (found != known.end())
        return found->second;
    return known[seed] = support::straightCalculation(support::generateProject(seed));
}

template <class Element>
bool hasUniqueIds(const std::vector<Element>& elements)
{
    std::set<std::string> ids;
    for (const Element& element : elements) {
        if (element.id.empty() || !ids.insert(element.id).second)
            return false;
    }
    return true;
}

bool isOne(double sum)
{
    return std::abs(sum - 1.0) < 1e-9;
}

double sumOf(const YearValues& values)
{
    double sum = 0.0;
    for (const auto& [year, value] : values)
        sum += value;
    return sum;
}

double largestOf(const YearValues& values)
{
    double largest = 0.0;
    for (const auto& [year, value] : values)
        largest = std::max(largest, std::abs(value));
    return largest;
}

// 0 beside amounts of the given size.
bool isNothing(double value, double size)
{
    return std::abs(value) <= 1e-10 * size;
}

bool leadsToAPrice(const core::PriceDeck& deck, const std::string& product)
{
    std::string id = product;
    for (std::size_t step = 0; step <= deck.prices.size(); ++step) {
        const auto price = deck.prices.find(id);
        if (price == deck.prices.end())
            return false;
        const auto* premium = std::get_if<core::PremiumPrice>(&price->second);
        if (!premium)
            return true;
        id = premium->premiumOver;
    }
    return false;
}

}

class TestProjectGenerator : public QObject {
    Q_OBJECT

private slots:
    void aSeedNamesOneProject();
    void projectsAreValidAndKeptByTheirDocument();
    void idsAreUniqueAndReferencesHold();
    void sharesSumToOne();
    void yearsLieInTheTimeline();
    void everyFeatureOccurs();
    void fortunesDiffer();

    void everyFigureIsFinite();
    void totalsAreSumsOfTheirParts();
    void workingCapitalComesBack();
    void booksBalance();
    void debtBalances();
    void savingsAreDifferences();
    void ownersShareTheEquityCashFlow();
    void ratesOfReturnGiveNoValue();
    void breakEvenPriceGivesNoValue();
};

void TestProjectGenerator::aSeedNamesOneProject()
{
    QCOMPARE(support::generateProject(7), support::generateProject(7));
    QVERIFY(support::generateProject(7) != support::generateProject(8));

    // ISO C++ names the 10 000th figure of a generator seeded with 5489: 4123659995.
    support::Draw draw(5489);
    for (int i = 1; i < 10000; ++i)
        draw.chance(0.5);
    QCOMPARE(draw.between(0.0, 4294967296.0), 4123659995.0);
}

void TestProjectGenerator::projectsAreValidAndKeptByTheirDocument()
{
    for (std::uint32_t seed = 0; seed < manySeeds; ++seed) {
        const Project project = support::generateProject(seed);
        for (const core::Problem& problem : core::validate(project))
            QFAIL(core::sentence(problem).c_str());
        const auto read = core::readProject(core::writeProject(project));
        QVERIFY(read.hasValue());
        QCOMPARE(*read, project);
    }
}

void TestProjectGenerator::idsAreUniqueAndReferencesHold()
{
    for (std::uint32_t seed = 0; seed < manySeeds; ++seed) {
        const Project project = support::generateProject(seed);
        QVERIFY(hasUniqueIds(project.products));
        QVERIFY(hasUniqueIds(project.priceDecks));
        QVERIFY(hasUniqueIds(project.costLines));
        QVERIFY(hasUniqueIds(project.capital.items));
        QVERIFY(hasUniqueIds(project.tax.assetClasses));
        QVERIFY(hasUniqueIds(project.shareholders));

        std::set<std::string> classes;
        for (const core::AssetClass& assets : project.tax.assetClasses)
            classes.insert(assets.id);
        QVERIFY(classes.count(project.capital.sustainingAssetClass) == 1);
        for (const core::CapitalItem& item : project.capital.items)
            QVERIFY(classes.count(item.assetClass) == 1);

        std::set<std::string> decks;
        for (const core::PriceDeck& deck : project.priceDecks) {
            decks.insert(deck.id);
            QCOMPARE(deck.prices.size(), project.products.size());
            for (const core::Product& product : project.products)
                QVERIFY(leadsToAPrice(deck, product.id));
        }
        QVERIFY(decks.count(project.activeDeck) == 1);
    }
}

void TestProjectGenerator::sharesSumToOne()
{
    for (std::uint32_t seed = 0; seed < manySeeds; ++seed) {
        const Project project = support::generateProject(seed);
        const core::Timeline& timeline = project.timeline;
        for (int year = timeline.firstYear - 5; year <= timeline.lastYear() + 5; ++year) {
            double sold = 0.0;
            for (const core::Product& product : project.products)
                sold += product.share.at(year);
            QVERIFY(isOne(sold));
        }
        double probability = 0.0;
        for (const core::PriceDeck& deck : project.priceDecks)
            probability += deck.probability;
        QVERIFY(isOne(probability));
        double owned = 0.0;
        for (const core::Shareholder& owner : project.shareholders)
            owned += owner.share;
        QVERIFY(isOne(owned));
        for (const core::CapitalItem& item : project.capital.items)
            QVERIFY(isOne(sumOf(item.phasing)));
    }
}

void TestProjectGenerator::yearsLieInTheTimeline()
{
    for (std::uint32_t seed = 0; seed < manySeeds; ++seed) {
        const Project project = support::generateProject(seed);
        const core::Timeline& timeline = project.timeline;
        QVERIFY(timeline.firstYear <= timeline.startOfOperations);
        QVERIFY(timeline.yearsOfOperation >= 1 && timeline.yearsOfOperation <= 40);
        QVERIFY(timeline.closureYears >= 0 && timeline.closureYears <= 3);
        QVERIFY(timeline.valuationYear <= timeline.lastYear());
        for (const core::CapitalItem& item : project.capital.items) {
            QVERIFY(item.phasing.begin()->first >= timeline.firstYear);
            QVERIFY(item.phasing.rbegin()->first <= timeline.lastYear());
        }
    }
}

void TestProjectGenerator::everyFeatureOccurs()
{
    std::map<std::string, bool> seen;
    const auto see = [&](const std::string& feature, bool occurs) {
        seen[feature] = seen[feature] || occurs;
    };
    const auto seeEach = [&](const std::string& feature, int count, int value) {
        for (int i = 0; i < count; ++i)
            see(feature + " " + std::to_string(i), value == i);
    };
    for (std::uint32_t seed = 0; seed < manySeeds; ++seed) {
        const Project project = support::generateProject(seed);
        const core::Timeline& timeline = project.timeline;
        see("base year before", timeline.baseYear < timeline.firstYear);
        see("base year after", timeline.baseYear > timeline.lastYear());
        see("valuation before", timeline.valuationYear < timeline.firstYear);
        see("valuation inside", timeline.valuationYear > timeline.firstYear);
        see("one operating year", timeline.yearsOfOperation == 1);
        see("forty operating years", timeline.yearsOfOperation == 40);
        seeEach("closure years", 4, timeline.closureYears);
        seeEach("timing", 3, static_cast<int>(project.discounting.timing));
        see("real rate", project.discounting.terms == core::Terms::real);
        see("no rate", project.discounting.rate == 0.0);
        seeEach("exchange rate", 3, static_cast<int>(project.macro.exchangeRate.mode));
        see("levers", !(project.levers == core::Levers {}));
        see("resource", project.resource.has_value());
        see("no cost line", project.costLines.empty());
        see("four products", project.products.size() == 4);
        see("four decks", project.priceDecks.size() == 4);
        for (const core::AssetClass& assets : project.tax.assetClasses)
            seeEach("method", 5, static_cast<int>(assets.method));
        see("group relief", project.tax.lossTreatment == core::LossTreatment::groupRelief);
        see("losses lost", project.tax.lossCarryForwardYears == 0);
        see("losses for ever", !project.tax.lossCarryForwardYears);
        see("relief by year", !project.tax.incomeTaxRelief.isConstant());
        seeEach("repayment", 3, static_cast<int>(project.financing.repayment));
        see("no interest", project.financing.gearing > 0.0 && project.financing.rate == 0.0);
        see("no loan", project.financing.gearing == 0.0);
        see("loan outlives the project", timeline.startOfOperations + project.financing.graceYears +
                                                 project.financing.tenorYears >
                                             timeline.lastYear() + 1);
        for (const core::CostLine& line : project.costLines) {
            see("tenge line", line.currency == core::Currency::kzt);
            see("mixed line", line.kztShare > 0.0 && line.kztShare < 1.0);
        }
        for (const core::CapitalItem& item : project.capital.items) {
            const bool isKzt = item.currency == core::Currency::kzt;
            see("tenge item, nominal", isKzt && item.terms == core::Terms::nominal);
            see("tenge item, real", isKzt && item.terms == core::Terms::real);
            see("late capital", item.phasing.rbegin()->first > timeline.startOfOperations + 2);
        }
    }
    for (const auto& [feature, occurs] : seen)
        QVERIFY2(occurs, feature.c_str());
}

void TestProjectGenerator::fortunesDiffer()
{
    int gains = 0;
    int hasRate = 0;
    for (std::uint32_t seed = 0; seed < someSeeds; ++seed) {
        const StraightResults& results = resultsOf(seed);
        gains += *results.project.metrics.at("npv") > 0.0;
        hasRate += results.project.metrics.at("irr").has_value();
    }
    const int quarter = static_cast<int>(someSeeds) / 4;
    QVERIFY(gains > quarter && gains < 3 * quarter);
    QVERIFY(hasRate > quarter && hasRate < static_cast<int>(someSeeds));
}

void TestProjectGenerator::everyFigureIsFinite()
{
    for (std::uint32_t seed = 0; seed < someSeeds; ++seed) {
        const StraightResults& results = resultsOf(seed);
        for (const StraightCase* result : {&results.project, &results.standalone}) {
            for (const auto& [name, values] : result->lines) {
                for (const auto& [year, value] : values)
                    QVERIFY2(std::isfinite(value), name.c_str());
            }
            for (const auto& [name, value] : result->metrics)
                QVERIFY2(!value || std::isfinite(*value), name.c_str());
        }
    }
}

void TestProjectGenerator::totalsAreSumsOfTheirParts()
{
    for (std::uint32_t seed = 0; seed < someSeeds; ++seed) {
        const Project project = support::generateProject(seed);
        const StraightResults& results = resultsOf(seed);
        const auto& lines = results.project.lines;
        double capital = 0.0;
        for (int year = results.firstYear; year <= results.lastYear; ++year) {
            double costs = 0.0;
            for (const core::CostLine& line : project.costLines)
                costs += lines.at("cost_lines." + line.id).at(year);
            double capex = 0.0;
            for (const core::CapitalItem& item : project.capital.items)
                capex += lines.at("capital.items." + item.id).at(year);
            const double total = lines.at("operating_costs").at(year);
            QVERIFY(isNothing(total - costs, total));
            QVERIFY(isNothing(lines.at("capex").at(year) - capex, capex));
            capital += capex;
        }
        QVERIFY(capital > 0.0);
    }
}

void TestProjectGenerator::workingCapitalComesBack()
{
    for (std::uint32_t seed = 0; seed < someSeeds; ++seed) {
        const StraightResults& results = resultsOf(seed);
        const auto& lines = results.project.lines;
        QVERIFY(isNothing(sumOf(lines.at("change_in_nwc")), largestOf(lines.at("nwc"))));
    }
}

void TestProjectGenerator::booksBalance()
{
    for (std::uint32_t seed = 0; seed < someSeeds; ++seed) {
        const Project project = support::generateProject(seed);
        const StraightResults& results = resultsOf(seed);
        const auto& lines = results.standalone.lines;
        const double size = sumOf(lines.at("capex")) + sumOf(lines.at("sustaining"));
        double additions = 0.0;
        double written = 0.0;
        double left = 0.0;
        for (const core::AssetClass& assets : project.tax.assetClasses) {
            const std::string name = "asset_classes." + assets.id;
            double closing = 0.0;
            for (int year = results.firstYear; year <= results.lastYear; ++year) {
                const double opening = lines.at(name + ".opening").at(year);
                QVERIFY(isNothing(opening - closing, size));
                closing = lines.at(name + ".closing").at(year);
                const double depreciation = lines.at(name + ".depreciation").at(year);
                QVERIFY(isNothing(
                    opening + lines.at(name + ".additions").at(year) - depreciation - closing,
                    size));
                QVERIFY(closing >= -1e-10 * size);
                if (!project.timeline.isOperating(year))
                    QCOMPARE(depreciation, 0.0);
                if (project.tax.writeOffAtEnd && year == project.timeline.lastOperatingYear())
                    QCOMPARE(closing, 0.0);
            }
            additions += sumOf(lines.at(name + ".additions"));
            written += sumOf(lines.at(name + ".depreciation"));
            left += closing;
        }
        QVERIFY(isNothing(additions - size, size));
        QVERIFY(isNothing(additions - written - left, size));
        QVERIFY(isNothing(sumOf(lines.at("depreciation")) - written, size));
    }
}

void TestProjectGenerator::debtBalances()
{
    int repaid = 0;
    for (std::uint32_t seed = 0; seed < manySeeds / 2; ++seed) {
        const Project project = support::generateProject(seed);
        const Economy economy = support::economyOf(project);
        const Flows flows = support::flowsOf(project, economy, Case::project,
            support::deckPrices(project, economy, project.priceDecks[0]));
        const support::Debt& debt = flows.debt;
        const double drawn = sumOf(debt.draw);
        const double capitalised = sumOf(debt.interest) - sumOf(debt.interestPaid);
        const double closing = debt.closing.rbegin()->second;
        QVERIFY(isNothing(drawn - project.financing.gearing * sumOf(flows.capex), drawn));
        QVERIFY(isNothing(sumOf(debt.fees) - project.financing.upfrontFee * drawn, drawn));
        QVERIFY(
            isNothing(drawn + capitalised - sumOf(debt.principal) - closing, drawn + capitalised));

        // Repaid in full when the last repayment lies in the timeline and no draw comes with or
        // after it.
        const int lastRepayment = project.timeline.startOfOperations +
                                  project.financing.graceYears + project.financing.tenorYears - 1;
        double late = 0.0;
        for (const auto& [year, draw] : debt.draw)
            late += year >= lastRepayment ? draw : 0.0;
        if (lastRepayment <= project.timeline.lastYear() && late == 0.0) {
            QVERIFY(isNothing(closing, drawn));
            repaid += drawn > 0.0;
        }
    }
    QVERIFY(repaid > 20);
}

void TestProjectGenerator::savingsAreDifferences()
{
    for (std::uint32_t seed = 0; seed < someSeeds; ++seed) {
        const Project project = support::generateProject(seed);
        const StraightResults& results = resultsOf(seed);
        for (const auto& [name, values] : results.savings) {
            for (const auto& [year, value] : values)
                QCOMPARE(value, results.project.lines.at(name).at(year) -
                                    results.standalone.lines.at(name).at(year));
        }
        const Economy economy = support::economyOf(project);
        const double size = largestOf(results.standalone.lines.at("free_cash_flow")) * 100.0;
        QVERIFY(isNothing(results.npvSavings - support::presentValue(project, economy,
                                                   results.savings.at("free_cash_flow"),
                                                   project.discounting.rate),
            size));
    }
}

void TestProjectGenerator::ownersShareTheEquityCashFlow()
{
    for (std::uint32_t seed = 0; seed < someSeeds; ++seed) {
        const Project project = support::generateProject(seed);
        const StraightResults& results = resultsOf(seed);
        const auto& lines = results.project.lines;
        const double size = largestOf(lines.at("equity_cash_flow"));
        for (int year = results.firstYear; year <= results.lastYear; ++year) {
            double owned = lines.at("withholding").at(year);
            for (const core::Shareholder& owner : project.shareholders)
                owned += lines.at("shareholders." + owner.id + ".net").at(year);
            QVERIFY(isNothing(owned - lines.at("equity_cash_flow").at(year), size));
        }
    }
}

void TestProjectGenerator::ratesOfReturnGiveNoValue()
{
    int roots = 0;
    for (std::uint32_t seed = 0; seed < someSeeds; ++seed) {
        const StraightResults& results = resultsOf(seed);
        const YearValues& flows = results.project.lines.at("free_cash_flow");
        for (double root : results.project.irrRoots) {
            double value = 0.0;
            double size = 0.0;
            for (const auto& [year, flow] : flows) {
                const double discounted = flow * std::pow(1.0 + root, results.firstYear - year);
                value += discounted;
                size += std::abs(discounted);
            }
            QVERIFY(isNothing(value, size));
            ++roots;
        }
    }
    QVERIFY(roots > 20);
}

void TestProjectGenerator::breakEvenPriceGivesNoValue()
{
    int prices = 0;
    for (std::uint32_t seed = 0; seed < someSeeds; ++seed) {
        const Project project = support::generateProject(seed);
        const Economy economy = support::economyOf(project);
        const auto price = support::breakEvenPrice(project, economy, Case::project);
        if (!price || *price == 0.0)
            continue;
        const Flows flows = support::flowsOf(
            project, economy, Case::project, support::flatPrices(project, economy, *price));
        const double npv =
            support::presentValue(project, economy, flows.freeCashFlow, project.discounting.rate);
        QVERIFY(isNothing(npv, largestOf(flows.revenue) + largestOf(flows.capex)));
        ++prices;
    }
    QVERIFY(prices > 20);
}

QTEST_APPLESS_MAIN(TestProjectGenerator)
#include "tst_projectgenerator.moc"
