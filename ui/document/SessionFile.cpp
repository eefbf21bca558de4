#include "ui/document/SessionFile.h"

#include "core/storage/Computer.h"
#include "core/storage/ProjectDocument.h"
#include "ui/document/SystemPath.h"

#include <QFileInfo>
#include <QSignalBlocker>

#include <atomic>
#include <exception>
#include <filesystem>

namespace ui {

namespace {

// Runs what may run out of memory or meet an exception of a library, and makes an error of it.
template <class Work>
core::Status guarded(core::ErrorCode code, const Work& work)
{
    try {
        return work();
    } catch (const std::exception& exception) {
        return core::Error(code, {}, exception.what());
    }
}

core::Result<core::LoadedProject> loadState(
    const QString& file, const std::optional<int>& revision, core::FileSystem& files)
{
    constexpr auto rules = core::DocumentRules::notApplied;
    return revision ? core::loadRevision(systemPath(file), *revision, rules, files)
                    : core::loadDocument(systemPath(file), rules, files);
}

// Whether a file may be written in this state. Another file where no lock can be had is tried: that
// says best what is wrong.
bool isWritable(FileLock::Kind kind, bool isOwnFile)
{
    switch (kind) {
    case FileLock::Kind::writable:
        return true;
    case FileLock::Kind::locked:
    case FileLock::Kind::leftLocked:
        return false;
    case FileLock::Kind::wanted:
    case FileLock::Kind::unlocked:
    case FileLock::Kind::unprotected:
        break;
    }
    return !isOwnFile;
}

}

SessionFile::SessionFile(core::FileSystem& files)
    : m_files(files)
    , m_author(QString::fromStdString(core::userName()))
{
}

core::Result<core::LoadedProject> SessionFile::open(
    const QString& path, FileAccess::Wish wish, const std::optional<int>& revision)
{
    // Kept by the work itself, which may outlive this call.
    struct Opening {
        core::Status status = core::success();
        std::optional<core::LoadedProject> loaded;
        std::shared_ptr<FileLock> lock;
        QDateTime time;
        std::atomic<bool> isGivenUp = false;
    };
    const auto opening = std::make_shared<Opening>();
    const QString file = QFileInfo(path).absoluteFilePath();
    const std::shared_ptr<FileLock> present = m_access ? m_access->lock() : nullptr;
    const bool isDone =
        runWork([opening, file, wish, revision, present, author = m_author, &files = m_files] {
            opening->status = guarded(core::ErrorCode::FileUnreadable, [&]() -> core::Status {
                // Locked before it is read, so that what is read is what will be written over.
                const bool isAgain = present && present->isOf(file);
                opening->lock =
                    isAgain ? present : std::make_shared<FileLock>(file, author, wish, files);
                core::Result<core::LoadedProject> loaded = loadState(file, revision, files);
                if (!loaded)
                    return loaded.error();
                if (isAgain && !opening->isGivenUp)
                    present->renew(wish);
                opening->time = QFileInfo(file).lastModified();
                opening->loaded = *std::move(loaded);
                return core::success();
            });
        });
    if (!isDone) {
        opening->isGivenUp = true;
        return core::Error(
            core::ErrorCode::FileUnreadable, {}, tr("Opening was given up.").toStdString());
    }
    if (!opening->loaded)
        return opening->status.error();
    setAccess(std::move(opening->lock));
    m_path = file;
    m_revision = revision;
    m_time = opening->time;
    m_fingerprint = opening->loaded->fingerprint;
    return *std::move(opening->loaded);
}

core::Result<std::optional<core::Revision>> SessionFile::save(const QString& path,
    std::shared_ptr<const core::Project> project, core::RevisionInfo info, Changed changed)
{
    info.author = m_author.toStdString();
    core::SaveOptions ownOptions;
    if (changed == Changed::refuse)
        ownOptions.expected = m_fingerprint;
    core::SaveOptions otherOptions;
    otherOptions.earlier = core::EarlierRevisions::discard; // its past is not this project's
    // Kept by the work itself, which may outlive this call.
    const auto revision = std::make_shared<std::optional<core::Revision>>();
    const core::Status status = write(path,
        [=, &files = m_files](
            const std::filesystem::path& target, bool isOwn) -> core::Result<core::Hash> {
            core::Result<core::SavedDocument> saved = core::saveDocument(
                target, *project, info, isOwn ? ownOptions : otherOptions, files);
            if (!saved)
                return saved.error();
            *revision = std::move(saved->revision);
            return saved->fingerprint;
        });
    if (!status)
        return status.error();
    return std::move(*revision);
}

core::Result<core::Remark> SessionFile::addRemark(const core::RemarkInfo& info)
{
    const auto remark = std::make_shared<std::optional<core::Remark>>();
    const core::Status status = write(m_path,
        [remark, info, expected = m_fingerprint, &files = m_files](
            const std::filesystem::path& target, bool) -> core::Result<core::Hash> {
            core::Result<core::SavedRemark> added = core::addRemark(target, info, expected, files);
            if (!added)
                return added.error();
            *remark = std::move(added->remark);
            return added->fingerprint;
        });
    if (!status)
        return status.error();
    return **remark;
}

core::Status SessionFile::write(const QString& path, const WriteTo& writeTo)
{
    // Kept by the work itself, which may outlive this call.
    struct Writing {
        core::Status status = core::success();
        bool isOwn = false; // the file of this project, perhaps through another link
        std::optional<core::Hash> fingerprint;
        std::shared_ptr<FileLock> lock;
        FileLock::State state;
    };
    const auto writing = std::make_shared<Writing>();
    const std::shared_ptr<FileLock> present = m_access ? m_access->lock() : nullptr;
    const bool isDone = runWork([=, author = m_author, own = m_path, &files = m_files] {
        writing->status = guarded(core::ErrorCode::FileNotWritten, [&]() -> core::Status {
            writing->isOwn = path == own || (present && present->isOf(path));
            writing->lock = writing->isOwn ? present
                                           : std::make_shared<FileLock>(
                                                 path, author, FileLock::Wish::edit, files);
            if (writing->lock)
                writing->state = writing->isOwn ? present->refresh() : writing->lock->state();
            if (!isWritable(writing->state.kind, writing->isOwn))
                return core::success();
            const std::filesystem::path target = systemPath(writing->isOwn ? own : path);
            const core::Result<core::Hash> written = writeTo(target, writing->isOwn);
            if (written) {
                writing->fingerprint = *written;
                return core::success();
            }
            // What is in its place now is our own, although it may not stay.
            if (written.error().code == core::ErrorCode::FileNotFlushed && writing->isOwn)
                if (const auto now = core::fingerprintOf(target, files))
                    writing->fingerprint = *now;
            return written.error();
        });
    });
    if (!isDone)
        return core::Error(
            core::ErrorCode::FileNotWritten, {}, tr("Saving was given up.").toStdString());
    if (writing->isOwn && m_access)
        m_access->adopt(writing->state);
    if (writing->isOwn && writing->fingerprint)
        m_fingerprint = writing->fingerprint;
    if (!writing->status)
        return writing->status;
    if (!writing->fingerprint)
        return FileAccess(writing->lock).permission();
    m_fingerprint = writing->fingerprint;
    if (!writing->isOwn) {
        setAccess(std::move(writing->lock));
        m_path = path;
        m_revision.reset();
    }
    m_time = QDateTime::currentDateTime();
    return core::success();
}

core::Status SessionFile::takeOver()
{
    if (!m_access)
        return core::success();
    const auto state = std::make_shared<FileLock::State>();
    if (runWork([state, lock = m_access->lock()] { *state = lock->takeOver(); }))
        m_access->adopt(*state);
    return m_access->permission();
}

void SessionFile::close()
{
    leave();
    m_path.clear();
    m_revision.reset();
    m_time = {};
    m_fingerprint.reset();
}

bool SessionFile::runWork(const std::function<void()>& work) const
{
    if (m_runWork)
        return m_runWork(work);
    work();
    return true;
}

void SessionFile::setAccess(std::shared_ptr<FileLock> lock)
{
    const std::shared_ptr<FileLock> left = m_access ? m_access->lock() : nullptr;
    if (lock && lock == left) {
        const QSignalBlocker blocker(*m_access); // told of when the file is there
        m_access->adopt(lock->state());
        return;
    }
    m_access.reset();
    if (lock) {
        m_access = std::make_unique<FileAccess>(std::move(lock));
        connect(m_access.get(), &FileAccess::changed, this, &SessionFile::accessChanged);
    }
    if (left)
        runWork([left] { left->release(); });
}

}
