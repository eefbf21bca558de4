#pragma once

#include "core/analysis/GoalSeek.h"
#include "core/analysis/Spider.h"
#include "core/analysis/Tornado.h"
#include "core/analysis/TwoWayTable.h"
#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "core/report/figure/Figure.h"

#include <optional>
#include <vector>

// The figures of the analyses that move one input or two. Money is that of the view, at the
// exchange rate and the prices of the plan.
namespace core {

// The target at both ends of each range, about the plan. At most `most` bars.
Figure tornadoFigure(const Evaluation& evaluation, const Tornado& tornado, MoneyView view = {},
    std::size_t most = 12);

// The target as each input is changed by a part of it, the steepest line first.
Figure spiderFigure(const Evaluation& evaluation, const Spider& spider, MoneyView view = {});

// The target over the input down the table, at four values of the input across: the plan, both ends
// and one between. Dots mark where the decision flips.
Figure twoWayFigure(const Evaluation& evaluation, const TwoWayTable& table, MoneyView view = {});

// What the table itself says: where the decision flips at the plan of the input across.
Sentence twoWayTitle(const Evaluation& evaluation, const TwoWayTable& table, MoneyView view = {});
Sentence twoWaySubtitle(
    const Evaluation& evaluation, const TwoWayTable& table, MoneyView view = {});

// A target at some positions of one input.
struct TargetCurve {
    std::vector<double> positions; // ascending
    std::vector<std::optional<double>> values;
};

// The target over the input that was sought, with the wanted value, the solutions and the plan.
Figure breakEvenFigure(const Evaluation& evaluation, const GoalSeek& sought,
    const TargetCurve& curve, MoneyView view = {});

}
