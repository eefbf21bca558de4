#include "core/report/JsonText.h"
#include "core/report/analysis/GradientReport.h"
#include "tests/core/report/ReportTest.h"
#include "tests/support/PlainProject.h"

#include <QTest>

using namespace core;

class TestGradientReport : public QObject {
    Q_OBJECT

private slots:
    void jsonHasAllDerivativesWithAllDigits();
    void textSaysWhatSmallChangesDo_data();
    void textSaysWhatSmallChangesDo();
    void textBeginsWithWhatMattersMost();
    void textLeavesOutWhatDoesNothing();
    void textSpeaksOfRatesInPercentagePoints();
};

namespace {

std::string textOf(const Project& project, const char* metric)
{
    return gradientText(*gradientOf(*support::evaluated(project), *findTarget(metric)), project);
}

}

void TestGradientReport::jsonHasAllDerivativesWithAllDigits()
{
    const Gradient gradient = *gradientOf(*support::evaluatedDefault(), *findTarget("irr"));
    const Json document = Json::parse(gradientJson(gradient));
    QCOMPARE(document.size(), std::size_t {3});
    QCOMPARE(document["metric"].get<std::string>(), std::string("irr"));
    QCOMPARE(document["value"].get<double>(), gradient.value);
    QCOMPARE(document["gradient"].size(), gradient.derivatives.size());
    std::size_t i = 0;
    for (const auto& [input, derivative] : document["gradient"].items()) {
        QCOMPARE(input, gradient.derivatives[i].input);
        QCOMPARE(derivative.get<double>(), gradient.derivatives[i].value);
        ++i;
    }
}

void TestGradientReport::textSaysWhatSmallChangesDo_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QStringList>("fragments");
    // Revenue is 100,000 in each of three years, worth 273,554 at 10 %.
    QTest::newRow("a lever") << "npv"
                             << "levers.price "
                             << QStringList {"+0.00274", "+0.274", "Lever on prices"};
    QTest::newRow("a series has no single value")
        << "npv"
        << "price_decks.flat.prices.metal " << QStringList {"100\u00A0USD/kg", "+0.00274"};
    // -100,000/1.1^2 - 200,000/1.1^3 = -232,908 per unit of the rate.
    QTest::newRow("a rate, by percentage point")
        << "npv"
        << "discounting.rate "
        << QStringList {"10\u00A0%", "\u22120.000233", "\u22120.00233", "percentage point"};
    QTest::newRow("an amount of 0, by the million")
        << "npv"
        << "capital.items.plant.amount "
        << QStringList {"0\u00A0USD", "–", "\u22121", "million USD"};
}

void TestGradientReport::textSaysWhatSmallChangesDo()
{
    QFETCH(QString, metric);
    QFETCH(QString, start);
    QFETCH(QStringList, fragments);
    const std::string text = textOf(support::plainProject(), metric.toUtf8().constData());
    const QStringList found = support::linesOf(text).filter(start);
    QCOMPARE(found.size(), 1);
    qsizetype from = 0;
    for (const QString& fragment : fragments) {
        from = found.front().indexOf(fragment, from);
        QVERIFY2(from >= 0, qPrintable(found.front()));
        from += fragment.size();
    }
}

void TestGradientReport::textBeginsWithWhatMattersMost()
{
    const QStringList lines = support::linesOf(textOf(defaultProject(), "npv"));
    QVERIFY(lines[0].startsWith(QStringLiteral("Net present value, USD million; as planned ")));
    QVERIFY(lines[4].startsWith(QStringLiteral("levers.price ")));
}

void TestGradientReport::textLeavesOutWhatDoesNothing()
{
    const std::string text = textOf(support::plainProject(), "npv");
    QVERIFY(text.find("equity_rate") == std::string::npos);
    QVERIFY(text.find("The figure does not depend on ") != std::string::npos);
}

void TestGradientReport::textSpeaksOfRatesInPercentagePoints()
{
    Project project = support::plainProject();
    project.capital.items[0].amount = 150e3; // earns 1 + r = 1 + sqrt(3)
    const QStringList lines = support::linesOf(textOf(project, "irr"));
    QVERIFY(lines[0].endsWith(QStringLiteral("as planned 173.2; changes in percentage points")));
    // 100,000 · (1 + 0.366 + 0.134) over the slope of 23,205 is 6.46; a hundredth of it are 6.46
    // points.
    QVERIFY2(
        lines.filter(QStringLiteral("levers.price ")).front().contains(QStringLiteral("+6.46")),
        qPrintable(lines.filter(QStringLiteral("levers.price ")).front()));
}

QTEST_APPLESS_MAIN(TestGradientReport)
#include "tst_gradientreport.moc"
