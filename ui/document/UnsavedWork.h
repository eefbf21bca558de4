#pragma once

#include "core/engine/Result.h"
#include "core/model/Evaluation.h"
#include "core/storage/RecoveryStore.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

class Session;

// Keeps a copy of unsaved work in a folder of the user's own, some seconds after the last change
// and at least every two minutes, so that a program that ends too early takes little with it.
// Writing goes on beside the window, and is tried again when it fails, which failure() tells. When
// the project is saved or closed nothing is left behind.
class UnsavedWork : public QObject {
    Q_OBJECT

public:
    UnsavedWork(Session&, const QString& folder,
        std::chrono::milliseconds delay = std::chrono::seconds(5), QObject* parent = nullptr);
    ~UnsavedWork() override; // a clean end: waits until the copy is gone

    // What programs that ended too early have left, the latest first; known once look() has told.
    void look();
    const std::vector<core::Recovery>& left() const { return m_left; }

    // Opens the project with the work that was left, as changes that are not saved. What there is
    // to know about it is the answer, in sentences; it may be empty. On an error everything stays,
    // and what was left stays in any case until there is a new copy.
    core::Result<QString> recover(const core::Recovery&);
    void discard(const core::Recovery&);

    // Why there is no copy of the changes, in a sentence; empty while there is nothing to tell.
    QString failure() const { return m_failure; }

    // The figures of the project as its file has it, and with the work that was left. Can be asked
    // for on any thread, as the file may be on a share.
    struct Figures {
        std::shared_ptr<const core::Evaluation> saved;
        std::shared_ptr<const core::Evaluation> kept;
    };
    core::Result<Figures> figuresOf(const core::Recovery&);

signals:
    void leftChanged();
    void kept(); // a copy was written
    void failureChanged();

private:
    void follow();
    void keep();
    void drop();
    void forget(const core::Recovery&);
    void setFailure(const QString& sentence);

    Session& m_session;
    core::RecoveryStore m_store;
    std::string m_name; // of the copy in the folder
    std::vector<core::Recovery> m_left;
    std::optional<core::Recovery> m_recovered; // there is no copy yet in the place of this one
    bool m_isKept = false;                     // there is a copy, or it is being written
    QElapsedTimer m_unkept;                    // since the first change that is in no copy
    QTimer m_timer;
    QThreadPool m_writer; // one thread, so that copies come and go in order
    QFutureWatcher<std::vector<core::Recovery>> m_looking;
    QFutureWatcher<QString> m_writing; // why it failed; empty when it did not
    QString m_failure;
};

}
