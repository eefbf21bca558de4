#include "ui/tables/TableMenu.h"

#include "ui/tables/TableControl.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TableMenu)
};

struct MenuEntry {
    TableCommand command;
    const char* text;
    QKeyCombination keys = Qt::Key_unknown;
    bool isGroupStart = false;
};

constexpr MenuEntry entries[] = {
    {TableCommand::copy, QT_TRANSLATE_NOOP("TableMenu", "Copy"), Qt::CTRL | Qt::Key_C},
    {TableCommand::copyWithHeads, QT_TRANSLATE_NOOP("TableMenu", "Copy with heads"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_C},
    {TableCommand::paste, QT_TRANSLATE_NOOP("TableMenu", "Paste"), Qt::CTRL | Qt::Key_V},
    {TableCommand::giveBack, QT_TRANSLATE_NOOP("TableMenu", "Back to the default"), Qt::Key_Delete,
        true},
    {TableCommand::fillDown, QT_TRANSLATE_NOOP("TableMenu", "Fill down"), Qt::CTRL | Qt::Key_D},
    {TableCommand::fillRight, QT_TRANSLATE_NOOP("TableMenu", "Fill right"), Qt::CTRL | Qt::Key_R},
    {TableCommand::insertRow, QT_TRANSLATE_NOOP("TableMenu", "Add row"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_Equal, true},
    {TableCommand::duplicateRow, QT_TRANSLATE_NOOP("TableMenu", "Duplicate row")},
    {TableCommand::renameRow, QT_TRANSLATE_NOOP("TableMenu", "Rename")},
    {TableCommand::moveRowUp, QT_TRANSLATE_NOOP("TableMenu", "Move up"), Qt::ALT | Qt::Key_Up},
    {TableCommand::moveRowDown, QT_TRANSLATE_NOOP("TableMenu", "Move down"),
        Qt::ALT | Qt::Key_Down},
    {TableCommand::removeRows, QT_TRANSLATE_NOOP("TableMenu", "Remove row"),
        Qt::CTRL | Qt::Key_Minus},
    {TableCommand::explain, QT_TRANSLATE_NOOP("TableMenu", "Explain"), Qt::Key_F3, true},
};

}

void fillTableMenu(QMenu& menu, TableControl& control)
{
    for (const MenuEntry& entry : entries) {
        if (entry.isGroupStart)
            menu.addSeparator();
        QAction* const action = menu.addAction(Texts::tr(entry.text), &control,
            [&control, command = entry.command] { control.run(command); });
        if (entry.keys.key() != Qt::Key_unknown)
            action->setShortcut(QKeySequence(entry.keys));
        action->setShortcutVisibleInContextMenu(true);
        action->setEnabled(control.canRun(entry.command));
    }
}

}
