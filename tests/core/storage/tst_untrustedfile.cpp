#include "core/project/DefaultProject.h"
#include "core/storage/ProjectFile.h"
#include "core/storage/Schema.h"
#include "tests/core/storage/StorageTest.h"

#include <sqlite3.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace core;

// Project files that are damaged, changed by hand or made by someone who means harm.
class TestUntrustedFile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void refusesFilesOfOtherKinds_data();
    void refusesFilesOfOtherKinds();
    void refusesChangedFiles_data();
    void refusesChangedFiles();
    void refusesAFileThatIsTooLarge();
    void refusesAFileCutShort();
    void aFlippedBitIsHarmlessOrRefused();

private:
    // The good file after the statements, as another program would leave it.
    std::string changedBy(const QString& statements);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_name;
    std::string m_good; // with two revisions, a comment, an approval and settings
    LoadedProject m_loaded;
    Project m_first;
};

void TestUntrustedFile::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_name = m_folder->filePath(QStringLiteral("project.galval"));
    m_first = defaultProject();
    Project second = m_first;
    second.discounting.rate = 0.123;
    SaveOptions options;
    options.settings = Settings {{"page", "tornado"}};
    RevisionInfo info;
    info.author = "Author";
    info.comment = "Comment";
    info.keyFigures = {{"npv", 1.5}};
    QVERIFY(saveProject(toPath(m_name), m_first, info, options));
    QVERIFY(saveProject(toPath(m_name), second, info, options));
    RemarkInfo remark;
    remark.revision = 2;
    remark.author = "Controller";
    remark.text = "For the board";
    QVERIFY(addRemark(toPath(m_name), remark));
    remark.kind = RemarkKind::approval;
    remark.revision = 1;
    remark.keyFigures = {{"npv", 1.5}};
    QVERIFY(addRemark(toPath(m_name), remark));
    m_good = content(m_name);
    Result<LoadedProject> loaded = loadProject(toPath(m_name));
    QVERIFY(loaded);
    m_loaded = *loaded;
    QVERIFY(m_loaded.project == second);
}

void TestUntrustedFile::cleanupTestCase()
{
    m_folder.reset();
}

std::string TestUntrustedFile::changedBy(const QString& statements)
{
    write(m_name, m_good);
    sqlite3* connection = nullptr;
    char* message = nullptr;
    int result = sqlite3_open(m_name.toUtf8().constData(), &connection);
    if (result == SQLITE_OK) {
        // As an attacker could: with the schema open to changes.
        sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        result =
            sqlite3_exec(connection, statements.toUtf8().constData(), nullptr, nullptr, &message);
    }
    if (result != SQLITE_OK)
        qCritical("%s", message ? message : "no database");
    sqlite3_free(message);
    sqlite3_close(connection);
    return result == SQLITE_OK ? content(m_name) : std::string();
}

void TestUntrustedFile::refusesFilesOfOtherKinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("an empty file")
        << QByteArray() << ErrorCode::FileUnreadable << QStringLiteral("The file is empty");
    QTest::newRow("text") << QByteArray("Dear colleagues,") << ErrorCode::FileUnreadable
                          << QStringLiteral("This is not a Galval project file.");
    QTest::newRow("a project document in JSON")
        << QByteArray::fromStdString(defaultProjectText()) << ErrorCode::FileUnreadable
        << QStringLiteral("This is not a Galval project file.");
    QTest::newRow("zeros") << QByteArray(50'000, '\0') << ErrorCode::FileUnreadable
                           << QStringLiteral("This is not a Galval project file.");
    QTest::newRow("only the first letter")
        << QByteArray("S") << ErrorCode::FileDamaged << QStringLiteral("cut short, only 1 bytes");
    QTest::newRow("a header and nothing behind it")
        << QByteArray("SQLite format 3\0", 16).append(QByteArray(84, '\0'))
        << ErrorCode::FileUnreadable << QStringLiteral("a database of another program");
}

