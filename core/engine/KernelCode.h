// The kernel, compiled once per instruction set: each KernelXxx.cpp defines GALVAL_KERNEL_NAME and
// includes this. Everything here has internal linkage and calls no inline function of another
// header: otherwise the linker could keep the copy compiled for a newer processor and hand it to
// everybody.

#include "core/engine/Kernel.h"
#include "core/engine/KernelBuiltins.h"
#include "core/engine/KernelCalls.h"
#include "core/engine/RatesOfReturnCode.h"

namespace core {

namespace {

template <int width, class Compute>
inline void binary(const KernelInstruction& i, const KernelRun& run, Compute compute)
{
    double* const target = run.lanes + static_cast<long>(i.target) * width;
    if constexpr (width == 1) {
        // One case is all singles: they live in the lanes themselves, except in the body of a
        // program that runs lane by lane.
        const double a = i.isSingleA ? run.singles[i.a] : run.lanes[i.a];
        const double b = i.isSingleB ? run.singles[i.b] : run.lanes[i.b];
        *target = compute(a, b);
        return;
    }
    if (i.isSingleA) {
        const double a = run.singles[i.a];
        const double* const b = run.lanes + static_cast<long>(i.b) * width;
        for (int lane = 0; lane < width; ++lane)
            target[lane] = compute(a, b[lane]);
    } else if (i.isSingleB) {
        const double* const a = run.lanes + static_cast<long>(i.a) * width;
        const double b = run.singles[i.b];
        for (int lane = 0; lane < width; ++lane)
            target[lane] = compute(a[lane], b);
    } else {
        const double* const a = run.lanes + static_cast<long>(i.a) * width;
        const double* const b = run.lanes + static_cast<long>(i.b) * width;
        for (int lane = 0; lane < width; ++lane)
            target[lane] = compute(a[lane], b[lane]);
    }
}

// Powers by year, also at mid-year, by multiplying out; core/engine/TapeArithmetic.h does the same.
template <int width>
inline void power(const KernelInstruction& i, const KernelRun& run)
{
    double* const target = run.lanes + static_cast<long>(i.target) * width;
    const double* const b = run.lanes + static_cast<long>(i.b) * width;
    int doubled = 0;
    const bool isShared = i.isSingleB || width == 1;
    if (i.isSingleA || !isShared || !halfInteger(i.isSingleB ? run.singles[i.b] : b[0], doubled)) {
        for (int lane = 0; lane < width; ++lane) {
            const double base =
                i.isSingleA ? run.singles[i.a] : run.lanes[static_cast<long>(i.a) * width + lane];
            target[lane] = powerOfNumbers(base, i.isSingleB ? run.singles[i.b] : b[lane]);
        }
        return;
    }
    const double* const a = run.lanes + static_cast<long>(i.a) * width;
    const int magnitude = doubled < 0 ? -doubled : doubled;
    double square[width];
    double result[width];
    for (int lane = 0; lane < width; ++lane) {
        square[lane] = a[lane];
        result[lane] = (magnitude & 1) != 0 ? __builtin_sqrt(a[lane]) : 1.0;
    }
    for (int whole = magnitude / 2; whole != 0; whole >>= 1) {
        if ((whole & 1) != 0)
            for (int lane = 0; lane < width; ++lane)
                result[lane] *= square[lane];
        for (int lane = 0; lane < width; ++lane)
            square[lane] *= square[lane];
    }
    for (int lane = 0; lane < width; ++lane)
        target[lane] = doubled < 0 ? 1.0 / result[lane] : result[lane];
}

// The target may be the slot of an operand, so it is written when all are read.
template <int width>
inline void choice(const KernelInstruction& i, const KernelRun& run)
{
    const auto lanes = [&run](int slot) { return run.lanes + static_cast<long>(slot) * width; };
    const int* const alternatives = run.operands + i.b;
    const double* const index = lanes(i.a);
    alignas(64) double chosen[width];
    for (int lane = 0; lane < width; ++lane)
        chosen[lane] = i.isSingleB ? run.singles[alternatives[0]] : lanes(alternatives[0])[lane];
    for (int k = 1; k < i.c; ++k) {
        const double reached = k + 1.0;
        if (i.isSingleB) {
            const double alternative = run.singles[alternatives[k]];
            for (int lane = 0; lane < width; ++lane)
                chosen[lane] = index[lane] < reached ? chosen[lane] : alternative;
        } else {
            const double* const alternative = lanes(alternatives[k]);
            for (int lane = 0; lane < width; ++lane)
                chosen[lane] = index[lane] < reached ? chosen[lane] : alternative[lane];
        }
    }
    double* const target = lanes(i.target);
    for (int lane = 0; lane < width; ++lane)
        target[lane] = chosen[lane];
}

// An operation on a list of values, one lane at a time, by a function outside.
template <int width, class Compute>
inline void list(const KernelInstruction& i, const KernelRun& run, Compute compute)
{
    double* const target = run.lanes + static_cast<long>(i.target) * width;
    double numbers[maximumListLength];
    for (int lane = 0; lane < width; ++lane) {
        for (int k = 0; k < i.c; ++k)
            numbers[k] = run.lanes[static_cast<long>(run.operands[i.b + k]) * width + lane];
        target[lane] = compute(numbers, i.c);
    }
}

template <int width>
void runKernel(const KernelRun& run)
{
    for (const KernelInstruction* at = run.first; at != run.last; ++at) {
        const KernelInstruction& i = *at;
        double* const target = run.lanes + static_cast<long>(i.target) * width;
        switch (i.operation) {
        case TapeOperation::constant:
            for (int lane = 0; lane < width; ++lane)
                target[lane] = run.singles[i.a];
            break;
        case TapeOperation::add:
            binary<width>(i, run, [](double a, double b) { return a + b; });
            break;
        case TapeOperation::subtract:
            binary<width>(i, run, [](double a, double b) { return a - b; });
            break;
        case TapeOperation::multiply:
            binary<width>(i, run, [](double a, double b) { return a * b; });
            break;
        case TapeOperation::divide:
            binary<width>(i, run, [](double a, double b) { return a / b; });
            break;
        case TapeOperation::minimum:
            binary<width>(i, run, [](double a, double b) { return b < a ? b : a; });
            break;
        case TapeOperation::maximum:
            binary<width>(i, run, [](double a, double b) { return a < b ? b : a; });
            break;
        case TapeOperation::less:
            binary<width>(i, run, [](double a, double b) { return a < b ? 1.0 : 0.0; });
            break;
        case TapeOperation::equal:
            binary<width>(i, run, [](double a, double b) { return a == b ? 1.0 : 0.0; });
            break;
        case TapeOperation::power:
            power<width>(i, run);
            break;
        case TapeOperation::where: {
            const double* const condition = run.lanes + static_cast<long>(i.a) * width;
            const double* const then = run.lanes + static_cast<long>(i.b) * width;
            const double* const otherwise = run.lanes + static_cast<long>(i.c) * width;
            for (int lane = 0; lane < width; ++lane)
                target[lane] = condition[lane] != 0.0 ? then[lane] : otherwise[lane];
            break;
        }
        case TapeOperation::choose:
            choice<width>(i, run);
            break;
        case TapeOperation::smallest:
            list<width>(i, run, smallestOf);
            break;
        case TapeOperation::largest:
            list<width>(i, run, largestOf);
            break;
        case TapeOperation::average:
            list<width>(i, run, averageOf);
            break;
        case TapeOperation::rateOfReturn:
            if constexpr (width == 1)
                list<width>(i, run, rateOfReturnOf);
            else
                ratesOfReturn<width>(i, run);
            break;
        case TapeOperation::payback:
            list<width>(i, run, paybackOf);
            break;
        case TapeOperation::inputCell: // is data, never an instruction
            break;
        }
    }
}

}

Kernel GALVAL_KERNEL_NAME(LaneWidth width)
{
    switch (width) {
    case LaneWidth::one:
        return runKernel<1>;
    case LaneWidth::eight:
        return runKernel<8>;
    case LaneWidth::sixtyFour:
        return runKernel<64>;
    }
    return nullptr;
}

}
