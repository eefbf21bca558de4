#include "tests/support/PlainProject.h"
#include "tests/support/StraightCalculation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

using core::Project;
using core::Series;
using support::StraightCase;
using support::StraightResults;

namespace {

using Change = std::function<void(Project&)>;
using Values = std::vector<double>;                  // by year from the first of the timeline
using ExpectedLines = std::map<std::string, Values>; // by name of the line

bool isNear(double actual, double expected)
{
    return std::abs(actual - expected) <= 1e-12 * std::max(1.0, std::abs(expected));
}

QString difference(const StraightCase& result, int firstYear, const ExpectedLines& expected)
{
    for (const auto& [name, values] : expected) {
        const auto line = result.lines.find(name);
        if (line == result.lines.end())
            return QString::fromStdString("no line " + name);
        if (line->second.size() != values.size())
            return QString::fromStdString(name + " has another number of years");
        for (std::size_t i = 0; i < values.size(); ++i) {
            const int year = firstYear + static_cast<int>(i);
            const double actual = line->second.at(year);
            if (!isNear(actual, values[i]))
                return QStringLiteral("%1 in %2 is %3, not %4")
                    .arg(QString::fromStdString(name))
                    .arg(year)
                    .arg(actual, 0, 'g', 15)
                    .arg(values[i], 0, 'g', 15);
        }
    }
    return {};
}

// A line that has nothing to do but cost money.
core::CostLine costLine(const std::string& id, double fixed)
{
    core::CostLine line;
    line.id = id;
    line.name = id;
    line.fixed = fixed;
    return line;
}

void addRow(const char* name, const Change& change, const ExpectedLines& expected)
{
    QTest::newRow(name) << change << expected;
}

}

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(ExpectedLines)

class TestStraightCalculation : public QObject {
    Q_OBJECT

private slots:
    void projectCase_data();
    void projectCase();
    void standaloneCase();
    void depreciation_data();
    void depreciation();
    void losses_data();
    void losses();
    void debt_data();
    void debt();
    void cashFlowOfOwners();
    void lossOfOwnersIsNotWithheld();

private:
    static void compare(const ExpectedLines& expected, const Project& project);
};

void TestStraightCalculation::compare(const ExpectedLines& expected, const Project& project)
{
    const StraightResults results = support::straightCalculation(project);
    QCOMPARE(difference(results.project, results.firstYear, expected), QString());
}

