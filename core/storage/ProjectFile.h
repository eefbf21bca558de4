#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"
#include "core/storage/FileSystem.h"
#include "core/storage/Remark.h"
#include "core/storage/Revision.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The project file, ".galval": an SQLite database with every saved state of a project. It is read
// and written as a whole, so that no program keeps it open, and a save replaces it in one step.
//
// A file that comes from somewhere else is not trusted: before anything in it counts, its header,
// its tables, SQLite's integrity check, the chain of its revisions and the checksum of the document
// have to be right. What fails is refused with a sentence that names the file:
//
//   FileNotFound    there is no such file
//   FileUnreadable  a folder, no database, the database of another program, over 256 MiB
//   FileTooNew      written by a later version of the program; the formats are named
//   FileDamaged     cut short, changed, or failing another check; a revision is named where it is
//   one InvalidInput    the document in it breaks rules of projects; each problem names its field
namespace core {

inline constexpr std::uint64_t projectFileSizeLimit = std::uint64_t {256} << 20U; // bytes

// Whether a document must obey the ranges and the rules between fields. Where they are not applied,
// it can be opened to be put right; types and names of fields are right in any case.
enum class DocumentRules { applied, notApplied };

struct LoadedProject {
    Project project;                 // the latest revision
    std::vector<Revision> revisions; // the latest last; there is at least one
    std::vector<Remark> remarks;     // on revisions, the latest last
    Settings settings;
    Hash fingerprint {}; // of the bytes that were read, see SaveOptions::expected
};

Result<LoadedProject> loadProject(const std::filesystem::path&,
    DocumentRules = DocumentRules::applied, FileSystem& = systemFiles());

// The same as it was when an earlier revision was saved, with what has been said since then of
// those up to it. A number that is not in the file is InvalidInput.
Result<LoadedProject> loadRevision(const std::filesystem::path&, int number,
    DocumentRules = DocumentRules::applied, FileSystem& = systemFiles());

// What happens to the revisions of a file that is already there.
enum class EarlierRevisions {
    keep,    // they stay; a file that cannot be read with every check is left as it is, and is an
             // error
    discard, // the new file has one revision, whatever was there before; approved ones are kept
             // all the same, and are an error
};

struct SaveOptions {
    EarlierRevisions earlier = EarlierRevisions::keep;
    std::optional<Settings> settings; // to take the place of those in the file
    // The fingerprint of the file when it was last read or written. A file with another one, or
    // none, was changed meanwhile: FileChanged, with who did it, and it is left as it is.
    std::optional<Hash> expected;
};

struct SavedProject {
    Revision revision;
    Hash fingerprint {}; // of the new file
};

// Appends a revision with the project to the file, or makes the file, and returns that revision.
// Errors are those of replaceFile() in core/storage/SafeFile.h, and of loadProject() for a file
// that is already there. A project that could not be read again is refused as InvalidInput, and so
// are an author or a comment of more than 64 000 bytes.
Result<SavedProject> saveProject(const std::filesystem::path&, const Project&,
    const RevisionInfo& = {}, const SaveOptions& = {}, FileSystem& = systemFiles());

struct SavedRemark {
    Remark remark;
    Hash fingerprint {}; // of the new file
};

// Adds a remark to a revision of the file. A revision that is not in it, an approval without a name
// and texts of more than 64 000 bytes are InvalidInput; the other errors are those of
// saveProject().
Result<SavedRemark> addRemark(const std::filesystem::path&, const RemarkInfo&,
    const std::optional<Hash>& expected = std::nullopt, FileSystem& = systemFiles());

// The fingerprint of a file as it is now; errors are those of readFile().
Result<Hash> fingerprintOf(const std::filesystem::path&, FileSystem& = systemFiles());

// The same on the content of a file, without a file; `name` is what problems name.
Result<LoadedProject> readProjectFile(
    std::string_view bytes, const std::string& name, DocumentRules = DocumentRules::applied);

}
