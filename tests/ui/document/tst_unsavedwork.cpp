#include "ui/document/UnsavedWork.h"

#include "core/project/DefaultProject.h"
#include "core/storage/ProjectFile.h"
#include "ui/document/Session.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::Session;
using ui::UnsavedWork;

// Unsaved work of a program that may end at any moment.
class TestUnsavedWork : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keepsACopyOnceTypingRests();
    void nothingStaysAfterSaving();
    void nothingStaysAfterUndoingAll();
    void nothingStaysAfterClosing();
    void whatIsLeftIsOpenedAsChanges();
    void whatIsLeftStaysUntilThereIsAnotherCopy();
    void saysWhyThereIsNoCopy();
    void whatHasNoFileIsOpenedWithoutOne();
    void saysWhyItsFileCannotBeOpened();
    void saysThatSomebodyElseSavedSince();
    void whatIsDiscardedIsGone();
    void aDamagedCopyLeavesTheProjectAsItIs();

private:
    QString copies() const { return m_folder->filePath(u"copies"_s); }
    QString project() const { return m_folder->filePath(u"erg.galval"_s); }
    QStringList files() const { return QDir(copies()).entryList(QDir::Files | QDir::Hidden); }
    void leave(const QString& origin);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUnsavedWork::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

// What a program that was killed leaves: its copy, with the number of a process that is gone.
void TestUnsavedWork::leave(const QString& origin)
{
    Session session;
    if (!origin.isEmpty())
        QVERIFY(session.saveAs(origin));
    UnsavedWork work(session, copies(), 1ms);
    const QSignalSpy kept(&work, &UnsavedWork::kept);
    QVERIFY(session.setInput(u"levers.price"_s, 1.25));
    QTRY_COMPARE(kept.size(), 1);
    QFile copy(QDir(copies()).filePath(files().constFirst()));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QByteArray text = copy.readAll();
    static const QRegularExpression process(u"\"process\": \\d+"_s);
    text = QString::fromUtf8(text).replace(process, u"\"process\": 999999999"_s).toUtf8();
    QFile left(QDir(copies()).filePath(u"999999999-project-1.recovery"_s));
    QVERIFY(left.open(QIODevice::WriteOnly));
    QCOMPARE(left.write(text), text.size());
}

void TestUnsavedWork::keepsACopyOnceTypingRests()
{
    Session session;
    UnsavedWork work(session, copies(), 150ms);
    const QSignalSpy kept(&work, &UnsavedWork::kept);
    QVERIFY(!work.left().size());
    for (const double price : {1.1, 1.2, 1.3}) {
        QVERIFY(session.setInput(u"levers.price"_s, price));
        QTest::qWait(20);
    }
    QVERIFY(files().isEmpty());
    QTRY_COMPARE(kept.size(), 1);
    QCOMPARE(files().size(), 1);
    QVERIFY(session.setInput(u"levers.price"_s, 1.4));
    QTRY_COMPARE(kept.size(), 2);
    QCOMPARE(files().size(), 1);
}

void TestUnsavedWork::nothingStaysAfterSaving()
{
    Session session;
    UnsavedWork work(session, copies(), 1ms);
    QVERIFY(session.setInput(u"levers.price"_s, 1.1));
    QTRY_COMPARE(files().size(), 1);
    QVERIFY(session.saveAs(project()));
    QTRY_VERIFY(files().isEmpty());
}

void TestUnsavedWork::nothingStaysAfterUndoingAll()
{
    Session session;
    UnsavedWork work(session, copies(), 1ms);
    QVERIFY(session.setInput(u"levers.price"_s, 1.1));
    QTRY_COMPARE(files().size(), 1);
    session.undoStack().undo();
    QTRY_VERIFY(files().isEmpty());
}

void TestUnsavedWork::nothingStaysAfterClosing()
{
    Session session;
    {
        UnsavedWork work(session, copies(), 1ms);
        QVERIFY(session.setInput(u"levers.price"_s, 1.1));
        QTRY_COMPARE(files().size(), 1);
        QVERIFY(session.setInput(u"levers.price"_s, 1.2)); // about to be kept
    }
    QVERIFY(files().isEmpty());
}

void TestUnsavedWork::whatIsLeftIsOpenedAsChanges()
{
    leave(project());
    Session session;
    UnsavedWork work(session, copies(), 1h);
    const QSignalSpy found(&work, &UnsavedWork::leftChanged);
    work.look();
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(work.left().size(), 1U);
    QCOMPARE(work.left().front().name, "erg.galval");
    const core::Result<QString> recovered = work.recover(work.left().front());
    QVERIFY(recovered);
    QVERIFY2(recovered->isEmpty(), qPrintable(*recovered));
    QCOMPARE(session.filePath(), project());
    QCOMPARE(session.project().levers.price, 1.25);
    QVERIFY(session.isModified());
    QVERIFY(work.left().empty());
    // The old copy goes once there is one of this program, so that there is always one.
    QTRY_VERIFY(files().size() == 1 && !files().constFirst().startsWith(u"999999999"_s));
    session.undoStack().undo();
    QCOMPARE(session.project().levers.price, 1.0);
    QTRY_VERIFY(files().isEmpty());
}

