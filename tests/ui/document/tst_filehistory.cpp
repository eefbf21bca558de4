#include "ui/document/FileHistory.h"

#include "core/storage/Provenance.h"
#include "ui/document/Session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>

using namespace Qt::StringLiterals;
using ui::FileHistory;
using ui::Session;

namespace {

core::RemarkInfo approvalOf(int revision, const std::string& author = "A. Board")
{
    core::RemarkInfo approval;
    approval.kind = core::RemarkKind::approval;
    approval.revision = revision;
    approval.author = author;
    return approval;
}

}

class TestFileHistory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsNothingBeforeSomebodyAsks();
    void followsEverySave();
    void followsASaveWithoutChanges();
    void whatASaveAddsIsWhatReadingFinds();
    void whatIsNotSavedIsNoRevision();
    void aDocumentHasNoPast();
    void anotherFileHasAnotherPast();
    void damageIsAProblem();
    void knowsTheStateThatFiguresRestOn();
    void knowsThatStateBeforeTheFileIsReadAgain();
    void keepsThatStateWhenTheFileIsGone();
    void whatOthersSaveIsNotThatState();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    static bool isComplete(const Session& session, std::size_t revisions)
    {
        const ui::FilePast& past = session.history().past();
        return past.revisions.size() == revisions && past.provenance;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFileHistory::readsNothingBeforeSomebodyAsks()
{
    Session session;
    QVERIFY(session.saveAs(path(u"erg.galval"_s)));
    QTest::qWait(50);
    QVERIFY(!session.history().isRead());
    session.history().follow();
    QTRY_VERIFY(isComplete(session, 1));
}

void TestFileHistory::followsEverySave()
{
    Session session;
    session.history().follow();
    session.setAuthor(u"Ann"_s);
    QVERIFY(session.saveAs(path(u"erg.galval"_s), u"First"_s));
    QTRY_VERIFY(isComplete(session, 1));
    session.setAuthor(u"Ben"_s);
    QVERIFY(session.setInput(u"levers.price"_s, 1.1));
    QVERIFY(session.save());
    QTRY_VERIFY(isComplete(session, 2));
    QCOMPARE(session.history().changeOf(u"levers.price"_s)->author, std::string("Ben"));
    QCOMPARE(session.history().changeOf(u"levers.opex"_s)->author, std::string("Ann"));
    QVERIFY(!session.history().changeOf(u"levers.colour"_s));
    QVERIFY(session.history()
                .changeText({u"levers.opex"_s, u"levers.price"_s})
                .endsWith(u"by Ben, revision 2."_s));
}

void TestFileHistory::followsASaveWithoutChanges()
{
    Session session;
    session.history().follow();
    QVERIFY(session.saveAs(path(u"erg.galval"_s)));
    QTRY_VERIFY(isComplete(session, 1));
    QVERIFY(session.save(u"Board paper"_s));
    QTRY_VERIFY(isComplete(session, 2));
    QCOMPARE(session.history().past().revisions.back().comment, std::string("Board paper"));
}

// Both ways must agree: a step after each save, and the walk through a file that is opened.
void TestFileHistory::whatASaveAddsIsWhatReadingFinds()
{
    const QStringList inputs {u"levers.price"_s, u"levers.opex"_s, u"discounting.rate"_s};
    Session session;
    session.history().follow();
    QVERIFY(session.saveAs(path(u"erg.galval"_s)));
    std::size_t count = 1;
    for (const auto& [input, value] :
        {std::pair(inputs[0], 1.1), std::pair(inputs[2], 0.12), std::pair(inputs[0], 1.2)}) {
        QTRY_VERIFY(isComplete(session, count));
        QVERIFY(session.setInput(input, value));
        QVERIFY(session.save());
        ++count;
    }
    QTRY_VERIFY(isComplete(session, count));
    Session other;
    QVERIFY(other.open(path(u"erg.galval"_s), ui::FileAccess::Wish::readOnly));
    other.history().follow();
    QTRY_VERIFY(isComplete(other, count));
    const std::vector expected {4, 1, 3};
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        const int number = expected[static_cast<std::size_t>(i)];
        QCOMPARE(session.history().changeOf(inputs[i])->number, number);
        QCOMPARE(other.history().changeOf(inputs[i])->number, number);
    }
}

void TestFileHistory::whatIsNotSavedIsNoRevision()
{
    Session session;
    session.history().follow();
    QVERIFY(session.saveAs(path(u"erg.galval"_s)));
    QTRY_VERIFY(isComplete(session, 1));
    QVERIFY(!session.history().isChangedSince(u"levers.price"_s));
    QVERIFY(session.setInput(u"levers.price"_s, 1.1));
    QVERIFY(session.history().isChangedSince(u"levers.price"_s));
    QVERIFY(!session.history().isChangedSince(u"levers.opex"_s));
    session.undoStack().undo();
    QVERIFY(!session.history().isChangedSince(u"levers.price"_s));
}

void TestFileHistory::aDocumentHasNoPast()
{
    Session session;
    session.history().follow();
    QVERIFY(session.saveAs(path(u"erg.json"_s)));
    QTRY_VERIFY(session.history().isRead());
    QVERIFY(session.history().past().revisions.empty());
    QVERIFY(session.history().past().problems.empty());
}

