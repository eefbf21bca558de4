#include "core/model/ModelBuilder.h"

// Chapter 4, first part: what the refinery's liquor can give, and what is produced of it.
namespace core {

void ModelBuilder::buildProduction()
{
    m_sheet.beginChapter("Production");
    const Production& production = m_project.production;
    RevenueRows& rows = m_rows.revenue;

    Expression output =
        in(production.nameplateKgPerYear) * in(production.rampUp) * in(production.utilisation);
    if (m_project.resource) {
        const Resource& resource = *m_project.resource;
        const Expression gramsPerKilogram = number(1000.0, Unit(Unit::gram) / Unit(Unit::kilogram));
        rows.potential =
            m_sheet.addFigure({"potential", "Potential of the liquor", Unit(Unit::kilogram)},
                in(resource.aluminaTonnesPerYear) * in(resource.galliumGramsPerTonneAlumina) /
                    gramsPerKilogram * in(resource.recovery) * in(resource.refiningYield));
        output = minimum(output, rows.potential);
    }
    rows.production = row("production", "Production", Unit(Unit::kilogram),
        m_rows.timeline.isOperating * output * in(m_project.levers.production));
}

}
