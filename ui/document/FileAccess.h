#pragma once

#include "core/engine/Result.h"
#include "core/storage/ProjectLock.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace ui {

// Whether the open project may be saved to its file. While this lives it holds the lock of the
// file, unless somebody else does, and keeps looking.
class FileAccess : public QObject {
    Q_OBJECT

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

    // The lock is taken at once. `path` is absolute.
    FileAccess(const QString& path, const QString& user, Wish = Wish::edit);

    Kind kind() const { return m_kind; }
    bool isReadOnly() const { return m_kind != Kind::writable; }
    QString reason() const; // why it is read-only, in a sentence; empty when it is not

    // Whether this is about the file at the path, perhaps through another link.
    bool isOf(const QString& path) const;

    // Takes the lock when nobody has it, for a file that is opened again.
    void renew(Wish);
    // Looks who has the lock. Happens once a minute and before each save.
    void refresh();
    // Takes over a lock that was left behind.
    core::Status takeOver();

    // FileLocked with the reason where it is read-only.
    core::Status permission() const;

signals:
    void changed();

private:
    void follow(core::ProjectLock::State);
    void setKind(Kind);
    QString ownerSentence() const;

    QString m_path;
    core::ProjectLock m_lock;
    QTimer m_timer;
    Kind m_kind = Kind::writable;
};

}
