#include "ui/pages/production/ProductShares.h"

#include "core/project/Registry.h"
#include "core/project/Rules.h"
#include "ui/document/ProjectLists.h"
#include "ui/document/ProjectYears.h"
#include "ui/pages/Shares.h"

namespace ui {

double sumOfShares(const core::Project& project, int year)
{
    double sum = 0.0;
    for (const core::Product& product : project.products)
        sum += product.share.at(year);
    return sum;
}

std::vector<int> yearsOfWrongShares(const core::Project& project)
{
    const core::YearSpan timeline = yearsOfTimeline(project);
    std::vector<int> years;
    for (int year = timeline.first; year <= timeline.last; ++year)
        if (!core::isOne(sumOfShares(project, year)))
            years.push_back(year);
    return years;
}

// Shares are linear between their points, and so is what they leave between the points of all.
std::optional<core::Project> withRestOfShares(core::Project project, const std::string& product)
{
    core::Series others;
    for (const core::Product& one : project.products)
        if (one.id != product)
            others = core::sumOf(others, one.share);
    const std::string id = pathOf(ProjectList::products, product) + ".share";
    core::InputValue rest = restOf(others.at(project.timeline.firstYear));
    if (!others.isConstant()) {
        core::Series::Points points;
        for (const auto& [year, share] : others.points())
            points[year] = restOf(share);
        rest = std::move(points);
    }
    if (!core::setValue(project, id, rest))
        return std::nullopt;
    return project;
}

}
