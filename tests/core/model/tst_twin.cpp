#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "tests/support/ProjectGenerator.h"
#include "tests/support/ScalarTwin.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

using namespace core;

namespace {

using SharedEvaluation = std::shared_ptr<const Evaluation>;

constexpr std::uint32_t drawnProjects = 50;

Project projectOf(std::uint32_t seed)
{
    return seed == 0 ? defaultProject() : support::generateProject(seed);
}

// The scale is that of the figures which cancel in this one.
bool isNear(double actual, double expected, double scale)
{
    if (std::isnan(expected))
        return std::isnan(actual);
    return std::abs(actual - expected) <= 1e-12 * std::max(std::abs(expected), scale);
}

// The inputs that a simulation varies, among them those that reach every chapter.
struct Varied {
    const char* id;
    double* (*in)(Project&);
};
const std::vector<Varied> variedInputs = {
    {"levers.price", [](Project& p) { return &p.levers.price; }},
    {"levers.opex", [](Project& p) { return &p.levers.opex; }},
    {"levers.capex", [](Project& p) { return &p.levers.capex; }},
    {"levers.production", [](Project& p) { return &p.levers.production; }},
    {"levers.fx", [](Project& p) { return &p.levers.fx; }},
    {"discounting.rate", [](Project& p) { return &p.discounting.rate; }},
};

// The same number for the same lane and input, spread over ±30 %.
double variedValue(double base, std::size_t lane, std::size_t input)
{
    const double part = std::fmod(0.5 + static_cast<double>(lane) * 0.6180339887498949 +
                                      static_cast<double>(input) * 0.2360679774997898,
        1.0);
    return (base == 0.0 ? 0.1 : base) * (0.7 + 0.6 * part);
}

std::vector<int> cellsOf(const Model& model, const std::vector<Varied>& inputs)
{
    std::vector<int> cells;
    for (const Varied& varied : inputs)
        for (const Sheet::InputContent& input : model.sheet().inputs())
            if (input.id == varied.id)
                cells.push_back(input.firstCell);
    return cells;
}

// Net present value, rate of return, and flows that cancel less.
std::vector<Program::WantedValue> wantedOf(const Evaluation& evaluation)
{
    const CaseRows& rows = evaluation.rows().project;
    std::vector<Program::WantedValue> wanted = {{rows.npv.index(), 0}};
    for (const Metric metric :
        {Metric::irr, Metric::npvEquity, Metric::payback, Metric::minimumDscr})
        wanted.push_back({rows.metrics[static_cast<std::size_t>(metric)].index(), 0});
    wanted.push_back({evaluation.rows().standalone.npv.index(), 0});
    for (int year = evaluation.years().first; year <= evaluation.years().last; ++year)
        wanted.push_back({rows.freeCashFlow.index(), year});
    return wanted;
}

}

class TestTwin : public QObject {
    Q_OBJECT

private slots:
    void everyRowIsThatOfThePlainEvaluator_data();
    void everyRowIsThatOfThePlainEvaluator();
    void lanesAreSingleEvaluations_data();
    void lanesAreSingleEvaluations();
    void lanesOfDrawnProjectsAreSingleEvaluations();
};

