#pragma once

#include <vector>

namespace ui {

// The values that an axis names, multiples of 1, 2 or 5 × 10ⁿ, and the range that it covers.
struct AxisScale {
    double first = 0.0; // of the range
    double last = 1.0;
    double step = 1.0;

    std::vector<double> values() const; // none where rounding swallows a step
    int decimals() const;               // that its values need
};

// For values from `smallest` to `largest`: four to six values on the axis. Where the ends are not
// round, the range ends a little beyond the data rather than at the next round value. A range too
// narrow to be told apart in numbers is widened to zero.
AxisScale axisScale(double smallest, double largest);

// The largest step of 1, 2 or 5 × 10ⁿ that has at least four multiples from `first` to `last`, for
// an axis that ends with the data.
double stepWithin(double first, double last);

// The smallest of 1, 2 or 5 × 10ⁿ that is no smaller than this, which is positive.
double roundStep(double atLeast);

// The years that an axis names: each, every 2nd, 4th, 5th, 10th, …, at most `most` of them.
std::vector<int> namedYears(int first, int last, int most);

}
