#include "core/model/BreakEven.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using Value = std::function<double(double price)>;

Q_DECLARE_METATYPE(Value)

class TestBreakEven : public QObject {
    Q_OBJECT

private slots:
    void price_data();
    void price();
};

void TestBreakEven::price_data()
{
    constexpr double none = -1.0;
    QTest::addColumn<Value>("npvAt");
    QTest::addColumn<double>("expected");
    const auto add = [](const char* name, const Value& npvAt, double expected) {
        QTest::newRow(name) << npvAt << expected;
    };
    add(
        "a straight line", [](double p) { return 2.0 * p - 300.0; }, 150.0);
    add(
        "a kink, as where tax begins",
        [](double p) { return p < 100.0 ? p - 110.0 : 0.2 * (p - 150.0); }, 150.0);
    add(
        "the first price tried", [](double p) { return p - 512.0; }, 512.0);
    add(
        "a very low price", [](double p) { return 1e9 * p - 1.0; }, 1e-9);
    add(
        "a very high price", [](double p) { return 1e-9 * p - 1000.0; }, 1e12);
    add(
        "pays at no price", [](double p) { return p + 1.0; }, 0.0);
    add(
        "just pays at no price", [](double p) { return p; }, 0.0);
    add(
        "no price is enough", [](double) { return -1.0; }, none);
    add(
        "a higher price makes it worse", [](double p) { return -1.0 - p; }, none);
    add(
        "a value that overflows first",
        [](double p) { return p < 1e6 ? -1.0 : -std::numeric_limits<double>::infinity(); }, none);
    add(
        "no value at all", [](double) { return std::nan(""); }, none);
}

void TestBreakEven::price()
{
    QFETCH(Value, npvAt);
    QFETCH(double, expected);
    const std::optional<double> price = core::breakEvenPrice(npvAt);
    QCOMPARE(price.has_value(), expected >= 0.0);
    if (price)
        QVERIFY2(std::abs(*price - expected) <= 1e-13 * expected,
            qPrintable(QString::number(*price, 'g', 17)));
}

QTEST_APPLESS_MAIN(TestBreakEven)
#include "tst_breakeven.moc"
