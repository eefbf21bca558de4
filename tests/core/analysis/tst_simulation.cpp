#include "core/analysis/Simulation.h"
#include "core/engine/TapeArithmetic.h"
#include "core/project/DefaultProject.h"
#include "tests/core/analysis/SimulationTest.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <cmath>

using namespace core;
using support::options;
using support::simulated;
using support::uncertain;

class TestSimulation : public QObject {
    Q_OBJECT

private slots:
    void aLinearModel_data();
    void aLinearModel();
    void goodSamplingErrsLess();
    void sharesOfVariance();
    void correlatedInputsShareWhatTheyHaveInCommon();
    void figuresOfAResult();
    void worstOfACost();
    void trialsWithoutAFigure();
    void refuses_data();
    void refuses();
    void startsFromEvidence();
};

namespace {

// NPV = 3000 / 1.1^0.. of a plain project is linear in the price and in a fixed cost.
Project linearProject()
{
    Project project = support::plainProject();
    CostLine line;
    line.id = "line";
    line.name = "line";
    line.fixed = 20'000.0;
    project.costLines = {line};
    project.analysis.emplace();
    return project;
}

// Present value of 1 a year from 2030 to 2032, at 10 % to the start of each year.
const double presentYears = 1.0 + 1.0 / 1.1 + 1.0 / 1.21;

}

Q_DECLARE_METATYPE(core::Project)

void TestSimulation::aLinearModel_data()
{
    QTest::addColumn<double>("rank");
    QTest::newRow("independent") << 0.0;
    QTest::newRow("together") << 0.6;
    QTest::newRow("against each other") << -0.4;
}

// 1000 kg a year at a normal price less a normal cost: the mean and the variance are exact, and the
// value is normal.
void TestSimulation::aLinearModel()
{
    QFETCH(double, rank);
    Project project = linearProject();
    project.analysis->uncertainties = {
        uncertain("levers.price", "normal", {{"mean", 1.0}, {"standard_deviation", 0.1}}),
        uncertain(
            "cost_lines.line.fixed", "normal", {{"mean", 20e3}, {"standard_deviation", 5e3}})};
    if (rank != 0.0)
        project.analysis->correlations = {{"cost_lines.line.fixed", "levers.price", rank}};
    const double mean = presentYears * (100e3 - 20e3);
    const double correlation = 2.0 * std::sin(rank * std::acos(-1.0) / 6.0);
    const double deviation = presentYears * std::sqrt(1e8 + 25e6 - 2.0 * correlation * 10e3 * 5e3);
    const auto result = simulated(project, options(1 << 16, Sampling::sobol));
    QVERIFY(std::abs(result->mean - mean) < 1e-4 * deviation);
    QVERIFY(std::abs(result->standardDeviation / deviation - 1.0) < 1e-3);
    QVERIFY(std::abs(result->standardError - deviation / 256.0) < 1e-2 * deviation / 256.0);
    QVERIFY(std::abs(result->percentile(0.9) - mean - 1.2815516 * deviation) < 5e-3 * deviation);
    QVERIFY(std::abs(result->percentile(0.05) - mean + 1.6448536 * deviation) < 1e-2 * deviation);
    // Of a normal, the mean of the worst 5 % lies 2.0627 deviations below.
    QVERIFY(
        std::abs(result->conditionalValueAtRisk - mean + 2.0627128 * deviation) < 1e-2 * deviation);
    QVERIFY(std::abs(result->cumulative(mean - deviation) - 0.1586553) < 2e-3);
}

// The error of the mean of the default project's value over seeds, beside that of random trials.
// Decks and prices multiply each other, which neither sampling can even out.
void TestSimulation::goodSamplingErrsLess()
{
    Project project = defaultProject();
    const auto base = *Evaluation::of(project);
    SimulationOptions settings = options(1 << 17, Sampling::sobol);
    settings.threads = 2;
    const double mean = (*simulate(base, settings))->mean;
    constexpr int seeds = 20;
    const auto error = [&](std::int64_t trials, Sampling sampling) {
        double squares = 0.0;
        for (int seed = 1; seed <= seeds; ++seed) {
            settings.simulation = {trials, static_cast<std::uint64_t>(seed), sampling};
            squares += std::pow((*simulate(base, settings))->mean - mean, 2);
        }
        return std::sqrt(squares / seeds) / 1e6;
    };
    qInfo("error of the mean in USD million, over %d seeds", seeds);
    qInfo("trials   random   latin hypercube   sobol");
    for (const std::int64_t trials : {256, 1024, 4096}) {
        const double random = error(trials, Sampling::random);
        const double latin = error(trials, Sampling::latinHypercube);
        const double sobol = error(trials, Sampling::sobol);
        qInfo("%6d   %6.3f   %15.3f   %5.3f", static_cast<int>(trials), random, latin, sobol);
        QVERIFY(latin < 0.75 * random);
        QVERIFY(sobol < 0.5 * random);
    }
}

