#pragma once

// Part of core/engine/KernelCode.h, under the same rule: the rate of return of many cases at once.
//
// With x = 1 / (1 + rate), flows are worth p(x) = sum f[t]·x^t. The rate is the only x between
// lowestX and highestX at which p rises through 0, where p is below 0 at first. One such x is found
// quickly; that there is no other, or none at all, has to be proved. Three ways, each dearer than
// the one before; what they leave open goes to the careful method.
//
// 1. Flows that change sign at most twice have no other.
//
// 2. The coefficients of p(x) / (1 - x/c)^m are sums of sums of f[t]·c^t. By the rule of signs p
//    has at most as many zeros between 0 and c as they have changes of sign, and likewise beyond c
//    for sums from the other end. Here m is 3, and c the zero found, which divides out and leaves
//    2, or a place where p is large.
//
// 3. One piece of x after another has no zero, or one at most (core/engine/RisingZerosCode.h).

#include "core/engine/Kernel.h"
#include "core/engine/KernelBuiltins.h"
#include "core/engine/KernelCalls.h"
#include "core/engine/RisingZerosCode.h"

namespace core {

namespace {

// Some lanes of the flows of one instruction: as many as stay in registers.
template <int width>
struct LaneFlows {
    static constexpr int together = width < 32 ? width : 32;

    const double* lanes;
    const int* operands;
    int count;

