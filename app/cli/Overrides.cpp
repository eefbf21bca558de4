#include "app/cli/Overrides.h"

#include "app/cli/Arguments.h"
#include "core/project/Registry.h"
#include "core/project/Validation.h"
#include "core/report/TextTable.h"
#include "core/storage/ProjectDocument.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace cli {

namespace {

using core::Project;
using core::Result;

constexpr std::string_view deckInput = "active_deck";

bool isShareOrRate(const Project& project, std::string_view id)
{
    const std::vector<core::Input> inputs = core::inputsOf(project);
    return std::any_of(inputs.begin(), inputs.end(),
        [id](const core::Input& input) { return input.id == id && input.unit == "%"; });
}

Result<Project> withSet(Project project, std::string_view id, std::string_view text)
{
    if (text.starts_with('*')) {
        const Result<double> factor = numberOf(id, text.substr(1));
        return factor ? core::withScaled(std::move(project), id, *factor) : factor.error();
    }
    if (text.ends_with('%') && isShareOrRate(project, id)) {
        const Result<double> share = numberOf(id, text);
        return share ? core::withValue(std::move(project), id, *share) : share.error();
    }
    const Result<core::InputValue> value = core::parseInputValue(project, id, text);
    return value ? core::withValue(std::move(project), id, *value) : value.error();
}

// The state that is asked for, with the revisions up to it.
Result<core::LoadedProject> openState(const std::string& file, const std::optional<int>& revision)
{
    return revision ? core::loadRevision(pathOf(file), *revision)
                    : core::loadDocument(pathOf(file));
}

void append(core::Problems& problems, const core::Problems& more)
{
    problems.insert(problems.end(), more.begin(), more.end());
}

Result<Project> changed(Project project, const Overrides& overrides)
{
    if (overrides.sets.empty() && !overrides.deck)
        return project;
    core::Problems problems;
    const auto set = [&](std::string_view id, std::string_view text) {
        if (Result<Project> after = withSet(project, id, text))
            project = *std::move(after);
        else
            append(problems, after.error().problems);
    };
    for (const std::string& entry : overrides.sets) {
        const std::size_t equals = entry.find('=');
        if (equals == 0 || equals == std::string::npos)
            problems.push_back(
                {"--set", "expected ID=VALUE, found \"" + entry.substr(0, 64) + "\""});
        else
            set(std::string_view(entry).substr(0, equals),
                std::string_view(entry).substr(equals + 1));
    }
    if (overrides.deck)
        set(deckInput, *overrides.deck);
    if (problems.empty())
        problems = core::validate(project);
    if (!problems.empty())
        return core::Error(core::ErrorCode::InvalidInput, std::move(problems));
    return project;
}

}

Result<Project> openProject(const std::string& file, const Overrides& overrides)
{
    core::Result<core::LoadedProject> state = openState(file, overrides.revision);
    if (!state)
        return state.error();
    return changed(std::move(state->project), overrides);
}

Result<std::shared_ptr<const core::Evaluation>> openEvaluation(
    const std::string& file, const Overrides& overrides)
{
    Result<Project> project = openProject(file, overrides);
    if (!project)
        return project.error();
    return core::Evaluation::of(*std::move(project));
}

Result<OpenedEvaluation> openWithOrigin(const std::string& file, const Overrides& overrides)
{
    const core::Result<core::LoadedProject> state = openState(file, overrides.revision);
    if (!state)
        return state.error();
    const Result<Project> project = changed(state->project, overrides);
    if (!project)
        return project.error();
    const auto evaluation = core::Evaluation::of(*project);
    if (!evaluation)
        return evaluation.error();
    return OpenedEvaluation {
        *evaluation, core::originOf(state->revisions, state->remarks, state->project, *project)};
}

std::string overridesText(const Overrides& overrides)
{
    std::string text =
        overrides.revision ? "revision " + std::to_string(*overrides.revision) : std::string();
    for (const std::string& entry : overrides.sets)
        text += (text.empty() ? "" : ", ") + entry;
    if (overrides.deck)
        text += (text.empty() ? "" : ", ") + std::string(deckInput) + "=" + *overrides.deck;
    return text;
}

std::string withChanges(const Overrides& overrides, const std::string& text)
{
    const std::string changes = core::printable(overridesText(overrides));
    return changes.empty() ? text : "With " + changes + "\n\n" + text;
}

}
