#include "core/analysis/Flips.h"
#include "core/analysis/GoalSeek.h"
#include "core/analysis/Spider.h"
#include "core/analysis/Tornado.h"
#include "core/analysis/TwoWayTable.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "core/project/Validation.h"
#include "tests/support/PlainProject.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace core;

namespace {

const VariedInput price {"levers.price"};
const VariedInput operatingCosts {"levers.opex"};

constexpr Target npv {Target::Kind::metric, Metric::npv};
constexpr Target irr {Target::Kind::metric, Metric::irr};
constexpr double annuity = 1.0 + 1.0 / 1.1 + 1.0 / 1.21; // three years at 10 %

std::shared_ptr<const Evaluation> evaluate(const Project& project)
{
    for (const Problem& problem : validate(project))
        qWarning("%s", sentence(problem).c_str());
    return *Evaluation::of(project);
}

// The plain project with a cost of 40,000 a year: its value is (100,000 · price − 40,000 · costs) ·
// annuity.
Project linearProject()
{
    Project project = support::plainProject();
    CostLine line;
    line.id = "costs";
    line.name = "Costs";
    line.fixed = 40'000.0;
    project.costLines = {line};
    return project;
}

// 100 spent at once, and so much a year for two years.
Project investment()
{
    Project project = support::plainProject();
    project.timeline.firstYear = 2029;
    project.timeline.valuationYear = 2029;
    project.timeline.yearsOfOperation = 2;
    project.production.nameplateKgPerYear = 1.0;
    project.priceDecks[0].prices["metal"] = 60.0;
    project.capital.items[0].amount = 100.0;
    project.capital.items[0].phasing = {{2029, 1.0}};
    return project;
}

// Flows of 100, -230 and 132, whose value is 0 at 10 % and at 20 %.
Project twoRates()
{
    Project project = support::plainProject();
    project.production.nameplateKgPerYear = 1.0;
    project.priceDecks[0].prices["metal"] =
        Series::Points {{2030, 100.0}, {2031, 100.0}, {2032, 132.0}};
    CostLine line;
    line.id = "costs";
    line.name = "Costs";
    line.fixed = 330.0;
    line.fixedProfile = {0.0, 1.0, 0.0};
    project.costLines = {line};
    return project;
}

InputRange range(const char* id, double low, double base, double high)
{
    InputRange range;
    range.input = {id};
    range.low = low;
    range.base = base;
    range.high = high;
    return range;
}

}

// Analyses of one and two inputs, by closed forms of small projects.
class TestSensitivity : public QObject {
    Q_OBJECT

private slots:
    void tornadoOfALine();
    void tornadoSortsAndLeavesOut();
    void tornadoOfAFigureThatIsMissing();
    void tornadoMarksWhatIsNotMonotonic();
    void tornadoOfYears();
    void tornadoOfTheDefaultProject();
    void generatedProjectsGiveWhatEvaluationsGive();
    void flipsOfALine();
    void flipsOfARateOfReturn();
    void flipsOfTheDiscountRate();
    void flipsThatThereAreNot();
    void flipsOfYears();
    void theHurdleIsInTheTermsOfDiscounting();
    void spiderOfALine();
    void spiderLeavesOutWhatTheFieldDoesNotTake();
    void spiderFactorsAreEven();
    void twoWayTableOfALine();
    void twoWayTableOfOneInputIsRefused();
    void goalSeekFindsAPrice();
    void goalSeekFindsSeveral();
    void goalSeekTellsNothingToSolveFromNoSolution();
    void goalSeekFindsNone();
    void goalSeekFindsEveryMetricAgain();
    void goalSeekOfNothingIsRefused();
};

