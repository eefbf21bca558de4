#include "core/report/figure/SensitivityParts.h"

#include <algorithm>
#include <cmath>

namespace core {

std::string unitText(const Evaluation& evaluation, const TargetText& target, MoneyView view)
{
    if (!target.isMoney)
        return target.unit;
    const int year = MoneyConversion(evaluation, view).yearOfPresentValues();
    return target.unit + " in " + std::to_string(year) + " money";
}

std::string withinSentence(const Sentence& name)
{
    std::string text = english(name);
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() > 1 && isUpper(text[0]) && !isUpper(text[1]))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

double largestOf(const std::vector<std::optional<double>>& figures)
{
    double largest = 0.0;
    for (const std::optional<double>& figure : figures)
        if (figure)
            largest = std::max(largest, std::abs(*figure));
    return largest;
}

std::optional<double> passes(double level, double fromPosition,
    const std::optional<double>& fromValue, double toPosition, const std::optional<double>& toValue)
{
    if (!fromValue || !toValue || (*fromValue < level) == (*toValue < level))
        return std::nullopt;
    return fromPosition +
           (level - *fromValue) / (*toValue - *fromValue) * (toPosition - fromPosition);
}

}
