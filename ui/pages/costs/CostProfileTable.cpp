#include "ui/pages/costs/CostProfileTable.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CostProfileTable)
};

constexpr int mostYears = 300; // that are shown while the timeline is not as it may be

TableRow profileRow(const QString& label, const QString& input, const core::Profile& profile,
    int years, const DisplayFormat& format)
{
    TableRow row;
    row.id = input;
    row.cells.resize(1);
    row.cells.front().text = label;
    for (int year = 1; year <= years; ++year) {
        const double part = core::profileAt(profile, year);
        const bool isWhole = std::abs(std::remainder(part * 100.0, 1.0)) < 0.05;
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.number = part;
        cell.isPercent = true;
        cell.text = format.percent(part, isWhole ? 0 : 1);
        cell.editor = TableCell::Editor::number;
        cell.cell = {input, year};
        cell.tone =
            year <= static_cast<int>(profile.size()) ? CellTone::input : CellTone::inherited;
        row.cells.push_back(std::move(cell));
    }
    return row;
}

}

TableContent costProfileTable(
    const core::Project& project, const core::CostLine& line, const DisplayFormat& format)
{
    TableContent content;
    content.frozenLeft = 1;
    TableColumn label;
    label.id = u"label"_s;
    label.alignment = Qt::AlignLeft;
    label.width = 108;
    content.columns.push_back(label);
    const int years = std::clamp(project.timeline.yearsOfOperation, 0, mostYears);
    for (int year = 1; year <= years; ++year) {
        TableColumn column;
        column.id = QString::number(year);
        column.head = QString::number(project.timeline.startOfOperations + year - 1);
        column.headBelow = Texts::tr("year %1").arg(year);
        column.width = 56;
        content.columns.push_back(column);
    }
    const QString path = QString::fromStdString(pathOf(ProjectList::costLines, line.id));
    content.rows = {profileRow(Texts::tr("Fixed cost due"), path + u".fixed_profile"_s,
                        line.fixedProfile, years, format),
        profileRow(Texts::tr("Reuse realised"), u"reuse_realisation"_s, project.reuseRealisation,
            years, format)};
    return content;
}

}
