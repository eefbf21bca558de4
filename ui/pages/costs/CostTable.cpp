#include "ui/pages/costs/CostTable.h"

#include "core/report/ComposedFigure.h"
#include "ui/pages/TextWidth.h"
#include "ui/pages/costs/CostAmounts.h"
#include "ui/pages/costs/CostGroups.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::CostLine;
using core::Evaluation;
using core::ResultCase;
using Editor = TableCell::Editor;
using Look = TableCell::Look;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CostTable)
};

constexpr char16_t tengeSign = u'\u20B8';
constexpr int thousand = 3;

// Of the bar; a charge that exceeds what is avoided saves nothing.
double widthOf(const CostAmounts& amounts)
{
    return amounts.own() + amounts.hostCharge + std::max(0.0, amounts.saving);
}

constexpr std::size_t projectColumn = 7;

// Amounts in tenge are longer.
std::vector<TableColumn> columns(const core::Project& project)
{
    bool hasTengeFixed = false;
    bool hasTengeVariable = false;
    for (const CostLine& line : project.costLines) {
        const bool isTenge = line.currency == core::Currency::kzt;
        hasTengeFixed = hasTengeFixed || (isTenge && line.fixed != 0.0);
        hasTengeVariable = hasTengeVariable || (isTenge && line.variablePerKg != 0.0);
    }
    const auto column = [](const char* id, const QString& head, int width) {
        TableColumn made;
        made.id = QString::fromLatin1(id);
        made.head = head;
        made.width = width;
        return made;
    };
    std::vector<TableColumn> made {
        column("line", Texts::tr("Cost line"), 190),
        column("kzt_share", Texts::tr("In KZT"), 52),
        column("fixed", Texts::tr("Fixed per yr"), hasTengeFixed ? 84 : 60),
        column("variable_per_kg", Texts::tr("Variable per kg"), hasTengeVariable ? 76 : 62),
        column("standalone", Texts::tr("Stand-alone"), 66),
        column("reuse_share", Texts::tr("Share avoided"), 108),
        column("host_charge", Texts::tr("Host charge"), 56),
        column("project", Texts::tr("Project"), 60),
        column("saving", Texts::tr("Saving"), 60),
        column("split", Texts::tr("Stand-alone cost split"), 132),
    };
    made.front().alignment = Qt::AlignLeft;
    made.front().isStretched = true;
    made.back().alignment = Qt::AlignLeft;
    made[projectColumn].isStrong = true;
    return made;
}

class Writer {
public:
    Writer(const core::Project& project, const Evaluation* evaluation, core::MoneyView view,
        std::optional<int> year, const DisplayFormat& format)
        : m_project(project)
        , m_evaluation(evaluation)
        , m_view(view)
        , m_format(format)
    {
        if (!evaluation)
            return;
        m_year = yearOfCosts(*evaluation, year);
        m_amounts = costAmounts(*evaluation, view, m_year);
        m_total = sumOf(m_amounts);
        m_scale = costScale(m_total, view.currency);
        for (const CostAmounts& amounts : m_amounts)
            m_widest = std::max(m_widest, widthOf(amounts));
    }

    TableContent content()
    {
        TableContent content;
        content.columns = columns(m_project);
        content.frozenLeft = 1;
        for (const std::string& category : costCategories(m_project))
            addGroup(content, category);
        addTotals(content);
        widen(content);
        return content;
    }

private:
    // Results in tenge may be longer than usual, above all those per kg.
    static void widen(TableContent& content)
    {
        for (const QString& id : {u"standalone"_s, u"host_charge"_s, u"project"_s, u"saving"_s}) {
            const auto column = static_cast<std::size_t>(content.columnOf(id).value());
            int& width = content.columns[column].width;
            width = std::max(width, widthOfTexts(content, column));
        }
    }

    // None for a line that the evaluation does not know.
    std::optional<CostAmounts> amountsOf(const CostLine& line) const
    {
        for (std::size_t i = 0; i < m_amounts.size(); ++i)
            if (m_evaluation->project().costLines[i].id == line.id)
                return m_amounts[i];
        return std::nullopt;
    }

    void addGroup(TableContent& content, const std::string& category)
    {
        TableRow group;
        group.id = groupRowId(category);
        group.kind = TableRow::Kind::group;
        group.isExpandable = true;
        std::vector<TableRow> lines;
        std::optional<CostAmounts> sum;
        for (const CostLine& line : m_project.costLines) {
            if (line.category != category)
                continue;
            const std::optional<CostAmounts> amounts = amountsOf(line);
            lines.push_back(lineRow(line, amounts));
            if (amounts) {
                sum = sum.value_or(CostAmounts()) += *amounts;
            }
        }
        group.cells = {label(categoryText(category)), {}, {}, {}};
        addSums(group, sum, category);
        content.rows.push_back(std::move(group));
        std::move(lines.begin(), lines.end(), std::back_inserter(content.rows));
    }

