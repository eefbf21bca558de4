#include "core/report/Origin.h"

#include <QTest>

using core::Origin;

class TestOrigin : public QObject {
    Q_OBJECT

private slots:
    void namesTheStateThatFiguresRestOn_data();
    void namesTheStateThatFiguresRestOn();
    void isTheSameInJson();
    void aProjectWithoutRevisionsIsADraft();

private:
    std::vector<core::Revision> m_revisions = {revision(1, "first", "2026-10-28T09:20:00Z"),
        revision(2, "second", "2026-11-03T11:15:00Z"),
        revision(3, "first", "2026-11-20T16:58:00Z")};
    std::vector<core::Remark> m_remarks = {approval(1, "A. Board", "2026-11-23T18:05:09Z")};

    static core::Revision revision(int number, const std::string& document, const char* savedAt)
    {
        core::Revision revision;
        revision.number = number;
        revision.savedAt = savedAt;
        revision.documentHash = core::sha256(document);
        revision.hash = core::sha256(std::to_string(number));
        return revision;
    }
    static core::Remark approval(int number, const std::string& name, const char* madeAt)
    {
        core::Remark remark;
        remark.kind = core::RemarkKind::approval;
        remark.revision = number;
        remark.author = name;
        remark.madeAt = madeAt;
        return remark;
    }
    static QString textOf(const Origin& origin)
    {
        return QString::fromStdString(
            core::english(core::originText(origin, origin.time().substr(0, 10))));
    }
};

void TestOrigin::namesTheStateThatFiguresRestOn_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<int>("comments"); // later remarks that are no approvals
    QTest::addColumn<int>("approvals");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* document, int comments, int approvals,
                         const char* text) {
        QTest::newRow(name) << QString(document) << comments << approvals << QString(text);
    };
    // The first twelve digits of sha256("1"), as the system's sha256sum prints them.
    row("the approved revision, although a later one has the same document", "first", 0, 1,
        "approved by A. Board on 2026-11-23, revision 1, hash 6b86b273ff34");
    row("the latest of those with the document, where none is approved", "first", 0, 0,
        "draft, revision 3 of 2026-11-20");
    row("a revision that is not approved", "second", 0, 1, "draft, revision 2 of 2026-11-03");
    row("a comment is no approval", "second", 1, 0, "draft, revision 2 of 2026-11-03");
    row("a changed document", "third", 0, 1, "draft, revision 3 of 2026-11-20 with changes");
    row("the latest approval", "first", 0, 2,
        "approved by Auditor on 2026-11-25, revision 1, hash 6b86b273ff34");
}

void TestOrigin::namesTheStateThatFiguresRestOn()
{
    QFETCH(QString, document);
    QFETCH(int, comments);
    QFETCH(int, approvals);
    QFETCH(QString, text);
    std::vector<core::Remark> remarks;
    if (approvals >= 1)
        remarks = m_remarks;
    if (approvals == 2)
        remarks.push_back(approval(1, "Auditor", "2026-11-25T08:00:00Z"));
    if (comments == 1) {
        remarks.push_back(approval(2, "Analyst", "2026-11-25T08:00:00Z"));
        remarks.back().kind = core::RemarkKind::comment;
    }
    QCOMPARE(
        textOf(core::originOf(m_revisions, remarks, core::sha256(document.toStdString()))), text);
}

void TestOrigin::isTheSameInJson()
{
    const core::Json approved =
        core::originJson(core::originOf(m_revisions, m_remarks, core::sha256("first")));
    QCOMPARE(approved["revision"].get<int>(), 1);
    QCOMPARE(approved["changed"].get<bool>(), false);
    QCOMPARE(approved["approved_by"].get<std::string>(), std::string("A. Board"));
    QCOMPARE(approved["hash"].get<std::string>(), core::hexText(m_revisions.front().hash));
    const core::Json changed =
        core::originJson(core::originOf(m_revisions, m_remarks, core::sha256("third")));
    QCOMPARE(changed["changed"].get<bool>(), true);
    QVERIFY(changed["approved_by"].is_null());
    QVERIFY(core::originJson({}).is_null());
}

void TestOrigin::aProjectWithoutRevisionsIsADraft()
{
    const Origin origin = core::originOf({}, {}, core::sha256("first"));
    QVERIFY(!origin.revision);
    QCOMPARE(core::english(core::originText(origin, "26 Nov 2026")),
        std::string("draft of 26 Nov 2026"));
}

QTEST_GUILESS_MAIN(TestOrigin)
#include "tst_origin.moc"
