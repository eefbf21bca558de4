#include "tests/ui/BusyThreads.h"
#include "tests/ui/window/WindowTest.h"

#include "core/project/DefaultProject.h"
#include "ui/document/FileThreads.h"
#include "ui/document/UnsavedWork.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/Page.h"
#include "ui/pages/attribution/AttributionView.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/window/RecentModel.h"
#include "ui/window/RecentTable.h"
#include "ui/window/StartScreen.h"
#include "ui/window/TemplateTile.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Desk;
using support::onNextDialog;

namespace {

struct StartDesk : Desk {
    explicit StartDesk(const QStringList& names = {})
    {
        for (const QString& name : names) {
            ui::Session other;
            other.setAuthor(u"Ann"_s);
            [&] { QVERIFY(other.saveAs(path(name))); }();
            preferences.addRecentFile(path(name));
        }
        window.showStart();
        settle();
    }

    ui::RecentTable& recent() const { return *find<ui::RecentTable>(u"recentFiles"_s); }
    QString text(int row, int column) const
    {
        return support::plain(recent().model()->index(row, column).data().toString());
    }
    void click(const QString& button) const
    {
        QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
        settle();
    }
    void doubleClick(int row) const
    {
        const QPoint place = recent().visualRect(recent().model()->index(row, 0)).center();
        QTest::mouseClick(recent().viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(recent().viewport(), Qt::LeftButton, {}, place);
        settle();
    }
};

// What a program that was killed leaves: its copy, with the number of a process that is gone.
void leaveWork(const QString& folder, const QString& project)
{
    ui::Session session;
    QVERIFY(session.saveAs(project));
    ui::UnsavedWork work(session, folder, 1ms);
    const QSignalSpy kept(&work, &ui::UnsavedWork::kept);
    QVERIFY(session.setInput(u"levers.price"_s, 1.25));
    QTRY_COMPARE(kept.size(), 1);
    QFile copy(QDir(folder).filePath(QDir(folder).entryList({u"*.recovery"_s}).constFirst()));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    static const QRegularExpression process(u"\"process\": \\d+"_s);
    const QString text = QString::fromUtf8(copy.readAll());
    QFile left(QDir(folder).filePath(u"999999999-project-1.recovery"_s));
    QVERIFY(left.open(QIODevice::WriteOnly));
    QVERIFY(left.write(QString(text).replace(process, u"\"process\": 999999999"_s).toUtf8()) > 0);
}

}

class TestStart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void listsRecentFilesWithTheirFigures();
    void opensARecentFileByMouseAndKeyboard();
    void filtersByNameAndFolder();
    void aFileThatIsGoneStaysAndIsFound();
    void filesThatHangAreGivenUp();
    void saysWhoHasAFileOpen();
    void templatesStartAProject_data();
    void templatesStartAProject();
    void enterPressesTheButtonWithTheFocus();
    void commandsOfAProjectWait();
    void closingAProjectLeadsBack();
    void unsavedWorkIsRecovered();
    void unsavedWorkIsComparedWithTheFile();
    void unsavedWorkThatCannotBeReadIsToldOf_data();
    void unsavedWorkThatCannotBeReadIsToldOf();
    void unsavedWorkIsDiscarded();
    void unsavedWorkIsOfferedBesideAnOpenFile();
};

void TestStart::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestStart::listsRecentFilesWithTheirFigures()
{
    const StartDesk desk({u"First.galval"_s, u"Second.galval"_s, u"Third.json"_s});
    QVERIFY(desk.window.isAtStart());
    QCOMPARE(desk.window.windowTitle(), u"Start – Galval"_s);
    QCOMPARE(desk.recent().model()->rowCount(), 3);
    QTRY_COMPARE(desk.text(1, ui::RecentModel::author), u"Ann"_s);
    QCOMPARE(desk.text(1, ui::RecentModel::name), u"Second"_s);
    QCOMPARE(desk.text(1, ui::RecentModel::revision), u"1"_s);
    QVERIFY(desk.text(1, ui::RecentModel::saved).startsWith(u"Today, "_s));
    const auto npv =
        desk.session.evaluation()->metrics(core::PlantCase::project)[core::Metric::npv];
    QCOMPARE(desk.text(1, ui::RecentModel::npv), ui::DisplayFormat().money(*npv));
    // A document without revisions has no figures to show.
    QCOMPARE(desk.text(0, ui::RecentModel::npv), QString());
}

void TestStart::opensARecentFileByMouseAndKeyboard()
{
    {
        const StartDesk desk({u"First.galval"_s, u"Second.galval"_s});
        desk.doubleClick(1);
        QVERIFY(!desk.window.isAtStart());
        QCOMPARE(desk.session.displayName(), u"First.galval"_s);
    }
    const StartDesk desk({u"First.galval"_s, u"Second.galval"_s});
    desk.recent().setFocus();
    support::press(Qt::Key_Down);
    support::press(Qt::Key_Return);
    QVERIFY(!desk.window.isAtStart());
    QCOMPARE(desk.session.displayName(), u"First.galval"_s);
}

