#include "ui/pages/risk/CorrelationTable.h"

#include "core/project/Registry.h"
#include "core/report/figure/PositionText.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/Uncertainties.h"

#include <QCoreApplication>

#include <map>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int labelWidth = 72;
constexpr int cellWidth = 55;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CorrelationTable)
};

// Columns are narrower than names.
QString shortName(const std::string& id, const QString& name)
{
    if (id == "levers.opex")
        return Texts::tr("Opex");
    if (id == "levers.reuse")
        return Texts::tr("Reuse");
    if (id == "levers.fx")
        return Texts::tr("FX");
    return name;
}

TableCell diagonalCell()
{
    TableCell cell;
    cell.look = TableCell::Look::number;
    cell.text = u"1"_s;
    cell.tone = CellTone::quiet;
    cell.isShaded = true;
    return cell;
}

TableCell pairCell(const core::Project& project, const std::string& a, const std::string& b,
    const DisplayFormat& format)
{
    const double rank = correlationOf(project, a, b);
    TableCell cell;
    cell.look = TableCell::Look::number;
    cell.number = rank;
    cell.text = rank == 0.0 ? format.fixed(0.0, 0) : format.fixed(rank, 2);
    cell.tone = rank == 0.0 ? CellTone::quiet : CellTone::input;
    cell.isStrong = rank != 0.0;
    cell.heat = rank;
    cell.editor = TableCell::Editor::number;
    cell.cell.input = correlationCell(a, b);
    return cell;
}

}

TableContent correlationTable(const core::Project& project, const DisplayFormat& format)
{
    std::map<std::string, QString> names;
    for (const core::Input& input : core::inputsOf(project))
        names[input.id] = QString::fromStdString(core::english(core::nameInAnalyses(input)));
    const auto nameOf = [&](const std::string& id) {
        const auto found = names.find(id);
        return found == names.end() ? QString::fromStdString(id) : found->second;
    };
    const auto& uncertainties = analysisOf(project).uncertainties;
    TableContent content;
    constexpr std::size_t most = 6; // that hardly need to scroll
    content.frozenLeft = uncertainties.size() > most ? 1 : 0;
    content.columns.push_back({u"input"_s, {}, {}, Qt::AlignLeft, labelWidth, true});
    for (const core::Uncertainty& uncertainty : uncertainties)
        content.columns.push_back({QString::fromStdString(uncertainty.input),
            shortName(uncertainty.input, nameOf(uncertainty.input)), {}, Qt::AlignRight,
            cellWidth});
    for (std::size_t i = 0; i < uncertainties.size(); ++i) {
        const std::string& input = uncertainties[i].input;
        TableRow row;
        row.id = QString::fromStdString(input);
        TableCell label;
        label.text = shortName(input, nameOf(input));
        label.toolTip = nameOf(input);
        label.heat = 0.0; // no line below
        row.cells.push_back(label);
        for (std::size_t j = 0; j < uncertainties.size(); ++j) {
            if (j < i) {
                row.cells.push_back(pairCell(project, input, uncertainties[j].input, format));
            } else if (j == i) {
                row.cells.push_back(diagonalCell());
            } else {
                TableCell empty;
                empty.heat = 0.0;
                row.cells.push_back(empty);
            }
        }
        content.rows.push_back(std::move(row));
    }
    return content;
}

}
