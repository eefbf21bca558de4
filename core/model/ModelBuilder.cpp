#include "core/model/ModelBuilder.h"

#include "core/project/Registry.h"

#include <algorithm>

namespace core {

ModelBuilder::ModelBuilder(const Project& project, Sheet& sheet)
    : m_project(project)
    , m_sheet(sheet)
    , m_years {project.timeline.firstYear, project.timeline.lastYear()}
    , m_priceYears {std::min({project.timeline.firstYear, project.timeline.baseYear,
                        project.timeline.valuationYear}),
          std::max({project.timeline.lastYear(), project.timeline.baseYear,
              project.timeline.valuationYear})}
    , m_operatingYears {project.timeline.startOfOperations, project.timeline.lastOperatingYear()}
{
    const std::vector<InputField> fields = fieldsOf(project);
    for (int i = 0; i < static_cast<int>(fields.size()); ++i)
        std::visit(
            [this, i](auto field) {
                if constexpr (!std::is_same_v<decltype(field), std::monostate>)
                    m_fieldByAddress.emplace(field, i);
            },
            fields[static_cast<std::size_t>(i)]);
    for (const Input& input : inputsOf(project)) {
        m_fieldTitles.push_back({input.id, input.label, Unit::parse(input.unit).value_or(Unit())});
        if (!input.element.empty())
            m_fieldTitles.back().label += " (" + input.element + ")";
    }
}

void ModelBuilder::build()
{
    buildTimeline();
    buildMacro();
    buildProduction();
    buildRevenue();
    buildOperatingCosts();

    const int first = m_project.timeline.firstYear;
    const int last = m_project.timeline.lastYear();
    const int beforeRepayment =
        m_project.timeline.startOfOperations + m_project.financing.graceYears - 1;
    data("years_to_last", "Years to the last year", m_years, [=](int year) { return last - year; });
    data("minus_years_from_first", "Years since the first year, negative", m_years,
        [=](int year) { return first - year; });
    data("minus_repayment_years", "Years of repayment so far, negative", m_years,
        [=](int year) { return beforeRepayment - year; });

    for (const PlantCase plant : {PlantCase::project, PlantCase::standalone}) {
        buildCapital(plant);
        buildWorkingCapital(plant);
        buildDepreciation(plant);
        buildFinancing(plant);
        buildTax(plant);
        buildCashFlow(plant);
        buildMetrics(plant);
    }
    buildSavings();
    m_sheet.finish();
}

Expression ModelBuilder::inputField(
    const void* address, std::optional<YearSpan> years, const std::vector<int>* stated)
{
    const int field = m_fieldByAddress.at(address);
    if (const auto found = m_nodeByField.find(field); found != m_nodeByField.end())
        return Expression(&m_sheet, found->second);
    const FieldTitle& title = m_fieldTitles[static_cast<std::size_t>(field)];
    m_bindings.push_back({static_cast<int>(m_sheet.inputs().size()), field});
    const Expression input =
        years ? m_sheet.addInput(title.id, title.label, title.unit, *years, stated)
              : m_sheet.addInput(title.id, title.label, title.unit);
    m_nodeByField.emplace(field, input.node());
    return input;
}

Expression ModelBuilder::in(const double& field)
{
    return inputField(&field, std::nullopt);
}

Expression ModelBuilder::in(const Series& field)
{
    return inputField(&field, m_priceYears);
}

Expression ModelBuilder::in(const Profile& field)
{
    return inputField(&field, m_operatingYears);
}

Expression ModelBuilder::in(const Phasing& field)
{
    std::vector<int> stated;
    for (const auto& [year, share] : field)
        stated.push_back(year);
    return inputField(&field, m_years, &stated);
}

Row ModelBuilder::row(
    const std::string& name, const std::string& label, Unit unit, Expression formula)
{
    return m_sheet.addRow({name, label, unit}, formula);
}

Row ModelBuilder::row(PlantCase plant, const std::string& name, const std::string& label, Unit unit,
    Expression formula)
{
    return m_sheet.addRow({prefix(plant) + name, label, unit}, formula);
}

Row ModelBuilder::figure(PlantCase plant, const std::string& name, const std::string& label,
    Unit unit, Expression formula)
{
    return m_sheet.addFigure({prefix(plant) + name, label, unit}, formula);
}

Row ModelBuilder::declare(
    PlantCase plant, const std::string& name, const std::string& label, Unit unit)
{
    return m_sheet.declareRow({prefix(plant) + name, label, unit});
}

Expression ModelBuilder::inUsd(Expression amount, Currency currency, Terms terms)
{
    const bool isKzt = currency == Currency::kzt;
    if (terms == Terms::real)
        amount = amount * (isKzt ? m_rows.macro.kztIndex : m_rows.macro.usdIndex);
    return isKzt ? amount / m_rows.macro.exchangeRate : amount;
}

Expression ModelBuilder::sumOf(Unit unit, const std::vector<Row>& rows)
{
    return sum(m_sheet, unit, std::vector<Expression>(rows.begin(), rows.end()));
}

}
