#include "core/engine/CashFlowMetrics.h"
#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "tests/support/EvaluationComparison.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

using namespace core;

namespace {

using Years = std::vector<double>;
using SharedEvaluation = std::shared_ptr<const Evaluation>;

// Rounding: what sums of money of this size may be off by, each from a few dozen terms.
constexpr double rounding = 1e-12;

double largest(const Years& years)
{
    double result = 0.0;
    for (const double value : years)
        result = std::max(result, std::abs(value));
    return result;
}

double sum(const Years& years)
{
    return std::accumulate(years.begin(), years.end(), 0.0);
}

// With the model of another evaluation where that fits.
SharedEvaluation evaluate(const Project& project, const SharedEvaluation& like = nullptr)
{
    const Result<SharedEvaluation> evaluation =
        Evaluation::of(project, like ? like->sharedModel() : nullptr);
    return evaluation ? *evaluation : nullptr;
}

// The default project first, then those of the seeds.
constexpr std::uint32_t projectCount = 300;

const SharedEvaluation& evaluationOf(std::uint32_t seed)
{
    static const std::vector<SharedEvaluation> evaluations = [] {
        std::vector<SharedEvaluation> all = {evaluate(defaultProject())};
        for (std::uint32_t drawn = 1; drawn <= projectCount; ++drawn)
            all.push_back(evaluate(support::generateProject(drawn)));
        return all;
    }();
    return evaluations[seed];
}

// What is checked of each case of each project; it says what is wrong.
using Identity = std::function<std::string(const Evaluation& evaluation, PlantCase plant)>;

const CaseRows& rowsOf(const Evaluation& evaluation, PlantCase plant)
{
    return plant == PlantCase::project ? evaluation.rows().project : evaluation.rows().standalone;
}

// The largest yearly figure of a case, in USD.
double scaleOf(const Evaluation& evaluation, const CaseRows& rows)
{
    double scale = largest(evaluation.byYear(evaluation.rows().revenue.revenue));
    for (const Row row : {rows.operatingCosts, rows.capex, rows.closure, rows.freeCashFlow,
             rows.equityCashFlow, rows.debt, rows.workingCapital})
        scale = std::max(scale, largest(evaluation.byYear(row)));
    return scale;
}

std::string expectNear(const std::string& what, double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return {};
    return what + " is " + std::to_string(actual) + ", not " + std::to_string(expected);
}

// The identities.

std::string valueAtTheRateOfReturnIsNothing(const Evaluation& evaluation, PlantCase plant)
{
    const CaseRows& rows = rowsOf(evaluation, plant);
    const CaseMetrics& metrics = evaluation.metrics(plant);
    for (const auto& [metric, row] : {std::pair(Metric::irr, rows.freeCashFlow),
             std::pair(Metric::irrPreTax, rows.preTaxCashFlow),
             std::pair(Metric::irrEquity, rows.equityCashFlow)}) {
        if (!metrics[metric])
            continue;
        const Years flows = evaluation.byYear(row);
        Years sizes;
        for (const double flow : flows)
            sizes.push_back(std::abs(flow));
        // Of the discounted flows' sizes, which are far larger than the flows' at rates below 0.
        const double size = *presentValue(sizes, *metrics[metric]);
        const double value = *presentValue(flows, *metrics[metric]);
        if (std::abs(value) > 1e-11 * size)
            return std::string(descriptionOf(metric).name) + ": the value at the rate is " +
                   std::to_string(value / size) + " of the flows";
    }
    for (const double root : metrics.irr.roots) {
        const Years flows = evaluation.byYear(rows.freeCashFlow);
        Years sizes;
        for (const double flow : flows)
            sizes.push_back(std::abs(flow));
        if (std::abs(*presentValue(flows, root)) > 1e-11 * *presentValue(sizes, root))
            return "the value at a root is not 0";
    }
    return {};
}

std::string bookValuesRollForward(const Evaluation& evaluation, PlantCase plant)
{
    const CaseRows& rows = rowsOf(evaluation, plant);
    const Project& project = evaluation.project();
    const Timeline& timeline = project.timeline;
    for (std::size_t c = 0; c < rows.additions.size(); ++c) {
        const Years additions = evaluation.byYear(rows.additions[c]);
        const Years depreciation = evaluation.byYear(rows.depreciations[c]);
        const Years closing = evaluation.byYear(rows.bookValues[c]);
        const double tolerance = rounding * sum(additions);
        double opening = 0.0;
        for (std::size_t y = 0; y < closing.size(); ++y) {
            const int year = timeline.firstYear + static_cast<int>(y);
            if (std::string wrong = expectNear("closing balance", closing[y],
                    opening + additions[y] - depreciation[y], tolerance);
                !wrong.empty())
                return wrong;
            if (depreciation[y] < -tolerance || closing[y] < -tolerance)
                return "a balance or a depreciation is below 0";
            if (!timeline.isOperating(year) && depreciation[y] != 0.0)
                return "depreciation outside the operating years";
            if (project.tax.writeOffAtEnd && year == timeline.lastOperatingYear() &&
                std::abs(closing[y]) > tolerance)
                return "something is left after the write-off";
            opening = closing[y];
        }
    }
    Years total(evaluation.byYear(rows.depreciation).size(), 0.0);
    for (const Row row : rows.depreciations) {
        const Years part = evaluation.byYear(row);
        for (std::size_t y = 0; y < total.size(); ++y)
            total[y] += part[y];
    }
    const Years depreciation = evaluation.byYear(rows.depreciation);
    for (std::size_t y = 0; y < total.size(); ++y)
        if (std::string wrong =
                expectNear("depreciation", depreciation[y], total[y], rounding * largest(total));
            !wrong.empty())
            return wrong;
    return {};
}

// Every dollar spent is depreciated by the end, when the end is not before the last dollar.
std::string allSpendingIsDepreciated(const Evaluation& evaluation, PlantCase plant)
{
    const CaseRows& rows = rowsOf(evaluation, plant);
    const Timeline& timeline = evaluation.project().timeline;
    const Years capex = evaluation.byYear(rows.capex);
    const auto lastOperating =
        static_cast<std::size_t>(timeline.lastOperatingYear() - timeline.firstYear);
    for (std::size_t y = lastOperating + 1; y < capex.size(); ++y)
        if (capex[y] != 0.0)
            return {};
    if (!evaluation.project().tax.writeOffAtEnd)
        return {};
    const double spent = sum(capex) + sum(evaluation.byYear(rows.sustaining));
    return expectNear(
        "depreciation in all", sum(evaluation.byYear(rows.depreciation)), spent, rounding * spent);
}

std::string debtRollsForwardToNothing(const Evaluation& evaluation, PlantCase plant)
{
    const CaseRows& rows = rowsOf(evaluation, plant);
    const Project& project = evaluation.project();
    const Timeline& timeline = project.timeline;
    const Financing& loan = project.financing;
    const Years draw = evaluation.byYear(rows.draw);
    const Years interest = evaluation.byYear(rows.interest);
    const Years paid = evaluation.byYear(rows.interestPaid);
    const Years principal = evaluation.byYear(rows.principal);
    const Years debt = evaluation.byYear(rows.debt);
    const double tolerance = rounding * (sum(draw) + sum(interest));
    const int lastRepayment = timeline.startOfOperations + loan.graceYears + loan.tenorYears - 1;
    double opening = 0.0;
    bool isDrawnLater = false;
    for (std::size_t y = 0; y < debt.size(); ++y) {
        const int year = timeline.firstYear + static_cast<int>(y);
        if (std::string wrong = expectNear("interest", interest[y], loan.rate * opening, tolerance);
            !wrong.empty())
            return wrong;
        const double capitalised = interest[y] - paid[y];
        const bool mayCapitalise = loan.capitaliseInterest && year < timeline.startOfOperations;
        if (!mayCapitalise && capitalised != 0.0)
            return "interest is capitalised after the start of operations";
        if (std::string wrong = expectNear(
                "debt", debt[y], opening + draw[y] + capitalised - principal[y], tolerance);
            !wrong.empty())
            return wrong;
        if (year >= lastRepayment)
            isDrawnLater = isDrawnLater || draw[y] > 0.0;
        opening = debt[y];
    }
    if (lastRepayment <= timeline.lastYear() && !isDrawnLater)
        return expectNear("debt at the end", debt.back(), 0.0, tolerance);
    return {};
}

std::string workingCapitalComesBack(const Evaluation& evaluation, PlantCase plant)
{
    const CaseRows& rows = rowsOf(evaluation, plant);
    const Years changes = evaluation.byYear(rows.changeInWorkingCapital);
    if (evaluation.byYear(rows.workingCapital).back() != 0.0)
        return "working capital is left in the last year";
    return expectNear("the sum of the changes", sum(changes), 0.0, rounding * largest(changes));
}

std::string ownersShareTheEquityCashFlow(const Evaluation& evaluation, PlantCase plant)
{
    const CaseRows& rows = rowsOf(evaluation, plant);
    const Years equity = evaluation.byYear(rows.equityCashFlow);
    const Years withheld = evaluation.byYear(rows.withholding);
    const Years stateTake = evaluation.byYear(rows.stateTake);
    std::vector<Years> nets;
    for (const Row row : rows.shareholderNets)
        nets.push_back(evaluation.byYear(row));
    const double tolerance = rounding * largest(equity);
    for (std::size_t y = 0; y < equity.size(); ++y) {
        double shared = withheld[y];
        double taken = withheld[y];
        for (std::size_t h = 0; h < nets.size(); ++h) {
            shared += nets[h][y];
            if (evaluation.project().shareholders[h].state)
                taken += nets[h][y];
        }
        if (std::string wrong = expectNear("nets and withholding", shared, equity[y], tolerance);
            !wrong.empty())
            return wrong;
        const int year = evaluation.years().first + static_cast<int>(y);
        for (const Row row :
            {evaluation.rows().revenue.royalty, rows.propertyTax, rows.leveredTax.incomeTax})
            taken += *evaluation.figure(row, year);
        if (std::string wrong =
                expectNear("state take", stateTake[y], taken, rounding * scaleOf(evaluation, rows));
            !wrong.empty())
            return wrong;
    }
    return {};
}

// Used losses are never more than those made, nor than the limit allows; without expiry those made
// are all used or left.
std::string lossesAreUsedOnce(const Evaluation& evaluation, PlantCase plant)
{
    const Tax& tax = evaluation.project().tax;
    if (tax.lossTreatment == LossTreatment::groupRelief)
        return {};
    const CaseRows& rows = rowsOf(evaluation, plant);
    for (const TaxRows& levered : {rows.tax, rows.leveredTax}) {
        const Years taxable = evaluation.byYear(levered.taxable);
        const Years used = evaluation.byYear(levered.lossesUsed);
        const double tolerance =
            rounding * (largest(taxable) * static_cast<double>(taxable.size()));
        double made = 0.0;
        double usedSoFar = 0.0;
        for (std::size_t y = 0; y < taxable.size(); ++y) {
            if (used[y] < -tolerance ||
                used[y] > tax.lossOffsetLimit * std::max(taxable[y], 0.0) + tolerance)
                return "losses used are below 0 or above the limit";
            usedSoFar += used[y];
            if (usedSoFar > made + tolerance)
                return "more losses are used than were made before";
            made += std::max(-taxable[y], 0.0);
        }
    }
    return {};
}

// Without a loan, equity is the project itself.
std::string cashFlowsAddUp(const Evaluation& evaluation, PlantCase plant)
{
    const CaseRows& rows = rowsOf(evaluation, plant);
    const double tolerance = rounding * scaleOf(evaluation, rows);
    const YearSpan years = evaluation.years();
    double cumulative = 0.0;
    for (int year = years.first; year <= years.last; ++year) {
        const auto of = [&](Row row) { return *evaluation.figure(row, year); };
        const double lenders =
            of(rows.draw) - of(rows.fees) - of(rows.interestPaid) - of(rows.principal);
        const double taxSaved = of(rows.tax.incomeTax) - of(rows.leveredTax.incomeTax);
        cumulative += of(rows.freeCashFlow);
        for (const std::string& wrong :
            {expectNear("equity less project", of(rows.equityCashFlow) - of(rows.freeCashFlow),
                 lenders + taxSaved, tolerance),
                expectNear("tax", of(rows.preTaxCashFlow) - of(rows.freeCashFlow),
                    of(rows.tax.incomeTax), tolerance),
                expectNear("cumulative", of(rows.cumulativeFreeCashFlow), cumulative,
                    tolerance * static_cast<double>(years.count())),
                expectNear("taxable", of(rows.tax.taxable) - of(rows.leveredTax.taxable),
                    of(rows.interest) + of(rows.fees), tolerance)})
            if (!wrong.empty())
                return wrong;
    }
    return {};
}

struct NamedIdentity {
    const char* name;
    Identity holds;
};

const std::vector<NamedIdentity> identities = {
    {"the value at the rate of return is 0", valueAtTheRateOfReturnIsNothing},
    {"opening, additions and depreciation make the closing balance", bookValuesRollForward},
    {"all spending is depreciated by the end", allSpendingIsDepreciated},
    {"debt is drawn, bears interest and is repaid", debtRollsForwardToNothing},
    {"working capital comes back", workingCapitalComesBack},
    {"owners and the state share the equity cash flow", ownersShareTheEquityCashFlow},
    {"a loss is used once", lossesAreUsedOnce},
    {"project, lenders and owners have the same cash", cashFlowsAddUp},
};

// All that is stated in money, times a factor. A cost line's shares, an asset's years stay.
Project withMoneyTimes(Project project, double factor)
{
    for (Product& product : project.products)
        product.sellingCostPerKg *= factor;
    project.market.freightOecdPerKg *= factor;
    project.market.freightOtherPerKg *= factor;
    for (PriceDeck& deck : project.priceDecks)
        for (auto& [product, price] : deck.prices)
            std::visit(
                [&](auto& stated) {
                    if constexpr (std::is_same_v<std::decay_t<decltype(stated)>, Series>)
                        stated.scale(factor);
                    else
                        stated.amount.scale(factor);
                },
                price);
    for (CostLine& line : project.costLines)
        for (double* amount :
            {&line.fixed, &line.variablePerKg, &line.hostFixed, &line.hostVariablePerKg})
            *amount *= factor;
    for (CapitalItem& item : project.capital.items) {
        item.amount *= factor;
        item.standaloneAmount *= factor;
    }
    project.capital.closureAmount *= factor;
    project.capital.standaloneClosureAmount *= factor;
    return project;
}

// Whose decks are the flat price, real in money of the valuation year, without premiums or lever. A
// real deck is in money of the base year, so the price is brought there by the index between them.
Project onFlatPrice(Project project, double price, double indexAtValuation)
{
    project.levers.price = 1.0;
    for (PriceDeck& deck : project.priceDecks) {
        deck.terms = Terms::real;
        deck.oecdPremium = 0.0;
        deck.otherPremium = 0.0;
        for (auto& [product, stated] : deck.prices)
            stated = Series(price / indexAtValuation);
    }
    return project;
}

}

