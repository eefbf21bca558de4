#include "core/storage/Contents.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

std::string title(const Revision& revision)
{
    return "revision " + std::to_string(revision.number);
}

Result<Hash> sealOf(Database& database, const Contents& contents)
{
    const Result<std::int64_t> version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    std::vector<std::string> texts {"galval seal", std::to_string(*version),
        std::to_string(contents.revisions.size()), hexText(contents.revisions.back().hash)};
    for (const auto& [key, value] : contents.settings) {
        texts.push_back(key);
        texts.push_back(value);
    }
    return hashOfList(texts);
}

Result<std::vector<Revision>> readRevisions(Database& database)
{
    auto statement = database.prepare("SELECT number, saved_at, author, comment, program_version,"
                                      " key_figures, document_hash, previous_hash, hash"
                                      " FROM revision ORDER BY number");
    if (!statement)
        return statement.error();
    std::vector<Revision> revisions;
    while (true) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        Revision revision;
        revision.number = static_cast<int>(revisions.size()) + 1;
        if (statement->integer(0) != revision.number)
            return database.damage(title(revision) + " is missing");
        revision.savedAt = statement->text(1);
        revision.author = statement->text(2);
        revision.comment = statement->text(3);
        revision.programVersion = statement->text(4);
        revision.keyFigures = statement->text(5);
        revision.documentHash = statement->hash(6).value_or(Hash {});
        revision.previousHash = statement->hash(7);
        revision.hash = statement->hash(8).value_or(Hash {});
        const auto previous =
            revisions.empty() ? std::nullopt : std::optional(revisions.back().hash);
        if (revision.previousHash != previous || revision.hash != hashOf(revision))
            return database.damage(title(revision) + " is not as it was saved");
        revisions.push_back(std::move(revision));
    }
    if (revisions.empty())
        return database.damage("no revision is in it");
    return revisions;
}

Result<Settings> readSettings(Database& database)
{
    auto statement = database.prepare("SELECT key, value FROM setting");
    if (!statement)
        return statement.error();
    Settings settings;
    while (true) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return settings;
        settings[statement->text(0)] = statement->text(1);
    }
}

Status insertRevision(Database& database, const Revision& revision, std::string_view document)
{
    auto statement = database.prepare(
        "INSERT INTO revision (number, saved_at, author, comment, program_version, key_figures,"
        " document_hash, previous_hash, hash, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    statement->bind(1, revision.number);
    statement->bind(2, revision.savedAt);
    statement->bind(3, revision.author);
    statement->bind(4, revision.comment);
    statement->bind(5, revision.programVersion);
    if (!revision.keyFigures.empty())
        statement->bind(6, revision.keyFigures);
    statement->bind(7, revision.documentHash);
    if (revision.previousHash)
        statement->bind(8, *revision.previousHash);
    statement->bind(9, revision.hash);
    statement->bind(10, document);
    const Result<bool> row = statement->step();
    return row ? success() : Status(row.error());
}

Status replaceSettings(Database& database, const Settings& settings)
{
    if (Status status = database.run("DELETE FROM setting"); !status)
        return status;
    for (const auto& [key, value] : settings) {
        auto statement = database.prepare("INSERT INTO setting (key, value) VALUES (?, ?)");
        if (!statement)
            return statement.error();
        statement->bind(1, key);
        statement->bind(2, value);
        if (const Result<bool> row = statement->step(); !row)
            return row.error();
    }
    return success();
}

Status putSeal(Database& database, const Contents& contents)
{
    const Result<Hash> seal = sealOf(database, contents);
    if (!seal)
        return seal.error();
    auto statement = database.prepare("INSERT OR REPLACE INTO seal (id, hash) VALUES (1, ?)");
    if (!statement)
        return statement.error();
    statement->bind(1, *seal);
    const Result<bool> row = statement->step();
    return row ? success() : Status(row.error());
}

Status write(Database& database, const Contents& contents, std::string_view document)
{
    if (Status status = database.run("BEGIN"); !status)
        return status;
    if (Status status = insertRevision(database, contents.revisions.back(), document); !status)
        return status;
    if (Status status = replaceSettings(database, contents.settings); !status)
        return status;
    if (Status status = putSeal(database, contents); !status)
        return status;
    return database.run("COMMIT");
}

}

Result<Contents> readContents(Database& database)
{
    auto revisions = readRevisions(database);
    if (!revisions)
        return revisions.error();
    auto settings = readSettings(database);
    if (!settings)
        return settings.error();
    Contents contents {std::move(*revisions), std::move(*settings)};

    const Result<Hash> expected = sealOf(database, contents);
    if (!expected)
        return expected.error();
    auto statement = database.prepare("SELECT hash FROM seal WHERE id = 1");
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    if (!*row || statement->hash(0) != *expected)
        return database.damage("its revisions or settings are not those that were saved");
    return contents;
}

Result<std::string> readDocument(Database& database, const Revision& revision)
{
    auto statement = database.prepare("SELECT document FROM revision WHERE number = ?");
    if (!statement)
        return statement.error();
    statement->bind(1, revision.number);
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    std::string document = *row ? statement->text(0) : std::string();
    if (sha256(document) != revision.documentHash)
        return database.damage("the document of " + title(revision) +
                               " does not agree with the checksum that was saved with it");
    return document;
}

Status appendRevision(Database& database, Contents& contents, const RevisionInfo& info,
    std::string_view document, std::string programVersion)
{
    Revision revision;
    revision.number = static_cast<int>(contents.revisions.size()) + 1;
    revision.savedAt = utcText(info.savedAt);
    revision.author = info.author;
    revision.comment = info.comment;
    revision.programVersion = std::move(programVersion);
    revision.keyFigures = keyFiguresText(info.keyFigures);
    revision.documentHash = sha256(document);
    if (!contents.revisions.empty())
        revision.previousHash = contents.revisions.back().hash;
    revision.hash = hashOf(revision);
    contents.revisions.push_back(std::move(revision));

    Status status = write(database, contents, document);
    if (!status) {
        contents.revisions.pop_back();
        // Nothing to undo if it was BEGIN that failed.
        static_cast<void>(database.run("ROLLBACK"));
    }
    return status;
}

}