void TestUnsavedWork::whatIsLeftStaysUntilThereIsAnotherCopy()
{
    leave(project());
    const QString left = files().constFirst();
    Session session;
    UnsavedWork work(session, copies(), 20ms);
    QVERIFY(session.setInput(u"levers.price"_s, 1.1));
    QTRY_COMPARE(files().size(), 2);
    QStringList own = files();
    own.removeAll(left);
    session.undoStack().undo();
    QTRY_COMPARE(files(), QStringList {left});
    QVERIFY(QDir(copies()).mkdir(own.constFirst())); // in the way of the next copy
    work.look();
    QTRY_COMPARE(work.left().size(), 1U);
    QVERIFY(work.recover(work.left().front()));
    const QSignalSpy looked(&work, &UnsavedWork::leftChanged);
    work.look(); // after the copy was tried
    QTRY_COMPARE(looked.size(), 1);
    QCOMPARE(work.left().size(), 1U);
    QVERIFY(QDir(copies()).rmdir(own.constFirst()));
    QTRY_COMPARE(files(), own);
}

void TestUnsavedWork::saysWhyThereIsNoCopy()
{
    QFile inTheWay(copies()); // of the folder
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Session session;
    UnsavedWork work(session, copies(), 1ms);
    QSignalSpy told(&work, &UnsavedWork::failureChanged);
    QVERIFY(session.setInput(u"levers.price"_s, 1.1));
    QTRY_VERIFY(!work.failure().isEmpty());
    QVERIFY2(work.failure().startsWith(u"The folder for unsaved work cannot be made: "_s),
        qPrintable(work.failure()));
    QTest::qWait(20); // it is tried again, and told of once
    QCOMPARE(told.size(), 1);
    inTheWay.remove();
    QTRY_VERIFY(work.failure().isEmpty());
    QTRY_COMPARE(files().size(), 1);
    QCOMPARE(told.size(), 2);
}

void TestUnsavedWork::whatHasNoFileIsOpenedWithoutOne()
{
    leave({});
    Session session;
    UnsavedWork work(session, copies(), 1h);
    work.look();
    QTRY_COMPARE(work.left().size(), 1U);
    QVERIFY(work.recover(work.left().front()));
    QVERIFY(session.filePath().isEmpty());
    QCOMPARE(session.project().levers.price, 1.25);
    QVERIFY(session.isModified());
}

void TestUnsavedWork::saysWhyItsFileCannotBeOpened()
{
    leave(project());
    QVERIFY(QFile::remove(project()));
    Session session;
    UnsavedWork work(session, copies(), 1h);
    work.look();
    QTRY_COMPARE(work.left().size(), 1U);
    const QString reason =
        QString::fromStdString(Session().open(project()).error().problems.front().message);
    const core::Result<QString> recovered = work.recover(work.left().front());
    QVERIFY(recovered);
    QVERIFY2(recovered->contains(reason), qPrintable(*recovered));
    QVERIFY(session.filePath().isEmpty());
    QCOMPARE(session.project().levers.price, 1.25);
}

void TestUnsavedWork::saysThatSomebodyElseSavedSince()
{
    leave(project());
    QVERIFY(core::saveProject(project().toStdString(), core::defaultProject()));
    Session session;
    UnsavedWork work(session, copies(), 1h);
    work.look();
    QTRY_COMPARE(work.left().size(), 1U);
    const core::Result<QString> recovered = work.recover(work.left().front());
    QVERIFY(recovered);
    QVERIFY2(recovered->contains(u"somebody else"_s), qPrintable(*recovered));
    QCOMPARE(session.project().levers.price, 1.25);
}

void TestUnsavedWork::whatIsDiscardedIsGone()
{
    leave(project());
    Session session;
    UnsavedWork work(session, copies(), 1h);
    work.look();
    QTRY_COMPARE(work.left().size(), 1U);
    work.discard(work.left().front());
    QVERIFY(work.left().empty());
    QTRY_VERIFY(files().isEmpty());
}

void TestUnsavedWork::aDamagedCopyLeavesTheProjectAsItIs()
{
    leave(project());
    Session session;
    UnsavedWork work(session, copies(), 1h);
    work.look();
    QTRY_COMPARE(work.left().size(), 1U);
    QFile copy(QDir(copies()).filePath(files().constFirst()));
    QVERIFY(copy.resize(100));
    const core::Project before = session.project();
    QVERIFY(!work.recover(work.left().front()));
    QVERIFY(session.project() == before);
    QCOMPARE(work.left().size(), 1U);
}

QTEST_GUILESS_MAIN(TestUnsavedWork)
#include "tst_unsavedwork.moc"
