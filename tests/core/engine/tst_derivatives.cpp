#include "core/engine/Derivatives.h"
#include "core/engine/Sheet.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace core;

namespace {

constexpr YearSpan years {2030, 2033};
using Numbers = std::vector<double>;

// A figure made of the inputs a, b, c and of flows in four years.
using Formula =
    std::function<Expression(Sheet& sheet, Expression a, Expression b, Expression c, Row flows)>;

Result<Numbers> derivativesOf(const Formula& formula, const Numbers& cells)
{
    Sheet sheet(years);
    const Expression a = sheet.addInput("a", "A", Unit());
    const Expression b = sheet.addInput("b", "B", Unit());
    const Expression c = sheet.addInput("c", "C", Unit());
    const Row flows =
        sheet.addRow({"yearly", "Yearly", Unit()}, sheet.addInput("flows", "Flows", Unit(), years));
    const Row figure =
        sheet.addFigure({"figure", "Figure", Unit()}, formula(sheet, a, b, c, flows));
    sheet.finish();
    const Result<Program> program = Program::make(sheet, {});
    if (!program)
        return program.error();
    Program::Values values;
    program->evaluate(cells, values);
    return derivativesByCell({sheet, *program, values, cells}, figure);
}

}

Q_DECLARE_METATYPE(Formula)
Q_DECLARE_METATYPE(Numbers)

class TestDerivatives : public QObject {
    Q_OBJECT

private slots:
    void ofOperations_data();
    void ofOperations();
    void ofAValueWithACaseOfItsOwn();
    void ofACellAtAKinkToTheSideGiven();
    void ofYearlyFlows_data();
    void ofYearlyFlows();
    void refuses_data();
    void refuses();
    void namesTheRowWithoutSlope();
    void passesOverRowsThatDoNotCount();
};

void TestDerivatives::ofOperations_data()
{
    QTest::addColumn<Formula>("formula");
    QTest::addColumn<Numbers>("inputs");
    QTest::addColumn<Numbers>("expected");
    using E = Expression;
    const auto row = [](const char* name, const Formula& formula, const Numbers& inputs,
                         const Numbers& expected) {
        QTest::newRow(name) << formula << inputs << expected;
    };
    row("sums", [](Sheet&, E a, E b, E c, Row) { return a + b - c; }, {2, 3, 5}, {1, 1, -1});
    row("the same twice", [](Sheet&, E a, E b, E, Row) { return a + a - b; }, {2, 3, 5},
        {2, -1, 0});
    row("products", [](Sheet&, E a, E b, E c, Row) { return a * b * c; }, {2, 3, 5}, {15, 10, 6});
    row("a square", [](Sheet&, E a, E, E, Row) { return a * a; }, {3, 0, 0}, {6, 0, 0});
    row("a quotient", [](Sheet&, E a, E b, E, Row) { return a / b; }, {6, 2, 0}, {0.5, -1.5, 0});
    row("the smaller", [](Sheet&, E a, E b, E, Row) { return minimum(a * 2.0, b); }, {1, 3, 0},
        {2, 0, 0});
    row("the larger", [](Sheet&, E a, E b, E, Row) { return maximum(a * 2.0, b); }, {1, 3, 0},
        {0, 1, 0});
    row("the first of equals",
        [](Sheet&, E a, E b, E c, Row) { return minimum(a, b) + maximum(a, c); }, {3, 3, 3},
        {2, 0, 0});
    row("a whole power", [](Sheet&, E a, E, E, Row) { return power(a, 3.0); }, {2, 0, 0},
        {12, 0, 0});
    row("a negative power", [](Sheet&, E a, E, E, Row) { return power(a, -2.0); }, {2, 0, 0},
        {-0.25, 0, 0});
    row("a power of a variable", [](Sheet&, E a, E b, E, Row) { return power(a, b); }, {2, 3, 0},
        {12, 8 * std::log(2.0), 0});
    row("a square of nothing", [](Sheet&, E a, E, E, Row) { return power(a, 2.0); }, {0, 0, 0},
        {0, 0, 0});
    row("a first power of nothing", [](Sheet&, E a, E b, E, Row) { return power(a, b); }, {0, 1, 0},
        {1, 0, 0});
    row("a negative base", [](Sheet&, E a, E, E, Row) { return power(a, 3.0); }, {-2, 0, 0},
        {12, 0, 0});
    row("a comparison", [](Sheet&, E a, E b, E c, Row) { return where(a < b, a * c, b * c); },
        {1, 2, 3}, {3, 0, 1});
    row("its other branch", [](Sheet&, E a, E b, E c, Row) { return where(a < b, a * c, b * c); },
        {2, 1, 3}, {0, 3, 1});
    row("a branch that is not taken and infinite",
        [](Sheet&, E a, E b, E c, Row) { return where(c < b, a / c, a); }, {2, -1, 0}, {1, 0, 0});
    row("a choice",
        [](Sheet&, E a, E b, E c, Row) {
            return choose(a, {b, c * 2.0, b * c});
        },
        {2, 3, 5}, {0, 0, 2});
}

