#include "app/cli/ResultCommands.h"

#include "app/cli/Arguments.h"
#include "core/report/EvaluationJson.h"
#include "core/report/EvaluationTables.h"
#include "core/report/ExplanationText.h"
#include "core/report/InputsText.h"
#include "core/report/TextTable.h"

#include <cctype>

namespace cli {

namespace {

constexpr std::size_t dateLength = sizeof "2026-11-23" - 1;

// "Approved by A. Board on 2026-11-23, revision 21, hash 5fe2a31c04bb", as a line of its own;
// nothing for a JSON document.
std::string originLine(const core::Origin& origin)
{
    if (!origin.revision)
        return {};
    std::string text = core::english(core::originText(origin, origin.time().substr(0, dateLength)));
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return core::printable(text) + "\n\n";
}

}

Output evaluate(const std::string& file, const Overrides& overrides, Format format)
{
    const auto opened = openWithOrigin(file, overrides);
    if (!opened)
        return opened.error();
    if (format == Format::json)
        return core::evaluationJson(*opened->evaluation, opened->origin);
    return originLine(opened->origin) +
           withChanges(overrides, core::evaluationText(*opened->evaluation));
}

Output explain(const std::string& file, const Overrides& overrides, const std::string& row,
    const std::optional<std::string>& year, const std::string& resultCase)
{
    const std::optional<core::ResultCase> wanted = core::findResultCase(resultCase);
    if (!wanted)
        return core::Error(core::ErrorCode::InvalidInput, "--case",
            "expected project, standalone or savings, found \"" + resultCase.substr(0, 64) + "\"");
    std::optional<int> wantedYear;
    if (year) {
        const core::Result<int> number = yearOf(*year);
        if (!number)
            return number.error();
        wantedYear = *number;
    }
    const auto evaluation = openEvaluation(file, overrides);
    if (!evaluation)
        return evaluation.error();
    const core::Result<std::string> text =
        core::explanationText(**evaluation, *wanted, row, wantedYear);
    if (!text)
        return text.error();
    return withChanges(overrides, *text);
}

Output inputs(const std::string& file, const Overrides& overrides, Format format)
{
    const core::Result<core::Project> project = openProject(file, overrides);
    if (!project)
        return project.error();
    if (format == Format::json)
        return core::inputsJson(*project);
    return withChanges(overrides, core::inputsText(*project));
}

}
