#pragma once

#include "core/engine/Result.h"
#include "core/storage/Database.h"
#include "core/storage/Remark.h"
#include "core/storage/Revision.h"

#include <string>
#include <vector>

// What is in the tables of a project file (core/storage/Schema.h), read with every check and
// written with the hashes that the checks need.
namespace core {

// All but the documents.
struct Contents {
    std::vector<Revision> revisions; // the latest last; never empty once read
    std::vector<Remark> remarks;
    Settings settings;
};

// Checks that revisions and remarks are numbered without a gap, that their chains of hashes hold,
// and the seal. What was changed, added or removed is FileDamaged.
Result<Contents> readContents(Database&);

// Appends a revision to the contents and to the database, and brings settings and seal there up to
// date. All of it happens, or nothing.
Status appendRevision(Database&, Contents&, const RevisionInfo&, std::string_view document,
    std::string programVersion);

// The same with a remark on a revision that is there.
Status appendRemark(Database&, Contents&, const RemarkInfo&, std::string programVersion);

}
