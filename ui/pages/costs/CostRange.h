#pragma once

#include "core/model/Evaluation.h"
#include "core/project/Evidence.h"

#include <optional>
#include <string>
#include <vector>

// How far the cost of a line may lie from the plan, and what that does to the value of the project.
// A line is meant as a whole: its fixed and its variable cost move together.
namespace ui {

// The ids of its fixed and variable cost; of both, or only of the one that is not zero.
std::vector<std::string> costInputs(const core::CostLine& line);

// The widest range that the evidence of these inputs gives; nothing when there is none.
std::optional<core::InputEvidence> evidenceOfCost(
    const core::Project& project, const core::CostLine& line);

// The grade of all these inputs; an empty one takes them away.
core::Project withCostGrade(
    core::Project project, const core::CostLine& line, const std::string& grade);

// The net present value with these inputs multiplied by a factor; nothing when the project cannot
// be evaluated so.
std::optional<double> npvWithCost(
    const core::Evaluation& evaluation, const core::CostLine& line, double factor);

}
