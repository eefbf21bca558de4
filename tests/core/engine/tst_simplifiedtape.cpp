#include "core/engine/Program.h"
#include "core/engine/Sheet.h"
#include "tests/support/ScalarTwin.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <vector>

using namespace core;

namespace {

constexpr YearSpan years {2025, 2034};

// Three inputs, a rising number of each year, and the total of what a test makes of them.
struct Parts {
    Sheet& sheet;
    Expression a;
    Expression b;
    Expression pick;
    Row year;
};

using Make = std::function<Expression(Parts&)>;

class TotalSheet {
public:
    explicit TotalSheet(const Make& make)
        : sheet(years)
    {
        const Expression a = sheet.addInput("a", "A", Unit());
        const Expression b = sheet.addInput("b", "B", Unit());
        const Expression pick = sheet.addInput("pick", "Pick", Unit());
        const Row year = sheet.addData(
            {"year", "Year", Unit()}, years, {1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0});
        Parts parts {sheet, a, b, pick, year};
        const Row row = sheet.addRow({"row", "Row", Unit()}, make(parts));
        sheet.addFigure({"total", "Total", Unit()}, total(row));
        sheet.finish();
    }

    Sheet sheet;
};

}

class TestSimplifiedTape : public QObject {
    Q_OBJECT

private slots:
    void figuresStayAndOperationsGo_data();
    void figuresStayAndOperationsGo();
};

void TestSimplifiedTape::figuresStayAndOperationsGo_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("operations"); // of the total of ten years

    QTest::newRow("a product of what no year changes is computed once")
        << Make([](Parts& p) { return p.year * p.a * p.b; }) << 20;
    QTest::newRow("numbers are multiplied beforehand")
        << Make([](Parts& p) { return p.a * 3.0 * p.year / 7.0; }) << 19;
    QTest::newRow("what a share leaves is a product") << Make([](Parts& p) {
        const Row cost = p.sheet.addRow({"cost", "Cost", Unit()}, p.year * p.a);
        return cost - cost * p.b;
    }) << 21;
    QTest::newRow("a known share is a number") << Make([](Parts& p) {
        const Row cost = p.sheet.addRow({"cost", "Cost", Unit()}, p.year * p.a);
        return cost - cost * 0.25;
    }) << 19;
    QTest::newRow("one division serves all years")
        << Make([](Parts& p) { return p.b / (p.a * p.year); }) << 21;
    QTest::newRow("a choice of products is one of numbers and one of the rest")
        << Make([](Parts& p) {
               return choose(p.pick, {p.year * p.a, (p.year + 1.0) * p.b, p.year * 0.0});
           })
        << 30;
    QTest::newRow("a product that several need is kept") << Make([](Parts& p) {
        const Row product =
            p.sheet.addRow({"product", "Product", Unit()}, (p.a + p.year) * (p.b + p.year));
        return product * p.a + product * p.b;
    }) << 69;
    QTest::newRow("sums stay as they are")
        << Make([](Parts& p) { return p.a + p.year + p.b - p.year; }) << 39;
}

void TestSimplifiedTape::figuresStayAndOperationsGo()
{
    QFETCH(Make, make);
    QFETCH(int, operations);
    const TotalSheet made(make);
    const int total = *made.sheet.findRow("total");
    Program::Options options;
    options.varyingCells = {0, 1, 2};
    options.inputCells = {0.0, 0.0, 0.0};
    options.wanted = {{total, 0}};
    const auto program = Program::make(made.sheet, options);
    QVERIFY(program.hasValue());
    QCOMPARE(static_cast<int>(program->bodyLength()), operations);

    Program::Values values;
    program->evaluate(options.inputCells, values);
    Program::Runner runner(*program, values, LaneWidth::eight);
    const auto cellOfLane = [](std::size_t cell, int lane) {
        return cell == 2 ? 1.0 + lane % 3 : 0.3 + 0.17 * lane - 0.4 * static_cast<double>(cell);
    };
    for (std::size_t cell = 0; cell < options.varyingCells.size(); ++cell)
        for (int lane = 0; lane < runner.width(); ++lane)
            runner.input(cell)[lane] = cellOfLane(cell, lane);
    runner.run();
    for (int lane = 0; lane < runner.width(); ++lane) {
        const std::vector<double> cells {
            cellOfLane(0, lane), cellOfLane(1, lane), cellOfLane(2, lane)};
        ScalarTwin twin(made.sheet, cells);
        const double expected = twin.figure(total, 0);
        QVERIFY(std::abs(runner.output(0)[lane] - expected) <= 1e-13 * (1.0 + std::abs(expected)));
    }
}

QTEST_APPLESS_MAIN(TestSimplifiedTape)
#include "tst_simplifiedtape.moc"
