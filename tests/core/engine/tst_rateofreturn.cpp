#include "core/engine/RateOfReturn.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using core::NoRateReason;
using core::RateOfReturn;
using core::rateOfReturn;
using core::RateRange;
using core::RateRoot;
using core::rateRoots;
using core::RootDirection;

namespace {

using Flows = std::vector<double>;

constexpr auto falls = RootDirection::falls;
constexpr auto rises = RootDirection::rises;
constexpr auto touches = RootDirection::touches;

// Flows whose present value is zero where 1 + rate is one of the growth factors, and nowhere else:
// the product of 1 - growth/(1+r). Exact as long as the products fit a double.
Flows flowsWithRootsAt(const std::vector<double>& growths, double first)
{
    Flows flows {first};
    for (const double growth : growths) {
        flows.push_back(0.0);
        for (std::size_t t = flows.size() - 1; t > 0; --t)
            flows[t] -= growth * flows[t - 1];
    }
    return flows;
}

struct Exact {
    long double value = 0;
    long double slope = 0; // by log(1 + rate)
    long double scale = 0; // sum of the magnitudes
};

// At a root the terms are of very different size on both sides of 1, hence the centring.
Exact exactAt(const Flows& flows, double rate)
{
    Exact exact;
    const long double growth = 1.0L + rate;
    const auto middle = static_cast<long double>(flows.size()) / 2;
    for (std::size_t t = 0; t < flows.size(); ++t) {
        const long double exponent = middle - static_cast<long double>(t);
        const long double term = flows[t] * std::pow(growth, exponent);
        exact.value += term;
        exact.slope += exponent * term;
        exact.scale += std::abs(term);
    }
    return exact;
}

// With the sign of the present value.
long double signedValueAt(const Flows& flows, long double growth)
{
    long double value = 0;
    for (const double flow : flows) // of the last flow's time
        value = value * growth + flow;
    return value;
}

std::size_t signChanges(const Flows& flows)
{
    std::size_t changes = 0;
    double last = 0.0;
    for (const double flow : flows) {
        if (last * flow < 0.0)
            ++changes;
        if (flow != 0.0)
            last = flow > 0.0 ? 1.0 : -1.0;
    }
    return changes;
}

double draw(std::mt19937_64& generator, double low, double high)
{
    return low + (high - low) * static_cast<double>(generator() >> 11) * 0x1p-53;
}

// A cash flow of some kind: a mine with closure, a loan, noise, alternating signs, with zeros in
// between.
Flows randomFlows(std::mt19937_64& generator)
{
    const auto count = 2 + generator() % 39;
    const auto kind = generator() % 4;
    Flows flows(count);
    for (std::size_t t = 0; t < count; ++t) {
        const double size = draw(generator, 0.0, 1.0);
        switch (kind) {
        case 0:
            flows[t] = t < 3 ? -4 * size : t + 2 < count ? size : -6 * size;
            break;
        case 1:
            flows[t] = t == 0 ? 10.0 : -2 * size;
            break;
        case 2:
            flows[t] = 2 * size - 1;
            break;
        default:
            flows[t] = t % 2 == 0 ? -size : size * draw(generator, 0.0, 3.0);
        }
        if (generator() % 8 == 0)
            flows[t] = 0.0;
    }
    return flows;
}

}

Q_DECLARE_METATYPE(std::vector<core::RateRoot>)

class TestRateOfReturn : public QObject {
    Q_OBJECT

private slots:
    void rootsAreFound_data();
    void rootsAreFound();
    void refusesWhatIsNoCashFlow();
    void rangeIsRespected();
    void rateIsChosen_data();
    void rateIsChosen();
    void chosenSimpleRootsAreExact();
    void chosenMultipleRootsAreOneRoot();
    void rootsOfRandomFlows_data();
    void rootsOfRandomFlows();
    void hundredsOfFlows_data();
    void hundredsOfFlows();
    void scaleOfMoneyDoesNotMatter();
    void reversedTimeInvertsGrowth();
    void tooManySignChangesAreSaid();
};

