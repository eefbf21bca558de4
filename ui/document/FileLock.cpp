#include "ui/document/FileLock.h"

#include "ui/document/SystemPath.h"

namespace ui {

FileLock::FileLock(const QString& path, const QString& user, Wish wish, core::FileSystem& files)
    : m_path(path)
    , m_files(files)
    , m_lock(systemPath(path), user.toStdString(), files)
{
    take(wish);
}

bool FileLock::isOf(const QString& path) const
{
    return path == m_path ||
           core::ProjectLock(systemPath(path), {}, m_files).file() == m_lock.file();
}

FileLock::State FileLock::renew(Wish wish)
{
    const std::scoped_lock use(m_mutex);
    take(wish);
    return m_state;
}

FileLock::State FileLock::refresh()
{
    const std::scoped_lock use(m_mutex);
    switch (m_state.kind) {
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
    return m_state;
}

FileLock::State FileLock::takeOver()
{
    const std::scoped_lock use(m_mutex);
    if (m_state.kind == Kind::leftLocked)
        follow(m_lock.takeOver());
    return m_state;
}

void FileLock::release()
{
    const std::scoped_lock use(m_mutex);
    m_lock.release();
}

FileLock::State FileLock::state() const
{
    const std::scoped_lock use(m_mutex);
    return m_state;
}

void FileLock::take(Wish wish)
{
    m_state.isWriteProtected = wish == Wish::edit && isWriteProtected();
    if (wish == Wish::readOnly) {
        m_lock.release();
        m_state.kind = Kind::wanted;
    } else if (m_state.isWriteProtected) {
        m_state.kind = Kind::unprotected;
    } else {
        follow(m_lock.take());
    }
}

void FileLock::follow(core::ProjectLock::State state)
{
    m_state.owner = m_lock.owner();
    switch (state) {
    case core::ProjectLock::State::own:
        m_state.kind = Kind::writable;
        return;
    case core::ProjectLock::State::free:
        m_state.kind = Kind::unlocked;
        return;
    case core::ProjectLock::State::other:
        m_state.kind = Kind::locked;
        return;
    case core::ProjectLock::State::stale:
        m_state.kind = Kind::leftLocked;
        return;
    case core::ProjectLock::State::impossible:
        m_state.kind = Kind::unprotected;
        return;
    }
}

bool FileLock::isWriteProtected() const
{
    core::FileStatus status;
    return !m_files.inspect(systemPath(m_path), status) && status.kind != core::FileKind::missing &&
           !status.isWritable;
}

}
