#pragma once

#include <QString>

class QWidget;

namespace ui {

struct Theme;

// The one style sheet of the program, to be laid over Fusion. Besides the kinds of widgets it knows
//  - the object names menuBar, toolBar, navigation, statusBar, page and sidePanel, for grounds and
//  lines;
//  - on buttons the properties primary, link and quiet (true), and segment ("first", "middle",
//  "last");
//  - on fields the properties invalid and question (true).
QString styleSheet(const Theme&, double textScale);

// Lets the sheet see a property that has changed.
void restyle(QWidget&);

}
