#pragma once

#include "core/project/Project.h"

#include <string>
#include <string_view>

// What a project says elsewhere about an element of a list: overrides of scenarios, settings of
// analyses, evidence and notes, each by the path of the element or of something in it.
namespace ui {

// Drops all of it, for a path such as "cost_lines.labour", so that none of it names nothing.
void forgetPath(core::Project&, const std::string& path);

// Makes an input certain: drops its distribution and its correlations.
void forgetUncertainty(core::Project&, const std::string& input);

// Evidence and notes of one element for its copy. Scenarios and analyses stay with the original.
void copyRemarks(core::Project&, const std::string& from, const std::string& to);

// Drops overrides that choose this id for an input whose path ends so: (".premium_over", "ga4n").
void dropChoices(core::Project&, std::string_view pathEnd, const std::string& id);

}
