#include "core/analysis/Simulation.h"

#include "core/analysis/TrialDraws.h"
#include "core/engine/TapeArithmetic.h"
#include "core/project/DefaultProject.h"
#include "tests/core/analysis/SimulationTest.h"

#include <QTest>

#include <atomic>
#include <cmath>

using namespace core;
using support::options;
using support::simulated;
using support::uncertain;

// The trials of simulations, one by one.
class TestSimulationTrials : public QObject {
    Q_OBJECT

private slots:
    void everyTrialIsAnEvaluation_data();
    void everyTrialIsAnEvaluation();
    void threadsChangeNothing_data();
    void threadsChangeNothing();
    void ratesOfReturnChangeNothingElse_data();
    void ratesOfReturnChangeNothingElse();
    void instructionSetsAgree();
    void canBeStopped();
};

namespace {

// The project of a trial, everything drawn typed in: the yearly factors as prices by year.
Project projectOfTrial(
    Project project, const TrialDraws& draws, const TrialDraws::Block& block, int trial)
{
    for (std::size_t i = 0; i < draws.inputs().size(); ++i) {
        const auto moved =
            withPosition(project, draws.inputs()[i], block.positions(static_cast<int>(i))[trial]);
        Q_ASSERT(moved);
        project = *moved;
    }
    if (draws.drawsDeck())
        project.activeDeck =
            project.priceDecks[static_cast<std::size_t>(block.deck()[trial]) - 1].id;
    for (PriceDeck& deck : project.priceDecks)
        for (auto& [product, price] : deck.prices) {
            Series& series = std::holds_alternative<Series>(price)
                                 ? std::get<Series>(price)
                                 : std::get<PremiumPrice>(price).amount;
            if (draws.priceYears() == 0)
                continue;
            Series::Points points;
            const Timeline& timeline = project.timeline;
            for (int year = 0; year < timeline.yearsOfOperation; ++year)
                points[timeline.startOfOperations + year] =
                    series.at(timeline.startOfOperations + year) * block.priceFactors(year)[trial];
            series = Series(points);
        }
    return project;
}

bool isSame(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](double x, double y) { return x == y || (isUndefined(x) && isUndefined(y)); });
}

}

Q_DECLARE_METATYPE(core::Project)
Q_DECLARE_METATYPE(core::Target)
Q_DECLARE_METATYPE(core::Sampling)

void TestSimulationTrials::everyTrialIsAnEvaluation_data()
{
    QTest::addColumn<Project>("project");
    QTest::addColumn<Target>("target");
    QTest::addColumn<int>("trials");
    const Project plan = defaultProject();
    QTest::newRow("the default project") << plan << Target {} << 400;
    Project many = plan;
    QTest::newRow("enough trials to fold what is fixed") << many << Target {} << 4200;
    QTest::newRow("the weighted value") << plan << Target {Target::Kind::expectedNpv} << 100;
    QTest::newRow("the value of reuse") << plan << Target {Target::Kind::npvSavings} << 100;
    QTest::newRow("a price that is sought")
        << plan << Target {Target::Kind::metric, Metric::breakEvenPrice} << 70;
    QTest::newRow("a figure that there may not be")
        << plan << Target {Target::Kind::metric, Metric::payback} << 200;

    Project scaled = plan;
    scaled.analysis->uncertainties = {uncertain("tax.income_tax_rate", "uniform",
                                          {{"min", 0.5}, {"max", 2.0}}, UncertaintyMode::scale),
        uncertain(
            "production.ramp_up", "uniform", {{"min", 0.5}, {"max", 1.0}}, UncertaintyMode::scale),
        uncertain("macro.usd_inflation", "normal", {{"mean", 0.02}, {"standard_deviation", 0.01}})};
    scaled.analysis->correlations = {{"tax.income_tax_rate", "production.ramp_up", 0.5}};
    QTest::newRow("series and profiles") << scaled << Target {} << 100;

    Project structural = plan;
    structural.analysis->uncertainties.push_back(
        uncertain("timeline.years_of_operation", "uniform", {{"min", 10.0}, {"max", 25.0}}));
    structural.analysis->uncertainties.push_back(
        uncertain("timeline.start_of_operations", "uniform", {{"min", 2026.0}, {"max", 2028.0}}));
    QTest::newRow("years that vary") << structural << Target {} << 130;

    Project noDeck = plan;
    noDeck.analysis->drawDeck = false;
    noDeck.analysis->priceProcess.reset();
    QTest::newRow("neither deck nor prices drawn") << noDeck << Target {} << 100;
}

