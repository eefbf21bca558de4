#include "core/engine/Kernel.h"

#include "core/engine/CashFlowMetrics.h"
#include "core/engine/KernelCalls.h"
#include "core/engine/RateOfReturn.h"
#include "core/engine/TapeArithmetic.h"

#include <span>

namespace core {

Kernel baselineKernel(LaneWidth width);
#ifdef GALVAL_VECTOR_KERNELS
Kernel avx2Kernel(LaneWidth width);
Kernel avx512Kernel(LaneWidth width);
#endif

InstructionSet bestInstructionSet()
{
#ifdef GALVAL_VECTOR_KERNELS
    static const InstructionSet best = [] {
        __builtin_cpu_init();
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
            __builtin_cpu_supports("avx512vl"))
            return InstructionSet::avx512;
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
            return InstructionSet::avx2;
        return InstructionSet::baseline;
    }();
    return best;
#else
    return InstructionSet::baseline;
#endif
}

Kernel kernelFor(LaneWidth width, InstructionSet set)
{
    if (set > bestInstructionSet())
        return nullptr;
#ifdef GALVAL_VECTOR_KERNELS
    if (set == InstructionSet::avx512)
        return avx512Kernel(width);
    if (set == InstructionSet::avx2)
        return avx2Kernel(width);
#endif
    return baselineKernel(width);
}

const char* nameOf(InstructionSet set)
{
    switch (set) {
    case InstructionSet::avx2:
        return "AVX2";
    case InstructionSet::avx512:
        return "AVX-512";
    case InstructionSet::baseline:
        break;
    }
    return "baseline";
}

bool halfInteger(double exponent, int& doubled)
{
    return isHalfInteger(exponent, doubled);
}

double powerOfNumbers(double base, double exponent)
{
    return powerOf(base, exponent);
}

double smallestOf(const double* numbers, int count)
{
    double result = undefinedFigure;
    for (int i = 0; i < count; ++i)
        if (isUndefined(result) || numbers[i] < result)
            result = numbers[i];
    return result;
}

double largestOf(const double* numbers, int count)
{
    double result = undefinedFigure;
    for (int i = 0; i < count; ++i)
        if (isUndefined(result) || numbers[i] > result)
            result = numbers[i];
    return result;
}

double averageOf(const double* numbers, int count)
{
    double sum = 0.0;
    int defined = 0;
    for (int i = 0; i < count; ++i) {
        if (!isUndefined(numbers[i])) {
            sum += numbers[i];
            ++defined;
        }
    }
    return defined > 0 ? sum / defined : undefinedFigure;
}

double rateOfReturnOf(const double* flows, int count)
{
    const std::span yearly(flows, static_cast<std::size_t>(count));
    return rateOfReturn(yearly).rate.value_or(undefinedFigure);
}

double paybackOf(const double* flows, int count)
{
    const std::span yearly(flows, static_cast<std::size_t>(count));
    return paybackYears(yearly).value_or(undefinedFigure);
}

}
