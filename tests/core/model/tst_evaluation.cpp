#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "tests/support/EvaluationComparison.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <set>

using namespace core;

namespace {

using SharedEvaluation = std::shared_ptr<const Evaluation>;

SharedEvaluation evaluate(const Project& project)
{
    const Result<SharedEvaluation> evaluation = Evaluation::of(project);
    return evaluation ? *evaluation : nullptr;
}

QJsonObject publishedResults()
{
    QFile file(QStringLiteral(GALVAL_TEST_DATA "/model/erg-gallium.results.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

// In USD: flows are of up to some 10 million, so that rounding is of 1e-9 and a few times that
// where they cancel.
constexpr double smallestMoney = 1e-7;

bool isFoundBySearch(std::string_view metric)
{
    return metric.substr(0, 3) == "irr" || metric == "break_even_price_per_kg";
}

}

class TestEvaluation : public QObject {
    Q_OBJECT

private slots:
    void linesAreThePublishedOnes_data();
    void linesAreThePublishedOnes();
    void metricsAreThePublishedOnes_data();
    void metricsAreThePublishedOnes();
    void savingsAreThePublishedOnes();
    void decksAreThePublishedOnes();
    void theDefaultProjectAgreesWithThePlainCalculation();
    void eachDeckIsTheProjectOnThatDeck();
    void aRowHasNoFigureOutsideItsYears();
};

void TestEvaluation::linesAreThePublishedOnes_data()
{
    QTest::addColumn<QString>("plant");
    for (const char* plant : {"project", "standalone", "savings"})
        QTest::newRow(plant) << QString::fromLatin1(plant);
}

void TestEvaluation::linesAreThePublishedOnes()
{
    QFETCH(QString, plant);
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const QJsonObject results = publishedResults();
    QCOMPARE(evaluation->years().first, results[u"first_year"].toInt());
    const QJsonObject lines = results[u"cases"][plant][u"lines"].toObject();
    QVERIFY(lines.size() >= 23);
    std::set<QString> unseen;
    for (const QString& name : lines.keys())
        unseen.insert(name);

    for (const ResultLine& line : evaluation->rows().lines) {
        const QString name = QString::fromStdString(line.name);
        if (name.startsWith(QStringLiteral("cost_lines.")) && !lines.contains(name))
            continue; // published by their present values only
        QVERIFY2(lines.contains(name), qPrintable(name));
        unseen.erase(name);
        const QJsonArray expected = lines[name].toArray();
        const Row row = plant == QStringLiteral("project")      ? line.project
                        : plant == QStringLiteral("standalone") ? line.standalone
                                                                : line.savings;
        const std::vector<double> actual = evaluation->byYear(row);
        QCOMPARE(static_cast<qsizetype>(actual.size()), expected.size());
        for (qsizetype y = 0; y < expected.size(); ++y)
            if (!support::Nearness {1e-9, smallestMoney}.holds(
                    actual[static_cast<std::size_t>(y)], expected[y].toDouble()))
                QFAIL(qPrintable(QStringLiteral("%1 of year %2 is %3, not %4")
                                     .arg(name)
                                     .arg(y)
                                     .arg(actual[static_cast<std::size_t>(y)], 0, 'g', 17)
                                     .arg(expected[y].toDouble(), 0, 'g', 17)));
    }
    QVERIFY2(unseen.empty(), unseen.empty() ? "" : qPrintable(*unseen.begin()));
}

void TestEvaluation::metricsAreThePublishedOnes_data()
{
    QTest::addColumn<bool>("isProject");
    QTest::addColumn<int>("metric");
    for (const bool isProject : {true, false})
        for (std::size_t m = 0; m < metricCount; ++m)
            QTest::addRow("%s, %s", isProject ? "project" : "standalone",
                descriptionOf(static_cast<Metric>(m)).name.data())
                << isProject << static_cast<int>(m);
}

void TestEvaluation::metricsAreThePublishedOnes()
{
    QFETCH(bool, isProject);
    QFETCH(int, metric);
    static const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const CaseMetrics& metrics =
        evaluation->metrics(isProject ? PlantCase::project : PlantCase::standalone);
    const QJsonObject expected = publishedResults()[u"cases"]
                                     .toObject()[isProject ? u"project" : u"standalone"]
                                     .toObject()[u"metrics"]
                                     .toObject();
    const std::string_view name = descriptionOf(static_cast<Metric>(metric)).name;
    const QJsonValue value =
        expected[QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()))];
    QVERIFY(!value.isUndefined());
    const std::optional<double> actual = metrics[static_cast<Metric>(metric)];
    QCOMPARE(actual.has_value(), value.isDouble());
    if (actual) {
        const double tolerance = isFoundBySearch(name) ? support::solved : 1e-9;
        QVERIFY2((support::Nearness {tolerance, 0.0}.holds(*actual, value.toDouble())),
            qPrintable(QString::number(*actual, 'g', 17)));
    }
    if (name == "irr") {
        const QJsonArray roots = expected[u"irr_roots"].toArray();
        QCOMPARE(static_cast<qsizetype>(metrics.irr.roots.size()), roots.size());
        for (qsizetype r = 0; r < roots.size(); ++r)
            QVERIFY((support::Nearness {support::solved, 0.0}.holds(
                metrics.irr.roots[static_cast<std::size_t>(r)], roots[r].toDouble())));
    }
}

void TestEvaluation::savingsAreThePublishedOnes()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const QJsonObject results = publishedResults();
    const support::Nearness near {1e-9, 0.0};
    QVERIFY(near.holds(evaluation->npvSavings(),
        results[u"cases"][u"savings"][u"metrics"][u"npv_savings"].toDouble()));

