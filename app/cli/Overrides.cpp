#include "app/cli/Overrides.h"

#include "app/cli/Arguments.h"
#include "core/project/ProjectJson.h"
#include "core/project/Registry.h"
#include "core/project/Validation.h"
#include "core/report/TextTable.h"
#include "core/storage/ProjectDocument.h"
#include "core/storage/ProjectHistory.h"

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

// A state of a project with the revisions up to it; a JSON document has none.
struct SavedState {
    Project project;
    std::vector<core::Revision> revisions;
    std::vector<core::Remark> remarks;
};

Result<SavedState> openState(const std::string& file, const std::optional<int>& revision)
{
    if (!revision) {
        Result<core::LoadedProject> loaded = core::loadDocument(pathOf(file));
        if (!loaded)
            return loaded.error();
        return SavedState {
            std::move(loaded->project), std::move(loaded->revisions), std::move(loaded->remarks)};
    }
    Result<core::ProjectHistory> history = core::ProjectHistory::open(pathOf(file));
    if (!history)
        return history.error();
    if (const core::Status status = history->endAt(*revision); !status)
        return status.error();
    Result<Project> project = history->project(*revision);
    if (!project)
        return project.error();
    return SavedState {*std::move(project), history->revisions(), history->remarks()};
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
    core::Result<SavedState> state = openState(file, overrides.revision);
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
    const core::Result<SavedState> state = openState(file, overrides.revision);
    if (!state)
        return state.error();
    const Result<Project> project = changed(state->project, overrides);
    if (!project)
        return project.error();
    const auto evaluation = core::Evaluation::of(*project);
    if (!evaluation)
        return evaluation.error();
    OpenedEvaluation opened;
    opened.evaluation = *evaluation;
    // A document that an earlier version of the program wrote would be written in other words now.
    if (!state->revisions.empty())
        opened.origin = core::originOf(state->revisions, state->remarks,
            *project == state->project ? state->revisions.back().documentHash
                                       : core::sha256(core::writeProject(*project)));
    return opened;
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
