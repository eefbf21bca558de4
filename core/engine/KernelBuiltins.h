#pragma once

// MSVC lacks these functions of GCC and Clang, which are no inline functions of a header (see
// core/engine/KernelCode.h). It compiles the kernel only once, so that the standard ones serve it.
#ifdef _MSC_VER
#include <cmath>
#include <limits>

#define __builtin_fabs std::fabs
#define __builtin_sqrt std::sqrt
#define __builtin_inf std::numeric_limits<double>::infinity
#define __builtin_nan std::nan
#define GALVAL_IN_ORDER
#else
// GCC would run loops over years side by side, for which it has to gather; what follows this runs
// in the order it is written.
#define GALVAL_IN_ORDER __asm__ volatile("")
#endif
