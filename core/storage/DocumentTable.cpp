#include "core/storage/DocumentTable.h"

#include "core/storage/Compression.h"

#include <optional>
#include <utility>

namespace core {

namespace {

struct Row {
    std::optional<std::int64_t> base;
    std::size_t size = 0;
    std::string content;
};

Result<std::optional<Row>> readRow(Database& database, std::int64_t revision)
{
    auto statement =
        database.prepare("SELECT base, size, content FROM document WHERE revision = ?");
    if (!statement)
        return statement.error();
    statement->bind(1, revision);
    const Result<bool> found = statement->step();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Row>();
    Row row;
    if (!statement->isNull(0))
        row.base = statement->integer(0);
    const std::int64_t size = statement->integer(1);
    if (size < 0 || static_cast<std::uint64_t>(size) > documentSizeLimit)
        return std::optional<Row>();
    row.size = static_cast<std::size_t>(size);
    row.content = statement->text(2);
    return std::optional(std::move(row));
}

// The text of a document without a base: where compressing gains nothing, it is kept as it is.
std::optional<std::string> wholeText(Row row)
{
    if (row.content.size() == row.size)
        return std::move(row.content);
    return uncompressed(row.content, row.size);
}

// The document that the next one is to be kept as an addition to; 0 for none.
Result<std::int64_t> latestBase(Database& database)
{
    return database.integer(
        "SELECT coalesce((SELECT coalesce(base, revision) FROM document ORDER BY revision DESC"
        " LIMIT 1), 0)");
}

}

Status DocumentReader::readBase(Database& database, std::int64_t revision)
{
    if (revision == m_baseRevision)
        return success();
    Result<std::optional<Row>> row = readRow(database, revision);
    if (!row)
        return row.error();
    std::optional<std::string> text;
    if (*row && !(*row)->base)
        text = wholeText(**std::move(row));
    if (!text)
        return database.damage(
            "the document of revision " + std::to_string(revision) + " cannot be read");
    m_baseRevision = revision;
    m_base = *std::move(text);
    return success();
}

Result<std::string> DocumentReader::read(Database& database, const Revision& revision)
{
    Result<std::optional<Row>> row = readRow(database, revision.number);
    if (!row)
        return row.error();
    std::optional<std::string> document;
    if (*row && (*row)->base) {
        if (Status status = readBase(database, *(*row)->base); !status)
            return status.error();
        document = uncompressed((*row)->content, (*row)->size, m_base);
    } else if (*row) {
        document = wholeText(**std::move(row));
    }
    if (!document || sha256(*document) != revision.documentHash)
        return database.damage("the document of " + title(revision) +
                               " does not agree with the checksum that was saved with it");
    return *std::move(document);
}

Status insertDocument(Database& database, int revision, std::string_view document)
{
    const Result<std::int64_t> base = latestBase(database);
    if (!base)
        return base.error();
    std::string content = compressed(document);
    if (content.size() >= document.size())
        content = document;
    bool hasBase = false;
    if (*base > 0) {
        Result<std::optional<Row>> row = readRow(database, *base);
        if (!row)
            return row.error();
        std::optional<std::string> text;
        if (*row)
            text = wholeText(**std::move(row));
        std::string addition = text ? compressed(document, *text) : content;
        // Where the two have little in common any more, the later one is the next base.
        hasBase = text && !text->empty() && addition.size() < content.size() / 2;
        if (hasBase)
            content = std::move(addition);
    }
    auto statement = database.prepare(
        "INSERT INTO document (revision, base, size, content) VALUES (?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    statement->bind(1, revision);
    if (hasBase)
        statement->bind(2, *base);
    statement->bind(3, static_cast<std::int64_t>(document.size()));
    statement->bindBytes(4, content);
    const Result<bool> inserted = statement->step();
    return inserted ? success() : Status(inserted.error());
}

}
