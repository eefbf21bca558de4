#include "core/storage/Contents.h"

#include "core/storage/DocumentTable.h"

#include <optional>
#include <utility>

namespace core {

namespace {

constexpr std::int64_t remarksSince = 2; // the version of the tables that has them

Result<Hash> sealOf(Database& database, const Contents& contents)
{
    const Result<std::int64_t> version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    std::vector<std::string> texts {"galval seal", std::to_string(*version),
        std::to_string(contents.revisions.size()), hexText(contents.revisions.back().hash)};
    if (*version >= remarksSince) {
        texts.push_back(std::to_string(contents.remarks.size()));
        texts.push_back(contents.remarks.empty() ? "" : hexText(contents.remarks.back().hash));
    }
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

Result<std::vector<Remark>> readRemarks(Database& database, const std::vector<Revision>& revisions)
{
    auto statement = database.prepare("SELECT number, kind, revision, made_at, author, text,"
                                      " program_version, key_figures, previous_hash, hash"
                                      " FROM remark ORDER BY number");
    if (!statement)
        return statement.error();
    std::vector<Remark> remarks;
    while (true) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return remarks;
        Remark remark;
        remark.number = static_cast<int>(remarks.size()) + 1;
        const std::string what = "remark " + std::to_string(remark.number);
        const std::optional<RemarkKind> kind = findRemarkKind(statement->text(1));
        const std::int64_t revision = statement->integer(2);
        if (statement->integer(0) != remark.number)
            return database.damage(what + " on its revisions is missing");
        if (!kind || revision < 1 || revision > static_cast<std::int64_t>(revisions.size()))
            return database.damage(what + " on its revisions is not as it was made");
        remark.kind = *kind;
        remark.revision = static_cast<int>(revision);
        remark.madeAt = statement->text(3);
        remark.author = statement->text(4);
        remark.text = statement->text(5);
        remark.programVersion = statement->text(6);
        remark.keyFigures = statement->text(7);
        remark.previousHash = statement->hash(8);
        remark.hash = statement->hash(9).value_or(Hash {});
        const auto previous = remarks.empty() ? std::nullopt : std::optional(remarks.back().hash);
        const Hash& about = revisions[static_cast<std::size_t>(revision) - 1].hash;
        if (remark.previousHash != previous || remark.hash != hashOf(remark, about))
            return database.damage(what + " on its revisions is not as it was made");
        remarks.push_back(std::move(remark));
    }
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
        " document_hash, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
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
    if (const Result<bool> row = statement->step(); !row)
        return row.error();
    return insertDocument(database, revision.number, document);
}

Status insertRemark(Database& database, const Remark& remark)
{
    auto statement = database.prepare(
        "INSERT INTO remark (number, kind, revision, made_at, author, text, program_version,"
        " key_figures, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    statement->bind(1, remark.number);
    statement->bind(2, nameOf(remark.kind));
    statement->bind(3, remark.revision);
    statement->bind(4, remark.madeAt);
    statement->bind(5, remark.author);
    statement->bind(6, remark.text);
    statement->bind(7, remark.programVersion);
    if (!remark.keyFigures.empty())
        statement->bind(8, remark.keyFigures);
    if (remark.previousHash)
        statement->bind(9, *remark.previousHash);
    statement->bind(10, remark.hash);
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

// All of what `insert` does together with settings and seal, or nothing.
template <class Insert>
Status write(Database& database, const Contents& contents, const Insert& insert)
{
    const auto steps = [&]() -> Status {
        if (Status status = database.run("BEGIN"); !status)
            return status;
        if (Status status = insert(); !status)
            return status;
        if (Status status = replaceSettings(database, contents.settings); !status)
            return status;
        if (Status status = putSeal(database, contents); !status)
            return status;
        return database.run("COMMIT");
    };
    Status status = steps();
    if (!status) // nothing to undo if it was BEGIN that failed
        static_cast<void>(database.run("ROLLBACK"));
    return status;
}

}

Result<Contents> readContents(Database& database)
{
    const Result<std::int64_t> version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    auto revisions = readRevisions(database);
    if (!revisions)
        return revisions.error();
    std::vector<Remark> remarks;
    if (*version >= remarksSince) {
        auto read = readRemarks(database, *revisions);
        if (!read)
            return read.error();
        remarks = *std::move(read);
    }
    auto settings = readSettings(database);
    if (!settings)
        return settings.error();
    Contents contents {*std::move(revisions), std::move(remarks), *std::move(settings)};

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

    Status status = write(database, contents,
        [&] { return insertRevision(database, contents.revisions.back(), document); });
    if (!status)
        contents.revisions.pop_back();
    return status;
}

Status appendRemark(
    Database& database, Contents& contents, const RemarkInfo& info, std::string programVersion)
{
    Remark remark;
    remark.number = static_cast<int>(contents.remarks.size()) + 1;
    remark.kind = info.kind;
    remark.revision = info.revision;
    remark.madeAt = utcText(info.madeAt);
    remark.author = info.author;
    remark.text = info.text;
    remark.programVersion = std::move(programVersion);
    remark.keyFigures = keyFiguresText(info.keyFigures);
    if (!contents.remarks.empty())
        remark.previousHash = contents.remarks.back().hash;
    remark.hash =
        hashOf(remark, contents.revisions[static_cast<std::size_t>(info.revision) - 1].hash);
    contents.remarks.push_back(std::move(remark));

    Status status =
        write(database, contents, [&] { return insertRemark(database, contents.remarks.back()); });
    if (!status)
        contents.remarks.pop_back();
    return status;
}

}
