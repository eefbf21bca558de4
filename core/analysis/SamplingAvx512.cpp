#define GALVAL_KERNEL_NAME avx512Sampling
#include "core/analysis/SamplingCode.h"
