#pragma once

#include <QString>

class QMenu;
class QWidget;

namespace ui {

class Workspace;

// Adds to the menu of a row of the cost table what can be done with groups: a line moves to another
// one, a group gets another name. Each is one step of undo. Dialogs belong to the page.
void addGroupCommands(QMenu& menu, Workspace& workspace, const QString& rowId, QWidget& page);

}
