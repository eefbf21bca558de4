#include "ui/document/Uncertainties.h"

#include "core/analysis/Correlations.h"
#include "core/analysis/Distributions.h"
#include "core/analysis/InputRange.h"
#include "core/project/DistributionRules.h"
#include "core/project/Registry.h"
#include "core/report/figure/PositionText.h"
#include "ui/document/ListPaths.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace ui {

namespace {

using core::Distribution;
using core::Project;
using core::Uncertainty;
using core::UncertaintyMode;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Uncertainties)
};

constexpr double nearlyNone = 0.01; // of the probability, beyond the ends of a bounded family

core::Error refusal(const std::string& input, const QString& sentence)
{
    return core::Error(core::ErrorCode::InvalidInput, input, sentence.toStdString());
}

Uncertainty* find(Project& project, const std::string& input)
{
    return const_cast<Uncertainty*>(uncertaintyOf(project, input));
}

// Keeps the change when the distribution is one then.
core::Result<Project> changed(
    Project project, const std::string& input, const std::function<void(Distribution&)>& change)
{
    Uncertainty* const uncertainty = find(project, input);
    if (!uncertainty)
        return refusal(input, Texts::tr("The input is not uncertain."));
    change(uncertainty->distribution);
    core::ProblemList problems;
    core::checkDistribution(uncertainty->distribution, {}, problems);
    if (core::Problems found = std::move(problems).take(); !found.empty()) {
        std::string sentence = found.front().message;
        sentence.front() = static_cast<char>(std::toupper(sentence.front()));
        return core::Error(core::ErrorCode::InvalidInput, input, sentence + ".");
    }
    return project;
}

// Without the noise of converting.
double rounded(double number)
{
    if (number == 0.0 || !std::isfinite(number))
        return number;
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(number))) - 3.0);
    return unit < 1.0 ? std::round(number / unit) / std::round(1.0 / unit)
                      : std::round(number / unit) * unit;
}

double parameterOr(const Distribution& distribution, const char* name, double otherwise)
{
    const auto found = distribution.parameters.find(name);
    return found == distribution.parameters.end() ? otherwise : found->second;
}

// `before` obeys all rules.
Distribution converted(const Distribution& before, const std::string& type)
{
    const core::DistributionShape shape(before);
    const double mean = shape.mean();
    const auto end = [&](double bound, double probability) {
        return std::isfinite(bound) ? bound : rounded(shape.quantile(probability));
    };
    const double low = end(shape.lowest(), nearlyNone);
    const double high = end(shape.highest(), 1.0 - nearlyNone);
    Distribution after;
    after.type = type;
    for (const std::string& name : parametersOf(type)) {
        double value = rounded(mean);
        if (name == "min")
            value = low;
        else if (name == "max")
            value = high;
        else if (name == "mode")
            value = std::clamp(parameterOr(before, "mode", rounded(mean)), low, high);
        else if (name == "standard_deviation")
            value = rounded(shape.standardDeviation());
        after.parameters[name] = value;
    }
    if (type == "discrete") {
        // Three points that keep the mean and the variance of most shapes.
        after.values = {rounded(shape.quantile(0.1)), rounded(shape.quantile(0.5)),
            rounded(shape.quantile(0.9))};
        after.probabilities = {0.3, 0.4, 0.3};
    }
    return after;
}

void scaleBy(Distribution& distribution, double factor)
{
    for (auto& [name, value] : distribution.parameters)
        value = rounded(value * factor);
    for (double& value : distribution.values)
        value = rounded(value * factor);
}

bool joins(const core::Correlation& correlation, const std::string& a, const std::string& b)
{
    return (correlation.a == a && correlation.b == b) || (correlation.a == b && correlation.b == a);
}

}

const Uncertainty* uncertaintyOf(const Project& project, const std::string& input)
{
    if (project.analysis)
        for (const Uncertainty& uncertainty : project.analysis->uncertainties)
            if (uncertainty.input == input)
                return &uncertainty;
    return nullptr;
}

core::Analysis& analysisOf(Project& project)
{
    if (!project.analysis)
        project.analysis.emplace();
    return *project.analysis;
}

const core::Analysis& analysisOf(const Project& project)
{
    static const core::Analysis usual;
    return project.analysis ? *project.analysis : usual;
}

bool isAnythingUncertain(const Project& project)
{
    const core::Analysis& analysis = analysisOf(project);
    return !analysis.uncertainties.empty() || analysis.drawDeck || analysis.priceProcess;
}

QString uncertainName(const Project& project, const std::string& input)
{
    for (const core::Input& known : core::inputsOf(project))
        if (known.id == input)
            return QString::fromStdString(core::english(core::nameInAnalyses(known)));
    return QString::fromStdString(input);
}

const std::vector<std::string>& parametersOf(std::string_view type)
{
    static const std::vector<std::string> ends {"min", "max"};
    static const std::vector<std::string> peaked {"min", "mode", "max"};
    static const std::vector<std::string> around {"mean", "standard_deviation"};
    static const std::vector<std::string> cut {"mean", "standard_deviation", "min", "max"};
    static const std::vector<std::string> none;
    if (type == "uniform")
        return ends;
    if (type == "triangular" || type == "pert")
        return peaked;
    if (type == "normal" || type == "lognormal")
        return around;
    return type == "truncated_normal" ? cut : none;
}

