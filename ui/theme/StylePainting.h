#pragma once

#include <QBrush>
#include <QColor>
#include <QRect>

class QPainter;
class QPainterPath;
class QString;
class QStyleOption;
class QWidget;

namespace ui {

struct Look;

inline constexpr int iconSize = 16;
inline constexpr double fieldRadius = 3.0;
inline constexpr double controlRadius = 4.0;
inline constexpr int focusWidth = 2;

// Whether a widget stands in the side panel, where controls are lower.
bool isInSidePanel(const QWidget*);
// How high a control is inside its border.
int controlHeight(const Look&, const QWidget*);

// Whether a property of that name is true.
bool has(const QWidget*, const char* property);
// How the letter after a & is drawn.
int mnemonicFlag(const QStyleOption&, const QWidget*);

// The outline of a rectangle with round corners at either end, or none.
QPainterPath roundedAtEnds(const QRectF&, double leftRadius, double rightRadius);

// A rectangle whose line lies wholly inside, on whole pixels; a line without width is none.
void drawBox(QPainter&, const QRect&, double radius, const QColor& line, double width,
    const QBrush& ground = Qt::NoBrush);

void drawIcon(QPainter&, const QString& name, const QRect& place, const QColor&);

}
