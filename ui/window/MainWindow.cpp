#include "ui/window/MainWindow.h"

#include "ui/document/FileHistory.h"
#include "ui/document/InvalidEntries.h"
#include "ui/document/Preferences.h"
#include "ui/document/RevisionText.h"
#include "ui/document/Session.h"
#include "ui/fields/NumberField.h"
#include "ui/pages/ExplainPanel.h"
#include "ui/pages/Page.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Ground.h"
#include "ui/widgets/PageStack.h"
#include "ui/widgets/SettledLayouts.h"
#include "ui/widgets/ThemedLabel.h"
#include "ui/window/Errors.h"
#include "ui/window/FileNotices.h"
#include "ui/window/FindField.h"
#include "ui/window/Navigation.h"
#include "ui/window/PageFactory.h"
#include "ui/window/ProjectFiles.h"
#include "ui/window/SidePanel.h"
#include "ui/window/StatusLine.h"
#include "ui/window/ToolBar.h"
#include "ui/window/Workbench.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize usualSize(1440, 900);
constexpr QSize leastSize(1180, 720);

// The one file that is dropped or dragged; empty when it is something else.
QString droppedFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}

MainWindow::MainWindow(Session& session, Appearance& appearance, Preferences& preferences)
    : m_workspace(session, appearance, preferences)
    , m_files(new ProjectFiles(session, preferences, this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(leastSize);
    setAcceptDrops(true);
    setWindowIcon(appearance.icon(u"galval"_s));

    makeParts();
    makeMenus();
    m_toolBar = new ToolBar(m_workspace, {m_save, m_undo, m_redo, m_exportMenu}, m_find);
    auto* const column = new QWidget;
    column->setObjectName(u"navigation"_s);
    setGround(*column, Ground::navigation);
    auto* const layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 8, 1, 10);
    layout->addWidget(m_navigation, 1);
    layout->addWidget(m_fileLabel);
    auto* const pages = new QWidget;
    auto* const pagesColumn = new QVBoxLayout(pages);
    pagesColumn->setContentsMargins(0, 0, 0, 0);
    pagesColumn->setSpacing(0);
    pagesColumn->addWidget(m_notices);
    pagesColumn->addWidget(m_stack, 1);
    m_workbench = new Workbench(m_toolBar, column, m_navigation, pages, m_panel);
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_workbench);
    setCentralWidget(m_centre);
    m_statusLine = new StatusLine(m_workspace, this);
    setStatusBar(m_statusLine);

    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::visitPage);
    connect(&m_workspace, &Workspace::pageRequested, this, &MainWindow::visitPage);
    connect(&m_workspace, &Workspace::inputRequested, this, &MainWindow::goToInput);
    connect(&m_workspace, &Workspace::explainRequested, this, &MainWindow::explain);
    connect(&m_workspace, &Workspace::revisionRequested, this, &MainWindow::openRevision);
    connect(&m_workspace, &Workspace::saveAsRequested, m_files, [this] { m_files->saveAs(); });
    connect(&m_workspace, &Workspace::figureSelected, this,
        [this](const core::FigureReference& figure) {
            if (m_panel->isExplaining() && !m_panel->isPinned() && !m_isFollowing)
                m_explain->explain(figure);
        });
    connect(&session, &Session::fileChanged, this, &MainWindow::showFile);
    connect(m_files, &ProjectFiles::saved, this, &MainWindow::showFile);
    connect(&session.history(), &FileHistory::changed, this, &MainWindow::showFile);
    connect(&session, &Session::projectChanged, this, &MainWindow::showProject);
    connect(m_notices, &FileNotices::copyWanted, m_files, [this] { m_files->saveAs(); });
    connect(m_notices, &FileNotices::reopenWanted, m_files,
        [this] { m_files->openFile(m_workspace.session().filePath()); });
    connect(m_notices, &FileNotices::takeOverWanted, this, &MainWindow::takeOver);
    connect(m_notices, &FileNotices::saveWanted, m_files, [this] { m_files->save(); });
    connect(m_notices, &FileNotices::recoveryWanted, this, &MainWindow::closeProject);
    connect(m_files, &ProjectFiles::givenUp, this, [this](const QString& file) {
        m_workspace.tell(tr("“%1” was not opened; the open project is as it was.").arg(file));
    });
    m_workspace.setFileWait(
        [this](const QString& message, const std::function<core::Status()>& work) {
            return m_files->waitFor(message, FileWork::Giving::never, work);
        });
    FileWork& fileWork = m_files->work();
    connect(&fileWork, &FileWork::waiting, m_statusLine, &StatusLine::showWaiting);
    connect(m_statusLine, &StatusLine::givenUp, &fileWork, &FileWork::giveUp);
    for (const auto change : {&Session::projectChanged, &Session::problemsChanged})
        connect(&session, change, this, &MainWindow::showErrors);
    connect(&session.invalidEntries(), &InvalidEntries::changed, this, &MainWindow::showErrors);
    connect(&appearance, &Appearance::changed, m_workbench, &Workbench::arrange);

    qApp->installEventFilter(this);
    session.history().follow();
    showFile();
    showErrors();
    goToPage(PageId::overview);
    if (!restoreGeometry(preferences.windowGeometry()))
        resize(usualSize);
    m_navigation->setFocus();
}

