#include "core/storage/Schema.h"

#include <QTest>

using namespace core;

class TestSchema : public QObject {
    Q_OBJECT

private slots:
    void everyVersionIsReached();
    void acceptsItsOwnTables();
    void refusesOtherTables_data();
    void refusesOtherTables();
    void versionsStayAsTheyAre_data();
    void versionsStayAsTheyAre();
};

void TestSchema::everyVersionIsReached()
{
    QVERIFY(projectFileVersion >= 1);
    for (int version = 0; version <= projectFileVersion; ++version) {
        Result<Database> database = Database::createEmpty("file");
        QVERIFY(database);
        QVERIFY(migrate(*database, version));
        QCOMPARE(*database->integer("PRAGMA user_version"), version);
        QVERIFY(migrate(*database));
        QCOMPARE(*database->integer("PRAGMA user_version"), projectFileVersion);
    }
}

void TestSchema::acceptsItsOwnTables()
{
    for (int version = 1; version <= projectFileVersion; ++version) {
        Result<Database> database = Database::createEmpty("file");
        QVERIFY(database);
        QVERIFY(migrate(*database, version));
        QVERIFY(checkSchema(*database, version));
    }
}

void TestSchema::refusesOtherTables_data()
{
    QTest::addColumn<QString>("statements");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a further table") << QStringLiteral("CREATE TABLE note (text TEXT)")
                                     << QStringLiteral("it has an unexpected table \"note\"");
    QTest::newRow("a further index") << QStringLiteral("CREATE INDEX quick ON revision (author)")
                                     << QStringLiteral("it has an unexpected index \"quick\"");
    QTest::newRow("a trigger")
        << QStringLiteral("CREATE TRIGGER t AFTER INSERT ON revision BEGIN SELECT 1; END")
        << QStringLiteral("it has an unexpected trigger \"t\"");
    QTest::newRow("a view") << QStringLiteral("CREATE VIEW v AS SELECT 1")
                            << QStringLiteral("it has an unexpected view \"v\"");
    QTest::newRow("a missing table")
        << QStringLiteral("DROP TABLE seal") << QStringLiteral("its table \"seal\" is missing");
    QTest::newRow("a further column") << QStringLiteral("ALTER TABLE revision ADD COLUMN note TEXT")
                                      << QStringLiteral("it has an unexpected table \"revision\"");
    QTest::newRow("statistics of another program")
        << QStringLiteral("ANALYZE") << QStringLiteral("it has an unexpected table \"sqlite_stat");
}

void TestSchema::refusesOtherTables()
{
    QFETCH(QString, statements);
    QFETCH(QString, expected);
    Result<Database> database = Database::createEmpty("file");
    QVERIFY(database);
    QVERIFY(migrate(*database));
    QVERIFY(database->run(statements.toStdString()));
    const Status status = checkSchema(*database, projectFileVersion);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::FileDamaged);
    const QString message = QString::fromStdString(status.error().problems.front().message);
    QVERIFY2(message.contains(expected), qPrintable(message));
}

// Files with these tables are on people's disks: a change goes into a new migration.
void TestSchema::versionsStayAsTheyAre_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("expected");
    QTest::newRow("1") << 1 << "9b6ff829b6be5f805fd575504a4e1dd9ba198424f5af0ab34b0493c925fe67d1";
    QTest::newRow("2") << 2 << "f578a3aa31203ecd3b176092abce45851fecd22c20d0ebe5d676deaf726e5076";
}

void TestSchema::versionsStayAsTheyAre()
{
    QFETCH(int, version);
    QFETCH(QString, expected);
    Result<Database> database = Database::createEmpty("file");
    QVERIFY(database);
    QVERIFY(migrate(*database, version));
    auto statement = database->prepare("SELECT sql FROM sqlite_schema ORDER BY name");
    QVERIFY(statement);
    std::string all;
    for (Result<bool> row = statement->step(); *row; row = statement->step())
        all += statement->text(0) + '\n';
    QCOMPARE(QString::fromStdString(hexText(sha256(all))), expected);
}

QTEST_APPLESS_MAIN(TestSchema)
#include "tst_schema.moc"