class TestIdentities : public QObject {
    Q_OBJECT

private slots:
    void holdInEveryProject_data();
    void holdInEveryProject();
    void theBreakEvenPriceMakesTheProjectWorthNothing();
    void savingsAddUp();
    void moneyScales();
    void withoutProductionThereIsNoRevenue();
    void aBetterPriceNeverHurtsBeforeTax();
    void withoutReuseAndOwnAmountsBothCasesAreOne();
};

void TestIdentities::holdInEveryProject_data()
{
    QTest::addColumn<int>("identity");
    for (std::size_t i = 0; i < identities.size(); ++i)
        QTest::newRow(identities[i].name) << static_cast<int>(i);
}

void TestIdentities::holdInEveryProject()
{
    QFETCH(int, identity);
    for (std::uint32_t seed = 0; seed <= projectCount; ++seed) {
        const SharedEvaluation& evaluation = evaluationOf(seed);
        QVERIFY(evaluation);
        for (const PlantCase plant : {PlantCase::project, PlantCase::standalone}) {
            const std::string wrong =
                identities[static_cast<std::size_t>(identity)].holds(*evaluation, plant);
            QVERIFY2(wrong.empty(), ("seed " + std::to_string(seed) + ": " + wrong).c_str());
        }
    }
}

void TestIdentities::theBreakEvenPriceMakesTheProjectWorthNothing()
{
    int found = 0;
    for (std::uint32_t seed = 0; seed <= projectCount; ++seed) {
        const SharedEvaluation& evaluation = evaluationOf(seed);
        QVERIFY(evaluation);
        const Project& project = evaluation->project();
        const double index =
            *evaluation->figure(evaluation->rows().macro.usdIndex, project.timeline.valuationYear);
        SharedEvaluation flat;
        for (const PlantCase plant : {PlantCase::project, PlantCase::standalone}) {
            const std::optional<double> price = evaluation->metrics(plant)[Metric::breakEvenPrice];
            if (!price)
                continue;
            flat = evaluate(onFlatPrice(project, *price, index), flat);
            QVERIFY(flat);
            const double npv = *flat->metrics(plant)[Metric::npv];
            if (*price == 0.0) { // pays at no price
                QVERIFY(npv >= 0.0);
                continue;
            }
            ++found;
            // A thousandth of a millionth of what is earned at that price.
            const CaseRows& rows = rowsOf(*flat, plant);
            const double scale =
                sum(flat->byYear(flat->rows().revenue.revenue)) + sum(flat->byYear(rows.capex));
            QVERIFY2(std::abs(npv) <= 1e-9 * scale,
                qPrintable(QStringLiteral("seed %1: %2 of %3").arg(seed).arg(npv).arg(scale)));
        }
    }
    QVERIFY(found > 400);
}

