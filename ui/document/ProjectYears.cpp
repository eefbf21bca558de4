#include "ui/document/ProjectYears.h"

#include "core/project/FieldCheck.h"

#include <algorithm>
#include <cstdint>

namespace ui {

namespace {

int withinSeries(std::int64_t year)
{
    return static_cast<int>(
        std::clamp<std::int64_t>(year, core::firstYearOfSeries, core::lastYearOfSeries));
}

}

core::YearSpan yearsOfTimeline(const core::Project& project)
{
    const core::Timeline& timeline = project.timeline;
    const std::int64_t end = std::int64_t {timeline.startOfOperations} + timeline.yearsOfOperation +
                             timeline.closureYears;
    return {withinSeries(timeline.firstYear), withinSeries(end - 1)};
}

core::YearSpan yearsOfMoney(const core::Project& project)
{
    core::YearSpan years = yearsOfTimeline(project);
    for (const int year : {project.timeline.baseYear, project.timeline.valuationYear}) {
        years.first = std::min(years.first, withinSeries(year));
        years.last = std::max(years.last, withinSeries(year));
    }
    return years;
}

}
