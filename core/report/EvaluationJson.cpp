#include "core/report/EvaluationJson.h"

#include <algorithm>

namespace core {

namespace {

Json linesOf(const Evaluation& evaluation, Row ResultLine::*plant)
{
    Json lines = Json::object();
    for (const ResultLine& line : evaluation.rows().lines) {
        Json& figures = lines[line.name] = Json::array();
        for (const double figure : evaluation.byYear(line.*plant))
            figures.push_back(jsonNumber(figure));
    }
    return lines;
}

Json savingsByLine(const Evaluation& evaluation)
{
    const Project& project = evaluation.project();
    const SavingsRows& rows = evaluation.rows().savings;
    const std::vector<CapitalItem>& items = project.capital.items;
    Json values = Json::object();
    for (std::size_t i = 0; i < project.costLines.size(); ++i) {
        const std::string& id = project.costLines[i].id;
        const bool isItemToo = std::any_of(
            items.begin(), items.end(), [&](const CapitalItem& item) { return item.id == id; });
        values[isItemToo ? "cost_lines." + id : id] =
            jsonNumber(evaluation.figure(rows.costLineValues[i]));
    }
    for (std::size_t j = 0; j < items.size(); ++j)
        values[items[j].id] = jsonNumber(evaluation.figure(rows.itemValues[j]));
    return values;
}

}

Json metricsJson(const CaseMetrics& metrics)
{
    Json result = Json::object();
    for (std::size_t i = 0; i < metricCount; ++i) {
        const auto metric = static_cast<Metric>(i);
        result[std::string(descriptionOf(metric).name)] = jsonNumber(metrics[metric]);
        if (metric == Metric::irr)
            result["irr_roots"] = jsonNumbers(metrics.irr.roots);
    }
    return result;
}

std::string evaluationJson(const Evaluation& evaluation, const Origin& origin)
{
    Json document = Json::object();
    if (origin.revision)
        document["origin"] = originJson(origin);
    document["first_year"] = evaluation.years().first;
    Json& cases = document["cases"] = Json::object();
    const auto addCase = [&](const char* name, Row ResultLine::*plant, Json metrics) {
        cases[name]["lines"] = linesOf(evaluation, plant);
        cases[name]["metrics"] = std::move(metrics);
    };
    addCase("project", &ResultLine::project, metricsJson(evaluation.metrics(PlantCase::project)));
    addCase("standalone", &ResultLine::standalone,
        metricsJson(evaluation.metrics(PlantCase::standalone)));
    Json ofSavings = Json::object();
    ofSavings["npv_savings"] = jsonNumber(evaluation.npvSavings());
    addCase("savings", &ResultLine::savings, std::move(ofSavings));
    document["pv_savings_by_line"] = savingsByLine(evaluation);
    Json& decks = document["decks"] = Json::object();
    for (std::size_t d = 0; d < evaluation.decks().size(); ++d)
        decks[evaluation.project().priceDecks[d].id] = jsonNumber(evaluation.decks()[d].npv);
    document["expected_npv"] = jsonNumber(evaluation.expectedNpv());
    return jsonText(document);
}

}
