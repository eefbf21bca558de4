#include "tests/app/CommandLineTest.h"

#include <sqlite3.h>

#include <QTemporaryDir>
#include <QTest>

using support::Json;
using support::Run;
using support::User;

// What galval-cli makes of files that are damaged, odd or made to do harm: a sentence that names
// the field or the file, exit status 2, little time and memory (support::runCli sees to these).
class TestCliUntrusted : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesDocuments_data();
    void refusesDocuments();
    void refusesProjectFiles_data();
    void refusesProjectFiles();
    void refusesFlows_data();
    void refusesFlows();
    void acceptsTwoHundredYears();
    void refusesAFolder();
    void refusesAFolderThatMayNotBeWrittenTo();
    void refusesAFileThatMayNotBeRead();
    void namesCannotControlTheTerminal();

private:
    Run run(const QStringList& arguments, const QByteArray& input = {}, User user = User::own) const
    {
        return support::runCli(m_folder.path(), arguments, input, user);
    }
    bool write(const char* name, const QByteArray& bytes) const
    {
        return support::writeFile(m_folder.filePath(name), bytes);
    }
    // The default project file after an SQL statement.
    QByteArray changedBy(const char* statement) const;

    QTemporaryDir m_folder;
};

namespace {

QByteArray bytesOf(const Json& document)
{
    return QByteArray::fromStdString(document.dump());
}

}

void TestCliUntrusted::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QCOMPARE(run({"new", "good.galval"}).status, 0);
}

