#include "core/storage/ProjectLock.h"

#include "core/storage/Computer.h"
#include "tests/core/storage/FaultyFileSystem.h"
#include "tests/core/storage/StorageTest.h"

#include <QDateTime>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace core;
using State = ProjectLock::State;

class TestProjectLock : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theFirstHasItAndTheSecondSeesWho();
    void itIsGivenBackAtTheEnd();
    void aRefreshShows();
    void aLockOfAProcessThatIsGoneIsStale();
    void aLockThatWasNotRefreshedIsStale_data();
    void aLockThatWasNotRefreshedIsStale();
    void aStaleLockIsTakenOverAndItsOwnerIsTold();
    void whoeverWasFasterKeepsIt();
    void aLockThatCannotBeUnderstoodHasAnOwnerWithoutName_data();
    void aLockThatCannotBeUnderstoodHasAnOwnerWithoutName();
    void aLockThatVanishedIsTakenAgain();
    void linksShareTheLockOfTheirFile();
    void theNameOfTheLock_data();
    void theNameOfTheLock();
    void whereNothingCanBeWrittenThereIsNoLock();
    void everyFaultLeavesNoLockOrAGoodOne_data();
    void everyFaultLeavesNoLockOrAGoodOne();

private:
    std::filesystem::path project() const { return toPath(m_name); }
    QString lockName() const { return m_folder->filePath(QStringLiteral(".ERG.galval.lock")); }
    bool setAge(int seconds) const
    {
        QFile file(lockName());
        return file.open(QIODevice::ReadWrite) &&
               file.setFileTime(QDateTime::currentDateTime().addSecs(-seconds),
                   QFileDevice::FileModificationTime);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_name;
};

void TestProjectLock::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_name = m_folder->filePath(QStringLiteral("ERG.galval"));
}

void TestProjectLock::theFirstHasItAndTheSecondSeesWho()
{
    ProjectLock first(project(), "Анна Ким");
    QCOMPARE(first.look(), State::free);
    QCOMPARE(first.take(), State::own);
    QCOMPARE(entries(m_folder->path()), QStringList {QStringLiteral(".ERG.galval.lock")});

    ProjectLock second(project(), "Controller");
    QCOMPARE(second.take(), State::other);
    QCOMPARE(second.owner().user, std::string("Анна Ким"));
    QCOMPARE(second.owner().machine, machineName());
    QCOMPARE(second.owner().process, processId());
    QVERIFY(second.owner().takenAt.starts_with("20"));
    QCOMPARE(first.take(), State::own);
    first.release();
    QCOMPARE(second.look(), State::free);
    QCOMPARE(second.take(), State::own);
}

void TestProjectLock::itIsGivenBackAtTheEnd()
{
    {
        ProjectLock lock(project(), "A");
        QCOMPARE(lock.take(), State::own);
        ProjectLock other(project(), "B");
        QCOMPARE(other.take(), State::other);
    }
    QCOMPARE(entries(m_folder->path()), QStringList());
}

void TestProjectLock::aRefreshShows()
{
    ProjectLock lock(project(), "A");
    QCOMPARE(lock.take(), State::own);
    QVERIFY(setAge(600));
    ProjectLock other(project(), "B");
    QCOMPARE(other.look(), State::other);
    const auto before = other.owner().refreshedAt;
    QCOMPARE(lock.take(), State::own);
    QCOMPARE(other.look(), State::other);
    QVERIFY(other.owner().refreshedAt - before > std::chrono::seconds(500));
}

void TestProjectLock::aLockOfAProcessThatIsGoneIsStale()
{
    QProcess process;
#ifdef _WIN32
    process.start(QStringLiteral("cmd"), QStringList()); // waits for what is typed
#else
    process.start(QStringLiteral("sleep"), {QStringLiteral("60")});
#endif
    QVERIFY(process.waitForStarted());
    const QString text = QStringLiteral(R"({"user":"A","machine":"%1","process":%2,"id":"x"})")
                             .arg(QString::fromStdString(machineName()))
                             .arg(process.processId());
    QVERIFY(write(lockName(), text.toStdString()));
    ProjectLock lock(project(), "B");
    QCOMPARE(lock.take(), State::other);
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(lock.take(), State::stale);
    QCOMPARE(lock.owner().user, std::string("A"));
}

void TestProjectLock::aLockThatWasNotRefreshedIsStale_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<State>("expected");
    QTest::newRow("just now") << 0 << State::other;
    QTest::newRow("within the time") << 14 << State::other;
    QTest::newRow("after it") << 16 << State::stale;
    QTest::newRow("by a clock that goes ahead") << -600 << State::other;
}

void TestProjectLock::aLockThatWasNotRefreshedIsStale()
{
    QFETCH(int, minutes);
    QFETCH(State, expected);
    QVERIFY(write(lockName(), R"({"user":"A","machine":"elsewhere","process":1,"id":"x"})"));
    QVERIFY(setAge(minutes * 60));
    ProjectLock lock(project(), "B");
    QCOMPARE(lock.take(), expected);
}

void TestProjectLock::aStaleLockIsTakenOverAndItsOwnerIsTold()
{
    ProjectLock sleeper(project(), "A");
    QCOMPARE(sleeper.take(), State::own);
    QVERIFY(setAge(3600));
    {
        ProjectLock next(project(), "B");
        QCOMPARE(next.take(), State::stale);
        QCOMPARE(next.takeOver(), State::own);
        QCOMPARE(sleeper.take(), State::other);
        QCOMPARE(sleeper.owner().user, std::string("B"));
        sleeper.release(); // not its own any more
        QCOMPARE(next.take(), State::own);
    }
    QCOMPARE(entries(m_folder->path()), QStringList());
}

