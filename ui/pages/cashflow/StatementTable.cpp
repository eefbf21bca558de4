#include "ui/pages/cashflow/StatementTable.h"

#include "core/report/ComposedFigure.h"
#include "ui/pages/MoneyText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::StatementLine;
using Kind = StatementLine::Kind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StatementTable)
};

constexpr int labelWidth = 230;
constexpr int smallestYearWidth = 58;
constexpr int smallestTotalWidth = 79;
constexpr int cellPadding = 16;        // of both sides
constexpr int totalPadding = 25;       // likewise, with the margin of the page
constexpr double smallestCoin = 0.005; // what is less is left of sums that cancel

bool isMoney(const StatementLine& line)
{
    return line.kind != Kind::factor && line.kind != Kind::mass;
}

// Of numbers in the strongest weight, at normal text size.
double widthOf(QStringView number)
{
    constexpr double digit = 8.72;
    constexpr double mark = 3.83;
    constexpr double parenthesis = 5.11;
    double width = 0.0;
    for (const QChar c : number)
        width += c.isDigit() || c == QChar(minusSign) ? digit
                 : c == u'(' || c == u')'             ? parenthesis
                                                      : mark;
    return width;
}

QString periodText(core::YearSpan years)
{
    const bool isSameCentury = years.first / 100 == years.last / 100;
    return DisplayFormat::year(years.first) + QChar(enDash) +
           (isSameCentury ? u"%1"_s.arg(years.last % 100, 2, 10, QChar(u'0'))
                          : DisplayFormat::year(years.last));
}

QString stageText(const core::Timeline& timeline, int year)
{
    if (year < timeline.startOfOperations)
        return Texts::tr("build");
    if (year > timeline.lastOperatingYear())
        return Texts::tr("closure");
    return Texts::tr("year %1").arg(timeline.operatingYear(year));
}

class Writer {
public:
    Writer(const core::Evaluation& evaluation, const std::vector<StatementLine>& lines,
        const StatementStyle& style)
        : m_evaluation(evaluation)
        , m_lines(lines)
        , m_style(style)
        , m_unit(statementUnit(lines, style.view.currency))
    {
    }

    TableContent write()
    {
        m_content.frozenLeft = 1;
        m_content.frozenRight = 1;
        m_content.rows.reserve(m_lines.size());
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            addRow(m_lines[i], i + 1 < m_lines.size() && m_lines[i + 1].level > m_lines[i].level);
        addColumns();
        return std::move(m_content);
    }

private:
    void addColumns()
    {
        const core::YearSpan years = m_evaluation.years();
        const core::Timeline& timeline = m_evaluation.project().timeline;
        m_content.columns.reserve(static_cast<std::size_t>(years.count()) + 2);
        TableColumn label;
        label.id = u"label"_s;
        label.head = u"%1, %2"_s.arg(m_unit.text, termsText(m_evaluation.project(), m_style.view));
        label.alignment = Qt::AlignLeft;
        label.width = labelWidth;
        m_content.columns.push_back(std::move(label));
        const int width = std::max(
            smallestYearWidth, static_cast<int>(std::lround(m_widestFigure)) + cellPadding);
        for (int year = years.first; year <= years.last; ++year) {
            TableColumn column;
            column.id = DisplayFormat::year(year);
            column.head = column.id;
            column.headBelow = stageText(timeline, year);
            column.width = width;
            m_content.columns.push_back(std::move(column));
        }
        TableColumn total;
        total.id = u"total"_s;
        total.head = Texts::tr("Total");
        total.headBelow = periodText(years);
        total.width = std::max(
            smallestTotalWidth, static_cast<int>(std::lround(m_widestTotal)) + totalPadding);
        m_content.columns.push_back(std::move(total));
    }

