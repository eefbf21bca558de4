#include "core/model/ModelBuilder.h"

// Chapter 6: capital, sustaining capital, closure and salvage.
namespace core {

namespace {

const Unit usd(Unit::usd);

}

void ModelBuilder::buildCapital(PlantCase plant)
{
    m_sheet.beginChapter("Capital");
    CaseRows& rows = of(plant);
    const Capital& capital = m_project.capital;
    const bool isProject = plant == PlantCase::project;
    const Expression capexLever = in(m_project.levers.capex);
    const Expression usdIndex = m_rows.macro.usdIndex;
    const Expression fxOfBaseYear =
        in(m_project.macro.exchangeRate.kztPerUsd) * in(m_project.levers.fx);

    std::vector<Expression> baseAmounts;
    for (const CapitalItem& item : capital.items) {
        const Expression amount =
            in(isProject ? item.amount : item.standaloneAmount) * (1.0 + in(item.contingency));
        rows.itemCapex.push_back(row(plant, "capital.items." + item.id, item.name, usd,
            in(item.phasing) * inUsd(amount, item.currency, item.terms) * capexLever));
        baseAmounts.push_back(item.currency == Currency::kzt ? amount / fxOfBaseYear : amount);
    }
    rows.capex = row(plant, "capex", "Initial capital", usd, sumOf(usd, rows.itemCapex));
    rows.baseCapex = figure(
        plant, "base_capex", "Base capital", usd, sum(m_sheet, usd, baseAmounts) * capexLever);

    const Row isSustaining =
        isProject
            ? data("is_sustaining", "Year with sustaining capital", m_years,
                  [&](int year) {
                      const Timeline& timeline = m_project.timeline;
                      return timeline.isOperating(year) &&
                             timeline.operatingYear(year) >= capital.sustainingFromOperatingYear;
                  })
            : m_sheet.rowAt(*m_sheet.findRow("is_sustaining"));
    rows.sustaining = row(plant, "sustaining", "Sustaining capital", usd,
        isSustaining * in(capital.sustainingRate) * rows.baseCapex * usdIndex);
    rows.closure = row(plant, "closure", "Closure", usd,
        m_rows.timeline.closureShare *
            in(isProject ? capital.closureAmount : capital.standaloneClosureAmount) * usdIndex);
    rows.salvage = row(plant, "salvage", "Salvage", usd,
        m_rows.timeline.isLastOperating * in(capital.salvageRate) * rows.baseCapex * usdIndex);
}

}