void TestRateOfReturn::rootsAreFound_data()
{
    QTest::addColumn<Flows>("flows");
    QTest::addColumn<std::vector<RateRoot>>("expected");
    using Roots = std::vector<RateRoot>;
    const auto row = [](const char* name, Flows flows, Roots expected) {
        QTest::newRow(name) << std::move(flows) << std::move(expected);
    };

    // Each by solving the linear or quadratic equation, or built from its factors.
    row("pays back after one year at 10 %", {-100, 110}, {{0.1, falls}});
    row("loses half of the stake", {-100, 50}, {{-0.5, falls}});
    row("gives back the stake", {-100, 0, 0, 100}, {{0.0, falls}});
    row("a loan rises", {100, -110}, {{0.1, rises}});
    row("closure costs add a rising root", {-1600, 10000, -10000}, {{0.25, rises}, {4.0, falls}});
    row("three roots, one at zero", {-1000, 6000, -11000, 6000},
        {{0.0, falls}, {1.0, rises}, {2.0, falls}});
    row("two changes of sign without a root", {1, -1, 1}, {});
    row("two changes of sign that nearly touch", {-1, 2.2, -1.2100001}, {});
    row("two roots that are close", {-1, 2.2, -1.2099}, {{0.1 - 0.01, rises}, {0.1 + 0.01, falls}});
    row("touches zero from below", {-1, 2.2, -1.21}, {{0.1, touches}});
    row("touches zero from above", {1, -2.5, 1.5625}, {{0.25, touches}});
    row("triple root that falls", {-1, 3.75, -4.6875, 1.953125}, {{0.25, falls}});
    row("triple root that rises", {1, -3.75, 4.6875, -1.953125}, {{0.25, rises}});
    row("double root beside a simple one", flowsWithRootsAt({1.25, 1.25, 1.5}, -1.0),
        {{0.25, touches}, {0.5, falls}});
    row("two double roots", flowsWithRootsAt({1.25, 1.25, 1.5, 1.5}, 1.0),
        {{0.25, touches}, {0.5, touches}});
    row("leading zeros only shift", {0, 0, -100, 110}, {{0.1, falls}});
    row("trailing zeros do not matter", {-100, 110, 0, 0, 0}, {{0.1, falls}});
    row("zeros within", {-1, 0, 0, 0, 16}, {{1.0, falls}});
    row("root at the low end", {-1000, 100}, {{-0.9, falls}});
    row("root at the high end", {-1, 11}, {{10.0, falls}});
    row("double root at the low end", {-100, 20, -1}, {{-0.9, touches}});
    row("double root at the high end", {-1, 22, -121}, {{10.0, touches}});
    row("root below the range", {-1000, 99}, {});
    row("root above the range", {-1, 11.1}, {});
    row("inflows alone", {100, 50, 25}, {});
    row("a single flow", {-5}, {});
    row("a single flow among zeros", {0, 5, 0}, {});
    row("zeros", {0, 0, 0}, {});
    row("nothing", {}, {});
    row("flows as large as a double", {-1.7e308, 1.7e308, 1.7e308},
        {{(std::sqrt(5.0) - 1) / 2, falls}});
    row("flows as small as a double", {-3e-308, 3.3e-308}, {{0.1, falls}});
}

void TestRateOfReturn::rootsAreFound()
{
    QFETCH(Flows, flows);
    QFETCH(std::vector<RateRoot>, expected);
    const std::vector<RateRoot> roots = rateRoots(flows);
    QCOMPARE(roots.size(), expected.size());
    for (std::size_t i = 0; i < roots.size(); ++i) {
        QCOMPARE(roots[i].direction, expected[i].direction);
        const double difference = std::abs(roots[i].rate - expected[i].rate);
        QVERIFY2(difference <= 1e-13 * (1 + expected[i].rate),
            qPrintable(QString::number(roots[i].rate, 'g', 17)));
        QVERIFY(roots[i].rate >= -0.9 && roots[i].rate <= 10.0);
    }
}

void TestRateOfReturn::refusesWhatIsNoCashFlow()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(rateRoots(Flows {-1, infinity}).empty());
    QVERIFY(rateRoots(Flows {-1, notANumber, 3}).empty());
    QVERIFY(rateOfReturn(Flows {-1, infinity}).reason == NoRateReason::notFinite);
    for (const RateRange range : {RateRange {-1.0, 1.0}, RateRange {0.5, 0.1},
             RateRange {notANumber, 1.0}, RateRange {0.0, infinity}})
        QVERIFY(rateRoots(Flows {-100, 110}, range).empty());
}

