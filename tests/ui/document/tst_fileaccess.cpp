#include "core/storage/ProjectFile.h"
#include "tests/core/storage/StorageTest.h"
#include "ui/document/Session.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using ui::FileAccess;
using ui::Session;
using Kind = ui::FileAccess::Kind;

// Two windows, or two people, on one file.
class TestFileAccess : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theSecondOpenerReadsAndIsToldWho();
    void aCopyOfAReadOnlyProjectIsItsOwn();
    void whenTheFirstClosesItCanBeOpenedAgain();
    void aLockLeftBehindIsTakenOverKnowingly();
    void whoeverLostTheLockSavesNothing();
    void aFileThatIsOpenIsNotReplaced();
    void aFileMayBeOpenedToBeRead();
    void aFolderWithoutRightsIsReadOnly();
    void theLockFollowsTheFile();

private:
    QStringList files() const { return entries(m_folder->path()); }
    bool leaveLock() const // of a machine that was not seen for an hour
    {
        const QString name = m_folder->filePath(u".p.galval.lock"_s);
        if (!::write(name, R"({"user":"Анна Ким","machine":"FIN-PC12","process":1,)"
                           R"("taken_at":"2026-11-23T18:05:09Z","id":"x"})"))
            return false;
        QFile file(name);
        return file.open(QIODevice::ReadWrite) &&
               file.setFileTime(
                   QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestFileAccess::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"p.galval"_s);
    Session session;
    QVERIFY(session.saveAs(m_path));
    QCOMPARE(files(), QStringList({u".p.galval.lock"_s, u"p.galval"_s}));
}

void TestFileAccess::theSecondOpenerReadsAndIsToldWho()
{
    QCOMPARE(files(), QStringList {u"p.galval"_s});
    Session first;
    first.setAuthor(u"Анна Ким"_s);
    QVERIFY(first.open(m_path));
    QVERIFY(!first.isReadOnly());
    QVERIFY(first.fileAccess()->reason().isEmpty());
    Session second;
    QVERIFY(second.open(m_path));
    QVERIFY(second.isReadOnly());
    QCOMPARE(second.fileAccess()->kind(), Kind::locked);
    QVERIFY2(second.fileAccess()->reason().startsWith(u"Анна Ким has the file open on "_s),
        qPrintable(second.fileAccess()->reason()));

    QVERIFY(second.setInput(u"levers.price"_s, 1.5));
    const core::Status refused = second.save();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::FileLocked);
    QVERIFY2(words(refused.error()).contains(u"Анна Ким"_s), qPrintable(words(refused.error())));
    QVERIFY(words(refused.error()).contains(u"Save a copy under another name."_s));
    QVERIFY(!second.save({}, Session::ChangedFile::saveAnyway));
    QVERIFY(!second.saveAs(m_path));
    QVERIFY(!second.takeOver());
    QVERIFY(first.setInput(u"levers.price"_s, 1.2));
    QVERIFY(first.save());
}

void TestFileAccess::aCopyOfAReadOnlyProjectIsItsOwn()
{
    Session first;
    QVERIFY(first.open(m_path));
    Session second;
    QVERIFY(second.open(m_path));
    QSignalSpy changed(&second, &Session::fileChanged);
    const QString copy = m_folder->filePath(u"copy.galval"_s);
    QVERIFY(second.saveAs(copy));
    QCOMPARE(changed.count(), 1);
    QVERIFY(!second.isReadOnly());
    QCOMPARE(second.filePath(), copy);
    QVERIFY(second.setInput(u"levers.price"_s, 1.5));
    QVERIFY(second.save());
    QCOMPARE(core::loadProject(toPath(m_path))->revisions.size(), std::size_t {1});
}

void TestFileAccess::whenTheFirstClosesItCanBeOpenedAgain()
{
    auto first = std::make_unique<Session>();
    QVERIFY(first->open(m_path));
    Session second;
    QVERIFY(second.open(m_path));
    QVERIFY(first->setInput(u"levers.price"_s, 1.2));
    QVERIFY(first->save());
    first.reset();
    QSignalSpy changed(&second, &Session::fileChanged);
    second.fileAccess()->refresh();
    QCOMPARE(changed.count(), 1);
    // What it shows is not what is in the file any more.
    QCOMPARE(second.fileAccess()->kind(), Kind::unlocked);
    QVERIFY(second.fileAccess()->reason().contains(u"open it again"_s));
    QVERIFY(!second.save());
    QVERIFY(second.open(m_path));
    QVERIFY(!second.isReadOnly());
    QCOMPARE(second.project().levers.price, 1.2);
    QVERIFY(second.setInput(u"levers.price"_s, 1.3));
    QVERIFY(second.save());
}

