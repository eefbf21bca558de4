#include "core/project/DefaultProject.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/document/UnsavedWork.h"
#include "ui/pages/attribution/AttributionDialog.h"
#include "ui/window/FailureBox.h"
#include "ui/window/FileNotices.h"
#include "ui/window/MainWindow.h"
#include "ui/window/Navigation.h"
#include "ui/window/ProjectFiles.h"
#include "ui/window/StartScreen.h"
#include "ui/window/StatusLine.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include <memory>

// What the main window does before a project is open, and with files that somebody else has or
// that are opened in another window.

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int offset = 32; // of another window, so that both are seen

}

StartScreen& MainWindow::startScreen()
{
    if (m_start)
        return *m_start;
    m_start = new StartScreen(m_workspace.appearance(), m_workspace.preferences());
    m_centre->addWidget(m_start);
    // Queued, as most of these take the start screen away.
    connect(
        m_start, &StartScreen::newWanted, this,
        [this](StartScreen::Template from) {
            startFromTemplate(from == StartScreen::Template::empty);
        },
        Qt::QueuedConnection);
    connect(m_start, &StartScreen::openWanted, m_files, &ProjectFiles::open, Qt::QueuedConnection);
    connect(
        m_start, &StartScreen::fileWanted, m_files, &ProjectFiles::openFile, Qt::QueuedConnection);
    connect(m_start, &StartScreen::lostFileWanted, this, &MainWindow::findLostFile,
        Qt::QueuedConnection);
    connect(m_start, &StartScreen::recoveryWanted, this, &MainWindow::recover);
    connect(m_start, &StartScreen::comparisonWanted, this, &MainWindow::compare);
    connect(m_start, &StartScreen::discardWanted, this,
        [this](const core::Recovery& recovery) { m_unsaved->discard(recovery); });
    showLeft();
    return *m_start;
}

bool MainWindow::isAtStart() const
{
    return m_start && m_centre->currentWidget() == m_start;
}

void MainWindow::showStart()
{
    StartScreen& start = startScreen();
    start.look();
    m_centre->setCurrentWidget(&start);
    m_statusLine->hide();
    for (QAction* const action : m_projectActions)
        action->setEnabled(false);
    start.setFocus();
    showLeft();
    showFile();
}

void MainWindow::showProject()
{
    if (!isAtStart())
        return;
    m_centre->setCurrentIndex(0);
    m_statusLine->show();
    for (QAction* const action : m_projectActions)
        action->setEnabled(true);
    m_navigation->setFocus();
    showLeft();
    showFile();
}

void MainWindow::closeProject()
{
    if (!m_files->newProject())
        return;
    goToPage(PageId::overview);
    showStart();
}

void MainWindow::startFromTemplate(bool isEmpty)
{
    m_files->newProject(isEmpty ? core::emptyProject() : core::defaultProject());
}

void MainWindow::findLostFile(const QString& path)
{
    QFileDialog dialog(
        this, tr("Find “%1”").arg(QFileInfo(path).fileName()), QFileInfo(path).absolutePath());
    dialog.setObjectName(u"findProject"_s);
    dialog.setFileMode(QFileDialog::ExistingFile);
    dialog.setNameFilters({tr("Projects (*.galval *.json)"), tr("All files (*)")});
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return;
    m_workspace.preferences().removeRecentFile(path);
    m_files->openFile(dialog.selectedFiles().constFirst());
}

void MainWindow::offer(UnsavedWork& work)
{
    m_unsaved = &work;
    connect(&work, &UnsavedWork::leftChanged, this, &MainWindow::showLeft);
    const auto warn = [this] { m_notices->warnOfLoss(m_unsaved->failure()); };
    connect(&work, &UnsavedWork::failureChanged, m_notices, warn);
    warn();
    work.look();
}

void MainWindow::showLeft()
{
    const std::vector<core::Recovery> left =
        m_unsaved ? m_unsaved->left() : std::vector<core::Recovery>();
    m_notices->offerRecovery(isAtStart() ? 0 : static_cast<int>(left.size()));
    if (m_start)
        m_start->setLeft(left);
}

void MainWindow::recover(const core::Recovery& recovery)
{
    QString note;
    const core::Status status =
        m_files->waitFor(tr("Opening “%1”…").arg(QString::fromStdString(recovery.name)),
            FileWork::Giving::up, [&]() -> core::Status {
                const core::Result<QString> recovered = m_unsaved->recover(recovery);
                if (!recovered)
                    return recovered.error();
                note = *recovered;
                return core::success();
            });
    if (status) {
        m_notices->tell(note);
        return;
    }
    tellFailure(this, u"recoveryFailure"_s, tr("The unsaved changes cannot be read"),
        tr("%1 The project's own file is as it was last saved.")
            .arg(QString::fromStdString(status.error().problems.front().message)));
}

void MainWindow::compare(const core::Recovery& recovery)
{
    struct Reading {
        std::optional<core::Result<UnsavedWork::Figures>> figures;
    };
    const auto reading = std::make_shared<Reading>();
    const QString name = QString::fromStdString(recovery.name);
    const bool isRead = m_files->work().run(tr("Reading “%1”…").arg(name), FileWork::Giving::up,
        [reading, recovery, unsaved = m_unsaved] {
            reading->figures = unsaved->figuresOf(recovery);
        });
    if (!isRead)
        return;
    if (const auto& figures = *reading->figures; figures) {
        Comparison comparison {
            figures->saved, figures->kept, tr("As saved"), tr("As it was kept"), {}, {}};
        AttributionDialog(m_workspace, comparison, this).exec();
        return;
    }
    tellFailure(this, u"comparisonFailure"_s, tr("The two cannot be compared"),
        QString::fromStdString(core::sentence(reading->figures->error().problems.front())));
}

void MainWindow::takeOver()
{
    Session& session = m_workspace.session();
    QMessageBox box(QMessageBox::NoIcon, tr("Take over the file"),
        tr("Take over “%1”?").arg(session.displayName()), QMessageBox::Cancel, this);
    box.setObjectName(u"takeOver"_s);
    box.setInformativeText(
        tr("%1 Make sure that nobody is still working on it. Whatever is in the file stays as "
           "revisions.")
            .arg(session.fileAccess()->reason()));
    QPushButton* const accept = box.addButton(tr("Take over"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != accept || !session.fileAccess())
        return;
    const core::Status status = m_files->waitFor(tr("Taking over “%1”…").arg(session.displayName()),
        FileWork::Giving::never, [&] { return session.takeOver(); });
    if (!status)
        m_notices->tell(QString::fromStdString(status.error().problems.front().message));
    else if (!session.isModified())
        m_files->openFile(session.filePath()); // it may have been saved since it was read
}

void MainWindow::openRevision(int number)
{
    const QString path = m_workspace.session().filePath();
    auto session = std::make_unique<Session>();
    session->setAuthor(m_workspace.session().author());
    const core::Status status = m_files->waitFor(*session, tr("Opening revision %1…").arg(number),
        FileWork::Giving::up, [&] { return session->openRevision(path, number); });
    if (!status) {
        m_notices->tell(QString::fromStdString(status.error().problems.front().message));
        return;
    }
    auto* const window =
        new MainWindow(*session, m_workspace.appearance(), m_workspace.preferences());
    window->setAttribute(Qt::WA_DeleteOnClose);
    session.release()->setParent(window); // it goes last, as what the window is made of uses it
    window->move(pos() + QPoint(offset, offset));
    window->show();
}

}
