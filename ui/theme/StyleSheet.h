#pragma once

#include <QString>

class QWidget;

namespace ui {

struct Theme;

// The one style sheet of the program, to be laid over ThemeStyle. Besides the kinds of widgets it
// knows
//  - the object names menuBar, toolBar, navigation, statusBar, page and sidePanel, for grounds and
//  lines
//    (a class of one's own needs Qt::WA_StyledBackground for that);
//  - on buttons the properties primary, link and quiet (true), and segment ("first", "middle",
//  "last");
//  - on fields the properties invalid and question (true);
//  - on splitters the property quiet (true), for one without a line.
// A tool button with text says so by its toolButtonStyle, or it gets the narrow margins of an icon.
QString styleSheet(const Theme&, double textScale);

// Lets the sheet see a property that has changed.
void restyle(QWidget&);

}