void TestDerivatives::ofOperations()
{
    QFETCH(Formula, formula);
    QFETCH(Numbers, inputs);
    QFETCH(Numbers, expected);
    inputs.resize(7, 1.0);
    const Result<Numbers> derivatives = derivativesOf(formula, inputs);
    QVERIFY(derivatives.hasValue());
    for (std::size_t i = 0; i < derivatives->size(); ++i) {
        const double wanted = i < expected.size() ? expected[i] : 0.0;
        QVERIFY(std::abs((*derivatives)[i] - wanted) <= 1e-14 * std::max(1.0, std::abs(wanted)));
    }
}

// The level amount at the end of two years that is worth `a`: a / (1/(1+b) + 1/(1+b)^2), which at
// b = 0 is a/2 and rises by 3a/4 with b.
void TestDerivatives::ofAValueWithACaseOfItsOwn()
{
    const auto formula = [](Sheet&, Expression a, Expression b, Expression, Row) {
        return where(isZero(b), a / 2.0, a * b / (1.0 - power(1.0 + b, -2.0)));
    };
    const Result<Numbers> derivatives = derivativesOf(formula, {8, 0, 1, 1, 1, 1, 1});
    QVERIFY(derivatives.hasValue());
    QCOMPARE((*derivatives)[0], 0.5);
    QVERIFY(std::abs((*derivatives)[1] - 6.0) < 1e-6);
}

// max(a, 0)·b - max(-a, 0)·c has the slope b above a = 0 and c below.
void TestDerivatives::ofACellAtAKinkToTheSideGiven()
{
    Sheet sheet(years);
    const Expression a = sheet.addInput("a", "A", Unit());
    const Expression b = sheet.addInput("b", "B", Unit());
    const Expression c = sheet.addInput("c", "C", Unit());
    const Row figure = sheet.addFigure(
        {"figure", "Figure", Unit()}, maximum(a, 0.0) * b - maximum(0.0 - a, 0.0) * c);
    sheet.finish();
    const Result<Program> program = Program::make(sheet, {});
    QVERIFY(program.hasValue());
    const Numbers cells {0.0, 2.0, 5.0};
    Program::Values values;
    program->evaluate(cells, values);
    const ComputedSheet computed {sheet, *program, values, cells};
    for (const double side : {1e-6, -1e-6}) {
        const std::vector<CellBeside> beside {{0, side}};
        const Result<Numbers> derivatives = derivativesByCell(computed, figure, 0, beside);
        QVERIFY(derivatives.hasValue());
        QCOMPARE(*derivatives, (Numbers {side > 0.0 ? 2.0 : 5.0, 0.0, 0.0}));
    }
}

void TestDerivatives::ofYearlyFlows_data()
{
    QTest::addColumn<Formula>("formula");
    QTest::addColumn<Numbers>("flows");
    QTest::addColumn<Numbers>("expected");
    using E = Expression;
    const auto row = [](const char* name, const Formula& formula, const Numbers& flows,
                         const Numbers& expected) {
        QTest::newRow(name) << formula << flows << expected;
    };
    row("total", [](Sheet&, E, E, E, Row flows) { return total(flows * flows); }, {1, 2, 3, 4},
        {2, 4, 6, 8});
    row("smallest", [](Sheet&, E, E, E, Row flows) { return smallest(flows); }, {3, 1, 2, 1},
        {0, 1, 0, 0});
    row("largest", [](Sheet&, E, E, E, Row flows) { return largest(flows); }, {3, 1, 4, 4},
        {0, 0, 1, 0});
    row("average", [](Sheet&, E, E, E, Row flows) { return average(flows); }, {3, 1, 2, 1},
        {0.25, 0.25, 0.25, 0.25});
    row("average of those there are",
        [](Sheet& sheet, E, E, E, Row flows) {
            return average(where(isZero(flows), undefined(sheet), flows));
        },
        {3, 0, 2, 0}, {0.5, 0, 0.5, 0});
    // -100, 110 earns 10 %: r = -f1/f0 - 1.
    row("rate of return of one year",
        [](Sheet&, E, E, E, Row flows) { return rateOfReturn(flows); }, {-100, 110, 0, 0},
        {0.011, 0.01, 1 / 110.0, 1 / 121.0});
    // At -50 % money is worth the more the later it comes.
    row("rate of return below zero", [](Sheet&, E, E, E, Row flows) { return rateOfReturn(flows); },
        {-100, 50, 0, 0}, {0.005, 0.01, 0.02, 0.04});
    // Back in the third year, when 60 of its 80 have come in.
    row("payback",
        [](Sheet& sheet, E, E, E, Row flows) {
            return payback(flows) / constant(sheet, 1.0, Unit(Unit::year));
        },
        {-100, 40, 80, 5}, {-1 / 80.0, -1 / 80.0, -60 / 6400.0, 0});
}