// What the window is made of knows the workspace until its own end.
MainWindow::~MainWindow()
{
    delete takeCentralWidget();
    delete m_statusLine;
}

void MainWindow::makeParts()
{
    m_navigation = new Navigation(m_workspace.appearance());
    m_fileLabel = new ThemedLabel(m_workspace.appearance(), TextStyle::status, &Theme::text2);
    m_fileLabel->setObjectName(u"fileState"_s);
    m_fileLabel->setContentsMargins(16, 6, 8, 0);
    m_fileLabel->setWordWrap(true);
    m_stack = new PageStack;
    m_notices = new FileNotices(m_workspace.session(), m_workspace.appearance());
    m_notices->setObjectName(u"notices"_s);
    m_find = new FindField(m_workspace);
    m_explain = new ExplainPanel(m_workspace);
    m_panel = new SidePanel(m_workspace.appearance(), m_explain);
}

Page* MainWindow::page(PageId id)
{
    Page*& page = m_pages[id];
    if (!page) {
        page = makePage(id, m_workspace);
        m_stack->addWidget(page);
        if (QWidget* const panel = page->sidePanel())
            m_panel->adopt(panel);
        connect(page, &Page::sidePanelChanged, this, &MainWindow::showSidePanel);
        connect(page, &Page::sidePanelWanted, m_panel, &SidePanel::showPagePanel);
        connect(
            page, &Page::mainTableChanged, this, [this] { m_statusLine->showFor(currentPage()); });
    }
    return page;
}

Page* MainWindow::currentPage() const
{
    return static_cast<Page*>(m_stack->currentWidget());
}

void MainWindow::goToPage(PageId id)
{
    m_navigation->setCurrentPage(id);
    Page* const next = page(id);
    // Keys must not go on to whatever stands first on the next page.
    const QWidget* const focus = focusWidget();
    if (next != currentPage() && focus && m_stack->isAncestorOf(focus))
        m_navigation->setFocus();
    m_stack->setCurrentWidget(next);
    next->refreshNow();
    m_toolBar->showFor(*next);
    m_statusLine->showFor(next);
    showSidePanel();
}

// Whoever moves on to another page is done with what was explained on this one, unless it is
// pinned.
void MainWindow::visitPage(PageId id)
{
    if (id != currentPage()->pageId() && m_panel->isExplaining() && !m_panel->isPinned())
        m_panel->close();
    goToPage(id);
}

bool MainWindow::goToInput(const QString& id, std::optional<int> year)
{
    const std::optional<PageId> where = pageOfInput(id);
    if (!where) {
        m_workspace.tell(tr("“%1” is not shown on a page.").arg(id));
        return false;
    }
    goToPage(*where);
    // The explanation that led here is not to follow the cells.
    const QScopedValueRollback following(m_isFollowing, true);
    const bool isFound = currentPage()->goToInput(id);
    if (year)
        for (NumberTable* const table : currentPage()->findChildren<NumberTable*>())
            if (table->isVisible() && table->select({id, year}))
                break;
    return isFound;
}

void MainWindow::explain(const core::FigureReference& figure)
{
    m_explain->explain(figure);
    m_panel->showExplanation();
}

void MainWindow::closeSidePanel()
{
    m_panel->close();
}

void MainWindow::showSidePanel()
{
    const Page* const page = currentPage();
    m_panel->setPagePanel(const_cast<Page*>(page)->sidePanel(), page->sidePanelTitle());
}

void MainWindow::showFile()
{
    const Session& session = m_workspace.session();
    setWindowModified(session.isModified());
    setWindowTitle(isAtStart()          ? tr("Start – Galval")
                   : session.revision() ? tr("Revision %1 of %2[*], read-only – Galval")
                                              .arg(*session.revision())
                                              .arg(session.displayName())
                   : session.isReadOnly()
                       ? tr("%1[*] (read-only) – Galval").arg(session.displayName())
                       : u"%1[*] – Galval"_s.arg(session.displayName()));
    setWindowFilePath(isAtStart() ? QString() : session.filePath());
    if (session.filePath().isEmpty()) {
        m_fileLabel->setText(tr("Not saved yet"));
        return;
    }
    m_fileLabel->setToolTip(session.filePath());
    if (const auto& revisions = session.history().past().revisions; !revisions.empty()) {
        const core::Revision& latest = revisions.back();
        const QString time = QLocale().toString(localTime(latest.savedAt), u"d MMM yyyy, HH:mm"_s);
        m_fileLabel->setText(tr("Revision %1 · %2\nSaved %3")
                                 .arg(latest.number)
                                 .arg(authorText(latest.author), time));
        return;
    }
    m_fileLabel->setText(
        tr("Saved %1").arg(QLocale().toString(session.fileTime(), u"d MMM yyyy, HH:mm"_s)));
}

