#define GALVAL_KERNEL_NAME avx2Sampling
#include "core/analysis/SamplingCode.h"
