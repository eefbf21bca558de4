#include "core/report/Statement.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

namespace core {

namespace {

using Kind = StatementLine::Kind;

// The row of each plant that a line is read from.
struct RowPair {
    RowPair(Row both)
        : project(both)
        , standalone(both)
    {
    }
    RowPair(Row ofProject, Row ofStandalone)
        : project(ofProject)
        , standalone(ofStandalone)
    {
    }

    Row project;
    Row standalone;
};

struct LineStyle {
    int level = 0;
    Kind kind = Kind::figure;
    std::string label = {}; // empty: that of the row
};

class StatementWriter {
public:
    StatementWriter(const Evaluation& evaluation, ResultCase resultCase, MoneyView view)
        : m_evaluation(evaluation)
        , m_case(resultCase)
    {
        const MoneyConversion conversion(evaluation, view);
        for (int year = evaluation.years().first; year <= evaluation.years().last; ++year)
            m_moneyOfYear.push_back(conversion.inYear(year));
        m_presentMoney = conversion.presentValue();
    }

    void income(RowPair rows, LineStyle style = {}) { addRows(rows, 1.0, std::move(style)); }
    void cost(RowPair rows, LineStyle style = {}) { addRows(rows, -1.0, std::move(style)); }

    // The sum over the years so far of a line, in the view's money too.
    void cumulative(RowPair rows, const std::string& ofLine, const std::string& label)
    {
        StatementLine line = lineOf(rows, {0, Kind::stock, label});
        const auto flow = std::find_if(m_lines.begin(), m_lines.end(),
            [&](const StatementLine& known) { return known.id == ofLine; });
        std::partial_sum(flow->byYear.begin(), flow->byYear.end(), std::back_inserter(line.byYear));
        m_lines.push_back(std::move(line));
    }

    // A group that has no row of its own: its figures are the sum of the lines that follow.
    std::size_t openGroup(
        const std::string& id, const std::string& label, int level, double sign = 1.0)
    {
        StatementLine group;
        group.id = id;
        group.label = label;
        group.kind = Kind::group;
        group.level = level;
        group.figure = id;
        group.sign = sign;
        group.byYear.assign(m_moneyOfYear.size(), 0.0);
        m_lines.push_back(std::move(group));
        return m_lines.size() - 1;
    }

    void closeGroup(std::size_t group)
    {
        for (std::size_t i = group + 1; i < m_lines.size(); ++i)
            if (m_lines[i].level == m_lines[group].level + 1)
                for (std::size_t y = 0; y < m_lines[i].byYear.size(); ++y)
                    m_lines[group].byYear[y] += m_lines[i].byYear[y];
        addUp(m_lines[group]);
    }

    std::vector<StatementLine> take() { return std::move(m_lines); }

private:
    StatementLine lineOf(RowPair rows, LineStyle style) const
    {
        const Row row = m_case == ResultCase::standalone ? rows.standalone : rows.project;
        const RowTitle& title = m_evaluation.model().sheet().row(row).title;
        StatementLine line;
        line.id = withoutCase(title.name);
        line.label = style.label.empty() ? title.label : style.label;
        line.kind = style.kind;
        line.level = style.level;
        line.row = isDifference(style.kind) ? savingsRowOf(rows) : row;
        // The plants may share a row that has the plain name.
        line.figure = line.row.isValid() ? line.id : std::string(nameOf(m_case)) + "." + line.id;
        return line;
    }

    bool isDifference(Kind kind) const
    {
        return m_case == ResultCase::savings && kind != Kind::factor;
    }

    // The row in the sheet that holds the difference, so that it can be explained; not valid when
    // the difference of two rows is no row of its own.
    Row savingsRowOf(RowPair rows) const
    {
        for (const ResultLine& known : m_evaluation.rows().lines)
            if (known.project == rows.project)
                return known.savings;
        return {};
    }

    void addRows(RowPair rows, double sign, LineStyle style)
    {
        StatementLine line = lineOf(rows, std::move(style));
        line.sign = sign;
        line.byYear =
            m_evaluation.byYear(m_case == ResultCase::standalone ? rows.standalone : rows.project);
        if (isDifference(line.kind)) {
            const std::vector<double> other = m_evaluation.byYear(rows.standalone);
            std::transform(line.byYear.begin(), line.byYear.end(), other.begin(),
                line.byYear.begin(), std::minus<>());
        }
        // The zero added leaves no negative zeros.
        for (std::size_t y = 0; y < line.byYear.size(); ++y)
            line.byYear[y] = line.byYear[y] * sign * inView(line.kind, y) + 0.0;
        addUp(line);
        m_lines.push_back(std::move(line));
    }

    double inView(Kind kind, std::size_t year) const
    {
        switch (kind) {
        case Kind::factor:
        case Kind::mass:
            return 1.0;
        case Kind::presentValue:
            return m_presentMoney;
        default:
            return m_moneyOfYear[year];
        }
    }

    static void addUp(StatementLine& line)
    {
        if (line.kind != Kind::factor && line.kind != Kind::stock)
            line.total = std::accumulate(line.byYear.begin(), line.byYear.end(), 0.0);
    }

