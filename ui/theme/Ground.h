#pragma once

#include <optional>

class QPainter;
class QWidget;

namespace ui {

struct Theme;

// What a part of the window stands on. All else shows what is behind it.
enum class Ground {
    toolBar,    // chrome between two lines
    navigation, // chrome, with a line at its right
    sideColumn, // surface2, with a line at its right
    sidePanel,  // surface2, with a line at its left; controls in it are lower
};

void setGround(QWidget&, Ground);
std::optional<Ground> groundOf(const QWidget&);

// Draws what setGround() has asked for, if it has.
void drawGround(QPainter&, const QWidget&, const Theme&);

}
