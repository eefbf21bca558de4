#include "core/report/MoneyView.h"

#include "tests/core/report/ReportTest.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <cmath>

using core::Currency;
using core::ExchangeRateMode;
using core::MoneyConversion;
using core::MoneyView;
using core::Terms;

Q_DECLARE_METATYPE(core::ExchangeRateMode)
Q_DECLARE_METATYPE(core::MoneyView)
Q_DECLARE_METATYPE(core::Currency)

namespace {

constexpr MoneyView nominalUsd {Terms::nominal, Currency::usd};
constexpr MoneyView realUsd {Terms::real, Currency::usd};
constexpr MoneyView nominalKzt {Terms::nominal, Currency::kzt};
constexpr MoneyView realKzt {Terms::real, Currency::kzt};

// From 2030 to 2032, in prices of 2028; dollars lose 2 % a year and tenge 10 %. The rate is 400
// tenge, unless a path leads to 800 in 2032; the lever on it is 1.
core::Project project(ExchangeRateMode mode, int valuationYear = 2029)
{
    core::Project project = support::plainProject();
    project.timeline.baseYear = 2028;
    project.timeline.valuationYear = valuationYear;
    project.macro.usdInflation = core::Series(0.02);
    project.macro.kztInflation = core::Series(0.1);
    project.macro.exchangeRate.mode = mode;
    project.macro.exchangeRate.kztPerUsd = 400.0;
    if (mode == ExchangeRateMode::path)
        project.macro.exchangeRate.path = core::Series::Points {{2030, 400.0}, {2032, 800.0}};
    return project;
}

bool isNear(double found, double expected)
{
    return std::abs(found - expected) <= 1e-14 * std::abs(expected);
}

}

class TestMoneyView : public QObject {
    Q_OBJECT

private slots:
    void convertsMoneyOfAYear_data();
    void convertsMoneyOfAYear();
    void convertsPresentValues_data();
    void convertsPresentValues();
    void movesWithTheLeverOnTheExchangeRate();
    void knowsTheYearsOfTheModel();
    void priceLevelsReachBeyondTheModel();
    void saysTheTerms();
    void scalesAmounts_data();
    void scalesAmounts();
};

void TestMoneyView::convertsMoneyOfAYear_data()
{
    QTest::addColumn<ExchangeRateMode>("mode");
    QTest::addColumn<MoneyView>("view");
    QTest::addColumn<int>("year");
    QTest::addColumn<double>("expected"); // of one nominal dollar of the year
    const auto row = [](const char* name, ExchangeRateMode mode, MoneyView view, int year,
                         double expected) {
        QTest::newRow(name) << mode << view << year << expected;
    };
    constexpr auto constant = ExchangeRateMode::constant;
    constexpr auto parity = ExchangeRateMode::purchasingPowerParity;
    constexpr auto path = ExchangeRateMode::path;
    row("nominal dollars are the model's own", constant, nominalUsd, 2031, 1.0);
    row("real dollars of the third year after the base", constant, realUsd, 2031,
        1.0 / (1.02 * 1.02 * 1.02));
    row("real dollars of the base year, before the timeline", constant, realUsd, 2028, 1.0);
    row("nominal tenge at a constant rate", constant, nominalKzt, 2031, 400.0);
    row("nominal tenge at parity", parity, nominalKzt, 2030, 400.0 * 1.21 / 1.0404);
    row("nominal tenge half-way on a path", path, nominalKzt, 2031, 600.0);
    row("real tenge lose what tenge lose", constant, realKzt, 2030, 400.0 / 1.21);
    row("real tenge at parity are real dollars at the first rate", parity, realKzt, 2030,
        400.0 / 1.0404);
    row("real tenge on a path", path, realKzt, 2032, 800.0 / 1.4641);
    row("real tenge of the base year", constant, realKzt, 2028, 400.0);
}

void TestMoneyView::convertsMoneyOfAYear()
{
    QFETCH(ExchangeRateMode, mode);
    QFETCH(MoneyView, view);
    QFETCH(int, year);
    QFETCH(double, expected);
    const auto evaluation = support::evaluated(project(mode));
    QVERIFY(evaluation);
    QVERIFY(isNear(MoneyConversion(*evaluation, view).inYear(year), expected));
}

