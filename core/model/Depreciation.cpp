#include "core/model/ModelBuilder.h"

// Chapter 8, first part: tax depreciation by asset class, and the property tax on book values.
namespace core {

namespace {

const Unit usd(Unit::usd);

}

int ModelBuilder::assetClassIndex(const std::string& id) const
{
    const std::vector<AssetClass>& classes = m_project.tax.assetClasses;
    for (std::size_t c = 0; c < classes.size(); ++c)
        if (classes[c].id == id)
            return static_cast<int>(c);
    return -1;
}

// Depreciation of an operating year by the method of the class; `book` is the opening balance with
// the year's additions.
Expression ModelBuilder::depreciationOf(
    const AssetClass& assetClass, Expression book, Row additions, Row production, Row remaining)
{
    switch (assetClass.method) {
    case DepreciationMethod::straightLine: {
        const int years = *assetClass.years;
        return minimum(
            windowTotal(additions, years, WindowWeights::equal) / static_cast<double>(years), book);
    }
    case DepreciationMethod::sumOfYears: {
        const int years = *assetClass.years;
        const double sumOfDigits = years * (years + 1) / 2.0;
        return minimum(windowTotal(additions, years, WindowWeights::falling) / sumOfDigits, book);
    }
    case DepreciationMethod::decliningBalance:
        return in(*assetClass.rate) * book;
    case DepreciationMethod::unitsOfProduction:
        return where(isPositive(remaining), book * production / remaining, 0.0);
    case DepreciationMethod::immediate:
        break;
    }
    return book;
}

void ModelBuilder::buildDepreciation(PlantCase plant)
{
    m_sheet.beginChapter("Depreciation");
    CaseRows& rows = of(plant);
    const TimelineRows& timeline = m_rows.timeline;
    const Row production = m_rows.revenue.production;
    if (!m_sheet.findRow("remaining_production")) {
        const Row remaining = m_sheet.declareRow(
            {"remaining_production", "Production of this and later years", Unit(Unit::kilogram)});
        m_sheet.define(remaining, production + next(remaining));
    }
    const Row remaining = m_sheet.rowAt(*m_sheet.findRow("remaining_production"));

    std::vector<Expression> propertyBases;
    for (const AssetClass& assetClass : m_project.tax.assetClasses) {
        const std::string& id = assetClass.id;
        std::vector<Expression> spent;
        for (std::size_t j = 0; j < m_project.capital.items.size(); ++j)
            if (m_project.capital.items[j].assetClass == id)
                spent.push_back(rows.itemCapex[j]);
        if (m_project.capital.sustainingAssetClass == id)
            spent.push_back(rows.sustaining);
        const Row spending = row(plant, "spending." + id, "Spending on " + assetClass.name, usd,
            sum(m_sheet, usd, spent));
        const Row spentSoFar =
            declare(plant, "spent_so_far." + id, "Spent so far on " + assetClass.name, usd);
        m_sheet.define(spentSoFar, previous(spentSoFar) + spending);
        const Row additions = row(plant, "additions." + id, "Additions to " + assetClass.name, usd,
            where(timeline.isStart, spentSoFar, timeline.isStarted * spending));

        const Row closing =
            declare(plant, "book_value." + id, "Closing balance of " + assetClass.name, usd);
        const Row book = row(plant, "depreciable." + id,
            "Depreciable balance of " + assetClass.name, usd, previous(closing) + additions);
        const Expression byMethod = timeline.isOperating * depreciationOf(assetClass, book,
                                                               additions, production, remaining);
        const Row depreciation =
            row(plant, "depreciation." + id, "Depreciation of " + assetClass.name, usd,
                m_project.tax.writeOffAtEnd ? where(timeline.isLastOperating, book, byMethod)
                                            : byMethod);
        m_sheet.define(closing, book - depreciation);

        rows.additions.push_back(additions);
        rows.depreciations.push_back(depreciation);
        rows.bookValues.push_back(closing);
        if (assetClass.property)
            propertyBases.push_back(book);
    }
    rows.depreciation =
        row(plant, "depreciation", "Depreciation", usd, sumOf(usd, rows.depreciations));
    rows.propertyTax = row(plant, "property_tax", "Property tax", usd,
        timeline.isOperating * in(m_project.tax.propertyTaxRate) *
            sum(m_sheet, usd, propertyBases));
}

}
