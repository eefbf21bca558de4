#pragma once

#include "core/report/Origin.h"
#include "core/storage/ProjectFile.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace core {
class Provenance;
}

namespace ui {

class Session;

// What a file tells of its past, as it was when it was read; where an earlier revision is open, up
// to that one.
struct FilePast {
    std::vector<core::Revision> revisions; // the latest last; none in a document that is no .galval
    std::vector<core::Remark> remarks;
    std::shared_ptr<const core::Project> latest;
    std::shared_ptr<const core::Provenance> provenance; // null until it is found
    core::Problems problems;                            // why the file could not be read

    const core::Revision* revision(int number) const; // null: not in it
};

// The past of the file of the open project. Once somebody has asked, it is read beside the window,
// as a share may be slow, and again after each save; what was known before stays until then. The
// saved state that the project rests on is known at any time.
class FileHistory : public QObject {
    Q_OBJECT

public:
    explicit FileHistory(Session&);
    ~FileHistory() override; // gives up what is being read

    void follow(); // from now on
    void read();   // again: somebody else may have saved
    // What the session has read of the file itself, and what it has added to it.
    void setKnown(FilePast known);
    void addKnown(const core::Revision& revision); // the latest, with the project as it stands
    void addKnown(const core::Remark& remark);

    bool isRead() const { return m_past != nullptr; }
    const FilePast& past() const;

    // The revision that gave the input the value of the latest one; null while that is not known,
    // and for what is no input of it.
    const core::Revision* changeOf(const QString& inputId) const;
    // Whether the input has another value now than in the latest revision.
    bool isChangedSince(const QString& inputId) const;
    // When and by whom the last of the inputs to change got its value, in a sentence; empty while
    // that is not known.
    QString changeText(const QStringList& inputIds) const;

    // The saved state that the project rests on, for whatever leaves the program. It needs no
    // reading of the file, which may not be done yet, or fail.
    core::Origin origin() const;

signals:
    void changed();

private:
    using Answer = std::shared_ptr<const FilePast>;

    void followFile();
    void take(const Answer& answer);

    Session& m_session;
    bool m_isFollowed = false;
    QString m_path; // of what is known or being read
    std::optional<int> m_revision;
    FilePast m_known; // by the session; remarks of others are added when they are read
    Answer m_past;
    QFutureWatcher<Answer> m_watcher;
};

}
