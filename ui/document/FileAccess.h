#pragma once

#include "core/engine/Result.h"
#include "ui/document/FileLock.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace ui {

// Whether the open project may be saved to its file. While this lives it holds the lock of the
// file, unless somebody else does, and looks once a minute, beside the thread it lives on.
class FileAccess : public QObject {
    Q_OBJECT

public:
    using Wish = FileLock::Wish;
    using Kind = FileLock::Kind;

    explicit FileAccess(std::shared_ptr<FileLock>);

    Kind kind() const { return m_state.kind; }
    bool isReadOnly() const { return kind() != Kind::writable; }
    QString reason() const; // why it is read-only, in a sentence; empty when it is not

    // FileLocked with the reason where it is read-only.
    core::Status permission() const;

    // For work on other threads, whose findings become those of this with adopt().
    const std::shared_ptr<FileLock>& lock() const { return m_lock; }
    void adopt(FileLock::State);

    // Looks now, and waits for it.
    void refresh() { adopt(m_lock->refresh()); }

signals:
    void changed();

private:
    void look();
    QString ownerSentence() const;

    std::shared_ptr<FileLock> m_lock;
    FileLock::State m_state;
    QTimer m_timer {this};
    QFutureWatcher<FileLock::State> m_look;
};

}
