#pragma once

#include <QSemaphore>
#include <QThreadPool>

namespace support {

// While this lives, work that does not end takes all the threads there are.
class BusyThreads {
public:
    explicit BusyThreads(QThreadPool& threads)
        : m_threads(threads)
        , m_most(threads.maxThreadCount())
    {
        m_threads.waitForDone();
        m_threads.setMaxThreadCount(1);
        m_threads.start([this] { m_end.acquire(); });
    }
    ~BusyThreads()
    {
        m_end.release();
        m_threads.waitForDone();
        m_threads.setMaxThreadCount(m_most);
    }
    BusyThreads(const BusyThreads&) = delete;
    BusyThreads& operator=(const BusyThreads&) = delete;

private:
    QThreadPool& m_threads;
    int m_most;
    QSemaphore m_end;
};

}
