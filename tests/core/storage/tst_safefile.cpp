#include "core/storage/SafeFile.h"

#include "tests/core/storage/FaultyFileSystem.h"
#include "tests/core/storage/StorageTest.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifndef _WIN32
#include <sys/stat.h>
#endif

using namespace core;

namespace {

constexpr std::string_view oldText = "old";
constexpr std::string_view newText = "new content, longer than the old";

}

class TestSafeFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void writesANewFile();
    void replacesAFileAndLeavesNothingElse();
    void writesMuchAndNothing();
    void takesNamesOfEveryKind_data();
    void takesNamesOfEveryKind();
    void takesLongPaths();
    void refusesWithASentence_data();
    void refusesWithASentence();
    void leavesTheOldFileWhenAStepFails_data();
    void leavesTheOldFileWhenAStepFails();
    void leavesTheOldOrTheNewFileWhenThePowerFails();
    void keepsTheNewFileWhenTheOldOneIsLost();
    void flushesBeforeItReplaces();
    void readsWhatIsThere();
    void refusesToReadWithASentence_data();
    void refusesToReadWithASentence();
#ifndef _WIN32
    void keepsAccessRights();
    void followsSymbolicLinks();
    void refusesAReadOnlyFolder();
    void refusesAProtectedFile();
    void refusesAFileThatMayNotBeRead();
#else
    void refusesAProtectedFile();
    void keepsAttributes();
#endif

private:
    QString at(const char* name) const
    {
        return m_folder->filePath(QString::fromUtf8(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSafeFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSafeFile::writesANewFile()
{
    const Status status = replaceFile(toPath(at("new.txt")), toBytes(newText));
    QVERIFY2(status, status ? "" : qPrintable(words(status.error())));
    QCOMPARE(content(at("new.txt")), std::string(newText));
    QCOMPARE(entries(m_folder->path()), QStringList {QStringLiteral("new.txt")});
}

void TestSafeFile::replacesAFileAndLeavesNothingElse()
{
    QVERIFY(write(at("file.txt"), oldText));
    QVERIFY(replaceFile(toPath(at("file.txt")), toBytes(newText)));
    QCOMPARE(content(at("file.txt")), std::string(newText));
    QCOMPARE(entries(m_folder->path()), QStringList {QStringLiteral("file.txt")});
}

void TestSafeFile::writesMuchAndNothing()
{
    const std::string much(5'000'001, 'x'); // several calls of write, the last one short
    QVERIFY(replaceFile(toPath(at("much")), toBytes(much)));
    QVERIFY(content(at("much")) == much);
    QVERIFY(replaceFile(toPath(at("much")), {}));
    QCOMPARE(QFileInfo(at("much")).size(), 0);
}

void TestSafeFile::takesNamesOfEveryKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Russian, with spaces") << QStringLiteral("Проект ГМК галлий.galval");
    QTest::newRow("Kazakh letters") << QStringLiteral("Қазақстан әғіңөұүһ.galval");
    QTest::newRow("no ending") << QStringLiteral("galval");
    QTest::newRow("hidden") << QStringLiteral(".galval");
    QTest::newRow("quotes and percent") << QStringLiteral("a 'b' 50%.txt");
    // 255 bytes: the longest name there is.
    QTest::newRow("the longest name") << QString(255, QLatin1Char('n'));
}

void TestSafeFile::takesNamesOfEveryKind()
{
    QFETCH(QString, name);
    const QString folder = m_folder->filePath(QStringLiteral("Папка с пробелами – Ұлытау"));
    QVERIFY(QDir().mkdir(folder));
    const QString file = folder + QLatin1Char('/') + name;
    for (const std::string_view text : {oldText, newText}) {
        const Status status = replaceFile(toPath(file), toBytes(text));
        QVERIFY2(status, status ? "" : qPrintable(words(status.error())));
        QCOMPARE(content(file), std::string(text));
    }
    const Result<std::string> again = readFile(toPath(file), 1000);
    QVERIFY(again);
    QCOMPARE(*again, std::string(newText));
    QCOMPARE(entries(folder), QStringList {name});
}

// Longer than the 260 characters that Windows takes without further ado.
void TestSafeFile::takesLongPaths()
{
    QString folder = m_folder->path();
    for (const char letter : {'a', 'b', 'c', 'd', 'e'})
        folder += QLatin1Char('/') + QString(80, QLatin1Char(letter));
    QVERIFY(QDir().mkpath(folder));
    const QString file = folder + QStringLiteral("/file.txt");
    for (const std::string_view text : {oldText, newText}) {
        const Status status = replaceFile(toPath(file), toBytes(text));
        QVERIFY2(status, status ? "" : qPrintable(words(status.error())));
        const Result<std::string> again = readFile(toPath(file), 1000);
        QVERIFY2(again, again ? "" : qPrintable(words(again.error())));
        QCOMPARE(*again, std::string(text));
    }
    QCOMPARE(entries(folder), QStringList {QStringLiteral("file.txt")});
}

void TestSafeFile::refusesWithASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a folder") << QStringLiteral("folder")
                              << QStringLiteral(
                                     "This is a folder; the name of a file was expected.");
    QTest::newRow("a name that ends like a folder's")
        << QStringLiteral("folder/") << QStringLiteral("This is a folder");
    QTest::newRow("a folder that is missing")
        << QStringLiteral("missing/file.txt") << QStringLiteral("missing does not exist.");
    QTest::newRow("below a file") << QStringLiteral("file/new.txt")
                                  << QStringLiteral("a file, not a folder");
#ifndef _WIN32
    QTest::newRow("a name that is too long")
        << QString(256, QLatin1Char('n')) << QStringLiteral("the name is too long");
    QTest::newRow("a device") << QStringLiteral("/dev/null")
                              << QStringLiteral("a device or a pipe");
#endif
}

void TestSafeFile::refusesWithASentence()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    QVERIFY(write(at("file"), oldText));
    const QString path = QDir(m_folder->path()).absoluteFilePath(name);
    const Status status = replaceFile(
        toPath(name.endsWith(QLatin1Char('/')) ? path + QLatin1Char('/') : path), toBytes(newText));
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::FileNotWritten);
    QVERIFY2(words(status.error()).contains(expected), qPrintable(words(status.error())));
    QVERIFY(words(status.error()).startsWith(path));
    QCOMPARE(entries(m_folder->path()),
        (QStringList {QStringLiteral("file"), QStringLiteral("folder")}));
    QCOMPARE(entries(at("folder")), QStringList());
    QCOMPARE(content(at("file")), std::string(oldText));

    QVERIFY(!replaceFile({}, toBytes(newText)));
}

