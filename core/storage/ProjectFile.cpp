#include "core/storage/ProjectFile.h"

#include "core/project/ProjectJson.h"
#include "core/storage/ChangedFile.h"
#include "core/storage/CheckedFile.h"
#include "core/storage/DocumentTable.h"
#include "core/storage/ProjectHistory.h"
#include "core/storage/SafeFile.h"
#include "core/storage/Schema.h"

#include <algorithm>
#include <span>
#include <utility>

namespace core {

namespace {

constexpr std::size_t textLimit = 64'000; // bytes of UTF-8

Status checkText(const char* field, const std::string& text)
{
    if (text.size() <= textLimit)
        return success();
    return Error(ErrorCode::InvalidInput, field,
        "at most " + std::to_string(textLimit) + " bytes of text were expected.");
}

// What a caller is told who wanted to save, and is kept from destroying what is there.
Error refusedFor(const Error& error)
{
    Error refusal = error;
    for (Problem& problem : refusal.problems)
        problem.message += " It was left as it is; save under another name.";
    return refusal;
}

// The file is put on the disk, and its fingerprint returned.
Result<Hash> put(const std::filesystem::path& path, Database& database, FileSystem& files)
{
    const Result<std::string> bytes = database.bytes();
    if (!bytes)
        return bytes.error();
    if (bytes->size() > projectFileSizeLimit)
        return Error(ErrorCode::FileNotWritten, database.name(),
            "With its earlier revisions the file would be larger than 256 MiB; save under another "
            "name.");
    if (Status status = replaceFile(path, std::as_bytes(std::span(*bytes)), files); !status)
        return status.error();
    return sha256(*bytes);
}

Result<CheckedFile> startFile(const std::string& name)
{
    Result<Database> database = Database::createEmpty(name);
    if (!database)
        return database.error();
    if (Status status = database->run("PRAGMA application_id = " + std::to_string(applicationId));
        !status)
        return status.error();
    if (Status status = migrate(*database); !status)
        return status.error();
    return CheckedFile {*std::move(database), {}};
}

// What is there already, nothing if there is no file. With `discard` what cannot be read does not
// matter, and what can be is refused only if somebody has approved it.
Result<std::string> readPresent(
    const std::filesystem::path& path, const SaveOptions& options, FileSystem& files)
{
    Result<std::string> bytes = readFile(path, projectFileSizeLimit, files);
    const std::string name = pathText(path);
    if (options.expected)
        if (Status status = checkUnchanged(bytes, *options.expected, name); !status)
            return status.error();
    if (options.earlier == EarlierRevisions::keep) {
        if (bytes || bytes.error().code == ErrorCode::FileNotFound)
            return bytes ? *std::move(bytes) : std::string();
        return refusedFor(bytes.error());
    }
    if (const auto present = bytes ? openChecked(*bytes, name) : bytes.error()) {
        const std::vector<Remark>& remarks = present->contents.remarks;
        if (std::any_of(remarks.begin(), remarks.end(),
                [](const Remark& remark) { return remark.kind == RemarkKind::approval; }))
            return Error(ErrorCode::FileNotWritten, name,
                "The file has approved revisions, which must not be lost; save under another "
                "name.");
    }
    return std::string();
}

}

Result<LoadedProject> readProjectFile(
    std::string_view bytes, const std::string& name, DocumentRules rules)
{
    Result<CheckedFile> file = openChecked(bytes, name);
    if (!file)
        return file.error();
    Contents& contents = file->contents;
    const auto document = DocumentReader().read(file->database, contents.revisions.back());
    if (!document)
        return document.error();
    Result<Project> project =
        rules == DocumentRules::applied ? readProject(*document) : parseProject(*document);
    if (!project)
        return project.error();
    return LoadedProject {*std::move(project), std::move(contents.revisions),
        std::move(contents.remarks), std::move(contents.settings), sha256(bytes)};
}

Result<LoadedProject> loadProject(
    const std::filesystem::path& path, DocumentRules rules, FileSystem& files)
{
    const Result<std::string> bytes = readFile(path, projectFileSizeLimit, files);
    if (!bytes)
        return bytes.error();
    return readProjectFile(*bytes, pathText(path), rules);
}

Result<LoadedProject> loadRevision(
    const std::filesystem::path& path, int number, DocumentRules rules, FileSystem& files)
{
    Result<ProjectHistory> history = ProjectHistory::open(path, files);
    if (!history)
        return history.error();
    if (const Status status = history->endAt(number); !status)
        return status.error();
    Result<Project> project = history->project(number, rules);
    if (!project)
        return project.error();
    return LoadedProject {*std::move(project), history->revisions(), history->remarks(),
        history->settings(), history->fingerprint()};
}

Result<SavedProject> saveProject(const std::filesystem::path& path, const Project& project,
    const RevisionInfo& info, const SaveOptions& options, FileSystem& files)
{
    const std::string name = pathText(path);
    if (Status status = checkText("author", info.author); !status)
        return status.error();
    if (Status status = checkText("comment", info.comment); !status)
        return status.error();
    const std::string document = writeProject(project);
    if (document.size() > documentSizeLimit)
        return Error(ErrorCode::FileNotWritten, name, "The project is larger than 64 MiB.");
    if (const Result<Project> again = parseProject(document); !again)
        return again.error();

    const Result<std::string> present = readPresent(path, options, files);
    if (!present)
        return present.error();
    Result<CheckedFile> file = present->empty() ? startFile(name) : openToContinue(*present, name);
    if (!file)
        return refusedFor(file.error());
    if (options.settings)
        file->contents.settings = *options.settings;
    if (Status status =
            appendRevision(file->database, file->contents, info, document, GALVAL_VERSION);
        !status)
        return status.error();
    const Result<Hash> fingerprint = put(path, file->database, files);
    if (!fingerprint)
        return fingerprint.error();
    return SavedProject {std::move(file->contents.revisions.back()), *fingerprint};
}

Result<SavedRemark> addRemark(const std::filesystem::path& path, const RemarkInfo& info,
    const std::optional<Hash>& expected, FileSystem& files)
{
    const std::string name = pathText(path);
    if (Status status = checkText("author", info.author); !status)
        return status.error();
    if (Status status = checkText("text", info.text); !status)
        return status.error();
    if (info.kind == RemarkKind::approval && info.author.empty())
        return Error(
            ErrorCode::InvalidInput, "author", "the name of whoever approves was expected.");
    const Result<std::string> present = readFile(path, projectFileSizeLimit, files);
    if (expected)
        if (Status status = checkUnchanged(present, *expected, name); !status)
            return status.error();
    if (!present)
        return present.error();
    Result<CheckedFile> file = openToContinue(*present, name);
    if (!file)
        return refusedFor(file.error());
    if (Status status = checkRevision(file->contents.revisions, info.revision, name); !status)
        return status.error();
    if (Status status = appendRemark(file->database, file->contents, info, GALVAL_VERSION); !status)
        return status.error();
    const Result<Hash> fingerprint = put(path, file->database, files);
    if (!fingerprint)
        return fingerprint.error();
    return SavedRemark {std::move(file->contents.remarks.back()), *fingerprint};
}

Result<Hash> fingerprintOf(const std::filesystem::path& path, FileSystem& files)
{
    const Result<std::string> bytes = readFile(path, projectFileSizeLimit, files);
    if (!bytes)
        return bytes.error();
    return sha256(*bytes);
}

}