void TestStraightCalculation::projectCase_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ExpectedLines>("expected");

    // Revenue 1000 kg * 100; selling 5 a kg; royalty 2 %; costs 20 000 + 10 a kg. Ebitda is
    // 100 000 - 5 000 - 2 000 - 30 000 = 63 000; taxable and pre-tax cash flow are both
    // 63 000 - 40 000 (written off at once, and spent) - 3 000 + 4 000 = 24 000; tax is 20 % of it.
    addRow("one year from first to last line",
        [](Project& p) {
            p.timeline.yearsOfOperation = 1;
            p.products[0].sellingCostPerKg = 5.0;
            p.royalty.rate = 0.02;
            p.costLines = {costLine("labour", 20000.0)};
            p.costLines[0].variablePerKg = 10.0;
            p.capital.items[0].amount = 40000.0;
            p.capital.closureAmount = 3000.0;
            p.capital.salvageRate = 0.1;
            p.tax.incomeTaxRate = 0.2;
        },
        {{"revenue", {100000.0}}, {"selling_costs", {5000.0}}, {"royalty", {2000.0}},
            {"operating_costs", {30000.0}}, {"cost_lines.labour", {30000.0}}, {"ebitda", {63000.0}},
            {"depreciation", {40000.0}}, {"closure", {3000.0}}, {"salvage", {4000.0}},
            {"taxable_before_losses", {24000.0}}, {"income_tax", {4800.0}},
            {"pre_tax_cash_flow", {24000.0}}, {"free_cash_flow", {19200.0}},
            {"equity_cash_flow", {19200.0}}});

    // Inflation 10 % over 2031 and 20 % over 2032.
    const auto inflated = [](int baseYear) {
        return [baseYear](Project& p) {
            p.timeline.baseYear = baseYear;
            p.macro.usdInflation = Series::Points {{2030, 0.5}, {2031, 0.1}, {2032, 0.2}};
            p.costLines = {costLine("labour", 1000.0)};
        };
    };
    addRow("base year inside the timeline", inflated(2031),
        {{"operating_costs", {1000.0 / 1.1, 1000.0, 1200.0}}});
    addRow("base year before the timeline", inflated(2029),
        {{"operating_costs", {1500.0, 1650.0, 1980.0}}});
    addRow("base year after the timeline, the last inflation holding", inflated(2033),
        {{"operating_costs", {1000.0 / 1.584, 1000.0 / 1.44, 1000.0 / 1.2}}});

    // 2031: dollar index 1.1, tenge index 1.21. A dollar line of 1000 with a tenge part of 0.4 is
    // 600 * 1.1 + 400 * 500 * 1.21 / X, a tenge line of 100 000 is 121 000 / X. Capital of 1 000
    // 000 KZT with 10 % contingency is 1 100 000 / X of which base capital is 1 100 000 / (500
    // * 1.25) = 1760.
    const auto exchanged = [](core::ExchangeRateMode mode, core::Terms terms) {
        return [mode, terms](Project& p) {
            p.timeline.firstYear = 2031;
            p.timeline.startOfOperations = 2031;
            p.timeline.yearsOfOperation = 1;
            p.macro.usdInflation = 0.1;
            p.macro.kztInflation = 0.21;
            p.macro.exchangeRate.mode = mode;
            if (mode == core::ExchangeRateMode::path)
                p.macro.exchangeRate.path = Series::Points {{2030, 400.0}, {2032, 800.0}};
            p.levers.fx = 1.25;
            p.costLines = {costLine("mixed", 1000.0), costLine("tenge", 100000.0)};
            p.costLines[0].kztShare = 0.4;
            p.costLines[1].currency = core::Currency::kzt;
            p.capital.items[0].currency = core::Currency::kzt;
            p.capital.items[0].terms = terms;
            p.capital.items[0].amount = 1e6;
            p.capital.items[0].contingency = 0.1;
            p.capital.items[0].phasing = {{2031, 1.0}};
            p.capital.sustainingRate = 0.05;
        };
    };
    using core::ExchangeRateMode;
    addRow("constant exchange rate with its lever, X = 625",
        exchanged(ExchangeRateMode::constant, core::Terms::nominal),
        {{"cost_lines.mixed", {1047.2}}, {"cost_lines.tenge", {193.6}}, {"capex", {1760.0}},
            {"sustaining", {0.05 * 1760.0 * 1.1}}});
    addRow("purchasing power parity with the lever, X = 500 * 1.21 / 1.1 * 1.25 = 687.5",
        exchanged(ExchangeRateMode::purchasingPowerParity, core::Terms::real),
        {{"cost_lines.mixed", {1012.0}}, {"cost_lines.tenge", {176.0}}, {"capex", {1936.0}},
            {"sustaining", {0.05 * 1760.0 * 1.1}}});
    addRow("exchange rate between two years of a path, X = 600 * 1.25 = 750",
        exchanged(ExchangeRateMode::path, core::Terms::real),
        {{"cost_lines.mixed", {660.0 + 242000.0 / 750.0}}, {"cost_lines.tenge", {121000.0 / 750.0}},
            {"capex", {1331000.0 / 750.0}}, {"sustaining", {0.05 * 1760.0 * 1.1}}});

    // 1000 t * 50 g/t / 1000 * 0.8 * 0.5 = 20 kg; the plant alone: 100 * 0.9 * (0.1, 0.5, 0.5).
    addRow("production is capped before its lever",
        [](Project& p) {
            p.resource = core::Resource {1000.0, 50.0, 0.8, 0.5};
            p.production = {100.0, {0.1, 0.5}, 0.9};
            p.levers.production = 2.0;
        },
        {{"production", {18.0, 40.0, 40.0}}});

    // 2031: a is 120 between its points, b 10 more, c 30 less than b. Index 1.1, lever 1.5 and
    // markets 1 + 0.8 * -0.05 + 0.2 * -0.3 = 0.9 make 1.485; paid kg are 500, 270, 100. Selling
    // costs with freight 0.8 * 1 + 0.2 * 6 = 2 are (500 * 4 + 300 * 6 + 200 * 2) * 1.1 = 4620.
    addRow("premiums in a chain, real prices, gaps, levers and two markets",
        [](Project& p) {
            p.timeline.firstYear = 2031;
            p.timeline.startOfOperations = 2031;
            p.timeline.yearsOfOperation = 1;
            p.macro.usdInflation = 0.1;
            p.levers.price = 1.5;
            p.market = {0.8, 1.0, 6.0, 100.0};
            p.royalty = {0.1, core::RoyaltyBase::net};
            p.products = {{"c", "C", 0.2, 0.5, 0.0, ""}, {"a", "A", 0.5, 1.0, 2.0, ""},
                {"b", "B", 0.3, 0.9, 4.0, ""}};
            core::PriceDeck& deck = p.priceDecks[0];
            deck.terms = core::Terms::real;
            deck.oecdPremium = -0.05;
            deck.otherPremium = -0.3;
            deck.prices.clear();
            deck.prices["a"] = Series(Series::Points {{2030, 100.0}, {2032, 140.0}});
            deck.prices["b"] = core::PremiumPrice {"a", 10.0};
            deck.prices["c"] =
                core::PremiumPrice {"b", Series::Points {{2030, -20.0}, {2032, -40.0}}};
        },
        {{"revenue", {(500.0 * 120.0 + 270.0 * 130.0 + 100.0 * 100.0) * 1.485}},
            {"selling_costs", {4620.0}}, {"royalty", {(156073.5 - 4620.0) * 0.1}},
            {"paid_kg", {870.0}}});

    // Alone, with the lever of 1.1: (1000 * 0.5 + 2 * 1000) * 1.1 = 2750, then 3300. Reuse avoids
    // 0.6 * 1.25 = 0.75 of it, of which 0.4 is realised in the first year; the refinery charges
    // (100 * 0.5 + 0.1 * 1000) * 1.1 = 165, then 220.
    const auto reusing = [](double lever) {
        return [lever](Project& p) {
            core::CostLine line = costLine("steam", 1000.0);
            line.variablePerKg = 2.0;
            line.fixedProfile = {0.5, 1.0};
            line.reuseShare = 0.6;
            line.hostFixed = 100.0;
            line.hostVariablePerKg = 0.1;
            p.costLines = {line};
            p.reuseRealisation = {0.4, 1.0};
            p.levers.opex = 1.1;
            p.levers.reuse = lever;
        };
    };
    addRow("reuse with realisation and the refinery's charge", reusing(1.25),
        {{"operating_costs",
            {2750.0 - 825.0 + 165.0, 3300.0 - 2475.0 + 220.0, 3300.0 - 2475.0 + 220.0}}});
    addRow("reuse avoids no more than all", reusing(2.0),
        {{"operating_costs", {2750.0 - 1100.0 + 165.0, 220.0, 220.0}}});

    // Base capital 1000 * 2; index 1, 1.1, 1.21, 1.331.
    const auto closing = [](int closureYears) {
        return [closureYears](Project& p) {
            p.timeline.yearsOfOperation = 2;
            p.timeline.closureYears = closureYears;
            p.macro.usdInflation = 0.1;
            p.levers.capex = 2.0;
            p.capital.items[0].amount = 1000.0;
            p.capital.closureAmount = 1000.0;
            p.capital.salvageRate = 0.1;
            p.capital.sustainingRate = 0.02;
            p.capital.sustainingFromOperatingYear = 2;
        };
    };
    addRow("two closure years", closing(2),
        {{"closure", {0.0, 0.0, 605.0, 665.5}}, {"salvage", {0.0, 220.0, 0.0, 0.0}},
            {"sustaining", {0.0, 44.0, 0.0, 0.0}}, {"capex", {2000.0, 0.0, 0.0, 0.0}}});
    addRow("no closure year", closing(0),
        {{"closure", {0.0, 1100.0}}, {"salvage", {0.0, 220.0}}, {"sustaining", {0.0, 44.0}}});

    // Revenue 100 000, of which 36.5 days are owed at the end of the first year; sustaining capital
    // 1000.
    addRow("debt is served before capital, closure and salvage",
        [](Project& p) {
            p.timeline.yearsOfOperation = 2;
            p.workingCapital.receivableDays = 36.5;
            p.capital.items[0].amount = 10000.0;
            p.capital.sustainingRate = 0.1;
            p.capital.closureAmount = 3000.0;
            p.capital.salvageRate = 0.2;
        },
        {{"cfads", {89000.0, 109000.0}},
            {"pre_tax_cash_flow", {79000.0, 109000.0 - 3000.0 + 2000.0}}});

    // Revenue 100 000 a year for 73 days: 20 000. Costs 50 000 for 73 - 36.5 days: 5000. VAT 20 %
    // on half of costs and capital for 36.5 days: 1 % of 80 000, then of 50 000.
    addRow("working capital comes back in the last year",
        [](Project& p) {
            p.costLines = {costLine("labour", 50000.0)};
            p.capital.items[0].amount = 30000.0;
            p.workingCapital = {73.0, 73.0, 36.5, 0.2, 0.5, 36.5};
        },
        {{"nwc", {25800.0, 25500.0, 0.0}}, {"change_in_nwc", {25800.0, -300.0, -25500.0}}});
}

