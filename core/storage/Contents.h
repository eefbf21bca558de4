#pragma once

#include "core/engine/Result.h"
#include "core/storage/Database.h"
#include "core/storage/Revision.h"

#include <string>
#include <vector>

// What is in the tables of a project file (core/storage/Schema.h), read with every check and
// written with the hashes that the checks need.
namespace core {

// All but the documents.
struct Contents {
    std::vector<Revision> revisions; // the latest last; never empty once read
    Settings settings;
};

// Checks that revisions are numbered without a gap, that their chain of hashes holds, and the seal.
// A revision or setting that was changed, added or removed is FileDamaged.
Result<Contents> readContents(Database&);

// The document of a revision, compared with its checksum.
Result<std::string> readDocument(Database&, const Revision&);

// Appends a revision to the contents and to the database, and brings settings and seal there up to
// date. All of it happens, or nothing.
Status appendRevision(Database&, Contents&, const RevisionInfo&, std::string_view document,
    std::string programVersion);

}
