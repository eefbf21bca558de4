#include "core/storage/ProjectFile.h"

#include "core/project/DefaultProject.h"
#include "tests/core/storage/FaultyFileSystem.h"
#include "tests/core/storage/StorageTest.h"
#include "tests/support/ProjectGenerator.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>
#include <memory>

using namespace core;

namespace {

RevisionInfo info(const char* author, const char* comment)
{
    RevisionInfo result;
    result.author = author;
    result.comment = comment;
    result.keyFigures = {{"npv", 12345678.9012345}, {"irr", 0.1}};
    result.savedAt = std::chrono::system_clock::time_point(std::chrono::seconds(1795457109));
    return result;
}

}

class TestProjectFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aSavedProjectComesBack();
    void everyProjectComesBack();
    void aSaveIsARevision();
    void earlierRevisionsCanBeRead();
    void settingsStayUntilTheyAreChanged();
    void earlierRevisionsCanBeDiscarded();
    void anEmptyFileIsANewOne();
    void whatCannotBeReadIsNotReplaced_data();
    void whatCannotBeReadIsNotReplaced();
    void aSaveThatFailsChangesNothing_data();
    void aSaveThatFailsChangesNothing();
    void aFileChangedMeanwhileIsLeftAsItIs_data();
    void aFileChangedMeanwhileIsLeftAsItIs();
    void theFingerprintFollowsTheFile();
    void aProjectThatCannotBeReadAgainIsRefused();
    void textsOfARevisionHaveALimit();
    void rulesCanBeLeftForLater();
    void bytesCannotRunIntoEachOther();
    void namesMayBeRussianOrKazakh();

private:
    std::filesystem::path file() const { return toPath(m_name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_name;
};

void TestProjectFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_name = m_folder->filePath(QStringLiteral("project.galval"));
}

void TestProjectFile::aSavedProjectComesBack()
{
    const Project project = defaultProject();
    const Result<SavedProject> saved = saveProject(file(), project, info("Анна", "Қазақстан"));
    QVERIFY2(saved, saved ? "" : qPrintable(words(saved.error())));
    QCOMPARE(entries(m_folder->path()), QStringList {QStringLiteral("project.galval")});
    QVERIFY(content(m_name).starts_with("SQLite format 3"));

    const Result<LoadedProject> loaded = loadProject(file());
    QVERIFY2(loaded, loaded ? "" : qPrintable(words(loaded.error())));
    QVERIFY(loaded->project == project);
    QVERIFY(loaded->settings.empty());
    QCOMPARE(loaded->revisions.size(), std::size_t {1});
    const Revision& revision = loaded->revisions.front();
    QVERIFY(revision == saved->revision);
    QCOMPARE(revision.number, 1);
    QCOMPARE(revision.savedAt, std::string("2026-11-23T18:05:09Z"));
    QCOMPARE(revision.author, std::string("Анна"));
    QCOMPARE(revision.comment, std::string("Қазақстан"));
    QVERIFY(!revision.programVersion.empty());
    QVERIFY(!revision.previousHash.has_value());
    QVERIFY(readKeyFigures(revision.keyFigures) == info("", "").keyFigures);
}

void TestProjectFile::everyProjectComesBack()
{
    SaveOptions fresh;
    fresh.earlier = EarlierRevisions::discard;
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        const Project project = support::generateProject(seed);
        QVERIFY(saveProject(file(), project, {}, fresh));
        const Result<LoadedProject> loaded = loadProject(file());
        QVERIFY2(loaded, loaded ? "" : qPrintable(words(loaded.error())));
        QVERIFY2(loaded->project == project, qPrintable(QString::number(seed)));
    }
}

void TestProjectFile::aSaveIsARevision()
{
    Project project = defaultProject();
    Result<SavedProject> before = saveProject(file(), project, info("A", "first"));
    QVERIFY(before);
    for (int number = 2; number <= 5; ++number) {
        project.discounting.rate = 0.1 + 0.01 * number;
        const Result<SavedProject> saved = saveProject(file(), project, info("B", "further"));
        QVERIFY2(saved, saved ? "" : qPrintable(words(saved.error())));
        QCOMPARE(saved->revision.number, number);
        QVERIFY(saved->revision.previousHash == before->revision.hash);
        before = saved;
    }
    const Result<LoadedProject> loaded = loadProject(file());
    QVERIFY(loaded);
    QVERIFY(loaded->project == project);
    QCOMPARE(loaded->revisions.size(), std::size_t {5});
    QCOMPARE(loaded->revisions[0].comment, std::string("first"));
    QVERIFY(loaded->revisions.back() == before->revision);
}

void TestProjectFile::earlierRevisionsCanBeRead()
{
    const Project first = support::generateProject(1);
    const Project second = support::generateProject(2);
    QVERIFY(saveProject(file(), first));
    QVERIFY(saveProject(file(), second));
    QVERIFY(loadRevision(file(), 1).value().project == first);
    QVERIFY(loadRevision(file(), 2).value().project == second);
    for (const int number : {0, 3, -1}) {
        const Result<LoadedProject> none = loadRevision(file(), number);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::InvalidInput);
        QVERIFY(words(none.error()).contains(QStringLiteral("the file has revisions 1 to 2")));
    }
}

