#include "core/model/Evaluation.h"
#include "core/model/Metrics.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <string>

using namespace core;

namespace {

using Change = std::function<void(Project&)>;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// Flows of -50 000, 100 000 and 100 000 at the starts of 2030 to 2032.
void buysAPlant(Project& project)
{
    project.capital.items[0].amount = 150000.0;
    project.capital.items[0].standaloneAmount = 150000.0;
}

// Half of it borrowed: 75 000, repaid in 2031 and 2032 by halves, with interest of 10 %. Equity has
// 25 000, then 100 000 - 37 500 - 7 500, then 100 000 - 37 500 - 3 750.
void borrowsHalf(Project& project)
{
    buysAPlant(project);
    project.financing = {0.5, 0.1, 0.0, 1, 2, Repayment::equalPrincipal, false};
    project.shareholders[0].withholdingRate = 0.1;
}

}

Q_DECLARE_METATYPE(Change)

class TestMetrics : public QObject {
    Q_OBJECT

private slots:
    void namesFindTheirMetrics();
    void figures_data();
    void figures();
};

void TestMetrics::namesFindTheirMetrics()
{
    std::set<std::string_view> names;
    for (std::size_t m = 0; m < metricCount; ++m) {
        const auto metric = static_cast<Metric>(m);
        const MetricDescription& description = descriptionOf(metric);
        QVERIFY(!description.name.empty() && !description.label.empty());
        QVERIFY(names.insert(description.name).second);
        QVERIFY(findMetric(description.name) == metric);
    }
    QVERIFY(!findMetric("npv_of_nothing"));
    QVERIFY(!findMetric(""));
}

void TestMetrics::figures_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<double>("expected");
    const auto add = [](const Change& change, const char* what, const char* metric,
                         double expected) {
        QTest::addRow("%s: %s", what, metric) << change << QString::fromLatin1(metric) << expected;
    };
    const char* plant = "a plant that pays at once";
    const double worth = -50000.0 + 100000.0 / 1.1 + 100000.0 / 1.21; // 123 553.72
    add(buysAPlant, plant, "npv", worth);
    add(buysAPlant, plant, "npv_pre_tax", worth);
    add(buysAPlant, plant, "npv_equity", worth);
    // -50 + 100 x + 100 x² = 0 at x = (sqrt 3 - 1) / 2.
    add(buysAPlant, plant, "irr", std::sqrt(3.0));
    add(buysAPlant, plant, "irr_real", std::sqrt(3.0));
    // (100 000 · 1.1 + 100 000) / 50 000 over two years.
    add(buysAPlant, plant, "mirr", std::sqrt(4.2) - 1.0);
    add(buysAPlant, plant, "payback_years", 1.5);
    add(buysAPlant, plant, "payback_from_start_of_operations", 1.5);
    add(buysAPlant, plant, "discounted_payback_years", 1.55);
    add(buysAPlant, plant, "profitability_index", 1.0 + worth / 150000.0);
    add(buysAPlant, plant, "equivalent_annual_value", worth * 0.1 / (1.0 - 1.0 / 1.331));
    add(buysAPlant, plant, "peak_funding", 50000.0);
    add(buysAPlant, plant, "levelised_cost_per_kg", 150.0 / (1.0 + 1.0 / 1.1 + 1.0 / 1.21));
    add(buysAPlant, plant, "break_even_price_per_kg", 150.0 / (1.0 + 1.0 / 1.1 + 1.0 / 1.21));
    add(buysAPlant, plant, "cash_cost_per_kg", 0.0);
    add(buysAPlant, plant, "share_of_world_production", 0.01); // a tonne of a hundred
    add(buysAPlant, plant, "min_dscr", none);
    add(buysAPlant, plant, "average_dscr", none);
    add(buysAPlant, plant, "llcr", none);
    add(buysAPlant, plant, "state_take_share", 0.0);

    const char* loan = "half of it borrowed";
    add(borrowsHalf, loan, "npv", worth);
    add(borrowsHalf, loan, "npv_equity", 25000.0 + 55000.0 / 1.1 + 58750.0 / 1.21);
    add(borrowsHalf, loan, "irr_equity", none); // no money of its own is put in
    add(borrowsHalf, loan, "min_dscr", 100.0 / 45.0);
    add(borrowsHalf, loan, "average_dscr", (100.0 / 45.0 + 100.0 / 41.25) / 2.0);
    add(borrowsHalf, loan, "llcr", (100.0 / 1.1 + 100.0 / 1.21) / 75.0);
    add(borrowsHalf, loan, "state_take_share", 0.1); // what is withheld

    // Costs of 20 000 and 5 a kilogram sold, royalty of 2 % on 100 000, 1 % of 150 000 renewed a
    // year.
    const char* costs = "a plant with running costs";
    const auto runs = [](Project& p) {
        buysAPlant(p);
        CostLine line;
        line.id = "labour";
        line.name = "Labour";
        line.fixed = 20000.0;
        p.costLines.push_back(line);
        p.products[0].sellingCostPerKg = 5.0;
        p.royalty.rate = 0.02;
        p.capital.sustainingRate = 0.01;
    };
    add(runs, costs, "cash_cost_per_kg", 25.0);
    add(runs, costs, "all_in_sustaining_cost_per_kg", 28.5);
    add(runs, costs, "npv", -150000.0 + 71500.0 * (1.0 + 1.0 / 1.1 + 1.0 / 1.21));

    const char* idle = "nothing is produced";
    const auto idles = [](Project& p) {
        buysAPlant(p);
        p.levers.production = 0.0;
    };
    for (const char* metric : {"irr", "payback_years", "levelised_cost_per_kg", "cash_cost_per_kg",
             "all_in_sustaining_cost_per_kg", "break_even_price_per_kg", "mirr"})
        add(idles, idle, metric, none);
    add(idles, idle, "npv", -150000.0);
    add(idles, idle, "profitability_index", 0.0);
    add(idles, idle, "peak_funding", 150000.0);

    // Discounted from the middle of the year to 2031: 2030 is sunk, and its flow with it.
    const char* later = "valued a year later, at mid-year";
    const auto values = [](Project& p) {
        buysAPlant(p);
        p.timeline.valuationYear = 2031;
        p.discounting.timing = DiscountTiming::midYear;
    };
    add(values, later, "npv", 100000.0 * (std::pow(1.1, -0.5) + std::pow(1.1, -1.5)));
    add(values, later, "profitability_index", none);
    add(values, later, "discounted_payback_years", none);
    add(values, later, "payback_years", 1.5);
}

void TestMetrics::figures()
{
    QFETCH(Change, change);
    QFETCH(QString, metric);
    QFETCH(double, expected);
    Project project = support::plainProject();
    change(project);
    const auto evaluation = Evaluation::of(project);
    QVERIFY(evaluation);
    const std::optional<Metric> id = findMetric(metric.toStdString());
    QVERIFY(id);
    const std::optional<double> figure = (*evaluation)->metrics(PlantCase::project)[*id];
    QCOMPARE(figure.has_value(), !std::isnan(expected));
    if (figure)
        QVERIFY2(std::abs(*figure - expected) <= 1e-12 * std::max(1.0, std::abs(expected)),
            qPrintable(QString::number(*figure, 'g', 17)));
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