// The parts of npv_savings: cost lines, capital items, sustaining, closure, salvage, working
// capital and taxes.
void TestIdentities::savingsAddUp()
{
    for (std::uint32_t seed = 0; seed <= projectCount; ++seed) {
        const SharedEvaluation& evaluation = evaluationOf(seed);
        QVERIFY(evaluation);
        const SavingsRows& savings = evaluation->rows().savings;
        double parts = 0.0;
        double sizes = 0.0;
        for (const std::vector<Row>* rows :
            {&savings.costLineValues, &savings.itemValues, &savings.otherValues})
            for (const Row row : *rows) {
                parts += *evaluation->figure(row);
                sizes += std::abs(*evaluation->figure(row));
            }
        sizes += std::abs(*evaluation->metrics(PlantCase::project)[Metric::npv]) +
                 std::abs(*evaluation->metrics(PlantCase::standalone)[Metric::npv]);
        QVERIFY2(std::abs(parts - evaluation->npvSavings()) <= rounding * sizes,
            qPrintable(QStringLiteral("seed %1").arg(seed)));
        QVERIFY(std::abs(*evaluation->metrics(PlantCase::project)[Metric::npv] -
                         *evaluation->metrics(PlantCase::standalone)[Metric::npv] -
                         evaluation->npvSavings()) <= rounding * sizes);
        for (const ResultLine& line : evaluation->rows().lines) {
            const Years project = evaluation->byYear(line.project);
            const Years standalone = evaluation->byYear(line.standalone);
            const Years saved = evaluation->byYear(line.savings);
            for (std::size_t y = 0; y < saved.size(); ++y)
                QCOMPARE(saved[y], project[y] - standalone[y]);
        }
    }
}

