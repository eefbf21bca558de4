#include "core/engine/CashFlowMetrics.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace core;

namespace {

using Flows = std::vector<double>;
using Value = std::optional<double>;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

bool isClose(const Value& value, double expected, double relative = 1e-13)
{
    if (std::isnan(expected))
        return !value;
    return value && std::abs(*value - expected) <= relative * std::abs(expected);
}

QString shown(const Value& value)
{
    return value ? QString::number(*value, 'g', 17) : QStringLiteral("none");
}

}

#define COMPARE_VALUE(actual, expected)                                                            \
    QVERIFY2(isClose(actual, expected), qPrintable(shown(actual)))

class TestCashFlowMetrics : public QObject {
    Q_OBJECT

private slots:
    void presentValues_data();
    void presentValues();
    void modifiedRates_data();
    void modifiedRates();
    void paybacks_data();
    void paybacks();
    void discountedPaybackIsThatOfDiscountedFlows();
    void profitabilityIndexes();
    void equivalentAnnualValues();
    void peakFundings();
    void flowsWithoutAFigure();
    void allFigures_data();
    void allFigures();
    void presentValueAtRateOfReturnIsZero();
    void scaleOfMoney();
};

void TestCashFlowMetrics::presentValues_data()
{
    QTest::addColumn<Flows>("flows");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("firstExponent");
    QTest::addColumn<double>("expected");
    QTest::newRow("first flow now") << Flows {-100, 110, 121} << 0.1 << 0.0 << 100.0;
    QTest::newRow("first flow in a year") << Flows {110, 121} << 0.1 << 1.0 << 200.0;
    QTest::newRow("first flow in half a year") << Flows {11} << 0.21 << 0.5 << 10.0;
    QTest::newRow("compounded to the end") << Flows {100, 100} << 0.1 << -1.0 << 210.0;
    QTest::newRow("at rate 0") << Flows {-4, 1, 2} << 0.0 << 1.0 << -1.0;
    QTest::newRow("at a negative rate") << Flows {1, 1} << -0.5 << 0.0 << 3.0;
    QTest::newRow("of nothing") << Flows {} << 0.1 << 0.0 << 0.0;
    QTest::newRow("of one flow") << Flows {5} << 0.1 << 0.0 << 5.0;
    QTest::newRow("at -100 %") << Flows {1, 1} << -1.0 << 0.0 << none;
    QTest::newRow("at no rate") << Flows {1, 1} << none << 0.0 << none;
    QTest::newRow("beyond a double") << Flows {1e308, 1e308} << -0.9 << 0.0 << none;
    QTest::newRow("of an infinite flow") << Flows {1, infinity} << 0.1 << 0.0 << none;
}

void TestCashFlowMetrics::presentValues()
{
    QFETCH(Flows, flows);
    QFETCH(double, rate);
    QFETCH(double, firstExponent);
    QFETCH(double, expected);
    COMPARE_VALUE(presentValue(flows, rate, firstExponent), expected);
}

void TestCashFlowMetrics::modifiedRates_data()
{
    QTest::addColumn<Flows>("flows");
    QTest::addColumn<double>("financeRate");
    QTest::addColumn<double>("reinvestmentRate");
    QTest::addColumn<double>("expected");
    // 100 becomes 121 in two years; 60·1.25 + 46 after outlays of 60 and 50/1.25 is the same.
    QTest::newRow("without flows between") << Flows {-100, 0, 121} << 0.3 << 0.7 << 0.1;
    QTest::newRow("an inflow is reinvested") << Flows {-100, 60, 46} << 0.9 << 0.25 << 0.1;
    QTest::newRow("an outflow is financed") << Flows {-60, -50, 121} << 0.25 << 0.9 << 0.1;
    QTest::newRow("outlays alone") << Flows {-1, -1} << 0.1 << 0.1 << none;
    QTest::newRow("inflows alone") << Flows {1, 1} << 0.1 << 0.1 << none;
    QTest::newRow("one flow") << Flows {-1} << 0.1 << 0.1 << none;
    QTest::newRow("no flow") << Flows {} << 0.1 << 0.1 << none;
    QTest::newRow("finance rate of -100 %") << Flows {-1, 2} << -1.0 << 0.1 << none;
    QTest::newRow("reinvestment rate below -100 %") << Flows {-1, 2} << 0.1 << -1.5 << none;
    QTest::newRow("an infinite flow") << Flows {-1, infinity} << 0.1 << 0.1 << none;
    Flows century(301, 0.0);
    century.front() = -1.0;
    century[1] = 1.0;
    QTest::newRow("300 years of reinvestment at 1000 %")
        << century << 0.1 << 10.0 << std::pow(11.0, 299.0 / 300.0) - 1;
}

void TestCashFlowMetrics::modifiedRates()
{
    QFETCH(Flows, flows);
    QFETCH(double, financeRate);
    QFETCH(double, reinvestmentRate);
    QFETCH(double, expected);
    COMPARE_VALUE(modifiedRateOfReturn(flows, financeRate, reinvestmentRate), expected);
}

