#pragma once

#include "ui/models/BlockText.h"
#include "ui/tables/TableContent.h"

#include <functional>
#include <memory>
#include <vector>

class QMimeData;

// Cells of a table on their way to a spreadsheet.
namespace ui {

// Rows and columns of the content, in the order in which they are copied.
struct TableArea {
    std::vector<int> rows;
    std::vector<int> columns;
    // The cells of an area that is not all selected; the others are left empty. None: all.
    std::function<bool(int row, int column)> isTaken = {};
};

TableArea wholeArea(const TableContent&);

// Numbers with all digits. With heads, names of columns stand above, and names of rows before
// cells that come without.
Block blockOf(const TableContent&, const TableArea&, bool withHeads);

// As text and as HTML, for Excel and whatever else takes tables.
std::unique_ptr<QMimeData> mimeDataOf(const Block&, const NumberSeparators&);

}
