#include "ui/pages/costs/CostRange.h"

#include "core/project/Registry.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <cmath>

using core::CostLine;
using core::Project;

Q_DECLARE_METATYPE(std::vector<std::string>)

namespace {

Project projectWith(double fixed, double variablePerKg)
{
    Project project = support::plainProject();
    CostLine line;
    line.id = "labour";
    line.fixed = fixed;
    line.variablePerKg = variablePerKg;
    project.costLines = {line};
    return project;
}

const std::string fixedId = "cost_lines.labour.fixed";
const std::string variableId = "cost_lines.labour.variable_per_kg";

}

class TestCostRange : public QObject {
    Q_OBJECT

private slots:
    void amountsThatAreZeroDoNotCount_data();
    void amountsThatAreZeroDoNotCount();
    void widestRangeCounts();
    void gradeIsGivenToAllAmounts();
    void valueFollowsTheWholeCost();
};

void TestCostRange::amountsThatAreZeroDoNotCount_data()
{
    QTest::addColumn<double>("fixed");
    QTest::addColumn<double>("variable");
    QTest::addColumn<std::vector<std::string>>("inputs");
    QTest::newRow("fixed only") << 5.0 << 0.0 << std::vector {fixedId};
    QTest::newRow("variable only") << 0.0 << 5.0 << std::vector {variableId};
    QTest::newRow("both") << 5.0 << 5.0 << std::vector {fixedId, variableId};
    QTest::newRow("none yet") << 0.0 << 0.0 << std::vector {fixedId, variableId};
}

void TestCostRange::amountsThatAreZeroDoNotCount()
{
    QFETCH(double, fixed);
    QFETCH(double, variable);
    QFETCH(std::vector<std::string>, inputs);
    QCOMPARE(ui::costInputs(projectWith(fixed, variable).costLines.front()), inputs);
}

void TestCostRange::widestRangeCounts()
{
    Project project = projectWith(1000.0, 1.0);
    const CostLine line = project.costLines.front();
    QVERIFY(!ui::evidenceOfCost(project, line));
    project.evidence[fixedId] = "quote";
    QCOMPARE(ui::evidenceOfCost(project, line)->grade, std::string("quote"));
    project.evidence[variableId] = "assumption";
    QCOMPARE(ui::evidenceOfCost(project, line)->grade, std::string("assumption"));
    QCOMPARE(ui::evidenceOfCost(project, line)->range, (core::EvidenceRange {0.7, 1.3}));
    // Of a cost that the line does not have, the grade says nothing.
    project.costLines.front().variablePerKg = 0.0;
    QCOMPARE(ui::evidenceOfCost(project, project.costLines.front())->grade, std::string("quote"));
}

void TestCostRange::gradeIsGivenToAllAmounts()
{
    const Project project = projectWith(1000.0, 1.0);
    const CostLine& line = project.costLines.front();
    const Project graded = ui::withCostGrade(project, line, "analyst");
    QCOMPARE(std::string(core::evidenceFor(graded, fixedId)), std::string("analyst"));
    QCOMPARE(std::string(core::evidenceFor(graded, variableId)), std::string("analyst"));
    QCOMPARE(ui::withCostGrade(graded, line, ""), project);
}

void TestCostRange::valueFollowsTheWholeCost()
{
    const Project project = projectWith(20'000.0, 10.0);
    const auto evaluation = core::Evaluation::of(project);
    QVERIFY(evaluation);
    // Three years of 100 000 less 30 000, at the start of each, at 10 %.
    const double years = 1.0 + 1.0 / 1.1 + 1.0 / 1.21;
    const auto npv = [&](double factor) {
        return ui::npvWithCost(**evaluation, project.costLines.front(), factor).value();
    };
    QVERIFY(std::abs(npv(1.0) - 70'000.0 * years) < 1e-6);
    QVERIFY(std::abs(npv(0.8) - 76'000.0 * years) < 1e-6);
    QVERIFY(std::abs(npv(1.2) - 64'000.0 * years) < 1e-6);
}

QTEST_APPLESS_MAIN(TestCostRange)
#include "tst_costrange.moc"
