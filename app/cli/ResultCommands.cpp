#include "app/cli/ResultCommands.h"

#include "app/cli/Arguments.h"
#include "core/report/EvaluationJson.h"
#include "core/report/EvaluationTables.h"
#include "core/report/ExplanationText.h"
#include "core/report/InputsText.h"

namespace cli {

Output evaluate(const std::string& file, const Overrides& overrides, Format format)
{
    const auto evaluation = openEvaluation(file, overrides);
    if (!evaluation)
        return evaluation.error();
    if (format == Format::json)
        return core::evaluationJson(**evaluation);
    return withChanges(overrides, core::evaluationText(**evaluation));
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
