#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

// The uncertain inputs of a project: their distributions, and what edits make of them. A change
// that breaks rules of distributions is refused in a sentence.
namespace ui {

// Null when the input is certain.
const core::Uncertainty* uncertaintyOf(const core::Project&, const std::string& input);

// The settings of the project's analyses, which it gets when it has none.
core::Analysis& analysisOf(core::Project&);
const core::Analysis& analysisOf(const core::Project&); // the usual ones when it has none

bool isAnythingUncertain(const core::Project&); // an input, the deck or the yearly price

// "Output", "Fixed cost, Labour"; the id of what is no input of the project.
QString uncertainName(const core::Project&, const std::string& input);

// Of a distribution, in the order of reading: "min", "mode", "max".
const std::vector<std::string>& parametersOf(std::string_view type);

// As a PERT distribution over the range from evidence, else 20 % to either side of the plan.
core::Result<core::Project> withUncertainty(core::Project, const std::string& input);
// Without its correlations, too.
core::Project withoutUncertainty(core::Project, const std::string& input);

// Another family with the same middle and about the same spread.
core::Result<core::Project> withDistributionType(
    core::Project, const std::string& input, const std::string& type);
// The same distribution as values or as factors on the plan.
core::Result<core::Project> withUncertaintyMode(
    core::Project, const std::string& input, core::UncertaintyMode);
core::Result<core::Project> withParameter(
    core::Project, const std::string& input, const std::string& parameter, double value);
// Of a discrete distribution, from 1. The other probabilities give way in proportion.
core::Result<core::Project> withDiscreteValue(
    core::Project, const std::string& input, int place, double value);
core::Result<core::Project> withProbability(
    core::Project, const std::string& input, int place, double probability);
// One more value behind the others, which nothing falls on yet; one less.
core::Project withValueAdded(core::Project, const std::string& input);
core::Project withValueRemoved(core::Project, const std::string& input, int place);

double correlationOf(const core::Project&, const std::string& a, const std::string& b);
core::Project withCorrelation(
    core::Project, const std::string& a, const std::string& b, double rank);
// The rank correlations changed to the nearest that can be.
core::Project withPossibleCorrelations(core::Project);

}
