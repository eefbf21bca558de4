#pragma once

// What the kernel calls for one lane at a time. Not inline, on purpose: see
// core/engine/KernelCode.h.
namespace core {

inline constexpr int maximumListLength = 512; // years of a timeline at most, with room

// Whether twice the exponent is a small whole number, and which.
bool halfInteger(double exponent, int& doubled);
double powerOfNumbers(double base, double exponent);

// Over `count` numbers; undefined ones are left out, and the answer is undefined when none is left.
double smallestOf(const double* numbers, int count);
double largestOf(const double* numbers, int count);
double averageOf(const double* numbers, int count);

// Of yearly flows; undefined when there is none.
double rateOfReturnOf(const double* flows, int count);
double paybackOf(const double* flows, int count);

}
