#pragma once

#include "core/engine/Sheet.h"
#include "core/model/ModelRows.h"
#include "core/project/Project.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace core {

enum class PlantCase { project, standalone };

// Where the values of the sheet's inputs come from in a project of the same structure.
struct InputBinding {
    int sheetInput = -1;
    int field = -1; // in fieldsOf(project)
};

// Writes the model of a project into a sheet, chapter by chapter. Formulas name the fields of the
// project themselves: `in(line.fixed)` is that input, whatever its value is later.
class ModelBuilder {
public:
    ModelBuilder(const Project& project, Sheet& sheet);

    void build();

    const ModelRows& rows() const { return m_rows; }
    const std::vector<InputBinding>& bindings() const { return m_bindings; }
    int activeDeckInput() const { return m_activeDeckInput; }
    int flatPriceInput() const { return m_flatPriceInput; }
    int priceFactorInput() const { return m_priceFactorInput; }

private:
    // The chapters, each in a file of its own.
    void buildTimeline();
    void buildMacro();
    void buildProduction();
    void buildRevenue();
    void buildOperatingCosts();
    void buildOperatingCosts(PlantCase plant);
    void buildCapital(PlantCase plant);
    void buildWorkingCapital(PlantCase plant);
    void buildDepreciation(PlantCase plant);
    void buildTax(PlantCase plant);
    void buildFinancing(PlantCase plant);
    void buildCashFlow(PlantCase plant);
    void buildMetrics(PlantCase plant);
    void buildSavings();
    void buildLines();

    // Parts of chapters.
    std::vector<Row> buildDeckPrices(const PriceDeck& deck);
    Expression depreciationOf(const AssetClass& assetClass, Expression book, Row additions,
        Row production, Row remaining);
    TaxRows buildIncomeTax(
        PlantCase plant, const std::string& suffix, const std::string& label, Expression taxable);
    void buildShareholders(PlantCase plant);
    Expression debtService(PlantCase plant);

    // The vocabulary of the formulas.

    Expression in(const double& field);
    Expression in(const Series& field);
    Expression in(const Profile& field); // by operating year
    Expression in(const Phasing& field);

    Expression number(double value, Unit unit = {}) { return constant(m_sheet, value, unit); }
    Row row(const std::string& name, const std::string& label, Unit unit, Expression formula);
    Row row(PlantCase plant, const std::string& name, const std::string& label, Unit unit,
        Expression formula);
    Row figure(PlantCase plant, const std::string& name, const std::string& label, Unit unit,
        Expression formula);
    Row declare(PlantCase plant, const std::string& name, const std::string& label, Unit unit);
    // A number by year of the timeline that follows from the structure.
    template <class ByYear>
    Row data(const std::string& name, const std::string& label, YearSpan years, ByYear byYear)
    {
        std::vector<double> values;
        for (int year = years.first; year <= years.last; ++year)
            values.push_back(static_cast<double>(byYear(year)));
        return m_sheet.addData({name, label, Unit()}, years, std::move(values));
    }

    // USD for an amount of a currency, stated in money of the base year (`real`) or of the year.
    Expression inUsd(Expression amount, Currency currency, Terms terms);
    Expression sumOf(Unit unit, const std::vector<Row>& rows);
    CaseRows& of(PlantCase plant)
    {
        return plant == PlantCase::project ? m_rows.project : m_rows.standalone;
    }
    static std::string prefix(PlantCase plant)
    {
        return plant == PlantCase::project ? "project." : "standalone.";
    }
    int assetClassIndex(const std::string& id) const;

    const Project& m_project;
    Sheet& m_sheet;
    ModelRows m_rows;
    YearSpan m_years;      // of the timeline
    YearSpan m_priceYears; // with the base and valuation years
    YearSpan m_operatingYears;
    std::vector<InputBinding> m_bindings;
    std::unordered_map<const void*, int> m_fieldByAddress;
    std::unordered_map<int, int> m_nodeByField;
    struct FieldTitle {
        std::string id;
        std::string label;
        Unit unit;
    };
    std::vector<FieldTitle> m_fieldTitles;
    int m_activeDeckInput = -1;
    int m_flatPriceInput = -1;
    int m_priceFactorInput = -1;

    Expression inputField(const void* address, std::optional<YearSpan> years,
        const std::vector<int>* stated = nullptr);
};

}