void TestStraightCalculation::projectCase()
{
    QFETCH(Change, change);
    QFETCH(ExpectedLines, expected);
    Project project = support::plainProject();
    change(project);
    compare(expected, project);
}

void TestStraightCalculation::standaloneCase()
{
    Project project = support::plainProject();
    project.timeline.yearsOfOperation = 1;
    project.costLines = {costLine("plant", 1000.0)};
    project.costLines[0].reuseShare = 0.7;
    project.costLines[0].hostFixed = 100.0;
    project.capital.items[0].amount = 2000.0;
    project.capital.items[0].standaloneAmount = 5000.0;
    project.capital.closureAmount = 10.0;
    project.capital.standaloneClosureAmount = 30.0;
    project.capital.sustainingRate = 0.1;
    const StraightResults results = support::straightCalculation(project);
    QCOMPARE(difference(results.standalone, 2030,
                 {{"operating_costs", {1000.0}}, {"capex", {5000.0}}, {"closure", {30.0}},
                     {"sustaining", {500.0}}}),
        QString());
    // 300 + 100 against 1000; a cost line and a capital item of one id are kept apart.
    QVERIFY(isNear(results.savings.at("operating_costs").at(2030), -600.0));
    QVERIFY(isNear(results.savings.at("capex").at(2030), -3000.0));
    QVERIFY(isNear(results.pvSavingsByCostLine.at("plant"), 600.0));
    QVERIFY(isNear(results.pvSavingsByCapitalItem.at("plant"), 3000.0));
    QVERIFY(isNear(results.npvSavings, 600.0 + 3000.0 + 20.0 + 300.0));
}

