#include "core/project/DefaultProject.h"
#include "core/project/ProjectJson.h"
#include "tests/support/EvaluationComparison.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

using namespace core;
using support::StraightResults;
using support::YearValues;

namespace {

using Change = std::function<void(Project&)>;
using Witness = std::function<bool(const Project&, const StraightResults&)>;

// That the corner is there is shown by the plain calculation's figures.
bool always(const Project&, const StraightResults&)
{
    return true;
}

bool hasNone(const support::StraightCase& plant, const char* metric)
{
    return !plant.metrics.at(metric).has_value();
}

Project defaultWith(const Change& change)
{
    Project project = defaultProject();
    change(project);
    return project;
}

Project plainWith(const Change& change)
{
    Project project = support::plainProject();
    change(project);
    return project;
}

void addRow(const char* name, const Project& project, const Witness& witness = always)
{
    QTest::newRow(name) << project << witness;
}

// A bad year: revenue falls away for three years in the middle of operations.
void losesMoneyInTheMiddle(Project& project)
{
    Series::Points prices;
    const int start = project.timeline.startOfOperations;
    prices[start + 3] = 900.0;
    prices[start + 4] = 40.0;
    prices[start + 6] = 40.0;
    prices[start + 7] = 900.0;
    project.priceDecks[0].prices["ga4n"] = Series(prices);
}

// The plain project with a plant of 500 000 that is borrowed against.
Project borrowing(const std::function<void(Financing&)>& change)
{
    return plainWith([&](Project& p) {
        p.timeline = {2030, 2030, 2030, 2032, 8, 1};
        p.capital.items[0].amount = 200000.0;
        p.capital.items[0].standaloneAmount = 300000.0;
        p.capital.items[0].phasing = {{2030, 0.5}, {2031, 0.3}, {2032, 0.2}};
        p.tax.incomeTaxRate = 0.2;
        p.financing.gearing = 0.6;
        p.financing.rate = 0.08;
        p.financing.upfrontFee = 0.01;
        p.financing.graceYears = 1;
        p.financing.tenorYears = 5;
        change(p.financing);
    });
}

double sumOf(const YearValues& values)
{
    double sum = 0.0;
    for (const auto& [year, value] : values)
        sum += value;
    return sum;
}

}

Q_DECLARE_METATYPE(Project)
Q_DECLARE_METATYPE(Witness)

// The corners of the model, each in a project of its own that is held against the plain
// calculation.
class TestCorners : public QObject {
    Q_OBJECT

private slots:
    void agreeWithThePlainCalculation_data();
    void agreeWithThePlainCalculation();

private:
    static void addMoneyRows();
    static void addTimeRows();
    static void addTaxRows();
    static void addLossRows();
    static void addLoanRows();
    static void addRateRows();
};

void TestCorners::agreeWithThePlainCalculation_data()
{
    QTest::addColumn<Project>("project");
    QTest::addColumn<Witness>("witness");
    addMoneyRows();
    addTimeRows();
    addTaxRows();
    addLossRows();
    addLoanRows();
    addRateRows();
}

