#pragma once

#include "core/engine/Kernel.h"

#include <cstdint>

// The inner loops of drawing: each works on a block of numbers, one for each of the trials that are
// computed together.
namespace core {

inline constexpr int trialsPerBlock = laneCount(LaneWidth::sixtyFour);

// A rearrangement of the numbers below `count`, of which any one is found without the others: a
// Feistel network over pairs (left, right) of digits, right below `rights`. What falls beyond
// `count` goes through it again.
struct Permutation {
    static constexpr int rounds = 6;
    std::uint32_t count = 1;
    std::uint32_t lefts = 1; // lefts · rights is at least count and little more
    std::uint32_t rights = 1;
    std::uint32_t keys[rounds] = {};
};

// A function of a standard normal number between -reach and reach, flat beyond: polynomials of
// degree 5 between evenly spaced knots.
struct NormalTable {
    static constexpr int coefficients = 6;
    static constexpr int perUnit = 8; // intervals
    static constexpr double reach = 8.5;
    static constexpr int intervals = 136; // 2 · reach · perUnit
    const double* content;                // [intervals][coefficients]
};

struct Steps {
    const double* values;
    const double* thresholds; // of the uniform number from which on the next value holds
    int count;                // of values; one more than thresholds
};

// All arrays hold trialsPerBlock numbers; input and output may be the same array.
struct SamplingKernel {
    // Uniform numbers between 0 and 1, ends excluded, of the trials from `first` on: random, ...
    void (*random)(std::uint64_t key, std::uint64_t first, double* uniform);
    // ... one in each of `count` equal intervals, in the order of the permutation and at random
    // within them, ...
    void (*latin)(
        const Permutation& order, std::uint64_t key, std::uint64_t first, double* uniform);
    // ... or binary fractions: those of the block, each with the same bits turned over.
    void (*binary)(const std::uint32_t* block, std::uint32_t turned, double* uniform);

    void (*normal)(const double* uniform, double* normal);
    void (*table)(const NormalTable& table, const double* normal, double* value);

    void (*scale)(double factor, double shift, const double* number, double* value);
    // keep · sum + gain · number takes the place of `sum`.
    void (*advance)(double keep, double gain, const double* number, double* sum);
    // The sum of factors[k] times the k-th of `count` blocks of numbers, which follow one another.
    void (*combine)(const double* factors, int count, const double* numbers, double* sum);
    // e^(factor · number + shift)
    void (*exponential)(double factor, double shift, const double* number, double* value);
    // Of a triangle from 0 to 1 with its top at `mode`, from uniform numbers.
    void (*triangular)(double mode, const double* uniform, double* value);
    void (*steps)(const Steps& steps, const double* uniform, double* value);
    // Puts what lies beyond the limits on them, and says how many there were of the first `count`.
    int (*hold)(double low, double high, int count, double* value);
};

// Null when the processor lacks the instruction set.
const SamplingKernel* samplingKernelFor(InstructionSet set = bestInstructionSet());

// Not inline, on purpose: see core/engine/KernelCode.h.
double normalQuantileOf(double uniform);

}
