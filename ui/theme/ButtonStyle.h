#pragma once

#include <QSize>

class QPainter;
class QStyleOptionButton;
class QStyleOptionToolButton;
class QWidget;

namespace ui {

struct Look;

// Push buttons and tool buttons: their sizes and their drawing. What kind of button one is, it says
// by its properties: primary, quiet, link and navigation (true), and segment ("first", "middle",
// "last"). A tool button with text says so by its toolButtonStyle, or it gets the narrow margins of
// an icon.

// For the size of the text and icon inside.
QSize buttonSize(const Look&, const QSize& contents, const QWidget*);
QSize buttonSize(const Look&, const QStyleOptionToolButton&, const QSize& contents, const QWidget*);

void drawButton(QPainter&, const Look&, const QStyleOptionButton&, const QWidget*);
void drawButton(QPainter&, const Look&, const QStyleOptionToolButton&, const QWidget*);

}
