#include "core/analysis/SobolIndices.h"

#include "core/analysis/TrialRunner.h"
#include "core/analysis/UnitPoints.h"
#include "core/engine/TapeArithmetic.h"
#include "core/engine/Threads.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <numeric>

// With A and B two independent sets of points, and AB the points of A with the i-th group of those
// of B, the part of the variance V that group i brings alone and in all is
//
//     first = mean of f(B)·(f(AB) - f(A)) / V   (Saltelli and others, "Variance based sensitivity
//                                                analysis of model output", 2010, table 2 b),
//     total = mean of (f(A) - f(AB))^2 / 2V     (Jansen, "Analysis of variance designs for model
//                                                output", 1999; table 2 f there).
namespace core {

namespace {

// `values` holds f(A), f(B) and f(AB) of each group for each sample in turn.
SobolIndices indicesFrom(const std::vector<double>& values, std::size_t groups)
{
    const std::size_t perSample = groups + 2;
    SobolIndices result;
    result.firstOrder.assign(groups, 0.0);
    result.total.assign(groups, 0.0);
    std::vector<const double*> samples;
    for (std::size_t first = 0; first + perSample <= values.size(); first += perSample)
        if (std::none_of(&values[first], &values[first] + perSample, isUndefined))
            samples.push_back(&values[first]);
    result.samples = samples.size();
    if (samples.empty())
        return result;
    const auto count = static_cast<double>(samples.size());
    for (const double* f : samples)
        result.mean += (f[0] + f[1]) / (2.0 * count);
    for (const double* f : samples) {
        const double a = f[0] - result.mean;
        const double b = f[1] - result.mean;
        result.variance += (a * a + b * b) / (2.0 * count);
    }
    if (!(result.variance > 0.0))
        return result;
    for (const double* f : samples) {
        for (std::size_t i = 0; i < groups; ++i) {
            const double change = f[2 + i] - f[0];
            result.firstOrder[i] += (f[1] - result.mean) * change / (count * result.variance);
            result.total[i] += change * change / (2.0 * count * result.variance);
        }
    }
    return result;
}

Simulation sobolSampling(std::int64_t samples, std::uint64_t seed)
{
    return {samples, seed, Sampling::sobol};
}

// The samples of a project: blocks of them are dealt to threads in their order, and every block
// that was dealt is done.
class Run {
public:
    Run(const Evaluation& base, const TrialDraws& draws, const SimulationOptions& options)
        : m_draws(draws)
        , m_options(options)
        , m_structures(base, draws, {options.target, options.instructionSet, true})
        , m_perSample(static_cast<std::size_t>(draws.quantityCount()) + 2)
        , m_blocks((draws.trials() + trialsPerBlock - 1) / trialsPerBlock)
        , m_values(static_cast<std::size_t>(draws.trials()) * m_perSample)
    {
    }

    std::vector<double> run()
    {
        const auto threads =
            static_cast<int>(std::clamp<std::int64_t>(m_options.threads, 1, m_blocks));
        runOnThreads(threads, [this](int thread) { work(thread == 0); });
        const std::int64_t samples = std::min(m_nextBlock * trialsPerBlock, m_draws.trials());
        m_values.resize(static_cast<std::size_t>(samples) * m_perSample);
        return std::move(m_values);
    }

private:
    void work(bool asks)
    {
        TrialDraws::Block a(m_draws);
        TrialDraws::Block b(m_draws);
        TrialRunner runner(m_draws, m_structures);
        while (!m_isStopped) {
            const std::int64_t block = m_nextBlock++;
            if (block >= m_blocks) {
                --m_nextBlock;
                return;
            }
            const std::int64_t first = block * trialsPerBlock;
            m_draws.draw(first, a, 0);
            m_draws.draw(first, b, 1);
            take(runner, a, first, 0);
            take(runner, b, first, 1);
            for (int quantity = 0; quantity < m_draws.quantityCount(); ++quantity) {
                TrialDraws::Block mixed = a;
                mixed.copyQuantity(b, quantity);
                take(runner, mixed, first, 2 + static_cast<std::size_t>(quantity));
            }
            const double done = static_cast<double>(block + 1) / static_cast<double>(m_blocks);
            if (asks && m_options.goOn && !m_options.goOn(done))
                m_isStopped = true;
        }
    }

