#include "core/analysis/InputRange.h"

#include "core/project/Evidence.h"
#include "core/project/Registry.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace core {

namespace {

const TornadoRange* barOf(const Project& project, const std::string& id)
{
    if (!project.analysis)
        return nullptr;
    const std::vector<TornadoRange>& bars = project.analysis->tornado;
    const auto found = std::find_if(
        bars.begin(), bars.end(), [&id](const TornadoRange& bar) { return bar.input == id; });
    return found == bars.end() ? nullptr : &*found;
}

void setFactors(InputRange& range, double low, double high)
{
    std::tie(range.low, range.high) = std::minmax({low * range.base, high * range.base});
}

Result<InputRange> rangeOf(
    const Project& project, const std::string& id, const TornadoRange* bar, RangeChoice choice)
{
    using Source = RangeChoice::Source;
    const Result<VariedInput> input = variedInput(project, id);
    if (!input)
        return input.error();
    const Result<InputPosition> field = positionOf(project, *input);
    if (!field)
        return field.error();
    InputRange range;
    range.input = *input;
    range.base = field->base;
    range.isUsed = !bar || bar->used;
    const bool isTyped = bar && bar->low && bar->high;
    const std::optional<InputEvidence> evidence = rangeFromEvidence(project, id);
    if (choice.source == Source::percent || (!isTyped && !evidence)) {
        range.origin = RangeOrigin::percent;
        setFactors(range, 1.0 - choice.percent, 1.0 + choice.percent);
    } else if (isTyped && (choice.source == Source::own || !evidence)) {
        range.low = *bar->low;
        range.high = *bar->high;
    } else {
        range.origin = evidence->estimateClass ? RangeOrigin::estimateClass : RangeOrigin::grade;
        range.grade = evidence->grade;
        range.estimateClass = evidence->estimateClass;
        setFactors(range, evidence->range.low, evidence->range.high);
    }
    for (double* end : {&range.low, &range.high}) {
        *end = std::clamp(*end, field->minimum, field->maximum);
        if (field->isInteger)
            *end = std::round(*end);
    }
    return range;
}

}

Result<InputRange> rangeOf(const Project& project, const std::string& id, const RangeChoice& choice)
{
    return rangeOf(project, id, barOf(project, id), choice);
}

Result<std::vector<InputRange>> rangesOf(const Project& project, const RangeChoice& choice)
{
    std::vector<InputRange> ranges;
    if (project.analysis && !project.analysis->tornado.empty()) {
        for (const TornadoRange& bar : project.analysis->tornado) {
            if (!kindOf(project, bar.input) && hasPath(project, bar.input))
                continue; // of a block that this project does without
            Result<InputRange> range = rangeOf(project, bar.input, &bar, choice);
            if (!range)
                return range.error();
            ranges.push_back(*std::move(range));
        }
        return ranges;
    }
    for (const Input& input : inputsOf(project))
        if (rangeFromEvidence(project, input.id))
            if (Result<InputRange> range = rangeOf(project, input.id, choice))
                ranges.push_back(*std::move(range));
    return ranges;
}

}