void TestProjectFile::settingsStayUntilTheyAreChanged()
{
    const Project project = defaultProject();
    SaveOptions options;
    options.settings = Settings {{"page", "tornado"}, {"язык", "қазақша"}};
    QVERIFY(saveProject(file(), project, {}, options));
    QVERIFY(loadProject(file())->settings == *options.settings);
    QVERIFY(saveProject(file(), project));
    QVERIFY(loadProject(file())->settings == *options.settings);
    options.settings = Settings {{"page", "decks"}};
    QVERIFY(saveProject(file(), project, {}, options));
    QVERIFY(loadProject(file())->settings == *options.settings);
    options.settings = Settings();
    QVERIFY(saveProject(file(), project, {}, options));
    QVERIFY(loadProject(file())->settings.empty());
}

void TestProjectFile::earlierRevisionsCanBeDiscarded()
{
    SaveOptions fresh;
    fresh.earlier = EarlierRevisions::discard;
    QVERIFY(saveProject(file(), support::generateProject(1)));
    QVERIFY(saveProject(file(), support::generateProject(2), {}, fresh));
    QCOMPARE(loadProject(file())->revisions.size(), std::size_t {1});
    QVERIFY(write(m_name, "not a project file"));
    QVERIFY(saveProject(file(), support::generateProject(3), {}, fresh));
    QVERIFY(loadProject(file())->project == support::generateProject(3));
}

void TestProjectFile::anEmptyFileIsANewOne()
{
    QVERIFY(write(m_name, ""));
    QVERIFY(saveProject(file(), defaultProject()));
    QCOMPARE(loadProject(file())->revisions.size(), std::size_t {1});
}

void TestProjectFile::whatCannotBeReadIsNotReplaced_data()
{
    QTest::addColumn<QByteArray>("present");
    QTest::addColumn<QString>("expected");
    QTest::newRow("another kind of file")
        << QByteArray("a letter") << QStringLiteral("This is not a Galval project file.");
    QTest::newRow("a damaged file")
        << QByteArray("SQLite format 3") << QStringLiteral("is damaged");
}

void TestProjectFile::whatCannotBeReadIsNotReplaced()
{
    QFETCH(QByteArray, present);
    QFETCH(QString, expected);
    QVERIFY(write(m_name, present.toStdString()));
    const Result<SavedProject> saved = saveProject(file(), defaultProject());
    QVERIFY(!saved);
    QVERIFY2(words(saved.error()).contains(expected), qPrintable(words(saved.error())));
    QVERIFY(words(saved.error()).contains(QStringLiteral("save under another name")));
    QCOMPARE(content(m_name), present.toStdString());
}

void TestProjectFile::aSaveThatFailsChangesNothing_data()
{
    QTest::addColumn<std::errc>("error");
    QTest::newRow("the disk is full") << std::errc::no_space_on_device;
    QTest::newRow("the disk fails") << std::errc::io_error;
}

void TestProjectFile::aSaveThatFailsChangesNothing()
{
    QFETCH(std::errc, error);
    const Project before = support::generateProject(1);
    const Project after = support::generateProject(2);
    QVERIFY(saveProject(file(), before));
    const std::string old = content(m_name);

    FaultyFileSystem counting;
    QVERIFY(saveProject(file(), after, {}, {}, counting));
    for (std::size_t call = 0; call < counting.calls().size(); ++call) {
        const std::string& step = counting.calls()[call];
        // Reading the old file ends with a close, whose outcome says nothing of what was read.
        if (step == "close" && counting.calls()[call - 1] == "read")
            continue;
        QVERIFY(write(m_name, old));
        FaultyFileSystem faulty(call, 1, error);
        const Result<SavedProject> saved = saveProject(file(), after, {}, {}, faulty);
        QVERIFY2(!saved, step.c_str());
        QVERIFY(words(saved.error()).startsWith(m_name));
        QCOMPARE(entries(m_folder->path()), QStringList {QStringLiteral("project.galval")});
        if (step == "flushFolder") {
            QCOMPARE(saved.error().code, ErrorCode::FileNotFlushed);
            QVERIFY(loadProject(file())->project == after);
        } else {
            QVERIFY2(content(m_name) == old, step.c_str());
        }
    }
}

void TestProjectFile::aFileChangedMeanwhileIsLeftAsItIs_data()
{
    using Change = std::function<bool(const QString& name)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    QTest::newRow("another revision") << Change([](const QString& name) {
        return saveProject(toPath(name), defaultProject(), info("Анна", "")).hasValue();
    }) << QStringLiteral("Анна saved revision 2 on 2026-11-23 at 18:05 UTC. It was left as it is");
    QTest::newRow("another revision of nobody") << Change([](const QString& name) {
        return saveProject(toPath(name), defaultProject(), info("", "")).hasValue();
    }) << QStringLiteral("its revision 2 was saved on 2026-11-23 at 18:05 UTC.");
    QTest::newRow("what is no project file")
        << Change([](const QString& name) { return write(name, "a letter"); })
        << QStringLiteral("The file was changed since it was opened. It was left as it is.");
    QTest::newRow("nothing") << Change([](const QString& name) { return QFile::remove(name); })
                             << QStringLiteral("The file is no longer where it was opened");
}