void TestFileHistory::anotherFileHasAnotherPast()
{
    Session session;
    session.history().follow();
    QVERIFY(session.saveAs(path(u"erg.galval"_s)));
    QTRY_VERIFY(isComplete(session, 1));
    QVERIFY(session.saveAs(path(u"erg.json"_s)));
    QVERIFY(session.history().past().revisions.empty());
    session.newProject();
    QVERIFY(!session.history().isRead());
}

void TestFileHistory::knowsTheStateThatFiguresRestOn()
{
    Session session;
    session.history().follow();
    QVERIFY(!session.history().origin().revision);
    QVERIFY(session.saveAs(path(u"erg.galval"_s)));
    QTRY_VERIFY(isComplete(session, 1));
    QCOMPARE(session.history().origin().revision->number, 1);
    QVERIFY(!session.history().origin().approval);
    QVERIFY(session.addRemark(approvalOf(1)));
    QTRY_COMPARE(session.history().past().remarks.size(), std::size_t {1});
    QCOMPARE(session.history().origin().approval->author, std::string("A. Board"));

    QVERIFY(session.setInput(u"levers.price"_s, 1.1));
    QVERIFY(session.history().origin().isChanged);
    QVERIFY(!session.history().origin().approval);
    QVERIFY(session.save());
    QTRY_VERIFY(isComplete(session, 2));
    QCOMPARE(session.history().origin().revision->number, 2);
    // What was approved is so again, although another revision came after it.
    QVERIFY(session.setInput(u"levers.price"_s, 1.0));
    QCOMPARE(session.history().origin().revision->number, 1);
    QVERIFY(session.history().origin().approval);
}

void TestFileHistory::knowsThatStateBeforeTheFileIsReadAgain()
{
    {
        Session before;
        QVERIFY(before.saveAs(path(u"erg.galval"_s)));
        QVERIFY(before.addRemark(approvalOf(1)));
    }
    Session session; // which nobody has asked for the past of its file
    QVERIFY(session.open(path(u"erg.galval"_s)));
    QVERIFY(!session.history().isRead());
    QCOMPARE(session.history().origin().revision->number, 1);
    QCOMPARE(session.history().origin().approval->author, std::string("A. Board"));

    QVERIFY(session.setInput(u"levers.price"_s, 1.1));
    QVERIFY(session.history().origin().isChanged);
    QVERIFY(session.save());
    QCOMPARE(session.history().origin().revision->number, 2);
    QVERIFY(!session.history().origin().isChanged);
    QVERIFY(!session.history().origin().approval);
    QVERIFY(session.addRemark(approvalOf(2)));
    QVERIFY(session.history().origin().approval);

    QVERIFY(session.openRevision(path(u"erg.galval"_s), 1));
    QCOMPARE(session.history().origin().revision->number, 1);
    QVERIFY(session.saveAs(path(u"copy.galval"_s)));
    QCOMPARE(session.history().origin().revision->number, 1);
    QVERIFY(!session.history().origin().approval); // of another file
    QVERIFY(session.saveAs(path(u"copy.json"_s)));
    QVERIFY(!session.history().origin().revision);
    QVERIFY(session.open(path(u"erg.galval"_s)));
    session.newProject();
    QVERIFY(!session.history().origin().revision);
}

void TestFileHistory::keepsThatStateWhenTheFileIsGone()
{
    Session session;
    QVERIFY(session.saveAs(path(u"erg.galval"_s)));
    QVERIFY(QFile::remove(path(u"erg.galval"_s)));
    session.history().follow();
    QTRY_VERIFY(session.history().isRead());
    QVERIFY(!session.history().past().problems.empty());
    QCOMPARE(session.history().origin().revision->number, 1);
}

void TestFileHistory::whatOthersSaveIsNotThatState()
{
    Session session;
    QVERIFY(session.saveAs(path(u"erg.galval"_s)));
    const std::filesystem::path file = path(u"erg.galval"_s).toStdU16String();
    core::Project theirs = session.project();
    theirs.levers.price = 1.2;
    QVERIFY(core::saveProject(file, theirs));
    QVERIFY(core::addRemark(file, approvalOf(1)));
    session.history().follow();
    QTRY_COMPARE(session.history().past().revisions.size(), std::size_t {2});
    QVERIFY(session.history().origin().approval);
    QVERIFY(session.setInput(u"levers.price"_s, 1.1));
    QCOMPARE(session.history().origin().revision->number, 1);
    QVERIFY(session.history().origin().isChanged);

    // Another file in its place, with approvals of its own.
    session.undoStack().undo();
    QVERIFY(QFile::remove(path(u"erg.galval"_s)));
    QVERIFY(core::saveProject(file, theirs));
    session.history().read();
    QTRY_COMPARE(session.history().past().revisions.size(), std::size_t {1});
    QVERIFY(core::addRemark(file, approvalOf(1, "Somebody")));
    session.history().read();
    QTRY_COMPARE(session.history().past().remarks.size(), std::size_t {1});
    QCOMPARE(session.history().past().remarks.front().author, std::string("Somebody"));
    QCOMPARE(session.history().origin().approval->author, std::string("A. Board"));
}

void TestFileHistory::damageIsAProblem()
{
    Session session;
    QVERIFY(session.saveAs(path(u"erg.galval"_s)));
    QFile file(path(u"erg.galval"_s));
    QVERIFY(file.resize(file.size() - 1000));
    session.history().follow();
    QTRY_VERIFY(session.history().isRead());
    QVERIFY(!session.history().past().problems.empty());
    QVERIFY(session.history().past().revisions.empty());
}

QTEST_GUILESS_MAIN(TestFileHistory)
#include "tst_filehistory.moc"