    const double* operator()(int t) const { return lanes + static_cast<long>(operands[t]) * width; }
};

// Where p is to be looked at, lane by lane.
template <int together>
struct LanePlaces {
    alignas(64) double x[together];   // of the zero, or where p is large
    alignas(64) double low[together]; // the zero lies between these
    alignas(64) double high[together];
    alignas(64) double hasZero[together]; // 1: p rises through one, and no second one is in sight
    alignas(64) double isOpen[together];  // 1: there is more than one, or it was not found
    alignas(64) double changes[together]; // of sign of the flows
    alignas(64) double isProved[together];
};

// Signs of the flows, and of p on a grid.
template <int width, int together>
inline void look(const LaneFlows<width>& flows, LanePlaces<together>& places)
{
    constexpr int steps = 12;
    constexpr double ratio = 1.4795037051035300; // 110^(1/12)
    alignas(64) double sign[together];
    alignas(64) double largest[together];
    alignas(64) double before[together];
    alignas(64) double rises[together];
    for (int lane = 0; lane < together; ++lane) {
        sign[lane] = 0.0;
        places.changes[lane] = 0.0;
        places.x[lane] = lowestX;
        places.low[lane] = lowestX;
        places.high[lane] = highestX;
        largest[lane] = -__builtin_inf();
        before[lane] = 0.0;
        rises[lane] = 0.0;
    }
    for (int t = 0; t < flows.count; ++t) {
        const double* const flow = flows(t);
        GALVAL_IN_ORDER;
        for (int lane = 0; lane < together; ++lane) {
            const double now = flow[lane] > 0.0 ? 1.0 : flow[lane] < 0.0 ? -1.0 : sign[lane];
            places.changes[lane] += sign[lane] != 0.0 && now != sign[lane] ? 1.0 : 0.0;
            sign[lane] = now;
        }
    }
    const double balance = __builtin_sqrt(ratio); // to the power 1 - count: no year outweighs
    double factor = 1.0;
    for (int t = 1; t < flows.count; ++t)
        factor /= balance;
    double scale = 1.0;
    double x = lowestX;
    for (int step = 0; step <= steps; ++step) {
        alignas(64) double value[together];
        for (int lane = 0; lane < together; ++lane)
            value[lane] = 0.0;
        for (int t = flows.count - 1; t >= 0; --t) {
            const double* const flow = flows(t);
            GALVAL_IN_ORDER;
            for (int lane = 0; lane < together; ++lane)
                value[lane] = value[lane] * x + flow[lane];
        }
        for (int lane = 0; lane < together; ++lane) {
            const bool isRise = before[lane] < 0.0 && value[lane] > 0.0;
            places.low[lane] = isRise ? x / ratio : places.low[lane];
            places.high[lane] = isRise ? x : places.high[lane];
            rises[lane] += isRise ? 1.0 : 0.0;
            // p must begin below 0, and a place where it is 0 has no sides.
            const bool isOdd = step == 0 ? !(value[lane] < 0.0) : value[lane] == 0.0;
            rises[lane] += isOdd ? 9.0 : 0.0;
            before[lane] = value[lane];
            const bool isLarger = value[lane] * scale > largest[lane];
            places.x[lane] = isLarger ? x : places.x[lane];
            largest[lane] = isLarger ? value[lane] * scale : largest[lane];
        }
        scale *= factor;
        x *= ratio;
    }
    for (int lane = 0; lane < together; ++lane) {
        const double between = __builtin_sqrt(places.low[lane] * places.high[lane]);
        places.hasZero[lane] = rises[lane] == 1.0 ? 1.0 : 0.0;
        places.isOpen[lane] = rises[lane] > 1.0 ? 1.0 : 0.0;
        places.x[lane] = rises[lane] == 1.0 ? between : places.x[lane];
    }
}

// Newton's method, kept between the two places around the zero.
template <int width, int together>
inline void approach(const LaneFlows<width>& flows, LanePlaces<together>& places)
{
    constexpr int mostRounds = 20;
    constexpr double closeEnough = 1e-9; // a step further, and all digits are there
    alignas(64) double step[together];
    alignas(64) double slope[together];
    for (int round = 0; round < mostRounds; ++round) {
        alignas(64) double value[together];
        alignas(64) double x[together];
        for (int lane = 0; lane < together; ++lane) {
            value[lane] = slope[lane] = 0.0;
            x[lane] = places.x[lane];
        }
        for (int t = flows.count - 1; t >= 0; --t) {
            const double* const flow = flows(t);
            GALVAL_IN_ORDER;
            for (int lane = 0; lane < together; ++lane) {
                slope[lane] = slope[lane] * x[lane] + value[lane];
                value[lane] = value[lane] * x[lane] + flow[lane];
            }
        }
        for (int lane = 0; lane < together; ++lane) {
            const double low = value[lane] < 0.0 ? x[lane] : places.low[lane];
            const double high = value[lane] < 0.0 ? places.high[lane] : x[lane];
            const double wanted = x[lane] - value[lane] / slope[lane];
            const double next = wanted >= low && wanted <= high ? wanted : (low + high) / 2.0;
            places.low[lane] = low;
            places.high[lane] = high;
            step[lane] = places.hasZero[lane] > 0.0 ? next - x[lane] : 0.0;
            places.x[lane] = x[lane] + step[lane];
        }
        double largest = 0.0;
        for (int lane = 0; lane < together; ++lane) {
            const double size = __builtin_fabs(step[lane]);
            largest = size > largest ? size : largest;
        }
        if (largest < closeEnough)
            break;
    }
    for (int lane = 0; lane < together; ++lane) {
        const bool isFound = __builtin_fabs(step[lane]) < closeEnough && slope[lane] > 0.0;
        places.isOpen[lane] += isFound ? 0.0 : places.hasZero[lane];
    }
}

// The second way: whether the zero is the only one at which p rises, or there is none.
template <int width, int together>
inline void prove(const LaneFlows<width>& flows, LanePlaces<together>& places)
{
    alignas(64) double power[together];
    alignas(64) double first[together];
    alignas(64) double second[together];
    alignas(64) double third[together];
    alignas(64) double bad[together];
    alignas(64) double hasRisen[together];
    for (int lane = 0; lane < together; ++lane) {
        power[lane] = 1.0;
        first[lane] = second[lane] = third[lane] = bad[lane] = hasRisen[lane] = 0.0;
    }
    for (int t = 0; t < flows.count; ++t) {
        const double* const flow = flows(t);
        GALVAL_IN_ORDER;
        for (int lane = 0; lane < together; ++lane) {
            first[lane] += flow[lane] * power[lane];
            second[lane] += first[lane];
            third[lane] += second[lane];
            bad[lane] += third[lane] > 0.0 ? 1.0 : 0.0;
            power[lane] *= places.x[lane];
        }
    }
    alignas(64) double inverse[together];
    for (int lane = 0; lane < together; ++lane) {
        const double ofValue = places.hasZero[lane] > 0.0 ? -1.0 : first[lane];
        const bool isEnd = ofValue < 0.0 && second[lane] < 0.0 && third[lane] < 0.0;
        bad[lane] += isEnd ? 0.0 : 1.0;
        inverse[lane] = 1.0 / places.x[lane];
        power[lane] = 1.0;
        first[lane] = second[lane] = third[lane] = 0.0;
    }
    // From the other end. With the zero divided out signs are turned, and p may fall once more.
    for (int t = flows.count - 1; t >= 0; --t) {
        const double* const flow = flows(t);
        GALVAL_IN_ORDER;
        for (int lane = 0; lane < together; ++lane) {
            first[lane] += flow[lane] * power[lane];
            second[lane] += first[lane];
            third[lane] += second[lane];
            const double isAbove = third[lane] > 0.0 ? 1.0 : 0.0;
            const double isLost = third[lane] < 0.0 ? hasRisen[lane] : 0.0;
            bad[lane] += places.hasZero[lane] > 0.0 ? isLost : isAbove;
            hasRisen[lane] = isAbove > 0.0 ? 1.0 : hasRisen[lane];
            power[lane] *= inverse[lane];
        }
    }
    for (int lane = 0; lane < together; ++lane) {
        const bool hasZero = places.hasZero[lane] > 0.0;
        const double turned = hasZero ? -1.0 : 1.0;
        const double ofValue = hasZero ? -1.0 : first[lane];
        const bool isEnd =
            ofValue < 0.0 && turned * second[lane] < 0.0 && turned * third[lane] < 0.0;
        places.isProved[lane] = bad[lane] == 0.0 && isEnd ? 1.0 : 0.0;
    }
}

template <int width>
inline void ratesOfReturn(const KernelInstruction& i, const KernelRun& run)
{
    constexpr int together = LaneFlows<width>::together;
    for (int from = 0; from < width; from += together) {
        const LaneFlows<width> flows {run.lanes + from, run.operands + i.b, i.c};
        LanePlaces<together> places;
        look(flows, places);
        approach(flows, places);
        prove(flows, places);

        double* const target = run.lanes + static_cast<long>(i.target) * width + from;
        double single[maximumListLength];
        for (int lane = 0; lane < together; ++lane) {
            const bool hasZero = places.hasZero[lane] > 0.0;
            const bool isOpen = places.isOpen[lane] > 0.0;
            const double rate = hasZero ? 1.0 / places.x[lane] - 1.0 : __builtin_nan("");
            const bool isProvedBySigns = hasZero && places.changes[lane] <= 2.0;
            if (!isOpen && (isProvedBySigns || places.isProved[lane] > 0.0)) {
                target[lane] = rate;
                continue;
            }
            for (int t = 0; t < i.c; ++t)
                single[t] = flows(t)[lane];
            ZerosOfPieces zeros;
            const RisingZeros found = risingZeros(single, i.c, zeros);
            const bool isOne = found == RisingZeros::one;
            const double x = isOne && (!hasZero || isOpen)
                                 ? zeroBetween(single, i.c, zeros.low, zeros.high)
                                 : places.x[lane];
            if (found == RisingZeros::none)
                target[lane] = __builtin_nan("");
            else if (isOne && x > 0.0)
                target[lane] = 1.0 / x - 1.0;
            else
                target[lane] = rateOfReturnOf(single, i.c);
        }
    }
}

}

}