void TestCorners::addMoneyRows()
{
    const auto inTenge = [](Project& p) {
        for (CostLine& line : p.costLines) {
            line.currency = Currency::kzt;
            line.kztShare = 0.0;
            line.fixed *= 500.0;
            line.variablePerKg *= 500.0;
            line.hostFixed *= 500.0;
            line.hostVariablePerKg *= 500.0;
        }
    };
    addRow("cost lines in tenge at purchasing power parity", defaultWith(inTenge));
    addRow("cost lines in tenge at a constant rate", defaultWith([&](Project& p) {
        inTenge(p);
        p.macro.exchangeRate.mode = ExchangeRateMode::constant;
        p.levers.fx = 1.3;
    }));
    addRow("cost lines in tenge on a path of exchange rates", defaultWith([&](Project& p) {
        inTenge(p);
        p.macro.exchangeRate.mode = ExchangeRateMode::path;
        p.macro.exchangeRate.path = Series::Points {{2026, 520.0}, {2030, 700.0}, {2031, 650.0}};
        p.levers.fx = 0.9;
    }));
    addRow("dollar lines with a tenge share and a moved exchange rate", defaultWith([](Project& p) {
        p.levers.fx = 1.25;
        p.macro.exchangeRate.mode = ExchangeRateMode::constant;
    }));
    addRow("capital in tenge, real and nominal", defaultWith([](Project& p) {
        for (std::size_t j = 0; j < p.capital.items.size(); ++j) {
            CapitalItem& item = p.capital.items[j];
            item.currency = j % 2 == 0 ? Currency::kzt : Currency::usd;
            item.terms = j % 3 == 0 ? Terms::real : Terms::nominal;
            if (item.currency == Currency::kzt) {
                item.amount *= 500.0;
                item.standaloneAmount *= 500.0;
            }
        }
        p.capital.salvageRate = 0.1;
        p.levers.fx = 1.1;
    }));
    addRow("four products with a chain of premiums", defaultWith([](Project& p) {
        Product metal = p.products[0];
        p.products = {};
        for (const char* id : {"ga3n", "ga4n", "ga6n", "ga7n"}) {
            metal.id = id;
            metal.name = id;
            metal.payable -= 0.01;
            metal.sellingCostPerKg += 3.0;
            p.products.push_back(metal);
        }
        p.products[0].share = Series::Points {{2027, 0.4}, {2031, 0.1}};
        p.products[1].share = Series::Points {{2027, 0.3}, {2031, 0.2}};
        p.products[2].share = Series::Points {{2027, 0.2}, {2031, 0.3}};
        p.products[3].share = Series::Points {{2027, 0.1}, {2031, 0.4}};
        for (PriceDeck& deck : p.priceDecks) {
            deck.prices["ga7n"] = PremiumPrice {"ga6n", Series(55.0)};
            deck.prices["ga3n"] =
                PremiumPrice {"ga4n", Series(Series::Points {{2026, -40.0}, {2040, -10.0}})};
        }
    }));
    addRow("decks with gaps, before and beyond the timeline", defaultWith([](Project& p) {
        p.priceDecks[0].prices["ga4n"] =
            Series(Series::Points {{2010, 300.0}, {2029, 900.0}, {2031, 500.0}, {2070, 800.0}});
        p.priceDecks[1].prices["ga4n"] = Series(Series::Points {{2033, 700.0}});
        p.priceDecks[2].terms = Terms::real;
        p.priceDecks[2].prices["ga4n"] = Series(640.0);
    }));
    addRow("a real deck chosen", defaultWith([](Project& p) {
        p.activeDeck = p.priceDecks[3].id;
        p.priceDecks[3].terms = Terms::real;
    }));
    addRow("no cost lines, one deck, no lever at 1", plainWith([](Project& p) {
        p.capital.items[0].amount = 50000.0;
        p.levers = {1.1, 0.9, 1.2, 0.8, 1.3, 0.7};
    }));
    addRow("reuse that is capped at the whole cost",
        defaultWith([](Project& p) { p.levers.reuse = 3.0; }));
    addRow("production above the potential of the liquor",
        defaultWith([](Project& p) { p.production.nameplateKgPerYear = 60000.0; }),
        [](const Project& p, const StraightResults& r) {
            return r.project.lines.at("production").at(2035) < p.production.nameplateKgPerYear;
        });
    addRow("no production at all", defaultWith([](Project& p) { p.levers.production = 0.0; }),
        [](const Project&, const StraightResults& r) {
            return hasNone(r.project, "cash_cost_per_kg") &&
                   hasNone(r.project, "break_even_price_per_kg");
        });
    addRow("a royalty on revenue less selling costs", defaultWith([](Project& p) {
        p.royalty = {0.05, RoyaltyBase::net};
    }));
}