    TableRow lineRow(const CostLine& line, const std::optional<CostAmounts>& amounts) const
    {
        TableRow row;
        row.id = costRowId(line.id);
        row.level = 1;
        row.element = ListElement {ProjectList::costLines, line.id};
        TableCell name = label(QString::fromStdString(line.name));
        name.editor = Editor::name;
        row.cells = {name, kztShareCell(line), fixedCell(line), variableCell(line),
            result(amounts, &CostAmounts::standalone, "standalone_costs", line,
                ResultCase::standalone),
            reuseShareCell(line, amounts),
            result(amounts, &CostAmounts::hostCharge, "host_charges", line),
            result(amounts, &CostAmounts::project, "cost_lines", line),
            result(amounts, &CostAmounts::saving, "savings_of", line, ResultCase::savings),
            splitCell(amounts)};
        return row;
    }

    static TableCell label(const QString& text)
    {
        TableCell cell;
        cell.text = text;
        return cell;
    }

    static TableCell input(const CostLine& line, const char* field, double number)
    {
        TableCell cell;
        cell.look = Look::number;
        cell.number = number;
        cell.tone = CellTone::input;
        cell.editor = Editor::number;
        cell.cell.input = QString::fromStdString(pathOf(ProjectList::costLines, line.id)) + u'.' +
                          QLatin1StringView(field);
        return cell;
    }

    TableCell kztShareCell(const CostLine& line) const
    {
        if (line.currency == core::Currency::usd) {
            TableCell cell = input(line, "kzt_share", line.kztShare);
            cell.isPercent = true;
            cell.text = shareText(line.kztShare);
            return cell;
        }
        TableCell cell;
        cell.look = Look::number;
        cell.number = 1.0;
        cell.isPercent = true;
        cell.tone = CellTone::inherited;
        cell.text = shareText(1.0);
        cell.toolTip = Texts::tr("All of the line is stated in tenge.");
        return cell;
    }

    TableCell fixedCell(const CostLine& line) const
    {
        TableCell cell = input(line, "fixed", line.fixed / 1e3);
        cell.bareExponent = thousand;
        cell.text = amountText(line.fixed, 0, -thousand);
        cell.toolTip = Texts::tr("USD thousand a year");
        if (line.currency == core::Currency::kzt)
            markAsTenge(cell, Texts::tr("KZT thousand a year"));
        return cell;
    }

    TableCell variableCell(const CostLine& line) const
    {
        TableCell cell = input(line, "variable_per_kg", line.variablePerKg);
        cell.text = amountText(line.variablePerKg, 1);
        cell.toolTip = Texts::tr("USD per kg");
        if (line.currency == core::Currency::kzt) {
            cell.text = line.variablePerKg == 0.0 ? cell.text : m_format.perKg(line.variablePerKg);
            markAsTenge(cell, Texts::tr("KZT per kg"));
        }
        return cell;
    }

    static void markAsTenge(TableCell& cell, const QString& toolTip)
    {
        if (cell.number != 0.0)
            cell.text = QString(tengeSign) + QChar(narrowNoBreakSpace) + cell.text;
        cell.toolTip = toolTip;
    }

    TableCell reuseShareCell(const CostLine& line, const std::optional<CostAmounts>& amounts) const
    {
        TableCell cell = input(line, "reuse_share", line.reuseShare);
        cell.look = Look::share;
        cell.isPercent = true;
        cell.text = shareText(line.reuseShare);
        if (!amounts)
            return cell;
        cell.figure =
            core::FigureReference {ResultCase::project, "avoided_costs." + line.id, m_year};
        const std::optional<double> effective = amounts->shareAvoided();
        if (effective && std::abs(*effective - line.reuseShare) > 0.0005)
            cell.toolTip =
                Texts::tr("%1 in %2, with the lever on reuse and the part of it that is realised")
                    .arg(shareText(*effective), QString::number(m_year));
        return cell;
    }

    TableCell result(const std::optional<CostAmounts>& amounts, double CostAmounts::*member,
        const char* row, const CostLine& line, ResultCase which = ResultCase::project) const
    {
        TableCell cell;
        cell.look = Look::number;
        if (!amounts)
            return cell;
        setAmount(cell, *amounts.*member);
        cell.figure = core::FigureReference {which, row + ("." + line.id), m_year};
        return cell;
    }

    TableCell splitCell(const std::optional<CostAmounts>& amounts) const
    {
        TableCell cell;
        cell.look = Look::splitBar;
        if (amounts && m_widest > 0.0) {
            cell.parts = {amounts->own() / m_widest, amounts->hostCharge / m_widest,
                std::max(0.0, amounts->saving) / m_widest};
            cell.toolTip = Texts::tr("Own cost %1, host charge %2, saved by reuse %3; %4")
                               .arg(moneyText(amounts->own()), moneyText(amounts->hostCharge),
                                   moneyText(amounts->saving), m_scale.unit);
        }
        return cell;
    }

