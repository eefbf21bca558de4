#pragma once

#include "core/analysis/Spider.h"
#include "core/project/Project.h"

#include <string>

namespace core {

// {metric, factors: [], lines: [{input, values: []}]}, null where there is no figure.
std::string spiderJson(const Spider& spider);

std::string spiderText(const Spider& spider, const Project& project);

}