void TestCorners::addTimeRows()
{
    addRow("no closure years", defaultWith([](Project& p) { p.timeline.closureYears = 0; }));
    addRow("three closure years", defaultWith([](Project& p) { p.timeline.closureYears = 3; }));
    addRow("base year before the timeline",
        defaultWith([](Project& p) { p.timeline.baseYear = 2019; }));
    addRow("base year inside the timeline",
        defaultWith([](Project& p) { p.timeline.baseYear = 2033; }));
    addRow("base year after the timeline", defaultWith([](Project& p) {
        p.timeline.baseYear = 2052;
        p.macro.usdInflation = Series::Points {{2024, 0.01}, {2030, 0.05}, {2050, 0.02}};
    }));
    addRow("valuation year inside the timeline",
        defaultWith([](Project& p) { p.timeline.valuationYear = 2029; }));
    addRow("valuation year before the timeline, real rates", defaultWith([](Project& p) {
        p.timeline.valuationYear = 2020;
        p.discounting.terms = Terms::real;
    }));
    addRow("valuation year inside, base year after, real rates", defaultWith([](Project& p) {
        p.timeline.valuationYear = 2028;
        p.timeline.baseYear = 2060;
        p.discounting.terms = Terms::real;
    }));
    addRow("real rates at the start of the year", defaultWith([](Project& p) {
        p.discounting.terms = Terms::real;
        p.discounting.timing = DiscountTiming::startOfYear;
    }));
    addRow("nominal rates at the end of the year",
        defaultWith([](Project& p) { p.discounting.timing = DiscountTiming::endOfYear; }));
    addRow("no discounting", defaultWith([](Project& p) {
        p.discounting.rate = 0.0;
        p.discounting.equityRate = 0.0;
    }));
    addRow("a life of 200 years", defaultWith([](Project& p) {
        p.timeline.yearsOfOperation = 200;
        p.macro.usdInflation = 0.02;
        p.macro.kztInflation = 0.03;
    }));
    addRow("one year from first to last", plainWith([](Project& p) {
        p.timeline.yearsOfOperation = 1;
        p.capital.items[0].amount = 50000.0;
    }),
        [](const Project&, const StraightResults& r) { return hasNone(r.project, "mirr"); });
    addRow("operations from the first year", defaultWith([](Project& p) {
        p.timeline.firstYear = 2026;
        for (CapitalItem& item : p.capital.items)
            item.phasing = {{2026, 1.0}};
    }));
    addRow("capital spent in the last closure year", defaultWith([](Project& p) {
        p.timeline.closureYears = 2;
        p.capital.items[0].phasing = {{2025, 0.5}, {2047, 0.5}};
    }));
    addRow("sustaining capital from the last operating year on",
        defaultWith([](Project& p) { p.capital.sustainingFromOperatingYear = 20; }));
}

void TestCorners::addTaxRows()
{
    struct Named {
        const char* name;
        DepreciationMethod method;
    };
    for (const Named& named : {Named {"straight line", DepreciationMethod::straightLine},
             Named {"declining balance", DepreciationMethod::decliningBalance},
             Named {"units of production", DepreciationMethod::unitsOfProduction},
             Named {"sum of years", DepreciationMethod::sumOfYears},
             Named {"immediate", DepreciationMethod::immediate}})
        for (const bool writeOff : {true, false})
            for (const int years : {1, 7, 30}) {
                const bool hasYears = named.method == DepreciationMethod::straightLine ||
                                      named.method == DepreciationMethod::sumOfYears;
                if (!hasYears && years != 7)
                    continue;
                const std::string name =
                    std::string("depreciation by ") + named.name +
                    (hasYears ? " over " + std::to_string(years) + " years" : "") +
                    (writeOff ? ", written off at the end" : ", left at the end");
                addRow(name.c_str(), defaultWith([&](Project& p) {
                    p.tax.writeOffAtEnd = writeOff;
                    p.capital.salvageRate = 0.05;
                    for (AssetClass& assets : p.tax.assetClasses) {
                        assets.method = named.method;
                        assets.rate.reset();
                        if (named.method == DepreciationMethod::decliningBalance)
                            assets.rate = 0.3;
                        if (hasYears)
                            assets.years = years;
                    }
                }));
            }
    addRow("an asset class without assets", defaultWith([](Project& p) {
        AssetClass unused = p.tax.assetClasses[0];
        unused.id = "unused";
        p.tax.assetClasses.push_back(unused);
    }));
    addRow("tax relief that ends", defaultWith([](Project& p) {
        p.tax.incomeTaxRelief = Series::Points {{2032, 1.0}, {2033, 0.5}, {2036, 0.5}, {2037, 0.0}};
    }));
    addRow("an income tax rate by year", defaultWith([](Project& p) {
        p.tax.incomeTaxRate = Series::Points {{2027, 0.1}, {2040, 0.3}};
    }));
    addRow("no tax", defaultWith([](Project& p) {
        p.tax.incomeTaxRate = 0.0;
        p.tax.propertyTaxRate = 0.0;
    }));
}

