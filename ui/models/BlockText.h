#pragma once

#include "ui/models/DisplayFormat.h"
#include "ui/models/NumberParser.h"

#include <QString>

#include <optional>
#include <vector>

class QMimeData;

// Blocks of table cells on the clipboard, to and from spreadsheets.
namespace ui {

struct BlockCell {
    QString text;                 // as shown where it comes from, without spaces around it
    std::optional<double> number; // all digits, where the source tells them; a share as a fraction
    bool isPercent = false;       // shown with a percent sign

    bool operator==(const BlockCell&) const = default;
};

// A number to copy, in the unit that its table shows: millions in a table of millions.
BlockCell numberCell(double number);
BlockCell percentCell(double fraction);

// Rows of equal length. What goes beyond 200 000 cells is left out.
struct Block {
    std::vector<std::vector<BlockCell>> rows;
    bool isTruncated = false;

    bool isEmpty() const { return rows.empty(); }
    int rowCount() const { return static_cast<int>(rows.size()); }
    int columnCount() const { return rows.empty() ? 0 : static_cast<int>(rows.front().size()); }

    bool operator==(const Block&) const = default;
};

inline constexpr int largestBlock = 200'000; // cells

// Tab-separated text with quoted cells, as spreadsheets write it; any line ends.
Block blockFromText(const QString&);

// The first table of an HTML text, as Excel and LibreOffice write it, with the numbers behind its
// cells (x:num, sdval). Empty when there is none.
Block blockFromHtml(const QString&);

// What is on a clipboard: the table when there is one, else the text.
Block blockFrom(const QMimeData&);

// Numbers with all digits in the user's format, without separators of thousands.
QString textOf(const Block&, const NumberSeparators&);

// A table with x:num for Excel and sdval for LibreOffice beside the user's format.
QString htmlOf(const Block&, const NumberSeparators&);

// Reads a cell into a field. A number behind the cell is taken as it is; a text is read as if
// typed, but changes no old value.
ParsedNumber numberIn(const BlockCell&, const NumberExpectation&);

// The decimal mark that the texts of the block show, for NumberExpectation::decimalMark; nothing
// when none does, or when they disagree.
std::optional<QChar> decimalMarkOf(const Block&);

}
