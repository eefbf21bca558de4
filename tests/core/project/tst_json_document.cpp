#include "core/project/JsonDocument.h"

#include "core/project/ProjectJson.h"
#include "tests/core/project/Documents.h"

#include <QElapsedTimer>
#include <QTest>

class TestJsonDocument : public QObject {
    Q_OBJECT

private slots:
    void brokenTextIsPlaced_data();
    void brokenTextIsPlaced();
    void duplicateKeysAreNamedAllAtOnce();
    void limitsHold_data();
    void limitsHold();
    void everyTruncationIsRefused();
    void everyDamagedByteIsAnswered();
};

void TestJsonDocument::brokenTextIsPlaced_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* text, const char* where,
                         const char* message) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(where)
                            << QString::fromUtf8(message);
    };
    row("no text", "", "", "the document is empty (line 1, column 1)");
    row("nothing but blanks", " \n ", "", "the document is empty");
    row("no JSON", "hello", "", "is not valid JSON, unexpected hello (line 1, column 1)");
    row("NaN", "{\"levers\":\n {\"price\": NaN}}", "levers.price",
        "is not valid JSON, unexpected NaN (line 2, column 12)");
    row("infinity", "{\"a\": -Infinity}", "a", "unexpected -Infinity");
    row("a number beyond all numbers", "{\"a\": {\"b\": 1e400}}", "a.b",
        "the number 1e400 is too large");
    row("a missing value", "{\"a\": ,\"b\": 1}", "a", "unexpected ',' (line 1, column 7)");
    row("a comma too many", "{\"a\": [1, 2,]}", "a[1]", "unexpected ']'");
    row("a comment", "{\"a\": 1 // one\n}", "a", "unexpected '/'");
    row("single quotes", "{'a': 1}", "", "unexpected '''");
    row("a truncated object", "{\"a\": {\"b\": 1", "a.b", "the document ends too early");
    row("a truncated text", "{\"a\": \"b", "a", "the document ends too early");
    row("text after the end", "{} {}", "",
        "there is more text after the end of the document (line 1, column 4)");
    row("bytes that are not UTF-8", "{\"a\": \"\xC3\x28\"}", "a", "the text is not valid UTF-8");
    row("a lone surrogate", "{\"a\": \"\\uD800\"}", "a", "is not valid JSON");
    row("a line break in a text", "{\"a\": \"x\ny\"}", "a", "is not valid JSON");
    row("a place within a list element", "{\"a\": [{\"id\": \"x\"}, {\"id\": \"y\", \"n\": nul}]}",
        "a.y.n", "unexpected nul");
}

void TestJsonDocument::brokenTextIsPlaced()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    QFETCH(QString, message);
    const core::JsonDocument document = core::readJson(text.toStdString());
    QVERIFY(!document.content);
    const QString told = documents::lines(document.problems);
    QVERIFY2(document.problems.size() == 1, qPrintable(told));
    QVERIFY2(documents::has(document.problems, where, message), qPrintable(told));
    QVERIFY(told.contains(QLatin1String("(line ")));
    const auto project = core::readProject(text.toStdString());
    QVERIFY(!project);
    QVERIFY(project.error().problems == document.problems);
}

void TestJsonDocument::duplicateKeysAreNamedAllAtOnce()
{
    std::string text = core::defaultProjectText();
    text.insert(text.find("\"price\": 1,"), "\"price\": 1, ");
    text.insert(text.find("\"id\": \"labour\",") + 15, "\"fixed\": 1, ");
    text.insert(text.find("\"2027\": 0.023"), "\"2027\": 0.5, ");
    text.insert(text.rfind("\"notes\""), "\"n\\u006ftes\": {}, ");
    const auto project = core::readProject(text);
    QVERIFY(!project);
    const core::Problems& problems = project.error().problems;
    for (const char* where :
        {"levers.price", "cost_lines.labour.fixed", "macro.usd_inflation.2027", "notes"})
        QVERIFY2(documents::has(problems, QLatin1String(where), "is stated twice"),
            qPrintable(documents::lines(problems)));
    QCOMPARE(problems.size(), std::size_t {4});
}

