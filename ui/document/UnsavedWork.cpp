#include "ui/document/UnsavedWork.h"

#include "core/storage/ProjectDocument.h"
#include "ui/document/Session.h"
#include "ui/document/SystemPath.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>
#include <exception>

namespace ui {

namespace {

constexpr std::chrono::minutes longest {2}; // that changes may be in no copy

std::string nextName()
{
    static std::atomic<int> count = 0;
    return "project-" + std::to_string(++count);
}

}

UnsavedWork::UnsavedWork(
    Session& session, const QString& folder, std::chrono::milliseconds delay, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_store(systemPath(folder))
    , m_name(nextName())
{
    m_writer.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &UnsavedWork::keep);
    // A first edit tells of the project before it counts as modified.
    connect(&session, &Session::projectChanged, this, &UnsavedWork::follow);
    connect(&session, &Session::fileChanged, this, &UnsavedWork::follow);
    connect(&m_looking, &QFutureWatcherBase::finished, this, [this] {
        m_left = m_looking.result();
        emit leftChanged();
    });
    connect(&m_writing, &QFutureWatcherBase::finished, this, [this] {
        // By then the project may have been saved.
        setFailure(m_isKept ? m_writing.result() : QString());
        if (!m_writing.result().isEmpty()) {
            follow();
            return;
        }
        m_recovered.reset();
        emit kept();
    });
    follow();
}

UnsavedWork::~UnsavedWork()
{
    drop();
    m_writer.waitForDone();
}

void UnsavedWork::follow()
{
    if (!m_session.isModified()) {
        drop();
        return;
    }
    if (!m_unkept.isValid())
        m_unkept.start();
    if (std::chrono::milliseconds(m_unkept.elapsed()) < longest || !m_timer.isActive())
        m_timer.start();
}

void UnsavedWork::keep()
{
    m_timer.stop();
    m_unkept.invalidate();
    m_isKept = true;
    core::Recovery recovery;
    recovery.origin = systemPath(m_session.filePath());
    recovery.name = m_session.displayName().toStdString();
    recovery.author = m_session.author().toStdString();
    recovery.fingerprint = m_session.fingerprint();
    m_writing.setFuture(
        QtConcurrent::run(&m_writer, [this, project = m_session.sharedProject(),
                                         recovery = std::move(recovery), replaced = m_recovered] {
            try {
                const core::Status kept = m_store.keep(m_name, *project, recovery);
                if (!kept && kept.error().code != core::ErrorCode::FileNotFlushed)
                    return QString::fromStdString(kept.error().problems.front().message);
                if (replaced)
                    m_store.drop(*replaced);
                return QString();
            } catch (const std::exception& exception) {
                return tr("The reason: %1.").arg(QString::fromUtf8(exception.what()));
            }
        }));
}

void UnsavedWork::drop()
{
    m_timer.stop();
    m_unkept.invalidate();
    setFailure({});
    if (!std::exchange(m_isKept, false))
        return;
    m_writer.start([this, recovered = std::exchange(m_recovered, std::nullopt)] {
        m_store.drop(m_name);
        if (recovered)
            m_store.drop(*recovered);
    });
}

void UnsavedWork::look()
{
    m_looking.setFuture(QtConcurrent::run(&m_writer, [this] {
        try {
            return m_store.left();
        } catch (const std::exception&) {
            return std::vector<core::Recovery>();
        }
    }));
}

core::Result<QString> UnsavedWork::recover(const core::Recovery& recovery)
{
    const core::Recovery left = recovery; // which may be one of those that are forgotten below
    core::Result<core::Project> project = m_store.read(left);
    if (!project)
        return project.error();
    const QString origin = QString::fromStdU16String(left.origin.u16string());
    QString note;
    if (origin.isEmpty()) {
        m_session.newProject();
    } else if (const core::Status opened = m_session.open(origin); !opened) {
        m_session.newProject();
        note = tr("The file that it belongs to cannot be opened; save it under a name of its own. "
                  "%1")
                   .arg(QString::fromStdString(opened.error().problems.front().message));
    } else if (left.fingerprint && m_session.fingerprint() != left.fingerprint) {
        note = tr("The file was saved by somebody else since. Compare the two on the History page "
                  "before you save.");
    }
    m_session.edit(tr("Recover unsaved work"), *std::move(project));
    if (!m_session.isModified()) {
        discard(left);
        return note;
    }
    m_recovered = left;
    keep();
    forget(left);
    return note;
}

void UnsavedWork::discard(const core::Recovery& recovery)
{
    m_writer.start([this, recovery] { m_store.drop(recovery); });
    forget(recovery);
}

core::Result<UnsavedWork::Figures> UnsavedWork::figuresOf(const core::Recovery& recovery)
{
    try {
        const core::Result<core::Project> kept = m_store.read(recovery);
        if (!kept)
            return kept.error();
        const core::Result<core::Project> saved = core::openDocument(recovery.origin);
        if (!saved)
            return saved.error();
        const auto figuresOfSaved = core::Evaluation::of(*saved);
        if (!figuresOfSaved)
            return figuresOfSaved.error();
        const auto figuresOfKept = core::Evaluation::of(*kept);
        if (!figuresOfKept)
            return figuresOfKept.error();
        return Figures {*figuresOfSaved, *figuresOfKept};
    } catch (const std::exception& exception) {
        return core::Error(core::ErrorCode::NotComputable, {}, exception.what());
    }
}

void UnsavedWork::setFailure(const QString& sentence)
{
    if (sentence == m_failure)
        return;
    m_failure = sentence;
    emit failureChanged();
}

void UnsavedWork::forget(const core::Recovery& recovery)
{
    const auto isSame = [file = recovery.file](
                            const core::Recovery& other) { return other.file == file; };
    std::erase_if(m_left, isSame);
    emit leftChanged();
}

}
