#include "ui/document/FileHistory.h"

#include "core/project/Registry.h"
#include "core/storage/FileHeader.h"
#include "core/storage/ProjectHistory.h"
#include "core/storage/Provenance.h"
#include "core/storage/SafeFile.h"
#include "ui/document/FileThreads.h"
#include "ui/document/RevisionText.h"
#include "ui/document/Session.h"
#include "ui/document/SystemPath.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <exception>
#include <filesystem>
#include <utility>

namespace ui {

namespace {

using Answer = std::shared_ptr<const FilePast>;

// What was found for the revisions up to the last but one, or up to the last, is a short way from
// what holds now. Null when it is about others.
std::shared_ptr<const core::Provenance> continued(const Answer& known, const FilePast& past)
{
    if (!known || !known->provenance || known->revisions.size() > past.revisions.size() ||
        known->revisions.size() + 1 < past.revisions.size() ||
        known->revisions.back().hash != past.revisions[known->revisions.size() - 1].hash)
        return nullptr;
    if (known->revisions.size() == past.revisions.size())
        return known->provenance;
    auto provenance = std::make_shared<core::Provenance>(*known->provenance);
    provenance->add(*known->latest, *past.latest, past.revisions.back().number);
    return provenance;
}

// The revisions at once; by which of them each input changed may take longer.
void readPast(QPromise<Answer>& promise, const std::filesystem::path& path,
    const std::optional<int>& last, const Answer& known)
{
    FilePast past;
    const auto fail = [&](core::Problems problems) {
        past.problems = std::move(problems);
        promise.addResult(std::make_shared<const FilePast>(past));
    };
    try {
        core::Result<std::string> bytes = core::readFile(path, core::projectFileSizeLimit);
        if (!bytes)
            return fail(bytes.error().problems);
        if (!core::isDatabase(*bytes)) {
            promise.addResult(std::make_shared<const FilePast>(past));
            return;
        }
        auto history = core::ProjectHistory::read(*std::move(bytes), core::pathText(path));
        if (!history)
            return fail(history.error().problems);
        if (last)
            if (const core::Status status = history->endAt(*last); !status)
                return fail(status.error().problems);
        past.revisions = history->revisions();
        past.remarks = history->remarks();
        auto latest =
            history->project(past.revisions.back().number, core::DocumentRules::notApplied);
        if (!latest)
            return fail(latest.error().problems);
        past.latest = std::make_shared<const core::Project>(*std::move(latest));
        past.provenance = continued(known, past);
        promise.addResult(std::make_shared<const FilePast>(past));
        if (past.provenance)
            return;
        auto provenance =
            core::Provenance::of(*history, [&promise] { return !promise.isCanceled(); });
        if (!provenance)
            return;
        past.provenance = std::make_shared<const core::Provenance>(*std::move(provenance));
        promise.addResult(std::make_shared<const FilePast>(past));
    } catch (const std::exception& exception) {
        fail({{core::pathText(path), exception.what()}});
    }
}

}

const core::Revision* FilePast::revision(int number) const
{
    const bool isThere = number >= 1 && static_cast<std::size_t>(number) <= revisions.size();
    return isThere ? &revisions[static_cast<std::size_t>(number) - 1] : nullptr;
}

FileHistory::FileHistory(Session& session)
    : m_session(session)
{
    connect(&session, &Session::fileChanged, this, &FileHistory::followFile);
    connect(&m_watcher, &QFutureWatcher<Answer>::resultReadyAt, this,
        [this](int place) { take(m_watcher.resultAt(place)); });
}

FileHistory::~FileHistory()
{
    m_watcher.cancel();
}

void FileHistory::follow()
{
    if (m_isFollowed)
        return;
    m_isFollowed = true;
    read();
}

void FileHistory::followFile()
{
    const bool isOther = m_session.filePath() != m_path || m_session.revision() != m_revision;
    if (m_isFollowed && (isOther || !m_session.isModified()))
        read();
}

void FileHistory::read()
{
    m_watcher.cancel();
    if (m_session.filePath() != m_path || m_session.revision() != m_revision)
        m_past.reset();
    m_path = m_session.filePath();
    m_revision = m_session.revision();
    if (m_path.isEmpty()) {
        m_watcher.setFuture({}); // forgets what is under way
        emit changed();
        return;
    }
    m_watcher.setFuture(
        QtConcurrent::run(&fileThreads(), readPast, systemPath(m_path), m_revision, m_past));
}

void FileHistory::take(const Answer& answer)
{
    m_past = answer;
    // Whatever somebody else has saved since is not what the project rests on, and what was said of
    // another file not what holds of this one; the hash covers all earlier revisions.
    if (!m_known.revisions.empty()) {
        const core::Revision& latest = m_known.revisions.back();
        const core::Revision* const same = m_past->revision(latest.number);
        if (same && same->hash == latest.hash)
            m_known.remarks = m_past->remarks;
    }
    emit changed();
}

void FileHistory::setKnown(FilePast known)
{
    m_known = std::move(known);
}

void FileHistory::addKnown(const core::Revision& revision)
{
    m_known.revisions.push_back(revision);
    m_known.latest = m_session.sharedProject();
}

void FileHistory::addKnown(const core::Remark& remark)
{
    m_known.remarks.push_back(remark);
}

const FilePast& FileHistory::past() const
{
    static const FilePast none;
    return m_past ? *m_past : none;
}

const core::Revision* FileHistory::changeOf(const QString& inputId) const
{
    if (!past().provenance)
        return nullptr;
    const std::optional<int> number = past().provenance->revisionOf(inputId.toStdString());
    return number ? past().revision(*number) : nullptr;
}

bool FileHistory::isChangedSince(const QString& inputId) const
{
    if (!past().latest)
        return false;
    const std::string id = inputId.toStdString();
    const auto before = core::valueOf(*past().latest, id);
    const auto now = core::valueOf(m_session.project(), id);
    if (!before || !now)
        return before.hasValue() != now.hasValue();
    return *before != *now;
}

QString FileHistory::changeText(const QStringList& inputIds) const
{
    const core::Revision* latest = nullptr;
    for (const QString& id : inputIds) {
        if (isChangedSince(id))
            return tr("Changed, and not saved yet.");
        const core::Revision* const revision = changeOf(id);
        if (revision && (!latest || revision->number > latest->number))
            latest = revision;
    }
    if (!latest)
        return {};
    const QString day = dayText(latest->savedAt);
    const QString author = authorText(latest->author);
    return latest->comment.empty() ? tr("Last changed on %1 by %2, revision %3.")
                                         .arg(day, author, QString::number(latest->number))
                                   : tr("Last changed on %1 by %2, revision %3: %4.")
                                         .arg(day, author, QString::number(latest->number),
                                             QString::fromStdString(latest->comment));
}

core::Origin FileHistory::origin() const
{
    if (!m_known.latest)
        return {};
    return core::originOf(m_known.revisions, m_known.remarks, *m_known.latest, m_session.project());
}

}
