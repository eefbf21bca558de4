#include "core/storage/ProjectDocument.h"

#include "core/project/ProjectJson.h"
#include "core/storage/ChangedFile.h"
#include "core/storage/FileHeader.h"
#include "core/storage/SafeFile.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace core {

namespace {

// The ending of the name in small letters, with its dot.
std::string endingOf(const std::filesystem::path& path)
{
    std::string ending = pathText(path.extension());
    for (char& letter : ending)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return ending;
}

bool looksLikeJson(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

Result<SavedDocument> saveJson(const std::filesystem::path& path, const Project& project,
    const std::optional<Hash>& expected, FileSystem& files)
{
    const std::string document = writeProject(project);
    if (const Result<Project> again = parseProject(document); !again)
        return again.error();
    if (expected) {
        const auto present = readFile(path, projectFileSizeLimit, files);
        if (Status status = checkUnchanged(present, *expected, pathText(path)); !status)
            return status.error();
    }
    if (Status status = replaceFile(path, std::as_bytes(std::span(document)), files); !status)
        return status.error();
    return SavedDocument {std::nullopt, sha256(document)};
}

}

Result<LoadedProject> loadDocument(
    const std::filesystem::path& path, DocumentRules rules, FileSystem& files)
{
    const Result<std::string> content = readFile(path, projectFileSizeLimit, files);
    if (!content)
        return content.error();
    const std::string name = pathText(path);
    const std::string ending = endingOf(path);
    const bool isJson = looksLikeJson(*content) || ending == ".json";
    if (isDatabase(*content) || (ending == ".galval" && !isJson))
        return readProjectFile(*content, name, rules);
    if (!isJson)
        return Error(ErrorCode::FileUnreadable, name,
            "This is neither a Galval project file nor a project document in JSON.");

    Result<Project> project =
        rules == DocumentRules::applied ? readProject(*content) : parseProject(*content);
    if (project)
        return LoadedProject {*std::move(project), {}, {}, {}, sha256(*content)};
    Error error = project.error();
    for (Problem& problem : error.problems)
        if (problem.where.empty())
            problem.where = name;
    return error;
}

Result<Project> openDocument(
    const std::filesystem::path& path, DocumentRules rules, FileSystem& files)
{
    Result<LoadedProject> loaded = loadDocument(path, rules, files);
    if (!loaded)
        return loaded.error();
    return std::move(loaded->project);
}

Result<SavedDocument> saveDocument(const std::filesystem::path& path, const Project& project,
    const RevisionInfo& info, const SaveOptions& options, FileSystem& files)
{
    const std::string ending = endingOf(path);
    if (ending == ".json")
        return saveJson(path, project, options.expected, files);
    if (ending == ".galval") {
        Result<SavedProject> saved = saveProject(path, project, info, options, files);
        if (!saved)
            return saved.error();
        return SavedDocument {std::move(saved->revision), saved->fingerprint};
    }
    return Error(ErrorCode::InvalidInput, pathText(path),
        "The name ends neither in .galval (a project file) nor in .json (a JSON document), so the "
        "form to write is not known.");
}

}
