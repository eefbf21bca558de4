#include "core/report/JsonText.h"
#include "core/report/analysis/SobolReport.h"
#include "tests/core/report/ReportTest.h"

#include <QTest>

using namespace core;

class TestSobolReport : public QObject {
    Q_OBJECT

private slots:
    void jsonKeepsTheOrderOfTheDocument();
    void textBeginsWithTheLargestTotal();
    void textCountsSamplesWithoutFigure();
    void textOfAFigureThatIsNeverThereSaysSo();
};

namespace {

ProjectSobolIndices sample()
{
    ProjectSobolIndices found;
    found.inputs = {"levers.opex", "levers.price", "active_deck", "price_process"};
    found.indices.firstOrder = {0.1, 0.55, 0.15, 0.05};
    found.indices.total = {0.12, 0.6, 0.2, 0.08};
    found.indices.mean = 12.5e6;
    found.indices.variance = 9e12;
    found.indices.samples = 1024;
    found.trials = 6144;
    return found;
}

}

void TestSobolReport::jsonKeepsTheOrderOfTheDocument()
{
    const Json document = Json::parse(sobolJson(sample()));
    QCOMPARE(document["metric"].get<std::string>(), std::string("npv"));
    QCOMPARE(document["samples"].get<int>(), 1024);
    QCOMPARE(document["trials"].get<int>(), 6144);
    QCOMPARE(document["mean"].get<double>(), 12.5e6);
    QCOMPARE(document["standard_deviation"].get<double>(), 3e6);
    QCOMPARE(document["inputs"].size(), std::size_t {4});
    QCOMPARE(document["inputs"][1]["input"].get<std::string>(), std::string("levers.price"));
    QCOMPARE(document["inputs"][1]["first_order"].get<double>(), 0.55);
    QCOMPARE(document["inputs"][1]["total"].get<double>(), 0.6);
}

void TestSobolReport::textBeginsWithTheLargestTotal()
{
    const std::string text = sobolText(sample(), defaultProject());
    QString found = QString::fromStdString(text);
    found.replace(QChar(0xA0), QLatin1Char(' '));
    const QStringList lines = found.split(QLatin1Char('\n'));
    QCOMPARE(lines[0], QStringLiteral("Net present value, USD million; mean 12.50, standard "
                                      "deviation 3.00"));
    const QStringList starts {"levers.price ", "active_deck ", "levers.opex ", "price_process "};
    for (qsizetype i = 0; i < starts.size(); ++i)
        QVERIFY2(lines[4 + i].startsWith(starts[i]), qPrintable(lines[4 + i]));
    QVERIFY(lines[4].contains(QStringLiteral("55.0 %")));
    QVERIFY(lines[4].contains(QStringLiteral("60.0 %")));
    QVERIFY(lines[4].contains(QStringLiteral("Lever on prices")));
    QVERIFY(lines[5].contains(QStringLiteral("Price deck, drawn by probability")));
    QVERIFY(lines[9].contains(QStringLiteral("85.0 %")));
    QVERIFY(lines[9].contains(QStringLiteral("100.0 %")));
    QVERIFY(found.contains(QStringLiteral("1,024 samples of 6 trials")));
    QVERIFY(!found.contains(QStringLiteral("no figure")));
}

void TestSobolReport::textCountsSamplesWithoutFigure()
{
    ProjectSobolIndices found = sample();
    found.indices.samples = 1000;
    QVERIFY(QString::fromStdString(sobolText(found, defaultProject()))
                .contains(QStringLiteral("no figure in some trial of 24 further samples")));
}

void TestSobolReport::textOfAFigureThatIsNeverThereSaysSo()
{
    ProjectSobolIndices found = sample();
    found.indices.samples = 0;
    QCOMPARE(QString::fromStdString(sobolText(found, defaultProject())),
        QStringLiteral(
            "Net present value, USD million: there is no figure in any of the trials\n"));
}

QTEST_APPLESS_MAIN(TestSobolReport)
#include "tst_sobolreport.moc"