// A plain loop over projects into which the draws of each trial were typed. Amounts are compared
// beside the largest of all trials: a value near 0 is the difference of large ones.
void TestSimulationTrials::everyTrialIsAnEvaluation()
{
    QFETCH(Project, project);
    QFETCH(Target, target);
    QFETCH(int, trials);
    const auto base = *Evaluation::of(project);
    SimulationOptions simulation = options(trials, Sampling::latinHypercube);
    simulation.target = target;
    const auto result = *simulate(base, simulation);
    QCOMPARE(result->values.size(), static_cast<std::size_t>(trials));
    const TrialDraws draws = *TrialDraws::make(project, simulation.simulation);
    TrialDraws::Block block(draws);
    double scale = 0.0;
    for (const double value : result->values)
        scale = std::max(scale, isUndefined(value) ? 0.0 : std::abs(value));
    std::shared_ptr<const Model> model = base->sharedModel();
    int losses = 0;
    const int step = trials > 1000 ? 37 : 1; // of trials that are compared
    for (int trial = 0; trial < trials; trial += step) {
        if (trial % trialsPerBlock < step)
            draws.draw(trial / trialsPerBlock * trialsPerBlock, block);
        const Result<std::shared_ptr<const Evaluation>> single =
            Evaluation::of(projectOfTrial(project, draws, block, trial % trialsPerBlock), model);
        QVERIFY(single);
        const std::size_t place = static_cast<std::size_t>(trial);
        const double value = figureOf(**single, target).value_or(undefinedFigure);
        const double irr =
            (*single)->metrics(PlantCase::project)[Metric::irr].value_or(undefinedFigure);
        QCOMPARE(isUndefined(result->values[place]), isUndefined(value));
        QCOMPARE(isUndefined(result->irr[place]), isUndefined(irr));
        if (!isUndefined(value))
            QVERIFY2(std::abs(result->values[place] - value) <= 1e-12 * scale,
                qPrintable(QString::number(trial)));
        if (!isUndefined(irr))
            QVERIFY(std::abs(result->irr[place] - irr) <= 1e-12 * (1.0 + irr));
        losses += *(*single)->metrics(PlantCase::project)[Metric::npv] < 0.0 ? 1 : 0;
    }
    if (step == 1)
        QCOMPARE(result->probabilityOfLoss, static_cast<double>(losses) / trials);
}

void TestSimulationTrials::threadsChangeNothing_data()
{
    QTest::addColumn<Sampling>("sampling");
    QTest::addColumn<bool>("isStructural");
    QTest::newRow("random") << Sampling::random << false;
    QTest::newRow("latin hypercube") << Sampling::latinHypercube << false;
    QTest::newRow("sobol") << Sampling::sobol << false;
    QTest::newRow("years that vary") << Sampling::random << true;
}

void TestSimulationTrials::threadsChangeNothing()
{
    QFETCH(Sampling, sampling);
    QFETCH(bool, isStructural);
    Project project = defaultProject();
    project.analysis->uncertainties.push_back(
        uncertain("market.oecd_share", "normal", {{"mean", 0.9}, {"standard_deviation", 0.1}}));
    if (isStructural)
        project.analysis->uncertainties.push_back(uncertain(
            "timeline.years_of_operation", "triangular", {{"min", 18}, {"mode", 20}, {"max", 21}}));
    const auto base = *Evaluation::of(project);
    SimulationOptions settings = options(isStructural ? 700 : 5000, sampling);
    const auto single = *simulate(base, settings);
    QVERIFY(single->inputs[5].held > 0);
    for (const int threads : {2, 3, 7}) {
        settings.threads = threads;
        const auto several = *simulate(base, settings);
        QVERIFY(isSame(several->values, single->values));
        QVERIFY(isSame(several->irr, single->irr));
        QCOMPARE(several->mean, single->mean);
        QCOMPARE(several->standardDeviation, single->standardDeviation);
        QCOMPARE(several->probabilityOfLoss, single->probabilityOfLoss);
        QCOMPARE(several->conditionalValueAtRisk, single->conditionalValueAtRisk);
        QCOMPARE(several->irrMean, single->irrMean);
        QCOMPARE(several->irrNone, single->irrNone);
        QCOMPARE(several->inputs, single->inputs);
        QCOMPARE(several->convergence, single->convergence);
        QCOMPARE(several->sorted, single->sorted);
    }
}