// Independent inputs of a linear model: shares of variance are known.
void TestSimulation::sharesOfVariance()
{
    Project project = linearProject();
    project.priceDecks[0].probability = 0.5;
    PriceDeck second = project.priceDecks[0];
    second.id = "second";
    second.prices["metal"] = 110.0;
    project.priceDecks.push_back(second);
    project.analysis->drawDeck = true; // 100 or 110: deviation 5 of the price
    project.analysis->uncertainties = {uncertain("cost_lines.line.fixed", "normal",
                                           {{"mean", 20e3}, {"standard_deviation", 10e3}}),
        uncertain("levers.capex", "uniform", {{"min", 0.5}, {"max", 1.5}})}; // of nothing
    const auto result = simulated(project, options(20'000));
    QCOMPARE(result->inputs.size(), std::size_t {3});
    QCOMPARE(result->inputs[2].input, std::string("active_deck"));
    QVERIFY(std::abs(result->inputs[0].varianceShare - 0.8) < 0.02);
    QVERIFY(std::abs(result->inputs[2].varianceShare - 0.2) < 0.02);
    QVERIFY(result->inputs[1].varianceShare < 0.001);
    QVERIFY(result->inputs[0].rankCorrelation < -0.85);
    QVERIFY(result->inputs[2].rankCorrelation > 0.4);
    QVERIFY(std::abs(result->inputs[1].rankCorrelation) < 0.035);

    // A price process beside them: with small volatility revenue is linear in the factors, whose
    // covariances are known.
    project.analysis->drawDeck = false;
    project.analysis->priceProcess = {PriceProcessType::randomWalk, {}, 0.05};
    const auto withPrices = simulated(project, options(20'000));
    QCOMPARE(withPrices->inputs[2].input, std::string("price_process"));
    double variance = 0.0;
    for (int a = 0; a < 3; ++a)
        for (int b = 0; b < 3; ++b)
            variance += std::pow(1.1, -a - b) * std::expm1(0.0025 * (std::min(a, b) + 1)) * 1e10;
    const double share = variance / (variance + std::pow(presentYears * 10e3, 2));
    QVERIFY(std::abs(withPrices->inputs[2].varianceShare - share) < 0.02);
    QVERIFY(std::abs(withPrices->inputs[2].rankCorrelation - std::sqrt(share)) < 0.05);
}

// Two inputs that do the same and nearly move as one get the same share; one that does nothing
// itself gets what it shares with the other, and less than that.
void TestSimulation::correlatedInputsShareWhatTheyHaveInCommon()
{
    Project project = linearProject();
    CostLine other = project.costLines[0];
    other.id = other.name = "other";
    project.costLines.push_back(other);
    for (const char* id : {"cost_lines.line.fixed", "cost_lines.other.fixed"})
        project.analysis->uncertainties.push_back(
            uncertain(id, "normal", {{"mean", 20e3}, {"standard_deviation", 1e3}}));
    project.analysis->uncertainties.push_back(
        uncertain("levers.capex", "normal", {{"mean", 1.0}, {"standard_deviation", 0.1}}));
    project.analysis->correlations = {{"cost_lines.line.fixed", "cost_lines.other.fixed", 0.95}};
    const auto result = simulated(project, options(20'000));
    QVERIFY(std::abs(result->inputs[0].varianceShare - 0.5) < 0.02);
    QVERIFY(std::abs(result->inputs[1].varianceShare - 0.5) < 0.02);

    project.analysis->correlations = {{"cost_lines.line.fixed", "levers.capex", 0.7},
        {"cost_lines.other.fixed", "levers.capex", 0.0}};
    const auto lent = simulated(project, options(20'000));
    QVERIFY(lent->inputs[0].varianceShare > 0.35);
    QVERIFY(lent->inputs[1].varianceShare > lent->inputs[0].varianceShare);
    QVERIFY(lent->inputs[2].varianceShare < 0.15);
    double sum = 0.0;
    for (const SimulatedInput& input : lent->inputs)
        sum += input.varianceShare;
    QVERIFY(std::abs(sum - 1.0) < 1e-12);
}

// Everything that follows from the trials, from the trials.
void TestSimulation::figuresOfAResult()
{
    const auto result = simulated(defaultProject(), options(1001));
    std::vector<double> values = result->values;
    double mean = 0.0;
    for (const double value : values)
        mean += value / 1001.0;
    double squares = 0.0;
    for (const double value : values)
        squares += std::pow(value - mean, 2);
    const double deviation = std::sqrt(squares / 1000.0);
    QVERIFY(std::abs(result->mean / mean - 1.0) < 1e-12);
    QVERIFY(std::abs(result->standardDeviation / deviation - 1.0) < 1e-12);
    QVERIFY(std::abs(result->standardError / (deviation / std::sqrt(1001.0)) - 1.0) < 1e-12);
    std::sort(values.begin(), values.end());
    QCOMPARE(result->sorted, values);
    QCOMPARE(result->smallest, values.front());
    QCOMPARE(result->largest, values.back());
    QCOMPARE(result->percentile(0.0), values.front());
    QCOMPARE(result->percentile(0.5), values[500]);
    QCOMPARE(result->percentile(1.0), values.back());
    QVERIFY(std::abs(result->percentile(0.1005) - (values[100] + values[101]) / 2.0) < 1e-6);
    QCOMPARE(result->cumulative(values[500]), 501.0 / 1001.0);
    QCOMPARE(result->cumulative(values.front() - 1.0), 0.0);
    double worst = 0.05 * values[50]; // 50.05 trials
    for (std::size_t k = 0; k < 50; ++k)
        worst += values[k];
    QVERIFY(std::abs(result->conditionalValueAtRisk / (worst / 50.05) - 1.0) < 1e-12);
    const std::int64_t losses =
        std::count_if(values.begin(), values.end(), [](double value) { return value < 0.0; });
    QCOMPARE(result->probabilityOfLoss, static_cast<double>(losses) / 1001.0);
    QCOMPARE(result->irrNone, std::count_if(result->irr.begin(), result->irr.end(), isUndefined));
    QVERIFY(result->irrMean && result->irrNone > 0 && result->undefined == 0);

    QVERIFY(result->convergence.size() >= 15 && result->convergence.size() <= 25);
    QCOMPARE(result->convergence.back().trials, std::int64_t {1001});
    QCOMPARE(result->convergence.back().mean, result->mean);
    QCOMPARE(result->convergence.back().standardError, result->standardError);
    const auto& early = result->convergence.front();
    double sum = 0.0;
    for (std::size_t trial = 0; trial < static_cast<std::size_t>(early.trials); ++trial)
        sum += result->values[trial];
    QVERIFY(std::abs(early.mean / (sum / static_cast<double>(early.trials)) - 1.0) < 1e-12);
}

// Of a cost, the worst trials are the dearest.
void TestSimulation::worstOfACost()
{
    SimulationOptions settings = options(1000);
    settings.target = {Target::Kind::metric, Metric::cashCost};
    const auto result = simulated(defaultProject(), settings);
    QVERIFY(result->conditionalValueAtRisk > result->percentile(0.95));
    QVERIFY(result->conditionalValueAtRisk < result->largest);
}

void TestSimulation::trialsWithoutAFigure()
{
    SimulationOptions settings = options(1000);
    settings.target = {Target::Kind::metric, Metric::irr};
    const auto result = simulated(defaultProject(), settings);
    QCOMPARE(result->undefined, result->irrNone);
    QVERIFY(result->undefined > 100);
    QCOMPARE(result->sorted.size(), static_cast<std::size_t>(1000 - result->undefined));
    QVERIFY(std::abs(result->mean - *result->irrMean) < 1e-12);
    QVERIFY(result->probabilityOfLoss > 0.3);
    QVERIFY(result->inputs.front().varianceShare > 0.0);

    Project hopeless = linearProject(); // never a payment, so no rate in any trial
    hopeless.analysis->uncertainties = {
        uncertain("levers.price", "uniform", {{"min", 0.9}, {"max", 1.1}})};
    const auto none = simulated(hopeless, settings);
    QCOMPARE(none->undefined, std::int64_t {1000});
    QVERIFY(isUndefined(none->mean) && isUndefined(none->percentile(0.5)));
    QVERIFY(!none->irrMean && none->convergence.empty());
    QCOMPARE(none->probabilityOfLoss, 0.0);
}

void TestSimulation::refuses_data()
{
    QTest::addColumn<Project>("project");
    QTest::addColumn<qint64>("trials");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("sentence");
    const Project plan = defaultProject();
    const auto with = [&plan](std::vector<Uncertainty> uncertainties,
                          std::vector<Correlation> correlations = {}) {
        Project project = plan;
        project.analysis->uncertainties = std::move(uncertainties);
        project.analysis->correlations = std::move(correlations);
        return project;
    };
    QTest::newRow("no trials") << plan << qint64 {0} << "analysis.simulation.trials"
                               << "expected 1 to 10000000 trials, found 0";
    QTest::newRow("ten thousand million trials")
        << plan << qint64 {10'000'000'000} << "analysis.simulation.trials"
        << "expected 1 to 10000000 trials, found 10000000000";
    Project certain = plan;
    certain.analysis.emplace();
    QTest::newRow("nothing uncertain") << certain << qint64 {100} << "analysis.uncertainties"
                                       << "nothing is uncertain";
    QTest::newRow("an end beyond the field")
        << with({uncertain("market.oecd_share", "uniform", {{"min", 0.5}, {"max", 1.25}})})
        << qint64 {100} << "analysis.uncertainties[0].distribution.max"
        << "expected a number from 0 to 1, as the limits of market.oecd_share are, found 1.25";
    QTest::newRow("a factor beyond the field")
        << with({uncertain("tax.income_tax_rate", "pert",
               {{"min", -1.0}, {"mode", 1.0}, {"max", 2.0}}, UncertaintyMode::scale)})
        << qint64 {100} << "analysis.uncertainties[0].distribution.min"
        << "expected a factor";
    QTest::newRow("a mean beyond the field")
        << with({uncertain("levers.opex", "normal", {{"mean", -1.0}, {"standard_deviation", 1.0}})})
        << qint64 {100} << "analysis.uncertainties[0].distribution.mean"
        << "found -1";
    Project values = with({uncertain("levers.opex", "discrete", {})});
    values.analysis->uncertainties[0].distribution.values = {1.0, -2.0};
    values.analysis->uncertainties[0].distribution.probabilities = {0.5, 0.5};
    QTest::newRow("a value beyond the field")
        << values << qint64 {100} << "analysis.uncertainties[0].distribution.values"
        << "found -2";
    QTest::newRow("a cut far beside the distribution")
        << with({uncertain("levers.opex", "truncated_normal",
               {{"mean", 1.0}, {"standard_deviation", 0.01}, {"min", 2.0}, {"max", 3.0}})})
        << qint64 {100} << "analysis.uncertainties[0].distribution.mean"
        << "nothing of the distribution is left";
    QTest::newRow("correlations that cannot be")
        << with({uncertain("levers.opex", "uniform", {{"min", 0.9}, {"max", 1.1}}),
                    uncertain("levers.capex", "uniform", {{"min", 0.9}, {"max", 1.1}}),
                    uncertain("levers.price", "uniform", {{"min", 0.9}, {"max", 1.1}})},
               {{"levers.opex", "levers.capex", 0.9}, {"levers.opex", "levers.price", 0.9},
                   {"levers.capex", "levers.price", -0.9}})
        << qint64 {100} << "analysis.correlations"
        << "found levers.opex with levers.capex 0.9, levers.opex with levers.price 0.9, "
           "levers.capex with levers.price -0.9; the nearest possible are levers.opex with ";
}

void TestSimulation::refuses()
{
    QFETCH(Project, project);
    QFETCH(qint64, trials);
    QFETCH(QString, where);
    QFETCH(QString, sentence);
    const auto result = simulate(*Evaluation::of(project), options(trials));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    QCOMPARE(QString::fromStdString(result.error().problems.front().where), where);
    const QString message = QString::fromStdString(result.error().problems.front().message);
    QVERIFY2(message.contains(sentence), qPrintable(message));
}

void TestSimulation::startsFromEvidence()
{
    Project project = defaultProject();
    project.evidence["levers.price"] = "analyst";
    const std::vector<Uncertainty> uncertainties = uncertaintiesFromEvidence(project);
    const auto found = std::find_if(uncertainties.begin(), uncertainties.end(),
        [](const Uncertainty& uncertainty) { return uncertainty.input == "levers.price"; });
    QVERIFY(found != uncertainties.end());
    QCOMPARE(found->distribution.type, std::string("pert"));
    QCOMPARE(found->distribution.parameters.at("min"), 0.8);
    QCOMPARE(found->distribution.parameters.at("mode"), 1.0);
    QCOMPARE(found->distribution.parameters.at("max"), 1.2);
    project.analysis->uncertainties = uncertainties;
    project.analysis->correlations.clear();
    QVERIFY(checkUncertainties(project).empty());
    QCOMPARE(simulated(project, options(100))->inputs.size(), uncertainties.size() + 2);
}

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