void TestSensitivity::tornadoOfALine()
{
    Study study(evaluate(linearProject()));
    const Result<Tornado> tornado = tornadoOf(study, {range("levers.price", 0.9, 1.0, 1.2)});
    QVERIFY(tornado);
    QCOMPARE(*tornado->atBase, 60'000.0 * annuity);
    const TornadoBar& bar = tornado->bars[0];
    QCOMPARE(*bar.atLow, 50'000.0 * annuity);
    QCOMPARE(*bar.atHigh, 80'000.0 * annuity);
    QCOMPARE(*bar.swing, 30'000.0 * annuity);
    QVERIFY(bar.isMonotonic);
}

void TestSensitivity::tornadoSortsAndLeavesOut()
{
    Study study(evaluate(linearProject()));
    InputRange aside = range("discounting.rate", 0.0, 0.1, 1.0);
    aside.isUsed = false;
    InputRange price = range("levers.price", 0.9, 1.0, 1.1);
    InputRange wider = range("levers.price", 0.5, 1.0, 1.1); // listed twice
    InputRange nothing = range("tax.property_tax_rate", 0.0, 0.0, 0.5);
    const Result<Tornado> tornado =
        tornadoOf(study, {nothing, range("levers.opex", 0.9, 1.0, 1.1), aside, price, wider});
    QVERIFY(tornado);
    QCOMPARE(tornado->bars.size(), std::size_t(4));
    QCOMPARE(*tornado->bars[0].swing, 60'000.0 * annuity);
    QCOMPARE(*tornado->bars[1].swing, 20'000.0 * annuity);
    QCOMPARE(tornado->bars[2].range.input.id, std::string("levers.opex"));
    QCOMPARE(*tornado->bars[3].swing, 0.0);
    QVERIFY(tornadoOf(study, {})->bars.empty());
    QVERIFY(!tornadoOf(study, {range("levers.prise", 0.9, 1.0, 1.1)}));
}

void TestSensitivity::tornadoOfAFigureThatIsMissing()
{
    Study study(evaluate(investment()));
    const Result<Tornado> tornado = tornadoOf(
        study, {range("levers.price", 0.0, 1.0, 2.0), range("levers.capex", 0.9, 1.0, 1.1)}, irr);
    QVERIFY(tornado);
    QCOMPARE(tornado->bars[0].range.input.id, std::string("levers.capex"));
    const TornadoBar& bar = tornado->bars[1]; // no price, no rate
    QVERIFY(!bar.atLow && bar.atHigh && !bar.swing);
}

void TestSensitivity::tornadoMarksWhatIsNotMonotonic()
{
    Project project = twoRates();
    project.discounting.rate = 0.15; // between the two at which the value is 0
    Study study(evaluate(project));
    const Result<Tornado> tornado = tornadoOf(
        study, {range("discounting.rate", 0.05, 0.15, 0.3), range("levers.price", 0.9, 1.0, 1.1)});
    QVERIFY(tornado);
    for (const TornadoBar& bar : tornado->bars)
        QCOMPARE(bar.isMonotonic, bar.range.input.id == "levers.price");
}

void TestSensitivity::tornadoOfYears()
{
    Study study(evaluate(linearProject()));
    const Result<Tornado> tornado =
        tornadoOf(study, {range("timeline.years_of_operation", 1.0, 3.0, 4.0)});
    QVERIFY(tornado);
    QCOMPARE(*tornado->bars[0].atLow, 60'000.0);
    QCOMPARE(*tornado->bars[0].atHigh, 60'000.0 * (annuity + std::pow(1.1, -3)));
}

void TestSensitivity::tornadoOfTheDefaultProject()
{
    Study study(evaluate(defaultProject()));
    const std::vector<InputRange> ranges = *rangesOf(study.project());
    const Tornado tornado = *tornadoOf(study, ranges);
    QCOMPARE(tornado.bars.size(), study.project().analysis->tornado.size());
    for (std::size_t i = 0; i + 1 < tornado.bars.size(); ++i)
        QVERIFY(*tornado.bars[i].swing >= *tornado.bars[i + 1].swing);
    for (const TornadoBar& bar : tornado.bars)
        for (const auto& [position, figure] :
            {std::pair(bar.range.low, bar.atLow), std::pair(bar.range.high, bar.atHigh)}) {
            const Project moved = *withPosition(study.project(), bar.range.input, position);
            QCOMPARE(*figure, evaluate(moved)->metrics(PlantCase::project)[Metric::npv].value());
        }
}

void TestSensitivity::generatedProjectsGiveWhatEvaluationsGive()
{
    for (std::uint32_t seed = 21; seed <= 26; ++seed) {
        const auto base = Evaluation::of(support::generateProject(seed));
        if (!base)
            continue;
        Study study(*base);
        std::vector<InputRange> ranges;
        const std::vector<Input> inputs = inputsOf(study.project());
        for (std::size_t i = seed % 7; i < inputs.size(); i += 7)
            if (inputs[i].kind != InputKind::integer)
                if (const auto found = rangeOf(study.project(), inputs[i].id))
                    ranges.push_back(*found);
        const Tornado tornado = *tornadoOf(study, ranges);
        for (const TornadoBar& bar : tornado.bars) {
            const Project moved = *withPosition(study.project(), bar.range.input, bar.range.high);
            const auto single = Evaluation::of(moved, study.base().sharedModel());
            if (!single)
                continue;
            const double expected = *figureOf(**single, npv);
            QVERIFY(std::abs(*bar.atHigh - expected) <=
                    1e-12 * std::max(std::abs(expected), std::abs(*tornado.atBase)));
        }
    }
}

void TestSensitivity::flipsOfALine()
{
    Study study(evaluate(linearProject()));
    const auto flips = flipsOf(study,
        {range("levers.price", 0.8, 1.0, 1.2), range("cost_lines.costs.fixed", 0.0, 4e4, 1.2e5)});
    QVERIFY(flips);
    const Crossing& price = (*flips)[0].npv;
    QCOMPARE(price.all.size(), std::size_t(1));
    QCOMPARE(*price.nearest, 0.4);
    QCOMPARE(price.fractionOfBase, -0.6);
    QCOMPARE(price.partOfRange, 3.0);
    QVERIFY(!price.isInsideRange);
    const Crossing& costs = (*flips)[1].npv;
    QCOMPARE(*costs.nearest, 1e5);
    QCOMPARE(costs.fractionOfBase, 1.5);
    QCOMPARE(costs.partOfRange, 0.75);
    QVERIFY(costs.isInsideRange);
    QVERIFY((*flips)[0].irr.all.empty()); // nothing is spent, so that there is no rate
}

// 100 now for x a year over two years: the rate is r where x (1/(1+r) + 1/(1+r)²) = 100.
void TestSensitivity::flipsOfARateOfReturn()
{
    Study study(evaluate(investment()));
    const double hurdle = 0.25;
    const auto flips = flipsOf(study, {range("levers.price", 0.5, 1.0, 1.5)}, hurdle);
    QVERIFY(flips);
    const double at25 = 100.0 / (1.0 / 1.25 + 1.0 / 1.5625) / 60.0;
    const double at10 = 100.0 / (1.0 / 1.1 + 1.0 / 1.21) / 60.0;
    QVERIFY(std::abs(*(*flips)[0].irr.nearest - at25) < 1e-10);
    QVERIFY(std::abs(*(*flips)[0].npv.nearest - at10) < 1e-14);
    const auto ownHurdle = flipsOf(study, {range("levers.price", 0.5, 1.0, 1.5)});
    QVERIFY(std::abs(*(*ownHurdle)[0].irr.nearest - at10) < 1e-10);
}

void TestSensitivity::flipsOfTheDiscountRate()
{
    Study study(evaluate(investment()));
    const auto flips = flipsOf(study, {range("discounting.rate", 0.05, 0.1, 0.15)});
    QVERIFY(flips);
    QVERIFY(std::abs(*(*flips)[0].npv.nearest -
                     *study.base().metrics(PlantCase::project)[Metric::irr]) < 1e-10);
    QVERIFY(!(*flips)[0].irr.nearest); // the rate of return does not depend on it
}

void TestSensitivity::flipsThatThereAreNot()
{
    Study study(evaluate(linearProject()));
    const auto flips = flipsOf(study, {range("market.oecd_share", 0.0, 1.0, 1.0)});
    QVERIFY(flips);
    QVERIFY((*flips)[0].npv == Crossing());
}

// 350 for 100 a year, without discounting: three years are too few and four do.
void TestSensitivity::flipsOfYears()
{
    Project project = investment();
    project.discounting.rate = 0.0;
    project.priceDecks[0].prices["metal"] = 100.0;
    project.capital.items[0].amount = 350.0;
    project.timeline.yearsOfOperation = 6;
    Study study(evaluate(project));
    const auto flips = flipsOf(study, {range("timeline.years_of_operation", 5.0, 6.0, 7.0)});
    QVERIFY(flips);
    const Crossing& years = (*flips)[0].npv;
    QCOMPARE(years.all, (std::vector<double> {3.0, 4.0}));
    QCOMPARE(*years.nearest, 4.0);
    QCOMPARE(years.partOfRange, 2.0);
}

void TestSensitivity::theHurdleIsInTheTermsOfDiscounting()
{
    Project project = defaultProject();
    project.discounting.rate = 0.11;
    project.discounting.terms = Terms::nominal;
    QVERIFY(hurdleOf(project).target == irr);
    QCOMPARE(hurdleOf(project).rate, 0.11);
    project.discounting.terms = Terms::real;
    QVERIFY(hurdleOf(project, 0.2).target == (Target {Target::Kind::metric, Metric::irrReal}));
    QCOMPARE(hurdleOf(project, 0.2).rate, 0.2);
}

void TestSensitivity::spiderOfALine()
{
    Study study(evaluate(linearProject()));
    const std::vector<double> factors {0.5, 1.0, 2.0};
    const auto spider = spiderOf(
        study, {"levers.price", "cost_lines.costs.fixed", "timeline.years_of_operation"}, factors);
    QVERIFY(spider);
    QCOMPARE(spider->factors, factors);
    for (std::size_t f = 0; f < factors.size(); ++f) {
        QCOMPARE(*spider->lines[0].values[f], (1e5 * factors[f] - 4e4) * annuity);
        QCOMPARE(*spider->lines[1].values[f], (1e5 - 4e4 * factors[f]) * annuity);
    }
    QCOMPARE(*spider->lines[2].values[0], 6e4 * (1.0 + 1.0 / 1.1)); // one and a half years are two
}

void TestSensitivity::spiderLeavesOutWhatTheFieldDoesNotTake()
{
    Project project = linearProject();
    project.production.utilisation = 1.5;
    Study study(evaluate(project));
    const auto spider = spiderOf(study, {"production.utilisation"}, {1.0, 1.3, 1.4});
    QVERIFY(spider);
    QVERIFY(spider->lines[0].values[1]);
    QVERIFY(!spider->lines[0].values[2]); // 2.1 of at most 2
    QVERIFY(!spiderOf(study, {"tax.write_off_at_end"}, {1.0}));
}

void TestSensitivity::spiderFactorsAreEven()
{
    const std::vector<double> factors = spiderFactors(0.5, 11);
    QCOMPARE(factors.size(), std::size_t(11));
    QCOMPARE(factors.front(), 0.5);
    QVERIFY(factors[5] == 1.0);
    QVERIFY(factors.back() == 1.5);
}

void TestSensitivity::twoWayTableOfALine()
{
    Study study(evaluate(linearProject()));
    const TableAxis x {price, evenPositions(0.5, 1.5, 3)};
    const TableAxis y {operatingCosts, {0.0, 2.0}};
    const auto table = twoWayTable(study, x, y);
    QVERIFY(table);
    QVERIFY(table->x == x && table->y == y);
    QCOMPARE(table->values.size(), std::size_t(2));
    for (std::size_t row = 0; row < 2; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            QCOMPARE(*table->values[row][column],
                (1e5 * x.positions[column] - 4e4 * y.positions[row]) * annuity);
}

void TestSensitivity::twoWayTableOfOneInputIsRefused()
{
    Study study(evaluate(linearProject()));
    const TableAxis axis {price, {0.5, 1.0}};
    QVERIFY(!twoWayTable(study, axis, axis));
    QVERIFY(!twoWayTable(study, axis, {operatingCosts, {1.0, 101.0}}));
}

void TestSensitivity::goalSeekFindsAPrice()
{
    Study study(evaluate(linearProject()));
    const auto found = goalSeek(study, {"levers.price"}, npv, 10'000.0 * annuity);
    QVERIFY(found);
    QCOMPARE(found->solutions.size(), std::size_t(1));
    QCOMPARE(found->solutions[0], 0.5);
    QCOMPARE(found->low, 0.0);
    QCOMPARE(found->high, 100.0);
    QCOMPARE(*found->atLow, -40'000.0 * annuity);
}

void TestSensitivity::goalSeekFindsSeveral()
{
    Study study(evaluate(twoRates()));
    const auto found = goalSeek(study, {"discounting.rate"}, npv, 0.0);
    QVERIFY(found);
    QCOMPARE(found->solutions.size(), std::size_t(2));
    QVERIFY(std::abs(found->solutions[0] - 0.1) < 1e-12);
    QVERIFY(std::abs(found->solutions[1] - 0.2) < 1e-12);
}

void TestSensitivity::goalSeekTellsNothingToSolveFromNoSolution()
{
    Project project = linearProject();
    project.production.nameplateKgPerYear = 0.0;
    project.costLines.clear();
    Study study(evaluate(project));
    const auto found = goalSeek(study, {"levers.price"}, npv, 0.0);
    QVERIFY(found);
    QVERIFY(found->isEverywhere && found->solutions.empty());
    QVERIFY(!goalSeek(study, {"levers.price"}, npv, 1e9)->isEverywhere);
}

void TestSensitivity::goalSeekFindsNone()
{
    Study study(evaluate(linearProject()));
    const auto found = goalSeek(study, {"levers.opex"}, npv, 1e9);
    QVERIFY(found);
    QVERIFY(found->solutions.empty());
    QCOMPARE(*found->atLow, 1e5 * annuity);
    const auto noRate = goalSeek(study, {"levers.opex"}, irr, 0.1);
    QVERIFY(noRate && noRate->solutions.empty());
}

// What a metric is at another price leads back to that price.
void TestSensitivity::goalSeekFindsEveryMetricAgain()
{
    Study study(evaluate(defaultProject()));
    const VariedInput price {"levers.price"};
    int found = 0;
    for (const Target& target : allTargets()) {
        Study::Table position(1, 1);
        position << 1.13;
        const double wanted = (*study.evaluate({price}, position, {target}))(0, 0);
        if (std::isnan(wanted) || wanted == figureOf(study.base(), target))
            continue;
        const auto sought = goalSeek(study, price, target, wanted);
        QVERIFY(sought);
        double nearest = std::numeric_limits<double>::max();
        for (const double solution : sought->solutions)
            nearest = std::min(nearest, std::abs(solution - 1.13));
        QVERIFY2(nearest < 1e-9, std::string(nameOf(target)).c_str());
        ++found;
    }
    QVERIFY(found > 12);
}

void TestSensitivity::goalSeekOfNothingIsRefused()
{
    Study study(evaluate(linearProject()));
    QVERIFY(!goalSeek(study, {"levers.price"}, npv, std::numeric_limits<double>::infinity()));
    QVERIFY(!goalSeek(study, {"levers.prise"}, npv, 0.0));
}

QTEST_APPLESS_MAIN(TestSensitivity)
#include "tst_sensitivity.moc"
