#include "core/analysis/Scenarios.h"

#include "core/project/NearestName.h"
#include "core/project/Registry.h"
#include "core/project/Rules.h"

#include <algorithm>
#include <set>
#include <utility>

namespace core {

namespace {

constexpr std::string_view deckInput = "active_deck";

}

Result<Project> withScenario(const Project& plan, const Scenario& scenario)
{
    Project project = plan;
    const std::string where = "scenarios." + scenario.id;
    ProblemList problems;
    const auto set = [&](std::string_view input, const InputValue& value,
                         const std::string& place) {
        if (const Status status = setValue(project, input, value); !status)
            problems.add(place, status.error().problems.front().message);
    };
    for (const auto& [input, value] : scenario.overrides)
        set(input, value, where + ".overrides." + input);
    if (scenario.deck)
        set(deckInput, *scenario.deck, where + ".deck");
    if (problems.isEmpty()) {
        ProblemList broken;
        checkInputRules(project, {}, broken);
        for (const Problem& problem : std::move(broken).take())
            problems.add(where + ".overrides", "with these, " + sentence(problem));
    }
    if (!problems.isEmpty())
        return Error(ErrorCode::InvalidInput, std::move(problems).take());
    return project;
}

Result<const Scenario*> findScenario(const Project& project, std::string_view id)
{
    std::vector<std::string> ids;
    std::string expected;
    for (const Scenario& scenario : project.scenarios) {
        if (scenario.id == id)
            return &scenario;
        ids.push_back(scenario.id);
        expected += (expected.empty() ? "expected one of " : ", ") + scenario.id;
    }
    return Error(ErrorCode::InvalidInput, std::string(id.substr(0, 64)),
        "is no scenario; " +
            (expected.empty() ? "the project has none" : expected + suggestion(id, ids)));
}

std::vector<ScenarioResult> scenarioResults(
    const Evaluation& plan, const std::vector<ScenarioResult>& before)
{
    std::vector<std::shared_ptr<const Model>> models {plan.sharedModel()};
    for (const ScenarioResult& result : before)
        if (result.evaluation)
            models.push_back(result.evaluation->sharedModel());
    std::vector<ScenarioResult> results;
    for (const Scenario& scenario : plan.project().scenarios) {
        ScenarioResult& result = results.emplace_back();
        result.id = scenario.id;
        result.name = scenario.name;
        result.probability = scenario.probability;
        Result<Project> project = withScenario(plan.project(), scenario);
        if (!project) {
            result.problems = project.error().problems;
            continue;
        }
        const auto model = std::find_if(models.begin(), models.end(),
            [&project](const auto& candidate) { return candidate->fits(*project); });
        Result<std::shared_ptr<const Evaluation>> evaluation =
            Evaluation::of(*std::move(project), model == models.end() ? nullptr : *model);
        if (!evaluation) {
            for (const Problem& problem : evaluation.error().problems)
                result.problems.push_back({"scenarios." + scenario.id, sentence(problem)});
            continue;
        }
        if (model == models.end())
            models.push_back((*evaluation)->sharedModel());
        result.evaluation = std::move(*evaluation);
    }
    return results;
}

bool isWeighable(Target target)
{
    const MetricDescription::Kind kind = kindOf(target);
    return kind != MetricDescription::Kind::rate && kind != MetricDescription::Kind::years;
}

std::optional<double> weighted(const std::vector<ScenarioResult>& scenarios, Target target)
{
    if (!isWeighable(target))
        return std::nullopt;
    double probability = 0.0;
    double sum = 0.0;
    for (const ScenarioResult& scenario : scenarios) {
        if (scenario.probability == 0.0)
            continue;
        const std::optional<double> figure =
            scenario.evaluation ? figureOf(*scenario.evaluation, target) : std::nullopt;
        if (!figure)
            return std::nullopt;
        probability += scenario.probability;
        sum += scenario.probability * *figure;
    }
    if (!isOne(probability))
        return std::nullopt;
    return sum;
}

std::vector<std::string> overriddenInputs(const Project& project)
{
    std::set<std::string> overridden;
    for (const Scenario& scenario : project.scenarios) {
        if (scenario.deck && *scenario.deck != project.activeDeck)
            overridden.emplace(deckInput);
        for (const auto& [input, value] : scenario.overrides)
            overridden.insert(input);
    }
    std::vector<std::string> ids;
    const auto take = [&](const std::string& id) {
        if (overridden.erase(id) > 0)
            ids.push_back(id);
    };
    take(std::string(deckInput));
    if (overridden.empty())
        return ids;
    for (const Input& input : inputsOf(project))
        take(input.id);
    ids.insert(ids.end(), overridden.begin(), overridden.end()); // what is no input any more
    return ids;
}

}
