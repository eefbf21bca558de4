#pragma once

#include "core/analysis/GoalSeek.h"
#include "core/project/Project.h"

#include <string>

namespace core {

// {input, metric, target, solutions: []}
std::string goalSeekJson(const GoalSeek& goal);

// Sentences: the value that is needed, that there are several, or that there is none and what the
// figure is at both ends.
std::string goalSeekText(const GoalSeek& goal, const Project& project);

}
