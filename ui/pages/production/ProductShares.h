#pragma once

#include "core/project/Project.h"

#include <optional>
#include <string>
#include <vector>

// The parts of production that are sold as each product. They have to add to 1 in every year.
namespace ui {

double sumOfShares(const core::Project& project, int year);

// Those of the timeline in which the shares do not add to 1.
std::vector<int> yearsOfWrongShares(const core::Project& project);

// One product has in every year what the others leave. Nothing when they leave no share that it
// could have.
std::optional<core::Project> withRestOfShares(core::Project project, const std::string& product);

}
