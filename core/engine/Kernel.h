#pragma once

#include "core/engine/Tape.h"

// The inner loop of evaluation: runs the instructions of a program over lanes of doubles.
namespace core {

// `target` and the operands name slots. Slot s of the lanes is `lanes[s * width]` and the numbers
// that follow; a single number that all lanes share is `singles[s]`.
struct KernelInstruction {
    TapeOperation operation =
        TapeOperation::constant; // `constant`: spreads single a over the lanes
    bool isSingleA = false;      // only for operations of two numbers
    bool isSingleB = false;      // likewise, and for alternatives of `choose`, all of them
    int target = 0;
    int a = 0;
    int b = 0;
    int c = 0;
};

struct KernelRun {
    const KernelInstruction* first;
    const KernelInstruction* last;
    const int* operands; // lists, in slots
    const double* singles;
    double* lanes;
};

enum class LaneWidth { one, eight, sixtyFour };
constexpr int laneCount(LaneWidth width)
{
    return width == LaneWidth::one ? 1 : width == LaneWidth::eight ? 8 : 64;
}

using Kernel = void (*)(const KernelRun&);

enum class InstructionSet { baseline, avx2, avx512 };

// The best that both this build and this processor have.
InstructionSet bestInstructionSet();

// Null when the processor lacks the instruction set.
Kernel kernelFor(LaneWidth width, InstructionSet set = bestInstructionSet());

const char* nameOf(InstructionSet set);

}
