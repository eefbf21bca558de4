#include "core/storage/ProjectDocument.h"

#include "core/project/DefaultProject.h"
#include "tests/core/storage/FaultyFileSystem.h"
#include "tests/core/storage/StorageTest.h"
#include "tests/support/ProjectGenerator.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace core;

class TestProjectDocument : public QObject {
    Q_OBJECT

private slots:
    void init();
    void convertsBothWaysWithoutLoss();
    void looksAtTheContentNotTheName_data();
    void looksAtTheContentNotTheName();
    void endingsDecideTheForm_data();
    void endingsDecideTheForm();
    void refusesWhatIsNeither_data();
    void refusesWhatIsNeither();
    void problemsOfAWholeDocumentNameTheFile();
    void problemsOfFieldsNameTheField();
    void replacesADocumentWhole();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProjectDocument::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestProjectDocument::convertsBothWaysWithoutLoss()
{
    const QString json = at(QStringLiteral("a.json"));
    const QString database = at(QStringLiteral("b.galval"));
    const QString again = at(QStringLiteral("c.json"));
    for (std::uint32_t seed = 0; seed <= 30; ++seed) {
        const Project project = seed == 0 ? defaultProject() : support::generateProject(seed);
        QVERIFY(saveDocument(toPath(json), project));
        QVERIFY(saveDocument(toPath(database), openDocument(toPath(json)).value()));
        QVERIFY(saveDocument(toPath(again), openDocument(toPath(database)).value()));
        QVERIFY2(content(json) == content(again), qPrintable(QString::number(seed)));
        QVERIFY(openDocument(toPath(again)).value() == project);
    }
    // Each save of a project file was a revision.
    QCOMPARE(loadProject(toPath(database))->revisions.size(), std::size_t {31});
}

void TestProjectDocument::looksAtTheContentNotTheName_data()
{
    QTest::addColumn<QString>("saved");
    QTest::addColumn<QString>("opened");
    for (const char* saved : {"p.json", "p.galval"})
        for (const char* opened : {"x.json", "x.galval", "x.bak", "x"})
            QTest::addRow("%s opened as %s", saved, opened)
                << QString::fromLatin1(saved) << QString::fromLatin1(opened);
}

void TestProjectDocument::looksAtTheContentNotTheName()
{
    QFETCH(QString, saved);
    QFETCH(QString, opened);
    QVERIFY(saveDocument(toPath(at(saved)), defaultProject()));
    QVERIFY(QFile::rename(at(saved), at(opened)));
    const Result<Project> project = openDocument(toPath(at(opened)));
    QVERIFY2(project, project ? "" : qPrintable(words(project.error())));
    QVERIFY(*project == defaultProject());
}

void TestProjectDocument::endingsDecideTheForm_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("start"); // of the content; none where the name is refused
    const QString database = QStringLiteral("SQLite format 3");
    QTest::newRow("project file") << QStringLiteral("a.galval") << database;
    QTest::newRow("project file in capitals") << QStringLiteral("A.GALVAL") << database;
    QTest::newRow("document") << QStringLiteral("a.json") << QStringLiteral("{");
    QTest::newRow("document with dots") << QStringLiteral("a.galval.Json") << QStringLiteral("{");
    QTest::newRow("another ending") << QStringLiteral("a.xlsx") << QString();
    QTest::newRow("no ending") << QStringLiteral("galval") << QString();
    QTest::newRow("only an ending") << QStringLiteral(".json") << QString();
}

void TestProjectDocument::endingsDecideTheForm()
{
    QFETCH(QString, name);
    QFETCH(QString, start);
    const Result<SavedDocument> status = saveDocument(toPath(at(name)), defaultProject());
    if (!start.isEmpty()) {
        QVERIFY(status);
        QCOMPARE(status->revision.has_value(), start.startsWith(QStringLiteral("SQLite")));
        QVERIFY(content(at(name)).starts_with(start.toStdString()));
        return;
    }
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::InvalidInput);
    QVERIFY(words(status.error()).contains(QStringLiteral(".galval")));
    QVERIFY(words(status.error()).contains(QStringLiteral(".json")));
    QCOMPARE(entries(m_folder->path()), QStringList());
}

