#include "tests/ui/window/SlowFiles.h"
#include "tests/ui/window/WindowTest.h"

#include "ui/pages/Page.h"
#include "ui/tables/NumberTable.h"
#include "ui/window/FileWork.h"
#include "ui/window/ProjectFiles.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using support::Desk;
using support::SlowFiles;

namespace {

constexpr int wait = 300; // milliseconds, long enough to be noticed

// Acts while the window waits for a file.
void meanwhile(const std::function<void()>& action)
{
    QTimer::singleShot(wait, qApp, action);
}

QString waitingText(const Desk& desk)
{
    const auto* const label = desk.find<QLabel>(u"waitingFor"_s);
    return label->isVisible() ? label->text() : QString();
}

QPushButton& cancelButton(const Desk& desk)
{
    return *desk.find<QPushButton>(u"giveUp"_s);
}

// Selects a cost, so that keys would change it.
void selectACost(Desk& desk)
{
    desk.window.goToInput(u"cost_lines.labour.fixed"_s);
    Desk::settle();
}

}

// Files that take their time: the window goes on living, and takes no input until they are done.
class TestFileWork : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void windowLivesWhileAFileIsOpened();
    void openingIsGivenUp_data();
    void openingIsGivenUp();
    void nothingChangesWhileAFileIsSaved();
    void windowIsClosedWhenItsProjectIsSaved();
    void theFileIsLeftBesideTheWindow();
    void aShareThatIsGoneDoesNotHoldUpTheEnd();
    void fastFilesAreNotSpokenOf();
    void failuresAreToldAsEver();
};

void TestFileWork::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestFileWork::windowLivesWhileAFileIsOpened()
{
    SlowFiles files;
    Desk desk(files);
    const QString path = desk.path(u"slow.galval"_s);
    QVERIFY(desk.session.saveAs(path));
    QVERIFY(desk.session.setInput(u"levers.price"_s, 0.5));
    desk.session.undoStack().setClean();
    selectACost(desk);
    const std::string before = desk.document();
    int ticks = 0;
    QTimer clock;
    connect(&clock, &QTimer::timeout, this, [&] { ++ticks; });
    clock.start(10);
    bool isLooked = false;
    files.hold();
    meanwhile([&] {
        isLooked = true;
        QCOMPARE(waitingText(desk), u"Opening “slow.galval”…"_s);
        QVERIFY(cancelButton(desk).isVisible());
        QVERIFY2(ticks > 10, qPrintable(QString::number(ticks)));
        // Neither keys, nor commands, nor the closing of the window get through.
        support::type(u"99"_s);
        QTest::keyClick(&desk.window, Qt::Key_Z, Qt::ControlModifier);
        QTest::mouseClick(desk.window.currentPage()->mainTable()->viewport(), Qt::LeftButton);
        desk.window.close();
        Desk::settle();
        QVERIFY(desk.window.isVisible());
        QCOMPARE(desk.document(), before);
        QVERIFY(!desk.window.currentPage()->mainTable()->findChild<QLineEdit*>());
        files.letGo();
    });
    desk.window.files().openFile(path);
    QVERIFY(isLooked);
    QCOMPARE(desk.session.project().levers.price, 1.0);
    QCOMPARE(waitingText(desk), QString());
    QVERIFY(!desk.session.isModified());
    // Everything works again.
    selectACost(desk);
    support::type(u"99"_s);
    support::press(Qt::Key_Return);
    QVERIFY(desk.session.isModified());
}

void TestFileWork::openingIsGivenUp_data()
{
    QTest::addColumn<bool>("isByKey");
    QTest::newRow("by the button") << false;
    QTest::newRow("by Esc") << true;
}

void TestFileWork::openingIsGivenUp()
{
    QFETCH(bool, isByKey);
    SlowFiles files;
    Desk desk(files);
    const QString path = desk.path(u"slow.galval"_s);
    QVERIFY(desk.session.saveAs(path));
    QVERIFY(desk.session.setInput(u"levers.price"_s, 0.5));
    desk.session.undoStack().setClean();
    const std::string before = desk.document();
    files.hold();
    meanwhile([&] {
        if (isByKey)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        else
            QTest::mouseClick(&cancelButton(desk), Qt::LeftButton);
    });
    desk.window.files().openFile(path);
    QCOMPARE(desk.document(), before);
    QCOMPARE(waitingText(desk), QString());
    QCOMPARE(desk.window.statusBar()->currentMessage(),
        u"“slow.galval” was not opened; the open project is as it was."_s);
    // What comes too late is of no matter.
    files.letGo();
    QTest::qWait(50);
    QCOMPARE(desk.document(), before);
    desk.window.files().openFile(path);
    QCOMPARE(desk.session.project().levers.price, 1.0);
}

