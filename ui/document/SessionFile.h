#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"
#include "core/storage/FileSystem.h"
#include "core/storage/ProjectFile.h"
#include "ui/document/FileAccess.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace ui {

// The file of the open project, which has none before it is first saved: where it is, the right to
// save to it, and how it was when it was last read or written. What fails leaves it the file that
// it was; the errors are those that Session tells of, and exceptions become errors, too.
class SessionFile : public QObject {
    Q_OBJECT

public:
    explicit SessionFile(core::FileSystem& files);

    // How the work is run that may wait for a file: here, unless another way is set, such as on
    // another thread. It comes back when the work is done; false says that it was given up and may
    // still be running, and the call fails.
    using RunWork = std::function<bool(const std::function<void()>& work)>;
    void setRunWork(RunWork run) { m_runWork = std::move(run); }

    // Whose name locks and revisions bear.
    void setAuthor(const QString& author) { m_author = author; }
    const QString& author() const { return m_author; }

    // Becomes the file at the path. The project in it, or in an earlier revision of it, is the
    // answer, whatever rules it breaks, with what the file tells of its past.
    core::Result<core::LoadedProject> open(
        const QString& path, FileAccess::Wish, const std::optional<int>& revision = {});
    // Writes a revision to the path, whose author is set here; a document in JSON has none. Another
    // file than this is replaced with all its revisions, and this becomes that one.
    enum class Changed { refuse, saveAnyway }; // a file that is not as it was last seen
    core::Result<std::optional<core::Revision>> save(const QString& path,
        std::shared_ptr<const core::Project> project, core::RevisionInfo info, Changed changed);
    core::Result<core::Remark> addRemark(const core::RemarkInfo&);
    core::Status takeOver();
    void leave() { setAccess(nullptr); } // gives the right to save back
    void close();                        // becomes that of a project without a file

    const QString& path() const { return m_path; } // absolute; empty without a file
    const std::optional<int>& revision() const { return m_revision; } // none for the latest
    const QDateTime& time() const { return m_time; }
    const std::optional<core::Hash>& fingerprint() const { return m_fingerprint; }
    FileAccess* access() const { return m_access.get(); } // null without a file

signals:
    void accessChanged();

private:
    // Writes to the path, or, where that is a link to this file, to the file itself.
    using WriteTo =
        std::function<core::Result<core::Hash>(const std::filesystem::path& target, bool isOwn)>;
    core::Status write(const QString& path, const WriteTo&);
    void setAccess(std::shared_ptr<FileLock>); // null: without a file
    bool runWork(const std::function<void()>& work) const;

    core::FileSystem& m_files;
    RunWork m_runWork;
    QString m_author;
    QString m_path;
    std::optional<int> m_revision;
    QDateTime m_time;
    std::unique_ptr<FileAccess> m_access;
    std::optional<core::Hash> m_fingerprint;
};

}
