#include "core/model/ModelBuilder.h"

// Chapter 1: which years there are, and what they are.
namespace core {

void ModelBuilder::buildTimeline()
{
    m_sheet.beginChapter("Timeline");
    const Timeline& timeline = m_project.timeline;
    TimelineRows& rows = m_rows.timeline;
    rows.isOperating = data("is_operating", "Operating year", m_years,
        [&](int year) { return timeline.isOperating(year); });
    rows.isStarted = data("is_started", "Operations have started", m_years,
        [&](int year) { return year >= timeline.startOfOperations; });
    rows.isStart = data("is_start", "First operating year", m_years,
        [&](int year) { return year == timeline.startOfOperations; });
    rows.isLastOperating = data("is_last_operating", "Last operating year", m_years,
        [&](int year) { return year == timeline.lastOperatingYear(); });
    rows.isBeforeLastYear = data("is_before_last_year", "Before the last year", m_years,
        [&](int year) { return year < timeline.lastYear(); });
    rows.closureShare =
        data("closure_share", "Share of closure cost in the year", m_years, [&](int year) {
            if (timeline.closureYears == 0)
                return year == timeline.lastOperatingYear() ? 1.0 : 0.0;
            return year > timeline.lastOperatingYear() ? 1.0 / timeline.closureYears : 0.0;
        });
}

}
