#include "core/analysis/Distributions.h"
#include "core/analysis/TrialDraws.h"
#include "core/project/DefaultProject.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace core;

class TestTrialDraws : public QObject {
    Q_OBJECT

private slots:
    void followTheirDistributions_data();
    void followTheirDistributions();
    void haveTheRankCorrelations_data();
    void haveTheRankCorrelations();
    void pricesHaveTheLawOfTheirProcess_data();
    void pricesHaveTheLawOfTheirProcess();
    void decksComeByTheirProbability();
    void drawsBeyondTheFieldAreHeldAndCounted();
    void instructionSetsAgree_data();
    void instructionSetsAgree();
    void inputsOfAnAbsentBlockAreLeftOut();
    void aLongerLifeHasPricesToo();
    void nothingToDraw();
    void tooMuchForSobol();
};

namespace {

const char* const inputs[] {"levers.price", "levers.production", "levers.opex", "levers.capex",
    "levers.reuse", "levers.fx", "market.freight_oecd_per_kg"};

// One input for each distribution.
Project uncertainProject()
{
    Project project = defaultProject();
    project.analysis.emplace();
    const Distribution all[] {{"uniform", {{"min", 0.5}, {"max", 1.5}}, {}, {}},
        {"triangular", {{"min", 0.8}, {"mode", 0.9}, {"max", 1.4}}, {}, {}},
        {"pert", {{"min", 0.7}, {"mode", 1.1}, {"max", 1.2}}, {}, {}},
        {"normal", {{"mean", 1.0}, {"standard_deviation", 0.1}}, {}, {}},
        {"truncated_normal",
            {{"mean", 1.0}, {"standard_deviation", 0.2}, {"min", 0.9}, {"max", 1.6}}, {}, {}},
        {"lognormal", {{"mean", 1.0}, {"standard_deviation", 0.3}}, {}, {}},
        {"discrete", {}, {3.0, 1.0, 8.0}, {0.25, 0.6, 0.15}}};
    for (std::size_t i = 0; i < std::size(all); ++i)
        project.analysis->uncertainties.push_back({inputs[i], UncertaintyMode::set, all[i]});
    return project;
}

struct Drawn {
    std::vector<std::vector<double>> positions; // by input
    std::vector<double> deck;
    std::vector<std::vector<double>> prices; // by year
    std::vector<std::int64_t> held;
};

Drawn drawn(const TrialDraws& draws)
{
    Drawn result;
    result.positions.resize(draws.inputs().size());
    result.prices.resize(static_cast<std::size_t>(draws.priceYears()));
    TrialDraws::Block block(draws);
    for (std::int64_t first = 0; first < draws.trials(); first += trialsPerBlock) {
        draws.draw(first, block);
        const std::int64_t count = std::min<std::int64_t>(trialsPerBlock, draws.trials() - first);
        const auto append = [count](std::vector<double>& all, const double* numbers) {
            all.insert(all.end(), numbers, numbers + count);
        };
        for (std::size_t i = 0; i < result.positions.size(); ++i)
            append(result.positions[i], block.positions(static_cast<int>(i)));
        append(result.deck, block.deck());
        for (std::size_t year = 0; year < result.prices.size(); ++year)
            append(result.prices[year], block.priceFactors(static_cast<int>(year)));
    }
    result.held = block.held();
    return result;
}

double mean(const std::vector<double>& numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) /
           static_cast<double>(numbers.size());
}

double deviation(const std::vector<double>& numbers)
{
    const double centre = mean(numbers);
    double squares = 0.0;
    for (const double number : numbers)
        squares += (number - centre) * (number - centre);
    return std::sqrt(squares / static_cast<double>(numbers.size() - 1));
}

