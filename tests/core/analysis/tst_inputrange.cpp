#include "core/analysis/InputRange.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

using namespace core;

namespace {

using Source = RangeChoice::Source;

// The default project with a tornado that has every kind of bar.
Project projectWithBars()
{
    Project project = defaultProject();
    project.analysis->tornado = {
        {"levers.price", 0.7, 1.2},   // an assumption too
        {"royalty.rate", 0.0, 0.02},  // without evidence
        {"levers.opex", {}, {}},      // analyst
        {"levers.fx", {}, {}, false}, // neither
        {"macro.usd_inflation", 0.5, 2.0},
        {"timeline.years_of_operation", {}, {}},
    };
    project.evidence["timeline.years_of_operation"] = "test_work";
    project.timeline.yearsOfOperation = 17;
    return project;
}

InputRange range(const Project& project, const char* id, RangeChoice choice = {})
{
    return *rangeOf(project, id, choice);
}

}

class TestInputRange : public QObject {
    Q_OBJECT

private slots:
    void whereARangeComesFrom_data();
    void whereARangeComesFrom();
    void estimateClassesOfCapital();
    void rangesAreCutAtTheLimitsOfTheField();
    void wholeNumbersHaveWholeRanges();
    void whatIsBelowZeroKeepsItsOrder();
    void theTornadoSaysWhichInputs();
    void withoutATornadoEvidenceSaysWhichInputs();
    void barsOfAMissingBlockAreLeftOut();
    void unknownInputsAreRefused();
    void rangesOfGeneratedProjectsLieInTheirFields();
};

void TestInputRange::whereARangeComesFrom_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("origin");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const auto row = [](const char* name, const char* id, Source source, RangeOrigin origin,
                         double low, double high) {
        QTest::newRow(name) << id << int(source) << int(origin) << low << high;
    };
    row("what was typed comes first", "levers.price", Source::own, RangeOrigin::typed, 0.7, 1.2);
    row("evidence on request", "levers.price", Source::evidence, RangeOrigin::grade, 0.7, 1.3);
    row("a percentage for all", "levers.price", Source::percent, RangeOrigin::percent, 0.9, 1.1);
    row("what was typed where there is no evidence", "royalty.rate", Source::evidence,
        RangeOrigin::typed, 0.0, 0.02);
    row("evidence where nothing was typed", "levers.opex", Source::own, RangeOrigin::grade, 0.8,
        1.2);
    row("a percentage where there is neither", "levers.fx", Source::own, RangeOrigin::percent, 0.9,
        1.1);
    row("an input that is not listed", "resource.recovery", Source::own, RangeOrigin::grade,
        0.9 * 0.105, 1.1 * 0.105);
    row("factors of a series", "macro.usd_inflation", Source::own, RangeOrigin::typed, 0.5, 2.0);
    row("factors of a series from evidence", "tax.income_tax_rate", Source::own, RangeOrigin::grade,
        0.95, 1.05);
}

void TestInputRange::whereARangeComesFrom()
{
    QFETCH(QString, id);
    QFETCH(int, source);
    QFETCH(int, origin);
    QFETCH(double, low);
    QFETCH(double, high);
    Project project = projectWithBars();
    project.resource->recovery = 0.105;
    const InputRange found = range(project, qPrintable(id), {Source(source), 0.1});
    QCOMPARE(int(found.origin), origin);
    QCOMPARE(found.low, low);
    QCOMPARE(found.high, high);
    QCOMPARE(found.isUsed, id != QStringLiteral("levers.fx"));
}

void TestInputRange::estimateClassesOfCapital()
{
    Project project = defaultProject();
    CapitalItem& item = project.capital.items.front();
    item.estimateClass = 4;
    item.amount = 100.0;
    const std::string id = "capital.items." + item.id + ".amount";
    const InputRange found = range(project, id.c_str());
    QCOMPARE(found.origin, RangeOrigin::estimateClass);
    QCOMPARE(*found.estimateClass, 4);
    QCOMPARE(found.low, 70.0);
    QCOMPARE(found.high, 150.0);
}

