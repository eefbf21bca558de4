#include "app/cli/ScenarioCommands.h"

#include "core/report/analysis/AttributionReport.h"
#include "core/report/analysis/ScenariosReport.h"

#include <string_view>

namespace cli {

namespace {

using core::Project;
using core::Result;

constexpr std::string_view plan = "plan";

Result<Project> projectOf(const std::string& file, std::string_view scenario)
{
    Result<Project> project = openProject(file, {});
    if (!project || scenario == plan)
        return project;
    const Result<const core::Scenario*> found = core::findScenario(*project, scenario);
    return found ? core::withScenario(*project, **found) : found.error();
}

}

Output scenarios(const std::string& file, const Overrides& overrides, Format format)
{
    const auto evaluation = openEvaluation(file, overrides);
    if (!evaluation)
        return evaluation.error();
    const std::vector<core::ScenarioResult> results = core::scenarioResults(**evaluation);
    if (format == Format::json)
        return core::scenariosJson(results);
    return withChanges(overrides, core::scenariosText(**evaluation, results));
}

Output attribute(const AttributeArguments& arguments)
{
    const Result<core::Target> target = core::findTarget(arguments.metric);
    if (!target)
        return target.error();
    if (!arguments.secondFile && arguments.from == arguments.to)
        return core::Error(core::ErrorCode::InvalidInput, "attribute",
            "expected a second file, or --from and --to that differ: the id of a scenario, or plan "
            "for the project itself");
    const Result<Project> from = projectOf(arguments.file, arguments.from);
    if (!from)
        return from.error();
    const Result<Project> to =
        projectOf(arguments.secondFile.value_or(arguments.file), arguments.to);
    if (!to)
        return to.error();
    core::AttributionOptions options;
    options.target = *target;
    const Result<core::Attribution> attribution = core::attribute(*from, *to, options);
    if (!attribution)
        return attribution.error();
    return arguments.format == Format::json ? core::attributionJson(*attribution)
                                            : core::attributionText(*attribution);
}

}
