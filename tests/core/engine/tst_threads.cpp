#include "core/engine/Threads.h"

#include <QTest>

#include <atomic>
#include <stdexcept>

class TestThreads : public QObject {
    Q_OBJECT

private slots:
    void eachThreadDoesTheWork();
    void anExceptionComesBackWhenAllAreDone_data();
    void anExceptionComesBackWhenAllAreDone();
};

void TestThreads::eachThreadDoesTheWork()
{
    std::atomic<int> sum = 0;
    core::runOnThreads(4, [&](int thread) { sum += 1 + thread; });
    QCOMPARE(sum.load(), 1 + 2 + 3 + 4);
}

void TestThreads::anExceptionComesBackWhenAllAreDone_data()
{
    QTest::addColumn<int>("thrower");
    QTest::newRow("of this thread") << 0;
    QTest::newRow("of another one") << 2;
}

void TestThreads::anExceptionComesBackWhenAllAreDone()
{
    QFETCH(int, thrower);
    std::atomic<int> done = 0;
    const auto work = [&](int thread) {
        if (thread == thrower)
            throw std::runtime_error("thrown");
        ++done;
    };
    QVERIFY_EXCEPTION_THROWN(core::runOnThreads(4, work), std::runtime_error);
    QCOMPARE(done.load(), 3);
}

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_threads.moc"
