#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <string>

using namespace core;

namespace {

using Change = std::function<void(Project&)>;

}

Q_DECLARE_METATYPE(Change)

// What is too large for a number is said, by the row where it begins, and is never handed on.
class TestOverflow : public QObject {
    Q_OBJECT

private slots:
    void namesTheRow_data();
    void namesTheRow();
    void largeButFiniteFiguresAreComputed();
    void aPriceOverItselfIsRefusedByName();
};

void TestOverflow::namesTheRow_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("row");
    const auto add = [](const char* name, const Change& change, const char* row) {
        QTest::newRow(name) << change << QString::fromLatin1(row);
    };
    add(
        "a price of 1e300 times a lever of 1e10",
        [](Project& p) {
            p.priceDecks[0].prices["metal"] = Series(1e300);
            p.levers.price = 1e10;
        },
        "realised_prices.flat.metal");
    add(
        "a price of 1e300 times production",
        [](Project& p) {
            p.priceDecks[0].prices["metal"] = Series(1e300);
            p.production.nameplateKgPerYear = 1e12;
        },
        "revenue.metal");
    add(
        "inflation without end",
        [](Project& p) {
            p.timeline.yearsOfOperation = 200;
            p.macro.usdInflation = 100.0;
        },
        "usd_index");
    add(
        "capital",
        [](Project& p) {
            p.capital.items[0].amount = 1e308;
            p.capital.items[0].contingency = 9.0;
        },
        "project.capital.items.plant");
    add(
        "stand-alone capital alone",
        [](Project& p) {
            p.capital.items[0].standaloneAmount = 1e308;
            p.capital.items[0].contingency = 9.0;
        },
        "standalone.capital.items.plant");
    add(
        "a value per dollar of next to no capital",
        [](Project& p) { p.capital.items[0].amount = 1e-305; }, "project.profitability_index");
    add(
        "an exchange rate of next to nothing",
        [](Project& p) {
            p.capital.items[0].currency = Currency::kzt;
            p.capital.items[0].amount = 1e300;
            p.macro.exchangeRate.kztPerUsd = 1e-200;
        },
        "project.capital.items.plant");
    add(
        "a deck that is not in use",
        [](Project& p) {
            p.priceDecks.push_back(p.priceDecks[0]);
            p.priceDecks[1].id = "mad";
            p.priceDecks[1].name = "Mad";
            p.priceDecks[1].prices["metal"] = Series(1e307);
        },
        "npv");
}

void TestOverflow::namesTheRow()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    Project project = support::plainProject();
    change(project);
    const auto evaluation = Evaluation::of(project);
    QVERIFY(!evaluation);
    QVERIFY(evaluation.error().code == ErrorCode::NotComputable);
    QCOMPARE(static_cast<int>(evaluation.error().problems.size()), 1);
    const Problem& problem = evaluation.error().problems.front();
    QCOMPARE(QString::fromStdString(problem.where), row);
    QVERIFY2(problem.message.find("is not a finite number") != std::string::npos,
        problem.message.c_str());
}

void TestOverflow::aPriceOverItselfIsRefusedByName()
{
    Project project = support::plainProject();
    project.priceDecks[0].prices["metal"] = PremiumPrice {"metal", 1.0};
    const auto evaluation = Evaluation::of(project);
    QVERIFY(!evaluation);
    QCOMPARE(QString::fromStdString(evaluation.error().problems.front().where),
        QString::fromStdString("deck_prices." + project.priceDecks[0].id + ".metal"));
}

void TestOverflow::largeButFiniteFiguresAreComputed()
{
    Project project = defaultProject();
    project.levers.price = 1e200;
    const auto evaluation = Evaluation::of(project);
    QVERIFY(evaluation);
    for (const PlantCase plant : {PlantCase::project, PlantCase::standalone})
        for (const std::optional<double>& metric : (*evaluation)->metrics(plant).values)
            QVERIFY(!metric || std::isfinite(*metric));
    QVERIFY(*(*evaluation)->metrics(PlantCase::project)[Metric::npv] > 1e200);
    QVERIFY(std::isfinite((*evaluation)->expectedNpv()));
}

QTEST_APPLESS_MAIN(TestOverflow)
#include "tst_overflow.moc"
