#include "app/cli/SensitivityCommands.h"

#include "app/cli/Arguments.h"
#include "app/cli/RiskCommands.h"
#include "core/report/analysis/FlipsReport.h"
#include "core/report/analysis/GoalSeekReport.h"
#include "core/report/analysis/GradientReport.h"
#include "core/report/analysis/SpiderReport.h"
#include "core/report/analysis/TornadoReport.h"
#include "core/report/analysis/TwinTornadoReport.h"
#include "core/report/analysis/TwoWayReport.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace cli {

namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

// LO:HI:N as so many numbers, evenly.
struct Grid {
    double low = 0.0;
    double high = 0.0;
    int count = 0;
};

Result<Grid> gridOf(std::string_view where, std::string_view text)
{
    constexpr int mostPositions = 100;
    const std::size_t first = text.find(':');
    const std::size_t second = first == std::string_view::npos ? first : text.find(':', first + 1);
    if (second == std::string_view::npos)
        return refusal(where, "LO:HI:N such as 0.8:1.2:5", text);
    const Result<double> low = numberOf(where, text.substr(0, first));
    if (!low)
        return low.error();
    const Result<double> high = numberOf(where, text.substr(first + 1, second - first - 1));
    if (!high)
        return high.error();
    const std::string_view number = text.substr(second + 1);
    const Result<std::int64_t> count = countOf(where, number, 2, mostPositions);
    if (!count)
        return refusal(
            where, "a whole number of values from 2 to " + std::to_string(mostPositions), number);
    if (!(*low < *high))
        return refusal(where, "a LO below HI", text);
    return Grid {*low, *high, static_cast<int>(*count)};
}

Result<core::TableAxis> axisOf(
    const core::Project& project, std::string_view where, const std::string& text)
{
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos)
        return refusal(where, "ID=LO:HI:N such as levers.price=0.8:1.2:5", text);
    const Result<core::VariedInput> input = core::variedInput(project, text.substr(0, equals));
    if (!input)
        return input.error();
    const Result<Grid> grid = gridOf(where, std::string_view(text).substr(equals + 1));
    if (!grid)
        return grid.error();
    return core::axisOf(project, *input, grid->low, grid->high, grid->count);
}

Result<core::RangeChoice> rangeChoiceOf(std::string_view text)
{
    using Source = core::RangeChoice::Source;
    constexpr std::string_view percent = "percent";
    if (text == "own")
        return core::RangeChoice {Source::own};
    if (text == "evidence")
        return core::RangeChoice {Source::evidence};
    if (text == percent)
        return core::RangeChoice {Source::percent};
    if (!text.starts_with(percent) || text[percent.size()] != '=')
        return refusal("--ranges", "own, evidence, percent or percent=20%", text);
    const Result<double> part = numberOf("--ranges", text.substr(percent.size() + 1));
    if (!part)
        return part.error();
    if (*part <= 0.0 || *part > 1.0)
        return refusal("--ranges", "a percentage above 0% up to 100%", text);
    return core::RangeChoice {Source::percent, *part};
}

Result<std::vector<core::InputRange>> rangesFor(const core::Project& project,
    const SensitivityArguments& arguments, const core::RangeChoice& choice)
{
    if (arguments.inputs.empty()) {
        Result<std::vector<core::InputRange>> ranges = core::rangesOf(project, choice);
        if (ranges && ranges->empty())
            return Error(ErrorCode::InvalidInput, "analysis.tornado",
                "lists no input and no input has evidence; expected some, or --input ID");
        return ranges;
    }
    std::vector<core::InputRange> ranges;
    core::Problems problems;
    for (const std::string& id : arguments.inputs) {
        Result<core::InputRange> range = core::rangeOf(project, id, choice);
        if (!range) {
            problems.insert(
                problems.end(), range.error().problems.begin(), range.error().problems.end());
            continue;
        }
        range->isUsed = true; // since it was asked for
        ranges.push_back(*std::move(range));
    }
    if (!problems.empty())
        return Error(ErrorCode::InvalidInput, std::move(problems));
    return ranges;
}

// What all of these commands begin with.
struct Question {
    core::Study study;
    core::Target target;
    core::RangeChoice choice;
    std::vector<core::InputRange> ranges = {}; // of commands about several inputs
};

Result<std::unique_ptr<Question>> questionOf(const SensitivityArguments& arguments)
{
    const Result<core::Target> target = core::findTarget(arguments.metric);
    if (!target)
        return target.error();
    const Result<core::RangeChoice> choice = rangeChoiceOf(arguments.ranges);
    if (!choice)
        return choice.error();
    const auto evaluation = openEvaluation(arguments.file, arguments.overrides);
    if (!evaluation)
        return evaluation.error();
    return std::unique_ptr<Question>(new Question {core::Study(*evaluation), *target, *choice});
}

