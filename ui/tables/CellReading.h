#pragma once

#include "core/project/Registry.h"
#include "ui/models/BlockText.h"
#include "ui/models/NumberParser.h"
#include "ui/tables/TableContent.h"

#include <QLocale>

#include <optional>

// What texts say when they are put into cells of a table.
namespace ui {

// What a number in the cell may be.
NumberExpectation expectationOf(const core::Input&, const TableCell&, const QLocale&);

struct CellReading {
    std::optional<core::InputValue> value; // none: it was refused
    QString sentence;                      // why, and what was expected
    bool isAmbiguous = false;              // the value is one of two readings
};

// Reads what was pasted. Without a decimal mark, numbers are read in the format of the locale.
CellReading readInto(const TableCell&, const core::Input&, const BlockCell&, const QLocale&,
    std::optional<QChar> decimalMark = {});

}
