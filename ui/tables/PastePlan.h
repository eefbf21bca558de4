#pragma once

#include "ui/document/CellEdit.h"
#include "ui/tables/CellReading.h"
#include "ui/tables/TableClipboard.h"

#include <optional>
#include <vector>

// What pasting a block into a table would do, worked out before anything is changed.
namespace ui {

class Session;

struct PasteRequest {
    const Session& session;
    const TableContent& content;
    std::vector<int> rows; // of the content, all that can be seen
    TableArea selection;
    const Block& block;
    QLocale locale;
    std::optional<QChar> decimalMark = {}; // chosen by the user; none: the one the block shows
};

// A cell of the block that is not empty.
struct PastedCell {
    int blockRow = 0;
    int blockColumn = 0;
    std::optional<int> row = {}; // of the content, like the column; none: beside the table
    int column = 0;
    std::optional<core::InputValue> value = {}; // none: the cell is left as it is
    QString sentence = {};                      // why
    bool isAmbiguous = false;
};

struct PastePlan {
    int headRows = 0; // rows and columns of the block that hold names
    int labelColumns = 0;
    std::vector<PastedCell> cells;
    bool fitsSelection = true;
    std::optional<QChar> decimalMark; // that texts with one were read by; none: there are none

    int taken() const;
    int left() const;
    // Whether the user should see it first: names were pasted along, the shape is not that of the
    // selection, a number can be read in two ways, or cells would be left.
    bool needsDecision() const;
    std::vector<CellEdit> edits(const TableContent&) const;
};

// From the first selected cell to the right and downwards, over rows that can be seen. A block that
// fits several times into the selection fills it; so does a single value. Names of rows and columns
// that the table knows say where their numbers go. What stands where nothing can be typed is left,
// and passed over in silence when it is what the cell shows already.
PastePlan planPaste(const PasteRequest&);

}