void TestIdentities::moneyScales()
{
    constexpr double factor = 3.0;
    for (std::uint32_t seed = 0; seed <= projectCount; ++seed) {
        const SharedEvaluation& once = evaluationOf(seed);
        QVERIFY(once);
        const SharedEvaluation thrice = evaluate(withMoneyTimes(once->project(), factor), once);
        QVERIFY(thrice);
        for (const PlantCase plant : {PlantCase::project, PlantCase::standalone}) {
            const double tolerance = factor * rounding * scaleOf(*once, rowsOf(*once, plant));
            for (std::size_t m = 0; m < metricCount; ++m) {
                const auto metric = static_cast<Metric>(m);
                const std::optional<double> before = once->metrics(plant)[metric];
                const std::optional<double> after = thrice->metrics(plant)[metric];
                const std::string where =
                    "seed " + std::to_string(seed) + ", " + std::string(descriptionOf(metric).name);
                QVERIFY2(before.has_value() == after.has_value(), where.c_str());
                if (!before)
                    continue;
                const auto kind = descriptionOf(metric).kind;
                const bool isMoney = kind == MetricDescription::Kind::money ||
                                     kind == MetricDescription::Kind::pricePerKg;
                const double expected = isMoney ? factor * *before : *before;
                const support::Nearness near {1e-9, isMoney ? tolerance : 1e-10};
                QVERIFY2(near.holds(*after, expected), where.c_str());
            }
        }
        QVERIFY((support::Nearness {1e-9, 1e-4}.holds(
            thrice->expectedNpv(), factor * once->expectedNpv())));
    }
}

