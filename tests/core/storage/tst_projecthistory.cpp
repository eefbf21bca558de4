#include "core/storage/ProjectHistory.h"

#include "core/project/DefaultProject.h"
#include "core/storage/FileHeader.h"
#include "tests/core/storage/StorageTest.h"
#include "tests/support/ProjectGenerator.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace core;

class TestProjectHistory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void documentsOfAllRevisionsComeBack();
    void aHistoryCanEndEarlier();
    void revisionsShareWhatTheyHaveInCommon();
    void commentsAndApprovalsAreKept();
    void whatIsNoRemarkIsRefused_data();
    void whatIsNoRemarkIsRefused();
    void approvedRevisionsAreNotDiscarded();
    void aRemarkOnAFileChangedMeanwhileIsRefused();
    void filesOfEarlierVersionsAreRead();
    void filesOfEarlierVersionsAreContinued();

private:
    std::filesystem::path file() const { return toPath(m_name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_name;
};

void TestProjectHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_name = m_folder->filePath(QStringLiteral("project.galval"));
}

// Different projects in turn, and some that come again: with and without a base.
void TestProjectHistory::documentsOfAllRevisionsComeBack()
{
    std::vector<Project> projects;
    for (std::uint32_t number = 0; number < 24; ++number) {
        Project project = support::generateProject(1 + number / 6);
        project.discounting.rate = 0.05 + 0.001 * (number % 4);
        QVERIFY(saveProject(file(), project));
        projects.push_back(std::move(project));
    }
    Result<ProjectHistory> history = ProjectHistory::open(file());
    QVERIFY(history);
    QVERIFY(history->verify());
    for (std::size_t index : {0U, 23U, 5U, 6U, 11U, 1U, 17U, 18U}) {
        const auto project =
            history->project(static_cast<int>(index) + 1, DocumentRules::notApplied);
        QVERIFY2(project, qPrintable(QString::number(index)));
        QVERIFY(*project == projects[index]);
    }
    QVERIFY(!history->project(0));
    QVERIFY(!history->project(25));
}

void TestProjectHistory::aHistoryCanEndEarlier()
{
    Project project = defaultProject();
    for (const double rate : {0.10, 0.11, 0.12}) {
        project.discounting.rate = rate;
        QVERIFY(saveProject(file(), project));
    }
    for (const int revision : {3, 2}) {
        RemarkInfo comment;
        comment.revision = revision;
        comment.text = "Seen";
        QVERIFY(addRemark(file(), comment));
    }
    Result<ProjectHistory> history = ProjectHistory::open(file());
    QVERIFY(history);
    QVERIFY(!history->endAt(0));
    QVERIFY(!history->endAt(4));
    QCOMPARE(history->revisions().size(), std::size_t {3});
    QVERIFY(history->endAt(2));
    QCOMPARE(history->revisions().back().number, 2);
    QCOMPARE(history->remarks().size(), std::size_t {1});
    QCOMPARE(history->remarks().front().revision, 2);
    QCOMPARE(history->project(2)->discounting.rate, 0.11);
    QVERIFY(!history->project(3));
}

