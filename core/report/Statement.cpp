#include "core/report/Statement.h"

#include <algorithm>
#include <numeric>

namespace core {

namespace {

using Kind = StatementLine::Kind;

// Collects the lines; a row is given for both cases, and the savings are their difference.
class StatementWriter {
public:
    StatementWriter(const Evaluation& evaluation, ResultCase which)
        : m_evaluation(evaluation)
        , m_which(which)
    {
    }

    struct Pair {
        Row project;
        Row standalone;
    };

    static Pair both(Row row) { return {row, row}; }

    void line(Pair rows, int level = 0, Kind kind = Kind::figure, double sign = 1.0,
        const std::string& label = {})
    {
        const Row row = m_which == ResultCase::standalone ? rows.standalone : rows.project;
        const RowTitle& title = m_evaluation.model().sheet().row(row).title;
        StatementLine line;
        line.id = title.name;
        line.label = label.empty() ? title.label : label;
        line.kind = kind;
        line.level = level;
        line.row = m_which == ResultCase::savings ? savingsRowOf(rows) : row;
        line.sign = sign;
        line.byYear = m_evaluation.byYear(row);
        if (m_which == ResultCase::savings) {
            const std::vector<double> other = m_evaluation.byYear(rows.standalone);
            std::transform(line.byYear.begin(), line.byYear.end(), other.begin(),
                line.byYear.begin(), std::minus<>());
        }
        for (double& figure : line.byYear)
            figure *= sign;
        add(std::move(line));
    }

    void cost(Pair rows, int level = 0, Kind kind = Kind::figure, const std::string& label = {})
    {
        line(rows, level, kind, -1.0, label);
    }

    // A group that has no row of its own: its figures are the sum of the lines that follow.
    std::size_t openGroup(const std::string& id, const std::string& label, int level)
    {
        StatementLine group;
        group.id = id;
        group.label = label;
        group.kind = Kind::group;
        group.level = level;
        group.byYear.assign(static_cast<std::size_t>(m_evaluation.years().count()), 0.0);
        m_lines.push_back(std::move(group));
        return m_lines.size() - 1;
    }

    void closeGroup(std::size_t group)
    {
        for (std::size_t i = group + 1; i < m_lines.size(); ++i)
            if (m_lines[i].level == m_lines[group].level + 1)
                for (std::size_t y = 0; y < m_lines[i].byYear.size(); ++y)
                    m_lines[group].byYear[y] += m_lines[i].byYear[y];
        m_lines[group].total =
            std::accumulate(m_lines[group].byYear.begin(), m_lines[group].byYear.end(), 0.0);
    }

    std::vector<StatementLine> take() { return std::move(m_lines); }

private:
    // The row in the sheet that holds the difference, so that it can be explained; not valid when
    // the difference of two rows is no row of its own.
    Row savingsRowOf(Pair rows) const
    {
        for (const ResultLine& known : m_evaluation.rows().lines)
            if (known.project == rows.project)
                return known.savings;
        return {};
    }

    void add(StatementLine line)
    {
        if (line.kind != Kind::factor)
            line.total = std::accumulate(line.byYear.begin(), line.byYear.end(), 0.0);
        m_lines.push_back(std::move(line));
    }

    const Evaluation& m_evaluation;
    ResultCase m_which;
    std::vector<StatementLine> m_lines;
};

}

std::vector<StatementLine> statementOf(const Evaluation& evaluation, ResultCase which)
{
    const ModelRows& rows = evaluation.rows();
    const CaseRows& project = rows.project;
    const CaseRows& standalone = rows.standalone;
    const Project& stated = evaluation.project();
    StatementWriter writer(evaluation, which);
    const auto both = StatementWriter::both;

    writer.line(both(rows.revenue.production), 0, Kind::mass);
    writer.line(both(rows.revenue.revenue), 0, Kind::group);
    for (std::size_t p = 0; p < stated.products.size(); ++p)
        writer.line(
            both(rows.revenue.productRevenue[p]), 1, Kind::figure, 1.0, stated.products[p].name);
    writer.cost(both(rows.revenue.sellingCosts));
    writer.cost(both(rows.revenue.royalty));

    writer.cost({project.operatingCosts, standalone.operatingCosts}, 0, Kind::group);
    std::vector<std::string> categories;
    for (const CostLine& line : stated.costLines)
        if (std::find(categories.begin(), categories.end(), line.category) == categories.end())
            categories.push_back(line.category);
    for (const std::string& category : categories) {
        const std::size_t group =
            writer.openGroup("category." + category, category.empty() ? "Other" : category, 1);
        for (std::size_t i = 0; i < stated.costLines.size(); ++i)
            if (stated.costLines[i].category == category)
                writer.cost({project.costLines[i], standalone.costLines[i]}, 2);
        writer.closeGroup(group);
    }
    writer.cost({project.propertyTax, standalone.propertyTax});
    writer.line({project.ebitda, standalone.ebitda}, 0, Kind::subtotal);

    const std::size_t capital = writer.openGroup("capital", "Capital", 0);
    writer.cost({project.capex, standalone.capex}, 1);
    writer.cost({project.sustaining, standalone.sustaining}, 1);
    writer.cost({project.closure, standalone.closure}, 1);
    writer.line({project.salvage, standalone.salvage}, 1);
    writer.closeGroup(capital);
    writer.cost({project.changeInWorkingCapital, standalone.changeInWorkingCapital});
    writer.line({project.preTaxCashFlow, standalone.preTaxCashFlow}, 0, Kind::subtotal);

    writer.line({project.tax.taxable, standalone.tax.taxable}, 0, Kind::group);
    writer.cost({project.depreciation, standalone.depreciation}, 1);
    if (project.tax.lossesUsed.isValid())
        writer.cost({project.tax.lossesUsed, standalone.tax.lossesUsed}, 1);
    writer.cost({project.tax.incomeTax, standalone.tax.incomeTax});
    writer.line({project.freeCashFlow, standalone.freeCashFlow}, 0, Kind::subtotal);
    writer.line(
        {project.cumulativeFreeCashFlow, standalone.cumulativeFreeCashFlow}, 0, Kind::factor);
    if (which != ResultCase::savings)
        writer.line(both(rows.macro.discountFactor), 0, Kind::factor);
    writer.line({project.presentValue, standalone.presentValue}, 0, Kind::subtotal);
    return writer.take();
}

}
