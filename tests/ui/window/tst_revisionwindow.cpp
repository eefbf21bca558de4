#include "tests/ui/window/WindowTest.h"

#include "core/storage/ProjectHistory.h"
#include "ui/document/FileHistory.h"
#include "ui/pages/Page.h"
#include "ui/pages/SourceLine.h"
#include "ui/pages/history/RevisionList.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/window/ProjectFiles.h"

#include <QFileInfo>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;
using support::Desk;
using support::onNextDialog;

// A revision of the file, opened from History in a window of its own.
class TestRevisionWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheRevisionAsItWasSaved();
    void isSavedAsACopyOnly();
    void leavesTheProjectAlone();
    void whatCannotBeOpenedIsToldInASentence();

private:
    QString file() const { return m_desk->path(u"erg.galval"_s); }
    void open();

    std::unique_ptr<Desk> m_desk;
    QPointer<ui::MainWindow> m_window; // of the revision
};

void TestRevisionWindow::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QLocale::setDefault(QLocale(QLocale::English));
}

// Two revisions, the first of which is approved and open in a window of its own.
void TestRevisionWindow::init()
{
    m_desk = std::make_unique<Desk>();
    ui::Session& session = m_desk->session;
    QVERIFY(session.saveAs(file()));
    core::RemarkInfo approval;
    approval.kind = core::RemarkKind::approval;
    approval.revision = 1;
    approval.author = "A. Board";
    QVERIFY(session.addRemark(approval));
    QVERIFY(session.setInput(u"levers.price"_s, 1.25));
    QVERIFY(session.save());
    QTRY_COMPARE(session.history().past().revisions.size(), std::size_t {2});
    open();
}

void TestRevisionWindow::open()
{
    m_desk->window.goToPage(ui::PageId::history);
    auto* const list = m_desk->find<ui::RevisionList>(u"revisions"_s);
    QTRY_COMPARE(list->count(), 2);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
        list->visualRect(list->model()->index(1, 0)).center());
    auto* const button = m_desk->find<QPushButton>(u"history.open"_s);
    QCOMPARE(button->text(), u"Open 1"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    for (QWidget* const widget : QApplication::topLevelWidgets())
        if (auto* const window = qobject_cast<ui::MainWindow*>(widget);
            window && window != &m_desk->window)
            m_window = window;
}

void TestRevisionWindow::cleanup()
{
    if (m_window) {
        m_window->workspace().session().undoStack().setClean();
        m_window->close();
        QTRY_VERIFY(!m_window);
    }
    m_desk.reset();
}

void TestRevisionWindow::showsTheRevisionAsItWasSaved()
{
    QVERIFY(m_window && m_window->isVisible());
    ui::Session& session = m_window->workspace().session();
    QCOMPARE(session.project().levers.price, 1.0);
    QVERIFY(session.isReadOnly());
    QVERIFY(!session.isModified());
    QCOMPARE(m_window->windowTitle(), u"Revision 1 of erg.galval[*], read-only – Galval"_s);
    const auto* const bar = m_window->findChild<ui::NoticeBar*>(u"notice.access"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->notice(), u"Read-only. This is revision 1 of “erg.galval”, as it was saved."_s);
    QVERIFY(!m_window->findChild<QPushButton*>(u"notice.act"_s)->isVisible());
    // Its history ends with it, and so what is exported is what was approved.
    QTRY_COMPARE(session.history().past().revisions.size(), std::size_t {1});
    QVERIFY2(ui::sourceLine(session).contains(u"approved by A. Board"_s),
        qPrintable(ui::sourceLine(session)));
    QVERIFY(!session.history().isChangedSince(u"levers.price"_s));
    QVERIFY(session.setInput(u"levers.price"_s, 0.9));
    QVERIFY(ui::sourceLine(session).contains(u"with changes"_s));
}

void TestRevisionWindow::isSavedAsACopyOnly()
{
    ui::Session& session = m_window->workspace().session();
    const auto before = core::fingerprintOf(file().toStdU16String());
    QVERIFY(session.setInput(u"levers.price"_s, 0.9));
    QCOMPARE(session.save().error().code, core::ErrorCode::FileLocked);
    QVERIFY(!session.saveAs(file()));
    QVERIFY(*core::fingerprintOf(file().toStdU16String()) == *before);

    const QString copy = m_desk->path(u"Copy.galval"_s);
    onNextDialog([&](QDialog& dialog) { support::typeFileName(dialog, copy); });
    QVERIFY(m_window->files().save());
    QVERIFY(QFileInfo::exists(copy));
    QVERIFY(!session.isReadOnly());
    QVERIFY(!session.revision());
    QCOMPARE(m_window->windowTitle(), u"Copy.galval[*] – Galval"_s);
    QTRY_COMPARE(session.history().past().revisions.size(), std::size_t {1});
    QVERIFY(*core::fingerprintOf(file().toStdU16String()) == *before);
}

void TestRevisionWindow::leavesTheProjectAlone()
{
    QVERIFY(m_window->workspace().session().setInput(u"levers.price"_s, 0.5));
    QCOMPARE(m_desk->session.project().levers.price, 1.25);
    m_window->workspace().session().undoStack().setClean();
    m_window->close();
    QTRY_VERIFY(!m_window);
    // The project still has its file to itself.
    QVERIFY(!m_desk->session.isReadOnly());
    QVERIFY(m_desk->session.setInput(u"levers.price"_s, 1.3));
    QVERIFY(m_desk->session.save());
}

void TestRevisionWindow::whatCannotBeOpenedIsToldInASentence()
{
    m_window->close();
    QTRY_VERIFY(!m_window);
    QVERIFY(QFile::remove(file()));
    m_desk->window.workspace().openRevision(1);
    QVERIFY(!m_window);
    const auto* const bar = m_desk->find<ui::NoticeBar>(u"notice.note"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->notice(), u"There is no such file."_s);
}

QTEST_MAIN(TestRevisionWindow)
#include "tst_revisionwindow.moc"
