#include "core/project/DefaultProject.h"

#include "core/project/ProjectJson.h"
#include "core/project/Validation.h"
#include "tests/core/project/Documents.h"

#include <QFile>
#include <QTest>

class TestDefaultProject : public QObject {
    Q_OBJECT

private slots:
    void hasNoProblem();
    void isTheExampleInResources();
    void holdsWhatTheExampleStates();
    void theEmptyProjectCanBeFilledIn();
};

void TestDefaultProject::hasNoProblem()
{
    const core::Problems problems = core::validate(core::defaultProject());
    QVERIFY2(problems.empty(), qPrintable(documents::lines(problems)));
}

void TestDefaultProject::isTheExampleInResources()
{
    QFile file(QStringLiteral(GALVAL_EXAMPLES "/erg-gallium.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(
        QByteArray::fromStdString(core::defaultProjectText()).trimmed(), file.readAll().trimmed());
}

// Read off the file by eye, so that no member is filled from the wrong field.
void TestDefaultProject::holdsWhatTheExampleStates()
{
    const core::Project project = core::defaultProject();
    QCOMPARE(project.name, std::string("ERG gallium, Pavlodar"));
    QCOMPARE(project.timeline.valuationYear, 2025);
    QCOMPARE(project.timeline.startOfOperations, 2026);
    QCOMPARE(project.timeline.yearsOfOperation, 20);
    QCOMPARE(project.timeline.lastYear(), 2046);
    QCOMPARE(project.discounting.equityRate, 0.15);
    QCOMPARE(project.discounting.financeRate, 0.09);
    QCOMPARE(project.discounting.reinvestmentRate, 0.06);
    QCOMPARE(project.discounting.timing, core::DiscountTiming::midYear);
    QCOMPARE(project.macro.exchangeRate.mode, core::ExchangeRateMode::purchasingPowerParity);
    QCOMPARE(project.macro.kztInflation.at(2028), 0.065);
    QVERIFY(project.resource.has_value());
    QCOMPARE(project.resource->recovery, 0.155);
    QCOMPARE(project.production.rampUp.size(), std::size_t {4});
    QCOMPARE(project.products.at(1).sellingCostPerKg, 77.0);
    QCOMPARE(project.products.at(1).payable, 0.97);
    QCOMPARE(project.market.freightOtherPerKg, 5.0);
    QCOMPARE(project.priceDecks.size(), std::size_t {6});
    QCOMPARE(project.priceDecks.at(0).otherPremium, -0.35);
    const auto& premium = std::get<core::PremiumPrice>(project.priceDecks.at(0).prices.at("ga6n"));
    QCOMPARE(premium.premiumOver, std::string("ga4n"));
    QCOMPARE(premium.amount.constant(), 160.0);
    QCOMPARE(project.costLines.size(), std::size_t {14});
    QCOMPARE(project.costLines.at(13).currency, core::Currency::kzt);
    QCOMPARE(project.costLines.at(13).hostFixed, 60000000.0);
    QCOMPARE(project.capital.items.at(5).standaloneAmount, 3500000.0);
    QCOMPARE(project.capital.items.at(5).estimateClass, std::optional(4));
    QCOMPARE(project.capital.sustainingFromOperatingYear, 4);
    QCOMPARE(project.workingCapital.vatRefundDays, 180.0);
    QCOMPARE(project.tax.lossCarryForwardYears, std::optional(10));
    QCOMPARE(project.tax.assetClasses.at(2).rate, std::optional(0.4));
    QVERIFY(project.tax.assetClasses.at(0).property);
    QVERIFY(project.financing.capitaliseInterest);
    QCOMPARE(project.financing.tenorYears, 6);
    QVERIFY(project.shareholders.at(0).state);
    QCOMPARE(project.shareholders.at(1).withholdingRate, 0.05);
    QCOMPARE(project.scenarios.at(2).overrides.size(), std::size_t {2});
    QVERIFY(project.analysis.has_value());
    QCOMPARE(project.analysis->simulation.seed, std::uint64_t {20251123});
    QCOMPARE(project.analysis->priceProcess->halfLifeYears, std::optional(3.5));
    QCOMPARE(project.analysis->correlations.at(0).rank, -0.5);
    QCOMPARE(project.priceHistory.at(0).prices.at(2022), 394.0);
    QCOMPARE(project.evidence.at("resource.recovery"), std::string("test_work"));
    QCOMPARE(project.notes.size(), std::size_t {12});
}

void TestDefaultProject::theEmptyProjectCanBeFilledIn()
{
    const core::Project empty = core::emptyProject();
    const core::Problems problems = core::validate(empty);
    QVERIFY2(problems.empty(), qPrintable(documents::lines(problems)));
    QVERIFY(empty.costLines.empty());
    QVERIFY(empty.capital.items.empty());
    const auto again = core::readProject(core::writeProject(empty));
    QVERIFY(again);
    QVERIFY(*again == empty);
}

QTEST_APPLESS_MAIN(TestDefaultProject)
#include "tst_default_project.moc"
