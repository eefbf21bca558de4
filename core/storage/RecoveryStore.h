#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"
#include "core/storage/Computer.h"
#include "core/storage/FileSystem.h"
#include "core/storage/Sha256.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace core {

// Unsaved work that a program which ended too early has left behind.
struct Recovery {
    std::filesystem::path file;   // the copy itself
    std::filesystem::path origin; // of the project; empty if it was never saved
    std::string name;             // of the project
    std::string author;
    std::string keptAt;              // UTC, ISO 8601
    std::optional<Hash> fingerprint; // of the origin when it was last read or written
};

// Copies of unsaved work in a folder of the user's own, one for each open project of each running
// program; a copy is written as a whole or not at all. The folder is made when it is needed, and
// nothing stays in it after the projects were saved or closed.
class RecoveryStore {
public:
    explicit RecoveryStore(std::filesystem::path folder, FileSystem& files = systemFiles())
        : m_folder(std::move(folder))
        , m_files(files)
        , m_processStart(processStart(processId()))
    {
    }

    // Keeps the project, in the place of what was kept under this name by this process. `recovery`
    // says where it comes from; its file and time are ignored. The errors are those of
    // replaceFile().
    Status keep(const std::string& name, const Project&, const Recovery& recovery);
    // Its project was saved or closed, or the user wants none of it.
    void drop(const std::string& name);
    void drop(const Recovery&);

    // What processes of this computer that have ended left behind, the latest first. What is
    // damaged is not among them, and neither is what another running process keeps; one that has
    // got the number of an ended process keeps nothing of it.
    std::vector<Recovery> left();
    // The kept project, which may break rules.
    Result<Project> read(const Recovery&);

private:
    std::filesystem::path fileOf(const std::string& name) const;

    std::filesystem::path m_folder;
    FileSystem& m_files;
    std::string m_processStart; // of this process
};

}