    // Of the lines of a category, or of all.
    void addSums(TableRow& row, const std::optional<CostAmounts>& sum,
        const std::optional<std::string>& category) const
    {
        const std::string costs = category ? "category." + *category : "operating_costs";
        const std::string lines = category ? ".category." + *category : std::string();
        const auto explain = [&](TableCell& cell, ResultCase which, const std::string& figure) {
            if (!m_amounts.empty())
                cell.figure = core::FigureReference {which, figure, m_year};
        };
        const auto amount = [&](double CostAmounts::*member, ResultCase which,
                                const std::string& figure) {
            TableCell cell;
            cell.look = Look::number;
            if (!sum)
                return cell;
            setAmount(cell, *sum.*member);
            explain(cell, which, figure);
            return cell;
        };
        TableCell share;
        share.look = Look::number;
        if (sum) {
            explain(share, ResultCase::project, "share_avoided" + lines);
            share.isPercent = true;
            share.number = sum->shareAvoided();
            share.text = share.number ? m_format.percent(*share.number, 0) : Texts::tr("none");
            if (!share.number)
                share.toolTip = Texts::tr("A plant that stands alone would not have this cost.");
        }
        row.cells.insert(row.cells.end(),
            {amount(&CostAmounts::standalone, ResultCase::standalone, costs), share,
                amount(&CostAmounts::hostCharge, ResultCase::project, "host_charges" + lines),
                amount(&CostAmounts::project, ResultCase::project, costs),
                amount(&CostAmounts::saving, ResultCase::savings, "savings_of" + lines), {}});
    }

    void addTotals(TableContent& content) const
    {
        TableRow total;
        total.id = u"total"_s;
        total.kind = TableRow::Kind::total;
        total.cells = {label(Texts::tr("Operating costs")), {}, {}, {}};
        addSums(total, m_evaluation ? std::optional(m_total) : std::nullopt, std::nullopt);
        content.rows.push_back(std::move(total));

        TableRow perKg;
        perKg.id = u"per_kg"_s;
        perKg.kind = TableRow::Kind::note;
        perKg.cells = {
            label(m_view.currency == core::Currency::usd ? Texts::tr("USD per kg of gallium")
                                                         : Texts::tr("KZT per kg of gallium")),
            {}, {}, {}, perKgCell(m_total.standalone, ResultCase::standalone, "operating_costs"),
            {}, perKgCell(m_total.hostCharge, ResultCase::project, "host_charges"),
            perKgCell(m_total.project, ResultCase::project, "operating_costs"),
            perKgCell(m_total.saving, ResultCase::savings, "savings_of"), {}};
        content.rows.push_back(std::move(perKg));
    }

    TableCell perKgCell(double amount, ResultCase which, const char* figure) const
    {
        TableCell cell;
        cell.look = Look::number;
        if (!m_evaluation)
            return cell;
        if (!m_amounts.empty())
            cell.figure = core::FigureReference {which, core::perKgOf(figure), m_year};
        const double kilograms =
            m_evaluation->figure(m_evaluation->rows().revenue.production, m_year).value_or(0.0);
        if (!(kilograms > 0.0)) {
            cell.text = Texts::tr("none");
            cell.toolTip = Texts::tr("Nothing is produced in %1.").arg(m_year);
            return cell;
        }
        cell.number = amount / kilograms;
        cell.text = amountText(*cell.number, 0);
        return cell;
    }

    void setAmount(TableCell& cell, double amount) const
    {
        cell.number = amount * std::pow(10.0, m_scale.exponent);
        cell.text = moneyText(amount);
    }

    QString moneyText(double amount) const
    {
        return amountText(amount, m_scale.decimals, m_scale.exponent);
    }

    QString amountText(double amount, int decimals, int exponent = 0) const
    {
        return amount == 0.0 ? QString(enDash) : m_format.fixed(amount, decimals, exponent);
    }

    // Whole percents as such.
    QString shareText(double share) const
    {
        const double percent = share * 100.0;
        return m_format.percent(share, std::abs(percent - std::round(percent)) < 0.05 ? 0 : 1);
    }

    const core::Project& m_project;
    const Evaluation* m_evaluation;
    core::MoneyView m_view;
    const DisplayFormat& m_format;
    int m_year = 0;
    CostScale m_scale;
    std::vector<CostAmounts> m_amounts; // by cost line of the evaluation
    double m_widest = 0.0;              // of the bars
    CostAmounts m_total;
};

}

QString costRowId(const std::string& lineId)
{
    return u"line."_s + QString::fromStdString(lineId);
}

QString groupRowId(const std::string& category)
{
    return u"group."_s + QString::fromStdString(category);
}

TableContent costTable(const core::Project& project, const core::Evaluation* evaluation,
    core::MoneyView view, std::optional<int> year, const DisplayFormat& format)
{
    return Writer(project, evaluation, view, year, format).content();
}

}