void TestFileWork::nothingChangesWhileAFileIsSaved()
{
    SlowFiles files;
    Desk desk(files);
    const QString path = desk.path(u"slow.galval"_s);
    QVERIFY(desk.session.saveAs(path));
    QVERIFY(desk.session.setInput(u"levers.price"_s, 0.5));
    selectACost(desk);
    const std::string before = desk.document();
    bool isLooked = false;
    files.hold();
    meanwhile([&] {
        isLooked = true;
        QCOMPARE(waitingText(desk), u"Saving “slow.galval”…"_s);
        QVERIFY(!cancelButton(desk).isVisible());
        support::type(u"99"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // cannot be given up
        Desk::settle();
        QVERIFY(desk.session.isModified());
        files.letGo();
    });
    QVERIFY(desk.window.files().save());
    QVERIFY(isLooked);
    QVERIFY(!desk.session.isModified());
    QCOMPARE(desk.document(), before);
    ui::Session other;
    QVERIFY(other.open(path));
    QCOMPARE(core::writeProject(other.project()), before);
}

void TestFileWork::windowIsClosedWhenItsProjectIsSaved()
{
    SlowFiles files;
    Desk desk(files);
    const QString path = desk.path(u"slow.galval"_s);
    QVERIFY(desk.session.saveAs(path));
    QVERIFY(desk.session.setInput(u"levers.price"_s, 0.5));
    files.hold();
    support::onNextDialog([&](QDialog& dialog) {
        meanwhile([&] { files.letGo(); });
        qobject_cast<QMessageBox*>(&dialog)->button(QMessageBox::Save)->click();
    });
    QVERIFY(desk.window.close());
    QVERIFY(!desk.session.isModified());
    ui::Session other;
    QVERIFY(other.open(path));
    QCOMPARE(other.project().levers.price, 0.5);
}

void TestFileWork::theFileIsLeftBesideTheWindow()
{
    SlowFiles files;
    Desk desk(files);
    const QString path = desk.path(u"slow.galval"_s);
    QVERIFY(desk.session.saveAs(path));
    bool isLooked = false;
    files.hold();
    meanwhile([&] {
        isLooked = true;
        QCOMPARE(waitingText(desk), u"Closing “slow.galval”…"_s);
        files.letGo();
    });
    QVERIFY(desk.window.close());
    QVERIFY(isLooked);
    ui::Session other;
    QVERIFY(other.open(path));
    QVERIFY(!other.isReadOnly());
}

void TestFileWork::aShareThatIsGoneDoesNotHoldUpTheEnd()
{
    SlowFiles files;
    Desk desk(files);
    QVERIFY(desk.session.saveAs(desk.path(u"slow.galval"_s)));
    files.hold();
    QVERIFY(desk.window.close()); // after a while, with nobody there to give it up
    QVERIFY(!desk.window.isVisible());
    // It goes on beside, for as long as the program still does.
    files.letGo();
    QTRY_VERIFY(!QFile::exists(desk.path(u".slow.galval.lock"_s)));
}

void TestFileWork::fastFilesAreNotSpokenOf()
{
    Desk desk;
    const QString path = desk.path(u"fast.galval"_s);
    QVERIFY(desk.session.saveAs(path));
    QSignalSpy waiting(&desk.window.files().work(), &ui::FileWork::waiting);
    // However busy the disk of this computer is.
    QCOMPARE(desk.window.files().work().unnoticed(), std::chrono::milliseconds(100));
    desk.window.files().work().setUnnoticed(std::chrono::hours(1));
    desk.window.files().openFile(path);
    QVERIFY(desk.session.setInput(u"levers.price"_s, 0.5));
    QVERIFY(desk.window.files().save());
    QVERIFY(waiting.isEmpty());
    QVERIFY(!QApplication::overrideCursor());
}

void TestFileWork::failuresAreToldAsEver()
{
    SlowFiles files;
    Desk desk(files);
    const std::string before = desk.document();
    bool isTold = false;
    files.hold();
    meanwhile([&] { files.letGo(); });
    support::onNextDialog(
        [&](QDialog& dialog) { isTold = dialog.objectName() == u"fileFailure"_s; });
    desk.window.files().openFile(desk.path(u"nothing.galval"_s));
    QVERIFY(isTold);
    QCOMPARE(desk.document(), before);
}

QTEST_MAIN(TestFileWork)
#include "tst_filework.moc"