void TestProjectLock::whoeverWasFasterKeepsIt()
{
    ProjectLock sleeper(project(), "A");
    QCOMPARE(sleeper.take(), State::own);
    ProjectLock second(project(), "B");
    ProjectLock third(project(), "C");
    QCOMPARE(second.look(), State::other);
    QCOMPARE(third.look(), State::other);
    QCOMPARE(second.takeOver(), State::own);
    QCOMPARE(third.takeOver(), State::other);
    QCOMPARE(third.owner().user, std::string("B"));
    QCOMPARE(second.take(), State::own);
}

void TestProjectLock::aLockThatCannotBeUnderstoodHasAnOwnerWithoutName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << QByteArray(R"({"user":"A","mach)");
    QTest::newRow("other types") << QByteArray(R"({"user":7,"process":"x","id":null})");
    QTest::newRow("another text") << QByteArray("locked!");
    QTest::newRow("very long") << QByteArray(100'000, '[');
}

void TestProjectLock::aLockThatCannotBeUnderstoodHasAnOwnerWithoutName()
{
    QFETCH(QByteArray, text);
    QVERIFY(write(lockName(), text.toStdString()));
    ProjectLock lock(project(), "B");
    QCOMPARE(lock.take(), State::other);
    QVERIFY(lock.owner().user.empty());
    QVERIFY(setAge(3600));
    QCOMPARE(lock.take(), State::stale);
    QCOMPARE(lock.takeOver(), State::own);
}

void TestProjectLock::aLockThatVanishedIsTakenAgain()
{
    ProjectLock lock(project(), "A");
    QCOMPARE(lock.take(), State::own);
    QVERIFY(QFile::remove(lockName()));
    QCOMPARE(lock.take(), State::own);
    QVERIFY(QFile::exists(lockName()));
}

void TestProjectLock::linksShareTheLockOfTheirFile()
{
#ifdef _WIN32
    QSKIP("links need rights there");
#endif
    QVERIFY(write(m_name, "x"));
    const QString link = m_folder->filePath(QStringLiteral("link.galval"));
    QVERIFY(QFile::link(m_name, link));
    ProjectLock first(project(), "A");
    QCOMPARE(first.take(), State::own);
    ProjectLock second(toPath(link), "B");
    QCOMPARE(second.take(), State::other);
}

void TestProjectLock::theNameOfTheLock_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected"); // how it ends
    QTest::newRow("plain") << QStringLiteral("a.galval") << QStringLiteral("/.a.galval.lock");
    QTest::newRow("letters and spaces") << QStringLiteral("Галлий жобасы әңө.galval")
                                        << QStringLiteral("/.Галлий жобасы әңө.galval.lock");
    QTest::newRow("as long as names can be")
        << QString(255, QLatin1Char('n')) << QStringLiteral(".lock");
}

void TestProjectLock::theNameOfTheLock()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    ProjectLock lock(toPath(m_folder->filePath(name)), "A");
    QCOMPARE(lock.take(), State::own);
    const QStringList files = entries(m_folder->path());
    QCOMPARE(files.size(), 1);
    QVERIFY2((QLatin1Char('/') + files.front()).endsWith(expected), qPrintable(files.front()));
}

void TestProjectLock::whereNothingCanBeWrittenThereIsNoLock()
{
#ifdef _WIN32
    QSKIP("folders are protected in another way there");
#else
    QVERIFY(QFile::setPermissions(m_folder->path(), readableFolder));
    {
        const OrdinaryUser user;
        QVERIFY(user.isOrdinary());
        ProjectLock lock(project(), "A");
        QCOMPARE(lock.take(), State::impossible);
        QVERIFY2(lock.reason().find("access denied") != std::string::npos, lock.reason().c_str());
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), writableFolder));
    ProjectLock nowhere(toPath(m_folder->filePath(QStringLiteral("none/p.galval"))), "A");
    QCOMPARE(nowhere.take(), State::impossible);
#endif
}

void TestProjectLock::everyFaultLeavesNoLockOrAGoodOne_data()
{
    QTest::addColumn<std::errc>("error");
    QTest::newRow("the disk is full") << std::errc::no_space_on_device;
    QTest::newRow("the disk fails") << std::errc::io_error;
    QTest::newRow("nothing may be done") << std::errc::permission_denied;
}

void TestProjectLock::everyFaultLeavesNoLockOrAGoodOne()
{
    QFETCH(std::errc, error);
    FaultyFileSystem counting;
    std::size_t callsToTake = 0;
    {
        ProjectLock lock(project(), "A", counting);
        QCOMPARE(lock.take(), State::own);
        callsToTake = counting.calls().size();
    }
    for (std::size_t call = 0; call < counting.calls().size(); ++call) {
        const std::string& step = counting.calls()[call];
        FaultyFileSystem faulty(call, 1, error);
        {
            ProjectLock lock(project(), "A", faulty);
            const State state = lock.take();
            QVERIFY2(state == State::own || !lock.reason().empty(), step.c_str());
            QVERIFY2(state == State::own || state == State::impossible, step.c_str());
        }
        if (call < callsToTake) {
            QVERIFY2(entries(m_folder->path()).isEmpty(), step.c_str());
            continue;
        }
        // What could not be given back names its owner, and is stale when the program has ended.
        ProjectLock next(project(), "B");
        const State left = next.look();
        QVERIFY2(left == State::free || next.owner().user == "A", step.c_str());
        static_cast<void>(QFile::remove(lockName()));
    }
}

QTEST_GUILESS_MAIN(TestProjectLock)
#include "tst_projectlock.moc"