void MainWindow::showErrors()
{
    m_navigation->setErrorCounts(errorCounts(errorsOf(m_workspace.session())));
}

void MainWindow::goToError(int direction)
{
    const std::vector<ErrorLine> errors = errorsOf(m_workspace.session());
    if (errors.empty()) {
        m_workspace.tell(tr("There are no errors."));
        return;
    }
    const int count = static_cast<int>(errors.size());
    m_lastError = (m_lastError + direction + count) % count;
    const ErrorLine& error = errors[static_cast<std::size_t>(m_lastError)];
    goToInput(error.inputId);
    m_workspace.tell(error.text);
}

// F6 walks the parts of the window.
void MainWindow::moveFocus(int direction)
{
    // What the side panel shows comes before the buttons of its head.
    const std::vector<QWidget*> parts {m_toolBar, m_navigation, m_stack, m_panel->content()};
    const int count = static_cast<int>(parts.size());
    int now = 0;
    for (int i = 0; i < count; ++i)
        if (QWidget* const focus = focusWidget();
            focus && (parts[static_cast<std::size_t>(i)] == focus ||
                         parts[static_cast<std::size_t>(i)]->isAncestorOf(focus)))
            now = i;
    for (int step = 1; step <= count; ++step) {
        QWidget* const part =
            parts[static_cast<std::size_t>((now + direction * step + count * step) % count)];
        if (!part->isVisible())
            continue;
        if (part->focusPolicy() != Qt::NoFocus) {
            part->setFocus(Qt::TabFocusReason);
            return;
        }
        for (QWidget* next = part->nextInFocusChain(); next != part;
             next = next->nextInFocusChain())
            if (part->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
                (next->focusPolicy() & Qt::TabFocus) != 0) {
                next->setFocus(Qt::TabFocusReason);
                return;
            }
    }
}

NumberTable* MainWindow::tableWithFocus() const
{
    for (QWidget* part = focusWidget(); part; part = part->parentWidget())
        if (auto* const table = qobject_cast<NumberTable*>(part))
            return table;
    return nullptr;
}

// In the table with the focus, or in a text field that knows the same command.
void MainWindow::runInTable(TableCommand command, const char* slotOfField)
{
    if (NumberTable* const table = tableWithFocus())
        table->run(command);
    else if (QWidget* const focus = focusWidget();
             focus && slotOfField &&
             focus->metaObject()->indexOfMethod((QByteArray(slotOfField) + "()").constData()) >= 0)
        QMetaObject::invokeMethod(focus, slotOfField);
}

// Tiles and figures know themselves what F3 means for them.
void MainWindow::explainFocus()
{
    if (NumberTable* const table = tableWithFocus()) {
        table->run(TableCommand::explain);
    } else if (QWidget* const focus = focusWidget()) {
        // Not through the application, which would find this shortcut again.
        QKeyEvent key(QEvent::KeyPress, Qt::Key_F3, Qt::NoModifier);
        static_cast<QObject*>(focus)->event(&key);
    }
}

// Ctrl and the wheel make text larger or smaller, but over a field that is being stepped.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel)
        return QMainWindow::eventFilter(watched, event);
    const auto& wheel = static_cast<const QWheelEvent&>(*event);
    const auto* const widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != this || wheel.modifiers() != Qt::ControlModifier ||
        qobject_cast<const NumberField*>(widget) || wheel.angleDelta().y() == 0)
        return false;
    m_workspace.preferences().stepTextSize(wheel.angleDelta().y() > 0 ? 1 : -1);
    return true;
}

// What is painted stands where it stays.
bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::UpdateRequest)
        settleLayouts();
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    settleLayouts();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_files->mayClose()) {
        event->ignore();
        return;
    }
    m_workspace.preferences().setWindowGeometry(saveGeometry());
    m_files->leave();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QString suffix = QFileInfo(droppedFile(*event->mimeData())).suffix().toLower();
    if (suffix == u"galval" || suffix == u"json")
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(*event->mimeData());
    event->acceptProposedAction();
    // The question about unsaved changes must not hold up the program that the file comes from.
    QMetaObject::invokeMethod(
        this, [this, path] { m_files->openFile(path); }, Qt::QueuedConnection);
}

}