void TestFileAccess::aLockLeftBehindIsTakenOverKnowingly()
{
    QVERIFY(leaveLock());
    Session session;
    QVERIFY(session.open(m_path));
    QCOMPARE(session.fileAccess()->kind(), Kind::leftLocked);
    QVERIFY2(session.fileAccess()->reason().startsWith(u"Анна Ким had the file open on FIN-PC12"_s),
        qPrintable(session.fileAccess()->reason()));
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    QVERIFY(!session.save());
    QSignalSpy changed(&session, &Session::fileChanged);
    QVERIFY(session.takeOver());
    QCOMPARE(changed.count(), 1);
    QVERIFY(session.save());
}

void TestFileAccess::whoeverLostTheLockSavesNothing()
{
    Session session;
    QVERIFY(session.open(m_path));
    QVERIFY(QFile::remove(m_folder->filePath(u".p.galval.lock"_s)));
    core::ProjectLock other(toPath(m_path), "Controller");
    QCOMPARE(other.take(), core::ProjectLock::State::own);
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    const core::Status refused = session.save();
    QVERIFY(!refused);
    QVERIFY(words(refused.error()).contains(u"Controller has the file open"_s));
    QVERIFY(session.isReadOnly());
    QVERIFY(session.isModified());
}

void TestFileAccess::aFileThatIsOpenIsNotReplaced()
{
    Session first;
    QVERIFY(first.open(m_path));
    Session second;
    const core::Status refused = second.saveAs(m_path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::FileLocked);
    QVERIFY(second.filePath().isEmpty());
    QVERIFY(!second.isReadOnly());
}

void TestFileAccess::aFileMayBeOpenedToBeRead()
{
    Session reader;
    QVERIFY(reader.open(m_path, FileAccess::Wish::readOnly));
    QCOMPARE(reader.fileAccess()->kind(), Kind::wanted);
    QVERIFY(!reader.save());
    QCOMPARE(files(), QStringList {u"p.galval"_s});
    QVERIFY(reader.open(m_path));
    QVERIFY(reader.save());
}

void TestFileAccess::aFolderWithoutRightsIsReadOnly()
{
#ifdef _WIN32
    QSKIP("folders are protected in another way there");
#else
    QVERIFY(QFile::setPermissions(m_folder->path(), readableFolder));
    {
        const OrdinaryUser user;
        QVERIFY(user.isOrdinary());
        Session session;
        const core::Status opened = session.open(m_path);
        QVERIFY2(opened, opened ? "" : qPrintable(words(opened.error())));
        QCOMPARE(session.fileAccess()->kind(), Kind::unprotected);
        QVERIFY(!session.fileAccess()->reason().isEmpty());
        QVERIFY(!session.save());
        QVERIFY(!session.saveAs(m_folder->filePath(u"copy.galval"_s)));
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), writableFolder));
#endif
}

void TestFileAccess::theLockFollowsTheFile()
{
    {
        Session session;
        QVERIFY(session.open(m_path));
        const QString other = m_folder->filePath(u"other.json"_s);
        QVERIFY(session.saveAs(other));
        QCOMPARE(files(), QStringList({u".other.json.lock"_s, u"other.json"_s, u"p.galval"_s}));
        QVERIFY(!session.open(m_folder->filePath(u"none.galval"_s)));
        QCOMPARE(files(), QStringList({u".other.json.lock"_s, u"other.json"_s, u"p.galval"_s}));
        QVERIFY(!session.isReadOnly());
        session.newProject();
        QCOMPARE(files(), QStringList({u"other.json"_s, u"p.galval"_s}));
        QVERIFY(session.open(m_path));
    }
    QCOMPARE(files(), QStringList({u"other.json"_s, u"p.galval"_s}));
}

QTEST_GUILESS_MAIN(TestFileAccess)
#include "tst_fileaccess.moc"
