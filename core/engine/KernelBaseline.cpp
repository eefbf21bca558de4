#define GALVAL_KERNEL_NAME baselineKernel
#include "core/engine/KernelCode.h"
