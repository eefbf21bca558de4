#include "core/project/DistributionRules.h"

#include "core/project/Description.h"
#include "core/project/FieldCheck.h"
#include "core/project/Rules.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace core {

namespace {

class DistributionRules {
public:
    DistributionRules(
        const Distribution& distribution, const std::string& where, ProblemList& problems)
        : m_distribution(distribution)
        , m_where(where)
        , m_problems(problems)
    {
    }

    void check()
    {
        const std::string& type = m_distribution.type;
        const auto& types = distributionTypes();
        if (std::find(types.begin(), types.end(), type) == types.end())
            add("type",
                "expected " + expectedWord(types) + ", found \"" + type.substr(0, 64) + '"');
        else if (type == "discrete")
            checkDiscrete();
        else if (type == "uniform")
            checkRising({"min", "max"});
        else if (type == "triangular" || type == "pert")
            checkRising({"min", "mode", "max"});
        else
            checkAroundMean(type);
    }

private:
    void add(const std::string& key, std::string message)
    {
        m_problems.add(m_where + key, std::move(message));
    }

    // A parameter that this distribution needs.
    std::optional<double> parameter(const std::string& key)
    {
        const auto found = m_distribution.parameters.find(key);
        if (found != m_distribution.parameters.end())
            return found->second;
        add(key, "is missing; expected a number, since the distribution is " + m_distribution.type);
        return std::nullopt;
    }

    void checkRising(std::initializer_list<const char*> keys)
    {
        std::optional<double> before;
        for (const char* key : keys) {
            const std::optional<double> value = parameter(key);
            if (before && value && *value < *before)
                add(key,
                    "expected at least " + numberText(*before) + ", found " + numberText(*value));
            before = value ? value : before;
        }
    }

    void checkAroundMean(const std::string& type)
    {
        const std::optional<double> mean = parameter("mean");
        const std::optional<double> deviation = parameter("standard_deviation");
        if (deviation && *deviation < 0.0)
            add("standard_deviation", "expected at least 0, found " + numberText(*deviation));
        if (type == "lognormal" && mean && *mean <= 0.0)
            add("mean", "expected more than 0, found " + numberText(*mean));
        if (type == "truncated_normal")
            checkRising({"min", "max"});
    }

    void checkDiscrete()
    {
        const auto& values = m_distribution.values;
        const auto& probabilities = m_distribution.probabilities;
        if (values.empty()) {
            add("values", "expected at least one number, since the distribution is discrete");
            return;
        }
        if (probabilities.size() != values.size()) {
            add("probabilities", "expected as many as there are values (" +
                                     std::to_string(values.size()) + "), found " +
                                     std::to_string(probabilities.size()));
            return;
        }
        double sum = 0.0;
        for (const double probability : probabilities)
            sum += probability;
        if (!isOne(sum))
            add("probabilities", "expected a sum of 1, found " + sumText(sum));
    }

    const Distribution& m_distribution;
    const std::string& m_where;
    ProblemList& m_problems;
};

}

void checkDistribution(
    const Distribution& distribution, const std::string& where, ProblemList& problems)
{
    DistributionRules(distribution, where, problems).check();
}

}