void TestUntrustedFile::refusesFilesOfOtherKinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    QFETCH(QString, expected);
    QVERIFY(write(m_name, bytes.toStdString()));
    const Result<LoadedProject> loaded = loadProject(toPath(m_name));
    QVERIFY(!loaded);
    QVERIFY2(words(loaded.error()).contains(expected), qPrintable(words(loaded.error())));
    QVERIFY(words(loaded.error()).startsWith(m_name));
    QCOMPARE(loaded.error().code, code);
}

void TestUntrustedFile::refusesChangedFiles_data()
{
    QTest::addColumn<QString>("statements");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* statements, ErrorCode code,
                         const QString& expected) {
        QTest::newRow(name) << QString::fromUtf8(statements) << code << expected;
    };
    const QString next = QString::number(projectFileVersion + 1);
    row("another program's id", "PRAGMA application_id = 252006673", ErrorCode::FileUnreadable,
        QStringLiteral("a database of another program (its application id is 0x0f055111)"));
    row("a database without an id", "PRAGMA application_id = 0", ErrorCode::FileUnreadable,
        QStringLiteral("a database of another program (its application id is 0x00000000)"));
    row("the next format", qPrintable(QStringLiteral("PRAGMA user_version = ") + next),
        ErrorCode::FileTooNew,
        QStringLiteral("it has format %1, and this program reads formats up to %2.")
            .arg(next)
            .arg(projectFileVersion));
    row("no format", "PRAGMA user_version = 0", ErrorCode::FileDamaged,
        QStringLiteral("no format version"));
    row("a negative format", "PRAGMA user_version = -1", ErrorCode::FileDamaged,
        QStringLiteral("no format version"));
    row("a write-ahead log", "PRAGMA journal_mode = WAL", ErrorCode::FileUnreadable,
        QStringLiteral("journal mode DELETE"));
    row("a further table", "CREATE TABLE note (text TEXT)", ErrorCode::FileDamaged,
        QStringLiteral("an unexpected table \"note\""));
    row("a trigger", "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM setting; END",
        ErrorCode::FileDamaged, QStringLiteral("an unexpected trigger \"t\""));
    row("a view in the place of a table",
        "ALTER TABLE setting RENAME TO other;"
        "CREATE VIEW setting AS SELECT key, value || randomblob(100000000) AS value FROM other",
        ErrorCode::FileDamaged, QStringLiteral("unexpected"));
    // As it stands in the file, since not every SQLite can make one.
    row("a virtual table",
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES"
        " ('table', 'search', 'search', 0, 'CREATE VIRTUAL TABLE search USING fts5(text)')",
        ErrorCode::FileDamaged, QStringLiteral("unexpected table \"search"));
    row("a condition that takes for ever",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'id = 1',"
        " 'id = 1 AND length(randomblob(1000000000)) > 0') WHERE name = 'seal'",
        ErrorCode::FileDamaged, QStringLiteral("an unexpected table \"seal\""));
    row("tables that share their pages",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM"
        " sqlite_schema WHERE name = 'setting') WHERE name = 'seal'",
        ErrorCode::FileDamaged, QStringLiteral("damaged"));
    row("a definition that is no SQL",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE seal(' WHERE"
        " name = 'seal'",
        ErrorCode::FileDamaged, QStringLiteral("damaged"));
    row("no revisions", "DELETE FROM remark; DELETE FROM document; DELETE FROM revision",
        ErrorCode::FileDamaged, QStringLiteral("no revision is in it"));
    row("the last revision removed",
        "DELETE FROM remark; DELETE FROM document WHERE revision = 2;"
        "DELETE FROM revision WHERE number = 2",
        ErrorCode::FileDamaged, QStringLiteral("not those that were saved"));
    row("the first revision removed",
        "DELETE FROM remark; DELETE FROM document; DELETE FROM revision WHERE number = 1",
        ErrorCode::FileDamaged, QStringLiteral("revision 1 is missing"));
    row("revisions renumbered",
        "DELETE FROM remark; UPDATE document SET revision = 3 WHERE revision = 2;"
        "UPDATE revision SET number = 3 WHERE number = 2",
        ErrorCode::FileDamaged, QStringLiteral("revision 2 is missing"));
    row("another author", "UPDATE revision SET author = 'Someone' WHERE number = 1",
        ErrorCode::FileDamaged, QStringLiteral("revision 1 is not as it was saved"));
    row("other key figures", "UPDATE revision SET key_figures = '{\"npv\":9}' WHERE number = 2",
        ErrorCode::FileDamaged, QStringLiteral("revision 2 is not as it was saved"));
    row("another figure in the document",
        "UPDATE document SET content = CAST(replace(CAST(content AS TEXT), '0.123', '0.124') AS "
        "BLOB)"
        ", base = NULL, size = length(content) WHERE revision = 2",
        ErrorCode::FileDamaged,
        QStringLiteral("the document of revision 2 does not agree with the checksum"));
    row("a document that is empty", "UPDATE document SET content = x'' WHERE revision = 2",
        ErrorCode::FileDamaged, QStringLiteral("the document of revision 2"));
    row("a document that is missing", "DELETE FROM document WHERE revision = 2",
        ErrorCode::FileDamaged, QStringLiteral("the document of revision 2"));
    row("a document that claims to be huge",
        "UPDATE document SET size = 1000000000000000000 WHERE revision = 2", ErrorCode::FileDamaged,
        QStringLiteral("the document of revision 2"));
    row("a document that goes on after its end",
        "UPDATE document SET content = CAST(content || x'00' AS BLOB) WHERE revision = 2",
        ErrorCode::FileDamaged, QStringLiteral("the document of revision 2"));
    row("a document based on itself",
        "PRAGMA ignore_check_constraints = ON; UPDATE document SET base = 2 WHERE revision = 2",
        ErrorCode::FileDamaged, QStringLiteral("CHECK constraint failed in document"));
    row("another checksum", "UPDATE revision SET document_hash = zeroblob(32) WHERE number = 2",
        ErrorCode::FileDamaged, QStringLiteral("revision 2 is not as it was saved"));
    row("another setting", "UPDATE setting SET value = 'decks'", ErrorCode::FileDamaged,
        QStringLiteral("not those that were saved"));
    row("no seal", "DELETE FROM seal", ErrorCode::FileDamaged,
        QStringLiteral("not those that were saved"));
    for (const auto& [column, value] :
        std::initializer_list<std::pair<const char*, const char*>> {{"number", "3"},
            {"kind", "'comment'"}, {"revision", "2"}, {"made_at", "'2026'"},
            {"author", "'Someone'"}, {"text", "''"}, {"program_version", "'0'"},
            {"key_figures", "'{\"npv\":9}'"}, {"key_figures", "NULL"},
            {"previous_hash", "zeroblob(32)"}, {"previous_hash", "NULL"}, {"hash", "zeroblob(32)"}})
        QTest::addRow("an approval with %s of %s", column, value)
            << QStringLiteral("UPDATE remark SET %1 = %2 WHERE number = 2")
                   .arg(QLatin1String(column), QLatin1String(value))
            << ErrorCode::FileDamaged << QStringLiteral("remark 2 on its revisions is");
    row("an approval removed", "DELETE FROM remark WHERE number = 2", ErrorCode::FileDamaged,
        QStringLiteral("not those that were saved"));
    row("the first remark removed", "DELETE FROM remark WHERE number = 1", ErrorCode::FileDamaged,
        QStringLiteral("remark 1 on its revisions is missing"));
    row("all remarks removed", "DELETE FROM remark", ErrorCode::FileDamaged,
        QStringLiteral("not those that were saved"));
    row("a further approval",
        "INSERT INTO remark SELECT 3, kind, revision, made_at, author, text, program_version,"
        " key_figures, hash, hash FROM remark WHERE number = 2",
        ErrorCode::FileDamaged, QStringLiteral("remark 3 on its revisions is not as it was made"));
    row("an approval of no revision", "UPDATE remark SET revision = 7 WHERE number = 2",
        ErrorCode::FileDamaged, QStringLiteral("refers to one that is missing"));
}

