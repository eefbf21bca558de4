#include "ui/tables/FillPlan.h"

#include <algorithm>

namespace ui {

namespace {

// The place in a run that repeats, also before its start.
int repeated(int place, int start, int length)
{
    const int offset = (place - start) % length;
    return start + (offset < 0 ? offset + length : offset);
}

}

QRect grownTo(const QRect& source, const QPoint& cell)
{
    const int down = cell.y() - source.bottom(), up = source.top() - cell.y();
    const int right = cell.x() - source.right(), left = source.left() - cell.x();
    QRect whole = source;
    const int furthest = std::max({down, up, right, left});
    if (furthest <= 0)
        return whole;
    if (furthest == down)
        whole.setBottom(cell.y());
    else if (furthest == up)
        whole.setTop(cell.y());
    else if (furthest == right)
        whole.setRight(cell.x());
    else
        whole.setLeft(cell.x());
    return whole;
}

std::vector<FillStep> fillSteps(const QRect& source, const QRect& whole)
{
    std::vector<FillStep> steps;
    for (int row = whole.top(); row <= whole.bottom(); ++row)
        for (int column = whole.left(); column <= whole.right(); ++column)
            if (!source.contains(column, row))
                steps.push_back({QPoint(repeated(column, source.left(), source.width()),
                                     repeated(row, source.top(), source.height())),
                    QPoint(column, row)});
    return steps;
}

}