void TestMoneyView::convertsPresentValues_data()
{
    QTest::addColumn<ExchangeRateMode>("mode");
    QTest::addColumn<int>("valuationYear");
    QTest::addColumn<MoneyView>("view");
    QTest::addColumn<double>("expected"); // of one dollar of present value
    QTest::addColumn<int>("yearOfMoney");
    const auto row = [](const char* name, ExchangeRateMode mode, int valuationYear, MoneyView view,
                         double expected, int yearOfMoney) {
        QTest::newRow(name) << mode << valuationYear << view << expected << yearOfMoney;
    };
    constexpr auto constant = ExchangeRateMode::constant;
    constexpr auto parity = ExchangeRateMode::purchasingPowerParity;
    constexpr auto path = ExchangeRateMode::path;
    row("nominal: as they are", constant, 2029, nominalUsd, 1.0, 2029);
    row("real: in money of the base year", constant, 2029, realUsd, 1.0 / 1.02, 2028);
    row("real: the base year is later", constant, 2026, realUsd, 1.02 * 1.02, 2028);
    row("nominal tenge: at the rate of the valuation year", parity, 2029, nominalKzt,
        400.0 * 1.1 / 1.02, 2029);
    row("nominal tenge: inside the timeline", path, 2031, nominalKzt, 600.0, 2031);
    row("nominal tenge: before the first rate of a path", path, 2029, nominalKzt, 400.0, 2029);
    row("real tenge: by the tenge index", path, 2031, realKzt, 600.0 / 1.331, 2028);
}

void TestMoneyView::convertsPresentValues()
{
    QFETCH(ExchangeRateMode, mode);
    QFETCH(int, valuationYear);
    QFETCH(MoneyView, view);
    QFETCH(double, expected);
    QFETCH(int, yearOfMoney);
    const auto evaluation = support::evaluated(project(mode, valuationYear));
    QVERIFY(evaluation);
    const MoneyConversion conversion(*evaluation, view);
    QVERIFY(isNear(conversion.presentValue(), expected));
    QCOMPARE(conversion.yearOfPresentValues(), yearOfMoney);
}

void TestMoneyView::movesWithTheLeverOnTheExchangeRate()
{
    core::Project moved = project(ExchangeRateMode::constant);
    moved.levers.fx = 1.25;
    const auto evaluation = support::evaluated(moved);
    QVERIFY(evaluation);
    QVERIFY(isNear(MoneyConversion(*evaluation, nominalKzt).inYear(2031), 500.0));
    QVERIFY(isNear(MoneyConversion(*evaluation, nominalKzt).presentValue(), 500.0));
}

void TestMoneyView::knowsTheYearsOfTheModel()
{
    const auto before = support::evaluated(project(ExchangeRateMode::path, 2026));
    const auto after = support::evaluated(project(ExchangeRateMode::path, 2032));
    QVERIFY(before && after);
    QCOMPARE(MoneyConversion(*before, {}).years(), (core::YearSpan {2026, 2032}));
    QCOMPARE(MoneyConversion(*after, {}).years(), (core::YearSpan {2028, 2032}));
}

void TestMoneyView::priceLevelsReachBeyondTheModel()
{
    const auto evaluation = support::evaluated(project(ExchangeRateMode::constant));
    QVERIFY(evaluation);
    QVERIFY(isNear(core::usdPriceLevel(evaluation->project(), 2026), 1.0 / (1.02 * 1.02)));
    QVERIFY(isNear(core::usdPriceLevel(evaluation->project(), 2028), 1.0));
    QVERIFY(isNear(core::usdPriceLevel(evaluation->project(), 2040), std::pow(1.02, 12)));
}

void TestMoneyView::saysTheTerms()
{
    const auto evaluation = support::evaluated(project(ExchangeRateMode::constant));
    QVERIFY(evaluation);
    QCOMPARE(MoneyConversion(*evaluation, nominalKzt).terms(), std::string("nominal"));
    QCOMPARE(MoneyConversion(*evaluation, realUsd).terms(), std::string("real 2028"));
}

void TestMoneyView::scalesAmounts_data()
{
    QTest::addColumn<double>("largest");
    QTest::addColumn<Currency>("currency");
    QTest::addColumn<double>("divisor");
    QTest::addColumn<QString>("text"); // of the amount, in its unit
    const auto row = [](const char* name, double largest, Currency currency, double divisor,
                         const char* text) {
        QTest::newRow(name) << largest << currency << divisor << QString::fromUtf8(text);
    };
    row("millions", 2e7, Currency::usd, 1e6, "USD 20.0 million");
    row("the least million, negative", -1e6, Currency::usd, 1e6, "USD −1.0 million");
    row("thousands", 999999.0, Currency::usd, 1e3, "USD 1,000.0 thousand");
    row("dollars", 12.0, Currency::usd, 1.0, "USD 12.0");
    row("nothing", 0.0, Currency::usd, 1e6, "USD 0.0 million");
    row("millions of tenge", 9.9e9, Currency::kzt, 1e6, "KZT 9,900.0 million");
    row("billions of tenge", 1e10, Currency::kzt, 1e9, "KZT 10.0 billion");
}

void TestMoneyView::scalesAmounts()
{
    QFETCH(double, largest);
    QFETCH(Currency, currency);
    QFETCH(double, divisor);
    QFETCH(QString, text);
    const core::MoneyScale scale = core::moneyScale(largest, currency);
    QCOMPARE(scale.divisor, divisor);
    QCOMPARE(QString::fromStdString(core::amountText(largest / divisor, scale)), text);
}

QTEST_APPLESS_MAIN(TestMoneyView)
#include "tst_moneyview.moc"
