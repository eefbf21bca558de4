#include "ui/pages/LatestAnswer.h"

#include <QSemaphore>
#include <QTest>

#include <memory>
#include <new>

class TestLatestAnswer : public QObject {
    Q_OBJECT

private slots:
    void theAnswerIsTold();
    void onlyTheLatestAnswerIsTold();
    void whatIsForgottenIsNotTold();
    void whoAskedMayGoFirst();
    void theThreadsAreThoseThatWereGiven();
    void workThatThrowsHasNoAnswer();
};

void TestLatestAnswer::theAnswerIsTold()
{
    ui::LatestAnswer<int> answer(this);
    int told = 0;
    answer.ask([](const std::stop_token&) { return 7; }, [&](int number) { told = number; });
    QVERIFY(answer.isAwaited());
    QTRY_COMPARE(told, 7);
    QVERIFY(!answer.isAwaited());
}

void TestLatestAnswer::onlyTheLatestAnswerIsTold()
{
    ui::LatestAnswer<int> answer(this);
    QSemaphore started;
    QList<int> told;
    bool wasStopped = false;
    const auto tell = [&](int number) { told += number; };
    answer.ask(
        [&](const std::stop_token& stop) {
            started.release();
            while (!stop.stop_requested())
                QThread::msleep(1);
            wasStopped = true;
            return 1;
        },
        tell);
    started.acquire();
    answer.ask([](const std::stop_token&) { return 2; }, tell); // overtaken before it starts
    answer.ask([](const std::stop_token&) { return 3; }, tell);
    QTRY_COMPARE(told, QList<int> {3});
    QVERIFY(wasStopped);
}

void TestLatestAnswer::whatIsForgottenIsNotTold()
{
    ui::LatestAnswer<int> answer(this);
    QSemaphore mayEnd;
    QList<int> told;
    answer.ask(
        [&](const std::stop_token&) {
            mayEnd.acquire();
            return 1;
        },
        [&](int number) { told += number; });
    answer.forget();
    QVERIFY(!answer.isAwaited());
    answer.ask([](const std::stop_token&) { return 2; }, [&](int number) { told += number; });
    mayEnd.release();
    QTRY_COMPARE(told, QList<int> {2});
}

void TestLatestAnswer::whoAskedMayGoFirst()
{
    const auto mayEnd = std::make_shared<QSemaphore>();
    const auto hasEnded = std::make_shared<QSemaphore>();
    bool isTold = false;
    {
        ui::LatestAnswer<int> answer(this);
        answer.ask(
            [mayEnd, hasEnded](const std::stop_token&) {
                mayEnd->acquire();
                hasEnded->release();
                return 1;
            },
            [&](int) { isTold = true; });
    }
    mayEnd->release();
    hasEnded->acquire();
    QTest::qWait(10);
    QVERIFY(!isTold);
}

void TestLatestAnswer::theThreadsAreThoseThatWereGiven()
{
    QThreadPool threads;
    ui::LatestAnswer<bool> answer(this, threads);
    bool isThere = false;
    answer.ask([&](const std::stop_token&) { return threads.contains(QThread::currentThread()); },
        [&](bool is) { isThere = is; });
    QTRY_VERIFY(!answer.isAwaited());
    QVERIFY(isThere);
}

void TestLatestAnswer::workThatThrowsHasNoAnswer()
{
    ui::LatestAnswer<int> answer(this);
    QList<int> told;
    const auto tell = [&](int number) { told += number; };
    answer.ask([](const std::stop_token&) -> int { throw std::bad_alloc(); }, tell);
    QTRY_VERIFY(!answer.isAwaited());
    answer.ask([](const std::stop_token&) { return 2; }, tell);
    QTRY_COMPARE(told, QList<int> {2});
}

QTEST_GUILESS_MAIN(TestLatestAnswer)
#include "tst_latestanswer.moc"