void TestCorners::addLossRows()
{
    const auto expires = [](const Project& p, const StraightResults& r) {
        Project unlimited = p;
        unlimited.tax.lossCarryForwardYears.reset();
        return sumOf(r.project.lines.at("income_tax")) >
               sumOf(support::straightCalculation(unlimited).project.lines.at("income_tax")) + 1.0;
    };
    for (const int years : {0, 1, 2}) {
        const std::string name = "losses carried " + std::to_string(years) + " years, which expire";
        addRow(name.c_str(), defaultWith([&](Project& p) {
            losesMoneyInTheMiddle(p);
            p.tax.lossCarryForwardYears = years;
            p.tax.lossOffsetLimit = 0.5;
        }),
            expires);
    }
    addRow("losses carried without limit", defaultWith([](Project& p) {
        losesMoneyInTheMiddle(p);
        p.tax.lossCarryForwardYears.reset();
    }));
    addRow("losses carried longer than the timeline", defaultWith([](Project& p) {
        losesMoneyInTheMiddle(p);
        p.tax.lossCarryForwardYears = 90;
    }));
    addRow("losses that cover a part of the profit only", defaultWith([](Project& p) {
        losesMoneyInTheMiddle(p);
        p.tax.lossCarryForwardYears.reset();
        p.tax.lossOffsetLimit = 0.3;
    }));
    addRow("losses that cover no profit", defaultWith([](Project& p) {
        losesMoneyInTheMiddle(p);
        p.tax.lossOffsetLimit = 0.0;
    }));
    addRow("group relief", defaultWith([](Project& p) {
        losesMoneyInTheMiddle(p);
        p.tax.lossTreatment = LossTreatment::groupRelief;
        p.tax.incomeTaxRelief = Series::Points {{2028, 0.5}, {2029, 0.0}};
    }),
        [](const Project&, const StraightResults& r) {
            return r.project.lines.at("income_tax").at(2026) < 0.0;
        });
}

void TestCorners::addLoanRows()
{
    for (const auto& [form, repayment] : {std::pair("equal principal", Repayment::equalPrincipal),
             std::pair("annuity", Repayment::annuity), std::pair("bullet", Repayment::bullet)})
        for (const double rate : {0.0, 0.08})
            for (const bool capitalises : {true, false}) {
                const std::string name =
                    std::string(form) + (rate == 0.0 ? " without interest" : "") +
                    (capitalises ? ", interest capitalised" : ", interest paid");
                addRow(name.c_str(), borrowing([&](Financing& loan) {
                    loan.repayment = repayment;
                    loan.rate = rate;
                    loan.capitaliseInterest = capitalises;
                }));
            }
    addRow("no loan", borrowing([](Financing& loan) { loan.gearing = 0.0; }),
        [](const Project&, const StraightResults& r) {
            return hasNone(r.project, "llcr") && hasNone(r.project, "min_dscr");
        });
    addRow("all of it borrowed", borrowing([](Financing& loan) { loan.gearing = 1.0; }));
    for (const auto& [form, repayment] : {std::pair("equal principal", Repayment::equalPrincipal),
             std::pair("annuity", Repayment::annuity), std::pair("bullet", Repayment::bullet)}) {
        const std::string name = std::string(form) + " with a tenor past the end";
        addRow(name.c_str(), borrowing([&](Financing& loan) {
            loan.repayment = repayment;
            loan.tenorYears = 20;
        }),
            [](const Project&, const StraightResults& r) {
                return r.project.lines.at("closing_debt").rbegin()->second > 1000.0;
            });
    }
    addRow("a grace period past the end", borrowing([](Financing& loan) { loan.graceYears = 15; }),
        [](const Project&, const StraightResults& r) { return hasNone(r.project, "min_dscr"); });
    addRow("repayment in one year", borrowing([](Financing& loan) {
        loan.graceYears = 0;
        loan.tenorYears = 1;
    }));
    addRow("drawn again after repayment has begun", plainWith([](Project& p) {
        p.timeline = {2030, 2030, 2030, 2030, 9, 0};
        p.capital.items[0].amount = 100000.0;
        p.capital.items[0].standaloneAmount = 100000.0;
        p.capital.items[0].phasing = {{2030, 0.2}, {2034, 0.5}, {2038, 0.3}};
        p.financing = {0.5, 0.1, 0.02, 0, 4, Repayment::annuity, true};
    }));
    addRow("three owners, of whom the state is one", defaultWith([](Project& p) {
        p.shareholders[1].share = 0.35;
        Shareholder third = p.shareholders[1];
        third.id = "third";
        third.share = 0.25;
        third.withholdingRate = 0.15;
        p.shareholders.push_back(third);
    }));
    addRow("an owner with nothing, and the state with all", defaultWith([](Project& p) {
        p.shareholders[0].share = 1.0;
        p.shareholders[1].share = 0.0;
    }));
}

