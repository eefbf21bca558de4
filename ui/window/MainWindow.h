#pragma once

#include "core/storage/RecoveryStore.h"
#include "ui/pages/Workspace.h"
#include "ui/tables/TableKeys.h"

#include <QMainWindow>

#include <functional>
#include <map>
#include <optional>

class QLabel;
class QStackedWidget;

namespace ui {

class ExplainPanel;
class FileNotices;
class FindField;
class Navigation;
class NumberTable;
class Page;
class ProjectFiles;
class SidePanel;
class StartScreen;
class StatusLine;
class ToolBar;
class UnsavedWork;
class Workbench;

// The window of one project: tool bar, navigation, pages, side panel and status bar, and every
// command of the program in its menus.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Session& session, Appearance& appearance, Preferences& preferences);
    ~MainWindow() override;

    ProjectFiles& files() const { return *m_files; }
    Workspace& workspace() { return m_workspace; }

    Page* page(PageId id); // made when it is first asked for
    Page* currentPage() const;
    void goToPage(PageId id);
    bool goToInput(const QString& id, std::optional<int> year = {}); // on its page
    void explain(const core::FigureReference& figure);
    void closeSidePanel();

    // The start screen, in the place of the project; opening or making one leaves it.
    void showStart();
    void showProject();
    bool isAtStart() const;
    // Offers what was left unsaved, on the start screen and above the pages.
    void offer(UnsavedWork& work);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeParts();
    void makeMenus();
    QAction* command(QMenu& menu, const QString& text, const QKeySequence& keys,
        const std::function<void()>& action);
    void addFileMenu();
    void addEditMenu();
    void addViewMenu();
    void addProjectMenu();
    void addHelpMenu();
    void addExports(QMenu& menu);
    void addChoices(QMenu& menu, const QString& title, const QStringList& labels,
        const std::function<int()>& current, const std::function<void(int)>& choose);

    StartScreen& startScreen();
    void closeProject();
    void startFromTemplate(bool isEmpty);
    void findLostFile(const QString& path);
    void showLeft();
    void recover(const core::Recovery& recovery);
    void compare(const core::Recovery& recovery); // with the project's file
    void takeOver();
    void openRevision(int number); // in a window of its own

    void visitPage(PageId id);
    void showFile();
    void showErrors();
    void showSidePanel();
    void goToError(int direction);
    void moveFocus(int direction);
    NumberTable* tableWithFocus() const;
    void runInTable(TableCommand command, const char* slotOfField = nullptr);
    void explainFocus();

    Workspace m_workspace;
    ProjectFiles* m_files = nullptr;
    ExplainPanel* m_explain = nullptr;
    SidePanel* m_panel = nullptr;
    Navigation* m_navigation = nullptr;
    QLabel* m_fileLabel = nullptr;
    QStackedWidget* m_stack = nullptr;
    FileNotices* m_notices = nullptr;
    QStackedWidget* m_centre = nullptr; // the project, and the start screen once it was shown
    StartScreen* m_start = nullptr;
    UnsavedWork* m_unsaved = nullptr;
    FindField* m_find = nullptr;
    ToolBar* m_toolBar = nullptr;
    StatusLine* m_statusLine = nullptr;
    Workbench* m_workbench = nullptr;
    std::map<PageId, Page*> m_pages;  // that have been shown
    QList<QAction*> m_projectActions; // that need an open project
    QAction* m_save = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QMenu* m_exportMenu = nullptr;
    int m_lastError = -1;
    bool m_isFollowing = false; // from an explanation or a list to an input
};

}
