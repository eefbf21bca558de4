#define GALVAL_KERNEL_NAME baselineSampling
#include "core/analysis/SamplingCode.h"
