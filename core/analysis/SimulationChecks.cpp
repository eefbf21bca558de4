#include "core/analysis/Correlations.h"
#include "core/analysis/Distributions.h"
#include "core/analysis/InputRange.h"
#include "core/analysis/Simulation.h"
#include "core/project/Evidence.h"
#include "core/project/FieldCheck.h"
#include "core/project/Registry.h"

#include <cmath>
#include <limits>

namespace core {

namespace {

std::string limitsText(const InputPosition& field, bool isFactor)
{
    const std::string what = isFactor ? "a factor" : "a number";
    if (std::abs(field.maximum) >= std::numeric_limits<double>::max())
        return what + " of at least " + numberText(field.minimum);
    return what + " from " + numberText(field.minimum) + " to " + numberText(field.maximum);
}

// The ends of a bounded distribution, and the mean of one without ends, must be values that the
// field takes. The far tails of one without ends are held at the limits and counted.
void checkLimits(const Uncertainty& uncertainty, const InputPosition& field,
    const std::string& where, Problems& problems)
{
    const DistributionShape shape(uncertainty.distribution);
    const auto check = [&](double value, const char* key) {
        if (value < field.minimum || value > field.maximum)
            problems.push_back({where + key,
                "expected " + limitsText(field, uncertainty.mode == UncertaintyMode::scale) +
                    ", as the limits of " + uncertainty.input + " are, found " +
                    numberText(value)});
    };
    const std::string& type = uncertainty.distribution.type;
    if (type == "discrete") {
        for (const DistributionShape::Point& point : shape.points())
            check(point.value, "values");
    } else if (type == "normal" || type == "lognormal") {
        check(shape.mean(), "mean");
    } else {
        check(shape.lowest(), "min");
        check(shape.highest(), "max");
    }
    if (type == "truncated_normal" && shape.family() == DistributionShape::Family::point &&
        uncertainty.distribution.parameters.at("min") <
            uncertainty.distribution.parameters.at("max") &&
        uncertainty.distribution.parameters.at("standard_deviation") > 0.0)
        problems.push_back({where + "mean",
            "lies so far outside min and max that nothing of the distribution is left; expected a "
            "mean nearer to them"});
}

std::string listText(const std::vector<Correlation>& correlations)
{
    std::string text;
    for (const Correlation& correlation : correlations)
        text += (text.empty() ? "" : ", ") + correlation.a + " with " + correlation.b + ' ' +
                numberText(correlation.rank);
    return text;
}

}

Problems checkUncertainties(const Project& project)
{
    if (!project.analysis)
        return {};
    const Analysis& analysis = *project.analysis;
    Problems problems;
    for (std::size_t i = 0; i < analysis.uncertainties.size(); ++i) {
        const Uncertainty& uncertainty = analysis.uncertainties[i];
        const std::string where = "analysis.uncertainties[" + std::to_string(i) + "].";
        if (!kindOf(project, uncertainty.input) && hasPath(project, uncertainty.input))
            continue; // of a block that this project does without
        const Result<InputPosition> field =
            positionOf(project, {uncertainty.input, uncertainty.mode});
        if (!field)
            problems.push_back({where + "input", sentence(field.error().problems.front())});
        else
            checkLimits(uncertainty, *field, where + "distribution.", problems);
    }
    if (const std::vector<Correlation> conflict = conflicting(analysis); !conflict.empty())
        problems.push_back({"analysis.correlations",
            "expected correlations that inputs can have together, found " + listText(conflict) +
                "; the nearest possible are " + listText(nearestPossible(analysis))});
    return problems;
}

std::vector<Uncertainty> uncertaintiesFromEvidence(const Project& project)
{
    std::vector<Uncertainty> uncertainties;
    RangeChoice choice;
    choice.source = RangeChoice::Source::evidence;
    for (const Input& input : inputsOf(project)) {
        if (!rangeFromEvidence(project, input.id))
            continue;
        const Result<InputRange> range = rangeOf(project, input.id, choice);
        if (!range || !(range->low < range->high))
            continue;
        Uncertainty uncertainty {range->input.id, range->input.mode, {}};
        uncertainty.distribution.type = "pert";
        uncertainty.distribution.parameters = {
            {"min", range->low}, {"mode", range->base}, {"max", range->high}};
        uncertainties.push_back(std::move(uncertainty));
    }
    return uncertainties;
}

}
