#include "core/engine/Program.h"
#include "core/engine/Sheet.h"
#include "tests/support/ScalarTwin.h"

#include <QTest>

#include <cmath>

using namespace core;

namespace {

constexpr YearSpan years {2025, 2034};

// A small sheet with every kind of operation.
class SampleSheet {
public:
    SampleSheet()
        : sheet(years)
    {
        const Expression rate = sheet.addInput("rate", "Rate", Unit());
        const Expression price = sheet.addInput("price", "Price", Unit(), years);
        const std::vector<int> stated {2025, 2027};
        const Expression outlay = sheet.addInput("outlay", "Outlay", Unit(), years, &stated);
        const Expression pick = sheet.addInput("pick", "Pick", Unit());
        const Row exponent = sheet.addData({"exponent", "Exponent", Unit()}, years,
            {-0.5, -1.5, -2.5, -3.5, -4.5, -5.5, -6.5, -7.5, -8.5, -9.5});
        const Row flag =
            sheet.addData({"flag", "Flag", Unit()}, years, {0, 1, 1, 1, 1, 1, 1, 1, 1, 0});
        const Row sales =
            sheet.addRow({"sales", "Sales", Unit()}, flag * minimum(price * 2.0, 9.0 - rate));
        const Row balance = sheet.declareRow({"balance", "Balance", Unit()});
        sheet.define(balance, previous(balance) * (1.0 - rate) + outlay);
        const Row choice =
            sheet.addRow({"choice", "Choice", Unit()}, choose(pick, {sales, balance, price}));
        const Row flow = sheet.addRow({"flow", "Flow", Unit()},
            choice - outlay - where(rate < price, rate, maximum(price, 0.25)));
        const Row ratio = sheet.addRow(
            {"ratio", "Ratio", Unit()}, where(isZero(sales), undefined(sheet), flow / sales));
        sheet.addRow({"window", "Window", Unit()}, windowTotal(sales, 3, WindowWeights::falling) +
                                                       windowTotal(flow, 2, WindowWeights::equal) +
                                                       lag(flow, 4) + next(flow));
        sheet.addFigure({"value", "Value", Unit()},
            total(flow * power(1.0 + rate, exponent)) + power(rate, 0.3) + inYear(flow, 2026));
        sheet.addFigure(
            {"extremes", "Extremes", Unit()}, smallest(ratio) + largest(ratio) * average(ratio));
        sheet.addFigure({"irr", "Rate of return", Unit()}, rateOfReturn(flow));
        sheet.addFigure({"payback", "Payback", Unit(Unit::year)}, payback(flow));
        sheet.finish();
    }

    std::vector<double> cells(int variant) const
    {
        std::vector<double> result;
        for (int cell = 0; cell < sheet.inputCellCount(); ++cell)
            result.push_back(0.05 + 0.37 * std::fmod(1.0 + variant * 0.618 + cell * 0.271, 1.0) *
                                        (cell % 4 + 1));
        result[static_cast<std::size_t>(sheet.inputs()[3].firstCell)] = 1 + variant % 3;
        return result;
    }

    Sheet sheet;
};

void compareFigures(double actual, double expected, const char* row)
{
    if (std::isnan(expected)) {
        QVERIFY2(std::isnan(actual), row);
        return;
    }
    QVERIFY2(std::abs(actual - expected) <= 1e-12 * std::max(1.0, std::abs(expected)), row);
}

}

class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void oneCaseAgreesWithTheTwin();
    void foldingChangesNoFigure();
    void lanesAgreeWithTheTwin_data();
    void lanesAgreeWithTheTwin();
    void threadsChangeNoBit();
    void whatIsWantedAndFixedIsTheSameInEveryLane();
    void inputsStayFilledBetweenRuns();
};

void TestProgram::oneCaseAgreesWithTheTwin()
{
    const SampleSheet sample;
    const auto program = Program::make(sample.sheet, {});
    QVERIFY(program.hasValue());
    Program::Values values;
    for (int variant = 0; variant < 20; ++variant) {
        const std::vector<double> cells = sample.cells(variant);
        program->evaluate(cells, values);
        ScalarTwin twin(sample.sheet, cells);
        for (int row = 0; row < static_cast<int>(sample.sheet.rows().size()); ++row)
            for (int year = years.first; year <= years.last; ++year)
                compareFigures(program->figure(values, row, year), twin.figure(row, year),
                    sample.sheet.rows()[static_cast<std::size_t>(row)].title.name.c_str());
    }
}

void TestProgram::foldingChangesNoFigure()
{
    const SampleSheet sample;
    const std::vector<double> cells = sample.cells(4);
    Program::Options folded;
    folded.inputCells = cells;
    const auto program = Program::make(sample.sheet, folded);
    QVERIFY(program.hasValue());
    Program::Values values;
    program->evaluate({}, values);
    ScalarTwin twin(sample.sheet, cells);
    for (int row = 0; row < static_cast<int>(sample.sheet.rows().size()); ++row)
        for (int year = years.first; year <= years.last; ++year)
            compareFigures(program->figure(values, row, year), twin.figure(row, year),
                sample.sheet.rows()[static_cast<std::size_t>(row)].title.name.c_str());
}

