#pragma once

#include "core/engine/Result.h"
#include "core/storage/Database.h"

#include <cstdint>

// The tables of a project file, a list of migrations that only ever grows:
//
//   revision  what was saved, when and by whom, the checksum of the document, the key figures of
//             then, and a chain of hashes
//   document  the documents of the revisions, as JSON in the way of core/storage/DocumentTable.h
//   remark    comments on revisions and approvals of them, with a chain of hashes of their own
//   setting   how the user looks at the project; of no meaning for its figures
//   seal      a hash of what the chains do not cover: their last links and the settings
//
// core/storage/Contents.h reads and writes them.
namespace core {

inline constexpr std::uint32_t applicationId = 0x47616c76; // "Galv"; PRAGMA application_id
extern const int projectFileVersion;                       // the latest; PRAGMA user_version

// Brings a database to the given version, or the latest, each step in a transaction of its own. An
// empty database has the version 0.
Status migrate(Database&);
Status migrate(Database&, int version);

// Compares every table, index, view and trigger of the database with those of its version: nothing
// may be missing, different or added.
Status checkSchema(Database&, int version);

}