void TestDerivatives::ofYearlyFlows()
{
    QFETCH(Formula, formula);
    QFETCH(Numbers, flows);
    QFETCH(Numbers, expected);
    Numbers cells(3, 1.0);
    cells.insert(cells.end(), flows.begin(), flows.end());
    const Result<Numbers> derivatives = derivativesOf(formula, cells);
    QVERIFY(derivatives.hasValue());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs((*derivatives)[3 + i] - expected[i]) <=
                1e-13 * std::max(1.0, std::abs(expected[i])));
}

void TestDerivatives::refuses_data()
{
    QTest::addColumn<Formula>("formula");
    QTest::addColumn<Numbers>("inputs");
    using E = Expression;
    QTest::newRow("a figure that does not exist")
        << Formula([](Sheet& sheet, E, E, E, Row) { return undefined(sheet); }) << Numbers {};
    QTest::newRow("a rate of return that does not exist")
        << Formula([](Sheet&, E, E, E, Row flows) { return rateOfReturn(flows); }) << Numbers {};
    QTest::newRow("a root of nothing")
        << Formula([](Sheet&, E a, E, E, Row) { return power(a, 0.5); }) << Numbers {0, 0, 0};
    QTest::newRow("a power of a negative number by an input")
        << Formula([](Sheet&, E a, E b, E, Row) { return power(a, b); }) << Numbers {-2, 2, 0};
    // 1, -2.2, 1.21 is worth nothing at 10 %, and nowhere less.
    QTest::newRow("a rate at which the present value turns back")
        << Formula([](Sheet&, E, E, E, Row flows) { return rateOfReturn(flows); })
        << Numbers {0, 0, 0, 1, -2.2, 1.21, 0};
}

void TestDerivatives::refuses()
{
    QFETCH(Formula, formula);
    QFETCH(Numbers, inputs);
    inputs.resize(7, 1.0);
    const Result<Numbers> derivatives = derivativesOf(formula, inputs);
    QVERIFY(!derivatives.hasValue());
    QCOMPARE(derivatives.error().code, ErrorCode::NotComputable);
    QCOMPARE(derivatives.error().problems.front().where, std::string("figure"));
}

void TestDerivatives::namesTheRowWithoutSlope()
{
    Sheet sheet(years);
    const Expression a = sheet.addInput("a", "A", Unit());
    const Row twice = sheet.addFigure({"twice", "Twice", Unit()}, a * 2.0);
    const Row root = sheet.addRow({"root", "Root", Unit()}, 1.0 + power(twice, 0.5));
    const Row sum = sheet.addFigure({"sum", "Sum", Unit()}, total(root) + 4.0);
    sheet.finish();
    const Result<Program> program = Program::make(sheet, {});
    QVERIFY(program.hasValue());
    const Numbers cells {0.0};
    Program::Values values;
    program->evaluate(cells, values);
    const Result<Numbers> derivatives = derivativesByCell({sheet, *program, values, cells}, sum);
    QVERIFY(!derivatives.hasValue());
    QCOMPARE(derivatives.error().problems.front().where, std::string("root"));
}

// A row without a slope beside the figure that is asked for is nobody's business.
void TestDerivatives::passesOverRowsThatDoNotCount()
{
    Sheet sheet(years);
    const Expression a = sheet.addInput("a", "A", Unit());
    sheet.addFigure({"root", "Root", Unit()}, power(a, 0.5));
    const Row twice = sheet.addFigure({"twice", "Twice", Unit()}, a * 2.0);
    sheet.finish();
    const Result<Program> program = Program::make(sheet, {});
    QVERIFY(program.hasValue());
    const Numbers cells {0.0};
    Program::Values values;
    program->evaluate(cells, values);
    const Result<Numbers> derivatives = derivativesByCell({sheet, *program, values, cells}, twice);
    QVERIFY(derivatives.hasValue());
    QCOMPARE(*derivatives, Numbers {2.0});
}

QTEST_APPLESS_MAIN(TestDerivatives)
#include "tst_derivatives.moc"
