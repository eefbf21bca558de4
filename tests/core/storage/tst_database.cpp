#include "core/storage/Database.h"

#include <QTest>

using namespace core;

class TestDatabase : public QObject {
    Q_OBJECT

private slots:
    void textAndHashesComeBack();
    void bytesAreADatabaseAgain();
    void readOnlyMeansIt();
    void aCopyLeavesTheBytes();
    void dangerousStatementsFail_data();
    void dangerousStatementsFail();
    void triggersDoNotRun();
    void errorsNameTheFile();

private:
    static Database sample();
};

Database TestDatabase::sample()
{
    Result<Database> database = Database::createEmpty("file");
    [&] { QVERIFY(database->run("CREATE TABLE item (id INTEGER, text TEXT, hash BLOB)")); }();
    return std::move(*database);
}

void TestDatabase::textAndHashesComeBack()
{
    Database database = sample();
    const std::string text("zero\0 and ә, ', \"", 18);
    const Hash hash = sha256(std::string_view("x"));
    {
        Result<Statement> insert = database.prepare("INSERT INTO item VALUES (?, ?, ?)");
        QVERIFY(insert);
        insert->bind(1, std::int64_t {-7});
        insert->bind(2, text);
        insert->bind(3, hash);
        QVERIFY(!*insert->step());
    }
    QVERIFY(database.run("INSERT INTO item VALUES (1, '', x'0102')"));
    Result<Statement> query = database.prepare("SELECT * FROM item ORDER BY id");
    QVERIFY(query);
    QVERIFY(*query->step());
    QCOMPARE(query->integer(0), -7);
    QCOMPARE(query->text(1), text);
    QVERIFY(query->hash(2) == hash);
    QVERIFY(*query->step());
    QVERIFY(!query->isNull(1));
    QCOMPARE(query->text(1), std::string());
    QVERIFY(!query->hash(2).has_value()); // not 32 bytes
    QVERIFY(!*query->step());
}

void TestDatabase::bytesAreADatabaseAgain()
{
    Database database = sample();
    QVERIFY(database.run("INSERT INTO item VALUES (5, 'five', NULL)"));
    const std::string bytes = database.bytes().value();
    QCOMPARE(bytes.size() % 4096, std::size_t {0});
    Result<Database> again = Database::openReadOnly(bytes, "file");
    QVERIFY(again);
    QCOMPARE(*again->integer("SELECT id FROM item WHERE text = 'five' AND hash IS NULL"), 5);
}

void TestDatabase::readOnlyMeansIt()
{
    const std::string bytes = sample().bytes().value();
    const std::string before = bytes;
    Result<Database> database = Database::openReadOnly(bytes, "file");
    QVERIFY(database);
    QVERIFY(!database->run("INSERT INTO item VALUES (1, 'x', NULL)"));
    QVERIFY(!database->run("DROP TABLE item"));
    QVERIFY(!database->run("PRAGMA user_version = 7"));
    QVERIFY(bytes == before);
}

void TestDatabase::aCopyLeavesTheBytes()
{
    const std::string bytes = sample().bytes().value();
    const std::string before = bytes;
    Result<Database> database = Database::openCopy(bytes, "file");
    QVERIFY(database);
    for (int i = 0; i < 500; ++i)
        QVERIFY(database->run("INSERT INTO item VALUES (1, hex(zeroblob(100)), NULL)"));
    QCOMPARE(*database->integer("SELECT count(*) FROM item"), 500);
    QVERIFY(database->bytes()->size() > before.size());
    QVERIFY(bytes == before);
}

void TestDatabase::dangerousStatementsFail_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("another file") << QStringLiteral("ATTACH 'other.db' AS other");
    QTest::newRow("a library") << QStringLiteral("SELECT load_extension('library')");
    QTest::newRow("the schema as data")
        << QStringLiteral("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema");
    QTest::newRow("a value of 100 MB")
        << QStringLiteral("INSERT INTO item VALUES (1, zeroblob(100000000), NULL)");
    QTest::newRow("a view") << QStringLiteral(
        "CREATE VIEW everything AS SELECT * FROM item; SELECT * FROM everything");
    QTest::newRow("a deep expression")
        << QStringLiteral("SELECT %1 1").arg(QStringLiteral("- ").repeated(100));
    QTest::newRow("a long statement")
        << QStringLiteral("SELECT '%1'").arg(QString(200'000, QLatin1Char('x')));
    QTest::newRow("a name for a text") << QStringLiteral("SELECT \"neither\" FROM item");
}

void TestDatabase::dangerousStatementsFail()
{
    QFETCH(QString, statement);
    Database database = sample();
    const Status status = database.run(statement.toStdString());
    QVERIFY(!status);
    QCOMPARE(*database.integer("SELECT count(*) FROM item"), 0);
}

void TestDatabase::triggersDoNotRun()
{
    Database database = sample();
    QVERIFY(database.run("CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM item; END"));
    QVERIFY(database.run("INSERT INTO item VALUES (1, 'x', NULL)"));
    QCOMPARE(*database.integer("SELECT count(*) FROM item"), 1);
}

void TestDatabase::errorsNameTheFile()
{
    Database database = sample();
    for (const char* statement : {"SELECT * FROM missing", "not SQL"}) {
        const Result<Statement> prepared = database.prepare(statement);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().code, ErrorCode::FileDamaged);
        QCOMPARE(prepared.error().problems.front().where, std::string("file"));
    }
    QVERIFY(!database.integer("SELECT id FROM item"));
}

QTEST_APPLESS_MAIN(TestDatabase)
#include "tst_database.moc"
