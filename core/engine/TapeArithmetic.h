#pragma once

#include "core/engine/Tape.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

// What each operation of a tape means for single numbers. The lane kernel does the same to many.
namespace core {

// "There is no such figure": it exists inside an evaluation only and leaves it as an empty
// optional.
inline constexpr double undefinedFigure = std::numeric_limits<double>::quiet_NaN();

inline bool isUndefined(double figure)
{
    return std::isnan(figure);
}

inline std::optional<double> definedOrNone(double figure)
{
    if (isUndefined(figure))
        return std::nullopt;
    return figure;
}

// Which alternative, counted from 0, an index counted from 1 names; the nearest one when out of
// range.
inline int choiceIndex(double index, int count)
{
    return std::clamp(static_cast<int>(index) - 1, 0, count - 1);
}

// Twice the exponent, when it is a whole number small enough to multiply out: powers by year, also
// at mid-year, then need no logarithm.
inline bool isHalfInteger(double exponent, int& doubled)
{
    const double twice = exponent * 2.0;
    if (!(std::abs(twice) <= 2048.0) || twice != std::floor(twice))
        return false;
    doubled = static_cast<int>(twice);
    return true;
}

inline double powerOf(double base, double exponent)
{
    int doubled = 0;
    if (!isHalfInteger(exponent, doubled))
        return std::pow(base, exponent);
    double square = base;
    double result = (std::abs(doubled) & 1) != 0 ? std::sqrt(base) : 1.0;
    for (int whole = std::abs(doubled) / 2; whole != 0; whole >>= 1) {
        if ((whole & 1) != 0)
            result *= square;
        square *= square;
    }
    return doubled < 0 ? 1.0 / result : result;
}

inline double compute(TapeOperation operation, double a, double b)
{
    switch (operation) {
    case TapeOperation::add:
        return a + b;
    case TapeOperation::subtract:
        return a - b;
    case TapeOperation::multiply:
        return a * b;
    case TapeOperation::divide:
        return a / b;
    case TapeOperation::minimum:
        return b < a ? b : a;
    case TapeOperation::maximum:
        return a < b ? b : a;
    case TapeOperation::power:
        return powerOf(a, b);
    case TapeOperation::less:
        return a < b ? 1.0 : 0.0;
    case TapeOperation::equal:
        return a == b ? 1.0 : 0.0;
    default:
        return undefinedFigure;
    }
}

}
