#include "ui/pages/tax/RatesTable.h"

#include "core/project/Registry.h"
#include "core/report/MoneyView.h"
#include "ui/document/ProjectYears.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int labelWidth = 190;
constexpr int yearWidth = 58;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RatesTable)
};

TableRow rowOf(const QString& id, const QString& label)
{
    TableRow row;
    row.id = id;
    row.cells.resize(1);
    row.cells.front().text = label;
    return row;
}

class Maker {
public:
    Maker(const core::Project& project, const core::Evaluation* evaluation,
        const DisplayFormat& format)
        : m_project(project)
        , m_evaluation(evaluation)
        , m_format(format)
        , m_timeline(yearsOfTimeline(project))
        , m_years(yearsOfMoney(project))
    {
    }

    TableContent make()
    {
        m_content.frozenLeft = 1;
        m_content.columns = {{u"label"_s, Texts::tr("Rate"), {}, Qt::AlignLeft, labelWidth}};
        for (int year = m_years.first; year <= m_years.last; ++year) {
            const QString text = DisplayFormat::year(year);
            m_content.columns.push_back({text, text, {}, Qt::AlignRight, yearWidth});
        }
        addInputs();
        addResults();
        return std::move(m_content);
    }

private:
    void addInputs()
    {
        const core::Macro& macro = m_project.macro;
        const core::Tax& tax = m_project.tax;
        add(u"macro.usd_inflation"_s, Texts::tr("Inflation, USD"), macro.usdInflation, "usd_index",
            m_years);
        add(u"macro.kzt_inflation"_s, Texts::tr("Inflation, KZT"), macro.kztInflation, "kzt_index",
            m_years);
        addPath(macro.exchangeRate);
        add(u"tax.income_tax_rate"_s, Texts::tr("Income tax rate"), tax.incomeTaxRate, "income_tax",
            m_timeline);
        add(u"tax.income_tax_relief"_s, Texts::tr("Income tax relief"), tax.incomeTaxRelief,
            "income_tax", m_timeline);
    }

    // `figure` is what follows from the rate.
    void add(const QString& input, const QString& label, const core::Series& series,
        const std::string& figure, core::YearSpan years)
    {
        const bool isStated = core::isStated(m_project, input.toStdString());
        TableRow row = rowOf(input, label);
        for (int year = m_years.first; year <= m_years.last; ++year) {
            if (!years.contains(year)) {
                row.cells.push_back({});
                continue;
            }
            const bool isPoint = series.isConstant() || series.points().contains(year);
            TableCell cell = inputCell({input, year}, series.at(year), isStated && isPoint);
            cell.isPercent = true;
            cell.text = m_format.percent(*cell.number);
            cell.figure = core::FigureReference {core::ResultCase::project, figure, year};
            row.cells.push_back(std::move(cell));
        }
        m_content.rows.push_back(std::move(row));
    }

    // Also while it is missing, so that it can be typed.
    void addPath(const core::ExchangeRate& exchangeRate)
    {
        const bool isUsed = exchangeRate.mode == core::ExchangeRateMode::path;
        const std::optional<core::Series>& path = exchangeRate.path;
        if (!path && !isUsed)
            return;
        TableRow row =
            rowOf(u"macro.fx.path"_s, isUsed ? Texts::tr("Exchange rate by year")
                                             : Texts::tr("Exchange rate by year, not in use"));
        row.cells.front().toolTip = Texts::tr("KZT/USD");
        for (int year = m_years.first; year <= m_years.last; ++year) {
            const bool isPoint = path && (path->isConstant() || path->points().contains(year));
            const auto rate = path ? std::optional(path->at(year)) : std::nullopt;
            TableCell cell = inputCell({row.id, year}, rate, isPoint);
            if (rate)
                cell.text = m_format.exchangeRate(*rate);
            cell.figure = core::FigureReference {core::ResultCase::project, "exchange_rate", year};
            row.cells.push_back(std::move(cell));
        }
        m_content.rows.push_back(std::move(row));
    }

    static TableCell inputCell(
        const CellAddress& address, std::optional<double> number, bool isEntered)
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.number = number;
        cell.editor = TableCell::Editor::number;
        cell.cell = address;
        cell.tone = isEntered ? CellTone::input : CellTone::inherited;
        if (!isEntered)
            cell.toolTip = Texts::tr("Follows from the years that rates are entered for. Typing a "
                                     "rate enters it.");
        return cell;
    }

    void addResults()
    {
        const core::MacroRows* const rows = m_evaluation ? &m_evaluation->rows().macro : nullptr;
        addResult("usd_index", Texts::tr("USD price index"), rows ? &rows->usdIndex : nullptr,
            &DisplayFormat::factor);
        addResult("kzt_index", Texts::tr("KZT price index"), rows ? &rows->kztIndex : nullptr,
            &DisplayFormat::factor);
        addResult("exchange_rate", Texts::tr("Exchange rate, KZT/USD"),
            rows ? &rows->exchangeRate : nullptr, &DisplayFormat::exchangeRate);
    }

    void addResult(const std::string& name, const QString& label, const core::Row* modelRow,
        QString (DisplayFormat::*text)(double) const)
    {
        TableRow row = rowOf(QString::fromStdString(name), label);
        row.kind = TableRow::Kind::note;
        const core::YearSpan known =
            m_evaluation ? core::MoneyConversion(*m_evaluation, {}).years() : core::YearSpan();
        for (int year = m_years.first; year <= m_years.last; ++year) {
            TableCell cell;
            cell.look = TableCell::Look::number;
            cell.tone = CellTone::quiet;
            if (known.contains(year))
                cell.number = m_evaluation->figure(*modelRow, year);
            if (cell.number) {
                cell.text = (m_format.*text)(*cell.number);
                cell.figure = core::FigureReference {core::ResultCase::project, name, year};
            }
            row.cells.push_back(std::move(cell));
        }
        m_content.rows.push_back(std::move(row));
    }

    const core::Project& m_project;
    const core::Evaluation* m_evaluation;
    const DisplayFormat& m_format;
    core::YearSpan m_timeline;
    core::YearSpan m_years;
    TableContent m_content;
};

}

TableContent ratesTable(
    const core::Project& project, const core::Evaluation* evaluation, const DisplayFormat& format)
{
    return Maker(project, evaluation, format).make();
}

}