void TestUntrustedFile::refusesChangedFiles()
{
    QFETCH(QString, statements);
    QFETCH(ErrorCode, code);
    QFETCH(QString, expected);
    const std::string bytes = changedBy(statements);
    QVERIFY(!bytes.empty());
    QVERIFY(bytes != m_good);
    const Result<LoadedProject> loaded = readProjectFile(bytes, "file");
    QVERIFY(!loaded);
    QVERIFY2(words(loaded.error()).contains(expected), qPrintable(words(loaded.error())));
    QCOMPARE(loaded.error().code, code);

    // Nor is it replaced.
    QVERIFY(write(m_name, bytes));
    QVERIFY(!saveProject(toPath(m_name), m_first));
    QVERIFY(content(m_name) == bytes);
}

void TestUntrustedFile::refusesAFileThatIsTooLarge()
{
    QVERIFY(write(m_name, m_good));
    QFile file(m_name);
    QVERIFY(file.resize(static_cast<qint64>(projectFileSizeLimit) + 1));
    const Result<LoadedProject> loaded = loadProject(toPath(m_name));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::FileUnreadable);
    QVERIFY(words(loaded.error()).contains(QStringLiteral("larger than 256 MiB")));
}

void TestUntrustedFile::refusesAFileCutShort()
{
    std::vector<std::size_t> sizes {0, 1, 15, 16, 17, 99, 100, 101, 511, 512};
    for (std::size_t page = 4096; page < m_good.size(); page += 4096)
        sizes.insert(sizes.end(), {page - 1, page, page + 1});
    sizes.push_back(m_good.size() - 1);
    for (const std::size_t size : sizes) {
        const Result<LoadedProject> loaded = readProjectFile(m_good.substr(0, size), "file");
        QVERIFY2(!loaded, qPrintable(QString::number(size)));
        QVERIFY(loaded.error().code ==
                (size == 0 ? ErrorCode::FileUnreadable : ErrorCode::FileDamaged));
        QVERIFY(size == 0 || words(loaded.error()).contains(QStringLiteral("cut short")));
    }
    for (const std::size_t more : {1U, 4096U})
        QVERIFY(!readProjectFile(m_good + std::string(more, '\0'), "file"));
}

