#include "tests/ui/tables/SampleTables.h"

#include "core/report/Statement.h"
#include "ui/document/CellEdit.h"
#include "ui/models/DisplayFormat.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using ui::CellTone;
using ui::DisplayFormat;
using ui::TableCell;
using ui::TableColumn;
using ui::TableContent;
using ui::TableRow;

namespace {

TableCell textCell(const QString& text, CellTone tone = CellTone::result)
{
    TableCell cell;
    cell.text = text;
    cell.tone = tone;
    return cell;
}

QString dashOr(double number, const QString& text)
{
    return number == 0.0 ? QString(QChar(ui::enDash)) : text;
}

TableCell thousands(double usd)
{
    TableCell cell = textCell(dashOr(usd, DisplayFormat().thousands(usd)));
    cell.look = TableCell::Look::number;
    cell.number = usd / 1000.0;
    return cell;
}

TableCell share(double fraction)
{
    TableCell cell = textCell(DisplayFormat().percent(fraction, 0));
    cell.look = TableCell::Look::number;
    cell.number = fraction;
    cell.isPercent = true;
    return cell;
}

TableCell typed(TableCell cell, const QString& input, int bareExponent = 0)
{
    cell.tone = CellTone::input;
    cell.editor = TableCell::Editor::number;
    cell.cell = {input};
    cell.bareExponent = bareExponent;
    return cell;
}

TableColumn column(const QString& id, const QString& head, int width)
{
    TableColumn column;
    column.id = id;
    column.head = head;
    column.width = width;
    return column;
}

struct Cost {
    double standalone = 0.0;
    double host = 0.0;
    double saving = 0.0;
};

Cost costOf(const core::Project& project, const core::CostLine& line)
{
    const double output = project.production.nameplateKgPerYear;
    Cost cost;
    cost.standalone = line.fixed + line.variablePerKg * output;
    cost.host = line.hostFixed + line.hostVariablePerKg * output;
    cost.saving = cost.standalone * line.reuseShare - cost.host;
    return cost;
}

void addSums(TableRow& row, const Cost& sum)
{
    for (int i = 0; i < 3; ++i)
        row.cells.emplace_back();
    row.cells.push_back(thousands(sum.standalone));
    row.cells.push_back(
        share(sum.standalone == 0.0 ? 0.0 : (sum.saving + sum.host) / sum.standalone));
    row.cells.push_back(thousands(sum.host));
    row.cells.push_back(thousands(sum.standalone - sum.saving));
    row.cells.push_back(thousands(sum.saving));
    row.cells.emplace_back();
}

}