void TestStraightCalculation::depreciation_data()
{
    QTest::addColumn<core::AssetClass>("assets");
    QTest::addColumn<bool>("writeOff");
    QTest::addColumn<ExpectedLines>("expected");

    using core::AssetClass;
    using core::DepreciationMethod;
    const auto assets = [](DepreciationMethod method, std::optional<double> rate,
                            std::optional<int> years) {
        return AssetClass {"assets", "Assets", method, rate, years, true, ""};
    };
    // The classes open with 90 in 2030 and receive 10 in 2032 and 5 in the closure year 2034;
    // production is 200, 300, 100 and 400 kg; property tax is 10 % of opening balance and
    // additions.
    const std::string line = "depreciation";
    const std::string tax = "property_tax";
    const std::string closing = "asset_classes.assets.closing";

    // 90 / 3 in three years, 10 / 3 from 2032 on.
    QTest::newRow("straight line")
        << assets(DepreciationMethod::straightLine, {}, 3) << false
        << ExpectedLines {{line, {0, 0, 30.0, 30.0, 30.0 + 10.0 / 3.0, 10.0 / 3.0, 0}},
               {closing, {0, 0, 60.0, 30.0, 20.0 / 3.0, 10.0 / 3.0, 10.0 / 3.0 + 5.0}},
               {tax, {0, 0, 9.0, 6.0, 4.0, 2.0 / 3.0, 0}}};
    QTest::newRow("straight line, the rest written off in the last operating year")
        << assets(DepreciationMethod::straightLine, {}, 3) << true
        << ExpectedLines {{line, {0, 0, 30.0, 30.0, 30.0 + 10.0 / 3.0, 20.0 / 3.0, 0}},
               {closing, {0, 0, 60.0, 30.0, 20.0 / 3.0, 0, 5.0}}};
    QTest::newRow("straight line over more years than there are")
        << assets(DepreciationMethod::straightLine, {}, 10) << false
        << ExpectedLines {{line, {0, 0, 9.0, 9.0, 10.0, 10.0, 0}}};
    QTest::newRow("declining balance")
        << assets(DepreciationMethod::decliningBalance, 0.5, {}) << false
        << ExpectedLines {{line, {0, 0, 45.0, 22.5, 16.25, 8.125, 0}},
               {tax, {0, 0, 9.0, 4.5, 3.25, 1.625, 0}}};
    QTest::newRow("declining balance, the rest written off")
        << assets(DepreciationMethod::decliningBalance, 0.5, {}) << true
        << ExpectedLines {{line, {0, 0, 45.0, 22.5, 16.25, 16.25, 0}}};
    // Of 1000, 800, 500 and 400 kg still to come: 90 * 0.2, 72 * 3/8, 55 / 5, 44.
    QTest::newRow("units of production")
        << assets(DepreciationMethod::unitsOfProduction, {}, {}) << false
        << ExpectedLines {{line, {0, 0, 18.0, 27.0, 11.0, 44.0, 0}}};
    // Sixths: 3, 2, 1 of 90; 3, 2 of 10.
    QTest::newRow("sum of years") << assets(DepreciationMethod::sumOfYears, {}, 3) << false
                                  << ExpectedLines {
                                         {line, {0, 0, 45.0, 30.0, 20.0, 10.0 / 3.0, 0}}};
    QTest::newRow("sum of years, the rest written off")
        << assets(DepreciationMethod::sumOfYears, {}, 3) << true
        << ExpectedLines {{line, {0, 0, 45.0, 30.0, 20.0, 5.0, 0}}};
    QTest::newRow("immediate") << assets(DepreciationMethod::immediate, {}, {}) << false
                               << ExpectedLines {{line, {0, 0, 90.0, 0, 10.0, 0, 0}},
                                      {tax, {0, 0, 9.0, 0, 1.0, 0, 0}}};
}

