#pragma once

#include "ui/tables/TableContent.h"

#include <QFont>
#include <QRect>

#include <array>

class QColor;
class QPainter;

namespace ui {

class Appearance;

// What a cell shows, and how it stands in its table.
struct CellLook {
    enum class Line { none, thin, strong }; // below the cell

    const TableRow& row;
    const TableCell& cell;
    Qt::Alignment alignment = Qt::AlignRight;
    QString text = {}; // of the cell, or what was typed and refused
    Line line = Line::thin;
    bool isLabel = false; // of the first column
    bool isLast = false;  // of the last column
    bool hasSwatchSpace = false;
    bool isStrong = false; // of a strong column
    bool isCollapsed = false;
    bool isFrozenRight = false;
    bool isInvalid = false;
    bool isSelected = false;
    bool isMarked = false;
    bool isHovered = false;
    bool isCurrent = false;
    bool hasFocus = false;    // the table, or its editor
    bool hasHandle = false;   // the corner that is dragged to fill
    Qt::Edges fillEdges = {}; // of the area that is being filled
    QRect sight = {}; // what can be seen of the table, in coordinates of the cell; null: all
};

// Paints the cells of all tables. One line lies under each row, a stronger one around totals; there
// are no vertical lines.
class TablePainter {
public:
    explicit TablePainter(const Appearance&);

    // After the appearance has changed.
    void refresh();
    // Before the text of the first column and behind that of the last one. Chevrons of groups hang
    // in the first.
    void setSideMargins(int left, int right);
    int rightMargin() const { return m_rightMargin; }
    int leftMargin() const { return m_leftMargin; }

    void paint(QPainter&, const QRect& cell, const CellLook&) const;

    // Where the text stands; an editor has its text in the same place.
    QRect textArea(const QRect& cell, const CellLook&) const;
    QRect chevronArea(const QRect& cell, const CellLook&) const;
    QRect flagArea(const QRect& cell, const CellLook&) const;
    QFont font(const CellLook&) const;
    QColor ink(const CellLook&) const;
    // Of the whole cell, so that nothing in it is cut off.
    int width(const CellLook&) const;
    bool fits(const QRect& cell, const CellLook&) const;

private:
    QColor ground(const CellLook&) const;
    int indent(const CellLook&) const;
    QRectF pictureArea(const QRect& cell, const CellLook&) const;
    void paintLines(QPainter&, const QRect&, const CellLook&) const;
    void paintLabelParts(QPainter&, const QRect&, const CellLook&) const;
    void paintText(QPainter&, const QRect&, const CellLook&) const;
    void paintSecondLine(QPainter&, const QRect& area, const CellLook&) const;
    void paintShare(QPainter&, const QRect&, const CellLook&) const;
    void paintSplitBar(QPainter&, const QRect&, const CellLook&) const;
    void paintFlag(QPainter&, const QRect&, const CellLook&) const;
    void paintEdges(QPainter&, const QRect&, const CellLook&) const;
    void paintFrame(QPainter&, const QRect&, const CellLook&) const;

    const Appearance& m_appearance;
    std::array<QFont, 3> m_fonts; // regular, medium, strong
    int m_leftMargin = 8;
    int m_rightMargin = 8;
};

}
