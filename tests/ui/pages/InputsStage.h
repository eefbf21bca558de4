#pragma once

#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/pages/Page.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

namespace pages {

inline QString withPlainSpaces(QString text)
{
    return text.replace(QChar(ui::noBreakSpace), u' ').replace(QChar(ui::narrowNoBreakSpace), u' ');
}

// Keys go to what has the focus.
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

inline void type(const QString& text)
{
    for (const QChar letter : text)
        QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
}

// A page of inputs in a window with its panel beside it.
template <class PageType>
struct InputsStage {
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(QStringLiteral("preferences.ini"))};
    ui::Appearance appearance {preferences};
    ui::Session session;
    ui::Workspace workspace {session, appearance, preferences};
    QWidget window;
    PageType* page = new PageType(workspace, &window);

    explicit InputsStage(int width = 1236, int height = 800, bool hasPanel = true)
    {
        auto* const row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        row->addWidget(page, 1);
        if (hasPanel) {
            page->sidePanel()->setFixedWidth(340);
            row->addWidget(page->sidePanel());
        }
        window.resize(width, height);
        window.show();
        window.activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(&window)); }();
    }

    const core::Project& project() const { return session.project(); }

    template <class Widget>
    Widget* find(const QString& name) const
    {
        return window.findChild<Widget*>(name);
    }
    ui::NumberTable& table(const QString& name) const { return *find<ui::NumberTable>(name); }
    static const ui::TableCell& cell(
        const ui::NumberTable& table, const QString& row, const QString& column)
    {
        const ui::TableContent& content = table.content();
        return content.cell(*content.rowOf(row), *content.columnOf(column));
    }
    QString problemOf(const QString& table) const
    {
        return withPlainSpaces(
            find<ui::ProblemLine>(QStringLiteral("problems.") + table)->problem());
    }
    // Follows the link below a table.
    void mend(const QString& table) const
    {
        auto* const text = find<ui::ProblemLine>(QStringLiteral("problems.") + table)
                               ->template findChild<QLabel*>(QStringLiteral("problemText"));
        emit text->linkActivated(QStringLiteral("remedy"));
    }
    QString message() const { return withPlainSpaces(page->head().message()); }
    QString panelText(const QString& label) const { return find<QLabel>(label)->text(); }

    // Chooses from the menu of the current cell.
    static void chooseFromMenu(ui::NumberTable& table, const QString& text)
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(&table, &event);
        auto* const menu = table.findChild<QMenu*>();
        QVERIFY(menu);
        for (QAction* const action : menu->actions())
            if (action->text() == text)
                menu->setActiveAction(action);
        QVERIFY2(menu->activeAction(), qPrintable(text));
        QTest::keyClick(menu, Qt::Key_Return);
    }
};

}