core::Result<Project> withUncertainty(Project project, const std::string& input)
{
    if (uncertaintyOf(project, input))
        return project;
    const auto range = core::rangeOf(project, input, {core::RangeChoice::Source::evidence});
    if (!range)
        return range.error();
    const auto [low, high] = std::minmax(range->low, range->high);
    Distribution distribution;
    distribution.type = "pert";
    distribution.parameters = {{"min", std::min(low, range->base)}, {"mode", range->base},
        {"max", std::max(high, range->base)}};
    analysisOf(project).uncertainties.push_back(
        {input, range->input.mode, std::move(distribution)});
    return project;
}

Project withoutUncertainty(Project project, const std::string& input)
{
    forgetUncertainty(project, input);
    return project;
}

core::Result<Project> withDistributionType(
    Project project, const std::string& input, const std::string& type)
{
    const auto fresh = withUncertainty(withoutUncertainty(project, input), input);
    return changed(std::move(project), input, [&](Distribution& distribution) {
        if (distribution.type == type)
            return;
        // What breaks a rule has no shape to be kept.
        if (!core::shapeOf(distribution) && fresh)
            distribution = uncertaintyOf(*fresh, input)->distribution;
        if (core::shapeOf(distribution))
            distribution = converted(distribution, type);
    });
}

core::Result<Project> withUncertaintyMode(
    Project project, const std::string& input, UncertaintyMode mode)
{
    const Uncertainty* const before = uncertaintyOf(project, input);
    if (!before || before->mode == mode)
        return project;
    const auto value = core::valueOf(project, input);
    const auto* number = value ? std::get_if<double>(&*value) : nullptr;
    if (!number)
        return refusal(input, Texts::tr("It has a value for every year, so only the plan as a "
                                        "whole can be scaled."));
    if (*number == 0.0)
        return refusal(input, Texts::tr("The plan is 0, and no factor changes that."));
    const double factor = mode == UncertaintyMode::scale ? 1.0 / *number : *number;
    find(project, input)->mode = mode;
    return changed(std::move(project), input,
        [&](Distribution& distribution) { scaleBy(distribution, factor); });
}

core::Result<Project> withParameter(
    Project project, const std::string& input, const std::string& parameter, double value)
{
    return changed(std::move(project), input,
        [&](Distribution& distribution) { distribution.parameters[parameter] = value; });
}

core::Result<Project> withDiscreteValue(
    Project project, const std::string& input, int place, double value)
{
    return changed(std::move(project), input, [&](Distribution& distribution) {
        distribution.values.at(static_cast<std::size_t>(place - 1)) = value;
    });
}

core::Result<Project> withProbability(
    Project project, const std::string& input, int place, double probability)
{
    return changed(std::move(project), input, [&](Distribution& distribution) {
        std::vector<double>& all = distribution.probabilities;
        all.resize(distribution.values.size()); // of a project with errors there may be fewer
        const auto changedPlace = static_cast<std::size_t>(place - 1);
        const double others = 1.0 - all.at(changedPlace);
        const double left = 1.0 - probability;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i == changedPlace)
                all[i] = all.size() == 1 ? 1.0 : probability;
            else
                all[i] = std::min(1.0, others > 0.0 ? all[i] / others * left
                                                    : left / static_cast<double>(all.size() - 1));
        }
    });
}

Project withValueAdded(Project project, const std::string& input)
{
    Uncertainty* const uncertainty = find(project, input);
    if (!uncertainty)
        return project;
    const auto position = core::positionOf(project, {input, uncertainty->mode});
    std::vector<double>& values = uncertainty->distribution.values;
    std::vector<double>& probabilities = uncertainty->distribution.probabilities;
    probabilities.resize(values.size());
    probabilities.push_back(values.empty() ? 1.0 : 0.0);
    values.push_back(!values.empty() ? values.back() : position ? position->base : 0.0);
    return project;
}

Project withValueRemoved(Project project, const std::string& input, int place)
{
    Uncertainty* const uncertainty = find(project, input);
    if (!uncertainty || uncertainty->distribution.values.size() < 2)
        return project;
    core::Result<Project> emptied = withProbability(project, input, place, 0.0);
    if (!emptied)
        return project;
    Distribution& distribution = find(*emptied, input)->distribution;
    distribution.values.erase(distribution.values.begin() + place - 1);
    distribution.probabilities.erase(distribution.probabilities.begin() + place - 1);
    return *std::move(emptied);
}

double correlationOf(const Project& project, const std::string& a, const std::string& b)
{
    for (const core::Correlation& correlation : analysisOf(project).correlations)
        if (joins(correlation, a, b))
            return correlation.rank;
    return a == b ? 1.0 : 0.0;
}

Project withCorrelation(Project project, const std::string& a, const std::string& b, double rank)
{
    std::vector<core::Correlation>& all = analysisOf(project).correlations;
    const auto found = std::find_if(all.begin(), all.end(),
        [&](const core::Correlation& correlation) { return joins(correlation, a, b); });
    if (found == all.end()) {
        if (rank != 0.0)
            all.push_back({a, b, rank});
    } else if (rank == 0.0) {
        all.erase(found);
    } else {
        found->rank = rank;
    }
    return project;
}

Project withPossibleCorrelations(Project project)
{
    if (project.analysis)
        project.analysis->correlations = core::nearestPossible(*project.analysis);
    return project;
}

}
