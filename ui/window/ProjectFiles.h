#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"
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

    // After asking about unsaved changes; false: the user stays.
    bool newProject();
    bool newProject(core::Project project);
    void open();
    void openFile(const QString& path);     // after asking about unsaved changes
    bool save(const QString& comment = {}); // false: not saved
    bool saveWithComment();                 // which the revision then has
    bool saveAs(const QString& comment = {});

    // Asks about unsaved changes; false when the user wants to stay.
    bool mayClose();

    // Leaves the file to others, and waits for that only as long as somebody may who is done.
    void leave();

    void fillRecentMenu(QMenu& menu);

    // Runs functions of the session that may wait for a file, so that the window stays alive.
    core::Status waitFor(
        const QString& message, FileWork::Giving giving, const std::function<core::Status()>& work);
    // The same for another session than that of the window.
    core::Status waitFor(Session& session, const QString& message, FileWork::Giving giving,
        const std::function<core::Status()>& work);
    // What the user waits for while a file is read or written.
    FileWork& work() const { return *m_work; }

signals:
    void saved(const QString& path);
    void givenUp(const QString& fileName); // opening it

private:
    void takeTypedText();
    bool canWriteBack() const; // else another file is asked for
    bool load(const QString& path);
    bool write(const QString& path, const QString& comment = {});
    void tellFailure(const QString& title, const QString& path, const core::Error& error,
        const QString& consequence);
    QString folder() const;

    Session& m_session;
    Preferences& m_preferences;
    QWidget* m_window = nullptr;
    FileWork* m_work = nullptr;
};

}
