#pragma once

#include <QSize>

class QPainter;
class QStyleOptionMenuItem;
class QWidget;

namespace ui {

struct Look;

// The menu bar and menus.

inline constexpr int menuBorder = 1;
inline constexpr int menuMargin = 4; // above the first item and below the last
inline constexpr int menuBarMargin = 6;

QSize menuBarItemSize(const Look&, const QSize& text);
QSize menuItemSize(const Look&, const QStyleOptionMenuItem&, const QSize& text);

void drawMenuBarItem(QPainter&, const Look&, const QStyleOptionMenuItem&, const QWidget*);
void drawMenuItem(QPainter&, const Look&, const QStyleOptionMenuItem&, const QWidget*);

}