void TestRateOfReturn::rangeIsRespected()
{
    const Flows flows {-1000, 6000, -11000, 6000}; // 0, 1 and 2
    QCOMPARE(rateRoots(flows, {0.5, 1.5}).size(), std::size_t {1});
    QCOMPARE(rateRoots(flows, {0.0, 2.0}).size(), std::size_t {3});
    QCOMPARE(rateRoots(flows, {1.1, 1.9}).size(), std::size_t {0});
    const std::vector<RateRoot> far = rateRoots(Flows {-1, 1000}, {-0.9, 10'000});
    QCOMPARE(far.size(), std::size_t {1});
    QVERIFY(std::abs(far[0].rate - 999) < 1e-9);
    const std::vector<RateRoot> low = rateRoots(Flows {-1000, 1}, {-0.9999, 1});
    QCOMPARE(low.size(), std::size_t {1});
    QVERIFY(std::abs(low[0].rate + 0.999) < 1e-15);
}

void TestRateOfReturn::rateIsChosen_data()
{
    QTest::addColumn<Flows>("flows");
    QTest::addColumn<double>("rate");
    QTest::addColumn<bool>("isBorrowing");
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("roots");
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto row = [](const char* name, Flows flows, double rate, bool isBorrowing,
                         NoRateReason reason, int roots) {
        QTest::newRow(name) << std::move(flows) << rate << isBorrowing << static_cast<int>(reason)
                            << roots;
    };

    row("one falling root", {-100, 110}, 0.1, false, NoRateReason::none, 1);
    row("one rising root is a borrowing", {100, -110}, 0.1, true, NoRateReason::none, 1);
    row("one touching root", {-1, 2.5, -1.5625}, 0.25, false, NoRateReason::none, 1);
    row("the falling of two", {-1600, 10000, -10000}, 4.0, false, NoRateReason::none, 2);
    row("the falling beside a touching one", flowsWithRootsAt({1.25, 1.25, 1.5}, -1.0), 0.5, false,
        NoRateReason::none, 2);
    row("two falling roots", {-1000, 6000, -11000, 6000}, none, false,
        NoRateReason::severalFallingRoots, 3);
    row("two touching roots", flowsWithRootsAt({1.25, 1.25, 1.5, 1.5}, 1.0), none, false,
        NoRateReason::noFallingRoot, 2);
    row("a rising beside a touching one", flowsWithRootsAt({1.25, 1.25, 1.5}, 1.0), none, false,
        NoRateReason::noFallingRoot, 2);
    row("no root", {1, -1, 1}, none, false, NoRateReason::noRoot, 0);
    row("one flow", {-7}, none, false, NoRateReason::noRoot, 0);
    row("only zeros", {0, 0}, none, false, NoRateReason::allZero, 0);
    row("no flows", {}, none, false, NoRateReason::allZero, 0);
}

void TestRateOfReturn::rateIsChosen()
{
    QFETCH(Flows, flows);
    QFETCH(double, rate);
    QFETCH(bool, isBorrowing);
    QFETCH(int, reason);
    QFETCH(int, roots);
    const RateOfReturn result = rateOfReturn(flows);
    QCOMPARE(result.rate.has_value(), !std::isnan(rate));
    if (result.rate)
        QVERIFY(std::abs(*result.rate - rate) < 1e-13 * (1 + rate));
    QCOMPARE(result.isBorrowing, isBorrowing);
    QCOMPARE(static_cast<int>(result.reason), reason);
    QCOMPARE(static_cast<int>(result.roots.size()), roots);
}

void TestRateOfReturn::chosenSimpleRootsAreExact()
{
    std::mt19937_64 generator(20260701);
    for (int trial = 0; trial < 2000; ++trial) {
        // Up to six different sixteenths between 1/8 and 10, so that all products are exact, and a
        // factor whose root is at a growth of -1/2, which is none.
        std::vector<double> growths;
        const auto count = 1 + generator() % 6;
        while (growths.size() < count) {
            const double growth = static_cast<double>(2 + generator() % 159) / 16;
            if (std::find(growths.begin(), growths.end(), growth) == growths.end())
                growths.push_back(growth);
        }
        std::vector<double> factors = growths;
        if (count < 5)
            factors.push_back(-0.5);
        std::sort(growths.begin(), growths.end());
        const bool isInvestment = trial % 2 == 0;
        const Flows flows = flowsWithRootsAt(factors, isInvestment ? -1.0 : 1.0);
        const std::vector<RateRoot> roots = rateRoots(flows);
        QCOMPARE(roots.size(), growths.size());
        for (std::size_t i = 0; i < roots.size(); ++i) {
            const double error = std::abs(1 + roots[i].rate - growths[i]) / growths[i];
            QVERIFY2(error <= 1e-13, qPrintable(QStringLiteral("%1 instead of %2")
                                                    .arg(roots[i].rate, 0, 'g', 17)
                                                    .arg(growths[i] - 1, 0, 'g', 17)));
            // At the highest rate only the first flow is left, so that the direction of the last
            // root follows from its sign, and they take turns.
            const bool isFalling = (roots.size() - 1 - i) % 2 == (isInvestment ? 0 : 1);
            QCOMPARE(roots[i].direction, isFalling ? falls : rises);
        }
    }
}

void TestRateOfReturn::chosenMultipleRootsAreOneRoot()
{
    std::mt19937_64 generator(20260702);
    for (int trial = 0; trial < 2000; ++trial) {
        // A root of order 2 to 4, and up to two simple ones at some distance.
        const double multiple = static_cast<double>(2 + generator() % 159) / 16;
        const auto order = 2 + generator() % 3;
        std::vector<double> growths(order, multiple);
        std::vector<double> simple;
        while (simple.size() < static_cast<std::size_t>(trial % 3)) {
            const double growth = static_cast<double>(2 + generator() % 159) / 16;
            const auto isNear = [growth](double other) {
                return std::abs(std::log(growth / other)) < 0.4;
            };
            if (!isNear(multiple) && std::none_of(simple.begin(), simple.end(), isNear))
                simple.push_back(growth);
        }
        growths.insert(growths.end(), simple.begin(), simple.end());
        std::vector<double> expected = simple;
        expected.push_back(multiple);
        std::sort(expected.begin(), expected.end());

        const std::vector<RateRoot> roots = rateRoots(flowsWithRootsAt(growths, -1.0));
        QCOMPARE(roots.size(), expected.size());
        for (std::size_t i = 0; i < roots.size(); ++i) {
            const bool isMultiple = expected[i] == multiple;
            const double error = std::abs(1 + roots[i].rate - expected[i]) / expected[i];
            QVERIFY2(error <= (isMultiple ? 1e-11 : 1e-13), qPrintable(QString::number(error)));
            QCOMPARE(roots[i].direction == touches, isMultiple && order % 2 == 0);
        }
    }
}

void TestRateOfReturn::rootsOfRandomFlows_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
}

void TestRateOfReturn::rootsOfRandomFlows()
{
    QFETCH(quint64, seed);
    std::mt19937_64 generator(seed);
    constexpr int cells = 4000;
    for (int trial = 0; trial < 40; ++trial) {
        const Flows flows = randomFlows(generator);
        const std::vector<RateRoot> roots = rateRoots(flows);
        QVERIFY(roots.size() <= signChanges(flows));

        for (const RateRoot& root : roots) {
            const Exact at = exactAt(flows, root.rate);
            if (root.direction == touches)
                QVERIFY(std::abs(at.value) <= 1e-13L * at.scale);
            else // the distance to the root that the value still shows
                QVERIFY(std::abs(at.value) <= 1e-13L * std::abs(at.slope));
        }

        // The value changes sign over a cell of a dense grid just when an odd number of roots is in
        // it.
        std::size_t next = 0;
        int seen = 0;
        bool wasNegative = signedValueAt(flows, 0.1L) < 0;
        for (int cell = 1; cell <= cells; ++cell) {
            const double growth = 0.1 * std::pow(110.0, cell / static_cast<double>(cells));
            const bool isNegative = signedValueAt(flows, growth) < 0;
            int crossings = 0;
            for (; next < roots.size() && 1 + roots[next].rate <= growth; ++next)
                crossings += roots[next].direction == touches ? 0 : 1;
            seen += crossings;
            QCOMPARE(wasNegative != isNegative, crossings % 2 == 1);
            if (crossings == 1)
                QCOMPARE(isNegative, roots[next - 1].direction == falls);
            wasNegative = isNegative;
        }
        QCOMPARE(static_cast<std::size_t>(seen), roots.size());
    }
}

void TestRateOfReturn::hundredsOfFlows_data()
{
    QTest::addColumn<Flows>("flows");
    QTest::addColumn<std::vector<double>>("expected");
    constexpr int count = 300;

    Flows doubling(count, 0.0);
    doubling.front() = -1.0;
    doubling.back() = std::pow(1.1, count - 1);
    QTest::newRow("one payment after 299 years") << doubling << std::vector<double> {0.1};

    // -1, then a for ever is worth a/r - 1; 299 years at 10 % are short of that by 1.1^-299, or
    // 4e-13.
    Flows annuity(count, 0.1);
    annuity.front() = -(1.0 - std::pow(1.1, -(count - 1)));
    QTest::newRow("a level payment for 299 years") << annuity << std::vector<double> {0.1};

    // 1 - x + x^2 - ... - x^299 = (1 - x^300)/(1 + x), with x = 1/(1+r): zero at x = 1 alone.
    Flows alternating(count);
    for (std::size_t t = 0; t < count; ++t)
        alternating[t] = t % 2 == 0 ? 1.0 : -1.0;
    QTest::newRow("alternating signs") << alternating << std::vector<double> {0.0};

    // The same times (1 - 1.25x)(1 - 1.5x).
    Flows more = alternating;
    for (const double growth : {1.25, 1.5}) {
        more.push_back(0.0);
        for (std::size_t t = more.size() - 1; t > 0; --t)
            more[t] -= growth * more[t - 1];
    }
    QTest::newRow("alternating signs and two chosen roots")
        << more << std::vector<double> {0.0, 0.25, 0.5};

    Flows sparse(count, 0.0);
    sparse[0] = -1;
    sparse[100] = std::pow(1.5, 100) + std::pow(0.5, 100);
    sparse[200] = -std::pow(0.75, 100);
    QTest::newRow("three payments in 200 years") << sparse << std::vector<double> {-0.5, 0.5};
}

void TestRateOfReturn::hundredsOfFlows()
{
    QFETCH(Flows, flows);
    QFETCH(std::vector<double>, expected);
    const std::vector<RateRoot> roots = rateRoots(flows);
    QCOMPARE(roots.size(), expected.size());
    for (std::size_t i = 0; i < roots.size(); ++i)
        QVERIFY2(std::abs(roots[i].rate - expected[i]) <= 1e-13 * (1 + expected[i]),
            qPrintable(QString::number(roots[i].rate, 'g', 17)));
}

void TestRateOfReturn::scaleOfMoneyDoesNotMatter()
{
    std::mt19937_64 generator(20260703);
    for (int trial = 0; trial < 300; ++trial) {
        const Flows flows = randomFlows(generator);
        const std::vector<RateRoot> roots = rateRoots(flows);
        Flows scaled = flows;
        for (double& flow : scaled)
            flow *= 0x1p900;
        QVERIFY(rateRoots(scaled) == roots);
        for (double& flow : scaled)
            flow *= -0x1p-1000;
        const std::vector<RateRoot> opposite = rateRoots(scaled);
        QCOMPARE(opposite.size(), roots.size());
        for (std::size_t i = 0; i < roots.size(); ++i) {
            QCOMPARE(opposite[i].rate, roots[i].rate);
            QCOMPARE(opposite[i].direction == falls, roots[i].direction == rises);
        }
    }
}

void TestRateOfReturn::reversedTimeInvertsGrowth()
{
    std::mt19937_64 generator(20260704);
    for (int trial = 0; trial < 300; ++trial) {
        Flows flows = randomFlows(generator);
        const RateRange range {-0.9, 9.0}; // which is its own inverse
        const std::vector<RateRoot> roots = rateRoots(flows, range);
        std::reverse(flows.begin(), flows.end());
        const std::vector<RateRoot> reversed = rateRoots(flows, range);
        QCOMPARE(reversed.size(), roots.size());
        for (std::size_t i = 0; i < roots.size(); ++i) {
            const double product = (1 + roots[i].rate) * (1 + reversed[roots.size() - 1 - i].rate);
            QVERIFY(std::abs(product - 1) < 1e-12);
        }
    }
}

void TestRateOfReturn::tooManySignChangesAreSaid()
{
    Flows flows(core::mostSignChanges + 1);
    for (std::size_t t = 0; t < flows.size(); ++t)
        flows[t] = t % 2 == 0 ? -1.0 : 1.0;
    QVERIFY(rateOfReturn(flows).reason != NoRateReason::tooManySignChanges);
    flows.push_back(-flows.back());
    QVERIFY(rateOfReturn(flows).reason == NoRateReason::tooManySignChanges);
    QVERIFY(!rateOfReturn(flows).rate);
}

QTEST_APPLESS_MAIN(TestRateOfReturn)
#include "tst_rateofreturn.moc"
