#define GALVAL_KERNEL_NAME avx512Kernel
#include "core/engine/KernelCode.h"
