#pragma once

#include <optional>

class QKeyEvent;

namespace ui {

// What keys and the menu of a table do, besides moving about and typing.
enum class TableCommand {
    copy,
    copyWithHeads,
    paste,
    edit,
    restore,
    giveBack, // to the default, or to interpolation
    toggle,
    fillDown,
    fillRight,
    insertRow,
    duplicateRow,
    renameRow,
    removeRows,
    moveRowUp,
    moveRowDown,
    collapse,
    expand,
    selectColumns,
    selectRows,
    selectAll,
    explain,
};

std::optional<TableCommand> commandOf(const QKeyEvent&);

// Whether the key begins to type over a cell.
bool startsTyping(const QKeyEvent&);

}
