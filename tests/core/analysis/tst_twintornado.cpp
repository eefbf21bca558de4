#include "core/analysis/TwinTornado.h"
#include "core/project/DefaultProject.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <string>

using namespace core;

namespace {

InputRange range(const char* input, double low, double base, double high)
{
    InputRange result;
    result.input.id = input;
    result.low = low;
    result.base = base;
    result.high = high;
    return result;
}

TwinTornado twinOf(const Project& project, const std::vector<InputRange>& ranges)
{
    Study study(*Evaluation::of(project));
    SimulationOptions options;
    options.simulation.trials = 10'000;
    return *twinTornadoOf(study, ranges, options);
}

const TwinBar& barOf(const TwinTornado& twin, const std::string& input)
{
    return *std::find_if(twin.bars.begin(), twin.bars.end(),
        [&](const TwinBar& bar) { return bar.bar.range.input.id == input; });
}

// Variance of a PERT distribution: (mean - low)(high - mean)/7.
double variance(double low, double mode, double high)
{
    const double mean = (low + 4.0 * mode + high) / 6.0;
    return (mean - low) * (high - mean) / 7.0;
}

// With two costs that the net present value is a sum of: a fixed one in each of three years, and
// capital at the start.
Project projectWithCosts()
{
    Project project = support::plainProject();
    CostLine line;
    line.id = "line";
    line.name = "Line";
    line.fixed = 10e3;
    project.costLines.push_back(line);
    project.capital.items[0].amount = 30e3;
    return project;
}

constexpr double annuity = 1.0 + 1.0 / 1.1 + 1.0 / 1.21;

}

class TestTwinTornado : public QObject {
    Q_OBJECT

private slots:
    void sharesAreThoseOfASum();
    void ranksDifferWhereRangesAreSkewed();
    void turningBackInsideTheRangeIsFound();
    void otherUncertaintiesOfTheProjectRest();
    void rangesWithoutWidthBringNothing();
    void inputsSetAsideOrNamedTwiceDoNotCount();
    void ofTheDefaultProject();
};

void TestTwinTornado::sharesAreThoseOfASum()
{
    const TwinTornado twin =
        twinOf(projectWithCosts(), {range("cost_lines.line.fixed", 8e3, 10e3, 13e3),
                                       range("capital.items.plant.amount", 20e3, 30e3, 45e3)});
    const double line = annuity * annuity * variance(8e3, 10e3, 13e3);
    const double plant = variance(20e3, 30e3, 45e3);
    QVERIFY(std::abs(barOf(twin, "cost_lines.line.fixed").varianceShare - line / (line + plant)) <
            0.02);
    QVERIFY(std::abs(barOf(twin, "capital.items.plant.amount").varianceShare -
                     plant / (line + plant)) < 0.02);
    QCOMPARE(twin.bars[0].bar.range.input.id, std::string("capital.items.plant.amount"));
    QCOMPARE(twin.bars[0].swingRank, 1);
    QCOMPARE(twin.bars[0].varianceRank, 1);
    QVERIFY(!twin.bars[0].isRankDifferent && !twin.bars[1].isRankDifferent);
    QVERIFY(twin.bars[0].bar.isMonotonic && twin.bars[1].bar.isMonotonic);
    QCOMPARE(twin.trials, std::int64_t {10'000});
}

// The capital has the larger swing, but nearly all of its weight at one end.
void TestTwinTornado::ranksDifferWhereRangesAreSkewed()
{
    const TwinTornado twin = twinOf(projectWithCosts(),
        {range("cost_lines.line.fixed", 5e3, 10e3, 15e3),
            range("capital.items.plant.amount", 30e3, 30e3, 30e3 + 1.05 * 10e3 * annuity)});
    const TwinBar& plant = barOf(twin, "capital.items.plant.amount");
    const TwinBar& line = barOf(twin, "cost_lines.line.fixed");
    QCOMPARE(plant.swingRank, 1);
    QCOMPARE(plant.varianceRank, 2);
    QCOMPARE(line.swingRank, 2);
    QCOMPARE(line.varianceRank, 1);
    QVERIFY(plant.isRankDifferent && line.isRankDifferent);
}

// -50,000, 100,000, 100,000 and -140,000 are worth 10,000 at 0 %, 22,000 at 30 %, and less again at
// 90 % and 100 %: the ends and the plan alone do not show it.
void TestTwinTornado::turningBackInsideTheRangeIsFound()
{
    Project project = support::plainProject();
    project.timeline.closureYears = 1;
    project.capital.items[0].amount = 150e3;
    project.capital.closureAmount = 140e3;
    project.discounting.rate = 0.9;
    const std::vector<InputRange> ranges {range("discounting.rate", 0.0, 0.9, 1.0)};
    Study study(*Evaluation::of(project));
    QVERIFY(tornadoOf(study, ranges)->bars[0].isMonotonic);
    QVERIFY(!twinOf(project, ranges).bars[0].bar.isMonotonic);
}

void TestTwinTornado::otherUncertaintiesOfTheProjectRest()
{
    const Project project = core::defaultProject();
    QVERIFY(project.analysis && !project.analysis->uncertainties.empty());
    const TwinTornado twin = twinOf(project, {range("levers.opex", 0.8, 1.0, 1.3)});
    QCOMPARE(twin.bars.size(), std::size_t {1});
    QCOMPARE(twin.bars[0].varianceShare, 1.0);
}

void TestTwinTornado::rangesWithoutWidthBringNothing()
{
    const TwinTornado twin = twinOf(core::defaultProject(),
        {range("levers.opex", 0.8, 1.0, 1.3), range("levers.capex", 1.0, 1.0, 1.0)});
    QCOMPARE(barOf(twin, "levers.opex").varianceShare, 1.0);
    QCOMPARE(barOf(twin, "levers.capex").varianceShare, 0.0);
    QCOMPARE(barOf(twin, "levers.capex").bar.swing, std::optional(0.0));
}

void TestTwinTornado::inputsSetAsideOrNamedTwiceDoNotCount()
{
    InputRange aside = range("levers.capex", 0.8, 1.0, 1.2);
    aside.isUsed = false;
    const TwinTornado twin = twinOf(core::defaultProject(),
        {range("levers.opex", 0.8, 1.0, 1.3), aside, range("levers.opex", 0.5, 1.0, 1.5)});
    QCOMPARE(twin.bars.size(), std::size_t {1});
    QCOMPARE(twin.bars[0].bar.range.low, 0.8);
}

void TestTwinTornado::ofTheDefaultProject()
{
    const Project project = core::defaultProject();
    const TwinTornado twin = twinOf(project, *rangesOf(project));
    double sum = 0.0;
    for (const TwinBar& bar : twin.bars)
        sum += bar.varianceShare;
    QVERIFY(std::abs(sum - 1.0) < 1e-9);
    QCOMPARE(twin.bars[0].bar.range.input.id, std::string("levers.price"));
    QCOMPARE(twin.bars[0].varianceRank, 1);
}

QTEST_APPLESS_MAIN(TestTwinTornado)
#include "tst_twintornado.moc"