// Bits at many places of every page: the start of each, where its structure stands, more densely.
void TestUntrustedFile::aFlippedBitIsHarmlessOrRefused()
{
    int refused = 0;
    int harmless = 0;
    for (std::size_t place = 0; place < m_good.size(); place += place % 4096 < 120 ? 5 : 97) {
        std::string bytes = m_good;
        bytes[place] = static_cast<char>(bytes[place] ^ (1 << (place % 8)));
        const QByteArray where = QByteArray::number(static_cast<qulonglong>(place));
        const Result<LoadedProject> loaded = readProjectFile(bytes, "file");
        if (!loaded) {
            ++refused;
            QVERIFY2(loaded.error().code == ErrorCode::FileDamaged ||
                         loaded.error().code == ErrorCode::FileUnreadable ||
                         loaded.error().code == ErrorCode::FileTooNew,
                where);
            QVERIFY2(words(loaded.error()).size() > 30, where);
            continue;
        }
        ++harmless;
        QVERIFY2(loaded->project == m_loaded.project, where);
        QVERIFY2(loaded->revisions == m_loaded.revisions, where);
        QVERIFY2(loaded->remarks == m_loaded.remarks, where);
        QVERIFY2(loaded->settings == m_loaded.settings, where);
        // The bit may be in the earlier document, which is read only now.
        QVERIFY(write(m_name, bytes));
        const Result<LoadedProject> first = loadRevision(toPath(m_name), 1);
        QVERIFY2(first ? first->project == m_first : first.error().code == ErrorCode::FileDamaged,
            where);
    }
    // Most of the file counts; the rest is the first document, empty space and counters.
    QVERIFY2(refused > 100 && harmless > 20,
        qPrintable(QStringLiteral("%1 refused, %2 harmless").arg(refused).arg(harmless)));
}

QTEST_GUILESS_MAIN(TestUntrustedFile)
#include "tst_untrustedfile.moc"
