#include "app/cli/RiskCommands.h"

#include "core/report/analysis/SimulationReport.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <thread>

namespace cli {

namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

Error refusal(std::string_view where, const std::string& expected, const std::string& found)
{
    return Error(ErrorCode::InvalidInput, std::string(where),
        "expected " + expected + ", found \"" + found.substr(0, 64) + "\"");
}

template <class Whole>
Result<Whole> wholeNumberOf(
    std::string_view where, const std::string& text, const std::string& expected)
{
    Whole number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return refusal(where, expected, text);
    return number;
}

Result<core::Sampling> samplingOf(const std::string& text)
{
    if (text == "random")
        return core::Sampling::random;
    if (text == "latin_hypercube")
        return core::Sampling::latinHypercube;
    if (text == "sobol")
        return core::Sampling::sobol;
    return refusal("--sampling", "random, latin_hypercube or sobol", text);
}

core::Status readSimulation(const MonteCarloArguments& arguments, core::Simulation& simulation)
{
    if (arguments.trials) {
        const std::string expected = "a whole number from 1 to " + std::to_string(core::mostTrials);
        const Result<std::int64_t> trials =
            wholeNumberOf<std::int64_t>("--trials", *arguments.trials, expected);
        if (!trials)
            return trials.error();
        if (*trials < 1 || *trials > core::mostTrials)
            return refusal("--trials", expected, *arguments.trials);
        simulation.trials = *trials;
    }
    if (arguments.seed) {
        const Result<std::uint64_t> seed =
            wholeNumberOf<std::uint64_t>("--seed", *arguments.seed, "a whole number from 0 on");
        if (!seed)
            return seed.error();
        simulation.seed = *seed;
    }
    if (arguments.sampling) {
        const Result<core::Sampling> sampling = samplingOf(*arguments.sampling);
        if (!sampling)
            return sampling.error();
        simulation.sampling = *sampling;
    }
    return core::success();
}

Result<int> threadsOf(const std::optional<std::string>& text)
{
    constexpr int mostThreads = 256;
    if (!text)
        return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const std::string expected = "a whole number from 1 to " + std::to_string(mostThreads);
    const Result<int> threads = wholeNumberOf<int>("--threads", *text, expected);
    if (threads && (*threads < 1 || *threads > mostThreads))
        return refusal("--threads", expected, *text);
    return threads;
}

}

Output monteCarlo(const MonteCarloArguments& arguments)
{
    const Result<core::Target> target = core::findTarget(arguments.metric);
    if (!target)
        return target.error();
    const Result<int> threads = threadsOf(arguments.threads);
    if (!threads)
        return threads.error();
    const auto evaluation = openEvaluation(arguments.file, arguments.overrides);
    if (!evaluation)
        return evaluation.error();
    core::SimulationOptions options;
    options.target = *target;
    options.threads = *threads;
    if (const auto& analysis = (*evaluation)->project().analysis)
        options.simulation = analysis->simulation;
    if (const core::Status status = readSimulation(arguments, options.simulation); !status)
        return status.error();
    const auto result = core::simulate(*evaluation, options);
    if (!result)
        return result.error();
    if (arguments.format == Format::json)
        return core::simulationJson(**result);
    return withChanges(
        arguments.overrides, core::simulationText(**result, (*evaluation)->project()));
}

}
