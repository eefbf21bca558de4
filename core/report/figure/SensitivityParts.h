#pragma once

#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "core/report/figure/TargetText.h"

#include <optional>
#include <string>
#include <vector>

// What the figures of sensitivity share.
namespace core {

// "USD million in 2025 money", "%", "years".
std::string unitText(const Evaluation& evaluation, const TargetText& target, MoneyView view);

// A name in the middle of a sentence: "price", but "OECD share".
std::string withinSentence(const Sentence& name);

double largestOf(const std::vector<std::optional<double>>& figures);

// Where a figure passes a level between two positions, as a straight line between the two.
std::optional<double> passes(double level, double fromPosition,
    const std::optional<double>& fromValue, double toPosition,
    const std::optional<double>& toValue);

}
