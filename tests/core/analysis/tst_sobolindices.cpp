#include "core/analysis/SobolIndices.h"
#include "core/engine/TapeArithmetic.h"
#include "core/project/DefaultProject.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace core;

namespace {

using Numbers = std::vector<double>;

SobolIndices indicesOf(
    int dimension, int samples, const std::function<double(const double* point)>& function)
{
    return sobolIndices(std::vector<int>(static_cast<std::size_t>(dimension), 1), samples,
        [&](std::span<const double> points) {
            Numbers values;
            for (std::size_t p = 0; p < points.size(); p += static_cast<std::size_t>(dimension))
                values.push_back(function(&points[p]));
            return values;
        });
}

double product(const double* u)
{
    return u[0] * u[1];
}

// Inputs of the plain project whose net present value is a sum of costs, drawn evenly.
Project projectWithCosts()
{
    Project project = support::plainProject();
    for (const char* id : {"line1", "line2"}) {
        CostLine line;
        line.id = line.name = id;
        line.fixed = 10e3;
        project.costLines.push_back(line);
    }
    Analysis analysis;
    const auto uniform = [](double low, double high) {
        return Distribution {"uniform", {{"min", low}, {"max", high}}, {}, {}};
    };
    analysis.uncertainties = {{"cost_lines.line1.fixed", UncertaintyMode::set, uniform(8e3, 12e3)},
        {"cost_lines.line2.fixed", UncertaintyMode::set, uniform(7e3, 13e3)}};
    project.analysis = analysis;
    return project;
}

Result<ProjectSobolIndices> indicesOf(
    const Project& project, std::int64_t samples = 4096, Target target = {}, int threads = 1)
{
    SimulationOptions options;
    options.simulation.trials = samples;
    options.target = target;
    options.threads = threads;
    return sobolIndices(*Evaluation::of(project), options);
}

}

class TestSobolIndices : public QObject {
    Q_OBJECT

private slots:
    void numbersThatOnlyActTogetherHaveNoFirstOrder();
    void errorFallsWithSamples();
    void groupsCountAsOne();
    void pointsAreBetweenTheEnds();
    void constantsHaveNoIndices();
    void samplesWithoutValueAreLeftOut();
    void stopsWhenNothingComes();
    void sameSamplesGiveSameIndices();
    void ofAProjectThatIsASum();
    void correlationsAreLeftAside();
    void aFactorOfAnotherActsWithIt();
    void theDrawnDeckIsOneInput();
    void yearlyPricesAreOneInput();
    void inputsOfTheStructureMoveToo();
    void threadsChangeNothing();
    void aStopKeepsWhatIsDone();
    void refuses_data();
    void refuses();
};

// (u - 1/2)(v - 1/2)
void TestSobolIndices::numbersThatOnlyActTogetherHaveNoFirstOrder()
{
    const SobolIndices indices =
        indicesOf(2, 4096, [](const double* u) { return (u[0] - 0.5) * (u[1] - 0.5); });
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(std::abs(indices.firstOrder[i]) < 0.002);
        QVERIFY(std::abs(indices.total[i] - 1.0) < 0.002);
    }
    QVERIFY(std::abs(indices.variance - 1.0 / 144.0) < 1e-5);
}

// u·v has the variance 7/144, of which each brings 3/7 alone and 4/7 in all.
void TestSobolIndices::errorFallsWithSamples()
{
    const auto error = [](int samples) {
        const SobolIndices indices = indicesOf(2, samples, product);
        return std::max({std::abs(indices.firstOrder[0] - 3.0 / 7.0),
            std::abs(indices.firstOrder[1] - 3.0 / 7.0), std::abs(indices.total[0] - 4.0 / 7.0),
            std::abs(indices.total[1] - 4.0 / 7.0)});
    };
    QVERIFY(error(256) < 0.05);
    QVERIFY(error(16384) < 0.001); // random points would have an error of 0.01
}

// u + v + 2w: u and v bring 1/6 each.
void TestSobolIndices::groupsCountAsOne()
{
    const SobolIndices indices = sobolIndices({2, 1}, 4096, [](std::span<const double> points) {
        Numbers values;
        for (std::size_t p = 0; p < points.size(); p += 3)
            values.push_back(points[p] + points[p + 1] + 2.0 * points[p + 2]);
        return values;
    });
    QCOMPARE(indices.total.size(), std::size_t {2});
    QVERIFY(std::abs(indices.firstOrder[0] - 1.0 / 3.0) < 0.002);
    QVERIFY(std::abs(indices.total[0] - 1.0 / 3.0) < 0.002);
    QVERIFY(std::abs(indices.total[1] - 2.0 / 3.0) < 0.002);
}