void TestCorners::addRateRows()
{
    addRow("a rate that does not exist, as nothing comes back", plainWith([](Project& p) {
        p.capital.items[0].amount = 5e6;
        p.priceDecks[0].prices["metal"] = Series(0.0);
    }),
        [](const Project&, const StraightResults& r) {
            return hasNone(r.project, "irr") && hasNone(r.project, "payback_years") &&
                   r.project.irrRoots.empty();
        });
    addRow("a rate that does not exist, as nothing is paid in", plainWith([](Project&) {}),
        [](const Project&, const StraightResults& r) {
            return hasNone(r.project, "irr") && hasNone(r.project, "payback_years") &&
                   r.project.metrics.at("break_even_price_per_kg") == 0.0;
        });
    // -100 000, then 100 000 twice, then -40 000 for closure: a rate and a root below it.
    addRow("a second root from closure costs", plainWith([](Project& p) {
        p.timeline = {2030, 2030, 2030, 2031, 2, 1};
        p.capital.items[0].amount = 100000.0;
        p.capital.items[0].standaloneAmount = 150000.0;
        p.capital.closureAmount = 40000.0;
        p.capital.standaloneClosureAmount = 140000.0;
    }),
        [](const Project&, const StraightResults& r) {
            return r.project.irrRoots.size() == 2 && !hasNone(r.project, "irr");
        });
    // 40 000 at once, paid for by a closure later: a borrowing.
    addRow("money first and payment later", plainWith([](Project& p) {
        p.timeline.yearsOfOperation = 1;
        p.timeline.closureYears = 1;
        p.capital.closureAmount = 112000.0;
        p.capital.standaloneClosureAmount = 150000.0;
    }),
        [](const Project&, const StraightResults& r) {
            return r.project.irrRoots.size() == 1 && *r.project.metrics.at("irr") > 0.1;
        });
    // -1, 4, -5.27, 2.288: three roots, 10 %, 30 % and 60 %, two of them falling.
    // Valued at none of them, where rounding alone would decide whether there is a value to share.
    addRow("two falling roots and so no rate", plainWith([](Project& p) {
        p.timeline = {2030, 2030, 2030, 2030, 4, 0};
        p.discounting.rate = 0.08;
        p.production.rampUp = {0.0, 1.0, 0.0, 1.0};
        p.production.nameplateKgPerYear = 1.0;
        p.priceDecks[0].prices["metal"] = Series(Series::Points {{2031, 4e5}, {2033, 2.288e5}});
        CapitalItem& first = p.capital.items[0];
        first.amount = 1e5;
        first.standaloneAmount = 2e5;
        CapitalItem second = first;
        second.id = "rebuilding";
        second.phasing = {{2032, 1.0}};
        second.amount = 5.27e5;
        second.standaloneAmount = 6e5;
        p.capital.items.push_back(second);
    }),
        [](const Project&, const StraightResults& r) {
            return r.project.irrRoots.size() == 3 && hasNone(r.project, "irr");
        });
    addRow("nothing at all", plainWith([](Project& p) { p.levers.production = 0.0; }),
        [](const Project&, const StraightResults& r) {
            return hasNone(r.project, "irr") && hasNone(r.project, "profitability_index") &&
                   hasNone(r.project, "state_take_share");
        });
}

void TestCorners::agreeWithThePlainCalculation()
{
    QFETCH(Project, project);
    QFETCH(Witness, witness);
    const Result<Project> read = readProject(writeProject(project));
    QVERIFY2(read.hasValue(), read ? "" : sentence(read.error().problems.front()).c_str());
    const StraightResults expected = support::straightCalculation(project);
    QVERIFY2(witness(project, expected), "the project does not show the corner");
    const auto evaluation = Evaluation::of(project);
    QVERIFY2(evaluation.hasValue(),
        evaluation ? "" : sentence(evaluation.error().problems.front()).c_str());
    const std::vector<std::string> found = support::differences(**evaluation, expected);
    for (const std::string& difference : found)
        qWarning("%s", difference.c_str());
    QVERIFY(found.empty());
}

QTEST_APPLESS_MAIN(TestCorners)
#include "tst_corners.moc"
