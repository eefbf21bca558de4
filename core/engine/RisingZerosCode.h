#pragma once

// Part of core/engine/KernelCode.h, under the same rule: where the p of one case rises through 0,
// piece by piece, which is the third way of core/engine/RatesOfReturnCode.h.
//
// On a short piece of log x, p·x^-k is a series of few terms and a bound of the rest: a piece where
// the first term outweighs all others has no zero, and one where the second outweighs those after
// it has no second one. Where neither is so, shorter pieces tell.

#include "core/engine/KernelBuiltins.h"

namespace core {

namespace {

constexpr double lowestX = 1.0 / 11.0; // for rates of +1000 % …
constexpr double highestX = 10.0;      // … and -90 %

enum class RisingZeros { none, one, unknown };

struct Pieces {
    static constexpr int together = 16;
    static constexpr int count = 96;
    static constexpr int innerFirst = 32;                         // rates of return from 130 % …
    static constexpr int innerLast = 64;                          // … down to -52 %
    static constexpr double halfWidth = 0.024481668571835501;     // ln(110) / 192
    static constexpr double growthOfHalf = 1.0247838051843039;    // e^halfWidth
    static constexpr double growthOfShorter = 1.0015312754925825; // e^(halfWidth / together)
    double middles[count] = {};
    double shorter[together] = {}; // middles of the parts of a piece, to be multiplied by its own
    double inner[2] = {};          // between which the inner pieces lie
};

constexpr Pieces piecesOfRange()
{
    Pieces pieces;
    double middle = lowestX * Pieces::growthOfHalf;
    for (double& at : pieces.middles) {
        at = middle;
        middle *= Pieces::growthOfHalf * Pieces::growthOfHalf;
    }
    middle = Pieces::growthOfShorter / Pieces::growthOfHalf;
    for (double& at : pieces.shorter) {
        at = middle;
        middle *= Pieces::growthOfShorter * Pieces::growthOfShorter;
    }
    pieces.inner[0] = pieces.middles[Pieces::innerFirst] / Pieces::growthOfHalf;
    pieces.inner[1] = pieces.middles[Pieces::innerLast] / Pieces::growthOfHalf;
    return pieces;
}

constexpr Pieces pieces = piecesOfRange();

// Of some pieces of a width: the sign of p where it has no zero, and of its slope where it has one
// at most.
inline void judge(const double* flows, int count, const double* middles, double halfWidth,
    double* signs, double* slopes)
{
    constexpr int together = Pieces::together;
    constexpr double rounding = 1e-12; // of each term, and more
    alignas(64) double power[together];
    alignas(64) double value[together];
    alignas(64) double slope[together];
    alignas(64) double second[together];
    alignas(64) double third[together];
    alignas(64) double rest[together];
    for (int i = 0; i < together; ++i) {
        power[i] = 1.0;
        value[i] = slope[i] = second[i] = third[i] = rest[i] = 0.0;
    }
    const double centre = (count - 1) / 2.0;
    for (int t = 0; t < count; ++t) {
        const double a = (t - centre) * halfWidth;
        const double size = __builtin_fabs(a);
        const double growth = 1.0 + size * (1.0 + size * (0.5 + size)); // above e^|a|
        const double weight2 = a * a / 2.0;
        const double weight3 = weight2 * a / 3.0;
        const double weight4 = __builtin_fabs(weight3) * size / 4.0 * growth + rounding;
        const double flow = flows[t];
        GALVAL_IN_ORDER;
        for (int i = 0; i < together; ++i) {
            const double term = flow * power[i];
            power[i] *= middles[i];
            value[i] += term;
            slope[i] += a * term;
            second[i] += weight2 * term;
            third[i] += weight3 * term;
            rest[i] += weight4 * __builtin_fabs(term);
        }
    }
    for (int i = 0; i < together; ++i) {
        const double linear = __builtin_fabs(slope[i]);
        const double square = __builtin_fabs(second[i]);
        const double cube = __builtin_fabs(third[i]);
        const bool hasNoZero = __builtin_fabs(value[i]) > linear + square + cube + rest[i];
        const bool hasNoTurn = linear > 2.0 * square + 3.0 * cube + 4.0 * rest[i];
        const double sign = value[i] > 0.0 ? 1.0 : -1.0;
        const double direction = slope[i] > 0.0 ? 1.0 : -1.0;
        signs[i] = hasNoZero ? sign : 0.0;
        slopes[i] = hasNoTurn ? direction : 0.0;
    }
}

// Whether sums of sums leave no zero on one side of x: below it, where p begins below 0, or, from
// the last flow, above it, where p may fall once from above 0.
inline bool isSettledBelow(const double* flows, int count, double x)
{
    double first = 0.0;
    double second = 0.0;
    double third = 0.0;
    double power = 1.0;
    bool isBelow = true;
    for (int t = 0; t < count; ++t) {
        first += flows[t] * power;
        second += first;
        third += second;
        isBelow = isBelow && !(third > 0.0);
        power *= x;
    }
    return isBelow && first < 0.0 && second < 0.0 && third < 0.0;
}

inline bool isSettledAbove(const double* flows, int count, double x)
{
    const double inverse = 1.0 / x;
    double first = 0.0;
    double second = 0.0;
    double third = 0.0;
    double power = 1.0;
    bool isBelow = true;
    bool isAbove = false;
    bool isLost = false;
    for (int t = count - 1; t >= 0; --t) {
        first += flows[t] * power;
        second += first;
        third += second;
        isBelow = isBelow && !(third > 0.0);
        isLost = isLost || (isAbove && third < 0.0);
        isAbove = isAbove || third > 0.0;
        power *= inverse;
    }
    if (first < 0.0 && second < 0.0 && third < 0.0)
        return isBelow;
    return first > 0.0 && second > 0.0 && third > 0.0 && !isLost;
}

// Zeros of p in one piece after another.
struct ZerosOfPieces {
    double before = -1.0;   // the sign of p in the last piece without a zero
    double place = 0.0;     // within that piece
    double direction = 0.0; // of p in the pieces since then
    int rises = 0;
    double low = 0.0; // the last of the rises lies between these
    double high = 0.0;

