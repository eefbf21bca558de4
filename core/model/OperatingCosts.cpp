#include "core/model/ModelBuilder.h"

// Chapter 5: what each cost line would cost alone, what the reuse of the refinery avoids of it,
// what the refinery charges, and the costs of the two cases.
namespace core {

namespace {

const Unit usd(Unit::usd);

}

void ModelBuilder::buildOperatingCosts()
{
    m_sheet.beginChapter("Operating costs");
    const MacroRows& macro = m_rows.macro;
    const Row isOperating = m_rows.timeline.isOperating;
    const Row production = m_rows.revenue.production;
    const Expression opexLever = in(m_project.levers.opex);
    const Row realisation = row("reuse_realisation", "Realised part of the reuse", Unit(),
        isOperating * in(m_project.reuseRealisation));

    for (const CostLine& line : m_project.costLines) {
        const bool isKzt = line.currency == Currency::kzt;
        const Unit currency(isKzt ? Unit::kzt : Unit::usd);
        const Expression kztShare = in(line.kztShare);
        const Expression localLevel = macro.kztIndex / macro.exchangeRate;
        const Row priceLevel =
            row("price_level." + line.id, line.name + ": price level in USD", usd / currency,
                isKzt ? localLevel
                      : (1.0 - kztShare) * macro.usdIndex +
                            kztShare * in(m_project.macro.exchangeRate.kztPerUsd) * localLevel);
        const Row fixedPart =
            row("fixed_cost_level." + line.id, line.name + ": part of the fixed cost due", Unit(),
                isOperating * in(line.fixedProfile));

        const Row standalone = row("standalone_costs." + line.id, line.name + ", stand-alone", usd,
            isOperating * (in(line.fixed) * fixedPart + in(line.variablePerKg) * production) *
                priceLevel * opexLever);
        m_rows.standaloneCosts.push_back(standalone);
        m_rows.avoidedCosts.push_back(
            row("avoided_costs." + line.id, line.name + ", avoided by reuse", usd,
                standalone * minimum(1.0, in(line.reuseShare) * in(m_project.levers.reuse)) *
                    realisation));
        m_rows.hostCharges.push_back(
            row("host_charges." + line.id, line.name + ", charged by the refinery", usd,
                isOperating *
                    (in(line.hostFixed) * fixedPart + in(line.hostVariablePerKg) * production) *
                    priceLevel * opexLever));
    }
    buildOperatingCosts(PlantCase::project);
    buildOperatingCosts(PlantCase::standalone);
}

void ModelBuilder::buildOperatingCosts(PlantCase plant)
{
    CaseRows& rows = of(plant);
    for (std::size_t i = 0; i < m_project.costLines.size(); ++i) {
        const CostLine& line = m_project.costLines[i];
        const Expression cost =
            plant == PlantCase::standalone
                ? Expression(m_rows.standaloneCosts[i])
                : m_rows.standaloneCosts[i] - m_rows.avoidedCosts[i] + m_rows.hostCharges[i];
        rows.costLines.push_back(row(plant, "cost_lines." + line.id, line.name, usd, cost));
    }
    rows.operatingCosts =
        row(plant, "operating_costs", "Operating costs", usd, sumOf(usd, rows.costLines));
}

}
