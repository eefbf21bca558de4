#include "core/storage/CheckedFile.h"

#include "core/storage/DocumentTable.h"
#include "core/storage/FileHeader.h"
#include "core/storage/Schema.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

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

}

Result<CheckedFile> openChecked(std::string_view bytes, const std::string& name)
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
    return CheckedFile {*std::move(database), *std::move(contents)};
}

Result<CheckedFile> openToContinue(std::string_view bytes, const std::string& name)
{
    Result<CheckedFile> file = openChecked(bytes, name);
    if (!file)
        return file;
    Result<Database> copy = Database::openCopy(bytes, name);
    if (!copy)
        return copy.error();
    if (Status status = migrate(*copy); !status)
        return status.error();
    file->database = *std::move(copy);
    DocumentReader documents;
    for (const Revision& revision : file->contents.revisions)
        if (const auto document = documents.read(file->database, revision); !document)
            return document.error();
    return file;
}

}