void TestProjectDocument::refusesWhatIsNeither_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QByteArray letter("Dear colleagues,");
    QTest::newRow("a letter") << QStringLiteral("letter.txt") << letter
                              << QStringLiteral("neither a Galval project file nor");
    QTest::newRow("a letter that claims to be a project file")
        << QStringLiteral("letter.galval") << letter << QStringLiteral("not a Galval project file");
    QTest::newRow("an empty project file")
        << QStringLiteral("empty.galval") << QByteArray() << QStringLiteral("The file is empty");
    QTest::newRow("an empty file") << QStringLiteral("empty") << QByteArray()
                                   << QStringLiteral("neither a Galval project file nor");
    QTest::newRow("another database")
        << QStringLiteral("a.json")
        << QByteArray("SQLite format 3\0", 16).append(QByteArray(200, 'x'))
        << QStringLiteral("a database of another program");
}

void TestProjectDocument::refusesWhatIsNeither()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QVERIFY(write(at(name), bytes.toStdString()));
    const Result<Project> project = openDocument(toPath(at(name)));
    QVERIFY(!project);
    QVERIFY2(words(project.error()).contains(expected), qPrintable(words(project.error())));
    QVERIFY(words(project.error()).startsWith(at(name)));
}

void TestProjectDocument::problemsOfAWholeDocumentNameTheFile()
{
    const QString missing = at(QStringLiteral("missing.json"));
    QCOMPARE(openDocument(toPath(missing)).error().code, ErrorCode::FileNotFound);
    QCOMPARE(openDocument(toPath(m_folder->path())).error().code, ErrorCode::FileUnreadable);

    const QString cut = at(QStringLiteral("cut.json"));
    const std::string whole = defaultProjectText();
    QVERIFY(write(cut, std::string_view(whole).substr(0, whole.size() / 2)));
    const Result<Project> project = openDocument(toPath(cut));
    QVERIFY(!project);
    for (const Problem& problem : project.error().problems)
        QVERIFY(!problem.where.empty());
    const QString empty = at(QStringLiteral("empty.json"));
    QVERIFY(write(empty, ""));
    QVERIFY(!openDocument(toPath(empty)));
    QVERIFY(words(openDocument(toPath(empty)).error()).startsWith(empty));
}

void TestProjectDocument::problemsOfFieldsNameTheField()
{
    Project project = defaultProject();
    project.discounting.rate = -5.0;
    for (const char* name : {"a.json", "a.galval"}) {
        const auto path = toPath(at(QString::fromLatin1(name)));
        QVERIFY(saveDocument(path, project));
        const Result<Project> strict = openDocument(path);
        QVERIFY(!strict);
        QVERIFY2(words(strict.error()).contains(QStringLiteral("discount")),
            qPrintable(words(strict.error())));
        QVERIFY(openDocument(path, DocumentRules::notApplied).value() == project);
    }
}

void TestProjectDocument::replacesADocumentWhole()
{
    for (const char* name : {"a.json", "a.galval"}) {
        const QString file = at(QString::fromLatin1(name));
        QVERIFY(saveDocument(toPath(file), support::generateProject(1)));
        const std::string old = content(file);
        FaultyFileSystem counting;
        QVERIFY(saveDocument(toPath(file), support::generateProject(2), {}, {}, counting));
        for (std::size_t call = 0; call + 1 < counting.calls().size(); ++call) {
            QVERIFY(write(file, old));
            FaultyFileSystem faulty(
                call, FaultyFileSystem::allOfThem, std::errc::no_space_on_device);
            QVERIFY(!saveDocument(toPath(file), support::generateProject(2), {}, {}, faulty));
            QVERIFY2(content(file) == old, counting.calls()[call].c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestProjectDocument)
#include "tst_projectdocument.moc"