void TestStart::filtersByNameAndFolder()
{
    const StartDesk desk({u"Gallium.galval"_s, u"Vanadium (sketch).galval"_s});
    auto& filter = *desk.find<QLineEdit>(u"start.filter"_s);
    filter.setFocus();
    QTest::keyClicks(&filter, u"VANADIUM ("_s);
    QCOMPARE(desk.recent().model()->rowCount(), 1);
    QVERIFY(desk.text(0, ui::RecentModel::name).startsWith(u"Vanadium"_s));
    filter.clear();
    QTest::keyClicks(&filter, QFileInfo(desk.folder.path()).fileName());
    QCOMPARE(desk.recent().model()->rowCount(), 2);
}

void TestStart::aFileThatIsGoneStaysAndIsFound()
{
    StartDesk desk({u"Moved.galval"_s});
    QVERIFY(QFile::rename(desk.path(u"Moved.galval"_s), desk.path(u"Elsewhere.galval"_s)));
    desk.window.showStart();
    QTRY_VERIFY(desk.text(0, ui::RecentModel::state).startsWith(u"missing"_s));
    onNextDialog([&](QDialog& dialog) {
        QCOMPARE(dialog.objectName(), u"findProject"_s);
        support::typeFileName(dialog, desk.path(u"Elsewhere.galval"_s));
    });
    desk.doubleClick(0);
    QTRY_VERIFY(!desk.window.isAtStart());
    QCOMPARE(desk.preferences.recentFiles(), QStringList {desk.path(u"Elsewhere.galval"_s)});
}

void TestStart::filesThatHangAreGivenUp()
{
    StartDesk desk({u"First.galval"_s});
    const support::BusyThreads files(ui::fileThreads());
    {
        const ui::RecentModel model(desk.preferences);
        QVERIFY(!QTest::qWaitFor(
            [&] { return model.file(0).state != ui::RecentFile::State::unread; }, 300));
    }
}

void TestStart::saysWhoHasAFileOpen()
{
    StartDesk desk({u"Shared.galval"_s});
    ui::Session other;
    other.setAuthor(u"Анна Ким"_s);
    QVERIFY(other.open(desk.path(u"Shared.galval"_s)));
    desk.window.showStart();
    QTRY_VERIFY(desk.text(0, ui::RecentModel::state).contains(u"Анна Ким"_s));
}

void TestStart::templatesStartAProject_data()
{
    QTest::addColumn<QString>("tile");
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("the example") << u"template.example"_s << false;
    QTest::newRow("an empty one") << u"template.empty"_s << true;
    QTest::newRow("the button above") << u"start.new"_s << false;
}

void TestStart::templatesStartAProject()
{
    QFETCH(QString, tile);
    QFETCH(bool, isEmpty);
    const StartDesk desk;
    desk.click(tile);
    QVERIFY(!desk.window.isAtStart());
    QVERIFY(desk.session.project() == (isEmpty ? core::emptyProject() : core::defaultProject()));
    QVERIFY(!desk.session.isModified());
    QVERIFY(desk.session.isEvaluated());
}

void TestStart::enterPressesTheButtonWithTheFocus()
{
    const StartDesk desk;
    desk.find<QPushButton>(u"start.new"_s)->setFocus(Qt::TabFocusReason);
    support::press(Qt::Key_Return);
    QVERIFY(!desk.window.isAtStart());
}

