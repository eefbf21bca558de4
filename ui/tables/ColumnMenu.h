#pragma once

#include <functional>

class QMenu;

namespace ui {

// What can be done to a column, by the menu of its head.
struct ColumnCommands {
    std::function<void()> fit;
    std::function<void()> moveLeft; // none: it is the first of those that move, or stays
    std::function<void()> moveRight;
    std::function<void()> reset; // widths and order of all columns; none: they are as described
};

void fillColumnMenu(QMenu&, const ColumnCommands&);

}