void TestJsonDocument::limitsHold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("fragment");
    const auto in = [](const char* before, const QByteArray& middle, const char* after) {
        return QByteArray(before) + middle + after;
    };
    QTest::newRow("200 000 nested arrays")
        << QByteArray(200000, '[') << QString::fromLatin1("[0]").repeated(20)
        << QStringLiteral("expected at most 20 nested brackets");
    QTest::newRow("200 000 nested objects")
        << in("", QByteArray("{\"a\":").repeated(200000), "")
        << QString::fromLatin1("a") + QString::fromLatin1(".a").repeated(19)
        << QStringLiteral("expected at most 20 nested brackets");
    QTest::newRow("nested brackets in a field")
        << in("{\"production\": {\"ramp_up\": ", QByteArray(200000, '['), "}}")
        << QString(QStringLiteral("production.ramp_up") + QString::fromLatin1("[0]").repeated(18))
        << QStringLiteral("nested brackets");
    QTest::newRow("a profile of a million entries")
        << in("{\"production\": {\"ramp_up\": [0", QByteArray(",0").repeated(1000000), "]}}")
        << QStringLiteral("production.ramp_up") << QStringLiteral("expected at most 1000 entries");
    QByteArray keys;
    for (int i = 0; i < 100000; ++i)
        keys += ",\"k" + QByteArray::number(i) + "\":1";
    QTest::newRow("an object of 100 000 fields")
        << in("{\"levers\": {\"a\":1", keys, "}}") << QStringLiteral("levers")
        << QStringLiteral("expected at most 1000 entries");
    const QByteArray row = "[0" + QByteArray(",0").repeated(999) + "],";
    QTest::newRow("a million values in short arrays")
        << in("{\"a\":[", row.repeated(999), "0]}") << QStringLiteral("a[99][898]")
        << QStringLiteral("the document has more than 100000 values");
    QTest::newRow("a text of a megabyte")
        << in("{\"name\": \"", QByteArray(1000000, 'x'), "\"}") << QStringLiteral("name")
        << QStringLiteral("expected a text of at most 100000 bytes");
    QTest::newRow("a field name of a megabyte")
        << in("{\"", QByteArray(1000000, 'x'), "\": 1}") << QString()
        << QStringLiteral("expected field names of at most 200 bytes");
    QTest::newRow("more than 64 MiB")
        << QByteArray((64 << 20) + 1, ' ') << QString() << QStringLiteral("at most 64 MiB");
}

void TestJsonDocument::limitsHold()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    QFETCH(QString, fragment);
    QElapsedTimer timer;
    timer.start();
    const auto project = core::readProject(
        std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    const qint64 milliseconds = timer.elapsed();
    QVERIFY(!project);
    QVERIFY2(documents::has(project.error().problems, where, fragment),
        qPrintable(documents::lines(project.error().problems)));
    QVERIFY2(milliseconds < 5000,
        qPrintable(QString::number(milliseconds))); // not a matter of speed, of growth
}

void TestJsonDocument::everyTruncationIsRefused()
{
    const std::string text = core::writeProject(core::defaultProject());
    for (std::size_t length = 0; length + 2 < text.size(); length += 37) {
        const auto project = core::readProject(std::string_view(text).substr(0, length));
        QVERIFY(!project);
        QVERIFY(!project.error().problems.front().message.empty());
    }
}

// Whatever a byte is changed to, there is an answer: a project, or sentences.
void TestJsonDocument::everyDamagedByteIsAnswered()
{
    const std::string text = documents::minimal().dump();
    int refused = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const char byte : {'\0', '"', '{', ']', '9', '-', '\xFF'}) {
            std::string damaged = text;
            damaged[i] = byte;
            const auto project = core::readProject(damaged);
            refused += project ? 0 : 1;
            QVERIFY(project || !project.error().problems.empty());
        }
    }
    QVERIFY(refused > 0);
}

QTEST_APPLESS_MAIN(TestJsonDocument)
#include "tst_json_document.moc"
