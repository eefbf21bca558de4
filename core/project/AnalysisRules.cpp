#include "core/project/Rules.h"

#include "core/project/Description.h"
#include "core/project/DistributionRules.h"
#include "core/project/FieldCheck.h"
#include "core/project/NearestName.h"
#include "core/project/Registry.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

namespace {

class AnalysisRules {
public:
    AnalysisRules(const Project& project, const BrokenSections& broken, ProblemList& problems)
        : m_project(project)
        , m_broken(broken)
        , m_problems(problems)
    {
    }

    void checkScenarios(bool isProjectSound)
    {
        double sum = 0.0;
        for (const Scenario& scenario : m_project.scenarios) {
            sum += scenario.probability;
            if (!m_problems.isFull())
                checkScenario(scenario, isProjectSound);
        }
        if (!m_project.scenarios.empty() && !isOne(sum))
            m_problems.add(
                "scenarios", "expected probabilities that sum to 1, found " + sumText(sum));
    }

    void checkAnalysis(const Analysis& analysis)
    {
        for (std::size_t i = 0; i < analysis.tornado.size(); ++i)
            checkBar(analysis.tornado[i], "analysis.tornado[" + std::to_string(i) + "].");
        std::set<std::string_view> uncertain;
        for (std::size_t i = 0; i < analysis.uncertainties.size(); ++i) {
            const Uncertainty& uncertainty = analysis.uncertainties[i];
            const std::string where = "analysis.uncertainties[" + std::to_string(i) + "].";
            checkVariable(uncertainty.input, where + "input");
            if (!uncertain.insert(uncertainty.input).second)
                m_problems.add(
                    where + "input", uncertainty.input + " is listed twice; expected it once");
            checkDistribution(uncertainty.distribution, where + "distribution.", m_problems);
        }
        std::set<std::pair<std::string_view, std::string_view>> pairs;
        for (std::size_t i = 0; i < analysis.correlations.size(); ++i) {
            const Correlation& correlation = analysis.correlations[i];
            const std::string where = "analysis.correlations[" + std::to_string(i) + "]";
            for (const auto& [key, input] :
                {std::pair(".a", correlation.a), std::pair(".b", correlation.b)})
                if (!uncertain.contains(input))
                    m_problems.add(where + key,
                        "expected one of the inputs of analysis.uncertainties, found \"" + input +
                            '"');
            const auto [first, last] =
                std::minmax({std::string_view(correlation.a), std::string_view(correlation.b)});
            if (first == last)
                m_problems.add(where, "expected two different inputs");
            else if (!pairs.emplace(first, last).second)
                m_problems.add(where, "the two inputs are listed twice; expected them once");
        }
        if (analysis.priceProcess &&
            analysis.priceProcess->type == PriceProcessType::meanReverting &&
            !analysis.priceProcess->halfLifeYears)
            m_problems.add("analysis.price_process.half_life_years",
                "is missing; expected years, since the type is mean_reverting");
    }

    // Notes and evidence may outlive what they speak of, such as a cost line that was removed: they
    // do not enter the calculation, and what somebody once wrote down is not lost.
    void checkEvidence()
    {
        const std::vector<std::string>& grades = evidenceGrades();
        for (const auto& [id, grade] : m_project.evidence) {
            if (m_problems.isFull())
                return;
            if (std::find(grades.begin(), grades.end(), grade) == grades.end())
                m_problems.add("evidence." + id,
                    "expected " + expectedWord(grades) + ", found \"" + grade.substr(0, 64) + '"');
        }
    }

private:
    std::string suggestionFor(std::string_view id)
    {
        constexpr int enough = 20; // each takes about as long as everything else together
        if (++m_suggestions > enough)
            return {};
        if (m_ids.empty())
            for (Input& input : inputsOf(m_project))
                m_ids.push_back(std::move(input.id));
        return suggestion(id, m_ids);
    }

    void checkScenario(const Scenario& scenario, bool isProjectSound)
    {
        const std::string where = "scenarios." + scenario.id;
        Project changed = m_project;
        const std::size_t before = m_problems.size();
        for (const auto& [input, value] : scenario.overrides) {
            if (m_problems.isFull())
                return;
            if (m_broken.contains(input.substr(0, input.find('.'))))
                continue;
            std::string place = where + ".overrides.";
            place += input;
            if (!kindOf(changed, input))
                m_problems.add(place, "is no input of this project" + suggestionFor(input));
            else if (const Status status = setValue(changed, input, value); !status)
                m_problems.add(place, status.error().problems.front().message);
        }
        if (!isProjectSound || m_problems.size() > before)
            return;
        ProblemList found;
        checkInputRules(changed, {}, found);
        for (const Problem& problem : std::move(found).take())
            m_problems.add(where + ".overrides", "with these, " + sentence(problem));
    }

    // An input that analyses can move.
    void checkVariable(const std::string& input, const std::string& where)
    {
        if (m_broken.contains(input.substr(0, input.find('.'))) || m_problems.isFull())
            return;
        const std::optional<InputKind> kind = kindOf(m_project, input);
        if (!m_project.resource && input.starts_with("resource.") && hasPath(m_project, input))
            return; // of a block that this project does without: kept for when it has one again
        if (!kind) {
            m_problems.add(where, "expected the id of an input, found \"" + input.substr(0, 64) +
                                      '"' + suggestionFor(input));
            return;
        }
        const bool isMovable = *kind == InputKind::number || *kind == InputKind::integer ||
                               *kind == InputKind::series || *kind == InputKind::profile;
        const Result<InputValue> value = valueOf(m_project, input);
        if (!value)
            m_problems.add(where, sentence(value.error().problems.front()));
        else if (!isMovable || std::holds_alternative<std::monostate>(*value))
            m_problems.add(where,
                "expected the id of a number, a series or a profile that has a value, found " +
                    input);
    }

    void checkBar(const TornadoRange& bar, const std::string& where)
    {
        if (bar.low.has_value() != bar.high.has_value())
            m_problems.add(where + (bar.low ? "high" : "low"),
                std::string("is missing; expected a number, since ") + (bar.low ? "low" : "high") +
                    " has one");
        else if (bar.low && *bar.low > *bar.high)
            m_problems.add(where + "high", "expected at least the low of " + numberText(*bar.low) +
                                               ", found " + numberText(*bar.high));
        checkVariable(bar.input, where + "input");
    }

    const Project& m_project;
    const BrokenSections& m_broken;
    ProblemList& m_problems;
    std::vector<std::string> m_ids;
    int m_suggestions = 0;
};

}

void checkAnalysisRules(const Project& project, const BrokenSections& broken, bool isProjectSound,
    ProblemList& problems)
{
    AnalysisRules rules(project, broken, problems);
    if (!broken.contains("scenarios"))
        rules.checkScenarios(isProjectSound);
    if (project.analysis && !broken.contains("analysis"))
        rules.checkAnalysis(*project.analysis);
    rules.checkEvidence();
}

}
