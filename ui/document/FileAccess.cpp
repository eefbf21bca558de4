#include "ui/document/FileAccess.h"

#include "ui/document/FileThreads.h"
#include "ui/document/RevisionText.h"

#include <QtConcurrentRun>

#include <chrono>
#include <utility>

namespace ui {

FileAccess::FileAccess(std::shared_ptr<FileLock> lock)
    : m_lock(std::move(lock))
    , m_state(m_lock->state())
{
    connect(&m_look, &QFutureWatcher<FileLock::State>::finished, this, [this] {
        if (!m_look.isCanceled())
            adopt(m_look.result());
    });
    connect(&m_timer, &QTimer::timeout, this, &FileAccess::look);
    m_timer.start(std::chrono::minutes(1));
}

QString FileAccess::reason() const
{
    switch (m_state.kind) {
    case Kind::writable:
        break;
    case Kind::wanted:
        return tr("The file was opened to be read only.");
    case Kind::locked:
    case Kind::leftLocked:
        return ownerSentence();
    case Kind::unlocked:
        return tr("The file was open elsewhere and has been closed there; open it again to change "
                  "it.");
    case Kind::unprotected:
        return m_state.isWriteProtected ? tr("The file is write-protected.")
                                        : tr("Nothing can be written into the folder of the file.");
    }
    return {};
}

QString FileAccess::ownerSentence() const
{
    const core::LockOwner& owner = m_state.owner;
    const QString user = QString::fromStdString(owner.user);
    const QString machine = QString::fromStdString(owner.machine);
    const bool isLeft = m_state.kind == Kind::leftLocked;
    if (user.isEmpty() || machine.isEmpty() || !localTime(owner.takenAt).isValid())
        return isLeft ? tr("Someone had the file open, and their program has ended or lost its "
                           "connection.")
                      : tr("Someone else has the file open.");
    const QString time = momentText(owner.takenAt);
    return (isLeft ? tr("%1 had the file open on %2 since %3, and that program has ended or lost "
                        "its connection.")
                   : tr("%1 has the file open on %2 since %3."))
        .arg(user, machine, time);
}

core::Status FileAccess::permission() const
{
    if (!isReadOnly())
        return core::success();
    return core::Error(core::ErrorCode::FileLocked, m_lock->path().toStdString(),
        tr("%1 Save a copy under another name.").arg(reason()).toStdString());
}

void FileAccess::adopt(FileLock::State state)
{
    m_look.setFuture({}); // what it may still find is older
    const Kind before = m_state.kind;
    m_state = std::move(state);
    if (m_state.kind != before)
        emit changed();
}

// A share that does not answer is waited for, and not asked again.
void FileAccess::look()
{
    if (m_look.isRunning())
        return;
    m_look.setFuture(
        QtConcurrent::run(&fileThreads(), [lock = m_lock] { return lock->refresh(); }));
}

}
