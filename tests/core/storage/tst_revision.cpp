#include "core/storage/Revision.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace core;

class TestRevision : public QObject {
    Q_OBJECT

private slots:
    void timesAreUtcInIso8601_data();
    void timesAreUtcInIso8601();
    void everyPartChangesTheHash_data();
    void everyPartChangesTheHash();
    void textsOfAListDoNotRunTogether();
    void keyFiguresComeBackWithAllDigits();
    void refusesOtherKeyFigures();
};

void TestRevision::timesAreUtcInIso8601_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("expected");
    // Seconds since 1970 by GNU date: date -u -d ... +%s
    QTest::newRow("the beginning") << qint64 {0} << QStringLiteral("1970-01-01T00:00:00Z");
    QTest::newRow("a leap day, a part of a second cut off")
        << qint64 {1709251199999} << QStringLiteral("2024-02-29T23:59:59Z");
    QTest::newRow("a plain day") << qint64 {1795457109000}
                                 << QStringLiteral("2026-11-23T18:05:09Z");
}

void TestRevision::timesAreUtcInIso8601()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, expected);
    const std::chrono::system_clock::time_point time {std::chrono::milliseconds(milliseconds)};
    QCOMPARE(QString::fromStdString(utcText(time)), expected);
}

using Change = std::function<void(Revision&)>;

void TestRevision::everyPartChangesTheHash_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("number") << Change([](Revision& r) { r.number = 3; });
    QTest::newRow("time") << Change([](Revision& r) { r.savedAt = "2026-11-23T18:05:10Z"; });
    QTest::newRow("author") << Change([](Revision& r) { r.author = "B"; });
    QTest::newRow("comment") << Change([](Revision& r) { r.comment = "C"; });
    QTest::newRow("program") << Change([](Revision& r) { r.programVersion = "1.0.1"; });
    QTest::newRow("key figures") << Change([](Revision& r) { r.keyFigures = "{\"npv\":2.0}"; });
    QTest::newRow("document") << Change([](Revision& r) { r.documentHash[31] ^= std::byte {1}; });
    QTest::newRow("previous") << Change([](Revision& r) { (*r.previousHash)[0] ^= std::byte {1}; });
    QTest::newRow("no previous") << Change([](Revision& r) { r.previousHash.reset(); });
    QTest::newRow("a letter moved on") << Change([](Revision& r) {
        r.author = "";
        r.comment = "Ab";
    });
}

void TestRevision::everyPartChangesTheHash()
{
    QFETCH(Change, change);
    Revision revision {2, "2026-11-23T18:05:09Z", "A", "b", "1.0.0", "{\"npv\":1.0}",
        sha256(std::string_view("document")), sha256(std::string_view("previous")), {}};
    const Hash before = hashOf(revision);
    QVERIFY(before == hashOf(revision));
    change(revision);
    QVERIFY(before != hashOf(revision));
}

void TestRevision::textsOfAListDoNotRunTogether()
{
    QVERIFY(hashOfList({"a", "b"}) != hashOfList({"ab"}));
    QVERIFY(hashOfList({"a", "b"}) != hashOfList({"", "ab"}));
    QVERIFY(hashOfList({"a,1:b"}) != hashOfList({"a", "b"}));
    QVERIFY(hashOfList({}) != hashOfList({""}));
}

void TestRevision::keyFiguresComeBackWithAllDigits()
{
    const KeyFigures figures {{"npv", 0.1 + 0.2}, {"irr", -1e-300}, {"break_even", 1e300}};
    const auto again = readKeyFigures(keyFiguresText(figures));
    QVERIFY(again.has_value());
    QVERIFY(*again == figures);

    KeyFigures withNone = figures;
    withNone["payback"] = std::numeric_limits<double>::quiet_NaN();
    withNone["profitability"] = std::numeric_limits<double>::infinity();
    QCOMPARE(keyFiguresText(withNone), keyFiguresText(figures));
    QCOMPARE(keyFiguresText({}), std::string());
    QVERIFY(readKeyFigures("") == KeyFigures());
}

void TestRevision::refusesOtherKeyFigures()
{
    QVERIFY(!readKeyFigures("{\"npv\":").has_value());
    QVERIFY(!readKeyFigures("[1]").has_value());
    QVERIFY(!readKeyFigures("{\"npv\":\"1\"}").has_value());
}

QTEST_APPLESS_MAIN(TestRevision)
#include "tst_revision.moc"