TableContent costTable(const core::Project& project)
{
    TableContent content;
    content.columns = {column(u"line"_s, u"Cost line"_s, 232), column(u"kzt"_s, u"In KZT"_s, 56),
        column(u"fixed"_s, u"Fixed per yr"_s, 56), column(u"variable"_s, u"Variable per kg"_s, 60),
        column(u"standalone"_s, u"Stand-alone"_s, 66), column(u"share"_s, u"Share avoided"_s, 108),
        column(u"host"_s, u"Host charge"_s, 54), column(u"project"_s, u"Project"_s, 56),
        column(u"saving"_s, u"Saving"_s, 56), column(u"split"_s, u"Stand-alone cost split"_s, 120)};
    content.columns.front().alignment = content.columns.back().alignment = Qt::AlignLeft;
    content.columns.back().isStretched = true;
    content.columns[7].isStrong = true;
    content.frozenLeft = 1;

    double widest = 1.0;
    for (const core::CostLine& line : project.costLines)
        widest = std::max(widest, costOf(project, line).standalone);
    Cost total;
    QStringList categories;
    for (const core::CostLine& line : project.costLines)
        if (const QString name = QString::fromStdString(line.category); !categories.contains(name))
            categories += name;
    for (const QString& category : categories) {
        Cost sum;
        std::vector<TableRow> rows;
        for (const core::CostLine& line : project.costLines) {
            if (QString::fromStdString(line.category) != category)
                continue;
            const Cost cost = costOf(project, line);
            sum.standalone += cost.standalone;
            sum.host += cost.host;
            sum.saving += cost.saving;
            const QString path = u"cost_lines."_s + QString::fromStdString(line.id);
            TableRow row;
            row.id = path;
            row.level = 1;
            row.element = ui::ListElement {ui::ProjectList::costLines, line.id};
            TableCell name = textCell(QString::fromStdString(line.name));
            name.editor = TableCell::Editor::name;
            name.cell = {path};
            TableCell variable =
                textCell(dashOr(line.variablePerKg, DisplayFormat().fixed(line.variablePerKg, 1)));
            variable.look = TableCell::Look::number;
            variable.number = line.variablePerKg;
            TableCell avoided = typed(share(line.reuseShare), path + u".reuse_share"_s);
            avoided.look = TableCell::Look::share;
            TableCell split;
            split.look = TableCell::Look::splitBar;
            split.parts = {(cost.standalone - cost.host - cost.saving) / widest, cost.host / widest,
                cost.saving / widest};
            TableCell saved = thousands(cost.saving);
            saved.figure =
                core::FigureReference {core::ResultCase::savings, "opex." + line.id, std::nullopt};
            row.cells = {name, typed(share(line.kztShare), path + u".kzt_share"_s),
                typed(thousands(line.fixed), path + u".fixed"_s, 3),
                typed(variable, path + u".variable_per_kg"_s), thousands(cost.standalone), avoided,
                thousands(cost.host), thousands(cost.standalone - cost.saving), saved, split};
            rows.push_back(row);
        }
        TableRow group;
        group.id = u"group."_s + category;
        group.kind = TableRow::Kind::group;
        group.isExpandable = true;
        group.cells = {textCell(category)};
        addSums(group, sum);
        content.rows.push_back(group);
        content.rows.insert(content.rows.end(), rows.begin(), rows.end());
        total.standalone += sum.standalone;
        total.host += sum.host;
        total.saving += sum.saving;
    }
    TableRow sums;
    sums.id = u"total"_s;
    sums.kind = TableRow::Kind::total;
    sums.cells = {textCell(u"Operating costs"_s)};
    addSums(sums, total);
    content.rows.push_back(sums);
    TableRow perKg;
    perKg.id = u"per_kg"_s;
    perKg.kind = TableRow::Kind::note;
    perKg.cells = {textCell(u"USD per kg of gallium"_s), {}, {}, {},
        textCell(DisplayFormat().perKg(total.standalone / project.production.nameplateKgPerYear))};
    content.rows.push_back(perKg);
    return content;
}

TableContent priceTable(const core::Project& project)
{
    TableContent content;
    content.columns = {column(u"deck"_s, u"Deck"_s, 172), column(u"probability"_s, u"Prob."_s, 56),
        column(u"grade"_s, u"Grade"_s, 56)};
    content.columns[0].alignment = content.columns[2].alignment = Qt::AlignLeft;
    content.frozenLeft = 3;
    const core::Timeline& timeline = project.timeline;
    for (int year = timeline.startOfOperations; year <= timeline.lastOperatingYear(); ++year)
        content.columns.push_back(column(QString::number(year), DisplayFormat::year(year), 54));
    int ink = 0;
    for (const core::PriceDeck& deck : project.priceDecks) {
        const QString path = u"price_decks."_s + QString::fromStdString(deck.id);
        for (const core::Product& product : project.products) {
            const QString input = path + u".prices."_s + QString::fromStdString(product.id);
            TableRow row;
            row.id = input;
            row.element = ui::ListElement {ui::ProjectList::priceDecks, deck.id};
            const bool isFirst = &product == &project.products.front();
            TableCell name = textCell(QString::fromStdString(deck.name));
            name.editor = TableCell::Editor::name;
            name.cell = {path};
            name.isStrong = deck.id == project.activeDeck;
            if (isFirst)
                row.ink = ink;
            row.cells = {
                isFirst ? name : textCell(name.isStrong ? u"active"_s : QString(), CellTone::quiet),
                isFirst ? typed(share(deck.probability), path + u".probability"_s) : TableCell(),
                textCell(product.id == "ga4n" ? u"4N"_s : u"6N"_s, CellTone::quiet)};
            for (std::size_t i = 3; i < content.columns.size(); ++i) {
                const ui::CellAddress address {input, content.columns[i].id.toInt()};
                const auto priced = ui::contentOf(project, address);
                const double amount = priced ? std::get<double>(priced->value) : 0.0;
                TableCell price = typed(textCell(DisplayFormat().perKg(amount)), input);
                price.look = TableCell::Look::number;
                price.number = amount;
                price.cell = address;
                price.tone = priced && priced->isStated ? CellTone::input : CellTone::inherited;
                price.isStrong = price.tone == CellTone::input;
                row.cells.push_back(price);
            }
            content.rows.push_back(row);
        }
        ++ink;
    }
    return content;
}

