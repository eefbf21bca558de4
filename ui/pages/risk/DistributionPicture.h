#pragma once

#include "core/project/Analysis.h"

#include <QList>
#include <QPointF>

// Distributions as pictures, in a unit square: 0 to 1 over the range shown, and 0 to 1 in height.
namespace ui {

struct ValueRange {
    double low = 0.0;
    double high = 1.0;

    double place(double value) const { return (value - low) / (high - low); }
    double value(double place) const { return low + place * (high - low); }
};

// Where a draw lies but for one in some hundreds; with both ends of what has ends.
ValueRange rangeOfDraws(const core::Distribution&);

// The density along the range. Empty where draws are single values.
QList<QPointF> densityLine(const core::Distribution&, const ValueRange&, int points);

// Place and height of each value, where draws are single values.
QList<QPointF> discreteBars(const core::Distribution&, const ValueRange&);

}
