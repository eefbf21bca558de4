#include "ui/document/NeededInputs.h"

#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"
#include "ui/document/ProjectLists.h"
#include "ui/document/Session.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using core::DepreciationMethod;
using core::ExchangeRateMode;
using core::Project;

using Rate = std::optional<double>;
using Years = std::optional<int>;

Q_DECLARE_METATYPE(core::DepreciationMethod)
Q_DECLARE_METATYPE(core::ExchangeRateMode)
Q_DECLARE_METATYPE(Rate)
Q_DECLARE_METATYPE(Years)

namespace {

// Of the first class of the default project, which is of buildings.
const QString method = u"tax.asset_classes.I.method"_s;
const QString rate = u"tax.asset_classes.I.rate"_s;
const QString mode = u"macro.fx.mode"_s;

double npvOf(const Project& project)
{
    const auto evaluation = core::Evaluation::of(project);
    return evaluation ? *(*evaluation)->metrics(core::PlantCase::project)[core::Metric::npv]
                      : std::nan("");
}

}

class TestNeededInputs : public QObject {
    Q_OBJECT

private slots:
    void methodsGetWhatTheyLack_data();
    void methodsGetWhatTheyLack();
    void otherClassesAreLeftAlone();
    void pathIsTheRateUntilNow_data();
    void pathIsTheRateUntilNow();
    void pathThatIsThereStays();
    void pathThatNoFieldTakesIsConstant();
    void firstAmountIsThatOfBothPlants();
    void laterAmountsAreEachPlantsOwn();
    void comesInTheSameStepOfUndo();
    void givingBackLeavesAValidProject();
};

// Group I is written off at 10 % and II at 25 % a year (Tax Code of Kazakhstan).
void TestNeededInputs::methodsGetWhatTheyLack_data()
{
    QTest::addColumn<DepreciationMethod>("chosen");
    QTest::addColumn<bool>("isProperty");
    QTest::addColumn<Rate>("rateBefore");
    QTest::addColumn<Years>("yearsBefore");
    QTest::addColumn<Rate>("rate");
    QTest::addColumn<Years>("years");
    const auto row = [](const char* name, DepreciationMethod chosen, bool isProperty, Rate before,
                         Years yearsBefore, Rate after, Years yearsAfter) {
        QTest::newRow(name) << chosen << isProperty << before << yearsBefore << after << yearsAfter;
    };
    using enum DepreciationMethod;
    row("a rate is one part of the years", decliningBalance, true, {}, 8, 0.125, 8);
    row("years are those of the rate", straightLine, false, 0.25, {}, 0.25, 4);
    row("years are whole", sumOfYears, false, 0.15, {}, 0.15, 7);
    row("a rate that is there stays", decliningBalance, true, 0.07, 20, 0.07, 20);
    row("years that are there stay", straightLine, true, 0.1, 25, 0.1, 25);
    row("of a building without anything", decliningBalance, true, {}, {}, 0.10, {});
    row("of a machine without anything", decliningBalance, false, {}, {}, 0.25, {});
    row("years of a building without anything", straightLine, true, {}, {}, {}, 10);
    row("years of a machine without anything", sumOfYears, false, {}, {}, {}, 4);
    row("a rate of nothing says no years", straightLine, true, 0.0, {}, 0.0, 10);
    row("a rate of almost nothing says as many as there can be", straightLine, true, 1e-6, {}, 1e-6,
        300);
    row("units of production need neither", unitsOfProduction, true, {}, {}, {}, {});
    row("nor does an immediate write-off", immediate, true, {}, {}, {}, {});
}

void TestNeededInputs::methodsGetWhatTheyLack()
{
    QFETCH(DepreciationMethod, chosen);
    QFETCH(bool, isProperty);
    QFETCH(Rate, rateBefore);
    QFETCH(Years, yearsBefore);
    Project project = core::defaultProject();
    core::AssetClass& assetClass = project.tax.assetClasses.front();
    assetClass.method = chosen;
    assetClass.property = isProperty;
    assetClass.rate = rateBefore;
    assetClass.years = yearsBefore;
    ui::addNeededInputs(project, method.toStdString(), core::defaultProject());
    QTEST(assetClass.rate, "rate");
    QTEST(assetClass.years, "years");
    QVERIFY(core::validate(project).empty());
}

void TestNeededInputs::otherClassesAreLeftAlone()
{
    Project project = core::defaultProject();
    for (core::AssetClass& assetClass : project.tax.assetClasses)
        assetClass.rate.reset();
    ui::addNeededInputs(project, method.toStdString(), core::defaultProject());
    for (const core::AssetClass& assetClass : project.tax.assetClasses)
        QCOMPARE(assetClass.rate.has_value(), assetClass.id == "I"); // not "II", "III" and "IV"
}

