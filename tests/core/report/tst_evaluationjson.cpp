#include "core/report/EvaluationJson.h"

#include "tests/core/report/ReportTest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using core::Metric;
using core::PlantCase;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keysOf(const Json& object)
{
    std::vector<std::string> keys;
    for (const auto& entry : object.items())
        keys.push_back(entry.key());
    return keys;
}

}

class TestEvaluationJson : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void hasThePartsInOrder();
    void hasEveryLineOfEveryCase();
    void hasEveryMetricOfTheTwoPlants();
    void numbersReadBackToTheSameDoubles();
    void figuresThatDoNotExistAreNull();
    void namesWhatReuseSaves();
    void namesBothWhereALineAndAnItemShareAnId();
    void weighsTheDecks();
    void survivesNamesThatAreNoUtf8();

private:
    std::shared_ptr<const core::Evaluation> m_evaluation;
    Json m_json;
};

void TestEvaluationJson::initTestCase()
{
    m_evaluation = support::evaluatedDefault();
    QVERIFY(m_evaluation);
    m_json = Json::parse(core::evaluationJson(*m_evaluation), nullptr, false);
    QVERIFY(m_json.is_object());
}

void TestEvaluationJson::hasThePartsInOrder()
{
    const std::vector<std::string> parts {
        "first_year", "cases", "pv_savings_by_line", "decks", "expected_npv"};
    QCOMPARE(keysOf(m_json), parts);
    const std::vector<std::string> cases {"project", "standalone", "savings"};
    QCOMPARE(keysOf(m_json["cases"]), cases);
    QCOMPARE(m_json["first_year"].get<int>(), m_evaluation->years().first);
    QVERIFY(m_json["first_year"].is_number_integer());
}

void TestEvaluationJson::hasEveryLineOfEveryCase()
{
    for (const char* name : {"project", "standalone", "savings"}) {
        const Json& lines = m_json["cases"][name]["lines"];
        QCOMPARE(lines.size(), m_evaluation->rows().lines.size());
        for (const core::ResultLine& line : m_evaluation->rows().lines)
            QCOMPARE(static_cast<int>(lines[line.name].size()), m_evaluation->years().count());
    }
    QVERIFY(m_json["cases"]["project"]["lines"].contains("cost_lines.labour"));
}

void TestEvaluationJson::hasEveryMetricOfTheTwoPlants()
{
    for (const char* name : {"project", "standalone"}) {
        const Json& metrics = m_json["cases"][name]["metrics"];
        QCOMPARE(metrics.size(), core::metricCount + 1); // with the roots
        for (std::size_t i = 0; i < core::metricCount; ++i)
            QVERIFY(metrics.contains(core::descriptionOf(static_cast<Metric>(i)).name));
        QVERIFY(metrics["irr_roots"].is_array());
    }
    const std::vector<std::string> ofSavings {"npv_savings"};
    QCOMPARE(keysOf(m_json["cases"]["savings"]["metrics"]), ofSavings);
}

void TestEvaluationJson::numbersReadBackToTheSameDoubles()
{
    const Json& project = m_json["cases"]["project"];
    for (const core::ResultLine& line : m_evaluation->rows().lines)
        QVERIFY(project["lines"][line.name].get<std::vector<double>>() ==
                m_evaluation->byYear(line.project));
    for (std::size_t i = 0; i < core::metricCount; ++i) {
        const Metric metric = static_cast<Metric>(i);
        const auto value = m_evaluation->metrics(PlantCase::project)[metric];
        QVERIFY(
            value && project["metrics"][core::descriptionOf(metric).name].get<double>() == *value);
    }
}

void TestEvaluationJson::figuresThatDoNotExistAreNull()
{
    const Json& metrics = m_json["cases"]["standalone"]["metrics"];
    for (const char* name : {"irr", "mirr", "payback_years"})
        QVERIFY2(metrics[name].is_null(), name);
    QVERIFY(metrics["irr_roots"].empty());
}

void TestEvaluationJson::namesWhatReuseSaves()
{
    const auto& project = m_evaluation->project();
    const Json& values = m_json["pv_savings_by_line"];
    QCOMPARE(values.size(), project.costLines.size() + project.capital.items.size());
    QVERIFY(values["labour"].get<double>() > 0.0);
}

void TestEvaluationJson::namesBothWhereALineAndAnItemShareAnId()
{
    const auto& project = m_evaluation->project();
    const auto& rows = m_evaluation->rows().savings;
    const Json& values = m_json["pv_savings_by_line"];
    const auto indexOf = [](const auto& elements) {
        return static_cast<std::size_t>(
            std::find_if(elements.begin(), elements.end(),
                [](const auto& element) { return element.id == "laboratory"; }) -
            elements.begin());
    };
    const std::size_t line = indexOf(project.costLines);
    const std::size_t item = indexOf(project.capital.items);
    QVERIFY(line < project.costLines.size() && item < project.capital.items.size());
    QCOMPARE(values["laboratory"].get<double>(), *m_evaluation->figure(rows.itemValues[item]));
    QCOMPARE(values["cost_lines.laboratory"].get<double>(),
        *m_evaluation->figure(rows.costLineValues[line]));
    QVERIFY(values["laboratory"] != values["cost_lines.laboratory"]);
}

void TestEvaluationJson::weighsTheDecks()
{
    double expected = 0.0;
    for (const core::PriceDeck& deck : m_evaluation->project().priceDecks)
        expected += deck.probability * m_json["decks"][deck.id].get<double>();
    QCOMPARE(m_json["expected_npv"].get<double>(), expected);
    QVERIFY(m_json["decks"]["consensus"] == m_json["cases"]["project"]["metrics"]["npv"]);
}

void TestEvaluationJson::survivesNamesThatAreNoUtf8()
{
    core::Project project = core::defaultProject();
    project.costLines.front().id = "baux\xff";
    const auto evaluation = support::evaluated(project);
    QVERIFY(evaluation);
    QVERIFY(Json::parse(core::evaluationJson(*evaluation), nullptr, false).is_object());
}

QTEST_APPLESS_MAIN(TestEvaluationJson)
#include "tst_evaluationjson.moc"
