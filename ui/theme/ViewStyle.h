#pragma once

#include <QRect>
#include <QSize>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;

namespace ui {

struct Look;

// What is around lists, tables and pages: heads, tabs, scroll bars and the lines between panes.

QSize headerSize(const QSize& text);
void drawHeader(QPainter&, const Look&, const QStyleOptionHeader&);
void drawHeaderGround(QPainter&, const Look&, const QRect&, Qt::Orientation);

QSize tabSize(const Look&, const QStyleOptionTab&, const QWidget*);
void drawTab(QPainter&, const Look&, const QStyleOptionTab&, const QWidget*);

inline constexpr int scrollBarWidth = 10;
inline constexpr int scrollHandleLength = 28; // at least
QRect scrollBarPart(const QStyleOptionSlider&, QStyle::SubControl);
void drawScrollBar(QPainter&, const Look&, const QStyleOptionSlider&);

// A handle as thin as a line is one; a broader one shows itself under the pointer.
void drawSplitterHandle(QPainter&, const Look&, const QStyleOption&);

}
