#include "core/project/ProjectJson.h"

#include "core/project/FieldCheck.h"
#include "core/project/JsonValues.h"
#include "core/project/ProjectReader.h"

#include <optional>
#include <utility>

namespace core {

namespace {

// Whether it is a project document at all, and of a version that can be read.
std::optional<Error> refusalOfFormat(const Json& document)
{
    const auto refusal = [](const char* where, std::string message) {
        return Error(ErrorCode::InvalidInput, where, std::move(message));
    };
    if (!document.is_object())
        return refusal("", "expected an object, found " + found(document));

    const auto format = document.find("format");
    const std::string expectedFormat = "expected \"" + std::string(projectFormat) + "\"";
    if (format == document.end())
        return refusal("format", "is missing; " + expectedFormat);
    if (!format->is_string())
        return refusal("format", expectedFormat + ", found " + found(*format));
    if (*format != projectFormat)
        return refusal("format",
            expectedFormat + ", found \"" + format->get<std::string>().substr(0, 64) + "\"");

    const auto version = document.find("version");
    const std::string expectedVersion = "expected " + std::to_string(projectFormatVersion);
    if (version == document.end())
        return refusal("version", "is missing; " + expectedVersion);
    if (!version->is_number())
        return refusal("version", expectedVersion + ", found " + found(*version));
    const auto number = version->get<double>();
    if (number > projectFormatVersion)
        return Error(ErrorCode::FileTooNew, "version",
            "the document was written by a newer version of Galval (format " + numberText(number) +
                "); this one reads format " + std::to_string(projectFormatVersion));
    if (number != projectFormatVersion)
        return refusal("version", expectedVersion + ", found " + found(*version));
    return std::nullopt;
}

enum class Checks { shape, all };

Result<Project> readDocument(std::string_view text, Checks checks)
{
    JsonDocument document = readJson(text);
    if (!document.content)
        return Error(ErrorCode::InvalidInput, std::move(document.problems));
    if (auto refusal = refusalOfFormat(*document.content))
        return *std::move(refusal);
    ProjectReader reader(*document.content);
    for (Problem& problem : document.problems)
        reader.problems.add(std::move(problem.where), std::move(problem.message));
    Project project = reader.read();
    if (checks == Checks::all)
        checkProject(project, reader.broken, reader.problems);
    if (!reader.problems.isEmpty())
        return Error(ErrorCode::InvalidInput, std::move(reader.problems).take());
    return project;
}

}

Result<Project> readProject(std::string_view json)
{
    return readDocument(json, Checks::all);
}

Result<Project> parseProject(std::string_view json)
{
    return readDocument(json, Checks::shape);
}

}