TableContent cashFlowTable(const core::Evaluation& evaluation)
{
    TableContent content;
    content.columns = {column(u"line"_s, u"USD million, nominal"_s, 232)};
    content.columns.front().alignment = Qt::AlignLeft;
    const core::Timeline& timeline = evaluation.project().timeline;
    const core::YearSpan years = evaluation.years();
    for (int i = 0; i < years.count(); ++i) {
        const int year = years.first + i;
        TableColumn head = column(QString::number(year), DisplayFormat::year(year), 59);
        head.headBelow = timeline.isOperating(year) ? u"year %1"_s.arg(timeline.operatingYear(year))
                                                    : u"build"_s;
        content.columns.push_back(head);
    }
    content.columns.push_back(column(u"total"_s, u"Total"_s, 80));
    content.columns.back().headBelow =
        u"%1–%2"_s.arg(years.first).arg((years.first + years.count() - 1) % 100);
    content.frozenLeft = content.frozenRight = 1;

    const std::vector<core::StatementLine> lines =
        core::statementOf(evaluation, core::ResultCase::project);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const core::StatementLine& line = lines[i];
        TableRow row;
        row.id = QString::fromStdString(line.id);
        row.level = line.level;
        row.isExpandable = i + 1 < lines.size() && lines[i + 1].level > line.level;
        if (line.kind == core::StatementLine::Kind::group && line.level == 0)
            row.kind = TableRow::Kind::group;
        if (line.kind == core::StatementLine::Kind::subtotal)
            row.kind = TableRow::Kind::subtotal;
        const CellTone tone = line.level > 0 ? CellTone::quiet : CellTone::result;
        row.cells = {textCell(QString::fromStdString(line.label), tone)};
        const auto amount = [&](double number) {
            const bool isMoney = line.kind != core::StatementLine::Kind::factor &&
                                 line.kind != core::StatementLine::Kind::mass;
            TableCell cell = textCell(line.kind == core::StatementLine::Kind::mass
                                          ? DisplayFormat().tonnes(number)
                                      : line.kind == core::StatementLine::Kind::factor
                                          ? DisplayFormat().factor(number)
                                          : DisplayFormat().statement(number),
                tone);
            cell.look = TableCell::Look::number;
            cell.number = isMoney ? number / 1e6 : number;
            return cell;
        };
        for (std::size_t year = 0; year < line.byYear.size(); ++year) {
            TableCell cell = amount(line.byYear[year]);
            cell.figure = core::FigureReference {
                core::ResultCase::project, line.id, years.first + static_cast<int>(year)};
            row.cells.push_back(cell);
        }
        if (line.total)
            row.cells.push_back(amount(*line.total));
        content.rows.push_back(row);
    }
    return content;
}