void TestStart::commandsOfAProjectWait()
{
    const StartDesk desk;
    const core::Project before = desk.session.project();
    // Neither a dialog for a name nor a page behind the start screen.
    QTest::keyClick(desk.window.focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTest::keyClick(desk.window.focusWidget(), Qt::Key_3, Qt::ControlModifier);
    Desk::settle();
    QVERIFY(desk.window.isAtStart());
    QCOMPARE(desk.window.currentPage()->pageId(), ui::PageId::overview);
    desk.click(u"start.new"_s);
    QTest::keyClick(desk.window.focusWidget(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(desk.window.currentPage()->pageId(), ui::PageId::prices);
    QVERIFY(desk.session.project() == before);
}

void TestStart::closingAProjectLeadsBack()
{
    StartDesk desk({u"First.galval"_s});
    desk.doubleClick(0);
    QVERIFY(!desk.window.isAtStart());
    QTest::keyClick(desk.window.focusWidget(), Qt::Key_W, Qt::ControlModifier);
    Desk::settle();
    QVERIFY(desk.window.isAtStart());
    QVERIFY(desk.session.filePath().isEmpty());
    QVERIFY(!QFile::exists(desk.path(u".First.galval.lock"_s)));
}

void TestStart::unsavedWorkIsRecovered()
{
    StartDesk desk;
    const QString copies = desk.path(u"copies"_s);
    leaveWork(copies, desk.path(u"Lost.galval"_s));
    ui::UnsavedWork work(desk.session, copies, 1ms);
    desk.window.offer(work);
    QTRY_VERIFY(desk.find<QPushButton>(u"recovery.recover"_s));
    const auto* const bar = desk.find<ui::NoticeBar>(u"recovery"_s);
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->notice().startsWith(u"“Lost.galval” was not closed properly"_s),
        qPrintable(bar->notice()));
    desk.click(u"recovery.recover"_s);
    QTRY_VERIFY(!desk.window.isAtStart());
    QCOMPARE(desk.session.displayName(), u"Lost.galval"_s);
    QCOMPARE(desk.session.project().levers.price, 1.25);
    QVERIFY(desk.session.isModified());
    QVERIFY(desk.session.save());
    QTRY_VERIFY(QDir(copies).entryList(QDir::Files).isEmpty());
}

void TestStart::unsavedWorkIsComparedWithTheFile()
{
    StartDesk desk;
    const QString copies = desk.path(u"copies"_s);
    leaveWork(copies, desk.path(u"Lost.galval"_s));
    ui::UnsavedWork work(desk.session, copies, 1ms);
    desk.window.offer(work);
    QTRY_VERIFY(desk.find<QPushButton>(u"recovery.compare"_s));
    bool isCompared = false;
    support::onNextDialog([&](QDialog& dialog) {
        auto* const view = dialog.findChild<ui::AttributionView*>();
        QVERIFY(view);
        QTRY_COMPARE(view->figure().figure().bars.size(), std::size_t {3});
        const ui::TableContent& changes = view->table().content();
        QCOMPARE(changes.rowCount(), 2); // the price and the sum
        QVERIFY(changes.rowOf(u"levers.price"_s));
        isCompared = true;
    });
    desk.click(u"recovery.compare"_s);
    QTRY_VERIFY(isCompared);
    // Nothing is decided by looking.
    QVERIFY(desk.window.isAtStart());
    QVERIFY(desk.find<ui::NoticeBar>(u"recovery"_s)->isVisible());
    QCOMPARE(QDir(copies).entryList(QDir::Files).size(), 1);
}

void TestStart::unsavedWorkThatCannotBeReadIsToldOf_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("failure");
    QTest::newRow("recovering") << u"recovery.recover"_s << u"recoveryFailure"_s
                                << u"The unsaved changes cannot be read"_s;
    QTest::newRow("comparing") << u"recovery.compare"_s << u"comparisonFailure"_s
                               << u"The two cannot be compared"_s;
}

void TestStart::unsavedWorkThatCannotBeReadIsToldOf()
{
    QFETCH(QString, command);
    QFETCH(QString, box);
    QFETCH(QString, failure);
    StartDesk desk;
    const QString copies = desk.path(u"copies"_s);
    leaveWork(copies, desk.path(u"Lost.galval"_s));
    ui::UnsavedWork work(desk.session, copies, 1ms);
    desk.window.offer(work);
    QTRY_VERIFY(desk.find<QPushButton>(command));
    QVERIFY(QFile::resize(copies + u"/999999999-project-1.recovery"_s, 100));
    bool isTold = false;
    support::onNextDialog([&](QDialog& dialog) {
        const auto& message = dynamic_cast<QMessageBox&>(dialog);
        QCOMPARE(message.objectName(), box);
        QCOMPARE(message.text(), failure);
        QVERIFY(!message.informativeText().isEmpty());
        isTold = true;
    });
    desk.click(command);
    QTRY_VERIFY(isTold);
    QVERIFY(desk.window.isAtStart());
    QVERIFY(desk.find<ui::NoticeBar>(u"recovery"_s)->isVisible());
}

void TestStart::unsavedWorkIsDiscarded()
{
    StartDesk desk;
    const QString copies = desk.path(u"copies"_s);
    leaveWork(copies, desk.path(u"Lost.galval"_s));
    ui::UnsavedWork work(desk.session, copies, 1ms);
    desk.window.offer(work);
    QTRY_VERIFY(desk.find<QPushButton>(u"recovery.discard"_s));
    desk.click(u"recovery.discard"_s);
    QTRY_VERIFY(!desk.find<ui::NoticeBar>(u"recovery"_s));
    QTRY_VERIFY(QDir(copies).entryList(QDir::Files).isEmpty());
    QVERIFY(desk.window.isAtStart());
}

void TestStart::unsavedWorkIsOfferedBesideAnOpenFile()
{
    Desk desk;
    const QString copies = desk.path(u"copies"_s);
    leaveWork(copies, desk.path(u"Lost.galval"_s));
    ui::UnsavedWork work(desk.session, copies, 1ms);
    desk.window.offer(work);
    auto* const notice = desk.find<ui::NoticeBar>(u"notice.recovery"_s);
    QTRY_VERIFY(notice->isVisible());
    QTest::mouseClick(&notice->button(), Qt::LeftButton);
    Desk::settle();
    QVERIFY(desk.window.isAtStart());
    QVERIFY(desk.find<ui::NoticeBar>(u"recovery"_s)->isVisible());
}

QTEST_MAIN(TestStart)
#include "tst_start.moc"