void TestStraightCalculation::depreciation()
{
    QFETCH(core::AssetClass, assets);
    QFETCH(bool, writeOff);
    QFETCH(ExpectedLines, expected);
    Project project = support::plainProject();
    project.timeline.firstYear = 2028;
    project.timeline.yearsOfOperation = 4;
    project.timeline.closureYears = 1;
    project.production.rampUp = {0.2, 0.3, 0.1, 0.4};
    project.capital.items[0].amount = 105.0;
    project.capital.items[0].phasing = {{2028, 30.0 / 105.0}, {2029, 30.0 / 105.0},
        {2030, 30.0 / 105.0}, {2032, 10.0 / 105.0}, {2034, 5.0 / 105.0}};
    project.tax.propertyTaxRate = 0.1;
    project.tax.writeOffAtEnd = writeOff;
    project.tax.assetClasses = {assets};
    compare(expected, project);
}

void TestStraightCalculation::losses_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Values>("expected");

    // Results by year: -100, -50, 80, 30, 100 thousand. What is left of the profits to be taxed at
    // 20 %:
    const auto taxOn = [](const Values& thousands) {
        Values tax;
        for (double profit : thousands)
            tax.push_back(profit * 200.0);
        return tax;
    };
    QTest::newRow("without limit: 80, 30 and 40 are covered")
        << Change([](Project&) {}) << taxOn({0, 0, 0, 0, 60});
    // 80 of the first loss in the third year; its other 20 expire; 30 of the second loss; the rest
    // expires.
    QTest::newRow("two years") << Change([](Project& p) { p.tax.lossCarryForwardYears = 2; })
                               << taxOn({0, 0, 0, 0, 100});
    QTest::newRow("one year: only the second loss meets a profit")
        << Change([](Project& p) { p.tax.lossCarryForwardYears = 1; })
        << taxOn({0, 0, 30, 30, 100});
    QTest::newRow("not carried forward")
        << Change([](Project& p) { p.tax.lossCarryForwardYears = 0; })
        << taxOn({0, 0, 80, 30, 100});
    QTest::newRow("half of a profit may be covered")
        << Change([](Project& p) { p.tax.lossOffsetLimit = 0.5; }) << taxOn({0, 0, 40, 15, 50});
    QTest::newRow("the group uses losses at once")
        << Change([](Project& p) { p.tax.lossTreatment = core::LossTreatment::groupRelief; })
        << taxOn({-100, -50, 80, 30, 100});
    QTest::newRow("half of the tax is waived until 2032, a quarter in 2033")
        << Change([](Project& p) {
               p.tax.lossCarryForwardYears = 0;
               p.tax.incomeTaxRelief = Series::Points {{2032, 0.5}, {2034, 0.0}};
           })
        << taxOn({0, 0, 40, 22.5, 100});
}