Result<std::unique_ptr<Question>> questionWithRanges(const SensitivityArguments& arguments)
{
    auto question = questionOf(arguments);
    if (!question)
        return question;
    auto ranges = rangesFor((*question)->study.project(), arguments, (*question)->choice);
    if (!ranges)
        return ranges.error();
    (*question)->ranges = *std::move(ranges);
    return question;
}

Output printed(
    const SensitivityArguments& arguments, const std::string& json, const std::string& text)
{
    return arguments.format == Format::json ? json : withChanges(arguments.overrides, text);
}

}

Output tornado(const SensitivityArguments& arguments)
{
    const auto question = questionWithRanges(arguments);
    if (!question)
        return question.error();
    auto& [study, target, choice, ranges] = **question;
    if (arguments.isTwin) {
        const auto twin =
            core::twinTornadoOf(study, ranges, simulationOptions(study.project(), target));
        if (!twin)
            return twin.error();
        return printed(arguments, core::twinTornadoJson(*twin),
            core::twinTornadoText(*twin, study.project(), choice));
    }
    const auto answer = core::tornadoOf(study, ranges, target);
    if (!answer)
        return answer.error();
    return printed(
        arguments, core::tornadoJson(*answer), core::tornadoText(*answer, study.project(), choice));
}

Output flips(const SensitivityArguments& arguments)
{
    const auto hurdle = rateOf("--hurdle", arguments.hurdle);
    if (!hurdle)
        return hurdle.error();
    const auto question = questionWithRanges(arguments);
    if (!question)
        return question.error();
    auto& [study, target, choice, ranges] = **question;
    std::vector<core::InputRange> used;
    std::copy_if(ranges.begin(), ranges.end(), std::back_inserter(used),
        [](const core::InputRange& range) { return range.isUsed; });
    const auto answer = core::flipsOf(study, used, *hurdle);
    if (!answer)
        return answer.error();
    const core::Hurdle met = core::hurdleOf(study.project(), *hurdle);
    return printed(arguments, core::flipsJson(*answer, met),
        core::flipsText(*answer, met, study.project(), choice));
}

Output spider(const SensitivityArguments& arguments)
{
    const Result<Grid> grid = gridOf("--factors", arguments.factors);
    if (!grid)
        return grid.error();
    const auto question = questionWithRanges(arguments);
    if (!question)
        return question.error();
    auto& [study, target, choice, ranges] = **question;
    std::vector<std::string> inputs;
    for (const core::InputRange& range : ranges)
        if (range.isUsed && std::find(inputs.begin(), inputs.end(), range.input.id) == inputs.end())
            inputs.push_back(range.input.id);
    const auto answer = core::spiderOf(
        study, inputs, core::evenPositions(grid->low, grid->high, grid->count), target);
    if (!answer)
        return answer.error();
    return printed(
        arguments, core::spiderJson(*answer), core::spiderText(*answer, study.project()));
}

Output twoWay(const SensitivityArguments& arguments)
{
    const auto question = questionOf(arguments);
    if (!question)
        return question.error();
    core::Study& study = (*question)->study;
    const Result<core::TableAxis> x = axisOf(study.project(), "--x", arguments.x);
    if (!x)
        return x.error();
    const Result<core::TableAxis> y = axisOf(study.project(), "--y", arguments.y);
    if (!y)
        return y.error();
    const auto answer = core::twoWayTable(study, *x, *y, (*question)->target);
    if (!answer)
        return answer.error();
    return printed(
        arguments, core::twoWayJson(*answer), core::twoWayText(*answer, study.project()));
}

Output goalSeek(const SensitivityArguments& arguments)
{
    const Result<double> wanted = numberOf("--target", arguments.target);
    if (!wanted)
        return wanted.error();
    const auto question = questionOf(arguments);
    if (!question)
        return question.error();
    core::Study& study = (*question)->study;
    const Result<core::VariedInput> input = core::variedInput(study.project(), arguments.input);
    if (!input)
        return input.error();
    const auto answer = core::goalSeek(study, *input, (*question)->target, *wanted);
    if (!answer)
        return answer.error();
    return printed(
        arguments, core::goalSeekJson(*answer), core::goalSeekText(*answer, study.project()));
}

Output gradient(const SensitivityArguments& arguments)
{
    const auto question = questionOf(arguments);
    if (!question)
        return question.error();
    const core::Study& study = (*question)->study;
    const auto answer = core::gradientOf(study.base(), (*question)->target);
    if (!answer)
        return answer.error();
    return printed(
        arguments, core::gradientJson(*answer), core::gradientText(*answer, study.project()));
}

}
