#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// The rates at which a yearly cash flow is worth nothing, and the one of them that may be called
// its rate of return. Rates are fractions per year. The first flow is not discounted, which does
// not matter here: shifting all flows in time moves no root.
namespace core {

// Where roots are sought, ends included; -1 < low < high. Without another range: -90 % to +1000 %.
struct RateRange {
    double low = -0.9;
    double high = 10.0;
};

// What the present value does at a root as the rate rises: an investment's falls through zero, a
// borrowing's rises. At a root of even order it touches zero and turns back.
enum class RootDirection { falls, rises, touches };

struct RateRoot {
    double rate = 0.0;
    RootDirection direction = RootDirection::falls;

    bool operator==(const RateRoot&) const = default;
};

// Flows that change sign more often are noise, for which the search would take seconds and more.
inline constexpr std::size_t mostSignChanges = 400;

// All rates r in the range with sum flows[t]·(1+r)^-t = 0, ascending, each once whatever its order.
// - A simple root is accurate to about 1e-13 of 1 + rate. A root of higher order is found where
// rounding
//   hides it, as accurately as the flows determine it; roots that rounding of the flows by a few
//   hundred units in the last place would merge are reported as one.
// - Empty when there are no flows, a single one, only zeros (every rate would do), flows of one
// sign, a
//   flow that is not finite, too many changes of sign, or a range that is none.
std::vector<RateRoot> rateRoots(std::span<const double> flows, RateRange range = {});

enum class NoRateReason {
    none,                // there is a rate
    allZero,             // no flow, or none but zeros
    notFinite,           // a flow is infinite or not a number
    noRoot,              // the present value has the same sign at every rate of the range
    noFallingRoot,       // several roots, none of which is an investment's
    severalFallingRoots, // no way to tell which is meant
    tooManySignChanges,  // more than mostSignChanges: not looked for
};

// The rate of return in the strict sense. It is the only root at which the present value falls
// through zero; closure costs often add a root at which it rises, which is no rate of return. A
// single root is the rate whatever its direction; when it rises the flows are a borrowing and the
// rate is what it costs.
struct RateOfReturn {
    std::optional<double> rate;
    bool isBorrowing = false;
    NoRateReason reason = NoRateReason::none;
    std::vector<double> roots; // all of them, ascending

    bool operator==(const RateOfReturn&) const = default;
};

RateOfReturn rateOfReturn(std::span<const double> flows, RateRange range = {});

}
