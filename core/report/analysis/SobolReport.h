#pragma once

#include "core/analysis/SobolIndices.h"
#include "core/project/Project.h"

#include <string>

namespace core {

// {metric, samples, trials, mean, standard_deviation, inputs: [{input, first_order, total}]}
std::string sobolJson(const ProjectSobolIndices& found);

// A table, the largest total first.
std::string sobolText(const ProjectSobolIndices& found, const Project& project);

}
