#pragma once

#include "core/analysis/SamplingKernel.h"
#include "core/project/Analysis.h"

#include <cstdint>
#include <vector>

namespace core {

// The uniform numbers from 0 to 1 behind a simulation: one for each trial and each dimension. Each
// depends on the seed and on where it stands alone, so that blocks of trials are drawn in any order
// and on any thread.
//
// - random: independent numbers.
// - latinHypercube: in each dimension one number in each of as many equal intervals as there are
//   trials, in an order of its own.
// - sobol: the points of a Sobol sequence (direction numbers of Joe and Kuo, from Boost), bits
//   turned over by the seed in each dimension; powers of two of trials are spread best.
class UnitPoints {
public:
    static constexpr int mostSobolDimensions = 1000;

    // `dimensions` is at most mostSobolDimensions for sobol.
    UnitPoints(
        const Simulation&, int dimensions, InstructionSet instructionSet = bestInstructionSet());

    // Of trialsPerBlock trials from `first` on, a multiple of trialsPerBlock; those beyond the last
    // trial are fit to be computed with.
    void draw(int dimension, std::int64_t first, double* uniform) const;

private:
    static constexpr int sobolBits = 32;
    void prepareSobol(int dimensions);

    Sampling m_sampling;
    const SamplingKernel* m_kernel;
    std::vector<std::uint64_t> m_keys;       // by dimension
    std::vector<Permutation> m_orders;       // by dimension, for latinHypercube
    std::vector<std::uint32_t> m_turned;     // by dimension, for sobol; so below
    std::vector<std::uint32_t> m_blocks;     // the first trialsPerBlock points
    std::vector<std::uint32_t> m_directions; // sobolBits numbers for each dimension
};

}