    const QJsonObject byLine = results[u"pv_savings_by_line"].toObject();
    const Project& project = evaluation->project();
    const SavingsRows& rows = evaluation->rows().savings;
    std::map<QString, double> actual;
    for (std::size_t i = 0; i < project.costLines.size(); ++i)
        actual[QString::fromStdString(project.costLines[i].id)] =
            *evaluation->figure(rows.costLineValues[i]);
    for (std::size_t j = 0; j < project.capital.items.size(); ++j)
        actual[QString::fromStdString(project.capital.items[j].id)] =
            *evaluation->figure(rows.itemValues[j]);
    QCOMPARE(static_cast<qsizetype>(actual.size()), byLine.size());
    for (const auto& [id, value] : actual) {
        QVERIFY2(byLine.contains(id), qPrintable(id));
        QVERIFY2(near.holds(value, byLine[id].toDouble()), qPrintable(id));
    }
}

void TestEvaluation::decksAreThePublishedOnes()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const QJsonObject results = publishedResults();
    const QJsonObject decks = results[u"decks"].toObject();
    const support::Nearness near {1e-9, 0.0};
    QCOMPARE(static_cast<qsizetype>(evaluation->decks().size()), decks.size());
    for (std::size_t d = 0; d < evaluation->decks().size(); ++d) {
        const QString id = QString::fromStdString(evaluation->project().priceDecks[d].id);
        QVERIFY2(near.holds(evaluation->decks()[d].npv, decks[id].toDouble()), qPrintable(id));
    }
    QVERIFY(near.holds(evaluation->expectedNpv(), results[u"expected_npv"].toDouble()));
}

void TestEvaluation::theDefaultProjectAgreesWithThePlainCalculation()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const std::vector<std::string> found =
        support::differences(*evaluation, support::straightCalculation(evaluation->project()));
    for (const std::string& difference : found)
        qWarning("%s", difference.c_str());
    QVERIFY(found.empty());
}

// A deck's figures, which are computed together, are those of the project with that deck chosen.
void TestEvaluation::eachDeckIsTheProjectOnThatDeck()
{
    Project project = defaultProject();
    const SharedEvaluation together = evaluate(project);
    QVERIFY(together);
    for (std::size_t d = 0; d < project.priceDecks.size(); ++d) {
        project.activeDeck = project.priceDecks[d].id;
        const SharedEvaluation alone = evaluate(project);
        QVERIFY(alone);
        const DeckResult& deck = together->decks()[d];
        const CaseMetrics& metrics = alone->metrics(PlantCase::project);
        const support::Nearness near {1e-12, smallestMoney};
        QVERIFY(near.holds(deck.npv, *metrics[Metric::npv]));
        QCOMPARE(deck.irr.has_value(), metrics[Metric::irr].has_value());
        if (deck.irr)
            QVERIFY((support::Nearness {1e-12, 0.0}.holds(*deck.irr, *metrics[Metric::irr])));
        const std::vector<double> cumulative =
            alone->byYear(alone->rows().project.cumulativeFreeCashFlow);
        QCOMPARE(deck.cumulativeFreeCashFlow.size(), cumulative.size());
        for (std::size_t y = 0; y < cumulative.size(); ++y)
            QVERIFY(near.holds(deck.cumulativeFreeCashFlow[y], cumulative[y]));
    }
}

void TestEvaluation::aRowHasNoFigureOutsideItsYears()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const Row revenue = evaluation->rows().revenue.revenue;
    QVERIFY(*evaluation->figure(revenue, 2030) > 0.0);
    QCOMPARE(
        evaluation->figure(revenue, evaluation->years().first - 1), std::optional<double>(0.0));
    QCOMPARE(evaluation->figure(revenue, evaluation->years().last + 1), std::optional<double>(0.0));
    // Depreciation before the start and the cover ratio after the last repayment.
    QCOMPARE(evaluation->figure(evaluation->rows().project.depreciation, 2025),
        std::optional<double>(0.0));
    QVERIFY(!evaluation->figure(evaluation->rows().project.dscr, 2045));
}

QTEST_APPLESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
