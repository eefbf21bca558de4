#pragma once

#include "core/analysis/TwoWayTable.h"
#include "core/project/Project.h"

#include <string>

namespace core {

// {x: {input, values}, y: {input, values}, values: [[]]}: a row for each value of y, null where
// there is no figure.
std::string twoWayJson(const TwoWayTable& table);

std::string twoWayText(const TwoWayTable& table, const Project& project);

}
