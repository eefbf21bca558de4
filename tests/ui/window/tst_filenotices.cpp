#include "tests/ui/window/WindowTest.h"

#include "ui/document/UnsavedWork.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/window/ProjectFiles.h"

#include <QDateTime>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Desk;
using support::onNextDialog;

namespace {

struct SharedDesk : Desk {
    QString file = path(u"Shared.galval"_s);

    SharedDesk()
    {
        ui::Session other;
        [&] { QVERIFY(other.saveAs(file)); }();
    }

    ui::NoticeBar& bar() const { return *find<ui::NoticeBar>(u"notice.access"_s); }
    QPushButton& act() const { return *find<QPushButton>(u"notice.act"_s); }
    void open()
    {
        window.files().openFile(file);
        settle();
    }
    // Of a machine that was not seen for an hour.
    void leaveLock() const
    {
        QFile lock(path(u".Shared.galval.lock"_s));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        QVERIFY(lock.write(R"({"user":"Ann","machine":"FIN-PC12","process":1,)"
                           R"("taken_at":"2026-11-23T18:05:09Z","id":"x"})") > 0);
        lock.close();
        QVERIFY(lock.open(QIODevice::ReadWrite));
        QVERIFY(lock.setFileTime(
            QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
    }
};

}

class TestFileNotices : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aFreeFileNeedsNoWords();
    void saysWhoHasTheFileAndSavesACopy();
    void aFileThatIsFreeAgainIsReopened();
    void warnsWhileNoCopyOfChangesIsKept();
    void aLockLeftBehindIsTakenOverKnowingly_data();
    void aLockLeftBehindIsTakenOverKnowingly();
};

void TestFileNotices::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestFileNotices::aFreeFileNeedsNoWords()
{
    SharedDesk desk;
    desk.open();
    QVERIFY(!desk.bar().isVisible());
    QVERIFY(!desk.window.windowTitle().contains(u"read-only"_s));
}

void TestFileNotices::saysWhoHasTheFileAndSavesACopy()
{
    SharedDesk desk;
    ui::Session other;
    other.setAuthor(u"Анна Ким"_s);
    QVERIFY(other.open(desk.file));
    desk.open();
    QVERIFY(desk.bar().isVisible());
    QVERIFY2(desk.bar().notice().startsWith(u"Read-only. Анна Ким has the file open on "_s),
        qPrintable(desk.bar().notice()));
    QVERIFY(desk.window.windowTitle().contains(u"(read-only)"_s));
    QVERIFY(!desk.act().isVisible()); // whoever works on it keeps it

    const QString copy = desk.path(u"Copy.galval"_s);
    onNextDialog([&](QDialog& dialog) { support::typeFileName(dialog, copy); });
    QTest::mouseClick(desk.find<QPushButton>(u"notice.copy"_s), Qt::LeftButton);
    Desk::settle();
    QVERIFY(QFile::exists(copy));
    QVERIFY(!desk.bar().isVisible());
    QVERIFY(!desk.session.isReadOnly());
}

void TestFileNotices::aFileThatIsFreeAgainIsReopened()
{
    SharedDesk desk;
    {
        ui::Session other;
        QVERIFY(other.open(desk.file));
        desk.open();
        QVERIFY(other.setInput(u"levers.price"_s, 1.5));
        QVERIFY(other.save());
    }
    desk.session.fileAccess()->refresh();
    QVERIFY2(desk.bar().notice().contains(u"free now"_s), qPrintable(desk.bar().notice()));
    QTest::mouseClick(&desk.act(), Qt::LeftButton);
    Desk::settle();
    QVERIFY(!desk.session.isReadOnly());
    QVERIFY(!desk.bar().isVisible());
    QCOMPARE(desk.session.project().levers.price, 1.5);
}

void TestFileNotices::warnsWhileNoCopyOfChangesIsKept()
{
    SharedDesk desk;
    desk.open();
    QFile inTheWay(desk.path(u"copies"_s)); // of the folder
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    ui::UnsavedWork work(desk.session, inTheWay.fileName(), 1ms);
    desk.window.offer(work);
    const auto* const bar = desk.find<ui::NoticeBar>(u"notice.loss"_s);
    QVERIFY(!bar->isVisible());
    QVERIFY(desk.session.setInput(u"levers.price"_s, 1.1));
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->notice().startsWith(u"Your latest changes would be lost if the program ended"_s),
        qPrintable(bar->notice()));
    QTest::mouseClick(&bar->button(), Qt::LeftButton);
    QTRY_VERIFY(!desk.session.isModified());
    QVERIFY(!bar->isVisible());
}

void TestFileNotices::aLockLeftBehindIsTakenOverKnowingly_data()
{
    QTest::addColumn<bool>("isWanted");
    QTest::newRow("cancelled") << false;
    QTest::newRow("taken over") << true;
}

void TestFileNotices::aLockLeftBehindIsTakenOverKnowingly()
{
    QFETCH(bool, isWanted);
    SharedDesk desk;
    desk.leaveLock();
    desk.open();
    QVERIFY(desk.act().isVisible());
    bool isAsked = false;
    onNextDialog([&](QDialog& dialog) {
        isAsked = true;
        auto& box = dynamic_cast<QMessageBox&>(dialog);
        QCOMPARE(box.objectName(), u"takeOver"_s);
        QVERIFY2(box.informativeText().startsWith(u"Ann had the file open on FIN-PC12"_s),
            qPrintable(box.informativeText()));
        for (QAbstractButton* const button : box.buttons())
            if ((box.buttonRole(button) == QMessageBox::AcceptRole) == isWanted)
                QTest::mouseClick(button, Qt::LeftButton);
    });
    QTest::mouseClick(&desk.act(), Qt::LeftButton);
    QTRY_VERIFY(isAsked); // the question comes after the click was handled
    QTRY_COMPARE(!desk.session.isReadOnly(), isWanted);
    QCOMPARE(desk.bar().isVisible(), !isWanted);
}

QTEST_MAIN(TestFileNotices)
#include "tst_filenotices.moc"
