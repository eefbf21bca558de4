#pragma once

#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/theme/Appearance.h"

#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

namespace widgets {

// What widgets work on, with preferences of their own, and a window to show them in.
struct Stage {
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(QStringLiteral("preferences.ini"))};
    ui::Appearance appearance {preferences};
    ui::Session session;
    QWidget window;

    bool show(int width, int height)
    {
        window.resize(width, height);
        window.show();
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window);
    }
};

}
