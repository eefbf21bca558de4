#include "ui/window/FileWork.h"

#include "ui/document/FileThreads.h"

#include <QApplication>
#include <QFutureWatcher>
#include <QKeyEvent>
#include <QTimer>
#include <QWidget>
#include <QtConcurrentRun>

namespace ui {

namespace {

bool isInput(const QEvent& event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
    case QEvent::Shortcut:
    case QEvent::InputMethod:
    case QEvent::ContextMenu:
    case QEvent::TouchBegin:
    case QEvent::Drop:
    case QEvent::Close:
        return true;
    default:
        return false;
    }
}

}

FileWork::FileWork(QWidget* window)
    : QObject(window)
    , m_window(window)
{
}

bool FileWork::run(const QString& message, Giving giving, const std::function<void()>& work)
{
    m_isRunning = true;
    m_isGivenUp = false;
    m_canBeGivenUp = giving == Giving::up;
    QFutureWatcher<void> watcher;
    connect(&watcher, &QFutureWatcher<void>::finished, &m_loop, &QEventLoop::quit);
    QTimer notice;
    notice.setSingleShot(true);
    connect(&notice, &QTimer::timeout, this, [&] {
        QApplication::setOverrideCursor(Qt::BusyCursor);
        emit waiting(message, m_canBeGivenUp);
    });
    notice.start(m_unnoticed);
    qApp->installEventFilter(this);
    watcher.setFuture(QtConcurrent::run(&fileThreads(), work));
    m_loop.exec();
    qApp->removeEventFilter(this);
    if (!notice.isActive()) {
        QApplication::restoreOverrideCursor();
        emit waiting({}, false);
    }
    m_isRunning = false;
    return !m_isGivenUp;
}

void FileWork::giveUp()
{
    if (!m_isRunning || !m_canBeGivenUp)
        return;
    m_isGivenUp = true;
    m_loop.quit();
}

// Only what gives the work up gets through.
bool FileWork::eventFilter(QObject* watched, QEvent* event)
{
    if (!isInput(*event))
        return false;
    const auto* const widget = qobject_cast<const QWidget*>(watched);
    if (widget && widget->property("givesUp").toBool())
        return false;
    if (!widget && event->type() != QEvent::Shortcut)
        return false; // of the system's window; the widget in it is asked next
    if (event->type() == QEvent::KeyPress &&
        static_cast<const QKeyEvent*>(event)->key() == Qt::Key_Escape)
        giveUp();
    event->setAccepted(event->type() != QEvent::Close);
    return true;
}

}