    void addRow(const StatementLine& line, bool isExpandable)
    {
        TableRow row;
        row.id = QString::fromStdString(line.id);
        row.level = line.level;
        row.isExpandable = isExpandable;
        row.kind = kindOf(line, isExpandable);
        row.cells.reserve(line.byYear.size() + 2);
        core::FigureReference figure {m_style.which, line.figure};
        row.cells.push_back(labelCell(line));
        const bool isQuiet =
            line.level > 0 || line.kind == Kind::stock || line.kind == Kind::factor;
        const int firstYear = m_evaluation.years().first;
        for (std::size_t y = 0; y < line.byYear.size(); ++y) {
            figure.year = firstYear + static_cast<int>(y);
            TableCell cell = figureCell(line, line.byYear[y]);
            cell.figure = figure;
            // A dash is quieter than any figure by itself.
            if (isQuiet && cell.text != QChar(enDash))
                cell.tone = CellTone::quiet;
            m_widestFigure = std::max(m_widestFigure, widthOf(cell.text));
            row.cells.push_back(std::move(cell));
        }
        row.cells.push_back(totalCell(line));
        m_widestTotal = std::max(m_widestTotal, widthOf(row.cells.back().text));
        m_content.rows.push_back(std::move(row));
    }

    static TableRow::Kind kindOf(const StatementLine& line, bool isExpandable)
    {
        if (line.kind == Kind::subtotal || line.kind == Kind::presentValue)
            return TableRow::Kind::subtotal;
        return line.level == 0 && isExpandable ? TableRow::Kind::group : TableRow::Kind::normal;
    }

    TableCell labelCell(const StatementLine& line) const
    {
        TableCell cell;
        cell.text = Texts::tr(line.label.c_str());
        // It leads from the model's flows to present values, not from those of another view.
        if (line.id == "discount_factor" && m_style.view != core::MoneyView())
            cell.text = Texts::tr("%1, nominal USD").arg(cell.text);
        if (line.kind == Kind::mass)
            cell.text = Texts::tr("%1, t").arg(cell.text);
        if (line.level > 0)
            cell.tone = CellTone::quiet;
        return cell;
    }

    // The total of present values is a figure of the model; the others are put together.
    TableCell totalCell(const StatementLine& line) const
    {
        if (!line.total)
            return {};
        TableCell cell = figureCell(line, *line.total);
        if (line.kind != Kind::presentValue)
            cell.figure = core::FigureReference {m_style.which, core::totalOf(line.figure)};
        else if (m_style.which == core::ResultCase::savings)
            cell.figure = core::FigureReference {m_style.which, "npv_savings"};
        else
            cell.figure = core::FigureReference {m_style.which, "npv"};
        return cell;
    }

    TableCell figureCell(const StatementLine& line, double figure) const
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        if (line.kind == Kind::factor) {
            cell.number = figure;
            cell.text = m_style.format.factor(figure);
            return cell;
        }
        const bool isMass = line.kind == Kind::mass;
        cell.number = isMass ? figure / 1000.0 : figure / m_unit.scale.divisor;
        if (std::abs(figure) < smallestCoin)
            cell.text = QChar(enDash);
        else
            cell.text = isMass ? m_style.format.tonnes(figure)
                               : m_style.format.fixed(figure, m_style.decimals, m_unit.exponent);
        return cell;
    }

    const core::Evaluation& m_evaluation;
    const std::vector<StatementLine>& m_lines;
    const StatementStyle& m_style;
    StatementUnit m_unit;
    TableContent m_content;
    double m_widestFigure = 0.0;
    double m_widestTotal = 0.0;
};

}

QString StatementUnit::amountText(double amount, const DisplayFormat& format) const
{
    return sentence.arg(format.fixed(amount, 1, exponent));
}

StatementUnit statementUnit(const std::vector<StatementLine>& lines, core::Currency currency)
{
    if (currency == core::Currency::usd)
        return {{1e6, "USD million"}, -6, Texts::tr("USD million"), Texts::tr("USD %1 million")};
    double largest = 0.0;
    for (const StatementLine& line : lines) {
        if (!isMoney(line))
            continue;
        for (const double figure : line.byYear)
            largest = std::max(largest, std::abs(figure));
        largest = std::max(largest, std::abs(line.total.value_or(0.0)));
    }
    if (tengeIsInBillions(largest))
        return {{1e9, "KZT billion"}, -9, Texts::tr("KZT billion"), Texts::tr("KZT %1 billion")};
    return {{1e6, "KZT million"}, -6, Texts::tr("KZT million"), Texts::tr("KZT %1 million")};
}

TableContent statementTable(const core::Evaluation& evaluation,
    const std::vector<StatementLine>& lines, const StatementStyle& style)
{
    return Writer(evaluation, lines, style).write();
}

}
