#include "tests/support/LargeProject.h"
#include "tests/ui/window/WindowTest.h"

#include "core/project/DefaultProject.h"
#include "core/project/ProjectJson.h"
#include "ui/pages/Page.h"
#include "ui/pages/PageList.h"
#include "ui/tables/NumberTable.h"
#include "ui/window/Errors.h"
#include "ui/window/ProjectFiles.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

using namespace Qt::StringLiterals;
using support::Desk;
using support::onNextDialog;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void changeSomething(Desk& desk)
{
    QVERIFY(desk.session.setInput(u"levers.price"_s, 1.1).hasValue());
    Desk::settle();
}

}

class TestProjectFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void savesByKeyboardAndOpensAgain();
    void asksBeforeChangesAreLost_data();
    void asksBeforeChangesAreLost();
    void savingFromTheQuestionSaves();
    void refusesBadFilesWithASentence_data();
    void refusesBadFilesWithASentence();
    void opensAFileThatIsDropped();
    void opensAProjectWithErrorsAndLeadsToThem();
    void keepsRecentFiles();
    void aCommentGoesWithTheRevision();
    void staysUsableWithALargeProject();
};

void TestProjectFiles::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestProjectFiles::savesByKeyboardAndOpensAgain()
{
    Desk desk;
    changeSomething(desk);
    QVERIFY(desk.window.isWindowModified());
    const QString path = desk.path(u"Проект қазақша.galval"_s);
    onNextDialog([&](QDialog& dialog) { support::typeFileName(dialog, path); });
    QTest::keyClick(&desk.window, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(QFile::exists(path));
    QVERIFY(!desk.window.isWindowModified());
    QCOMPARE(desk.window.windowTitle(), u"Проект қазақша.galval[*] – Galval"_s);

    Desk other;
    onNextDialog([&](QDialog& dialog) { support::typeFileName(dialog, path); });
    QTest::keyClick(&other.window, Qt::Key_O, Qt::ControlModifier);
    QVERIFY(other.session.project() == desk.session.project());
}

void TestProjectFiles::asksBeforeChangesAreLost_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("cancel keeps the window") << int {QMessageBox::Cancel} << false;
    QTest::newRow("don't save closes it") << int {QMessageBox::Discard} << true;
}

void TestProjectFiles::asksBeforeChangesAreLost()
{
    QFETCH(int, button);
    QFETCH(bool, isClosed);
    Desk desk;
    changeSomething(desk);
    const core::Project before = desk.session.project();
    onNextDialog([&](QDialog& dialog) {
        auto& box = dynamic_cast<QMessageBox&>(dialog);
        QCOMPARE(box.objectName(), u"unsavedChanges"_s);
        QTest::mouseClick(
            box.button(static_cast<QMessageBox::StandardButton>(button)), Qt::LeftButton);
    });
    QCOMPARE(desk.window.close(), isClosed);
    QVERIFY(desk.session.project() == before);
}

void TestProjectFiles::savingFromTheQuestionSaves()
{
    Desk desk;
    const QString path = desk.path(u"kept.galval"_s);
    QVERIFY(desk.session.saveAs(path).hasValue());
    changeSomething(desk);
    onNextDialog([](QDialog& dialog) {
        auto* const comment = dialog.findChild<QLineEdit*>(u"unsavedChanges.comment"_s);
        QVERIFY(comment && comment->isVisible());
        QAbstractButton* const save = dynamic_cast<QMessageBox&>(dialog).button(QMessageBox::Save);
        // Below the question and above its buttons, none of which it takes the room of.
        QVERIFY(comment->width() > 200);
        QVERIFY(comment->geometry().bottom() < save->mapTo(&dialog, QPoint()).y());
        QVERIFY(!comment->hasFocus());
        QTest::keyClicks(comment, u"Before the holidays"_s);
        QTest::mouseClick(save, Qt::LeftButton);
    });
    QTest::keyClick(&desk.window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(desk.session.project().levers.price, 1.0);
    QCOMPARE(core::loadProject(path.toStdString())->revisions.back().comment,
        std::string("Before the holidays"));
    QVERIFY(desk.session.open(path).hasValue());
    QCOMPARE(desk.session.project().levers.price, 1.1);
}

void TestProjectFiles::refusesBadFilesWithASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    QByteArray newer = QByteArray::fromStdString(core::defaultProjectText());
    newer.replace("\"version\": 1", "\"version\": 7");
    QTest::newRow("no project at all") << u"a.galval"_s << QByteArray("hello") << u"a.galval"_s;
    QTest::newRow("empty") << u"b.json"_s << QByteArray() << u"b.json"_s;
    QTest::newRow("cut short") << u"c.json"_s
                               << QByteArray::fromStdString(core::defaultProjectText()).left(500)
                               << u"c.json"_s;
    QTest::newRow("a later version") << u"d.json"_s << newer << u"newer Galval"_s;
    QTest::newRow("a cut database")
        << u"e.galval"_s << QByteArray("SQLite format 3").append('\0').append(90, 'x')
        << u"e.galval"_s;
    QTest::newRow("an unknown field") << u"f.json"_s
                                      << QByteArray::fromStdString(core::defaultProjectText())
                                             .replace("\"levers\"", "\"leavers\"")
                                      << u"leavers"_s;
}

