#pragma once

#include "core/engine/Result.h"
#include "core/storage/Database.h"
#include "core/storage/Revision.h"

#include <cstddef>
#include <string>
#include <string_view>

// The documents of a project file's revisions. Revisions have most of their text in common, so that
// a document is kept as what it adds to an earlier one, its base, which is kept whole; a base is
// never more than one step away. What they take up is a small part of their texts.
namespace core {

inline constexpr std::size_t documentSizeLimit = std::size_t {64} << 20U; // as readProject() has it

// Reads documents of one database, each compared with the checksum of its revision.
class DocumentReader {
public:
    Result<std::string> read(Database&, const Revision&);

private:
    Status readBase(Database&, std::int64_t revision);

    std::int64_t m_baseRevision = 0; // the one read last, which the next document mostly has too
    std::string m_base;
};

// Adds the document of a new revision.
Status insertDocument(Database&, int revision, std::string_view document);

}
