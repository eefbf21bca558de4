#include "core/analysis/Simulation.h"

#include "core/analysis/Drivers.h"
#include "core/analysis/SimulationStatistics.h"
#include "core/analysis/TrialDraws.h"
#include "core/analysis/TrialRunner.h"
#include "core/engine/TapeArithmetic.h"
#include "core/engine/Threads.h"
#include "core/project/FieldCheck.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <span>

namespace core {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t manyTrials = 4096; // from which on folding pays

// One run: blocks of trials are dealt to threads in their order, and every block that was dealt is
// done.
class Run {
public:
    Run(const Evaluation& base, const TrialDraws& draws, const SimulationOptions& options)
        : m_draws(draws)
        , m_options(options)
        , m_structures(base, draws,
              {options.target, options.instructionSet, draws.trials() >= manyTrials,
                  options.findsRates})
        , m_drivers(draws, draws.trials())
        , m_blocks((draws.trials() + trialsPerBlock - 1) / trialsPerBlock)
        , m_values(static_cast<std::size_t>(draws.trials()))
        , m_irr(options.findsRates ? m_values.size() : 0)
        , m_held(draws.inputs().size(), 0)
    {
    }

    std::shared_ptr<const SimulationResult> run()
    {
        const auto begin = Clock::now();
        const int threads = static_cast<int>(
            std::clamp<std::int64_t>(m_options.threads, 1, std::min<std::int64_t>(m_blocks, 256)));
        runOnThreads(threads, [this](int thread) { work(thread == 0); });
        auto result = std::make_shared<SimulationResult>();
        result->target = m_options.target;
        result->simulation = m_options.simulation;
        result->trials = std::min(m_nextBlock * trialsPerBlock, m_draws.trials());
        m_values.resize(static_cast<std::size_t>(result->trials));
        if (m_options.findsRates)
            m_irr.resize(m_values.size());
        result->values = std::move(m_values);
        result->irr = std::move(m_irr);
        result->probabilityOfLoss =
            m_npvs > 0 ? static_cast<double>(m_losses) / static_cast<double>(m_npvs)
                       : undefinedFigure;
        std::future<void> statistics =
            std::async(threads > 1 ? std::launch::async : std::launch::deferred,
                [&result] { findStatistics(*result); });
        result->inputs = m_drivers.find(result->values, threads);
        statistics.get();
        for (std::size_t input = 0; input < m_held.size(); ++input)
            result->inputs[input].held = m_held[input];
        result->time = Clock::now() - begin;
        return result;
    }

private:
    void work(bool asks)
    {
        TrialDraws::Block drawn(m_draws);
        TrialRunner runner(m_draws, m_structures);
        std::int64_t npvs = 0;
        std::int64_t losses = 0;
        auto asked = Clock::now();
        constexpr std::chrono::milliseconds interval {10};
        while (!m_isStopped) {
            const std::int64_t block = m_nextBlock++;
            if (block >= m_blocks) {
                --m_nextBlock;
                break;
            }
            const std::int64_t first = block * trialsPerBlock;
            const int count =
                static_cast<int>(std::min<std::int64_t>(m_draws.trials() - first, trialsPerBlock));
            m_draws.draw(first, drawn);
            m_drivers.keep(drawn, first);
            runner.run(drawn, count);
            std::copy_n(runner.target().begin(), count, m_values.begin() + first);
            if (m_options.findsRates)
                std::copy_n(runner.irr().begin(), count, m_irr.begin() + first);
            for (const double npv :
                std::span(runner.npv()).first(static_cast<std::size_t>(count))) {
                npvs += isUndefined(npv) ? 0 : 1;
                losses += npv < 0.0 ? 1 : 0;
            }
            if (asks && m_options.goOn && Clock::now() - asked >= interval) {
                asked = Clock::now();
                const double done = static_cast<double>(block + 1) / static_cast<double>(m_blocks);
                if (!m_options.goOn(done))
                    m_isStopped = true;
            }
        }
        const std::lock_guard lock(m_mutex);
        m_npvs += npvs;
        m_losses += losses;
        for (std::size_t input = 0; input < m_held.size(); ++input)
            m_held[input] += drawn.held()[input];
    }

    const TrialDraws& m_draws;
    const SimulationOptions& m_options;
    TrialStructures m_structures;
    Drivers m_drivers;
    std::int64_t m_blocks;
    std::atomic<std::int64_t> m_nextBlock {0};
    std::atomic<bool> m_isStopped {false};
    std::vector<double> m_values;
    std::vector<double> m_irr;
    std::mutex m_mutex; // of what follows
    std::int64_t m_npvs = 0;
    std::int64_t m_losses = 0;
    std::vector<std::int64_t> m_held;
};

}

Result<std::shared_ptr<const SimulationResult>> simulate(
    const std::shared_ptr<const Evaluation>& base, const SimulationOptions& options)
{
    const std::int64_t trials = options.simulation.trials;
    if (trials < 1 || trials > mostTrials)
        return Error(ErrorCode::InvalidInput, "analysis.simulation.trials",
            "expected 1 to " + std::to_string(mostTrials) + " trials, found " +
                std::to_string(trials));
    if (Problems problems = checkUncertainties(base->project()); !problems.empty())
        return Error(ErrorCode::InvalidInput, std::move(problems));
    const Result<TrialDraws> draws =
        TrialDraws::make(base->project(), options.simulation, options.instructionSet);
    if (!draws)
        return draws.error();
    Run run(*base, *draws, options);
    return run.run();
}

}