    void take(
        TrialRunner& runner, const TrialDraws::Block& block, std::int64_t first, std::size_t place)
    {
        const int count =
            static_cast<int>(std::min<std::int64_t>(m_draws.trials() - first, trialsPerBlock));
        runner.run(block, count);
        for (std::size_t trial = 0; trial < static_cast<std::size_t>(count); ++trial)
            m_values[(static_cast<std::size_t>(first) + trial) * m_perSample + place] =
                runner.target()[trial];
    }

    const TrialDraws& m_draws;
    const SimulationOptions& m_options;
    TrialStructures m_structures;
    std::size_t m_perSample;
    std::int64_t m_blocks;
    std::atomic<std::int64_t> m_nextBlock {0};
    std::atomic<bool> m_isStopped {false};
    std::vector<double> m_values;
};

std::vector<std::string> namesOf(const TrialDraws& draws)
{
    std::vector<std::string> names;
    for (const VariedInput& input : draws.inputs())
        names.push_back(input.id);
    if (draws.drawsDeck())
        names.emplace_back("active_deck");
    if (draws.priceYears() > 0)
        names.emplace_back("price_process");
    return names;
}

Error tooFewOrMany(std::int64_t samples, std::int64_t most)
{
    return Error(ErrorCode::InvalidInput, "analysis.simulation.trials",
        "expected 1 to " + std::to_string(most) + " samples, found " + std::to_string(samples));
}

}

SobolIndices sobolIndices(const std::vector<int>& groupSizes, int samples,
    const std::function<std::vector<double>(std::span<const double> points)>& evaluate)
{
    const std::size_t groups = groupSizes.size();
    const int dimension = std::accumulate(groupSizes.begin(), groupSizes.end(), 0);
    const auto numbers = static_cast<std::size_t>(dimension);
    const UnitPoints unitPoints(sobolSampling(samples, 1), 2 * dimension);
    std::vector<std::array<double, trialsPerBlock>> drawn(2 * numbers); // A, then B
    std::vector<double> values;
    for (int first = 0; first < samples; first += trialsPerBlock) {
        for (std::size_t i = 0; i < drawn.size(); ++i)
            unitPoints.draw(static_cast<int>(i), first, drawn[i].data());
        const auto count = static_cast<std::size_t>(std::min(trialsPerBlock, samples - first));
        std::vector<double> points;
        points.reserve(count * (groups + 2) * numbers);
        for (std::size_t s = 0; s < count; ++s) {
            const auto addPoint = [&](std::size_t firstOfB, std::size_t endOfB) {
                for (std::size_t i = 0; i < numbers; ++i)
                    points.push_back(drawn[i >= firstOfB && i < endOfB ? numbers + i : i][s]);
            };
            addPoint(0, 0);
            addPoint(0, numbers);
            std::size_t begin = 0;
            for (const int size : groupSizes) {
                const std::size_t end = begin + static_cast<std::size_t>(size);
                addPoint(begin, end);
                begin = end;
            }
        }
        const std::vector<double> found = evaluate(points);
        if (found.size() < count * (groups + 2))
            break;
        values.insert(values.end(), found.begin(), found.end());
    }
    return indicesFrom(values, groups);
}

Result<ProjectSobolIndices> sobolIndices(
    const std::shared_ptr<const Evaluation>& base, const SimulationOptions& options)
{
    constexpr int copies = 2; // A and B
    const std::int64_t samples = options.simulation.trials;
    if (samples < 1 || samples > mostTrials)
        return tooFewOrMany(samples, mostTrials);
    Project project = base->project();
    if (project.analysis)
        project.analysis->correlations.clear();
    if (Problems problems = checkUncertainties(project); !problems.empty())
        return Error(ErrorCode::InvalidInput, std::move(problems));
    const Result<TrialDraws> draws = TrialDraws::make(
        project, sobolSampling(samples, options.simulation.seed), options.instructionSet, copies);
    if (!draws)
        return draws.error();
    const std::int64_t perSample = draws->quantityCount() + 2;
    if (samples > mostTrials / perSample)
        return tooFewOrMany(samples, mostTrials / perSample);
    Run run(*base, *draws, options);
    const std::vector<double> values = run.run();
    const auto quantities = static_cast<std::size_t>(draws->quantityCount());
    return ProjectSobolIndices {options.target, namesOf(*draws), indicesFrom(values, quantities),
        static_cast<std::int64_t>(values.size())};
}

}
