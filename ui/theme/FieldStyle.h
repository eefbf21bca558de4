#pragma once

#include <QRect>
#include <QSize>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionProgressBar;
class QWidget;

namespace ui {

struct Look;

// What values are typed, chosen and shown in: lines, notes, combo boxes, marks and progress. A line
// says by its properties invalid and question (true) what is wrong with its text.

QSize lineSize(const Look&, const QSize& contents, const QWidget*);
QRect lineContents(const QRect& line, const QWidget*);
void drawLine(QPainter&, const Look&, const QStyleOption&, const QWidget*);

// The border of a field of several lines, and what it takes at each side.
inline constexpr int noteBorder = 6;
void drawNote(QPainter&, const Look&, const QStyleOption&);

QSize comboBoxSize(const Look&, const QStyleOption&, const QSize& contents, const QWidget*);
QRect comboBoxArrow(const QRect& box);
QRect comboBoxText(const QRect& box);
void drawComboBox(QPainter&, const Look&, const QStyleOptionComboBox&);

void drawMark(QPainter&, const Look&, QStyle::PrimitiveElement, const QStyleOption&);

inline constexpr int progressHeight = 6;
void drawProgress(QPainter&, const Look&, const QStyleOptionProgressBar&);

}
