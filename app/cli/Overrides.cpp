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

void append(core::Problems& problems, const core::Problems& more)
{
    problems.insert(problems.end(), more.begin(), more.end());
}

}

Result<Project> openProject(const std::string& file, const Overrides& overrides)
{
    Result<Project> opened = core::openDocument(pathOf(file));
    if (!opened || (overrides.sets.empty() && !overrides.deck))
        return opened;
    Project project = *std::move(opened);
    core::Problems problems;
    const auto set = [&](std::string_view id, std::string_view text) {
        if (Result<Project> changed = withSet(project, id, text))
            project = *std::move(changed);
        else
            append(problems, changed.error().problems);
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

Result<std::shared_ptr<const core::Evaluation>> openEvaluation(
    const std::string& file, const Overrides& overrides)
{
    Result<Project> project = openProject(file, overrides);
    if (!project)
        return project.error();
    return core::Evaluation::of(*std::move(project));
}

std::string overridesText(const Overrides& overrides)
{
    std::string text;
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
