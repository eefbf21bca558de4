#include "tests/support/PlainProject.h"
#include "tests/support/StraightCalculation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

using core::Project;
using core::Series;
using support::RatesOfReturn;
using support::StraightResults;
using support::YearValues;

namespace {

using Change = std::function<void(Project&)>;
using Expected = std::map<std::string, std::optional<double>>;

bool isNear(double actual, double expected, double tolerance = 1e-12)
{
    return std::abs(actual - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

// 2029: capital 150 000; 2030 to 2032: 100 000 a year; no tax. Discounted at 10 % to the start of
// the year.
Project investment()
{
    Project project = support::plainProject();
    project.timeline.firstYear = 2029;
    project.timeline.valuationYear = 2029;
    project.timeline.baseYear = 2029;
    project.capital.items[0].amount = 150000.0;
    project.capital.items[0].phasing = {{2029, 1.0}};
    project.discounting.financeRate = 0.08;
    project.discounting.reinvestmentRate = 0.06;
    return project;
}

}

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Expected)

class TestStraightMetrics : public QObject {
    Q_OBJECT

private slots:
    void ratesOfReturn_data();
    void ratesOfReturn();
    void touchingRoot();
    void metrics_data();
    void metrics();
    void decksAreWeighted();
};

void TestStraightMetrics::ratesOfReturn_data()
{
    QTest::addColumn<std::vector<double>>("flows");
    QTest::addColumn<std::vector<double>>("roots");
    QTest::addColumn<double>("rate"); // NaN: none

    const double none = std::nan("");
    using Flows = std::vector<double>;
    QTest::newRow("one year at 10 %") << Flows {-100, 110} << Flows {0.1} << 0.1;
    QTest::newRow("half of it lost") << Flows {-100, 50} << Flows {-0.5} << -0.5;
    QTest::newRow("money first, payment later: a borrowing")
        << Flows {100, -110} << Flows {0.1} << 0.1;
    QTest::newRow("nothing before the third year")
        << Flows {0, 0, -100, 0, 121, 0} << Flows {0.1} << 0.1;
    // -100 + 230 / z - 132 / z^2 = -100 (z - 1.1)(z - 1.2) / z^2
    QTest::newRow("a second root at which the value rises")
        << Flows {-100, 230, -132} << Flows {0.1, 0.2} << 0.2;
    QTest::newRow("the falling root lies below the rising one")
        << Flows {100, -230, 132} << Flows {0.1, 0.2} << 0.1;
    // z = 1.1, 1.2, 1.3
    QTest::newRow("two falling roots")
        << Flows {-1000, 3600, -4310, 1716} << Flows {0.1, 0.2, 0.3} << none;
    // z = 1.1 and 1.101, nearer together than any two steps of the search
    QTest::newRow("two roots side by side")
        << Flows {-100, 220.1, -121.11} << Flows {0.1, 0.101} << 0.101;
    QTest::newRow("only payments") << Flows {-100, -50} << Flows {} << none;
    QTest::newRow("nothing at all") << Flows {0, 0, 0} << Flows {} << none;
    QTest::newRow("just below +1000 %") << Flows {-100, 1099} << Flows {9.99} << 9.99;
    QTest::newRow("above +1000 %") << Flows {-100, 1101} << Flows {} << none;
    QTest::newRow("just above -90 %") << Flows {-100, 10.1} << Flows {-0.899} << -0.899;
    QTest::newRow("below -90 %") << Flows {-100, 9.9} << Flows {} << none;
}

void TestStraightMetrics::ratesOfReturn()
{
    QFETCH(std::vector<double>, flows);
    QFETCH(std::vector<double>, roots);
    QFETCH(double, rate);
    YearValues byYear;
    for (std::size_t i = 0; i < flows.size(); ++i)
        byYear[2030 + static_cast<int>(i)] = flows[i];

    const RatesOfReturn found = support::ratesOfReturn(byYear);
    QCOMPARE(found.roots.size(), roots.size());
    for (std::size_t i = 0; i < roots.size(); ++i)
        QVERIFY2(
            isNear(found.roots[i], roots[i], 1e-11), qPrintable(QString::number(found.roots[i])));
    QCOMPARE(found.rate().has_value(), !std::isnan(rate));
    if (found.rate())
        QVERIFY(isNear(*found.rate(), rate, 1e-11));
}

// -100 (z - 1.25)^2 / z^2: rounding lets such a root be known to half of the digits only.
void TestStraightMetrics::touchingRoot()
{
    const RatesOfReturn found =
        support::ratesOfReturn({{2030, -100.0}, {2031, 250.0}, {2032, -156.25}});
    QCOMPARE(found.roots.size(), std::size_t(1));
    QVERIFY(found.falling.empty());
    QVERIFY(isNear(found.roots[0], 0.25, 1e-6));
}

void TestStraightMetrics::metrics_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Expected>("expected");

