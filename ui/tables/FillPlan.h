#pragma once

#include <QPoint>
#include <QRect>

#include <vector>

// Filling cells with the values of others. Areas and places are columns (x) and rows (y).
namespace ui {

struct FillStep {
    QPoint from;
    QPoint to;

    bool operator==(const FillStep&) const = default;
};

// What the area is once its corner is dragged to a cell: grown one way only, downwards, to the
// right, upwards or to the left, whichever is furthest.
QRect grownTo(const QRect& source, const QPoint& cell);

// All cells of `whole` beside `source` repeat the cells of `source`.
std::vector<FillStep> fillSteps(const QRect& source, const QRect& whole);

}
