#include "core/analysis/SobolIndices.h"

#include "core/engine/TapeArithmetic.h"

#include <boost/random/sobol.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>

// With A and B two independent sets of points, and AB the points of A with the i-th group of those
// of B, the part of the variance V that group i brings alone and in all is
//
//     first = mean of f(B)·(f(AB) - f(A)) / V   (Saltelli and others, "Variance based sensitivity
//                                                analysis of model output", 2010, table 2 b),
//     total = mean of (f(A) - f(AB))^2 / 2V     (Jansen, "Analysis of variance designs for model
//                                                output", 1999; table 2 f there).
namespace core {

namespace {

// Points of A and B side by side: 2·dimension numbers each, by the Sobol sequence in base 2. A
// fixed shift of the digits keeps its evenness and moves its first point away from 0.
class PairedPoints {
public:
    explicit PairedPoints(std::size_t numbers)
        : m_sequence(numbers)
        , m_digits(numbers, 0) // where the sequence begins; the engine leaves that out
    {
        std::mt19937_64 shifts; // the standard prescribes its figures
        for (std::size_t i = 0; i < numbers; ++i)
            m_shift.push_back(shifts());
    }

    void next(std::vector<double>& point)
    {
        for (std::size_t i = 0; i < m_digits.size(); ++i) {
            const std::uint64_t shifted = (m_digits[i] ^ m_shift[i]) >> 12U;
            point[i] = std::ldexp(static_cast<double>(shifted) + 0.5, -52);
        }
        m_sequence.generate(m_digits.begin(), m_digits.end());
    }

private:
    boost::random::sobol m_sequence;
    std::vector<std::uint64_t> m_digits;
    std::vector<std::uint64_t> m_shift;
};

}

SobolIndices sobolIndices(const std::vector<int>& groupSizes, int samples,
    const std::function<std::vector<double>(std::span<const double> points)>& evaluate)
{
    constexpr std::size_t pointsAtATime = 1 << 14;
    const std::size_t groups = groupSizes.size();
    const int dimension = std::accumulate(groupSizes.begin(), groupSizes.end(), 0);
    const auto numbers = static_cast<std::size_t>(dimension);
    const std::size_t perSample = groups + 2; // A, B and the mixed points
    const std::size_t block = std::max<std::size_t>(pointsAtATime / perSample, 1);

    PairedPoints pairs(2 * numbers);
    std::vector<double> pair(2 * numbers);
    std::vector<double> values; // perSample for each sample
    for (std::size_t done = 0; done < static_cast<std::size_t>(samples); done += block) {
        const std::size_t count = std::min(block, static_cast<std::size_t>(samples) - done);
        std::vector<double> points;
        points.reserve(count * perSample * numbers);
        for (std::size_t s = 0; s < count; ++s) {
            pairs.next(pair);
            const auto middle = pair.begin() + dimension;
            points.insert(points.end(), pair.begin(), pair.end());
            int first = 0;
            for (const int size : groupSizes) {
                points.insert(points.end(), pair.begin(), middle);
                std::copy_n(middle + first, size, points.end() - dimension + first);
                first += size;
            }
        }
        const std::vector<double> found = evaluate(points);
        if (found.size() < count * perSample)
            break;
        const auto sampleSize = static_cast<std::ptrdiff_t>(perSample);
        for (auto sample = found.begin(); sample != found.end(); sample += sampleSize)
            if (std::none_of(sample, sample + sampleSize, isUndefined))
                values.insert(values.end(), sample, sample + sampleSize);
    }

    SobolIndices result;
    result.firstOrder.assign(groups, 0.0);
    result.total.assign(groups, 0.0);
    result.samples = values.size() / perSample;
    const auto count = static_cast<double>(result.samples);
    if (result.samples == 0)
        return result;
    const auto forEachSample = [&](const auto& visit) {
        for (std::size_t s = 0; s < result.samples; ++s)
            visit(&values[s * perSample]);
    };
    forEachSample([&](const double* f) { result.mean += (f[0] + f[1]) / (2.0 * count); });
    forEachSample([&](const double* f) {
        const double a = f[0] - result.mean;
        const double b = f[1] - result.mean;
        result.variance += (a * a + b * b) / (2.0 * count);
    });
    if (!(result.variance > 0.0))
        return result;
    for (std::size_t i = 0; i < groups; ++i)
        forEachSample([&](const double* f) {
            const double change = f[2 + i] - f[0];
            result.firstOrder[i] += (f[1] - result.mean) * change / (count * result.variance);
            result.total[i] += change * change / (2.0 * count * result.variance);
        });
    return result;
}

}