void TestStraightCalculation::losses()
{
    QFETCH(Change, change);
    QFETCH(Values, expected);
    Project project = support::plainProject();
    project.timeline.yearsOfOperation = 5;
    project.costLines = {costLine("labour", 200000.0)};
    project.priceDecks[0].prices["metal"] = Series(
        Series::Points {{2030, 100.0}, {2031, 150.0}, {2032, 280.0}, {2033, 230.0}, {2034, 300.0}});
    project.tax.incomeTaxRate = 0.2;
    change(project);
    compare({{"taxable_before_losses", {-1e5, -5e4, 8e4, 3e4, 1e5}}, {"income_tax", expected},
                {"income_tax_levered", expected}},
        project);
}

void TestStraightCalculation::debt_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ExpectedLines>("expected");

    // 300 drawn in 2028 and in 2029, 10 %; operations from 2030, repayments from 2031 to 2033.
    addRow("equal principal, interest before operations paid", [](Project&) {},
        {{"draw", {300, 300, 0, 0, 0, 0, 0}}, {"fees", {12, 0, 0, 0, 0, 0, 0}},
            {"interest", {0, 30, 60, 60, 40, 20, 0}}, {"interest_paid", {0, 30, 60, 60, 40, 20, 0}},
            {"principal", {0, 0, 0, 200, 200, 200, 0}},
            {"closing_debt", {300, 600, 600, 400, 200, 0, 0}}});
    addRow("interest before operations added to the loan, in grace paid",
        [](Project& p) { p.financing.capitaliseInterest = true; },
        {{"interest", {0, 30, 63, 63, 42, 21, 0}}, {"interest_paid", {0, 0, 63, 63, 42, 21, 0}},
            {"principal", {0, 0, 0, 210, 210, 210, 0}},
            {"closing_debt", {300, 630, 630, 420, 210, 0, 0}},
            // 100 000 of revenue, 1000 written off in 2030; interest counts as accrued.
            {"taxable_before_losses_levered", {-12, -30, 98937, 99937, 99958, 99979, 0}}});
    // The first principal is 600 * 0.1 / (1.1^3 - 1), each further one 1.1 times the one before.
    const double first = 60.0 / 0.331;
    addRow("annuity", [](Project& p) { p.financing.repayment = core::Repayment::annuity; },
        {{"principal", {0, 0, 0, first, first * 1.1, first * 1.21, 0}}});
    addRow("annuity without interest",
        [](Project& p) {
            p.financing.repayment = core::Repayment::annuity;
            p.financing.rate = 0.0;
        },
        {{"principal", {0, 0, 0, 200, 200, 200, 0}}, {"interest", {0, 0, 0, 0, 0, 0, 0}}});
    addRow("all in the last year",
        [](Project& p) { p.financing.repayment = core::Repayment::bullet; },
        {{"principal", {0, 0, 0, 0, 0, 600, 0}}, {"interest", {0, 30, 60, 60, 60, 60, 0}}});
    addRow("repayment beyond the last year", [](Project& p) { p.financing.tenorYears = 6; },
        {{"principal", {0, 0, 0, 100, 100, 100, 100}},
            {"closing_debt", {300, 600, 600, 500, 400, 300, 200}}});
    addRow("bullet beyond the last year",
        [](Project& p) {
            p.financing.tenorYears = 6;
            p.financing.repayment = core::Repayment::bullet;
        },
        {{"closing_debt", {300, 600, 600, 600, 600, 600, 600}}});
    addRow("a draw between repayments",
        [](Project& p) {
            p.capital.items[0].phasing = {{2029, 0.5}, {2032, 0.5}};
        },
        {{"fees", {0, 12, 0, 0, 0, 0, 0}}, {"principal", {0, 0, 0, 100, 100, 400, 0}},
            {"closing_debt", {0, 300, 300, 200, 400, 0, 0}}});
    addRow("no loan", [](Project& p) { p.financing.gearing = 0.0; },
        {{"draw", {0, 0, 0, 0, 0, 0, 0}}, {"fees", {0, 0, 0, 0, 0, 0, 0}},
            {"principal", {0, 0, 0, 0, 0, 0, 0}}, {"dscr", {}}});
}

