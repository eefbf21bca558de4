#include "ui/pages/capital/CapitalTable.h"

#include "core/project/Rules.h"
#include "core/report/ExplainedSum.h"
#include "ui/document/ProjectYears.h"
#include "ui/pages/Shares.h"
#include "ui/pages/capital/CapitalPhasing.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int million = 6;
constexpr int yearWidth = 50;
constexpr char16_t tengeSign = u'\u20B8';

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CapitalTable)
};

class Maker {
public:
    Maker(const core::Project& project, const DisplayFormat& format)
        : m_project(project)
        , m_format(format)
        , m_years(yearsToPhase(project))
        , m_timeline(yearsOfTimeline(project))
    {
        const double largest = std::max(
            capitalOf(project, CapitalCase::project), capitalOf(project, CapitalCase::standalone));
        if (largest >= 100e6)
            m_decimals = 1;
    }

    TableContent make() const
    {
        TableContent content;
        content.columns = columns();
        content.frozenLeft = 1;
        content.frozenRight = 1;
        for (const core::CapitalItem& item : m_project.capital.items)
            content.rows.push_back(itemRow(item));
        content.rows.push_back(totalRow());
        return content;
    }

private:
    std::vector<TableColumn> columns() const
    {
        // Together as wide as the page is beside a panel.
        std::vector<TableColumn> columns {
            {u"item"_s, Texts::tr("Item"), {}, Qt::AlignLeft, 176, true},
            {u"currency"_s, Texts::tr("In"), {}, Qt::AlignLeft, 44},
            {u"terms"_s, Texts::tr("Terms"), {}, Qt::AlignLeft, 68},
            {u"amount"_s, Texts::tr("Amount"), {}, Qt::AlignRight, 60},
            {u"standalone_amount"_s, Texts::tr("Stand-alone"), {}, Qt::AlignRight, 60},
            {u"contingency"_s, Texts::tr("Contingency"), {}, Qt::AlignRight, 86},
            {u"asset_class"_s, Texts::tr("Asset class"), {}, Qt::AlignLeft, 72},
            {estimateClassColumn(), Texts::tr("AACE class"), {}, Qt::AlignRight, 46}};
        for (int year = m_years.first; year <= m_years.last; ++year) {
            const QString text = QString::number(year);
            columns.push_back({text, text, {}, Qt::AlignRight, yearWidth});
        }
        columns.push_back({u"left"_s, Texts::tr("Left"), {}, Qt::AlignRight, 62});
        return columns;
    }

    TableRow itemRow(const core::CapitalItem& item) const
    {
        const QString id = QString::fromStdString(pathOf(ProjectList::capitalItems, item.id));
        TableRow row;
        row.id = capitalRowId(item.id);
        row.element = ListElement {ProjectList::capitalItems, item.id};
        row.cells = {nameCell(item, id),
            choiceCell(
                id + u".currency"_s, item.currency == core::Currency::usd ? u"USD"_s : u"KZT"_s),
            choiceCell(id + u".terms"_s,
                item.terms == core::Terms::nominal ? Texts::tr("Nominal") : Texts::tr("Real")),
            amountCell(item, id + u".amount"_s, item.amount),
            amountCell(item, id + u".standalone_amount"_s, item.standaloneAmount),
            shareCell({id + u".contingency"_s}, item.contingency),
            assetClassCell(item, id + u".asset_class"_s), estimateClassCell(item)};
        for (int year = m_years.first; year <= m_years.last; ++year)
            row.cells.push_back(phasingCell(item, id, year));
        row.cells.push_back(leftCell(item));
        return row;
    }

    static TableCell nameCell(const core::CapitalItem& item, const QString& id)
    {
        TableCell cell;
        cell.text = QString::fromStdString(item.name);
        cell.editor = TableCell::Editor::name;
        cell.cell.input = id;
        cell.toolTip = QString::fromStdString(item.note.empty() ? item.name : item.note);
        return cell;
    }

    static TableCell choiceCell(const QString& input, const QString& text)
    {
        TableCell cell;
        cell.text = text;
        cell.tone = CellTone::input;
        cell.editor = TableCell::Editor::choice;
        cell.cell.input = input;
        cell.toolTip = text;
        return cell;
    }

