#include "core/report/analysis/ScenariosReport.h"

#include "core/project/Registry.h"
#include "core/report/EvaluationJson.h"
#include "core/report/InputValueText.h"
#include "core/report/MetricText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::array shownTargets {
    Target {Target::Kind::metric, Metric::npv},
    Target {Target::Kind::metric, Metric::irr},
    Target {Target::Kind::metric, Metric::payback},
    Target {Target::Kind::metric, Metric::breakEvenPrice},
    Target {Target::Kind::metric, Metric::cashCost},
    Target {Target::Kind::metric, Metric::peakFunding},
    Target {Target::Kind::npvSavings},
};

std::string cellOf(const Evaluation* evaluation, Target target)
{
    if (!evaluation)
        return "none";
    return target.kind == Target::Kind::metric
               ? metricText(*evaluation, PlantCase::project, target.metric)
               : figureText(target, figureOf(*evaluation, target));
}

std::string valueIn(const Project& project, const std::string& id)
{
    const std::vector<Input> inputs = inputsOf(project);
    const auto input = std::find_if(
        inputs.begin(), inputs.end(), [&id](const Input& each) { return each.id == id; });
    const Result<InputValue> value = valueOf(project, id);
    return input == inputs.end() || !value ? std::string() : inputValueText(*input, *value);
}

}

std::string scenariosJson(const std::vector<ScenarioResult>& scenarios)
{
    Json list = Json::array();
    for (const ScenarioResult& scenario : scenarios) {
        Json& entry = list.emplace_back(
            Json {{"id", scenario.id}, {"probability", jsonNumber(scenario.probability)}});
        Json& metrics = entry["metrics"] = nullptr;
        if (scenario.evaluation) {
            metrics = metricsJson(scenario.evaluation->metrics(PlantCase::project));
            metrics["npv_savings"] = jsonNumber(scenario.evaluation->npvSavings());
            metrics["expected_npv"] = jsonNumber(scenario.evaluation->expectedNpv());
        }
        for (const Problem& problem : scenario.problems)
            entry["problems"].push_back(sentence(problem));
    }
    Json expected = Json::object();
    for (const Target& target : allTargets())
        expected[std::string(nameOf(target))] = jsonNumber(weighted(scenarios, target));
    return jsonText({{"scenarios", std::move(list)}, {"expected", std::move(expected)}});
}

std::string scenariosText(const Evaluation& plan, const std::vector<ScenarioResult>& scenarios)
{
    using Alignment = TextTable::Alignment;
    constexpr int longestName = 26;
    if (scenarios.empty())
        return "The project has no scenarios.\n";
    const Project& project = plan.project();
    std::vector<TextTable::Column> heads {{"", Alignment::left}, {"Plan"}};
    std::vector<std::string> probabilities {"Probability", ""};
    double sum = 0.0;
    for (const ScenarioResult& scenario : scenarios) {
        heads.push_back({printable(scenario.name), Alignment::right, longestName});
        probabilities.push_back(exactPercentText(scenario.probability));
        sum += scenario.probability;
    }
    heads.push_back({"Weighted"});
    probabilities.push_back(exactPercentText(sum));
    TextTable table(std::move(heads));
    table.addRow(std::move(probabilities));

    table.addRule();
    for (const std::string& id : overriddenInputs(project)) {
        std::vector<std::string> row {id, printable(valueIn(project, id))};
        for (const Scenario& scenario : project.scenarios) {
            const Result<Project> changed = withScenario(project, scenario);
            const std::string value = changed ? valueIn(*changed, id) : std::string();
            row.push_back(printable(value));
        }
        table.addRow(std::move(row));
    }

    table.addRule();
    for (const Target& target : shownTargets) {
        std::vector<std::string> row {titleOf(target), cellOf(&plan, target)};
        for (const ScenarioResult& scenario : scenarios)
            row.push_back(cellOf(scenario.evaluation.get(), target));
        const std::optional<double> mean = weighted(scenarios, target);
        row.push_back(mean ? figureText(target, mean) : std::string());
        table.addRow(std::move(row));
    }
    std::string text = table.text();
    for (const ScenarioResult& scenario : scenarios)
        for (const Problem& problem : scenario.problems)
            text += '\n' + printable(sentence(problem)) + '\n';
    return text;
}

}
