#include "core/report/Bridge.h"

#include "tests/core/report/ReportTest.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <algorithm>
#include <cmath>

class TestBridge : public QObject {
    Q_OBJECT

private slots:
    void stepsAddUp_data();
    void stepsAddUp();
    void largestStepsComeFirstAndTheRestIsOther();
    void otherIsNotNeededForTheLastStep();
    void reusingNothingHasNoSteps();
};

void TestBridge::stepsAddUp_data()
{
    QTest::addColumn<uint>("seed");
    QTest::newRow("the default project") << 0u;
    for (uint seed = 1; seed <= 60; ++seed)
        QTest::addRow("project drawn by seed %u", seed) << seed;
}

void TestBridge::stepsAddUp()
{
    QFETCH(uint, seed);
    const auto evaluation =
        support::evaluated(seed == 0 ? core::defaultProject() : support::generateProject(seed));
    QVERIFY(evaluation);
    for (const std::size_t largest : {std::size_t {3}, std::size_t {9}, std::size_t {1000}}) {
        const core::Bridge bridge = core::bridgeOf(*evaluation, largest);
        double value = bridge.standaloneNpv;
        double scale = std::abs(value);
        for (const core::BridgeStep& step : bridge.steps) {
            value += step.value;
            scale = std::max({scale, std::abs(value), std::abs(step.value)});
        }
        QVERIFY(std::abs(value - bridge.projectNpv) <= 1e-12 * scale);
        QVERIFY(bridge.steps.size() <= largest + 1);
        QCOMPARE(bridge.projectNpv - bridge.standaloneNpv, evaluation->npvSavings());
    }
}

void TestBridge::largestStepsComeFirstAndTheRestIsOther()
{
    const auto evaluation = support::evaluatedDefault();
    const core::Bridge all = core::bridgeOf(*evaluation, 1000);
    const core::Bridge bridge = core::bridgeOf(*evaluation, 4);
    QCOMPARE(bridge.steps.size(), std::size_t {5});
    double rest = 0.0;
    for (std::size_t i = 0; i < all.steps.size(); ++i) {
        if (i > 0)
            QVERIFY(std::abs(all.steps[i].value) <= std::abs(all.steps[i - 1].value));
        if (i < 4)
            QCOMPARE(bridge.steps[i].label, all.steps[i].label);
        else
            rest += all.steps[i].value;
    }
    QCOMPARE(bridge.steps.back().label, std::string("Other"));
    QVERIFY(!bridge.steps.back().row);
    QCOMPARE(bridge.steps.back().value, rest);
    QVERIFY(all.steps.back().label != "Other");
}

void TestBridge::otherIsNotNeededForTheLastStep()
{
    const auto evaluation = support::evaluatedDefault();
    const std::size_t steps = core::bridgeOf(*evaluation, 1000).steps.size();
    QVERIFY(core::bridgeOf(*evaluation, steps - 1).steps.back().label != "Other");
    QCOMPARE(core::bridgeOf(*evaluation, steps - 2).steps.back().label, std::string("Other"));
}

void TestBridge::reusingNothingHasNoSteps()
{
    core::Project project = core::defaultProject();
    project.levers.reuse = 0.0;
    for (core::CostLine& line : project.costLines)
        line.hostFixed = line.hostVariablePerKg = 0.0;
    for (core::CapitalItem& item : project.capital.items)
        item.standaloneAmount = item.amount;
    project.capital.standaloneClosureAmount = project.capital.closureAmount;
    const auto evaluation = support::evaluated(project);
    QVERIFY(evaluation);
    QVERIFY(core::bridgeOf(*evaluation).steps.empty());
}

QTEST_APPLESS_MAIN(TestBridge)
#include "tst_bridge.moc"
