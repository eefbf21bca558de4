#pragma once

#include "core/project/DefaultProject.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/pages/Workspace.h"
#include "ui/pages/costs/CostsPage.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

// What the tests of the page of costs and of its panel share.
namespace support {

// The page with its side panel, in a window as wide as those of the program.
struct CostsWindow {
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(QStringLiteral("preferences.ini"))};
    ui::Appearance appearance {preferences};
    ui::Session session;
    ui::Workspace workspace {session, appearance, preferences};
    QWidget window;
    ui::CostsPage* page = new ui::CostsPage(workspace, &window);
    ui::NumberTable& table = *page->mainTable();
    QWidget* panel = page->sidePanel();

    CostsWindow()
    {
        auto* const row = new QHBoxLayout(&window);
        row->addWidget(page, 1);
        row->addWidget(panel);
        panel->setFixedWidth(340);
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
    }

    bool isReady() { return QTest::qWaitForWindowActive(&window); }

    void select(const QString& input)
    {
        QVERIFY(table.select({input, {}}));
        table.setFocus();
    }
    // Keys go to what has the focus: the table, or the editor that it opened.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& text)
    {
        for (const QChar letter : text) // keyClicks() knows no Cyrillic
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(),
                static_cast<Qt::Key>(letter.toUpper().unicode()), letter, Qt::NoModifier);
    }
    void update()
    {
        QCoreApplication::processEvents();
        page->refreshNow();
    }

    const core::CostLine* line(const std::string& id) const
    {
        for (const core::CostLine& candidate : session.project().costLines)
            if (candidate.id == id)
                return &candidate;
        return nullptr;
    }
    QString text(const QString& row, const QString& column) const
    {
        const ui::TableContent& content = table.content();
        const auto r = content.rowOf(row);
        const auto c = content.columnOf(column);
        return r && c ? content.cell(*r, *c).text : QStringLiteral("not there");
    }
    QStringList rowIds() const
    {
        QStringList ids;
        for (const ui::TableRow& row : table.content().rows)
            ids += row.id;
        return ids;
    }
    QMenu* openContextMenu()
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(&table, &event);
        const QList<QMenu*> menus =
            table.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        return menus.isEmpty() ? nullptr : menus.last();
    }
    static QAction* action(QMenu* menu, const QString& text)
    {
        for (QAction* const candidate : menu->actions())
            if (candidate->text() == text)
                return candidate;
        return nullptr;
    }
    // An entry of the context menu, or of a menu in it.
    void choose(const QString& text, const QString& inner = {})
    {
        QMenu* menu = openContextMenu();
        QVERIFY(menu);
        QAction* entry = action(menu, text);
        QVERIFY(entry);
        if (!inner.isEmpty()) {
            menu->setActiveAction(entry);
            menu = entry->menu();
            entry = action(menu, inner);
            QVERIFY(entry);
        }
        menu->setActiveAction(entry);
        QTest::keyClick(menu, Qt::Key_Return);
        window.activateWindow();
        QVERIFY(isReady());
        update();
    }
    QMenu* yearMenu()
    {
        QMenu* const menu = page->findChild<ui::MenuButton*>(QStringLiteral("costs.year"))->menu();
        emit menu->aboutToShow();
        return menu;
    }
    void chooseYear(const QString& text) { action(yearMenu(), text)->trigger(); }
    int steps() { return session.undoStack().index(); }
    void undoAll()
    {
        while (session.undoStack().canUndo())
            session.undoStack().undo();
        update();
    }
};

// Answers the next dialog that asks for a name.
inline void answerWith(const QString& name)
{
    QTimer::singleShot(0, qApp, [name] {
        auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(name);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
}

inline const QString labourShare = QStringLiteral("cost_lines.labour.reuse_share");

}