void TestStraightCalculation::debt()
{
    QFETCH(Change, change);
    QFETCH(ExpectedLines, expected);
    Project project = support::plainProject();
    project.timeline.firstYear = 2028;
    project.timeline.yearsOfOperation = 4;
    project.timeline.closureYears = 1;
    project.capital.items[0].amount = 1000.0;
    project.capital.items[0].phasing = {{2028, 0.5}, {2029, 0.5}};
    project.financing = {.gearing = 0.6,
        .rate = 0.1,
        .upfrontFee = 0.02,
        .graceYears = 1,
        .tenorYears = 3,
        .repayment = core::Repayment::equalPrincipal,
        .capitaliseInterest = false};
    change(project);
    compare(expected, project);
}

// Two years; ebitda 100 000 - 1000 royalty - 40 000 = 59 000; capital 50 000, half of it borrowed
// at 10 % and written off at once. 2030: tax 20 % of 59 000 - 50 000 - 250 fee = 1750. 2031: of 59
// 000 - 2500 interest = 11 300. A quarter belongs to the state; the others' distributions bear 10
// %.
void TestStraightCalculation::cashFlowOfOwners()
{
    Project project = support::plainProject();
    project.timeline.yearsOfOperation = 2;
    project.royalty.rate = 0.01;
    project.costLines = {costLine("labour", 40000.0)};
    project.capital.items[0].amount = 50000.0;
    project.tax.incomeTaxRate = 0.2;
    project.financing = {.gearing = 0.5,
        .rate = 0.1,
        .upfrontFee = 0.01,
        .graceYears = 1,
        .tenorYears = 1,
        .repayment = core::Repayment::annuity,
        .capitaliseInterest = false};
    project.shareholders = {
        {"state", "State", 0.25, true, 0.0, ""}, {"private", "Private", 0.75, false, 0.1, ""}};

    compare({{"income_tax", {1800.0, 11800.0}}, {"income_tax_levered", {1750.0, 11300.0}},
                {"free_cash_flow", {7200.0, 47200.0}}, {"cfads", {57250.0, 47700.0}},
                {"equity_cash_flow", {9000.0 - 1750.0 + 25000.0 - 250.0, 20200.0}},
                {"shareholders.state.net", {8000.0, 5050.0}},
                {"shareholders.private.net", {21600.0, 13635.0}}, {"withholding", {2400.0, 1515.0}},
                {"state_take", {1000.0 + 1750.0 + 2400.0 + 8000.0, 18865.0}}},
        project);

    const StraightResults results = support::straightCalculation(project);
    const auto& metrics = results.project.metrics;
    QVERIFY(isNear(*metrics.at("min_dscr"), 47700.0 / 27500.0));
    QVERIFY(isNear(*metrics.at("average_dscr"), 47700.0 / 27500.0));
    QVERIFY(isNear(*metrics.at("llcr"), 47700.0 / 1.1 / 25000.0));
    const double take = 13150.0 + 18865.0 / 1.1;
    QVERIFY(isNear(*metrics.at("state_take_share"), take / (take + 21600.0 + 13635.0 / 1.1)));
}

void TestStraightCalculation::lossOfOwnersIsNotWithheld()
{
    Project project = support::plainProject();
    project.timeline.yearsOfOperation = 1;
    project.capital.items[0].amount = 120000.0;
    project.shareholders = {
        {"state", "State", 0.25, true, 0.0, ""}, {"private", "Private", 0.75, false, 0.1, ""}};
    compare({{"equity_cash_flow", {-20000.0}}, {"shareholders.private.net", {-15000.0}},
                {"withholding", {0.0}}, {"state_take", {-5000.0}}},
        project);
}

QTEST_APPLESS_MAIN(TestStraightCalculation)
#include "tst_straightcalculation.moc"
