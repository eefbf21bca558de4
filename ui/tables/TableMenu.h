#pragma once

class QMenu;

namespace ui {

class TableControl;

// The commands that there are for the current cell and its row.
void fillTableMenu(QMenu&, TableControl&);

}
