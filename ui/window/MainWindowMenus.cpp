#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/pages/ExplainPanel.h"
#include "ui/pages/Page.h"
#include "ui/pages/PageList.h"
#include "ui/theme/Appearance.h"
#include "ui/window/About.h"
#include "ui/window/FindField.h"
#include "ui/window/MainWindow.h"
#include "ui/window/Navigation.h"
#include "ui/window/PageExport.h"
#include "ui/window/ProjectFiles.h"
#include "ui/window/ProjectName.h"
#include "ui/window/SidePanel.h"
#include "ui/window/Workbench.h"

#include <QActionGroup>
#include <QLabel>
#include <QMenuBar>
#include <QToolButton>

// The menus of the main window: every command of the program with its keys.

using namespace Qt::StringLiterals;

namespace ui {

void MainWindow::makeMenus()
{
    menuBar()->setNativeMenuBar(false);
    addFileMenu();
    addEditMenu();
    addViewMenu();
    addProjectMenu();
    addHelpMenu();
    QList<QAction*> commands;
    for (QAction* const menu : menuBar()->actions())
        for (QAction* const action : menu->menu()->actions())
            if (action->menu())
                commands += action->menu()->actions();
            else if (!action->isSeparator())
                commands += action;
    m_find->setCommands(commands);
}

QAction* MainWindow::command(
    QMenu& menu, const QString& text, const QKeySequence& keys, const std::function<void()>& action)
{
    QAction* const entry = menu.addAction(text, this, action);
    entry->setShortcut(keys);
    return entry;
}

void MainWindow::addFileMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&File"));
    command(menu, tr("&New project"), QKeySequence::New, [this] { m_files->newProject(); });
    command(menu, tr("&Open…"), QKeySequence::Open, [this] { m_files->open(); });
    QMenu* const recent = menu.addMenu(tr("Open &recent"));
    connect(&menu, &QMenu::aboutToShow, this, [this, recent] { m_files->fillRecentMenu(*recent); });
    menu.addSeparator();
    m_save = command(menu, tr("&Save"), QKeySequence::Save, [this] { m_files->save(); });
    QAction* const saveComment = command(menu, tr("Save with co&mment…"),
        QKeySequence(u"Ctrl+Alt+S"_s), [this] { m_files->saveWithComment(); });
    QAction* const saveAs = command(
        menu, tr("Save &as…"), QKeySequence(u"Ctrl+Shift+S"_s), [this] { m_files->saveAs(); });
    QAction* const closing =
        command(menu, tr("&Close project"), QKeySequence(u"Ctrl+W"_s), [this] { closeProject(); });
    menu.addSeparator();
    m_exportMenu = menu.addMenu(tr("&Export"));
    addExports(*m_exportMenu);
    m_projectActions += {m_save, saveComment, saveAs, closing, m_exportMenu->menuAction()};
    menu.addSeparator();
    command(menu, tr("E&xit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::addExports(QMenu& menu)
{
    const auto add = [&](const QString& text, auto exporter) {
        menu.addAction(text, this, [this, exporter] { exporter(m_workspace, *currentPage()); });
    };
    add(tr("This &page as PDF…"), exportPageAsPdf);
    add(tr("This &table as CSV…"), exportTableAsCsv);
    add(tr("The &model as JSON…"), exportModelAsJson);
    connect(&menu, &QMenu::aboutToShow, this,
        [this, &menu] { menu.actions()[1]->setEnabled(currentPage()->mainTable() != nullptr); });
    auto* const open = new QAction(tr("Export"), this);
    open->setShortcut(QKeySequence(u"Ctrl+E"_s));
    connect(open, &QAction::triggered, this, [this] {
        if (auto* const button = findChild<QToolButton*>(u"export"_s))
            button->showMenu();
    });
    addAction(open);
}

void MainWindow::addEditMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&Edit"));
    m_projectActions += menu.menuAction();
    QUndoStack& stack = m_workspace.session().undoStack();
    m_undo = stack.createUndoAction(this, tr("Undo"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = stack.createRedoAction(this, tr("Redo"));
    m_redo->setShortcuts({QKeySequence(u"Ctrl+Y"_s), QKeySequence(u"Ctrl+Shift+Z"_s)});
    menu.addActions({m_undo, m_redo});
    menu.addSeparator();
    const auto inTable = [&](const QString& text, const QKeySequence& keys, TableCommand action,
                             const char* slotOfField = nullptr) {
        command(menu, text, keys, [this, action, slotOfField] { runInTable(action, slotOfField); });
    };
    inTable(tr("&Copy"), QKeySequence::Copy, TableCommand::copy, "copy");
    inTable(tr("Copy with &heads"), QKeySequence(u"Ctrl+Shift+C"_s), TableCommand::copyWithHeads);
    inTable(tr("&Paste"), QKeySequence::Paste, TableCommand::paste, "paste");
    menu.addSeparator();
    inTable(tr("Fill &down"), QKeySequence(u"Ctrl+D"_s), TableCommand::fillDown);
    inTable(tr("Fill &right"), QKeySequence(u"Ctrl+R"_s), TableCommand::fillRight);
    inTable(tr("&Insert row"), QKeySequence(u"Ctrl+Shift+="_s), TableCommand::insertRow);
    inTable(tr("Re&move rows"), QKeySequence(u"Ctrl+-"_s), TableCommand::removeRows);
    inTable(tr("Move row &up"), QKeySequence(u"Alt+Up"_s), TableCommand::moveRowUp);
    inTable(tr("Move row do&wn"), QKeySequence(u"Alt+Down"_s), TableCommand::moveRowDown);
    menu.addSeparator();
    command(menu, tr("&Explain"), QKeySequence(u"F3"_s), [this] { explainFocus(); });
    menu.addSeparator();
    command(menu, tr("&Find…"), {}, [this] {
        m_find->start();
    })->setShortcuts({QKeySequence(u"Ctrl+K"_s), QKeySequence(QKeySequence::Find)});
    command(menu, tr("&Next error"), QKeySequence(u"F8"_s), [this] { goToError(1); });
    command(menu, tr("P&revious error"), QKeySequence(u"Shift+F8"_s), [this] { goToError(-1); });
}

void MainWindow::addChoices(QMenu& menu, const QString& title, const QStringList& labels,
    const std::function<int()>& current, const std::function<void(int)>& choose)
{
    QMenu* const choices = menu.addMenu(title);
    auto* const group = new QActionGroup(choices);
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
        QAction* const choice = choices->addAction(labels[i], this, [choose, i] { choose(i); });
        choice->setCheckable(true);
        group->addAction(choice);
    }
    connect(choices, &QMenu::aboutToShow, this,
        [group, current] { group->actions()[current()]->setChecked(true); });
}

void MainWindow::addViewMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&View"));
    Session& session = m_workspace.session();
    Preferences& preferences = m_workspace.preferences();
    addChoices(
        menu, tr("&Terms"), {tr("Nominal"), tr("Real")},
        [&session] { return static_cast<int>(session.view().terms); },
        [&session](int i) { session.setViewTerms(static_cast<core::Terms>(i)); });
    addChoices(
        menu, tr("&Currency"), {u"USD"_s, u"KZT"_s},
        [&session] { return static_cast<int>(session.view().currency); },
        [&session](int i) { session.setViewCurrency(static_cast<core::Currency>(i)); });
    menu.addSeparator();
    addChoices(
        menu, tr("T&heme"), {tr("System"), tr("Light"), tr("Dark")},
        [&preferences] { return static_cast<int>(preferences.theme()); },
        [&preferences](int i) { preferences.setTheme(static_cast<ThemeChoice>(i)); });
    command(menu, tr("&Larger text"), {}, [&preferences] { preferences.stepTextSize(1); });
    command(menu, tr("&Smaller text"), {}, [&preferences] { preferences.stepTextSize(-1); });
    addChoices(
        menu, tr("&Negative numbers"), {tr("−1.5"), tr("(1.5)")},
        [&preferences] { return static_cast<int>(preferences.negativeStyle()); },
        [&preferences](int i) { preferences.setNegativeStyle(static_cast<NegativeStyle>(i)); });
    menu.addSeparator();
    command(menu, tr("Side &panel"), QKeySequence(u"F4"_s), [this] { m_panel->toggle(); });
    command(menu, tr("&Navigation as icons"), QKeySequence(u"F9"_s), [this] {
        m_navigation->setCollapsed(!m_navigation->isCollapsed());
        m_fileLabel->setVisible(!m_navigation->isCollapsed());
        m_workbench->arrange();
    });
    command(menu, tr("Explain: &back"), QKeySequence(u"Alt+Left"_s), [this] { m_explain->back(); });
    command(menu, tr("Explain: &forward"), QKeySequence(u"Alt+Right"_s),
        [this] { m_explain->forward(); });
    command(menu, tr("Ne&xt part of the window"), QKeySequence(u"F6"_s), [this] { moveFocus(1); });
    command(menu, tr("Pre&vious part of the window"), QKeySequence(u"Shift+F6"_s),
        [this] { moveFocus(-1); });
}

void MainWindow::addProjectMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&Project"));
    m_projectActions += menu.menuAction();
    for (std::size_t i = 0; i < allPages().size(); ++i) {
        const PageId id = allPages()[i];
        const QString key = id == PageId::history ? u"H"_s : QString::number((i + 1) % 10);
        command(menu, descriptionOf(id).title.replace(u'&', u"&&"_s),
            QKeySequence(u"Ctrl+"_s + key), [this, id] { visitPage(id); });
    }
    menu.addSeparator();
    command(menu, tr("Pro&ject name…"), {},
        [this] { nameProject(m_workspace.session(), m_workspace.appearance(), this); });
}

void MainWindow::addHelpMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&Help"));
    command(menu, tr("&About Galval"), {}, [this] { showAbout(this); });
}

}
