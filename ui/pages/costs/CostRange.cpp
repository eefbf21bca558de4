#include "ui/pages/costs/CostRange.h"

#include "core/project/Registry.h"

namespace ui {

std::vector<std::string> costInputs(const core::CostLine& line)
{
    const std::string path = "cost_lines." + line.id;
    std::vector<std::string> inputs;
    if (line.fixed != 0.0 || line.variablePerKg == 0.0)
        inputs.push_back(path + ".fixed");
    if (line.variablePerKg != 0.0 || line.fixed == 0.0)
        inputs.push_back(path + ".variable_per_kg");
    return inputs;
}

std::optional<core::InputEvidence> evidenceOfCost(
    const core::Project& project, const core::CostLine& line)
{
    std::optional<core::InputEvidence> widest;
    for (const std::string& input : costInputs(line)) {
        const auto evidence = core::rangeFromEvidence(project, input);
        const auto width = [](const core::InputEvidence& one) {
            return one.range.high - one.range.low;
        };
        if (evidence && (!widest || width(*evidence) > width(*widest)))
            widest = evidence;
    }
    return widest;
}

core::Project withCostGrade(
    core::Project project, const core::CostLine& line, const std::string& grade)
{
    for (const std::string& input : costInputs(line)) {
        if (grade.empty())
            project.evidence.erase(input);
        else
            project.evidence[input] = grade;
    }
    return project;
}

std::optional<double> npvWithCost(
    const core::Evaluation& evaluation, const core::CostLine& line, double factor)
{
    core::Result<core::Project> moved = evaluation.project();
    for (const std::string& input : costInputs(line))
        if (moved)
            moved = core::withScaled(*std::move(moved), input, factor);
    if (!moved)
        return std::nullopt;
    const auto evaluated = core::Evaluation::of(*std::move(moved), evaluation.sharedModel());
    if (!evaluated)
        return std::nullopt;
    return (*evaluated)->metrics(core::PlantCase::project)[core::Metric::npv];
}

}