void TestTwin::everyRowIsThatOfThePlainEvaluator_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    QTest::newRow("the default project") << std::uint32_t {0};
    for (std::uint32_t seed = 1; seed <= drawnProjects; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTwin::everyRowIsThatOfThePlainEvaluator()
{
    QFETCH(std::uint32_t, seed);
    const Result<SharedEvaluation> made = Evaluation::of(projectOf(seed));
    QVERIFY(made.hasValue());
    const Evaluation& evaluation = **made;
    const Sheet& sheet = evaluation.model().sheet();
    ScalarTwin twin(sheet, evaluation.inputCells());

    // Money may cancel; so may only money. Everything else is held to itself.
    double money = 0.0;
    const auto forEachFigure = [&](const auto& visit) {
        for (int row = 0; row < static_cast<int>(sheet.rows().size()); ++row) {
            const Sheet::RowContent& content = sheet.rows()[static_cast<std::size_t>(row)];
            const YearSpan span = content.years.value_or(YearSpan {0, 0});
            for (int year = span.first; year <= span.last; ++year)
                visit(row, content, year);
        }
    };
    forEachFigure([&](int row, const Sheet::RowContent& content, int year) {
        const double figure = twin.figure(row, year);
        if (content.title.unit == Unit(Unit::usd) && std::isfinite(figure))
            money = std::max(money, std::abs(figure));
    });
    int compared = 0;
    std::string wrong;
    forEachFigure([&](int row, const Sheet::RowContent& content, int year) {
        const double expected = twin.figure(row, year);
        const double actual = evaluation.model().program().figure(evaluation.values(), row, year);
        ++compared;
        const double scale = content.title.unit == Unit(Unit::usd) ? money : 0.0;
        if (!isNear(actual, expected, scale) && wrong.empty())
            wrong = content.title.name + " in " + std::to_string(year) + " is " +
                    std::to_string(actual) + ", not " + std::to_string(expected);
    });
    QVERIFY2(wrong.empty(), wrong.c_str());
    QVERIFY(compared > static_cast<int>(sheet.rows().size()));
}

void TestTwin::lanesAreSingleEvaluations_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("instructionSet");
    QTest::addColumn<bool>("folds");
    for (const LaneWidth width : {LaneWidth::one, LaneWidth::eight, LaneWidth::sixtyFour})
        for (const InstructionSet set :
            {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
            for (const bool folds : {false, true})
                if (kernelFor(width, set))
                    QTest::addRow("%d lanes, %s%s", laneCount(width), nameOf(set),
                        folds ? ", what does not vary folded in" : "")
                        << static_cast<int>(width) << static_cast<int>(set) << folds;
}

namespace {

// Runs the lanes, and evaluates the project of each of them for itself; says what differs.
std::string laneDifference(
    const Project& project, std::size_t lanes, LaneWidth width, InstructionSet set, bool folds)
{
    const Result<SharedEvaluation> made = Evaluation::of(project);
    if (!made)
        return "the project cannot be computed";
    const Evaluation& base = **made;
    Program::Options options;
    options.wanted = wantedOf(base);
    options.varyingCells = cellsOf(base.model(), variedInputs);
    if (options.varyingCells.size() != variedInputs.size())
        return "an input has no cell";
    if (folds)
        options.inputCells = base.inputCells();
    const Result<Program> program = Program::make(base.model().sheet(), options);
    if (!program)
        return "no program";
    Program::Values values;
    program->evaluate(base.inputCells(), values);

    std::vector<Project> projects(lanes, project);
    for (std::size_t lane = 0; lane < lanes; ++lane)
        for (std::size_t k = 0; k < variedInputs.size(); ++k) {
            double* const value = variedInputs[k].in(projects[lane]);
            *value = variedValue(*value, lane, k);
        }
    std::vector<std::vector<double>> results(lanes);
    Program::LaneRun run;
    run.lanes = lanes;
    run.width = width;
    run.instructionSet = set;
    run.fill = [&](std::size_t first, int count, Program::Runner& runner) {
        for (int lane = 0; lane < count; ++lane)
            for (std::size_t k = 0; k < variedInputs.size(); ++k)
                runner.input(k)[lane] =
                    *variedInputs[k].in(projects[first + static_cast<std::size_t>(lane)]);
    };
    run.collect = [&](std::size_t first, int count, const Program::Runner& runner) {
        for (int lane = 0; lane < count; ++lane)
            for (std::size_t j = 0; j < options.wanted.size(); ++j)
                results[first + static_cast<std::size_t>(lane)].push_back(runner.output(j)[lane]);
    };
    program->evaluateLanes(values, run);

    const Sheet& sheet = base.model().sheet();
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const Result<SharedEvaluation> single = Evaluation::of(projects[lane], base.sharedModel());
        if (!single)
            return "a lane's project cannot be computed";
        if ((*single)->sharedModel() != base.sharedModel())
            return "a change of amounts needed a new model";
        double money = 0.0;
        for (const Row row : {base.rows().revenue.revenue, base.rows().standalone.operatingCosts,
                 base.rows().standalone.capex, base.rows().project.capex})
            for (const double figure : (*single)->byYear(row))
                money += std::abs(figure);
        for (std::size_t j = 0; j < options.wanted.size(); ++j) {
            const auto [row, year] = options.wanted[j];
            const Sheet::RowContent& content = sheet.rows()[static_cast<std::size_t>(row)];
            const double expected = base.model().program().figure((*single)->values(), row, year);
            const double scale = content.title.unit == Unit(Unit::usd) ? money : 0.0;
            if (!isNear(results[lane][j], expected, scale))
                return content.title.name + " of lane " + std::to_string(lane) + " is " +
                       std::to_string(results[lane][j]) + ", not " + std::to_string(expected);
        }
    }
    for (std::size_t j = 0; j < 2; ++j)
        if (lanes > 1 && results[0][j] == results[1][j])
            return "the lanes do not differ";
    return {};
}

}

void TestTwin::lanesAreSingleEvaluations()
{
    QFETCH(int, width);
    QFETCH(int, instructionSet);
    QFETCH(bool, folds);
    // No multiple of a width, so that the last block is not full.
    const std::string wrong = laneDifference(defaultProject(), 150, static_cast<LaneWidth>(width),
        static_cast<InstructionSet>(instructionSet), folds);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TestTwin::lanesOfDrawnProjectsAreSingleEvaluations()
{
    for (std::uint32_t seed = 1; seed <= drawnProjects; ++seed) {
        const std::string wrong = laneDifference(support::generateProject(seed), 9,
            LaneWidth::eight, bestInstructionSet(), seed % 2 == 0);
        QVERIFY2(wrong.empty(), ("seed " + std::to_string(seed) + ": " + wrong).c_str());
    }
}

QTEST_APPLESS_MAIN(TestTwin)
#include "tst_twin.moc"
