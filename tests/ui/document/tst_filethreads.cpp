#include "ui/document/FileThreads.h"

#include "core/storage/ProjectLock.h"
#include "tests/core/storage/StorageTest.h"
#include "tests/ui/BusyThreads.h"
#include "ui/document/FileHistory.h"
#include "ui/document/Session.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using support::BusyThreads;
using ui::fileThreads;
using ui::Session;

// Files that hang, and analyses that take all the threads there are: neither waits for the other.
class TestFileThreads : public QObject {
    Q_OBJECT

private slots:
    void whatHangsHoldsUpNothingElse();
    void theHistoryIsReadBesideAnalyses();
    void theLockIsSeenBesideAnalyses();
};

void TestFileThreads::whatHangsHoldsUpNothingElse()
{
    const int hanging = 2 * QThread::idealThreadCount();
    QSemaphore end;
    QSemaphore done;
    for (int i = 0; i < hanging; ++i)
        fileThreads().start([&] { end.acquire(); });
    fileThreads().start([&] { done.release(); });
    QThreadPool::globalInstance()->start([&] { done.release(); });
    QVERIFY(done.tryAcquire(2, 20'000));
    end.release(hanging);
    QVERIFY(fileThreads().waitForDone());
}

void TestFileThreads::theHistoryIsReadBesideAnalyses()
{
    const QTemporaryDir folder;
    Session session;
    QVERIFY(session.saveAs(folder.filePath(u"p.galval"_s)));
    const BusyThreads analyses(*QThreadPool::globalInstance());
    session.history().follow();
    QTRY_VERIFY(session.history().past().provenance);
}

void TestFileThreads::theLockIsSeenBesideAnalyses()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"p.galval"_s);
    Session session;
    QVERIFY(session.saveAs(path));
    QVERIFY(QFile::remove(folder.filePath(u".p.galval.lock"_s)));
    core::ProjectLock other(toPath(path), "Controller");
    QCOMPARE(other.take(), core::ProjectLock::State::own);
    const BusyThreads analyses(*QThreadPool::globalInstance());
    session.fileAccess()->findChild<QTimer*>()->start(1); // and not once a minute
    QTRY_COMPARE(session.fileAccess()->kind(), ui::FileAccess::Kind::locked);
}

QTEST_GUILESS_MAIN(TestFileThreads)
#include "tst_filethreads.moc"
