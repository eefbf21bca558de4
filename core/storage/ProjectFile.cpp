#include "core/storage/ProjectFile.h"

#include "core/project/ProjectJson.h"
#include "core/storage/ChangedFile.h"
#include "core/storage/Contents.h"
#include "core/storage/Database.h"
#include "core/storage/FileHeader.h"
#include "core/storage/SafeFile.h"
#include "core/storage/Schema.h"

#include <algorithm>
#include <span>
#include <utility>

namespace core {

namespace {

constexpr std::size_t documentSizeLimit = std::size_t {64} << 20U; // as readProject() has it
constexpr std::size_t revisionTextLimit = 64'000;                  // bytes of UTF-8

struct OpenFile {
    Database database;
    Contents contents;
};

Status checkIntegrity(Database& database)
{
    auto integrity = database.prepare("PRAGMA quick_check(1)");
    if (!integrity)
        return integrity.error();
    Result<bool> row = integrity->step();
    if (!row)
        return row.error();
    std::string finding = *row ? integrity->text(0) : "no integrity check was made";
    if (finding != "ok") {
        std::replace(finding.begin(), finding.end(), '\n', ' ');
        return database.damage(finding);
    }

    auto references = database.prepare("PRAGMA foreign_key_check");
    if (!references)
        return references.error();
    row = references->step();
    if (!row)
        return row.error();
    if (*row)
        return database.damage(
            "a row of its table \"" + references->text(0) + "\" refers to one that is missing");
    return success();
}

// The file with every check passed and in the present format. `bytes` must outlive it.
Result<OpenFile> openFile(std::string_view bytes, const std::string& name)
{
    const Result<int> version = checkHeader(bytes, name);
    if (!version)
        return version.error();
    Result<Database> database = Database::openReadOnly(bytes, name);
    if (!database)
        return database.error();
    // First of all the tables: the integrity check evaluates the conditions stated in them.
    if (Status status = checkSchema(*database, *version); !status)
        return status.error();
    if (Status status = checkIntegrity(*database); !status)
        return status.error();
    auto contents = readContents(*database);
    if (!contents)
        return contents.error();
    if (*version < projectFileVersion) {
        database = Database::openCopy(bytes, name);
        if (!database)
            return database.error();
        if (Status status = migrate(*database); !status)
            return status.error();
    }
    return OpenFile {std::move(*database), std::move(*contents)};
}

Result<Project> readRevision(OpenFile& file, const Revision& revision, DocumentRules rules)
{
    const Result<std::string> document = readDocument(file.database, revision);
    if (!document)
        return document.error();
    return rules == DocumentRules::applied ? readProject(*document) : parseProject(*document);
}

// What a caller is told who wanted to save, and is kept from destroying what is there.
Error refusedFor(const Error& error)
{
    Error refusal = error;
    for (Problem& problem : refusal.problems)
        problem.message += " It was left as it is; save under another name.";
    return refusal;
}

struct NewFile {
    std::string bytes;
    Revision revision;
};

Result<NewFile> buildFile(Database& database, Contents contents, const std::string& document,
    const RevisionInfo& info, const SaveOptions& options)
{
    if (options.settings)
        contents.settings = *options.settings;
    if (Status status = appendRevision(database, contents, info, document, GALVAL_VERSION); !status)
        return status.error();
    Result<std::string> bytes = database.bytes();
    if (!bytes)
        return bytes.error();
    return NewFile {std::move(*bytes), std::move(contents.revisions.back())};
}

Result<NewFile> startFile(const std::string& name, const std::string& document,
    const RevisionInfo& info, const SaveOptions& options)
{
    Result<Database> database = Database::createEmpty(name);
    if (!database)
        return database.error();
    if (Status status = database->run("PRAGMA application_id = " + std::to_string(applicationId));
        !status)
        return status.error();
    if (Status status = migrate(*database); !status)
        return status.error();
    return buildFile(*database, {}, document, info, options);
}

Result<NewFile> continueFile(std::string_view existing, const std::string& name,
    const std::string& document, const RevisionInfo& info, const SaveOptions& options)
{
    Result<OpenFile> present = openFile(existing, name);
    if (!present)
        return refusedFor(present.error());
    // No damage is carried along, which the next save would make look like a good file.
    for (const Revision& revision : present->contents.revisions)
        if (const auto earlier = readDocument(present->database, revision); !earlier)
            return refusedFor(earlier.error());
    Result<Database> database = Database::openCopy(existing, name);
    if (!database)
        return database.error();
    if (Status status = migrate(*database); !status)
        return status.error();
    return buildFile(*database, std::move(present->contents), document, info, options);
}

}

Result<LoadedProject> readProjectFile(
    std::string_view bytes, const std::string& name, DocumentRules rules)
{
    Result<OpenFile> file = openFile(bytes, name);
    if (!file)
        return file.error();
    Result<Project> project = readRevision(*file, file->contents.revisions.back(), rules);
    if (!project)
        return project.error();
    return LoadedProject {std::move(*project), std::move(file->contents.revisions),
        std::move(file->contents.settings), sha256(bytes)};
}

Result<LoadedProject> loadProject(
    const std::filesystem::path& path, DocumentRules rules, FileSystem& files)
{
    const Result<std::string> bytes = readFile(path, projectFileSizeLimit, files);
    if (!bytes)
        return bytes.error();
    return readProjectFile(*bytes, pathText(path), rules);
}

Result<Project> loadRevision(
    const std::filesystem::path& path, int number, DocumentRules rules, FileSystem& files)
{
    const Result<std::string> bytes = readFile(path, projectFileSizeLimit, files);
    if (!bytes)
        return bytes.error();
    Result<OpenFile> file = openFile(*bytes, pathText(path));
    if (!file)
        return file.error();
    const std::vector<Revision>& revisions = file->contents.revisions;
    if (number < 1 || static_cast<std::size_t>(number) > revisions.size())
        return Error(ErrorCode::InvalidInput, pathText(path),
            "There is no revision " + std::to_string(number) + "; the file has revisions 1 to " +
                std::to_string(revisions.size()) + ".");
    return readRevision(*file, revisions[static_cast<std::size_t>(number) - 1], rules);
}

Result<SavedProject> saveProject(const std::filesystem::path& path, const Project& project,
    const RevisionInfo& info, const SaveOptions& options, FileSystem& files)
{
    const std::string name = pathText(path);
    for (const auto& [field, text] :
        {std::pair("author", &info.author), std::pair("comment", &info.comment)})
        if (text->size() > revisionTextLimit)
            return Error(ErrorCode::InvalidInput, field,
                "at most " + std::to_string(revisionTextLimit) + " bytes of text were expected.");
    const std::string document = writeProject(project);
    if (document.size() > documentSizeLimit)
        return Error(ErrorCode::FileNotWritten, name, "The project is larger than 64 MiB.");
    if (const Result<Project> again = parseProject(document); !again)
        return again.error();

    std::string existing;
    if (options.earlier == EarlierRevisions::keep || options.expected) {
        Result<std::string> bytes = readFile(path, projectFileSizeLimit, files);
        if (options.expected)
            if (Status status = checkUnchanged(bytes, *options.expected, name); !status)
                return status.error();
        if (options.earlier == EarlierRevisions::keep) {
            if (bytes)
                existing = std::move(*bytes);
            else if (bytes.error().code != ErrorCode::FileNotFound)
                return refusedFor(bytes.error());
        }
    }
    Result<NewFile> file = existing.empty() ? startFile(name, document, info, options)
                                            : continueFile(existing, name, document, info, options);
    if (!file)
        return file.error();
    if (file->bytes.size() > projectFileSizeLimit)
        return Error(ErrorCode::FileNotWritten, name,
            "With its earlier revisions the file would be larger than 256 MiB; save under another "
            "name.");
    if (Status status = replaceFile(path, std::as_bytes(std::span(file->bytes)), files); !status)
        return status.error();
    return SavedProject {std::move(file->revision), sha256(file->bytes)};
}

Result<Hash> fingerprintOf(const std::filesystem::path& path, FileSystem& files)
{
    const Result<std::string> bytes = readFile(path, projectFileSizeLimit, files);
    if (!bytes)
        return bytes.error();
    return sha256(*bytes);
}

}
