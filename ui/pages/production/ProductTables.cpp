#include "ui/pages/production/ProductTables.h"

#include "core/project/Registry.h"
#include "core/project/Rules.h"
#include "core/report/ExplainedSum.h"
#include "ui/document/ProjectYears.h"
#include "ui/pages/Shares.h"
#include "ui/pages/production/ProductShares.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int yearWidth = 62; // for "Year 10" and "102.5 %"

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProductTables)
};

const QString rampUp = u"production.ramp_up"_s;

TableCell labelCell(const QString& text)
{
    TableCell cell;
    cell.text = text;
    return cell;
}

TableCell inputCell(const CellAddress& address, double number, const QString& text)
{
    TableCell cell;
    cell.look = TableCell::Look::number;
    cell.text = text;
    cell.number = number;
    cell.tone = CellTone::input;
    cell.editor = TableCell::Editor::number;
    cell.cell = address;
    return cell;
}

TableCell shareCell(const CellAddress& address, double share, const DisplayFormat& format)
{
    TableCell cell = inputCell(address, share, weightText(share, format));
    cell.isPercent = true;
    return cell;
}

// Beyond the last operating year when the profile is, but no years that it cannot have.
int operatingYearsShown(const core::Project& project)
{
    constexpr int longest = 300;
    const int entries = static_cast<int>(project.production.rampUp.size());
    return std::clamp(std::max(project.timeline.yearsOfOperation, entries), 1, longest);
}

// Of an operating year.
std::int64_t calendarYear(const core::Project& project, int operatingYear)
{
    return std::int64_t {project.timeline.startOfOperations} + operatingYear - 1;
}

TableRow rampUpRow(const core::Project& project, int years, const DisplayFormat& format)
{
    const core::Profile& profile = project.production.rampUp;
    const bool isStated = core::isStated(project, rampUp.toStdString());
    TableRow row;
    row.id = u"ramp_up"_s;
    row.cells = {labelCell(Texts::tr("Capacity reached"))};
    for (int year = 1; year <= years; ++year) {
        TableCell cell = shareCell({rampUp, year}, core::profileAt(profile, year), format);
        const bool isEntry = year <= static_cast<int>(profile.size());
        if (!isEntry || !isStated) {
            cell.tone = CellTone::inherited;
            cell.toolTip =
                isEntry ? QString()
                        : Texts::tr("As in year %1. Typing a percentage enters one for this year.")
                              .arg(profile.size());
        }
        row.cells.push_back(std::move(cell));
    }
    return row;
}

TableRow outputRow(const core::Project& project, const core::Evaluation* evaluation, int years,
    const DisplayFormat& format)
{
    TableRow row;
    row.id = u"output"_s;
    row.kind = TableRow::Kind::note;
    row.cells = {labelCell(Texts::tr("Output, t"))};
    for (int k = 1; k <= years; ++k) {
        const int year = static_cast<int>(calendarYear(project, k));
        TableCell cell;
        cell.look = TableCell::Look::number;
        if (evaluation && evaluation->years().contains(year))
            if (const auto kilograms =
                    evaluation->figure(evaluation->rows().revenue.production, year)) {
                cell.number = *kilograms / 1000.0;
                cell.text = *kilograms == 0.0 ? QString(enDash) : format.tonnes(*kilograms);
                cell.figure = core::FigureReference {core::ResultCase::project, "production", year};
            }
        row.cells.push_back(std::move(cell));
    }
    return row;
}

bool isEntered(const core::Series& series, int year)
{
    return series.isConstant() || series.points().contains(year);
}

TableRow productRow(const core::Product& product, int place, const core::YearSpan& timeline,
    const DisplayFormat& format)
{
    const QString id = QString::fromStdString(pathOf(ProjectList::products, product.id));
    TableRow row;
    row.id = productRowId(product.id);
    row.ink = place;
    row.element = ListElement {ProjectList::products, product.id};
    TableCell name = labelCell(QString::fromStdString(product.name));
    name.editor = TableCell::Editor::name;
    name.cell.input = id;
    name.toolTip = QString::fromStdString(product.note);
    const double cost = product.sellingCostPerKg;
    row.cells = {name, shareCell({id + u".payable"_s}, product.payable, format),
        inputCell({id + u".selling_cost_per_kg"_s}, cost,
            cost == 0.0 ? QString(enDash) : format.perKg(cost))};
    for (int year = timeline.first; year <= timeline.last; ++year) {
        TableCell cell = shareCell({id + u".share"_s, year}, product.share.at(year), format);
        cell.figure =
            core::FigureReference {core::ResultCase::project, "sales." + product.id, year};
        if (!isEntered(product.share, year)) {
            cell.tone = CellTone::inherited;
            cell.toolTip = Texts::tr("Follows from the years that shares are entered for. Typing a "
                                     "percentage enters it.");
        }
        row.cells.push_back(std::move(cell));
    }
    return row;
}

TableRow sumRow(const core::Project& project, const DisplayFormat& format)
{
    TableRow row;
    row.id = u"sum"_s;
    row.kind = TableRow::Kind::total;
    row.cells = {labelCell(Texts::tr("Sum of shares")), {}, {}};
    const core::YearSpan timeline = yearsOfTimeline(project);
    for (int year = timeline.first; year <= timeline.last; ++year) {
        const double sum = sumOfShares(project, year);
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.number = sum;
        cell.isPercent = true;
        cell.text = weightText(sum, format);
        cell.figure = core::FigureReference {
            core::ResultCase::project, std::string(core::sumOfProductShares), year};
        if (!core::isOne(sum))
            cell.tone = CellTone::error;
        row.cells.push_back(std::move(cell));
    }
    return row;
}

}

TableContent rampUpTable(
    const core::Project& project, const core::Evaluation* evaluation, const DisplayFormat& format)
{
    const int years = operatingYearsShown(project);
    TableContent content;
    content.frozenLeft = 1;
    content.columns = {{u"label"_s, Texts::tr("Operating year"), {}, Qt::AlignLeft, 160}};
    for (int year = 1; year <= years; ++year)
        content.columns.push_back({QString::number(year), Texts::tr("Year %1").arg(year),
            QString::number(calendarYear(project, year)), Qt::AlignRight, yearWidth});
    content.rows = {
        rampUpRow(project, years, format), outputRow(project, evaluation, years, format)};
    return content;
}

TableContent productTable(const core::Project& project, const DisplayFormat& format)
{
    TableContent content;
    content.frozenLeft = 3;
    content.columns = {{u"product"_s, Texts::tr("Product"), {}, Qt::AlignLeft, 214},
        {u"payable"_s, Texts::tr("Payable"), {}, Qt::AlignRight, 64},
        {u"selling_cost_per_kg"_s, Texts::tr("Selling cost"), {}, Qt::AlignRight, 60}};
    const core::YearSpan timeline = yearsOfTimeline(project);
    for (int year = timeline.first; year <= timeline.last; ++year) {
        const QString text = QString::number(year);
        content.columns.push_back({text, text, {}, Qt::AlignRight, yearWidth});
    }
    int place = 0;
    for (const core::Product& product : project.products)
        content.rows.push_back(productRow(product, place++, timeline, format));
    content.rows.push_back(sumRow(project, format));
    return content;
}

QString productRowId(const std::string& product)
{
    return u"product."_s + QString::fromStdString(product);
}

}