void TestSobolIndices::pointsAreBetweenTheEnds()
{
    int points = 0;
    bool areInside = true;
    indicesOf(3, 10'000, [&](const double* u) {
        ++points;
        areInside = areInside && std::all_of(u, u + 3,
                                     [](double number) { return number > 0.0 && number < 1.0; });
        return u[0];
    });
    QCOMPARE(points, 10'000 * 5);
    QVERIFY(areInside);
}

void TestSobolIndices::constantsHaveNoIndices()
{
    const SobolIndices indices = indicesOf(2, 64, [](const double*) { return 3.0; });
    QCOMPARE(indices.mean, 3.0);
    QCOMPARE(indices.variance, 0.0);
    QCOMPARE(indices.firstOrder, (Numbers {0.0, 0.0}));
    QCOMPARE(indices.total, (Numbers {0.0, 0.0}));
}

void TestSobolIndices::samplesWithoutValueAreLeftOut()
{
    const SobolIndices indices = indicesOf(
        2, 4096, [](const double* u) { return u[0] < 0.1 ? undefinedFigure : product(u); });
    QVERIFY(indices.samples > 3000 && indices.samples < 3600); // both of two numbers: 0.81
    QVERIFY(std::isfinite(indices.mean));
    QVERIFY(indices.firstOrder[1] > 0.3);
    const SobolIndices none = indicesOf(1, 64, [](const double*) { return undefinedFigure; });
    QCOMPARE(none.samples, std::size_t {0});
    QCOMPARE(none.total, Numbers {0.0});
}

void TestSobolIndices::stopsWhenNothingComes()
{
    int calls = 0;
    const SobolIndices indices = sobolIndices({1}, 1 << 20, [&](std::span<const double> points) {
        return ++calls > 20 ? Numbers() : Numbers(points.begin(), points.end());
    });
    QCOMPARE(calls, 21);
    QVERIFY(indices.samples > 0 && indices.samples < 10'000);
    QVERIFY(std::abs(indices.total[0] - 1.0) < 0.01);
}

void TestSobolIndices::sameSamplesGiveSameIndices()
{
    QVERIFY(indicesOf(2, 1000, product) == indicesOf(2, 1000, product));
}

// Variances 4^2 : 6^2.
void TestSobolIndices::ofAProjectThatIsASum()
{
    const auto found = indicesOf(projectWithCosts());
    QVERIFY(found.hasValue());
    QCOMPARE(found->inputs,
        (std::vector<std::string> {"cost_lines.line1.fixed", "cost_lines.line2.fixed"}));
    QCOMPARE(found->trials, std::int64_t {4096 * 4});
    const Numbers expected {16.0 / 52.0, 36.0 / 52.0};
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(std::abs(found->indices.firstOrder[i] - expected[i]) < 0.002);
        QVERIFY(std::abs(found->indices.total[i] - expected[i]) < 0.002);
    }
    const double annuity = 1.0 + 1.0 / 1.1 + 1.0 / 1.21;
    QVERIFY(std::abs(found->indices.mean - 80e3 * annuity) < 1.0);
    QVERIFY(std::abs(found->indices.variance / (annuity * annuity * 52e6 / 12.0) - 1.0) < 0.002);
}

void TestSobolIndices::correlationsAreLeftAside()
{
    Project project = projectWithCosts();
    const auto without = indicesOf(project);
    project.analysis->correlations = {{"cost_lines.line1.fixed", "cost_lines.line2.fixed", 0.8}};
    const auto with = indicesOf(project);
    QVERIFY(with.hasValue());
    QVERIFY(with->indices == without->indices);
}

// Revenue 100,000 · price · production with both between 0.5 and 1.5: each brings 1/12 of a square
// alone and 1/12 · (1 + 1/12) in all, of 2/12 + 1/144.
void TestSobolIndices::aFactorOfAnotherActsWithIt()
{
    Project project = projectWithCosts();
    const Distribution around {"uniform", {{"min", 0.5}, {"max", 1.5}}, {}, {}};
    project.analysis->uncertainties = {{"levers.price", UncertaintyMode::set, around},
        {"levers.production", UncertaintyMode::set, around}};
    const auto found = indicesOf(project);
    QVERIFY(found.hasValue());
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(std::abs(found->indices.firstOrder[i] - 12.0 / 25.0) < 0.002);
        QVERIFY(std::abs(found->indices.total[i] - 13.0 / 25.0) < 0.002);
    }
}

