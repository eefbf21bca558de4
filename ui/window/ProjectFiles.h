#pragma once

#include "core/engine/Result.h"
#include "ui/window/FileWork.h"

#include <QObject>
#include <QString>

class QMenu;
class QWidget;

namespace ui {

class Preferences;
class Session;

// New, open, save and close as the user meets them: the system's dialogs, the question about
// unsaved changes, and sentences about what went wrong. Nothing is lost without being asked about.
class ProjectFiles : public QObject {
    Q_OBJECT

public:
    ProjectFiles(Session& session, Preferences& preferences, QWidget* window);

    void newProject();
    void open();
    void openFile(const QString& path); // after asking about unsaved changes
    bool save();                        // false: not saved
    bool saveAs();

    // Asks about unsaved changes; false when the user wants to stay.
    bool mayClose();

    void fillRecentMenu(QMenu& menu);

    // What the user waits for while a file is read or written.
    FileWork& work() const { return *m_work; }

signals:
    void saved(const QString& path);
    void givenUp(const QString& fileName); // opening it

private:
    core::Status waitFor(
        const QString& message, FileWork::Giving giving, const std::function<core::Status()>& work);
    void takeTypedText();
    bool load(const QString& path);
    bool write(const QString& path);
    void tellFailure(const QString& title, const QString& path, const core::Error& error,
        const QString& consequence);
    QString folder() const;

    Session& m_session;
    Preferences& m_preferences;
    QWidget* m_window = nullptr;
    FileWork* m_work = nullptr;
};

}
