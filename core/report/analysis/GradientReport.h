#pragma once

#include "core/analysis/Gradient.h"
#include "core/project/Project.h"

#include <string>

namespace core {

// {metric, value, gradient: {input: derivative}}
std::string gradientJson(const Gradient& gradient);

// A table of the inputs that the figure depends on, those first of which one per cent does most.
std::string gradientText(const Gradient& gradient, const Project& project);

}