    // Three payments of 1 at 10 %, the first after a year.
    const double annuity = 1.0 / 1.1 + 1.0 / 1.21 + 1.0 / 1.331;
    const double npv = -150000.0 + 100000.0 * annuity;

    // Cumulative: -150, -50, 50; discounted: -150, -59.09, 23.55 thousand.
    QTest::newRow("start of the year")
        << Change([](Project&) {})
        << Expected {{"npv", npv}, {"npv_pre_tax", npv}, {"npv_equity", npv},
               {"payback_years", 2.5}, {"payback_from_start_of_operations", 1.5},
               {"discounted_payback_years", 2.0 + (150000.0 - 100000.0 / 1.1) / (100000.0 / 1.21)},
               {"profitability_index", 100000.0 * annuity / 150000.0},
               {"equivalent_annual_value", npv * 0.1 / (1.0 - 1.0 / 1.4641)},
               {"peak_funding", 150000.0},
               {"mirr", std::cbrt((112360.0 + 106000.0 + 100000.0) / 150000.0) - 1.0},
               {"levelised_cost_per_kg", 150.0 / annuity},
               {"break_even_price_per_kg", 150.0 / annuity}, {"cash_cost_per_kg", 0.0},
               {"share_of_world_production", 0.01}, {"min_dscr", {}}, {"average_dscr", {}},
               {"llcr", {}}, {"state_take_share", 0.0}};
    QTest::newRow("middle of the year, valued two years before")
        << Change([](Project& p) {
               p.discounting.timing = core::DiscountTiming::midYear;
               p.timeline.valuationYear = 2027;
           })
        << Expected {{"npv", npv / std::pow(1.1, 2.5)},
               {"equivalent_annual_value",
                   npv / std::pow(1.1, 2.5) * 0.1 / (1.0 - std::pow(1.1, -6))},
               {"payback_years", 2.5}};
    QTest::newRow("end of the year")
        << Change([](Project& p) { p.discounting.timing = core::DiscountTiming::endOfYear; })
        << Expected {{"npv", npv / 1.1}};
    QTest::newRow("equity has its own rate")
        << Change([](Project& p) { p.discounting.equityRate = 0.0; })
        << Expected {{"npv", npv}, {"npv_equity", 150000.0}};
    QTest::newRow("no interest") << Change([](Project& p) {
        p.discounting.rate = 0.0;
    }) << Expected {{"npv", 150000.0}, {"equivalent_annual_value", 37500.0}};
    // The capital is sunk: 100 000 a year from the start of 2030 on, discounted at 10 %. No price
    // is too low, and nothing was ever below 0 in what is still to come.
    const double onwards = 1.0 + 1.0 / 1.1 + 1.0 / 1.21;
    QTest::newRow("valued after the capital is spent")
        << Change([](Project& p) { p.timeline.valuationYear = 2030; })
        << Expected {{"npv", 100000.0 * onwards}, {"profitability_index", {}},
               {"equivalent_annual_value", 100000.0 * onwards * 0.1 / (1.0 - 1.0 / 1.331)},
               {"payback_years", 2.5}, {"discounted_payback_years", {}},
               {"levelised_cost_per_kg", 0.0}, {"break_even_price_per_kg", 0.0}};
    // Prices rise 5 % a year and so does the deck: the flows are 105, 110.25, 115.7625 thousand,
    // their worth in money of 2029 at a real 10 % that of 100 000 a year.
    const auto real = [](Project& p) {
        p.discounting.terms = core::Terms::real;
        p.macro.usdInflation = 0.05;
        p.priceDecks[0].terms = core::Terms::real;
    };
    QTest::newRow("a real rate") << Change(real)
                                 << Expected {{"npv", npv},
                                        {"levelised_cost_per_kg", 150.0 / annuity},
                                        {"break_even_price_per_kg", 150.0 / annuity}};
    QTest::newRow("a real rate, prices of a later year than the valuation")
        << Change([real](Project& p) {
               real(p);
               p.timeline.baseYear = 2031;
           })
        << Expected {{"npv", -150000.0 + 100000.0 / 1.1025 * annuity},
               {"break_even_price_per_kg", 150.0 / annuity}};
    // Half of the kilograms are paid and a fifth of their revenue is royalty; premium and lever are
    // left out of the break-even price, the royalty out of the levelised cost.
    QTest::newRow("break-even beside premium, lever, payable part and royalty")
        << Change([](Project& p) {
               p.products[0].payable = 0.5;
               p.royalty.rate = 0.2;
               p.priceDecks[0].oecdPremium = -0.3;
               p.levers.price = 1.7;
           })
        << Expected {{"break_even_price_per_kg", 150.0 / annuity / 0.5 / 0.8},
               {"levelised_cost_per_kg", 150.0 / annuity / 0.5}};
    QTest::newRow("no price is enough when nothing is paid")
        << Change([](Project& p) { p.products[0].payable = 0.0; })
        << Expected {{"break_even_price_per_kg", {}}, {"levelised_cost_per_kg", {}},
               {"payback_years", {}}, {"irr", {}}, {"mirr", {}}, {"peak_funding", 150000.0}};
    QTest::newRow("nothing is produced")
        << Change([](Project& p) { p.production.rampUp = {0.0}; })
        << Expected {{"cash_cost_per_kg", {}}, {"all_in_sustaining_cost_per_kg", {}},
               {"share_of_world_production", 0.0}};
    // Of base-year money a kilogram: costs 20 and selling 3; royalty 1 % of 100, deflated
    // by 1.05, 1.1025 and 1.157625; property tax 2 % of the 150 000 written off at once in 2030
    // (index 1.05), sustaining capital 1500 a year.
    QTest::newRow("cash cost and all-in sustaining cost")
        << Change([](Project& p) {
               core::CostLine line;
               line.id = "labour";
               line.fixed = 20000.0;
               p.costLines = {line};
               p.products[0].sellingCostPerKg = 3.0;
               p.macro.usdInflation = 0.05;
               p.royalty.rate = 0.01;
               p.capital.sustainingRate = 0.01;
               p.tax.propertyTaxRate = 0.02;
               p.tax.assetClasses[0].property = true;
               core::AssetClass other = p.tax.assetClasses[0];
               other.id = "other";
               other.property = false;
               p.tax.assetClasses.push_back(other);
               p.capital.sustainingAssetClass = "other";
           })
        << Expected {{"cash_cost_per_kg", 23.0},
               {"all_in_sustaining_cost_per_kg",
                   23.0 + (1.0 / 1.05 + 1.0 / 1.1025 + 1.0 / 1.157625) / 3.0 +
                       150.0 * 0.02 / 1.05 / 3.0 + 1.5}};
    // The capital is written off in 2030: 20 % of 100 000 - 150 000 comes back at once.
    QTest::newRow("tax lowers the flows, not the flows before tax")
        << Change([](Project& p) {
               p.tax.incomeTaxRate = 0.2;
               p.tax.lossTreatment = core::LossTreatment::groupRelief;
           })
        << Expected {{"npv_pre_tax", npv},
               {"npv", -150000.0 + 110000.0 / 1.1 + 80000.0 / 1.21 + 80000.0 / 1.331},
               {"payback_years", 2.5}};
    QTest::newRow("never below zero") << Change([](Project& p) { p.capital.items[0].amount = 0.0; })
                                      << Expected {{"payback_years", {}}, {"mirr", {}}, {"irr", {}},
                                             {"profitability_index", {}}, {"peak_funding", 0.0}};
}