void TestProjectHistory::revisionsShareWhatTheyHaveInCommon()
{
    Project project = defaultProject();
    QVERIFY(saveProject(file(), project));
    const std::size_t first = content(m_name).size();
    for (int number = 2; number <= 21; ++number) {
        project.discounting.rate = 0.1 + 0.001 * number;
        QVERIFY(saveProject(file(), project));
    }
    const std::size_t grown = content(m_name).size() - first;
    QVERIFY2(grown < 20 * 1'500, qPrintable(QString::number(grown)));
}

void TestProjectHistory::commentsAndApprovalsAreKept()
{
    QVERIFY(saveProject(file(), defaultProject()));
    const auto saved = saveProject(file(), support::generateProject(1));
    QVERIFY(saved);
    RemarkInfo comment;
    comment.revision = 1;
    comment.author = "Анна Ким";
    comment.text = "Жобаның бастапқы нұсқасы";
    const auto first = addRemark(file(), comment, saved->fingerprint);
    QVERIFY2(first, first ? "" : qPrintable(words(first.error())));
    RemarkInfo approval;
    approval.kind = RemarkKind::approval;
    approval.revision = 2;
    approval.author = "Controller";
    approval.text = "For the board of 23 November";
    approval.keyFigures = {{"npv", 12345678.9012345}};
    const auto second = addRemark(file(), approval, first->fingerprint);
    QVERIFY(second);
    QVERIFY(second->fingerprint == fingerprintOf(file()).value());
    QVERIFY(!second->remark.programVersion.empty());

    QVERIFY(saveProject(file(), support::generateProject(2)));
    const Result<LoadedProject> loaded = loadProject(file());
    QVERIFY2(loaded, loaded ? "" : qPrintable(words(loaded.error())));
    QCOMPARE(loaded->remarks.size(), std::size_t {2});
    QVERIFY(loaded->remarks[0] == first->remark);
    QVERIFY(loaded->remarks[1] == second->remark);
    QVERIFY(readKeyFigures(loaded->remarks[1].keyFigures) == approval.keyFigures);
    QVERIFY(loaded->revisions[1] == saved->revision); // as it was saved
}

void TestProjectHistory::whatIsNoRemarkIsRefused_data()
{
    QTest::addColumn<RemarkInfo>("info");
    QTest::addColumn<QString>("expected");
    RemarkInfo good;
    good.kind = RemarkKind::approval;
    good.revision = 1;
    good.author = "Controller";
    RemarkInfo info = good;
    info.revision = 2;
    QTest::newRow("no such revision") << info << QStringLiteral("There is no revision 2");
    info.revision = 0;
    QTest::newRow("revision zero") << info << QStringLiteral("There is no revision 0");
    info = good;
    info.author.clear();
    QTest::newRow("an approval by nobody")
        << info << QStringLiteral("author: the name of whoever approves was expected.");
    info = good;
    info.text = std::string(64'001, 'x');
    QTest::newRow("a text without an end")
        << info << QStringLiteral("text: at most 64000 bytes of text were expected.");
}

void TestProjectHistory::whatIsNoRemarkIsRefused()
{
    QFETCH(RemarkInfo, info);
    QFETCH(QString, expected);
    QVERIFY(saveProject(file(), defaultProject()));
    const std::string before = content(m_name);
    const auto added = addRemark(file(), info);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::InvalidInput);
    QVERIFY2(words(added.error()).contains(expected), qPrintable(words(added.error())));
    QCOMPARE(content(m_name), before);
}

void TestProjectHistory::approvedRevisionsAreNotDiscarded()
{
    QVERIFY(saveProject(file(), defaultProject()));
    RemarkInfo info;
    info.revision = 1;
    info.author = "Controller";
    QVERIFY(addRemark(file(), info));
    SaveOptions fresh;
    fresh.earlier = EarlierRevisions::discard;
    QVERIFY(saveProject(file(), defaultProject(), {}, fresh)); // a comment keeps nothing
    info.kind = RemarkKind::approval;
    QVERIFY(addRemark(file(), info));
    const std::string before = content(m_name);
    const auto saved = saveProject(file(), defaultProject(), {}, fresh);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::FileNotWritten);
    QVERIFY2(words(saved.error()).contains(QStringLiteral("approved revisions")),
        qPrintable(words(saved.error())));
    QCOMPARE(content(m_name), before);
}

void TestProjectHistory::aRemarkOnAFileChangedMeanwhileIsRefused()
{
    const auto first = saveProject(file(), defaultProject());
    QVERIFY(saveProject(file(), defaultProject()));
    RemarkInfo info;
    info.revision = 1;
    const auto added = addRemark(file(), info, first->fingerprint);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::FileChanged);
}

// tests/data/storage keeps a file of each version as the program of then wrote it.
void TestProjectHistory::filesOfEarlierVersionsAreRead()
{
    const std::string bytes = content(QStringLiteral(GALVAL_TEST_DATA "/storage/version-1.galval"));
    QCOMPARE(checkHeader(bytes, "file").value(), 1);
    Result<ProjectHistory> history = ProjectHistory::read(bytes, "file");
    QVERIFY2(history, history ? "" : qPrintable(words(history.error())));
    QVERIFY(history->verify());
    QVERIFY(history->remarks().empty());
    QVERIFY(history->settings() == (Settings {{"page", "tornado"}}));
    const std::vector<Revision>& revisions = history->revisions();
    QCOMPARE(revisions.size(), std::size_t {3});
    QCOMPARE(revisions[0].author, std::string("Анна Ким"));
    QCOMPARE(revisions[2].comment, std::string("Қазақстан"));
    QCOMPARE(revisions[1].savedAt, std::string("2026-11-24T18:05:09Z"));
    QCOMPARE(history->project(1)->discounting.rate, 0.11);
    QCOMPARE(history->project(2)->discounting.rate, 0.115);
    QCOMPARE(history->project(3)->discounting.rate, 0.12);
}

void TestProjectHistory::filesOfEarlierVersionsAreContinued()
{
    QVERIFY(QFile::copy(QStringLiteral(GALVAL_TEST_DATA "/storage/version-1.galval"), m_name));
    QVERIFY(QFile::setPermissions(m_name, QFile::ReadOwner | QFile::WriteOwner));
    const std::vector<Revision> before = ProjectHistory::open(file())->revisions();
    RemarkInfo approval;
    approval.kind = RemarkKind::approval;
    approval.revision = 2;
    approval.author = "Controller";
    const auto approved = addRemark(file(), approval);
    QVERIFY2(approved, approved ? "" : qPrintable(words(approved.error())));
    QVERIFY(saveProject(file(), defaultProject()));
    Result<ProjectHistory> history = ProjectHistory::open(file());
    QVERIFY2(history, history ? "" : qPrintable(words(history.error())));
    QVERIFY(history->verify());
    QCOMPARE(history->revisions().size(), std::size_t {4});
    for (std::size_t index = 0; index < 3; ++index)
        QVERIFY(history->revisions()[index] == before[index]);
    QCOMPARE(history->project(2)->discounting.rate, 0.115);
    QVERIFY(history->settings() == (Settings {{"page", "tornado"}}));
    QCOMPARE(history->remarks().size(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestProjectHistory)
#include "tst_projecthistory.moc"
