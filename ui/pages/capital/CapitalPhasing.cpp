#include "ui/pages/capital/CapitalPhasing.h"

#include "core/project/FieldCheck.h"
#include "core/project/Registry.h"
#include "core/project/Rules.h"
#include "ui/document/ProjectLists.h"
#include "ui/document/ProjectYears.h"
#include "ui/pages/Shares.h"

#include <algorithm>
#include <utility>

namespace ui {

double capitalOf(const core::Project& project, const core::CapitalItem& item, CapitalCase which)
{
    const double stated = which == CapitalCase::project ? item.amount : item.standaloneAmount;
    const double amount = stated * (1.0 + item.contingency);
    if (item.currency == core::Currency::usd)
        return amount;
    return amount / (project.macro.exchangeRate.kztPerUsd * project.levers.fx);
}

double capitalOf(const core::Project& project, CapitalCase which)
{
    double sum = 0.0;
    for (const core::CapitalItem& item : project.capital.items)
        sum += capitalOf(project, item, which);
    return sum;
}

double capitalInYear(const core::Project& project, int year)
{
    double sum = 0.0;
    for (const core::CapitalItem& item : project.capital.items)
        if (const auto share = item.phasing.find(year); share != item.phasing.end())
            sum += share->second * capitalOf(project, item, CapitalCase::project);
    return sum;
}

double phasedShare(const core::CapitalItem& item)
{
    double sum = 0.0;
    for (const auto& [year, share] : item.phasing)
        sum += share;
    return sum;
}

std::optional<core::YearSpan> yearsOfSpending(const core::Project& project)
{
    std::optional<core::YearSpan> span;
    for (const core::CapitalItem& item : project.capital.items)
        for (const auto& [year, share] : item.phasing) {
            if (share == 0.0)
                continue;
            span = span ? core::YearSpan {std::min(span->first, year), std::max(span->last, year)}
                        : core::YearSpan {year, year};
        }
    return span;
}

// No years that a phasing cannot have, also when the document has them.
core::YearSpan yearsToPhase(const core::Project& project)
{
    const core::YearSpan timeline = yearsOfTimeline(project);
    core::YearSpan years {timeline.first, timeline.first};
    for (const core::CapitalItem& item : project.capital.items)
        for (const auto& [year, share] : item.phasing) {
            if (year < core::firstYearOfSeries || year > core::lastYearOfSeries)
                continue;
            if (!timeline.contains(year))
                years = {std::min(years.first, year), std::max(years.last, year)};
            else if (share != 0.0)
                years.last = std::max(years.last, std::min(year + 1, timeline.last));
        }
    return years;
}

std::vector<PhasingProblem> phasingProblems(const core::Project& project)
{
    const core::YearSpan timeline = yearsOfTimeline(project);
    std::vector<PhasingProblem> problems;
    for (const core::CapitalItem& item : project.capital.items) {
        PhasingProblem problem {&item, restOf(phasedShare(item)), {}};
        for (const auto& [year, share] : item.phasing)
            if (!timeline.contains(year))
                problem.outsideYear = year;
        if (!core::isOne(phasedShare(item)) || problem.outsideYear)
            problems.push_back(problem);
    }
    return problems;
}

std::optional<RestOfPhasing> withRestPhased(core::Project project, const std::string& itemId)
{
    const auto& items = project.capital.items;
    const auto item = std::find_if(
        items.begin(), items.end(), [&](const core::CapitalItem& one) { return one.id == itemId; });
    if (item == items.end())
        return std::nullopt;
    const core::YearSpan timeline = yearsOfTimeline(project);
    int year = timeline.first;
    for (const auto& [spent, share] : item->phasing)
        if (timeline.contains(spent))
            year = std::max(year, spent);
    core::Phasing phasing = item->phasing;
    phasing[year] = restOf(phasedShare(*item) - phasing[year]);
    const std::string id = pathOf(ProjectList::capitalItems, itemId) + ".phasing";
    if (!core::setValue(project, id, core::InputValue(std::move(phasing))))
        return std::nullopt;
    return RestOfPhasing {std::move(project), year};
}

}