    // By the words before a colon, as far as there are any: "Group II: machinery and equipment".
    TableCell assetClassCell(const core::CapitalItem& item, const QString& input) const
    {
        QString name = QString::fromStdString(item.assetClass);
        for (const core::AssetClass& assetClass : m_project.tax.assetClasses)
            if (assetClass.id == item.assetClass)
                name = QString::fromStdString(assetClass.name);
        TableCell cell = choiceCell(input, name.section(u": "_s, 0, 0));
        cell.toolTip = name;
        return cell;
    }

    TableCell numberCell(const CellAddress& address, double number) const
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.number = number;
        cell.tone = CellTone::input;
        cell.editor = TableCell::Editor::number;
        cell.cell = address;
        return cell;
    }

    TableCell amountCell(const core::CapitalItem& item, const QString& input, double amount) const
    {
        const bool isUsd = item.currency == core::Currency::usd;
        TableCell cell = numberCell({input}, amount / 1e6);
        cell.bareExponent = million;
        cell.text = moneyText(amount);
        if (!isUsd && amount != 0.0)
            cell.text = QString(tengeSign) + QChar(narrowNoBreakSpace) +
                        m_format.fixed(amount, 0, -million);
        cell.toolTip = isUsd ? Texts::tr("USD million") : Texts::tr("KZT million");
        return cell;
    }

    TableCell shareCell(const CellAddress& address, double share) const
    {
        TableCell cell = numberCell(address, share);
        cell.isPercent = true;
        cell.text = weightText(share, m_format);
        return cell;
    }

    static TableCell estimateClassCell(const core::CapitalItem& item)
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.tone = CellTone::input;
        cell.text = item.estimateClass ? QString::number(*item.estimateClass) : QString(enDash);
        cell.toolTip =
            Texts::tr("How well the estimate is known, by AACE 18R-97: 1 the best, 5 the "
                      "least. F2 opens the list.");
        return cell;
    }

    TableCell phasingCell(const core::CapitalItem& item, const QString& id, int year) const
    {
        const auto share = item.phasing.find(year);
        const bool isEntered = share != item.phasing.end();
        TableCell cell = shareCell({id + u".phasing"_s, year}, isEntered ? share->second : 0.0);
        cell.figure =
            core::FigureReference {core::ResultCase::project, "capital.items." + item.id, year};
        if (!isEntered) {
            cell.text = QString(enDash);
            cell.tone = CellTone::inherited;
        } else if (!m_timeline.contains(year)) {
            cell.tone = CellTone::error;
        }
        return cell;
    }

    TableCell leftCell(const core::CapitalItem& item) const
    {
        const double phased = phasedShare(item);
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.isPercent = true;
        cell.tone = core::isOne(phased) ? CellTone::quiet : CellTone::error;
        cell.number = core::isOne(phased) ? 0.0 : 1.0 - phased;
        cell.text = weightText(*cell.number, m_format);
        cell.figure =
            core::FigureReference {core::ResultCase::project, core::phasingLeftOf(item.id)};
        return cell;
    }

    TableRow totalRow() const
    {
        TableRow row;
        row.id = u"total"_s;
        row.kind = TableRow::Kind::total;
        TableCell label;
        label.text = Texts::tr("Total, USD million");
        label.toolTip = Texts::tr("With contingency; tenge at the exchange rate of the base year.");
        row.cells = {label, {}, {},
            resultCell(capitalOf(m_project, CapitalCase::project),
                {core::ResultCase::project, "base_capex", {}}),
            resultCell(capitalOf(m_project, CapitalCase::standalone),
                {core::ResultCase::standalone, "base_capex", {}}),
            {}, {}, {}};
        for (int year = m_years.first; year <= m_years.last; ++year)
            row.cells.push_back(resultCell(
                capitalInYear(m_project, year), {core::ResultCase::project, "capex", year}));
        row.cells.push_back({});
        return row;
    }

    TableCell resultCell(double amount, const core::FigureReference& figure) const
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.number = amount / 1e6;
        cell.text = moneyText(amount);
        cell.figure = figure;
        return cell;
    }

    QString moneyText(double amount) const
    {
        return amount == 0.0 ? QString(enDash) : m_format.fixed(amount, m_decimals, -million);
    }

    const core::Project& m_project;
    const DisplayFormat& m_format;
    core::YearSpan m_years;
    core::YearSpan m_timeline;
    int m_decimals = 2;
};

}

TableContent capitalTable(const core::Project& project, const DisplayFormat& format)
{
    return Maker(project, format).make();
}

QString capitalRowId(const std::string& item)
{
    return u"item."_s + QString::fromStdString(item);
}

QString estimateClassColumn()
{
    return u"estimate_class"_s;
}

}