void TestSimulationTrials::ratesOfReturnChangeNothingElse_data()
{
    QTest::addColumn<int>("trials");
    QTest::addColumn<Metric>("metric");
    QTest::newRow("few trials") << 700 << Metric::npv;
    QTest::newRow("many trials, whose program is folded") << 5000 << Metric::npv;
    QTest::newRow("rates as the target") << 700 << Metric::irr;
}

void TestSimulationTrials::ratesOfReturnChangeNothingElse()
{
    QFETCH(int, trials);
    QFETCH(Metric, metric);
    const auto base = *Evaluation::of(defaultProject());
    SimulationOptions settings = options(trials);
    settings.target = {Target::Kind::metric, metric};
    const auto with = *simulate(base, settings);
    QVERIFY(with->irrMean && with->irrNone > 0);
    settings.findsRates = false;
    const auto without = *simulate(base, settings);
    QVERIFY(without->irr.empty() && !without->irrMean && without->irrNone == 0);
    QVERIFY(isSame(without->values, with->values));
    QCOMPARE(without->probabilityOfLoss, with->probabilityOfLoss);
    QCOMPARE(without->inputs, with->inputs);
}

void TestSimulationTrials::instructionSetsAgree()
{
    SimulationOptions settings = options(2000);
    settings.instructionSet = InstructionSet::baseline;
    const auto plain = simulated(defaultProject(), settings);
    for (const InstructionSet set : {InstructionSet::avx2, InstructionSet::avx512}) {
        if (set > bestInstructionSet())
            continue;
        settings.instructionSet = set;
        const auto result = simulated(defaultProject(), settings);
        for (std::size_t trial = 0; trial < result->values.size(); ++trial) {
            QVERIFY(
                std::abs(result->values[trial] - plain->values[trial]) <= 1e-12 * plain->largest);
            QCOMPARE(isUndefined(result->irr[trial]), isUndefined(plain->irr[trial]));
            if (!isUndefined(plain->irr[trial]))
                QVERIFY(std::abs(result->irr[trial] - plain->irr[trial]) <=
                        1e-12 * (1.0 + plain->irr[trial]));
        }
    }
}

// What is done stays: the trials up to a certain one, as the whole run would have had them.
void TestSimulationTrials::canBeStopped()
{
    const auto base = *Evaluation::of(defaultProject());
    SimulationOptions settings = options(200'000, Sampling::latinHypercube);
    for (const int threads : {1, 3}) {
        settings.threads = threads;
        std::atomic<int> asked {0};
        double last = 0.0;
        bool isRising = true;
        settings.goOn = [&](double done) {
            isRising = isRising && done > last && done <= 1.0;
            last = done;
            return ++asked < 3;
        };
        const auto stopped = *simulate(base, settings);
        QCOMPARE(asked.load(), 3);
        QVERIFY(isRising);
        QVERIFY(stopped->trials > 0 && stopped->trials < 200'000);
        QCOMPARE(stopped->values.size(), static_cast<std::size_t>(stopped->trials));
        QCOMPARE(stopped->simulation.trials, std::int64_t {200'000});
        QCOMPARE(stopped->convergence.back().trials, stopped->trials);

        const TrialDraws draws = *TrialDraws::make(base->project(), settings.simulation);
        TrialDraws::Block block(draws);
        const int last64 = static_cast<int>(stopped->trials) - trialsPerBlock;
        draws.draw(last64, block);
        const auto single =
            *Evaluation::of(projectOfTrial(base->project(), draws, block, 5), base->sharedModel());
        QVERIFY(std::abs(stopped->values[static_cast<std::size_t>(last64 + 5)] -
                         *single->metrics(PlantCase::project)[Metric::npv]) < 1e-3);
    }
}

QTEST_APPLESS_MAIN(TestSimulationTrials)
#include "tst_simulationtrials.moc"
