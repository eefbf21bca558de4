#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"
#include "core/storage/CheckedFile.h"
#include "core/storage/DocumentTable.h"
#include "core/storage/ProjectFile.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace core {

// The revisions of a project file, read once and with every check; the file is not held open. The
// documents are read when they are asked for.
class ProjectHistory {
public:
    // Errors are those of loadProject().
    static Result<ProjectHistory> open(const std::filesystem::path&, FileSystem& = systemFiles());
    static Result<ProjectHistory> read(std::string bytes, const std::string& name);

    const std::vector<Revision>& revisions() const { return m_file.contents.revisions; }
    const std::vector<Remark>& remarks() const { return m_file.contents.remarks; }
    const Settings& settings() const { return m_file.contents.settings; }
    Hash fingerprint() const { return sha256(*m_bytes); }

    // A number that is not in the file is InvalidInput.
    Result<Project> project(int number, DocumentRules = DocumentRules::applied);
    Result<std::string> document(int number);

    // Forgets the revisions after this one, so that all is as it was then; what was said of those
    // that stay since then stays.
    Status endAt(int number);

    // Compares every document with its checksum.
    Status verify();

private:
    ProjectHistory(std::unique_ptr<const std::string> bytes, CheckedFile file)
        : m_bytes(std::move(bytes))
        , m_file(std::move(file))
    {
    }

    std::unique_ptr<const std::string> m_bytes; // the database is in them
    CheckedFile m_file;
    DocumentReader m_documents;
};

}