void TestProjectFile::aFileChangedMeanwhileIsLeftAsItIs()
{
    QFETCH(std::function<bool(const QString& name)>, change);
    QFETCH(QString, expected);
    const Result<SavedProject> opened = saveProject(file(), defaultProject());
    QVERIFY(opened);
    QVERIFY(change(m_name));
    const std::string present = content(m_name);
    for (const EarlierRevisions earlier : {EarlierRevisions::keep, EarlierRevisions::discard}) {
        SaveOptions options;
        options.earlier = earlier;
        options.expected = opened->fingerprint;
        const auto saved = saveProject(file(), support::generateProject(1), {}, options);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::FileChanged);
        QVERIFY2(words(saved.error()).contains(expected), qPrintable(words(saved.error())));
        QCOMPARE(content(m_name), present);
    }
}

void TestProjectFile::theFingerprintFollowsTheFile()
{
    SaveOptions options;
    for (int number = 1; number <= 3; ++number) {
        const auto saved = saveProject(file(), defaultProject(), {}, options);
        QVERIFY2(saved, saved ? "" : qPrintable(words(saved.error())));
        QVERIFY(loadProject(file())->fingerprint == saved->fingerprint);
        QVERIFY(fingerprintOf(file()).value() == saved->fingerprint);
        options.expected = saved->fingerprint;
    }
    QCOMPARE(loadProject(file())->revisions.size(), std::size_t {3});
}

void TestProjectFile::aProjectThatCannotBeReadAgainIsRefused()
{
    Project project = defaultProject();
    QVERIFY(saveProject(file(), project));
    const std::string old = content(m_name);
    project.discounting.rate = std::numeric_limits<double>::quiet_NaN();
    const Result<SavedProject> saved = saveProject(file(), project);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
    QVERIFY2(words(saved.error()).contains(QStringLiteral("discount")),
        qPrintable(words(saved.error())));
    QVERIFY(content(m_name) == old);
}

void TestProjectFile::textsOfARevisionHaveALimit()
{
    RevisionInfo longest;
    longest.author = std::string(64'000, 'a');
    longest.comment = std::string(64'000, 'c');
    QVERIFY(saveProject(file(), defaultProject(), longest));
    QVERIFY(loadProject(file())->revisions.back().comment == longest.comment);
    longest.comment += 'c';
    const Result<SavedProject> saved = saveProject(file(), defaultProject(), longest);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
    QVERIFY(words(saved.error()).startsWith(QStringLiteral("comment: at most 64000 bytes")));
    QCOMPARE(loadProject(file())->revisions.size(), std::size_t {1});
}

void TestProjectFile::rulesCanBeLeftForLater()
{
    Project project = defaultProject();
    project.discounting.rate = -5.0;
    QVERIFY(saveProject(file(), project));
    const Result<LoadedProject> strict = loadProject(file());
    QVERIFY(!strict);
    QCOMPARE(strict.error().code, ErrorCode::InvalidInput);
    const Result<LoadedProject> loose = loadProject(file(), DocumentRules::notApplied);
    QVERIFY(loose);
    QVERIFY(loose->project == project);
    QVERIFY(!loadRevision(file(), 1));
    QVERIFY(loadRevision(file(), 1, DocumentRules::notApplied));
}

// Texts with zero bytes, quotes and line ends are kept as they are.
void TestProjectFile::bytesCannotRunIntoEachOther()
{
    RevisionInfo odd;
    odd.author = std::string("a\0b'; DROP TABLE revision; --", 29);
    odd.comment = "two\nlines\r\n\"quoted\"";
    SaveOptions options;
    options.settings = Settings {{"", ""}, {odd.author, odd.comment}};
    QVERIFY(saveProject(file(), defaultProject(), odd, options));
    const Result<LoadedProject> loaded = loadProject(file());
    QVERIFY2(loaded, loaded ? "" : qPrintable(words(loaded.error())));
    QCOMPARE(loaded->revisions.back().author, odd.author);
    QCOMPARE(loaded->revisions.back().comment, odd.comment);
    QVERIFY(loaded->settings == *options.settings);
}

void TestProjectFile::namesMayBeRussianOrKazakh()
{
    const QString folder = m_folder->filePath(QStringLiteral("Общая папка – Қазақстан әңөұүі"));
    QVERIFY(QDir().mkdir(folder));
    const QString name = folder + QStringLiteral("/Галлий жобасы (көшірме).galval");
    QVERIFY(saveProject(toPath(name), defaultProject()));
    QVERIFY(saveProject(toPath(name), defaultProject()));
    QCOMPARE(loadProject(toPath(name))->revisions.size(), std::size_t {2});
    QVERIFY(write(name, "x"));
    QVERIFY(words(loadProject(toPath(name)).error()).startsWith(name));
}

QTEST_GUILESS_MAIN(TestProjectFile)
#include "tst_projectfile.moc"
