#pragma once

#include "core/project/Registry.h"
#include "ui/models/BlockText.h"
#include "ui/tables/TableContent.h"

#include <QLocale>

#include <optional>

// What texts say when they are put into cells of a table.
namespace ui {

struct CellReading {
    std::optional<core::InputValue> value; // none: it was refused
    QString sentence;                      // why, and what was expected
    bool isAmbiguous = false;              // the value is one of two readings
};

// What was pasted, for a cell that the input is edited in. Without a decimal mark, numbers are read
// in the format of the locale; words may be the first ones of just one choice.
CellReading readInto(const TableCell&, const core::Project&, const core::Input&, const BlockCell&,
    const QLocale&, std::optional<QChar> decimalMark = {});

}
