#include "ui/pages/costs/CostGroups.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CostGroups)
};

}

std::vector<std::string> costCategories(const core::Project& project)
{
    std::vector<std::string> found;
    for (const core::CostLine& line : project.costLines)
        if (std::find(found.begin(), found.end(), line.category) == found.end())
            found.push_back(line.category);
    return found;
}

QString categoryText(const std::string& category)
{
    return category.empty() ? Texts::tr("Other lines") : QString::fromStdString(category);
}

core::Project withCategory(
    core::Project project, const std::string& lineId, const std::string& category)
{
    for (core::CostLine& line : project.costLines)
        if (line.id == lineId)
            line.category = category;
    return project;
}

core::Project withCategoryRenamed(
    core::Project project, const std::string& category, const std::string& name)
{
    for (core::CostLine& line : project.costLines)
        if (line.category == category)
            line.category = name;
    return project;
}

}