void TestCashFlowMetrics::paybacks_data()
{
    QTest::addColumn<Flows>("flows");
    QTest::addColumn<double>("expected");
    QTest::newRow("at the end of a year") << Flows {-100, 60, 40, 10} << 3.0;
    QTest::newRow("within a year") << Flows {-100, 60, 80} << 2.5;
    QTest::newRow("after a year of nothing") << Flows {-100, 0, 100, 0} << 3.0;
    QTest::newRow("money first") << Flows {10, -20, 15} << 2 + 10.0 / 15;
    QTest::newRow("the first return counts") << Flows {-10, 20, -50, 100} << 1.5;
    QTest::newRow("tenths that miss the whole by rounding")
        << Flows {-0.4, 0.1, 0.1, 0.2, 5} << 4.0;
    QTest::newRow("never comes back") << Flows {-100, 60, 39} << none;
    QTest::newRow("never below zero") << Flows {100, -60, 40} << none;
    QTest::newRow("down to zero only") << Flows {100, -100, 40} << none;
    QTest::newRow("one outlay") << Flows {-100} << none;
    QTest::newRow("nothing") << Flows {} << none;
    QTest::newRow("an infinite flow") << Flows {-1, 2, infinity} << none;
}

void TestCashFlowMetrics::paybacks()
{
    QFETCH(Flows, flows);
    QFETCH(double, expected);
    COMPARE_VALUE(paybackYears(flows), expected);
}

void TestCashFlowMetrics::discountedPaybackIsThatOfDiscountedFlows()
{
    // 110 and 121 discounted at 10 % are 100 each.
    COMPARE_VALUE(discountedPaybackYears(Flows {-150, 110, 121}, 0.1), 2.5);
    COMPARE_VALUE(discountedPaybackYears(Flows {-200, 110, 121}, 0.1), 3.0);
    COMPARE_VALUE(discountedPaybackYears(Flows {-201, 110, 121}, 0.1), none);
    COMPARE_VALUE(discountedPaybackYears(Flows {-3, 1, 1}, -0.5), 2.25);
    COMPARE_VALUE(discountedPaybackYears(Flows {-150, 110, 121}, -1.0), none);
    COMPARE_VALUE(discountedPaybackYears(Flows {}, -0.5), none);
    Flows centuries(301, 0.0);
    centuries.front() = -1;
    centuries.back() = 2;
    COMPARE_VALUE(discountedPaybackYears(centuries, -0.9), 300.0);
    COMPARE_VALUE(discountedPaybackYears(centuries, 9.0), none);
}

void TestCashFlowMetrics::profitabilityIndexes()
{
    COMPARE_VALUE(profitabilityIndex(25.0, 100.0), 1.25);
    COMPARE_VALUE(profitabilityIndex(-150.0, 100.0), -0.5);
    COMPARE_VALUE(profitabilityIndex(25.0, 0.0), none);
    COMPARE_VALUE(profitabilityIndex(25.0, -1.0), none);
    COMPARE_VALUE(profitabilityIndex(1e308, 1e-10), none);
}

void TestCashFlowMetrics::equivalentAnnualValues()
{
    // 1/1.1 + 1/1.21 = 2.1/1.21
    COMPARE_VALUE(equivalentAnnualValue(210.0, 0.1, 2), 121.0);
    COMPARE_VALUE(equivalentAnnualValue(-210.0, 0.1, 2), -121.0);
    COMPARE_VALUE(equivalentAnnualValue(100.0, 0.0, 4), 25.0);
    COMPARE_VALUE(equivalentAnnualValue(100.0, 1e-15, 4), 25.0);
    COMPARE_VALUE(equivalentAnnualValue(6.0, -0.5, 2), 1.0);
    COMPARE_VALUE(equivalentAnnualValue(100.0, 0.1, 0), none);
    COMPARE_VALUE(equivalentAnnualValue(100.0, -1.0, 4), none);
    COMPARE_VALUE(equivalentAnnualValue(infinity, 0.1, 4), none);
}

void TestCashFlowMetrics::peakFundings()
{
    COMPARE_VALUE(peakFunding(Flows {-10, -20, 5, -1, 100}), 30.0);
    COMPARE_VALUE(peakFunding(Flows {10, -4, 50}), -6.0);
    COMPARE_VALUE(peakFunding(Flows {}), none);
    COMPARE_VALUE(peakFunding(Flows {-1e308, -1e308}), none);
    const Value zero = peakFunding(Flows {0, 5});
    QVERIFY(zero && *zero == 0.0 && !std::signbit(*zero));
}