void TestIdentities::withoutProductionThereIsNoRevenue()
{
    for (std::uint32_t seed = 0; seed <= projectCount; seed += 3) {
        Project project = evaluationOf(seed)->project();
        project.levers.production = 0.0;
        const SharedEvaluation evaluation = evaluate(project, evaluationOf(seed));
        QVERIFY(evaluation);
        const RevenueRows& rows = evaluation->rows().revenue;
        for (const Row row :
            {rows.production, rows.revenue, rows.sellingCosts, rows.royalty, rows.paidSales})
            QCOMPARE(largest(evaluation->byYear(row)), 0.0);
        for (const PlantCase plant : {PlantCase::project, PlantCase::standalone}) {
            const CaseMetrics& metrics = evaluation->metrics(plant);
            QCOMPARE(metrics[Metric::shareOfWorldProduction], std::optional<double>(0.0));
            for (const Metric metric :
                {Metric::levelisedCost, Metric::cashCost, Metric::allInSustainingCost})
                QVERIFY(!metrics[metric]);
            // No price is enough, or none is needed.
            if (const auto price = metrics[Metric::breakEvenPrice])
                QCOMPARE(*price, 0.0);
        }
    }
}

void TestIdentities::aBetterPriceNeverHurtsBeforeTax()
{
    for (std::uint32_t seed = 0; seed <= projectCount; seed += 3) {
        Project project = evaluationOf(seed)->project();
        project.workingCapital.receivableDays = 0.0; // tied up earlier than it comes back
        const SharedEvaluation before = evaluate(project, evaluationOf(seed));
        project.levers.price *= 1.1;
        const SharedEvaluation after = evaluate(project, before);
        QVERIFY(before && after);
        const auto npv = [](const SharedEvaluation& e) {
            return *e->metrics(PlantCase::project)[Metric::npvPreTax];
        };
        const double revenue = sum(before->byYear(before->rows().revenue.revenue));
        if (revenue > 0.0 && project.timeline.valuationYear <= project.timeline.lastOperatingYear())
            QVERIFY2(npv(after) > npv(before), qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

// Where nothing is saved, the savings are 0 in every line.
void TestIdentities::withoutReuseAndOwnAmountsBothCasesAreOne()
{
    for (std::uint32_t seed = 0; seed <= projectCount; seed += 3) {
        Project project = evaluationOf(seed)->project();
        for (CostLine& line : project.costLines) {
            line.reuseShare = 0.0;
            line.hostFixed = 0.0;
            line.hostVariablePerKg = 0.0;
        }
        for (CapitalItem& item : project.capital.items)
            item.standaloneAmount = item.amount;
        project.capital.standaloneClosureAmount = project.capital.closureAmount;
        const SharedEvaluation evaluation = evaluate(project, evaluationOf(seed));
        QVERIFY(evaluation);
        QCOMPARE(evaluation->npvSavings(), 0.0);
        for (const ResultLine& line : evaluation->rows().lines)
            QCOMPARE(largest(evaluation->byYear(line.savings)), 0.0);
        for (std::size_t m = 0; m < metricCount; ++m)
            QCOMPARE(evaluation->metrics(PlantCase::project).values[m],
                evaluation->metrics(PlantCase::standalone).values[m]);
    }
}

QTEST_APPLESS_MAIN(TestIdentities)
#include "tst_identities.moc"