void TestCliUntrusted::refusesDocuments_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("problems");
    const Json good = support::defaultDocument();
    const QByteArray text = QByteArray::fromStdString(core::defaultProjectText());
    const auto row = [](const char* name, const QByteArray& bytes, const QStringList& problems) {
        QTest::newRow(name) << bytes << problems;
    };
    const auto changed = [&](const char* name, const char* pointer, const Json& value,
                             const QStringList& problems) {
        Json document = good;
        document[Json::json_pointer(pointer)] = value;
        row(name, bytesOf(document), problems);
    };

    row("an empty file", "", {"file.json: the document is empty"});
    row("only spaces", "  \n", {"file.json: the document is empty"});
    row("no JSON", "Dear colleagues,", {"file.json: is not valid JSON"});
    row("cut short", text.left(text.indexOf("\"recovery\"") + 12),
        {"resource.recovery: the document ends too early"});
    row("a bracket too many", text + "}", {"file.json: there is more text after the end"});
    row("a list", "[]", {"file.json: expected an object"});
    row("another format", R"({"format": "recipe"})", {"format: expected \"galval-project\""});
    row("200 000 nested brackets", QByteArray(200'000, '['), {"[0][0]"});
    row("200 000 nested objects", QByteArray("{\"a\":").repeated(200'000), {"a.a."});
    row("bytes that are no UTF-8", QByteArray(text).replace("Pavlodar", "Pavl\xff\xfe"),
        {"name: the text is not valid UTF-8"});
    row("NaN", QByteArray(text).replace("\"recovery\": 0.155", "\"recovery\": NaN"),
        {"resource.recovery: is not valid JSON"});
    row("a number beyond doubles",
        QByteArray(text).replace("\"recovery\": 0.155", "\"recovery\": 1e400"),
        {"resource.recovery: the number 1e400 is too large"});
    row("a key twice",
        QByteArray(text).replace("\"recovery\": 0.155", "\"recovery\": 0.1, \"recovery\": 0.155"),
        {"resource.recovery: is stated twice"});
    changed(
        "a newer version", "/version", 2, {"version: the document was written by a newer version"});
    changed("a word for a number", "/resource/recovery", "much",
        {"resource.recovery: expected a number"});
    changed("a number for a list", "/cost_lines", 7, {"cost_lines: expected"});
    changed("null for a block", "/timeline", nullptr, {"timeline: expected"});
    changed("a negative life", "/timeline/years_of_operation", -5,
        {"timeline.years_of_operation: expected"});
    changed("20 000 years", "/timeline/years_of_operation", 20'000,
        {"timeline.years_of_operation: expected"});
    changed("half a year", "/timeline/years_of_operation", 20.5,
        {"timeline.years_of_operation: expected"});
    changed("a share over 1", "/market/oecd_share", 1.2,
        {"market.oecd_share: expected a number from 0 to 1"});
    changed("a share below 0", "/market/oecd_share", -0.2,
        {"market.oecd_share: expected a number from 0 to 1"});
    changed("probabilities off 1", "/price_decks/0/probability", 0.3, {"price_decks: "});
    changed("phasing off 1", "/capital/items/0/phasing", Json {{"2025", 0.4}, {"2026", 0.5}},
        {"capital.items.intake.phasing: "});
    changed("shareholders off 1", "/shareholders/0/share", 0.9, {"shareholders: "});
    changed("an unknown field", "/timeline/last_year", 2046, {"timeline.last_year: "});
    changed("an unknown deck", "/active_deck", "dream", {"active_deck: "});
    changed("an unknown asset class", "/capital/items/0/asset_class", "V",
        {"capital.items.intake.asset_class: "});
    changed("the same id twice", "/cost_lines/1/id", "bauxite", {"cost_lines"});
    {
        Json document = good;
        document["discounting"].erase("rate");
        row("a field that is missing", bytesOf(document), {"discounting.rate: "});
    }
    row("a profile of a million entries",
        QByteArray(text).replace(
            "\"ramp_up\": [", "\"ramp_up\": [" + QByteArray("1,").repeated(1'000'000)),
        {"production.ramp_up: expected at most 1000 entries"});
    {
        Json document = good;
        document["market"]["oecd_share"] = 2;
        document["tax"]["income_tax_rate"] = "high";
        document["levers"]["speed"] = 1;
        QTest::newRow("several problems, all at once")
            << bytesOf(document)
            << QStringList {"levers.speed: ", "tax.income_tax_rate: ", "market.oecd_share: "};
    }
}

void TestCliUntrusted::refusesDocuments()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, problems);
    QVERIFY(write("file.json", bytes));
    support::verifyRefusal(run({"validate", "file.json"}), problems);
    support::verifyRefusal(run({"evaluate", "file.json", "--json"}), problems);
    support::verifyRefusal(run({"convert", "file.json", "out.galval"}), problems);
    QVERIFY(!QFile::exists(m_folder.filePath("out.galval")));
}

QByteArray TestCliUntrusted::changedBy(const char* statement) const
{
    const QByteArray good = support::contentOf(m_folder.filePath("good.galval"));
    const QString name = m_folder.filePath("changed.galval");
    if (!support::writeFile(name, good))
        return {};
    sqlite3* connection = nullptr;
    const bool isChanged =
        sqlite3_open(name.toUtf8().constData(), &connection) == SQLITE_OK &&
        sqlite3_exec(connection, statement, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(connection);
    const QByteArray bytes = support::contentOf(name);
    return isChanged && bytes != good ? bytes : QByteArray();
}

void TestCliUntrusted::refusesProjectFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = support::contentOf(m_folder.filePath("good.galval"));
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no database") << QByteArray(
        "This is no database, but it is long enough to be one.");
    QTest::newRow("a header and nothing behind it") << good.left(100);
    QTest::newRow("cut short") << good.left(good.size() / 2);
    QTest::newRow("a database of another program") << changedBy("PRAGMA application_id = 42");
    QTest::newRow("a newer version") << changedBy("PRAGMA user_version = 1000");
    QTest::newRow("a table of its own") << changedBy("CREATE TABLE extra (a)");
    QTest::newRow("a trigger") << changedBy(
        "CREATE TABLE t (a); CREATE TRIGGER x AFTER INSERT ON t BEGIN "
        "DELETE FROM t; END");
    QTest::newRow("a document changed by hand")
        << changedBy("UPDATE document SET content = zeroblob(size)");
}

void TestCliUntrusted::refusesProjectFiles()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(QTest::currentDataTag() == QByteArray("empty") || !bytes.isEmpty());
    QVERIFY(write("file.galval", bytes));
    support::verifyRefusal(run({"validate", "file.galval"}), {"file.galval: "});
    support::verifyRefusal(run({"evaluate", "file.galval"}), {"file.galval: "});
    support::verifyRefusal(run({"inputs", "file.galval"}), {"file.galval: "});
}

