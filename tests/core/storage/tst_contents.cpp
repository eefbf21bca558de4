#include "core/storage/Contents.h"

#include "core/storage/DocumentTable.h"
#include "core/storage/Schema.h"

#include <QTest>

using namespace core;

class TestContents : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsAppendedIsRead();
    void revisionsAreChained();
    void aFailedAppendLeavesEverything();
    void documentsAreComparedWithTheirChecksum();
    void aRewrittenChainShowsInTheSeal();
    void remarksAreChainedAndRead();
    void aFailedRemarkLeavesEverything();

private:
    Contents m_contents;
    std::optional<Database> m_database;
};

void TestContents::init()
{
    Result<Database> database = Database::createEmpty("file");
    QVERIFY(database);
    QVERIFY(migrate(*database));
    m_database.emplace(std::move(*database));
    m_contents = Contents {{}, {}, {{"page", "decks"}}};
    for (const char* document : {"first", "second", "third"})
        QVERIFY(appendRevision(*m_database, m_contents, RevisionInfo(), document, "1.0.0"));
}

void TestContents::whatIsAppendedIsRead()
{
    const Result<Contents> read = readContents(*m_database);
    QVERIFY(read);
    QVERIFY(read->revisions == m_contents.revisions);
    QVERIFY(read->settings == m_contents.settings);
    QCOMPARE(DocumentReader().read(*m_database, read->revisions[1]).value(), std::string("second"));
}

void TestContents::revisionsAreChained()
{
    QCOMPARE(m_contents.revisions.size(), std::size_t {3});
    QVERIFY(!m_contents.revisions[0].previousHash.has_value());
    QVERIFY(m_contents.revisions[1].previousHash == m_contents.revisions[0].hash);
    QVERIFY(m_contents.revisions[2].previousHash == m_contents.revisions[1].hash);
    for (const Revision& revision : m_contents.revisions)
        QVERIFY(revision.hash == hashOf(revision));
}

void TestContents::aFailedAppendLeavesEverything()
{
    // The number of the next revision is taken.
    const Contents before = m_contents;
    Contents behind = m_contents;
    behind.revisions.pop_back();
    behind.settings["page"] = "tornado";
    QVERIFY(!appendRevision(*m_database, behind, RevisionInfo(), "another", "1.0.0"));
    QCOMPARE(behind.revisions.size(), std::size_t {2});
    const Result<Contents> read = readContents(*m_database);
    QVERIFY(read);
    QVERIFY(read->revisions == before.revisions);
    QVERIFY(read->settings == before.settings);
}

void TestContents::documentsAreComparedWithTheirChecksum()
{
    QVERIFY(
        m_database->run("UPDATE document SET content = CAST('Second' AS BLOB) WHERE revision = 2"));
    QVERIFY(readContents(*m_database));
    QVERIFY(DocumentReader().read(*m_database, m_contents.revisions[0]));
    const Result<std::string> document =
        DocumentReader().read(*m_database, m_contents.revisions[1]);
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::FileDamaged);
    QVERIFY(document.error().problems.front().message.find("revision 2") != std::string::npos);
    QVERIFY(m_database->run("DELETE FROM document WHERE revision = 3"));
    QVERIFY(!DocumentReader().read(*m_database, m_contents.revisions[2]));
}

// Whoever takes the last revision off and knows nothing of the seal is found out.
void TestContents::aRewrittenChainShowsInTheSeal()
{
    QVERIFY(m_database->run("DELETE FROM document WHERE revision = 3;"
                            "DELETE FROM revision WHERE number = 3"));
    QVERIFY(!readContents(*m_database));
}

void TestContents::remarksAreChainedAndRead()
{
    RemarkInfo info;
    info.revision = 2;
    info.author = "Controller";
    info.text = "Sent to the audit committee";
    QVERIFY(appendRemark(*m_database, m_contents, info, "1.0.0"));
    info.kind = RemarkKind::approval;
    info.revision = 1;
    info.keyFigures = {{"npv", 1.5}};
    QVERIFY(appendRemark(*m_database, m_contents, info, "1.0.1"));
    const Result<Contents> read = readContents(*m_database);
    QVERIFY(read);
    QVERIFY(read->remarks == m_contents.remarks);
    QCOMPARE(read->remarks.size(), std::size_t {2});
    QVERIFY(!read->remarks[0].previousHash);
    QVERIFY(read->remarks[1].previousHash == read->remarks[0].hash);
    QCOMPARE(read->remarks[1].keyFigures, std::string("{\"npv\":1.5}"));
    QCOMPARE(approvalsOf(read->remarks, 1).size(), std::size_t {1});
    QVERIFY(approvalsOf(read->remarks, 2).empty());
    // Revisions go on after it.
    QVERIFY(appendRevision(*m_database, m_contents, RevisionInfo(), "fourth", "1.0.1"));
    QVERIFY(readContents(*m_database));
}

void TestContents::aFailedRemarkLeavesEverything()
{
    QVERIFY(m_database->run("DROP TABLE remark"));
    RemarkInfo info;
    info.revision = 2;
    QVERIFY(!appendRemark(*m_database, m_contents, info, "1.0.0"));
    QVERIFY(m_contents.remarks.empty());
}

QTEST_APPLESS_MAIN(TestContents)
#include "tst_contents.moc"