void TestSafeFile::leavesTheOldFileWhenAStepFails_data()
{
    QTest::addColumn<std::errc>("error");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the disk is full")
        << std::errc::no_space_on_device << QStringLiteral("the disk is full");
    QTest::newRow("the disk fails") << std::errc::io_error << QStringLiteral("input/output error");
    QTest::newRow("access is denied")
        << std::errc::permission_denied << QStringLiteral("you may not");
    QTest::newRow("the disk is read-only")
        << std::errc::read_only_file_system << QStringLiteral("read-only");
}

// Each call fails once, for a file that is there and for one that is not.
void TestSafeFile::leavesTheOldFileWhenAStepFails()
{
    QFETCH(std::errc, error);
    QFETCH(QString, expected);
    for (const bool isThere : {true, false}) {
        const QString name = at(isThere ? "old.txt" : "none.txt");
        const QStringList before =
            isThere ? QStringList {QStringLiteral("old.txt")} : QStringList();
        FaultyFileSystem counting;
        if (isThere)
            QVERIFY(write(name, oldText));
        QVERIFY(replaceFile(toPath(name), toBytes(newText), counting));
        QVERIFY(counting.calls().size() >= (isThere ? 13 : 12)); // with five halving writes

        for (std::size_t call = 0; call < counting.calls().size(); ++call) {
            const std::string& step = counting.calls()[call];
            QFile::remove(name);
            if (isThere)
                QVERIFY(write(name, oldText));
            FaultyFileSystem faulty(call, 1, error);
            const Status status = replaceFile(toPath(name), toBytes(newText), faulty);
            QVERIFY2(!status, step.c_str());
            QVERIFY2(words(status.error()).contains(expected), qPrintable(words(status.error())));
            if (step == "flushFolder") {
                QCOMPARE(status.error().code, ErrorCode::FileNotFlushed);
                QCOMPARE(content(name), std::string(newText));
                continue;
            }
            QCOMPARE(status.error().code, ErrorCode::FileNotWritten);
            QCOMPARE(entries(m_folder->path()), before);
            if (isThere)
                QCOMPARE(content(name), std::string(oldText));
        }
        QFile::remove(name);
    }
}

