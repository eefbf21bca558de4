#pragma once

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace ui {

// Computes on another thread what takes longer than a frame, and tells of the answer to the latest
// question alone. A question that is overtaken is asked to stop. Work sees copies only, since it
// may outlive whoever asked; when it throws there is no answer.
template <class Answer>
class LatestAnswer {
public:
    using Work = std::function<Answer(const std::stop_token&)>;
    using Then = std::function<void(const Answer&)>;

    explicit LatestAnswer(QObject* context, QThreadPool& threads = *QThreadPool::globalInstance())
        : m_threads(threads)
    {
        QObject::connect(
            &m_watcher, &QFutureWatcher<Answer>::finished, context, [this] { finish(); });
    }
    ~LatestAnswer() { m_stop.request_stop(); }
    LatestAnswer(const LatestAnswer&) = delete;
    LatestAnswer& operator=(const LatestAnswer&) = delete;

    void ask(Work work, Then then)
    {
        m_stop.request_stop();
        m_next = {std::move(work), std::move(then)};
        if (!m_watcher.isRunning())
            start();
    }
    // The answer that is awaited is not wanted any more.
    void forget()
    {
        m_stop.request_stop();
        m_next.reset();
        m_then = {};
    }
    bool isAwaited() const { return m_next || m_then; }

private:
    void start()
    {
        auto [work, then] = *std::exchange(m_next, std::nullopt);
        m_then = std::move(then);
        m_stop = {};
        m_watcher.setFuture(QtConcurrent::run(&m_threads,
            [work = std::move(work), token = m_stop.get_token()] { return work(token); }));
    }

    void finish()
    {
        if (m_next) {
            start();
            return;
        }
        const Then then = std::exchange(m_then, {});
        if (then && m_watcher.future().isResultReadyAt(0))
            then(m_watcher.result());
    }

    QThreadPool& m_threads;
    QFutureWatcher<Answer> m_watcher;
    std::stop_source m_stop;
    std::optional<std::pair<Work, Then>> m_next; // waits for the one before to stop
    Then m_then;
};

}
