#include "core/storage/Schema.h"

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <tuple>

namespace core {

namespace {

// Never change an entry once files were written with it; append one. After each, tests keep a file
// of the version before.
constexpr std::array migrations {
    // 1
    R"sql(
CREATE TABLE revision (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    saved_at TEXT NOT NULL, -- UTC, ISO 8601
    author TEXT NOT NULL,
    comment TEXT NOT NULL,
    program_version TEXT NOT NULL,
    key_figures TEXT, -- JSON object of numbers by the id of the metric
    document_hash BLOB NOT NULL CHECK (length(document_hash) = 32),
    previous_hash BLOB CHECK (length(previous_hash) = 32), -- NULL for the first
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    document TEXT NOT NULL -- JSON; last, so that the rest is read without it
) STRICT;
CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE seal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
)sql",
    // 2. The seal that was found right before stays; whoever writes the file puts the next one.
    R"sql(
CREATE TEMP TABLE earlier AS SELECT * FROM revision;
DROP TABLE revision;
CREATE TABLE revision (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    saved_at TEXT NOT NULL, -- UTC, ISO 8601
    author TEXT NOT NULL,
    comment TEXT NOT NULL,
    program_version TEXT NOT NULL,
    key_figures TEXT, -- JSON object of numbers by the id of the metric
    document_hash BLOB NOT NULL CHECK (length(document_hash) = 32),
    previous_hash BLOB CHECK (length(previous_hash) = 32), -- NULL for the first
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO revision SELECT number, saved_at, author, comment, program_version, key_figures,
    document_hash, previous_hash, hash FROM earlier;
CREATE TABLE document (
    revision INTEGER PRIMARY KEY REFERENCES revision (number),
    base INTEGER REFERENCES document (revision) CHECK (base < revision), -- NULL if it is whole
    size INTEGER NOT NULL CHECK (size >= 0), -- of the JSON text
    content BLOB NOT NULL -- compressed with the base; whole and of this size: as it is
) STRICT;
INSERT INTO document SELECT number, NULL, length(CAST(document AS BLOB)), CAST(document AS BLOB)
    FROM earlier;
DROP TABLE earlier;
CREATE TABLE remark (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('comment', 'approval')),
    revision INTEGER NOT NULL REFERENCES revision (number),
    made_at TEXT NOT NULL, -- UTC, ISO 8601
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    program_version TEXT NOT NULL,
    key_figures TEXT, -- as of a revision
    previous_hash BLOB CHECK (length(previous_hash) = 32), -- NULL for the first
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
)sql",
};

using SchemaEntry = std::tuple<std::string, std::string, std::string, std::string>;

Result<std::set<SchemaEntry>> readSchema(Database& database)
{
    auto statement = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema");
    if (!statement)
        return statement.error();
    std::set<SchemaEntry> schema;
    constexpr std::size_t mostEntries = 100;
    while (true) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return schema;
        if (schema.size() >= mostEntries)
            return database.damage("it has too many tables");
        schema.emplace(
            statement->text(0), statement->text(1), statement->text(2), statement->text(3));
    }
}

}

const int projectFileVersion = static_cast<int>(migrations.size());

Status migrate(Database& database)
{
    return migrate(database, projectFileVersion);
}

Status migrate(Database& database, int version)
{
    const Result<std::int64_t> present = database.integer("PRAGMA user_version");
    if (!present)
        return present.error();
    for (std::int64_t step = *present; step < version; ++step) {
        const std::string next = std::to_string(step + 1);
        if (Status status =
                database.run("BEGIN;" + std::string(migrations[static_cast<std::size_t>(step)]) +
                             "PRAGMA user_version = " + next + ";COMMIT");
            !status)
            return status;
    }
    return success();
}

Status checkSchema(Database& database, int version)
{
    Result<Database> model = Database::createEmpty(database.name());
    if (!model)
        return model.error();
    if (Status status = migrate(*model, version); !status)
        return status;
    const auto expected = readSchema(*model);
    if (!expected)
        return expected.error();
    const auto found = readSchema(database);
    if (!found)
        return found.error();

    for (const SchemaEntry& entry : *found)
        if (!expected->contains(entry))
            return database.damage(
                "it has an unexpected " + std::get<0>(entry) + " \"" + std::get<1>(entry) + "\"");
    for (const SchemaEntry& entry : *expected)
        if (!found->contains(entry))
            return database.damage(
                "its " + std::get<0>(entry) + " \"" + std::get<1>(entry) + "\" is missing");
    return success();
}

}