void TestCashFlowMetrics::flowsWithoutAFigure()
{
    const FlowMetrics nothing = flowMetrics(Flows {});
    QCOMPARE(nothing.netPresentValue, Value(0.0));
    QVERIFY(!nothing.rateOfReturn.rate && !nothing.modifiedRateOfReturn && !nothing.paybackYears);
    QVERIFY(!nothing.discountedPaybackYears && !nothing.profitabilityIndex);
    QVERIFY(!nothing.equivalentAnnualValue);

    const FlowMetrics outlay = flowMetrics(Flows {-100});
    QCOMPARE(outlay.netPresentValue, Value(-100.0));
    QVERIFY(!outlay.rateOfReturn.rate && !outlay.modifiedRateOfReturn && !outlay.paybackYears);
    COMPARE_VALUE(outlay.profitabilityIndex, 0.0);
    COMPARE_VALUE(outlay.equivalentAnnualValue, -110.0);

    QVERIFY(!flowMetrics(Flows {100, -20}).profitabilityIndex);
    QVERIFY(!flowMetrics(Flows {-1e308, 1e308, 1e308}, {.rate = -0.9}).netPresentValue);
}

void TestCashFlowMetrics::allFigures_data()
{
    QTest::addColumn<int>("timing");
    QTest::addColumn<double>("npv");
    // -100 + 110/1.1 + 121/1.21 = 100, and a year later at 10 %.
    QTest::newRow("at the start of years") << static_cast<int>(FlowTiming::startOfYear) << 100.0;
    QTest::newRow("at the middle of years")
        << static_cast<int>(FlowTiming::midYear) << 100 / std::sqrt(1.1);
    QTest::newRow("at the end of years") << static_cast<int>(FlowTiming::endOfYear) << 100 / 1.1;
}

void TestCashFlowMetrics::allFigures()
{
    QFETCH(int, timing);
    QFETCH(double, npv);
    const FlowMetrics metrics =
        flowMetrics(Flows {-100, 110, 121}, {.rate = 0.1,
                                                .timing = static_cast<FlowTiming>(timing),
                                                .financeRate = 0.3,
                                                .reinvestmentRate = 0.4});
    COMPARE_VALUE(metrics.netPresentValue, npv);
    COMPARE_VALUE(metrics.rateOfReturn.rate, 0.55 + std::sqrt(0.55 * 0.55 + 1.21) - 1);
    COMPARE_VALUE(metrics.modifiedRateOfReturn, std::sqrt((110 * 1.4 + 121) / 100) - 1);
    COMPARE_VALUE(metrics.paybackYears, 1 + 100.0 / 110);
    COMPARE_VALUE(metrics.discountedPaybackYears, 2.0);
    COMPARE_VALUE(metrics.profitabilityIndex, 2.0);
    COMPARE_VALUE(metrics.equivalentAnnualValue, npv * 1.331 / 3.31);
}

void TestCashFlowMetrics::presentValueAtRateOfReturnIsZero()
{
    std::mt19937_64 generator(20260705);
    std::uniform_real_distribution<double> share(0.02, 0.4);
    for (int trial = 0; trial < 500; ++trial) {
        Flows flows {-1.0};
        const auto years = 3 + generator() % 30;
        for (std::size_t t = 0; t < years; ++t)
            flows.push_back(share(generator));
        const FlowMetrics metrics = flowMetrics(flows);
        QVERIFY(metrics.rateOfReturn.rate.has_value());
        const double rate = *metrics.rateOfReturn.rate;
        for (const double firstExponent : {0.0, 0.5, 1.0}) {
            const Value npv = presentValue(flows, rate, firstExponent);
            QVERIFY2(npv && std::abs(*npv) < 1e-13, qPrintable(shown(npv)));
        }
        // Discounted at the rate of return, money is back when the last of it comes.
        const Value payback = discountedPaybackYears(flows, rate);
        QVERIFY2(payback && std::abs(*payback - static_cast<double>(flows.size())) < 1e-9,
            qPrintable(shown(payback)));
        // Financed and reinvested at the rate of return, it is the modified one.
        QVERIFY(isClose(modifiedRateOfReturn(flows, rate, rate).value_or(none) + 1, rate + 1));
    }
}

void TestCashFlowMetrics::scaleOfMoney()
{
    const Flows flows {-100, -30, 40, 60, 60, 50, -20};
    Flows scaled = flows;
    for (double& flow : scaled)
        flow *= 1e6;
    const FlowMetrics small = flowMetrics(flows);
    const FlowMetrics large = flowMetrics(scaled);
    COMPARE_VALUE(large.netPresentValue, *small.netPresentValue * 1e6);
    COMPARE_VALUE(large.equivalentAnnualValue, *small.equivalentAnnualValue * 1e6);
    COMPARE_VALUE(large.rateOfReturn.rate, *small.rateOfReturn.rate);
    COMPARE_VALUE(large.modifiedRateOfReturn, *small.modifiedRateOfReturn);
    COMPARE_VALUE(large.paybackYears, *small.paybackYears);
    COMPARE_VALUE(large.discountedPaybackYears, *small.discountedPaybackYears);
    COMPARE_VALUE(large.profitabilityIndex, *small.profitabilityIndex);
    COMPARE_VALUE(peakFunding(scaled), *peakFunding(flows) * 1e6);
}

QTEST_APPLESS_MAIN(TestCashFlowMetrics)
#include "tst_cashflowmetrics.moc"
