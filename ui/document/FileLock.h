#pragma once

#include "core/storage/FileSystem.h"
#include "core/storage/ProjectLock.h"

#include <QString>

#include <mutex>

namespace ui {

// The lock of a project's file, for threads that may wait for a slow share: any thread, one at a
// time. It is given back when nobody has this any more.
class FileLock {
public:
    enum class Wish { edit, readOnly };
    enum class Kind {
        writable,
        wanted,      // read-only by the user's own wish
        locked,      // somebody else has it open
        leftLocked,  // somebody had, and their program is gone: takeOver()
        unlocked,    // read-only since somebody else had it open, who has closed it: open it again
        unprotected, // nothing can be written into the folder, or the file is write-protected
    };

    // What was seen last.
    struct State {
        Kind kind = Kind::writable;
        core::LockOwner owner; // of a lock that somebody else has or had
        bool isWriteProtected = false;
    };

    // The lock is taken at once. `path` is absolute.
    FileLock(const QString& path, const QString& user, Wish wish,
        core::FileSystem& = core::systemFiles());

    const QString& path() const { return m_path; }

    // Whether this is about the file at the path, perhaps through another link.
    bool isOf(const QString& path) const;

    // Each returns how things stand then. Takes the lock when nobody has it, for a file that is
    // opened again:
    State renew(Wish);
    // Looks who has the lock:
    State refresh();
    // Takes over a lock that was left behind:
    State takeOver();
    // Gives it back, for a file that is left:
    void release();

    State state() const;

private:
    void take(Wish);
    void follow(core::ProjectLock::State);
    bool isWriteProtected() const;

    QString m_path;
    core::FileSystem& m_files;
    mutable std::mutex m_mutex; // of what follows
    core::ProjectLock m_lock;
    State m_state;
};

}
