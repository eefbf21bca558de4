#include "ui/tables/ColumnMenu.h"

#include <QCoreApplication>
#include <QMenu>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ColumnMenu)
};

}

void fillColumnMenu(QMenu& menu, const ColumnCommands& commands)
{
    const auto add = [&](const QString& text, const std::function<void()>& command) {
        menu.addAction(text, &menu, [command] { command(); })->setEnabled(command != nullptr);
    };
    add(Texts::tr("Fit the width"), commands.fit);
    add(Texts::tr("Move to the left"), commands.moveLeft);
    add(Texts::tr("Move to the right"), commands.moveRight);
    menu.addSeparator();
    add(Texts::tr("Reset all columns"), commands.reset);
}

}