void TestProjectFiles::refusesBadFilesWithASentence()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    Desk desk;
    write(desk.path(name), content);
    const core::Project before = desk.session.project();
    QString said;
    onNextDialog([&](QDialog& open) {
        onNextDialog([&](QDialog& failure) {
            const auto& box = dynamic_cast<QMessageBox&>(failure);
            QCOMPARE(box.objectName(), u"fileFailure"_s);
            said = box.text() + u' ' + box.informativeText();
        });
        support::typeFileName(open, desk.path(name));
    });
    QTest::keyClick(&desk.window, Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(!said.isEmpty());
    QVERIFY2(said.contains(expected), qPrintable(said));
    QCOMPARE(said.count(QDir::toNativeSeparators(desk.path(name))), 1);
    QVERIFY(desk.session.project() == before);
}

void TestProjectFiles::opensAFileThatIsDropped()
{
    Desk desk;
    const QString path = desk.path(u"dropped.galval"_s);
    {
        Desk other;
        changeSomething(other);
        QVERIFY(other.session.saveAs(path).hasValue());
    }
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(500, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(500, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window, &drop);
    QTRY_COMPARE(desk.session.project().levers.price, 1.1);
}

void TestProjectFiles::opensAProjectWithErrorsAndLeadsToThem()
{
    Desk desk;
    core::Project broken = core::defaultProject();
    broken.costLines[0].reuseShare = 1.4;
    broken.priceDecks[0].probability = 0.5;
    const QString path = desk.path(u"broken.json"_s);
    write(path, QByteArray::fromStdString(core::writeProject(broken)));
    desk.window.files().openFile(path);
    Desk::settle();
    QVERIFY(desk.session.project() == broken);
    QVERIFY(!desk.session.problems().empty());
    QCOMPARE(ui::errorsOf(desk.session).size(), desk.session.problems().size());

    QTest::keyClick(&desk.window, Qt::Key_F8);
    QCOMPARE(desk.window.currentPage()->pageId(),
        ui::pageOfInput(ui::errorsOf(desk.session)[0].inputId).value());

    // Put right, it has figures at once.
    const QString share =
        u"cost_lines.%1.reuse_share"_s.arg(QString::fromStdString(broken.costLines[0].id));
    QVERIFY(desk.session.setInput(share, 0.5).hasValue());
    QVERIFY(desk.session
                .setInput(u"price_decks.%1.probability"_s.arg(
                              QString::fromStdString(broken.priceDecks[0].id)),
                    core::defaultProject().priceDecks[0].probability)
                .hasValue());
    QVERIFY(desk.session.isEvaluated());
}

void TestProjectFiles::keepsRecentFiles()
{
    Desk desk;
    const QString path = desk.path(u"recent.galval"_s);
    QVERIFY(desk.session.saveAs(path).hasValue());
    desk.window.files().openFile(path);
    QCOMPARE(desk.preferences.recentFiles(), QStringList {path});
    QVERIFY(QFile::remove(path));
    onNextDialog([](QDialog&) {});
    desk.window.files().openFile(path);
    QVERIFY(desk.preferences.recentFiles().isEmpty());
}

void TestProjectFiles::aCommentGoesWithTheRevision()
{
    Desk desk;
    const QString path = desk.path(u"commented.galval"_s);
    QVERIFY(desk.session.saveAs(path).hasValue());
    changeSomething(desk);
    onNextDialog([](QDialog& dialog) {
        QCOMPARE(dialog.objectName(), u"saveComment"_s);
        QTest::keyClicks(dialog.findChild<QLineEdit*>(), u"Board paper, draft 3"_s);
        QTest::keyClick(&dialog, Qt::Key_Return);
    });
    QTest::keyClick(&desk.window, Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!desk.session.isModified());
    const auto loaded = core::loadProject(path.toStdString());
    QVERIFY(loaded);
    QCOMPARE(loaded->revisions.size(), 2U);
    QCOMPARE(loaded->revisions.back().comment, std::string("Board paper, draft 3"));

    onNextDialog([](QDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
    QTest::keyClick(&desk.window, Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(core::loadProject(path.toStdString())->revisions.size(), 2U);
}

void TestProjectFiles::staysUsableWithALargeProject()
{
    Desk desk;
    QVERIFY(desk.session.edit(u"A large project"_s, support::largeProject()));
    QVERIFY(desk.session.isEvaluated());
    for (const ui::PageId id : ui::allPages()) {
        desk.window.goToPage(id);
        Desk::settle();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(desk.session.setInput(u"levers.price"_s, 1.01 + 0.01 * static_cast<int>(id)));
        Desk::settle();
        // Far above what it takes, so that only something that grows without bound fails.
        QVERIFY2(timer.elapsed() < 5000, qPrintable(desk.window.currentPage()->objectName()));
    }
}

QTEST_MAIN(TestProjectFiles)
#include "tst_projectfiles.moc"
