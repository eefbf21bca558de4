#include "core/report/MetricText.h"

#include "tests/core/report/ReportTest.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <numeric>

using core::Metric;

Q_DECLARE_METATYPE(core::Metric)

class TestMetricText : public QObject {
    Q_OBJECT

private slots:
    void missingRatesSayWhy_data();
    void missingRatesSayWhy();
    void figuresOfAPlainProject_data();
    void figuresOfAPlainProject();
};

void TestMetricText::missingRatesSayWhy_data()
{
    QTest::addColumn<QVector<double>>("flows");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("remark");
    const auto row = [](const char* name, QVector<double> flows, const char* word,
                         const char* remark) {
        QTest::newRow(name) << flows << QString::fromUtf8(word) << QString::fromUtf8(remark);
    };
    row("a rate needs no remark", {-100, 110}, "10.0\u00A0%", "");
    row("nothing but zeros", {0, 0}, "none", "there are no flows but zeros");
    row("only losses", {-100, -10}, "none",
        "the present value is negative at every rate from \u221290\u00A0% to 1,000\u00A0%");
    row("only gains", {100, 10}, "none",
        "the present value is positive at every rate from \u221290\u00A0% to 1,000\u00A0%");
    row("money first, payment later", {100, -110}, "10.0\u00A0%",
        "money comes first and is paid back later: it is what that borrowing costs");
    // -1000, 3100, -2200 has the roots 0.1 (rising) and 1.0 (falling): (1.1 - x)(2 - x) with x = 1
    // + r.
    row("a second root where the value rises", {-1000, 3100, -2200}, "100.0\u00A0%",
        "the present value is zero at 10.0\u00A0% too, where it rises with the rate; that is no "
        "rate of "
        "return");
    // (1.1 - x)(1.5 - x)(2 - x): falls at 0.1, rises at 0.5, falls at 1.0.
    row("several rates to choose from", {-1000, 4600, -6850, 3300}, "3 roots",
        "the present value is zero at 10.0\u00A0%, 50.0\u00A0%, 100.0\u00A0%; it cannot be told "
        "which "
        "is meant");
}

void TestMetricText::missingRatesSayWhy()
{
    QFETCH(QVector<double>, flows);
    QFETCH(QString, word);
    QFETCH(QString, remark);
    const core::RateOfReturn rate =
        core::rateOfReturn(std::span(flows.constData(), static_cast<std::size_t>(flows.size())));
    QCOMPARE(QString::fromStdString(core::rateWord(rate)), word);
    const double sum = std::accumulate(flows.begin(), flows.end(), 0.0);
    QCOMPARE(QString::fromStdString(core::rateRemark(rate, sum)), remark);
}

void TestMetricText::figuresOfAPlainProject_data()
{
    QTest::addColumn<Metric>("metric");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("remark");
    // It sells 1000 kg at USD 100 in each of three years, at no cost at all.
    QTest::newRow("value at 10 %, flows at the start of the year")
        << Metric::npv << "0.27"
        << ""; // 0.1 (1 + 1/1.1 + 1/1.21) million
    QTest::newRow("no rate of return without an outlay")
        << Metric::irr << "none"
        << "the present value is positive at every rate from \u221290\u00A0% to 1,000\u00A0%";
    QTest::newRow("nothing to pay back") << Metric::payback << "no outlay"
                                         << "the cumulative cash flow is never below zero";
    QTest::newRow("no capital to be profitable")
        << Metric::profitabilityIndex << "no capital"
        << "no capital is spent from the valuation year on";
    QTest::newRow("no loan to cover") << Metric::minimumDscr << "no loan"
                                      << "no loan is repaid";
    QTest::newRow("pays at no price") << Metric::breakEvenPrice << "0.0"
                                      << "";
}

void TestMetricText::figuresOfAPlainProject()
{
    QFETCH(Metric, metric);
    QFETCH(QString, text);
    QFETCH(QString, remark);
    const auto evaluation = support::evaluated(support::plainProject());
    QVERIFY(evaluation);
    const auto plant = core::PlantCase::project;
    QCOMPARE(QString::fromStdString(core::metricText(*evaluation, plant, metric)), text);
    QCOMPARE(QString::fromStdString(core::metricRemark(*evaluation, plant, metric)), remark);
}

QTEST_APPLESS_MAIN(TestMetricText)
#include "tst_metrictext.moc"
