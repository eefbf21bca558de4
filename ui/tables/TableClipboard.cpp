#include "ui/tables/TableClipboard.h"

#include <QMimeData>

#include <numeric>

namespace ui {

namespace {

BlockCell copyOf(const TableCell& cell)
{
    if (!cell.number)
        return {cell.text, std::nullopt, false};
    return cell.isPercent ? percentCell(*cell.number) : numberCell(*cell.number);
}

BlockCell copyOf(const QString& text)
{
    return {text, std::nullopt, false};
}

}

TableArea wholeArea(const TableContent& content)
{
    TableArea area;
    area.rows.resize(content.rows.size());
    std::iota(area.rows.begin(), area.rows.end(), 0);
    area.columns.resize(content.columns.size());
    std::iota(area.columns.begin(), area.columns.end(), 0);
    return area;
}

Block blockOf(const TableContent& content, const TableArea& area, bool withHeads)
{
    Block block;
    if (area.rows.empty() || area.columns.empty())
        return block;
    const bool namesRows = withHeads && area.columns.front() != 0;
    if (withHeads) {
        auto& heads = block.rows.emplace_back();
        if (namesRows)
            heads.push_back(copyOf(headOf(content.columns.front())));
        for (const int column : area.columns)
            heads.push_back(copyOf(headOf(content.columns[static_cast<std::size_t>(column)])));
    }
    for (const int row : area.rows) {
        auto& cells = block.rows.emplace_back();
        if (namesRows)
            cells.push_back(copyOf(rowNameOf(content, row)));
        for (const int column : area.columns)
            cells.push_back(!area.isTaken || area.isTaken(row, column)
                                ? copyOf(content.cell(row, column))
                                : BlockCell());
    }
    return block;
}

std::unique_ptr<QMimeData> mimeDataOf(const Block& block, const NumberSeparators& separators)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(textOf(block, separators));
    data->setHtml(htmlOf(block, separators));
    return data;
}

}
