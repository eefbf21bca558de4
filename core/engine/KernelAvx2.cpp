#define GALVAL_KERNEL_NAME avx2Kernel
#include "core/engine/KernelCode.h"