// From some call on nothing works any more, the cleaning up neither.
void TestSafeFile::leavesTheOldOrTheNewFileWhenThePowerFails()
{
    const QString name = at("old.txt");
    for (std::size_t call = 0;; ++call) {
        QVERIFY(write(name, oldText));
        FaultyFileSystem faulty(call, FaultyFileSystem::allOfThem, std::errc::io_error);
        const Status status = replaceFile(toPath(name), toBytes(newText), faulty);
        if (status)
            break;
        const bool isNew = status.error().code == ErrorCode::FileNotFlushed;
        QCOMPARE(content(name), std::string(isNew ? newText : oldText));
        QVERIFY(call < 100);
    }
    QCOMPARE(content(name), std::string(newText));
}

// As Windows may leave it: the only copy of the work is then the one that was just written.
void TestSafeFile::keepsTheNewFileWhenTheOldOneIsLost()
{
    QVERIFY(write(at("file.txt"), oldText));
    FaultyFileSystem faulty = FaultyFileSystem::losingTheOldFile(std::errc::io_error);
    const Status status = replaceFile(toPath(at("file.txt")), toBytes(newText), faulty);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::FileNotWritten);
    const QStringList left = entries(m_folder->path());
    QCOMPARE(left.size(), 1);
    QCOMPARE(content(m_folder->filePath(left.constFirst())), std::string(newText));
    QVERIFY2(words(status.error()).contains(left.constFirst()), qPrintable(words(status.error())));
}

void TestSafeFile::flushesBeforeItReplaces()
{
    FaultyFileSystem counting;
    QVERIFY(write(at("old.txt"), oldText));
    QVERIFY(replaceFile(toPath(at("old.txt")), toBytes("x"), counting));
    const std::vector<std::string> expected {"followLinks", "inspect", "inspect", "createNew",
        "write", "copyAccess", "flush", "close", "replace", "flushFolder"};
    QVERIFY(counting.calls() == expected);
}

void TestSafeFile::readsWhatIsThere()
{
    for (const std::size_t size : {std::size_t {0}, std::size_t {1}, std::size_t {70'000}}) {
        const std::string text(size, 't');
        QVERIFY(write(at("file"), text));
        const Result<std::string> found = readFile(toPath(at("file")), size);
        QVERIFY(found);
        QVERIFY(*found == text);
    }
}

void TestSafeFile::refusesToReadWithASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a missing file") << QStringLiteral("missing") << ErrorCode::FileNotFound
                                    << QStringLiteral("There is no such file.");
    QTest::newRow("a folder") << QStringLiteral("folder") << ErrorCode::FileUnreadable
                              << QStringLiteral("This is a folder, not a file.");
    QTest::newRow("one byte too many") << QStringLiteral("large") << ErrorCode::FileUnreadable
                                       << QStringLiteral("larger than 2 MiB");
#ifndef _WIN32
    QTest::newRow("a device") << QStringLiteral("/dev/zero") << ErrorCode::FileUnreadable
                              << QStringLiteral("a device or a pipe");
    QTest::newRow("below a file") << QStringLiteral("large/file") << ErrorCode::FileUnreadable
                                  << QStringLiteral("a file, not a folder");
#endif
}

void TestSafeFile::refusesToReadWithASentence()
{
    QFETCH(QString, name);
    QFETCH(ErrorCode, code);
    QFETCH(QString, expected);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    QVERIFY(write(at("large"), std::string((2U << 20U) + 1, 'x')));
    const QString path = QDir(m_folder->path()).absoluteFilePath(name);
    const Result<std::string> found = readFile(toPath(path), 2U << 20U);
    QVERIFY(!found);
    QCOMPARE(found.error().code, code);
    QVERIFY2(words(found.error()).contains(expected), qPrintable(words(found.error())));
    QVERIFY(words(found.error()).startsWith(path));
}

#ifndef _WIN32

void TestSafeFile::keepsAccessRights()
{
    const QByteArray name = QFile::encodeName(at("file"));
    QVERIFY(write(at("file"), oldText));
    for (const mode_t mode : {mode_t {0640}, mode_t {0666}, mode_t {0600}}) {
        QCOMPARE(::chmod(name.constData(), mode), 0);
        QVERIFY(replaceFile(toPath(at("file")), toBytes(newText)));
        struct stat status {};
        QCOMPARE(::stat(name.constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, mode);
    }
    // A new file is as the user's mask has it.
    const mode_t mask = ::umask(0027);
    const bool isWritten = bool(replaceFile(toPath(at("new")), toBytes(newText)));
    ::umask(mask);
    QVERIFY(isWritten);
    struct stat status {};
    QCOMPARE(::stat(QFile::encodeName(at("new")).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t {0640});
}

void TestSafeFile::followsSymbolicLinks()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("shared")));
    QVERIFY(write(at("shared/target"), oldText));
    QVERIFY(QFile::link(QStringLiteral("shared/target"), at("near")));
    QVERIFY(QFile::link(at("near"), at("far")));
    QVERIFY(replaceFile(toPath(at("far")), toBytes(newText)));
    QCOMPARE(content(at("shared/target")), std::string(newText));
    QVERIFY(QFileInfo(at("near")).isSymLink());
    QVERIFY(QFileInfo(at("far")).isSymLink());
    QCOMPARE(entries(at("shared")), QStringList {QStringLiteral("target")});

    QVERIFY(QFile::link(QStringLiteral("shared/later"), at("dangling")));
    QVERIFY(replaceFile(toPath(at("dangling")), toBytes(newText)));
    QCOMPARE(content(at("shared/later")), std::string(newText));

    QVERIFY(QFile::link(QStringLiteral("circle"), at("circle")));
    const Status status = replaceFile(toPath(at("circle")), toBytes(newText));
    QVERIFY(!status);
    QVERIFY(words(status.error()).contains(QStringLiteral("symbolic links lead nowhere")));
}

