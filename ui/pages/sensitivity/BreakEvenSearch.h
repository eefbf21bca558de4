#pragma once

#include "core/analysis/GoalSeek.h"
#include "core/report/figure/SensitivityFigures.h"

namespace ui {

// The values of an input at which a target is what is wanted, and the target about them: over the
// plan, the range and all solutions.
struct BreakEvenSearch {
    core::GoalSeek sought;
    core::TargetCurve curve;
};

core::Result<BreakEvenSearch> searchBreakEven(
    core::Study& study, const core::VariedInput& input, core::Target target, double wanted);

}