std::vector<double> ranks(const std::vector<double>& numbers)
{
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::sort(order.begin(), order.end(),
        [&numbers](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
    std::vector<double> ranks(numbers.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = static_cast<double>(i);
    return ranks;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b)
{
    const double meanA = mean(a);
    const double meanB = mean(b);
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - meanA) * (b[i] - meanB);
    return sum / (deviation(a) * deviation(b) * static_cast<double>(a.size() - 1));
}

void addSamplings()
{
    QTest::addColumn<Sampling>("sampling");
    QTest::newRow("random") << Sampling::random;
    QTest::newRow("latin hypercube") << Sampling::latinHypercube;
    QTest::newRow("sobol") << Sampling::sobol;
}

}

Q_DECLARE_METATYPE(core::Sampling)
Q_DECLARE_METATYPE(core::InstructionSet)
Q_DECLARE_METATYPE(core::PriceProcess)

void TestTrialDraws::followTheirDistributions_data()
{
    QTest::addColumn<Sampling>("sampling");
    QTest::addColumn<bool>("isCorrelated");
    QTest::newRow("random") << Sampling::random << false;
    QTest::newRow("latin hypercube") << Sampling::latinHypercube << false;
    QTest::newRow("sobol") << Sampling::sobol << false;
    QTest::newRow("random, all correlated") << Sampling::random << true;
}

// Mean and deviation within five standard errors, and Kolmogorov's distance below what one run in
// a million exceeds.
void TestTrialDraws::followTheirDistributions()
{
    QFETCH(Sampling, sampling);
    QFETCH(bool, isCorrelated);
    constexpr int trials = 20'000;
    Project project = uncertainProject();
    if (isCorrelated)
        for (std::size_t i = 1; i < std::size(inputs); ++i)
            project.analysis->correlations.push_back({inputs[i - 1], inputs[i], 0.4});
    const Result<TrialDraws> draws = TrialDraws::make(project, {trials, 3, sampling});
    QVERIFY(draws);
    const Drawn result = drawn(*draws);
    const double error = 5.0 / std::sqrt(static_cast<double>(trials));
    for (std::size_t i = 0; i < std::size(inputs); ++i) {
        const DistributionShape shape(project.analysis->uncertainties[i].distribution);
        std::vector<double> numbers = result.positions[i];
        const double width = shape.standardDeviation();
        QVERIFY2(std::abs(mean(numbers) - shape.mean()) < error * width, inputs[i]);
        QVERIFY2(std::abs(deviation(numbers) / width - 1.0) < 2.0 * error, inputs[i]);
        std::sort(numbers.begin(), numbers.end());
        QVERIFY(numbers.front() >= shape.lowest() && numbers.back() <= shape.highest());
        for (std::size_t k = 0; k < numbers.size(); ++k) {
            // From below at the first of equal numbers, from above at the last.
            const double below = static_cast<double>(k) / trials;
            if (k + 1 == numbers.size() || numbers[k + 1] > numbers[k])
                QVERIFY2(
                    std::abs(shape.cumulative(numbers[k]) - below) < 2.7 / std::sqrt(1.0 * trials),
                    inputs[i]);
        }
    }
    QVERIFY(std::all_of(
        result.held.begin(), result.held.end(), [](std::int64_t held) { return held == 0; }));
}

void TestTrialDraws::haveTheRankCorrelations_data()
{
    addSamplings();
}

// The inputs have different distributions; that of a discrete one is left out, since equal values
// have no order.
void TestTrialDraws::haveTheRankCorrelations()
{
    QFETCH(Sampling, sampling);
    constexpr int trials = 20'000;
    Project project = uncertainProject();
    project.analysis->correlations = {{"levers.price", "levers.production", 0.8},
        {"levers.opex", "levers.price", -0.5}, {"levers.capex", "levers.fx", 0.3},
        {"levers.reuse", "levers.capex", -0.9}};
    const Drawn result = drawn(*TrialDraws::make(project, {trials, 5, sampling}));
    std::vector<std::vector<double>> ranked;
    for (std::size_t i = 0; i < 6; ++i)
        ranked.push_back(ranks(result.positions[i]));
    const auto wanted = [&project](std::size_t a, std::size_t b) {
        for (const Correlation& stated : project.analysis->correlations)
            if ((stated.a == inputs[a] && stated.b == inputs[b]) ||
                (stated.a == inputs[b] && stated.b == inputs[a]))
                return stated.rank;
        return 0.0;
    };
    const double error = 5.0 / std::sqrt(static_cast<double>(trials));
    for (std::size_t a = 0; a < ranked.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            QVERIFY2(std::abs(correlation(ranked[a], ranked[b]) - wanted(a, b)) < error,
                qPrintable(QStringLiteral("%1 with %2: %3")
                               .arg(QLatin1String(inputs[a]), QLatin1String(inputs[b]))
                               .arg(correlation(ranked[a], ranked[b]))));
}

void TestTrialDraws::pricesHaveTheLawOfTheirProcess_data()
{
    QTest::addColumn<PriceProcess>("process");
    QTest::addColumn<double>("firstVariance");
    QTest::addColumn<double>("lastVariance"); // of the logarithm, by the closed forms
    const double speed = std::log(2.0) / 3.5;
    const auto reverted = [speed](double years) {
        return 0.38 * 0.38 * (1.0 - std::exp(-2.0 * speed * years)) / (2.0 * speed);
    };
    QTest::newRow("mean reverting")
        << PriceProcess {PriceProcessType::meanReverting, 3.5, 0.38} << reverted(1) << reverted(20);
    QTest::newRow("random walk") << PriceProcess {PriceProcessType::randomWalk, {}, 0.1} << 0.01
                                 << 0.2;
}

void TestTrialDraws::pricesHaveTheLawOfTheirProcess()
{
    QFETCH(PriceProcess, process);
    QFETCH(double, firstVariance);
    QFETCH(double, lastVariance);
    Project project = defaultProject();
    project.analysis.emplace();
    project.analysis->priceProcess = process;
    QCOMPARE(project.timeline.yearsOfOperation, 20);
    constexpr int trials = 40'000;
    const Drawn result = drawn(*TrialDraws::make(project, {trials, 8, Sampling::random}));
    QCOMPARE(result.prices.size(), std::size_t {20});
    const double error = 5.0 / std::sqrt(static_cast<double>(trials));
    std::vector<double> before(trials, 0.0);
    const PriceSteps steps = priceSteps(process, 20);
    for (std::size_t year = 0; year < result.prices.size(); ++year) {
        const double variance = steps.variances[year];
        const std::vector<double>& factors = result.prices[year];
        QVERIFY(std::abs(mean(factors) - 1.0) < error * std::sqrt(std::expm1(variance)));
        std::vector<double> logarithms;
        for (const double factor : factors)
            logarithms.push_back(std::log(factor) + variance / 2.0);
        QVERIFY(std::abs(deviation(logarithms) / std::sqrt(variance) - 1.0) < error);
        std::vector<double> innovations;
        for (std::size_t i = 0; i < logarithms.size(); ++i)
            innovations.push_back(logarithms[i] - steps.persistence * before[i]);
        if (year > 0)
            QVERIFY(std::abs(correlation(innovations, before)) < error);
        QVERIFY(std::abs(deviation(innovations) / steps.innovation - 1.0) < error);
        before = logarithms;
    }
    QVERIFY(std::abs(steps.variances.front() - firstVariance) < 1e-15);
    QVERIFY(std::abs(steps.variances.back() - lastVariance) < 1e-14);
}

void TestTrialDraws::decksComeByTheirProbability()
{
    Project project = defaultProject();
    project.analysis.emplace();
    project.analysis->drawDeck = true;
    project.priceDecks[1].probability += project.priceDecks[5].probability;
    project.priceDecks[5].probability = 0.0;
    constexpr int trials = 20'000;
    const Drawn result = drawn(*TrialDraws::make(project, {trials, 2, Sampling::latinHypercube}));
    std::vector<int> counts(project.priceDecks.size(), 0);
    for (const double deck : result.deck)
        ++counts.at(static_cast<std::size_t>(deck) - 1);
    for (std::size_t deck = 0; deck < counts.size(); ++deck)
        QVERIFY(std::abs(counts[deck] - trials * project.priceDecks[deck].probability) <= 1.0);
    QCOMPARE(counts[5], 0);
}

void TestTrialDraws::drawsBeyondTheFieldAreHeldAndCounted()
{
    Project project = defaultProject();
    project.analysis.emplace();
    project.analysis->uncertainties = {{"market.oecd_share", UncertaintyMode::set,
        {"normal", {{"mean", 0.9}, {"standard_deviation", 0.1}}, {}, {}}}};
    constexpr int trials = 10'000;
    const Drawn result = drawn(*TrialDraws::make(project, {trials, 2, Sampling::latinHypercube}));
    const std::vector<double>& shares = result.positions[0];
    QCOMPARE(*std::max_element(shares.begin(), shares.end()), 1.0);
    QCOMPARE(result.held[0], std::count(shares.begin(), shares.end(), 1.0));
    QVERIFY(std::abs(static_cast<double>(result.held[0]) - 0.1587 * trials) < 2.0);
}

void TestTrialDraws::instructionSetsAgree_data()
{
    QTest::addColumn<InstructionSet>("set");
    for (const InstructionSet set :
        {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
        if (samplingKernelFor(set))
            QTest::newRow(nameOf(set)) << set;
}

void TestTrialDraws::instructionSetsAgree()
{
    QFETCH(InstructionSet, set);
    Project project = uncertainProject();
    project.analysis->drawDeck = true;
    project.analysis->priceProcess = defaultProject().analysis->priceProcess;
    project.analysis->correlations = {{inputs[0], inputs[1], 0.8}, {inputs[2], inputs[5], -0.5}};
    const Simulation simulation {1000, 4, Sampling::random};
    const Drawn result = drawn(*TrialDraws::make(project, simulation, set));
    const Drawn plain = drawn(*TrialDraws::make(project, simulation, InstructionSet::baseline));
    QCOMPARE(result.deck, plain.deck);
    const auto areNear = [](const std::vector<double>& a, const std::vector<double>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
            [](double x, double y) { return std::abs(x - y) <= 1e-12 * std::abs(y); });
    };
    for (std::size_t i = 0; i < plain.positions.size(); ++i)
        QVERIFY(areNear(result.positions[i], plain.positions[i]));
    for (std::size_t year = 0; year < plain.prices.size(); ++year)
        QVERIFY(areNear(result.prices[year], plain.prices[year]));
}

void TestTrialDraws::inputsOfAnAbsentBlockAreLeftOut()
{
    Project project = uncertainProject();
    project.resource.reset();
    project.analysis->uncertainties.insert(project.analysis->uncertainties.begin(),
        {"resource.recovery", UncertaintyMode::set, {"uniform", {{"min", 0}, {"max", 1}}, {}, {}}});
    project.analysis->correlations = {{"resource.recovery", inputs[0], 0.5}};
    const Result<TrialDraws> draws = TrialDraws::make(project, {64, 1, Sampling::random});
    QVERIFY(draws);
    QCOMPARE(draws->inputs().size(), std::size(inputs));
    QCOMPARE(draws->inputs().front().id, std::string(inputs[0]));
}

void TestTrialDraws::aLongerLifeHasPricesToo()
{
    Project project = defaultProject();
    project.analysis.emplace();
    project.analysis->priceProcess = {PriceProcessType::randomWalk, {}, 0.1};
    project.analysis->uncertainties = {{"timeline.years_of_operation", UncertaintyMode::set,
        {"uniform", {{"min", 15}, {"max", 30}}, {}, {}}}};
    QCOMPARE(TrialDraws::make(project, {64, 1, Sampling::random})->priceYears(), 30);
}

void TestTrialDraws::nothingToDraw()
{
    Project project = defaultProject();
    project.analysis.reset();
    QVERIFY(!TrialDraws::make(project, {64, 1, Sampling::random}));
    project.analysis.emplace();
    const Result<TrialDraws> draws = TrialDraws::make(project, {64, 1, Sampling::random});
    QVERIFY(!draws);
    QCOMPARE(draws.error().code, ErrorCode::InvalidInput);
    QCOMPARE(draws.error().problems.front().where, std::string("analysis.uncertainties"));
}

void TestTrialDraws::tooMuchForSobol()
{
    Project project = defaultProject();
    project.timeline.yearsOfOperation = 280;
    project.analysis.emplace();
    project.analysis->priceProcess = {PriceProcessType::randomWalk, {}, 0.1};
    QVERIFY(TrialDraws::make(project, {64, 1, Sampling::sobol}));
    for (int line = 0; line < 800; ++line) {
        CostLine costLine;
        costLine.id = "line_" + std::to_string(line);
        project.costLines.push_back(costLine);
        project.analysis->uncertainties.push_back({"cost_lines." + costLine.id + ".fixed",
            UncertaintyMode::set, {"uniform", {{"min", 0}, {"max", 1}}, {}, {}}});
    }
    QVERIFY(TrialDraws::make(project, {64, 1, Sampling::latinHypercube}));
    const Result<TrialDraws> draws = TrialDraws::make(project, {64, 1, Sampling::sobol});
    QVERIFY(!draws);
    QCOMPARE(draws.error().problems.front().where, std::string("analysis.simulation.sampling"));
}

QTEST_APPLESS_MAIN(TestTrialDraws)
#include "tst_trialdraws.moc"