void TestSafeFile::refusesAReadOnlyFolder()
{
    const QString folder = at("closed");
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("closed")));
    QVERIFY(write(at("closed/file"), oldText));
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(at("closed/file")).constData(), 0666), 0);
    QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0555), 0);
    Status old = success();
    Status fresh = success();
    {
        const OrdinaryUser user;
        if (!user.isOrdinary())
            QSKIP("An administrator may write everywhere.");
        old = replaceFile(toPath(at("closed/file")), toBytes(newText));
        fresh = replaceFile(toPath(at("closed/new")), toBytes(newText));
    }
    QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0755), 0);
    for (const Status& status : {old, fresh}) {
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::FileNotWritten);
        QVERIFY2(words(status.error()).contains(QStringLiteral("it is read-only, or you may not")),
            qPrintable(words(status.error())));
    }
    QCOMPARE(entries(folder), QStringList {QStringLiteral("file")});
    QCOMPARE(content(at("closed/file")), std::string(oldText));
}

void TestSafeFile::refusesAProtectedFile()
{
    QVERIFY(write(at("file"), oldText));
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777), 0);
    QCOMPARE(::chmod(QFile::encodeName(at("file")).constData(), 0444), 0);
    Status status = success();
    {
        const OrdinaryUser user;
        if (!user.isOrdinary())
            QSKIP("An administrator may write everywhere.");
        status = replaceFile(toPath(at("file")), toBytes(newText));
    }
    QVERIFY(!status);
    QVERIFY(words(status.error()).contains(QStringLiteral("write-protected")));
    QCOMPARE(content(at("file")), std::string(oldText));
}

void TestSafeFile::refusesAFileThatMayNotBeRead()
{
    QVERIFY(write(at("file"), oldText));
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777), 0);
    QCOMPARE(::chmod(QFile::encodeName(at("file")).constData(), 0000), 0);
    Result<std::string> found = std::string();
    {
        const OrdinaryUser user;
        if (!user.isOrdinary())
            QSKIP("An administrator may read everything.");
        found = readFile(toPath(at("file")), 1000);
    }
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::FileUnreadable);
    QVERIFY(words(found.error()).contains(QStringLiteral("access denied")));
}

#else

void TestSafeFile::refusesAProtectedFile()
{
    QVERIFY(write(at("file"), oldText));
    QVERIFY(QFile::setPermissions(at("file"), QFile::ReadOwner));
    const Status status = replaceFile(toPath(at("file")), toBytes(newText));
    QVERIFY(QFile::setPermissions(at("file"), QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(!status);
    QVERIFY(words(status.error()).contains(QStringLiteral("write-protected")));
    QCOMPARE(content(at("file")), std::string(oldText));
}

// The new file was hidden only while it lay beside the old one.
void TestSafeFile::keepsAttributes()
{
    for (int save = 0; save < 2; ++save) {
        QVERIFY(replaceFile(toPath(at("file")), toBytes(newText)));
        QVERIFY(!QFileInfo(at("file")).isHidden());
    }
}

#endif

QTEST_GUILESS_MAIN(TestSafeFile)
#include "tst_safefile.moc"