void TestProgram::lanesAgreeWithTheTwin_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("instructionSet");
    for (const LaneWidth width : {LaneWidth::one, LaneWidth::eight, LaneWidth::sixtyFour})
        for (const InstructionSet set :
            {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
            if (kernelFor(width, set))
                QTest::addRow("%d lanes, %s", laneCount(width), nameOf(set))
                    << static_cast<int>(width) << static_cast<int>(set);
}

void TestProgram::lanesAgreeWithTheTwin()
{
    QFETCH(int, width);
    QFETCH(int, instructionSet);
    const SampleSheet sample;
    const std::vector<double> base = sample.cells(1);
    Program::Options options;
    options.varyingCells = {0, 3, sample.sheet.inputs()[3].firstCell};
    for (int row = 0; row < static_cast<int>(sample.sheet.rows().size()); ++row)
        for (int year = years.first; year <= years.last; ++year)
            options.wanted.push_back({row, year});
    options.inputCells = base;
    const auto program = Program::make(sample.sheet, options);
    QVERIFY(program.hasValue());
    Program::Values values;
    program->evaluate(base, values);

    constexpr std::size_t lanes = 150; // no multiple of a width
    std::vector<std::vector<double>> results(lanes);
    const auto varied = [&](std::size_t lane) {
        std::vector<double> cells = base;
        const std::vector<double> other = sample.cells(static_cast<int>(lane));
        for (const int cell : options.varyingCells)
            cells[static_cast<std::size_t>(cell)] = other[static_cast<std::size_t>(cell)];
        return cells;
    };
    Program::LaneRun run;
    run.lanes = lanes;
    run.width = static_cast<LaneWidth>(width);
    run.instructionSet = static_cast<InstructionSet>(instructionSet);
    run.fill = [&](std::size_t first, int count, Program::Runner& runner) {
        for (int lane = 0; lane < count; ++lane) {
            const std::vector<double> cells = varied(first + static_cast<std::size_t>(lane));
            for (std::size_t k = 0; k < options.varyingCells.size(); ++k)
                runner.input(k)[lane] = cells[static_cast<std::size_t>(options.varyingCells[k])];
        }
    };
    run.collect = [&](std::size_t first, int count, const Program::Runner& runner) {
        for (int lane = 0; lane < count; ++lane)
            for (std::size_t j = 0; j < options.wanted.size(); ++j)
                results[first + static_cast<std::size_t>(lane)].push_back(runner.output(j)[lane]);
    };
    program->evaluateLanes(values, run);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::vector<double> cells = varied(lane);
        ScalarTwin twin(sample.sheet, cells);
        for (std::size_t j = 0; j < options.wanted.size(); ++j)
            compareFigures(results[lane][j],
                twin.figure(options.wanted[j].row, options.wanted[j].year),
                sample.sheet.rows()[static_cast<std::size_t>(options.wanted[j].row)]
                    .title.name.c_str());
    }
}

void TestProgram::threadsChangeNoBit()
{
    const SampleSheet sample;
    Program::Options options;
    options.varyingCells = {0};
    options.wanted = {{*sample.sheet.findRow("value"), 0}, {*sample.sheet.findRow("irr"), 0}};
    const auto program = Program::make(sample.sheet, options);
    QVERIFY(program.hasValue());
    Program::Values values;
    program->evaluate(sample.cells(1), values);
    constexpr std::size_t lanes = 1000;
    std::vector<std::vector<double>> byThreads;
    for (const int threads : {1, 2, 3, 8}) {
        std::vector<double> results(lanes);
        Program::LaneRun run;
        run.lanes = lanes;
        run.threads = threads;
        run.fill = [](std::size_t first, int count, Program::Runner& runner) {
            for (int lane = 0; lane < count; ++lane)
                runner.input(0)[lane] =
                    0.001 * static_cast<double>(first + static_cast<std::size_t>(lane));
        };
        run.collect = [&](std::size_t first, int count, const Program::Runner& runner) {
            std::copy_n(
                runner.output(0), count, results.begin() + static_cast<std::ptrdiff_t>(first));
        };
        program->evaluateLanes(values, run);
        byThreads.push_back(results);
    }
    for (const std::vector<double>& results : byThreads)
        QVERIFY(results == byThreads.front());
    QVERIFY(byThreads.front()[10] != byThreads.front()[900]);
}

void TestProgram::whatIsWantedAndFixedIsTheSameInEveryLane()
{
    const SampleSheet sample;
    Program::Options options;
    options.varyingCells = {0};
    options.wanted = {{*sample.sheet.findRow("flag"), 2026}};
    const auto program = Program::make(sample.sheet, options);
    QVERIFY(program.hasValue());
    Program::Values values;
    program->evaluate(sample.cells(1), values);
    Program::Runner runner(*program, values, LaneWidth::eight);
    std::fill_n(runner.input(0), runner.width(), 0.1);
    runner.run();
    for (int lane = 0; lane < runner.width(); ++lane)
        QCOMPARE(runner.output(0)[lane], 1.0);
}

void TestProgram::inputsStayFilledBetweenRuns()
{
    const SampleSheet sample;
    Program::Options options;
    options.varyingCells = {0, sample.sheet.inputs()[3].firstCell};
    options.wanted = {{*sample.sheet.findRow("value"), 0}};
    const auto program = Program::make(sample.sheet, options);
    QVERIFY(program.hasValue());
    Program::Values values;
    program->evaluate(sample.cells(1), values);
    Program::Runner runner(*program, values, LaneWidth::one);
    *runner.input(0) = 0.1;
    *runner.input(1) = 2.0;
    runner.run();
    const double first = *runner.output(0);
    runner.run();
    QCOMPARE(*runner.output(0), first);
    QCOMPARE(*runner.input(0), 0.1);
    QCOMPARE(*runner.input(1), 2.0);
}

QTEST_APPLESS_MAIN(TestProgram)
#include "tst_program.moc"
