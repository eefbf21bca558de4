#include "core/report/analysis/GoalSeekReport.h"

#include "core/report/JsonText.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

namespace core {

std::string goalSeekJson(const GoalSeek& goal)
{
    return jsonText({{"input", goal.input.id}, {"metric", nameOf(goal.target)},
        {"target", jsonNumber(goal.wanted)}, {"solutions", jsonNumbers(goal.solutions)},
        {"everywhere", goal.isEverywhere}});
}

std::string goalSeekText(const GoalSeek& goal, const Project& project)
{
    constexpr int textWidth = 100;
    const InputWords words(project);
    const auto position = [&](double at) { return words.positionWithUnit(goal.input, at); };
    const Result<InputPosition> field = positionOf(project, goal.input);
    const std::string planned =
        field ? " (as planned: " + position(field->base) + ")" : std::string();
    const std::string figure(labelOf(goal.target));
    const std::string wanted = figureWithUnit(goal.target, goal.wanted);
    if (goal.isEverywhere)
        return wrapped(figure + " is " + wanted + " at every value of " + goal.input.id + " from " +
                           position(goal.low) + " to " + position(goal.high) + planned + ".",
            textWidth);
    if (goal.solutions.empty())
        return wrapped(figure + " becomes " + wanted + " at no value of " + goal.input.id +
                           " from " + position(goal.low) + " to " + position(goal.high) + planned +
                           ". At the low end it is " + figureWithUnit(goal.target, goal.atLow) +
                           ", at the high end " + figureWithUnit(goal.target, goal.atHigh) + ".",
            textWidth);
    std::string list;
    for (std::size_t i = 0; i < goal.solutions.size(); ++i)
        list += (i == 0                              ? ""
                    : i + 1 == goal.solutions.size() ? " and "
                                                     : ", ") +
                position(goal.solutions[i]);
    if (goal.solutions.size() == 1)
        return wrapped(figure + " becomes " + wanted + " with " + goal.input.id + " at " + list +
                           planned + ".",
            textWidth);
    const bool isWhole = field && field->isInteger;
    return wrapped(figure + (isWhole ? " passes " : " becomes ") + wanted + " with " +
                       goal.input.id + (isWhole ? " between " : " at several values, ") + list +
                       planned + ".",
        textWidth);
}

}