void TestInputRange::rangesAreCutAtTheLimitsOfTheField()
{
    Project project = defaultProject();
    project.market.oecdShare = 0.9;
    project.evidence["market.oecd_share"] = "assumption";
    QCOMPARE(range(project, "market.oecd_share").high, 1.0);
    project.analysis->tornado = {{"market.oecd_share", -1.0, 3.0}, {"tax.income_tax_rate", 0, 99}};
    QCOMPARE(range(project, "market.oecd_share").low, 0.0);
    QCOMPARE(range(project, "market.oecd_share").high, 1.0);
    QCOMPARE(range(project, "tax.income_tax_rate").high, 5.0); // 20 % becomes 100 %
}

void TestInputRange::wholeNumbersHaveWholeRanges()
{
    const InputRange found = range(projectWithBars(), "timeline.years_of_operation");
    QCOMPARE(found.low, 15.0);  // 15.3
    QCOMPARE(found.high, 19.0); // 18.7
}

void TestInputRange::whatIsBelowZeroKeepsItsOrder()
{
    Project project = defaultProject();
    project.priceDecks[0].otherPremium = -0.4;
    const std::string id = "price_decks." + project.priceDecks[0].id + ".other_premium";
    const InputRange found = range(project, id.c_str(), {Source::percent, 0.5});
    QCOMPARE(found.low, -0.6);
    QCOMPARE(found.high, -0.2);
}

void TestInputRange::theTornadoSaysWhichInputs()
{
    const Project project = projectWithBars();
    const std::vector<InputRange> ranges = *rangesOf(project);
    QCOMPARE(ranges.size(), project.analysis->tornado.size());
    for (std::size_t i = 0; i < ranges.size(); ++i)
        QCOMPARE(ranges[i].input.id, project.analysis->tornado[i].input);
    QVERIFY(!ranges[3].isUsed);
    QVERIFY(ranges[4].input.mode == UncertaintyMode::scale);
}

void TestInputRange::withoutATornadoEvidenceSaysWhichInputs()
{
    Project project = defaultProject();
    project.analysis->tornado.clear();
    project.evidence = {{"levers.opex", "analyst"}, {"levers.price", "assumption"},
        {"cost_lines.gone.fixed", "quote"}, {"discounting.timing", "quote"}};
    for (CapitalItem& item : project.capital.items)
        item.estimateClass.reset();
    project.capital.items.front().estimateClass = 3;
    const std::vector<InputRange> ranges = *rangesOf(project);
    std::vector<std::string> ids;
    for (const InputRange& found : ranges)
        ids.push_back(found.input.id);
    const std::string item = "capital.items." + project.capital.items.front().id;
    QCOMPARE(ids, (std::vector<std::string> {"levers.price", "levers.opex", item + ".amount",
                      item + ".standalone_amount"}));
    project.analysis.reset();
    QCOMPARE(rangesOf(project)->size(), ids.size());
}

void TestInputRange::barsOfAMissingBlockAreLeftOut()
{
    Project project = defaultProject();
    project.analysis->tornado = {{"resource.recovery", 0.05, 0.2}, {"levers.price", 0.5, 1.5}};
    project.resource.reset();
    const std::vector<InputRange> ranges = *rangesOf(project);
    QCOMPARE(ranges.size(), std::size_t(1));
    QCOMPARE(ranges[0].input.id, std::string("levers.price"));
}

void TestInputRange::unknownInputsAreRefused()
{
    QVERIFY(!rangeOf(defaultProject(), "levers.prise"));
    QVERIFY(!rangeOf(defaultProject(), "discounting.timing"));
    Project project = defaultProject();
    project.analysis->tornado.push_back({"levers.prise", 0.5, 1.5});
    QVERIFY(!rangesOf(project));
}

void TestInputRange::rangesOfGeneratedProjectsLieInTheirFields()
{
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        const Project project = support::generateProject(seed);
        for (const Input& input : inputsOf(project)) {
            const Result<InputRange> found = rangeOf(project, input.id, {Source::percent, 0.6});
            if (!found)
                continue;
            const InputPosition field = *positionOf(project, found->input);
            QVERIFY2(field.minimum <= found->low && found->low <= found->base &&
                         found->base <= found->high && found->high <= field.maximum,
                input.id.c_str());
        }
    }
}

QTEST_APPLESS_MAIN(TestInputRange)
#include "tst_inputrange.moc"
