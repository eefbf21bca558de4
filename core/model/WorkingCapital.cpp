#include "core/model/ModelBuilder.h"

// Chapter 7: money tied up in receivables, stock and value-added tax.
namespace core {

void ModelBuilder::buildWorkingCapital(PlantCase plant)
{
    m_sheet.beginChapter("Working capital");
    CaseRows& rows = of(plant);
    const WorkingCapital& terms = m_project.workingCapital;
    const Expression daysOfYear = number(365.0, Unit(Unit::day));
    rows.workingCapital = row(plant, "nwc", "Net working capital", Unit(Unit::usd),
        m_rows.timeline.isBeforeLastYear *
            (m_rows.revenue.revenue * in(terms.receivableDays) / daysOfYear +
                rows.operatingCosts * (in(terms.inventoryDays) - in(terms.payableDays)) /
                    daysOfYear +
                in(terms.vatRate) * in(terms.vatableShare) * (rows.operatingCosts + rows.capex) *
                    in(terms.vatRefundDays) / daysOfYear));
    rows.changeInWorkingCapital = row(plant, "change_in_nwc", "Change in working capital",
        Unit(Unit::usd), rows.workingCapital - previous(rows.workingCapital));
}

}