    // False where there may be a pair of zeros.
    bool add(double sign, double slope, double middle)
    {
        if (sign == 0.0) {
            if (slope == 0.0 || direction * slope < 0.0)
                return false;
            direction = slope;
            return true;
        }
        if (sign > before) {
            ++rises;
            low = place;
            high = middle;
        }
        before = sign;
        place = middle;
        direction = 0.0;
        return true;
    }
};

inline bool addShorterPieces(const double* flows, int count, double middle, ZerosOfPieces& zeros)
{
    constexpr int together = Pieces::together;
    double middles[together];
    double signs[together];
    double slopes[together];
    for (int i = 0; i < together; ++i)
        middles[i] = middle * pieces.shorter[i];
    judge(flows, count, middles, Pieces::halfWidth / together, signs, slopes);
    bool isKnown = true;
    for (int i = 0; i < together && isKnown; ++i)
        isKnown = zeros.add(signs[i], slopes[i], middles[i]);
    return isKnown;
}

// The sign of p at highestX, there beside the power of the last flow; 0 where it is too small to
// tell.
inline double signAtEnd(const double* flows, int count)
{
    constexpr double level = 1e-10;
    double value = 0.0;
    double size = 0.0;
    for (int t = 0; t < count; ++t) {
        value = value / highestX + flows[t];
        size = size / highestX + __builtin_fabs(flows[t]);
    }
    return value > level * size ? 1.0 : value < -level * size ? -1.0 : 0.0;
}

// `zeros` are all of them, unless the answer is unknown.
inline RisingZeros risingZeros(const double* flows, int count, ZerosOfPieces& zeros)
{
    constexpr int mostFlows = 300; // for which the bound of e^|a| holds
    if (count > mostFlows)
        return RisingZeros::unknown;
    const int first = isSettledBelow(flows, count, pieces.inner[0]) ? Pieces::innerFirst : 0;
    const int last =
        isSettledAbove(flows, count, pieces.inner[1]) ? Pieces::innerLast : Pieces::count;
    for (int from = first; from < last || (zeros.direction != 0.0 && from < Pieces::count);
         from += Pieces::together) {
        double signs[Pieces::together];
        double slopes[Pieces::together];
        judge(flows, count, pieces.middles + from, Pieces::halfWidth, signs, slopes);
        if (from == first && signs[0] != -1.0)
            return RisingZeros::unknown; // p begins above 0, or may
        for (int i = 0; i < Pieces::together; ++i) {
            const bool isOpen = signs[i] == 0.0 && slopes[i] == 0.0;
            const bool isKnown =
                isOpen ? addShorterPieces(flows, count, pieces.middles[from + i], zeros)
                       : zeros.add(signs[i], slopes[i], pieces.middles[from + i]);
            if (!isKnown)
                return RisingZeros::unknown;
        }
    }
    if (zeros.direction != 0.0)
        zeros.add(signAtEnd(flows, count), zeros.direction, highestX);
    if (zeros.rises > 1)
        return RisingZeros::none; // several, and so no rate
    if (zeros.direction != 0.0)
        return RisingZeros::unknown;
    return zeros.rises == 1 ? RisingZeros::one : RisingZeros::none;
}

// The zero at which p rises between two places, by Newton's method; 0 where its slope is so small
// that rounding moves it.
inline double zeroBetween(const double* flows, int count, double low, double high)
{
    constexpr int mostRounds = 60;
    constexpr double closeEnough = 1e-9; // a step further, and all digits are there
    constexpr double leastSlope = 0.01;
    double x = __builtin_sqrt(low * high);
    for (int round = 0; round < mostRounds; ++round) {
        double value = 0.0;
        double slope = 0.0;
        double size = 0.0;
        for (int t = count - 1; t >= 0; --t) {
            slope = slope * x + value;
            value = value * x + flows[t];
            size = size * x + __builtin_fabs(flows[t]);
        }
        (value < 0.0 ? low : high) = x;
        const double wanted = x - value / slope;
        const double next = wanted >= low && wanted <= high ? wanted : (low + high) / 2.0;
        const bool isClose = __builtin_fabs(next - x) < closeEnough * x;
        x = next;
        if (isClose)
            return slope * x > leastSlope * size ? x : 0.0;
    }
    return 0.0;
}

}

}
