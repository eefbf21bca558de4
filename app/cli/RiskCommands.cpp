#include "app/cli/RiskCommands.h"

#include "app/cli/Arguments.h"
#include "core/report/analysis/SimulationReport.h"
#include "core/report/analysis/SobolReport.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <thread>

namespace cli {

namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

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

// Replaces what was given.
core::Status readOptions(const RiskArguments& arguments, core::SimulationOptions& options)
{
    constexpr int mostThreads = 256;
    if (arguments.trials) {
        const auto trials = countOf("--trials", *arguments.trials, 1, core::mostTrials);
        if (!trials)
            return trials.error();
        options.simulation.trials = *trials;
    }
    if (arguments.seed) {
        const auto seed =
            countOf("--seed", *arguments.seed, 0, std::numeric_limits<std::int64_t>::max());
        if (!seed)
            return seed.error();
        options.simulation.seed = static_cast<std::uint64_t>(*seed);
    }
    if (arguments.sampling) {
        const Result<core::Sampling> sampling = samplingOf(*arguments.sampling);
        if (!sampling)
            return sampling.error();
        options.simulation.sampling = *sampling;
    }
    if (arguments.threads) {
        const auto threads = countOf("--threads", *arguments.threads, 1, mostThreads);
        if (!threads)
            return threads.error();
        options.threads = static_cast<int>(*threads);
    }
    return core::success();
}

// What all of these commands begin with.
struct Question {
    std::shared_ptr<const core::Evaluation> base;
    core::SimulationOptions options;
};

Result<Question> questionOf(const RiskArguments& arguments)
{
    const Result<core::Target> target = core::findTarget(arguments.metric);
    if (!target)
        return target.error();
    const auto base = openEvaluation(arguments.file, arguments.overrides);
    if (!base)
        return base.error();
    Question question {*base, simulationOptions((*base)->project(), *target)};
    if (const core::Status status = readOptions(arguments, question.options); !status)
        return status.error();
    return question;
}

Output printed(const RiskArguments& arguments, const std::string& json, const std::string& text)
{
    return arguments.format == Format::json ? json : withChanges(arguments.overrides, text);
}

}

core::SimulationOptions simulationOptions(const core::Project& project, core::Target target)
{
    core::SimulationOptions options;
    if (project.analysis)
        options.simulation = project.analysis->simulation;
    options.target = target;
    options.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return options;
}

Output monteCarlo(const RiskArguments& arguments)
{
    const Result<Question> question = questionOf(arguments);
    if (!question)
        return question.error();
    const auto answer = core::simulate(question->base, question->options);
    if (!answer)
        return answer.error();
    return printed(arguments, core::simulationJson(**answer),
        core::simulationText(**answer, question->base->project()));
}

Output sobolIndices(const RiskArguments& arguments)
{
    const auto samples = countOf("--samples", arguments.samples, 1, core::mostTrials);
    if (!samples)
        return samples.error();
    Result<Question> question = questionOf(arguments);
    if (!question)
        return question.error();
    question->options.simulation.trials = *samples;
    const auto answer = core::sobolIndices(question->base, question->options);
    if (!answer)
        return answer.error();
    return printed(
        arguments, core::sobolJson(*answer), core::sobolText(*answer, question->base->project()));
}

}