    const Evaluation& m_evaluation;
    ResultCase m_case;
    std::vector<double> m_moneyOfYear; // what nominal dollars are multiplied with
    double m_presentMoney = 1.0;       // likewise, of present values
    std::vector<StatementLine> m_lines;
};

void writeOperatingCosts(StatementWriter& writer, const Evaluation& evaluation)
{
    const CaseRows& project = evaluation.rows().project;
    const CaseRows& standalone = evaluation.rows().standalone;
    const std::vector<CostLine>& costLines = evaluation.project().costLines;
    writer.cost({project.operatingCosts, standalone.operatingCosts}, {0, Kind::group});
    std::vector<std::string> categories;
    for (const CostLine& line : costLines)
        if (std::find(categories.begin(), categories.end(), line.category) == categories.end())
            categories.push_back(line.category);
    for (const std::string& category : categories) {
        const std::size_t group =
            writer.openGroup("category." + category, categoryLabel(category), 1, -1.0);
        for (std::size_t i = 0; i < costLines.size(); ++i)
            if (costLines[i].category == category)
                writer.cost({project.costLines[i], standalone.costLines[i]}, {2});
        writer.closeGroup(group);
    }
}

void writeCapital(StatementWriter& writer, const ModelRows& rows)
{
    const CaseRows& project = rows.project;
    const CaseRows& standalone = rows.standalone;
    const std::size_t group = writer.openGroup("capital", "Capital", 0, -1.0);
    writer.cost({project.capex, standalone.capex}, {1, Kind::group});
    for (std::size_t j = 0; j < project.itemCapex.size(); ++j)
        writer.cost({project.itemCapex[j], standalone.itemCapex[j]}, {2});
    writer.cost({project.sustaining, standalone.sustaining}, {1});
    writer.cost({project.closure, standalone.closure}, {1});
    writer.income({project.salvage, standalone.salvage}, {1});
    writer.closeGroup(group);
}

void writeFinancing(StatementWriter& writer, const ModelRows& rows)
{
    const CaseRows& project = rows.project;
    const CaseRows& standalone = rows.standalone;
    const std::size_t group = writer.openGroup("financing", "Financing", 0);
    writer.income({project.draw, standalone.draw}, {1});
    writer.cost({project.fees, standalone.fees}, {1});
    writer.cost({project.interestPaid, standalone.interestPaid}, {1});
    writer.cost({project.principal, standalone.principal}, {1});
    writer.income({project.taxSavedByLoan, standalone.taxSavedByLoan}, {1});
    writer.closeGroup(group);
    writer.income({project.equityCashFlow, standalone.equityCashFlow}, {0, Kind::subtotal});
    writer.income({project.debt, standalone.debt}, {0, Kind::stock});
}

}

std::string categoryLabel(const std::string& category)
{
    return category.empty() ? "Other" : category;
}

std::vector<StatementLine> statementOf(
    const Evaluation& evaluation, ResultCase resultCase, MoneyView view)
{
    const ModelRows& rows = evaluation.rows();
    const CaseRows& project = rows.project;
    const CaseRows& standalone = rows.standalone;
    const std::vector<Product>& products = evaluation.project().products;
    StatementWriter writer(evaluation, resultCase, view);

    writer.income(rows.revenue.production, {0, Kind::mass});
    writer.income(rows.revenue.revenue, {0, Kind::group});
    for (std::size_t p = 0; p < products.size(); ++p)
        writer.income(rows.revenue.productRevenue[p], {1, Kind::figure, products[p].name});
    writer.cost(rows.revenue.sellingCosts);
    writer.cost(rows.revenue.royalty);
    writeOperatingCosts(writer, evaluation);
    writer.cost({project.propertyTax, standalone.propertyTax});
    writer.income({project.ebitda, standalone.ebitda}, {0, Kind::subtotal});

    writeCapital(writer, rows);
    writer.cost({project.changeInWorkingCapital, standalone.changeInWorkingCapital});
    writer.income({project.preTaxCashFlow, standalone.preTaxCashFlow}, {0, Kind::subtotal});

    writer.income({project.tax.taxable, standalone.tax.taxable}, {0, Kind::memo});
    writer.cost({project.depreciation, standalone.depreciation}, {1, Kind::memo});
    if (project.tax.lossesUsed.isValid())
        writer.cost({project.tax.lossesUsed, standalone.tax.lossesUsed}, {1, Kind::memo});
    writer.cost({project.tax.incomeTax, standalone.tax.incomeTax});
    writer.income({project.freeCashFlow, standalone.freeCashFlow}, {0, Kind::subtotal});
    writer.cumulative({project.cumulativeFreeCashFlow, standalone.cumulativeFreeCashFlow},
        "free_cash_flow", "Cumulative");
    writer.income(rows.macro.discountFactor, {0, Kind::factor});
    writer.income(
        {project.presentValue, standalone.presentValue}, {0, Kind::presentValue, "Present value"});
    writeFinancing(writer, rows);
    return writer.take();
}

}
