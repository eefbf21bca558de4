#include "core/project/DefaultProject.h"
#include "core/storage/ProjectHistory.h"
#include "core/storage/ProjectLock.h"
#include "core/storage/RecoveryStore.h"
#include "tests/core/storage/FaultyFileSystem.h"
#include "tests/core/storage/StorageTest.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <csignal>
#include <memory>

#ifndef _WIN32
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace core;

// Programs that end in the middle of a save, and two that save at the same time.
class TestInterruptedSaves : public QObject {
    Q_OBJECT

private slots:
    void init();
    void killedAtEveryCallOfTheSystem();
    void killedAtRandomMoments();
    void twoProcessesLoseNothing();
    void pathsMayBeLongerThan260Letters();

private:
    std::filesystem::path file() const { return toPath(m_name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_name;
};

void TestInterruptedSaves::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_name = m_folder->filePath(QStringLiteral("project.galval"));
}

// Before each call, and within each write, since a write takes half of what is left.
void TestInterruptedSaves::killedAtEveryCallOfTheSystem()
{
#ifdef _WIN32
    QSKIP("a process cannot be forked there");
#else
    const Project before = defaultProject();
    Project after = before;
    after.discounting.rate = 0.123;
    QVERIFY(saveProject(file(), before));
    const std::string old = content(m_name);
    FaultyFileSystem counting;
    QVERIFY(saveProject(file(), after, {}, {}, counting));
    int newOnes = 0;
    for (std::size_t call = 0; call < counting.calls().size(); ++call) {
        const std::string& step = counting.calls()[call];
        QVERIFY(write(m_name, old));
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            FaultyFileSystem killing = FaultyFileSystem::killedAt(call);
            static_cast<void>(saveProject(file(), after, {}, {}, killing));
            ::_exit(0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY2(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, step.c_str());
        const Result<LoadedProject> loaded = loadProject(file());
        QVERIFY2(loaded, step.c_str());
        QVERIFY2(loaded->project == before || loaded->project == after, step.c_str());
        newOnes += loaded->project == after ? 1 : 0;
        // What was being written stays beside it under its hidden name.
        for (const QString& name : entries(m_folder->path()))
            if (name.startsWith(QStringLiteral(".galval-")))
                QVERIFY(QFile::remove(m_folder->filePath(name)));
        QCOMPARE(entries(m_folder->path()), QStringList {QStringLiteral("project.galval")});
    }
    QCOMPARE(newOnes, 1); // killed between the rename and the flush of the folder
#endif
}

// GALVAL_KILLS asks for more of them.
void TestInterruptedSaves::killedAtRandomMoments()
{
    bool isGiven = false;
    const int asked = qEnvironmentVariableIntValue("GALVAL_KILLS", &isGiven);
    const int kills = isGiven ? asked : 25;
    constexpr int revisionsAtMost = 60; // then the file is begun anew, so that saves stay quick
    QRandomGenerator random(1);
    int before = 0;
    int amidst = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QProcess saver;
        saver.start(QStringLiteral(GALVAL_SAVER), {m_name});
        // The first save has begun; some later one is hit.
        QVERIFY2(saver.waitForReadyRead(60'000), qPrintable(QString::number(kill)));
        QTest::qSleep(static_cast<int>(random.bounded(150)));
        QCOMPARE(saver.state(), QProcess::Running);
        saver.kill();
        QVERIFY(saver.waitForFinished());
        QCOMPARE(saver.exitStatus(), QProcess::CrashExit);

        int left = 0;
        for (const QString& name : entries(m_folder->path()))
            if (name.startsWith(QStringLiteral(".galval-")) && ++left)
                QVERIFY(QFile::remove(m_folder->filePath(name)));
        amidst += left;
        if (before == 0 && !QFile::exists(m_name))
            continue; // there was no file before, and is none now
        Result<ProjectHistory> history = ProjectHistory::open(file());
        QVERIFY2(history, history ? "" : qPrintable(words(history.error())));
        QVERIFY(history->verify());
        const int number = history->revisions().back().number;
        QVERIFY(number >= before);
        QCOMPARE(history->project(number)->discounting.rate, 0.05 + 1e-6 * number);
        before = number;
        if (number > revisionsAtMost) {
            QVERIFY(QFile::remove(m_name));
            before = 0;
        }
    }
    qInfo("%d saves killed, %d of them with the new file partly written", kills, amidst);
}

void TestInterruptedSaves::twoProcessesLoseNothing()
{
    constexpr int saves = 12;
    std::array<QProcess, 2> savers;
    const QStringList names {QStringLiteral("Analyst"), QStringLiteral("Controller")};
    for (std::size_t i = 0; i < savers.size(); ++i)
        savers[i].start(QStringLiteral(GALVAL_SAVER),
            {m_name, names[static_cast<qsizetype>(i)], QString::number(saves)});
    for (QProcess& saver : savers) {
        QVERIFY(saver.waitForFinished(120'000));
        QCOMPARE(saver.exitCode(), 0);
    }
    Result<ProjectHistory> history = ProjectHistory::open(file());
    QVERIFY2(history, history ? "" : qPrintable(words(history.error())));
    QVERIFY(history->verify());
    QCOMPARE(history->revisions().size(), std::size_t {2 * saves});
    for (const QString& name : names)
        QCOMPARE(
            std::count_if(history->revisions().begin(), history->revisions().end(),
                [&](const Revision& revision) { return revision.author == name.toStdString(); }),
            saves);
    QCOMPARE(entries(m_folder->path()), QStringList {QStringLiteral("project.galval")});
}

void TestInterruptedSaves::pathsMayBeLongerThan260Letters()
{
    QString folder = m_folder->path();
    while (folder.size() < 600)
        folder += QStringLiteral("/Қазақстан алюминийі – ") + QString(60, QChar(0x0433));
    QVERIFY(QDir().mkpath(folder));
    const QString name = folder + QStringLiteral("/Галлий жобасы.galval");
    ProjectLock lock(toPath(name), "Анна Ким");
    QCOMPARE(lock.take(), ProjectLock::State::own);
    QVERIFY(saveProject(toPath(name), defaultProject()));
    QVERIFY(saveProject(toPath(name), defaultProject()));
    QCOMPARE(loadProject(toPath(name))->revisions.size(), std::size_t {2});
    RecoveryStore store(toPath(folder));
    Recovery about;
    about.origin = toPath(name);
    QVERIFY(store.keep("1", defaultProject(), about));
    QCOMPARE(entries(folder).size(), 3);
    store.drop("1");
    lock.release();
    QCOMPARE(entries(folder).size(), 1);
}

QTEST_GUILESS_MAIN(TestInterruptedSaves)
#include "tst_interruptedsaves.moc"
