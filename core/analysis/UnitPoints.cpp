#include "core/analysis/UnitPoints.h"

#include <boost/random/sobol.hpp>

#include <algorithm>
#include <bit>
#include <cmath>

namespace core {

namespace {

// A scrambled number of a seed and a place; the first half of SplitMix64, which takes neighbouring
// seeds and places far apart.
std::uint64_t mixed(std::uint64_t seed, std::uint64_t place)
{
    std::uint64_t bits = seed + (place + 1) * 0xD1342543DE82EF95u;
    bits = (bits ^ (bits >> 32)) * 0xDABA0B6EB09322E3u;
    bits = (bits ^ (bits >> 29)) * 0xDABA0B6EB09322E3u;
    return bits ^ (bits >> 32);
}

Permutation permutationOf(std::uint64_t key, std::uint32_t count)
{
    Permutation order;
    order.count = count;
    order.lefts = static_cast<std::uint32_t>(std::ceil(std::sqrt(static_cast<double>(count))));
    order.rights = (count + order.lefts - 1) / order.lefts;
    for (int round = 0; round < Permutation::rounds; ++round)
        order.keys[round] =
            static_cast<std::uint32_t>(mixed(key, static_cast<std::uint64_t>(round)) >> 32);
    return order;
}

constexpr std::uint32_t gray(std::uint32_t number)
{
    return number ^ (number >> 1);
}

}

UnitPoints::UnitPoints(const Simulation& simulation, int dimensions, InstructionSet instructionSet)
    : m_sampling(simulation.sampling)
    , m_kernel(samplingKernelFor(instructionSet))
{
    for (int dimension = 0; dimension < dimensions; ++dimension) {
        const std::uint64_t place = static_cast<std::uint64_t>(dimension);
        m_keys.push_back(mixed(mixed(simulation.seed, 0), place));
        if (m_sampling == Sampling::latinHypercube)
            m_orders.push_back(
                permutationOf(m_keys.back(), static_cast<std::uint32_t>(simulation.trials)));
        if (m_sampling == Sampling::sobol)
            m_turned.push_back(static_cast<std::uint32_t>(m_keys.back() >> 32));
    }
    if (m_sampling == Sampling::sobol && dimensions > 0)
        prepareSobol(dimensions);
}

// Point n of the sequence is the sum, bit by bit, of the direction numbers at the bits of gray(n).
// Boost leaves out point 0, which is 0, and gives point 1 first.
void UnitPoints::prepareSobol(int dimensions)
{
    using Engine = boost::random::sobol_engine<std::uint32_t, sobolBits>;
    const std::size_t count = static_cast<std::size_t>(dimensions);
    Engine engine(count);
    m_directions.assign(count * sobolBits, 0);
    for (std::size_t bit = 0; bit < sobolBits; ++bit) {
        engine.seed((std::uint32_t {1} << bit) - 1);
        for (std::size_t dimension = 0; dimension < count; ++dimension) {
            std::uint32_t* const directions = &m_directions[dimension * sobolBits];
            directions[bit] = engine() ^ (bit > 0 ? directions[bit - 1] : 0);
        }
    }
    m_blocks.assign(count * trialsPerBlock, 0);
    for (std::size_t dimension = 0; dimension < count; ++dimension)
        for (std::uint32_t point = 0; point < trialsPerBlock; ++point)
            for (std::size_t bit = 0; (gray(point) >> bit) != 0; ++bit)
                if ((gray(point) >> bit) & 1)
                    m_blocks[dimension * trialsPerBlock + point] ^=
                        m_directions[dimension * sobolBits + bit];
}

void UnitPoints::draw(int dimension, std::int64_t first, double* uniform) const
{
    const std::size_t place = static_cast<std::size_t>(dimension);
    const std::uint64_t begin = static_cast<std::uint64_t>(first);
    switch (m_sampling) {
    case Sampling::random:
        m_kernel->random(m_keys[place], begin, uniform);
        return;
    case Sampling::latinHypercube:
        m_kernel->latin(m_orders[place], m_keys[place], begin, uniform);
        return;
    case Sampling::sobol: {
        // The first point of a block and the place in it share no bit, so their parts add up.
        std::uint32_t turned = m_turned[place];
        std::uint32_t bits = gray(static_cast<std::uint32_t>(begin));
        for (; bits != 0; bits &= bits - 1)
            turned ^=
                m_directions[place * sobolBits + static_cast<std::size_t>(std::countr_zero(bits))];
        m_kernel->binary(&m_blocks[place * trialsPerBlock], turned, uniform);
        return;
    }
    }
}

}