void TestStraightMetrics::metrics()
{
    QFETCH(Change, change);
    QFETCH(Expected, expected);
    Project project = investment();
    change(project);
    const StraightResults results = support::straightCalculation(project);
    for (const auto& [name, value] : expected) {
        const auto actual = results.project.metrics.at(name);
        QVERIFY2(actual.has_value() == value.has_value(), name.c_str());
        if (value)
            QVERIFY2(isNear(*actual, *value), qPrintable(QStringLiteral("%1 is %2, not %3")
                                                             .arg(QString::fromStdString(name))
                                                             .arg(*actual, 0, 'g', 15)
                                                             .arg(*value, 0, 'g', 15)));
    }
}

void TestStraightMetrics::decksAreWeighted()
{
    Project project = investment();
    project.discounting.rate = 0.0;
    core::PriceDeck high = project.priceDecks[0];
    high.id = "high";
    high.prices["metal"] = Series(200.0);
    project.priceDecks.push_back(high);
    project.priceDecks[0].probability = 0.75;
    project.priceDecks[1].probability = 0.25;
    project.activeDeck = "high";
    const StraightResults results = support::straightCalculation(project);
    QVERIFY(isNear(results.decks.at("flat"), 150000.0));
    QVERIFY(isNear(results.decks.at("high"), 450000.0));
    QVERIFY(isNear(results.expectedNpv, 225000.0));
    QVERIFY(isNear(*results.project.metrics.at("npv"), 450000.0));
}

QTEST_APPLESS_MAIN(TestStraightMetrics)
#include "tst_straightmetrics.moc"