void TestCliUntrusted::refusesFlows_data()
{
    QTest::addColumn<QByteArray>("flows");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char* name, const QByteArray& flows, const QStringList& problems) {
        QTest::newRow(name) << flows << problems;
    };
    row("nothing", "", {"standard input: "});
    row("words, each line named", "-100\nsixty\n60\n1,5\n",
        {"standard input, line 2: ", "standard input, line 4: "});
    row("NaN", "nan\n", {"standard input, line 1: "});
    row("a number beyond doubles", "1e400\n", {"standard input, line 1: "});
    row("bytes that are no text", QByteArray("\xff\xfe\x00", 3), {"standard input, line 1: "});
    row("more flows than years can be", QByteArray("1\n").repeated(200'000), {"standard input"});
    row("too long a text", QByteArray(6'000'000, ' '), {"standard input: is longer than"});
}

void TestCliUntrusted::refusesFlows()
{
    QFETCH(QByteArray, flows);
    QFETCH(QStringList, problems);
    support::verifyRefusal(run({"metrics", "-", "--rate", "0.1"}, flows), problems);
}

void TestCliUntrusted::acceptsTwoHundredYears()
{
    Json document = support::defaultDocument();
    document["timeline"]["years_of_operation"] = 200;
    QVERIFY(write("long.json", bytesOf(document)));
    const Run result = run({"evaluate", "long.json"});
    QCOMPARE(result.problems, QStringList());
    QCOMPARE(result.status, 0);
    QVERIFY(result.output.contains(QStringLiteral("\n2226 ")));
}

void TestCliUntrusted::refusesAFolder()
{
    for (const char* command : {"validate", "evaluate", "inputs", "metrics"})
        support::verifyRefusal(run({command, "."}), {".: This is a folder"});
    QVERIFY(QDir(m_folder.path()).mkdir("taken.galval"));
    support::verifyRefusal(run({"new", "taken.galval"}), {"taken.galval: "});
    QVERIFY(QDir(m_folder.filePath("taken.galval")).exists());
}

void TestCliUntrusted::refusesAFolderThatMayNotBeWrittenTo()
{
#ifdef _WIN32
    QSKIP("folders have no such permission");
#endif
    using Permission = QFileDevice::Permission;
    const auto readable = Permission::ReadOwner | Permission::ExeOwner | Permission::ReadGroup |
                          Permission::ExeGroup | Permission::ReadOther | Permission::ExeOther;
    QVERIFY(QFile::setPermissions(m_folder.path(), readable | Permission::WriteOwner));
    QVERIFY(QDir(m_folder.path()).mkdir("sealed"));
    const QString sealed = m_folder.filePath("sealed");
    QVERIFY(support::writeFile(sealed + "/old.galval", "old"));
    QVERIFY(QFile::setPermissions(sealed, readable));
    QVERIFY(QFile::setPermissions(m_folder.filePath("good.galval"), readable));
    QCOMPARE(run({"validate", "good.galval"}, {}, User::nobody).problems, QStringList());
    const Run created = run({"new", "sealed/p.json"}, {}, User::nobody);
    const Run replaced = run({"convert", "good.galval", "sealed/old.galval"}, {}, User::nobody);
    QVERIFY(QFile::setPermissions(sealed, readable | Permission::WriteOwner));
    if (created.status == -1)
        QSKIP("nobody may not run the program where it is");
    support::verifyRefusal(created, {"sealed/p.json: "});
    support::verifyRefusal(replaced, {"sealed/old.galval: "});
    QVERIFY(!QFile::exists(sealed + "/p.json"));
    QCOMPARE(support::contentOf(sealed + "/old.galval"), QByteArray("old"));
}

void TestCliUntrusted::refusesAFileThatMayNotBeRead()
{
#ifdef _WIN32
    QSKIP("files have no such permission");
#endif
    QVERIFY(write("secret.json", "{}"));
    QVERIFY(QFile::setPermissions(m_folder.filePath("secret.json"), QFileDevice::WriteOwner));
    const Run result = run({"evaluate", "secret.json"}, {}, User::nobody);
    if (result.status == -1)
        QSKIP("nobody may not run the program where it is");
    support::verifyRefusal(result, {"secret.json: "});
}

void TestCliUntrusted::namesCannotControlTheTerminal()
{
    Json document = support::defaultDocument();
    document["name"] = "\x1b[2J\u009bGa";
    document["cost_lines"][0]["name"] = "\x1b]0;title\x07";
    QVERIFY(write("names.json", bytesOf(document)));
    for (const QStringList& arguments : {QStringList {"evaluate", "names.json"},
             QStringList {"inputs", "names.json"}, QStringList {"validate", "names.json"},
             QStringList {"explain", "names.json", "cost_lines.bauxite", "2030"},
             QStringList {"evaluate", "\x1b[2J.json"}}) {
        const Run result = run(arguments);
        for (const QChar letter : result.output + result.problems.join(QString()))
            QVERIFY(letter == QLatin1Char('\n') || letter.category() != QChar::Other_Control);
    }
}

QTEST_GUILESS_MAIN(TestCliUntrusted)
#include "tst_cli_untrusted.moc"
