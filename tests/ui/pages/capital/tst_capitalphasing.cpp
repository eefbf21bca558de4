#include "ui/pages/capital/CapitalPhasing.h"

#include "core/project/DefaultProject.h"

#include <QTest>

#include <functional>

using core::Project;
using ui::CapitalCase;
using Change = std::function<void(Project&)>;

Q_DECLARE_METATYPE(Change)

namespace {

core::CapitalItem& first(Project& project)
{
    return project.capital.items.front();
}

void none(Project&) {}

}

class TestCapitalPhasing : public QObject {
    Q_OBJECT

private slots:
    void capitalIsInDollarsWithContingency_data();
    void capitalIsInDollarsWithContingency();
    void yearsAddUpToTheCapital();
    void yearsReachOneBehindTheSpending_data();
    void yearsReachOneBehindTheSpending();
    void problemsNameTheItem_data();
    void problemsNameTheItem();
    void theRestGoesToTheLastYear_data();
    void theRestGoesToTheLastYear();
    void noShareBelowNothingIsGiven();
};

// The default project: 20 million as announced, 60 for a plant of its own.
void TestCapitalPhasing::capitalIsInDollarsWithContingency_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<double>("project");
    QTest::addColumn<double>("standalone");
    QTest::newRow("as planned") << Change(none) << 20e6 << 60e6;
    QTest::newRow("with a contingency on an item of 2 million")
        << Change([](Project& project) { first(project).contingency = 0.25; }) << 20.5e6 << 60.5e6;
    QTest::newRow("an item of 1000 million tenge at 500") << Change([](Project& project) {
        first(project).currency = core::Currency::kzt;
        first(project).amount = 1000e6;
        first(project).standaloneAmount = 2000e6;
    }) << 20e6 << 62e6;
    QTest::newRow("nothing") << Change([](Project& project) { project.capital.items.clear(); })
                             << 0.0 << 0.0;
}

void TestCapitalPhasing::capitalIsInDollarsWithContingency()
{
    QFETCH(Change, change);
    Project project = core::defaultProject();
    change(project);
    QFETCH(double, standalone);
    const double ofProject = ui::capitalOf(project, CapitalCase::project);
    QTEST(ofProject, "project");
    QCOMPARE(ui::capitalOf(project, CapitalCase::standalone), standalone);
}

void TestCapitalPhasing::yearsAddUpToTheCapital()
{
    const Project project = core::defaultProject();
    QCOMPARE(ui::capitalInYear(project, 2025), 8e6);
    QCOMPARE(ui::capitalInYear(project, 2026), 10e6);
    QCOMPARE(ui::capitalInYear(project, 2027), 2e6);
    QCOMPARE(ui::capitalInYear(project, 2028), 0.0);
}

void TestCapitalPhasing::yearsReachOneBehindTheSpending_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    const auto row = [](const char* name, const Change& change, int from, int to) {
        QTest::newRow(name) << change << from << to;
    };
    row("as planned", none, 2025, 2028);
    row(
        "a later year", [](Project& p) { first(p).phasing[2031] = 0.1; }, 2025, 2032);
    row(
        "a later year without a share", [](Project& p) { first(p).phasing[2031] = 0.0; }, 2025,
        2028);
    row(
        "the last year", [](Project& p) { first(p).phasing[2046] = 0.1; }, 2025, 2046);
    row(
        "a year before the timeline", [](Project& p) { p.timeline.firstYear = 2026; }, 2025, 2028);
    row(
        "a year behind the timeline", [](Project& p) { first(p).phasing[2050] = 0.0; }, 2025, 2050);
    row(
        "nothing to build", [](Project& p) { p.capital.items.clear(); }, 2025, 2025);
}

void TestCapitalPhasing::yearsReachOneBehindTheSpending()
{
    QFETCH(Change, change);
    Project project = core::defaultProject();
    change(project);
    const core::YearSpan years = ui::yearsToPhase(project);
    QTEST(years.first, "from");
    QTEST(years.last, "to");
}

void TestCapitalPhasing::problemsNameTheItem_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<double>("left");
    QTest::addColumn<int>("outsideYear");
    QTest::newRow("too little") << Change([](Project& p) { first(p).phasing[2026] = 0.4; }) << 0.1
                                << 0;
    QTest::newRow("too much") << Change([](Project& p) { first(p).phasing[2028] = 0.3; }) << -0.3
                              << 0;
    QTest::newRow("nothing") << Change([](Project& p) { first(p).phasing.clear(); }) << 1.0 << 0;
    QTest::newRow("outside the timeline") << Change([](Project& p) {
        first(p).phasing = {{2025, 0.5}, {2060, 0.5}};
    }) << 0.0 << 2060;
}

void TestCapitalPhasing::problemsNameTheItem()
{
    QFETCH(Change, change);
    Project project = core::defaultProject();
    QVERIFY(ui::phasingProblems(project).empty());
    change(project);
    const std::vector<ui::PhasingProblem> problems = ui::phasingProblems(project);
    QCOMPARE(problems.size(), std::size_t {1});
    QVERIFY(problems.front().item == &first(project));
    QTEST(problems.front().left, "left");
    QTEST(problems.front().outsideYear.value_or(0), "outsideYear");
}

void TestCapitalPhasing::theRestGoesToTheLastYear_data()
{
    QTest::addColumn<core::Phasing>("before");
    QTest::addColumn<core::Phasing>("after");
    using core::Phasing;
    QTest::newRow("what is left") << Phasing {{2025, 0.4}, {2026, 0.3}}
                                  << Phasing {{2025, 0.4}, {2026, 0.6}};
    QTest::newRow("what is too much")
        << Phasing {{2025, 0.7}, {2026, 0.6}} << Phasing {{2025, 0.7}, {2026, 0.3}};
    QTest::newRow("all of it to the first year") << Phasing {} << Phasing {{2025, 1.0}};
    QTest::newRow("no year outside the timeline")
        << Phasing {{2026, 0.5}, {2060, 0.3}} << Phasing {{2026, 0.7}, {2060, 0.3}};
}

void TestCapitalPhasing::theRestGoesToTheLastYear()
{
    QFETCH(core::Phasing, before);
    QFETCH(core::Phasing, after);
    Project project = core::defaultProject();
    first(project).phasing = before;
    const auto mended = ui::withRestPhased(project, first(project).id);
    QVERIFY(mended);
    QVERIFY(mended->project.capital.items.front().phasing == after);
    QVERIFY(after.contains(mended->year));
}

void TestCapitalPhasing::noShareBelowNothingIsGiven()
{
    Project project = core::defaultProject();
    first(project).phasing = {{2025, 1.0}, {2026, 0.6}, {2027, 0.1}};
    QVERIFY(!ui::withRestPhased(project, first(project).id));
    QVERIFY(!ui::withRestPhased(project, "unknown"));
}

QTEST_GUILESS_MAIN(TestCapitalPhasing)
#include "tst_capitalphasing.moc"
