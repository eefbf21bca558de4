#pragma once

#include "core/project/Project.h"

#include <QString>

#include <string>
#include <vector>

// The groups of cost lines: their categories.
namespace ui {

// In order of appearance.
std::vector<std::string> costCategories(const core::Project& project);

// What people read; lines without a category are together, too.
QString categoryText(const std::string& category);

core::Project withCategory(
    core::Project project, const std::string& lineId, const std::string& category);

// All its lines go with it, also into a group that is there already.
core::Project withCategoryRenamed(
    core::Project project, const std::string& category, const std::string& name);

}
