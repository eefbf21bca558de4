#include "core/analysis/SamplingKernel.h"

#include <boost/math/special_functions/erf.hpp>

#include <numbers>

namespace core {

const SamplingKernel& baselineSampling();
#ifdef GALVAL_VECTOR_KERNELS
const SamplingKernel& avx2Sampling();
const SamplingKernel& avx512Sampling();
#endif

const SamplingKernel* samplingKernelFor(InstructionSet set)
{
    if (set > bestInstructionSet())
        return nullptr;
#ifdef GALVAL_VECTOR_KERNELS
    if (set == InstructionSet::avx512)
        return &avx512Sampling();
    if (set == InstructionSet::avx2)
        return &avx2Sampling();
#endif
    return &baselineSampling();
}

double normalQuantileOf(double uniform)
{
    using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * uniform, Policy());
}

}
