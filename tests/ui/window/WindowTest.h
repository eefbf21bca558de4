#pragma once

#include "core/project/DefaultProject.h"
#include "core/project/ProjectJson.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/models/DisplayFormat.h"
#include "ui/theme/Appearance.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>

// What the tests of the window share.
namespace support {

// A window of its own settings, in a folder of its own.
struct Desk {
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(QStringLiteral("settings.ini"))};
    ui::Appearance appearance {preferences};
    ui::Session session;
    ui::MainWindow window {session, appearance, preferences};

    explicit Desk(core::FileSystem& files = core::systemFiles())
        : session(nullptr, files)
    {
        appearance.apply();
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        settle();
    }

    QString path(const QString& name) const { return folder.filePath(name); }

    // Refreshes wait for the event loop.
    static void settle()
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }

    // Whether what has the focus can be seen to have it.
    bool isFocusVisible() const
    {
        const QWidget* const focus = QApplication::focusWidget();
        if (!focus || focus->window() != &window || !focus->isVisible())
            return false;
        // What is shown of a table are its parts.
        const auto isShown = [](const QWidget* part) { return !part->visibleRegion().isEmpty(); };
        const QList<QWidget*> parts = focus->findChildren<QWidget*>();
        return isShown(focus) || std::any_of(parts.begin(), parts.end(), isShown);
    }

    // As it would be written.
    std::string document() const { return core::writeProject(session.project()); }

    template <class Widget>
    Widget* find(const QString& name) const
    {
        return window.findChild<Widget*>(name);
    }
};

inline QString plain(QString text)
{
    return text.replace(QChar(ui::noBreakSpace), u' ').replace(QChar(ui::narrowNoBreakSpace), u' ');
}

// Keys go to an open list or menu, else to what has the focus.
inline QWidget* receiverOfKeys()
{
    QWidget* const popup = QApplication::activePopupWidget();
    return popup ? popup : QApplication::focusWidget();
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QVERIFY(receiverOfKeys());
    QTest::keyClick(receiverOfKeys(), key, modifiers);
    Desk::settle();
    // Without a window system a list that was closed stays the active window.
    const QWidget* const active = QApplication::activeWindow();
    if (QWidget* const focus = QApplication::focusWidget(); focus && active && active->isHidden()) {
        focus->activateWindow();
        Desk::settle();
        focus->setFocus();
    }
}

inline void type(const QString& text)
{
    for (const QChar letter : text)
        QTest::keyClick(receiverOfKeys(), letter.toLatin1());
}

// Acts on the next dialog, which keeps the caller waiting, once it is shown. The dialog is closed
// when the action leaves it open, so that a test cannot hang.
inline void onNextDialog(const std::function<void(QDialog&)>& action, int tries = 100)
{
    QTimer::singleShot(20, qApp, [action, tries] {
        auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog) {
            if (tries > 0)
                onNextDialog(action, tries - 1);
            return;
        }
        action(*dialog);
        if (dialog->isVisible())
            dialog->reject();
    });
}

// Types a name into a file dialog and accepts it, as somebody with a keyboard does.
inline void typeFileName(QDialog& dialog, const QString& path)
{
    auto* const field = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    // QTest types no Cyrillic letters; what is inserted counts as typed and takes the selection
    // from the list of files, once the field has the focus.
    QTRY_VERIFY(field->hasFocus());
    field->insert(QDir::toNativeSeparators(path));
    QTest::keyClick(field, Qt::Key_Return);
}

}
