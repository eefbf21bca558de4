#include "ui/document/FileAccess.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <chrono>
#include <filesystem>

namespace ui {

namespace {

std::filesystem::path systemPath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

bool isWriteProtected(const QString& path)
{
    const QFileInfo file(path);
    return file.exists() && !file.isWritable();
}

}

FileAccess::FileAccess(const QString& path, const QString& user, Wish wish)
    : m_path(path)
    , m_lock(systemPath(path), user.toStdString())
{
    connect(&m_timer, &QTimer::timeout, this, &FileAccess::refresh);
    m_timer.start(std::chrono::minutes(1));
    renew(wish);
}

QString FileAccess::reason() const
{
    switch (m_kind) {
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
        return isWriteProtected(m_path) ? tr("The file is write-protected.")
                                        : tr("Nothing can be written into the folder of the file.");
    }
    return {};
}

QString FileAccess::ownerSentence() const
{
    const core::LockOwner& owner = m_lock.owner();
    const QString user = QString::fromStdString(owner.user);
    const QString machine = QString::fromStdString(owner.machine);
    const QDateTime since =
        QDateTime::fromString(QString::fromStdString(owner.takenAt), Qt::ISODate).toLocalTime();
    const bool isLeft = m_kind == Kind::leftLocked;
    if (user.isEmpty() || machine.isEmpty() || !since.isValid())
        return isLeft ? tr("Someone had the file open, and their program has ended or lost its "
                           "connection.")
                      : tr("Someone else has the file open.");
    const QString time = QLocale().toString(since, QLocale::ShortFormat);
    return (isLeft ? tr("%1 had the file open on %2 since %3, and that program has ended or lost "
                        "its connection.")
                   : tr("%1 has the file open on %2 since %3."))
        .arg(user, machine, time);
}

bool FileAccess::isOf(const QString& path) const
{
    return core::ProjectLock(systemPath(path), {}).file() == m_lock.file();
}

void FileAccess::renew(Wish wish)
{
    if (wish == Wish::readOnly) {
        m_lock.release();
        setKind(Kind::wanted);
    } else if (isWriteProtected(m_path)) {
        setKind(Kind::unprotected);
    } else {
        follow(m_lock.take());
    }
}

void FileAccess::refresh()
{
    switch (m_kind) {
    case Kind::writable:
        // A share that is lost for a moment is no reason to stop: saving will tell.
        if (const auto state = m_lock.take(); state != core::ProjectLock::State::impossible)
            follow(state);
        break;
    case Kind::locked:
    case Kind::leftLocked:
    case Kind::unlocked:
        follow(m_lock.look());
        break;
    case Kind::wanted:
    case Kind::unprotected:
        break;
    }
}

core::Status FileAccess::takeOver()
{
    if (m_kind == Kind::leftLocked)
        follow(m_lock.takeOver());
    return permission();
}

core::Status FileAccess::permission() const
{
    if (!isReadOnly())
        return core::success();
    return core::Error(core::ErrorCode::FileLocked, m_path.toStdString(),
        tr("%1 Save a copy under another name.").arg(reason()).toStdString());
}

void FileAccess::follow(core::ProjectLock::State state)
{
    switch (state) {
    case core::ProjectLock::State::own:
        return setKind(Kind::writable);
    case core::ProjectLock::State::free:
        return setKind(Kind::unlocked);
    case core::ProjectLock::State::other:
        return setKind(Kind::locked);
    case core::ProjectLock::State::stale:
        return setKind(Kind::leftLocked);
    case core::ProjectLock::State::impossible:
        return setKind(Kind::unprotected);
    }
}

void FileAccess::setKind(Kind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    emit changed();
}

}
