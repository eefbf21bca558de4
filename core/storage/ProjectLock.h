#pragma once

#include "core/storage/FileSystem.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace core {

// Who has a project open, as a lock file tells it. A file that cannot be understood has an owner
// without a name.
struct LockOwner {
    std::string user;
    std::string machine;
    std::int64_t process = 0;
    std::string takenAt; // UTC, ISO 8601
    std::string id;      // of this lock alone
    std::chrono::system_clock::time_point refreshedAt;

    bool operator==(const LockOwner&) const = default;
};

// The lock beside a project that is open, a small hidden file: ".ERG.galval.lock" for "ERG.galval".
// Through different symbolic links it is the same one.
//
// It asks people not to write at the same time, and keeps nobody from it: that a file was changed
// meanwhile is for SaveOptions::expected to notice. Two who take over the same lock in the same
// moment may both believe for a while that they have it; take() tells one of them.
//
// Times are compared between computers, whose clocks should agree to a few minutes.
class ProjectLock {
public:
    // Without a refresh for so long, a lock counts as left behind; once a minute is often enough.
    static constexpr std::chrono::minutes staleAfter {15};

    enum class State {
        free,       // nobody has it
        own,        // this object has it
        other,      // somebody else has it: owner()
        stale,      // somebody left it behind: owner(). The process is gone, or was not seen lately
        impossible, // no lock can be written here: reason()
    };

    ProjectLock(
        const std::filesystem::path& project, std::string user, FileSystem& = systemFiles());
    ~ProjectLock(); // gives it back
    ProjectLock(const ProjectLock&) = delete;
    ProjectLock& operator=(const ProjectLock&) = delete;

    // Takes it when it is free, and says again that it is taken when it is already ours. What
    // somebody else has taken over is no longer ours.
    State take();
    // Takes it from the owner that was seen last, stale or not; another one by now keeps it.
    State takeOver();
    // Gives it back, if it is ours; a lock of others stays.
    void release();
    // How things stand now; takes and changes nothing.
    State look();

    State state() const { return m_state; }
    const LockOwner& owner() const { return m_owner; }     // the one of others that was seen last
    const std::string& reason() const { return m_reason; } // within a sentence: "the disk is full"
    const std::filesystem::path& file() const { return m_file; }

private:
    State create();
    State fail(std::error_code);

    FileSystem& m_files;
    std::filesystem::path m_file;
    LockOwner m_self;
    LockOwner m_owner;
    std::string m_reason;
    State m_state = State::free;
};

}