void TestNeededInputs::pathIsTheRateUntilNow_data()
{
    QTest::addColumn<ExchangeRateMode>("before");
    QTest::addColumn<int>("year");
    QTest::addColumn<double>("expected");
    const auto parity = ExchangeRateMode::purchasingPowerParity;
    QTest::newRow("constant") << ExchangeRateMode::constant << 2040 << 500.0;
    QTest::newRow("by inflation, in the base year") << parity << 2026 << 500.0;
    QTest::newRow("by inflation, a year later") << parity << 2027 << 500.0 * 1.085 / 1.023;
    QTest::newRow("by inflation, two years later")
        << parity << 2028 << 500.0 * 1.085 / 1.023 * 1.065 / 1.02;
    // Inflation of 2026 is that of the first year it is stated for.
    QTest::newRow("by inflation, before the base year") << parity << 2025 << 500.0 * 1.023 / 1.085;
}

void TestNeededInputs::pathIsTheRateUntilNow()
{
    QFETCH(ExchangeRateMode, before);
    QFETCH(int, year);
    QFETCH(double, expected);
    Project project = core::defaultProject();
    project.macro.exchangeRate.mode = before;
    const Project earlier = project;
    project.macro.exchangeRate.mode = ExchangeRateMode::path;
    ui::addNeededInputs(project, mode.toStdString(), earlier);
    QVERIFY(std::abs(project.macro.exchangeRate.path->at(year) - expected) < 1e-9);
    QVERIFY(std::abs(npvOf(project) - npvOf(earlier)) < 1e-6);
}

void TestNeededInputs::pathThatIsThereStays()
{
    Project project = core::defaultProject();
    project.macro.exchangeRate.mode = ExchangeRateMode::path;
    project.macro.exchangeRate.path = core::Series(620.0);
    const Project before = project;
    ui::addNeededInputs(project, mode.toStdString(), core::defaultProject());
    QVERIFY(project == before);
}

void TestNeededInputs::pathThatNoFieldTakesIsConstant()
{
    Project project = core::defaultProject();
    project.macro.exchangeRate.mode = ExchangeRateMode::path;
    project.macro.kztInflation = core::Series(9.0); // a tenfold rate every year
    ui::addNeededInputs(project, mode.toStdString(), core::defaultProject());
    QVERIFY(project.macro.exchangeRate.path == core::Series(500.0));
}

void TestNeededInputs::firstAmountIsThatOfBothPlants()
{
    ui::Session session;
    const auto list = ui::ProjectList::capitalItems;
    session.edit({}, ui::withAdded(session.project(), list, u"Laboratory"_s).value());
    const auto amounts = [&] {
        const core::CapitalItem& added = session.project().capital.items.back();
        return std::pair(added.amount, added.standaloneAmount);
    };
    const QString item =
        QString::fromStdString(ui::pathOf(list, session.project().capital.items.back().id));
    const QString amount = item + u".amount"_s;
    QVERIFY(session.setCell({amount, {}}, 3e6));
    QCOMPARE(amounts(), std::pair(3e6, 3e6));
    QVERIFY(session.setCell({amount, {}}, 4e6));
    QCOMPARE(amounts(), std::pair(4e6, 3e6));
    session.undoStack().undo(); // one step, as of one field
    QCOMPARE(amounts(), std::pair(0.0, 0.0));
    // Both at once, as a block is pasted.
    QVERIFY(
        session.applyCells({}, {{{amount, {}}, 3e6}, {{item + u".standalone_amount"_s, {}}, 0.0}}));
    QCOMPARE(amounts(), std::pair(3e6, 0.0));
}

void TestNeededInputs::laterAmountsAreEachPlantsOwn()
{
    ui::Session session;
    const core::CapitalItem before = session.project().capital.items.front();
    const QString item =
        QString::fromStdString(ui::pathOf(ui::ProjectList::capitalItems, before.id));
    QVERIFY(session.setCell({item + u".amount"_s, {}}, 0.0));
    QVERIFY(session.setCell({item + u".amount"_s, {}}, 3e6));
    QCOMPARE(session.project().capital.items.front().standaloneAmount, before.standaloneAmount);
}

void TestNeededInputs::comesInTheSameStepOfUndo()
{
    ui::Session session;
    const Project before = session.project();
    QVERIFY(session.setCell({method, {}}, std::string("straight_line")));
    QCOMPARE(session.undoStack().count(), 1);
    QCOMPARE(session.project().tax.assetClasses.front().years, Years(10));
    QVERIFY(session.isEvaluated());
    QVERIFY(session.setCell({mode, {}}, std::string("path")));
    QVERIFY(session.isEvaluated());
    QCOMPARE(session.undoStack().count(), 2);
    session.undoStack().undo();
    session.undoStack().undo();
    QVERIFY(session.project() == before);
}

void TestNeededInputs::givingBackLeavesAValidProject()
{
    ui::Session session;
    QVERIFY(session.setCell({rate, {}}, 0.04));
    QVERIFY(session.resetCell({rate, {}}));
    QCOMPARE(session.project().tax.assetClasses.front().rate, Rate(0.10));
    QVERIFY(session.isEvaluated());
}

QTEST_GUILESS_MAIN(TestNeededInputs)
#include "tst_neededinputs.moc"