// Prices of 90 or 110, each with one half, beside a cost: 1000 kg make 10,000^2 of variance against
// 4,000^2/12.
void TestSobolIndices::theDrawnDeckIsOneInput()
{
    Project project = projectWithCosts();
    project.priceDecks[0].probability = 0.5;
    project.priceDecks[0].prices["metal"] = Series(90.0);
    project.priceDecks.push_back(project.priceDecks[0]);
    project.priceDecks[1].id = project.priceDecks[1].name = "high";
    project.priceDecks[1].prices["metal"] = Series(110.0);
    project.analysis->uncertainties.resize(1);
    project.analysis->drawDeck = true;
    const auto found = indicesOf(project);
    QVERIFY(found.hasValue());
    QCOMPARE(found->inputs[1], std::string("active_deck"));
    const double cost = 16.0 / 12.0 / (100.0 + 16.0 / 12.0);
    QVERIFY(std::abs(found->indices.total[0] - cost) < 0.002);
    QVERIFY(std::abs(found->indices.firstOrder[1] - (1.0 - cost)) < 0.002);
}

// Nothing else is drawn.
void TestSobolIndices::yearlyPricesAreOneInput()
{
    Project project = projectWithCosts();
    project.analysis->uncertainties.clear();
    project.analysis->priceProcess = PriceProcess {PriceProcessType::randomWalk, {}, 0.2};
    const auto found = indicesOf(project);
    QVERIFY(found.hasValue());
    QCOMPARE(found->inputs, std::vector<std::string> {"price_process"});
    QVERIFY(std::abs(found->indices.firstOrder[0] - 1.0) < 0.01);
    QVERIFY(std::abs(found->indices.total[0] - 1.0) < 0.01);
}

// One to five years, each with one fifth, bring nearly all of the variance.
void TestSobolIndices::inputsOfTheStructureMoveToo()
{
    Project project = projectWithCosts();
    project.analysis->uncertainties[1] = {"timeline.years_of_operation", UncertaintyMode::set,
        {"discrete", {}, {1, 2, 3, 4, 5}, {0.2, 0.2, 0.2, 0.2, 0.2}}};
    const auto found = indicesOf(project, 512);
    QVERIFY(found.hasValue());
    QVERIFY(found->indices.samples == 512);
    QVERIFY(found->indices.total[1] > 0.95);
    QVERIFY(found->indices.total[0] > 0.0 && found->indices.total[0] < 0.01);
}

void TestSobolIndices::threadsChangeNothing()
{
    const Target funding {Target::Kind::metric, Metric::peakFunding};
    const auto one = indicesOf(core::defaultProject(), 300, funding, 1);
    const auto three = indicesOf(core::defaultProject(), 300, funding, 3);
    QVERIFY(one.hasValue());
    QCOMPARE(one->indices.samples, std::size_t {300});
    QVERIFY(*one == *three);
}

void TestSobolIndices::aStopKeepsWhatIsDone()
{
    SimulationOptions options;
    options.simulation.trials = 100'000;
    int asked = 0;
    options.goOn = [&asked](double) { return ++asked < 3; };
    const auto found = sobolIndices(*Evaluation::of(projectWithCosts()), options);
    QVERIFY(found.hasValue());
    QCOMPARE(found->indices.samples, std::size_t {3 * 64});
    QCOMPARE(found->trials, std::int64_t {3 * 64 * 4});
}

void TestSobolIndices::refuses_data()
{
    QTest::addColumn<qint64>("samples");
    QTest::addColumn<bool>("isUncertain");
    QTest::addColumn<QString>("where");
    const QString trials = QStringLiteral("analysis.simulation.trials");
    QTest::newRow("no samples") << qint64 {0} << true << trials;
    QTest::newRow("more than anybody waits for") << qint64 {10'000'000'000} << true << trials;
    QTest::newRow("too many trials in all") << qint64 {5'000'000} << true << trials;
    QTest::newRow("nothing uncertain")
        << qint64 {64} << false << QStringLiteral("analysis.uncertainties");
}

void TestSobolIndices::refuses()
{
    QFETCH(qint64, samples);
    QFETCH(bool, isUncertain);
    QFETCH(QString, where);
    const auto found =
        indicesOf(isUncertain ? projectWithCosts() : support::plainProject(), samples);
    QVERIFY(!found.hasValue());
    QCOMPARE(found.error().code, ErrorCode::InvalidInput);
    QCOMPARE(QString::fromStdString(found.error().problems.front().where), where);
}

QTEST_APPLESS_MAIN(TestSobolIndices)
#include "tst_sobolindices.moc"
