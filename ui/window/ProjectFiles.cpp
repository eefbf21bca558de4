#include "ui/window/ProjectFiles.h"

#include "core/project/DefaultProject.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/window/FailureBox.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t mostReasons = 8;
constexpr std::chrono::seconds longestLeaving {3};

QString projectSuffix()
{
    return u"galval"_s;
}

// What happened, in the words of the window.
QString failureTitle(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::FileNotFound:
        return ProjectFiles::tr("The file is not there");
    case core::ErrorCode::FileTooNew:
        return ProjectFiles::tr("This project was made by a newer Galval");
    case core::ErrorCode::FileDamaged:
        return ProjectFiles::tr("The file is damaged");
    case core::ErrorCode::FileNotWritten:
        return ProjectFiles::tr("The project could not be saved");
    case core::ErrorCode::FileNotFlushed:
        return ProjectFiles::tr("The project was saved, but perhaps not for good");
    case core::ErrorCode::FileChanged:
        return ProjectFiles::tr("Someone else has changed the file");
    case core::ErrorCode::FileLocked:
        return ProjectFiles::tr("Someone else has the file open");
    case core::ErrorCode::InvalidInput:
    case core::ErrorCode::NotComputable:
        return ProjectFiles::tr("The file is not a project that can be read");
    case core::ErrorCode::FileUnreadable:
        break;
    }
    return ProjectFiles::tr("The file cannot be opened");
}

// A field of its own below the text of a question, for what is said of the revision.
QLineEdit* addComment(QMessageBox& box)
{
    auto* const field = new QLineEdit(&box);
    field->setObjectName(u"unsavedChanges.comment"_s);
    field->setPlaceholderText(ProjectFiles::tr("What is new in this revision"));
    field->setAccessibleName(field->placeholderText());
    auto* const grid = qobject_cast<QGridLayout*>(box.layout());
    const int textColumn = grid->columnCount() - 1;
    const int buttonsRow = grid->rowCount() - 1;
    QLayoutItem* const buttons = grid->takeAt(grid->indexOf(box.findChild<QDialogButtonBox*>()));
    grid->addWidget(field, buttonsRow, textColumn);
    grid->addItem(buttons, buttonsRow + 1, 0, 1, grid->columnCount());
    return field;
}

}

ProjectFiles::ProjectFiles(Session& session, Preferences& preferences, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_preferences(preferences)
    , m_window(window)
    , m_work(new FileWork(window))
{
}

core::Status ProjectFiles::waitFor(
    const QString& message, FileWork::Giving giving, const std::function<core::Status()>& work)
{
    return waitFor(m_session, message, giving, work);
}

core::Status ProjectFiles::waitFor(Session& session, const QString& message,
    FileWork::Giving giving, const std::function<core::Status()>& work)
{
    session.setRunFileWork(
        [&](const std::function<void()>& onFile) { return m_work->run(message, giving, onFile); });
    core::Status status = work();
    session.setRunFileWork({});
    return status;
}

bool ProjectFiles::newProject()
{
    return newProject(core::defaultProject());
}

bool ProjectFiles::newProject(core::Project project)
{
    if (!mayClose())
        return false;
    const QString name = QFileInfo(m_session.filePath()).fileName();
    static_cast<void>(waitFor(tr("Closing “%1”…").arg(name), FileWork::Giving::up, [&] {
        m_session.newProject(std::move(project));
        return core::success();
    }));
    return true;
}

void ProjectFiles::open()
{
    if (!mayClose())
        return;
    QFileDialog dialog(m_window, tr("Open project"), folder());
    dialog.setObjectName(u"openProject"_s);
    dialog.setFileMode(QFileDialog::ExistingFile);
    dialog.setNameFilters({tr("Projects (*.galval *.json)"), tr("All files (*)")});
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty())
        load(dialog.selectedFiles().constFirst());
}

void ProjectFiles::openFile(const QString& path)
{
    if (mayClose())
        load(path);
}

bool ProjectFiles::load(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const core::Status status = waitFor(
        tr("Opening “%1”…").arg(name), FileWork::Giving::up, [&] { return m_session.open(path); });
    if (!status && m_work->wasGivenUp()) {
        emit givenUp(name);
        return false;
    }
    if (!status) {
        if (status.error().code == core::ErrorCode::FileNotFound)
            m_preferences.removeRecentFile(path);
        tellFailure(failureTitle(status.error().code), path, status.error(),
            tr("The file was not changed, and the open project is as it was."));
        return false;
    }
    m_preferences.addRecentFile(m_session.filePath());
    return true;
}

// What is being typed counts, although no key or tool button has moved the focus.
void ProjectFiles::takeTypedText()
{
    const QPointer<QWidget> focus = m_window->focusWidget();
    if (!focus)
        return;
    // An editor of a table closes, and the table goes on.
    const QPointer<QWidget> around = focus->parentWidget();
    focus->clearFocus();
    if (focus && focus->isVisible())
        focus->setFocus();
    else if (around)
        around->setFocus();
}

bool ProjectFiles::canWriteBack() const
{
    return !m_session.filePath().isEmpty() && !m_session.isReadOnly();
}

bool ProjectFiles::save(const QString& comment)
{
    takeTypedText();
    if (!canWriteBack())
        return saveAs(comment);
    return !m_session.isModified() || write(m_session.filePath(), comment);
}

bool ProjectFiles::saveWithComment()
{
    takeTypedText();
    QInputDialog dialog(m_window);
    dialog.setObjectName(u"saveComment"_s);
    dialog.setWindowTitle(tr("Save with comment"));
    dialog.setLabelText(tr("What is new in this revision"));
    dialog.setOkButtonText(tr("Save"));
    if (dialog.exec() != QDialog::Accepted)
        return false;
    const QString comment = dialog.textValue().trimmed();
    return canWriteBack() ? write(m_session.filePath(), comment) : saveAs(comment);
}

bool ProjectFiles::saveAs(const QString& comment)
{
    takeTypedText();
    QFileDialog dialog(m_window, tr("Save project as"), folder());
    dialog.setObjectName(u"saveProject"_s);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters {tr("Galval project (*.galval)"), tr("JSON document (*.json)")};
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(projectSuffix());
    connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
        dialog.setDefaultSuffix(filter == filters[1] ? u"json"_s : projectSuffix());
    });
    dialog.selectFile(QFileInfo(m_session.displayName()).completeBaseName());
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return false;
    return write(dialog.selectedFiles().constFirst(), comment);
}

bool ProjectFiles::write(const QString& path, const QString& comment)
{
    const core::Status status = waitFor(tr("Saving “%1”…").arg(QFileInfo(path).fileName()),
        FileWork::Giving::never, [&] { return m_session.saveAs(path, comment); });
    if (!status) {
        const bool isInPlace = status.error().code == core::ErrorCode::FileNotFlushed;
        tellFailure(
            isInPlace ? failureTitle(status.error().code) : tr("The project could not be saved"),
            path, status.error(),
            isInPlace ? tr("Keep the project open and save it again before you switch the "
                           "computer off.")
                      : tr("What was in the file before is still there, and your changes are "
                           "still open here. Save a copy in another place."));
        return false;
    }
    m_preferences.addRecentFile(m_session.filePath());
    emit saved(m_session.filePath());
    return true;
}

bool ProjectFiles::mayClose()
{
    if (m_work->isRunning())
        return false;
    takeTypedText();
    if (!m_session.isModified())
        return true;
    QMessageBox box(QMessageBox::NoIcon, tr("Unsaved changes"),
        tr("“%1” has changes that are not saved.").arg(m_session.displayName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setObjectName(u"unsavedChanges"_s);
    box.setInformativeText(tr("Save them before the project is closed?"));
    box.button(QMessageBox::Discard)->setText(tr("Don't save"));
    box.setDefaultButton(QMessageBox::Save);
    QLineEdit* const comment = addComment(box);
    comment->setVisible(QFileInfo(m_session.filePath()).suffix().toLower() != u"json"_s);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save(comment->text().trimmed());
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void ProjectFiles::leave()
{
    QTimer bound;
    bound.setSingleShot(true);
    connect(&bound, &QTimer::timeout, m_work, &FileWork::giveUp);
    bound.start(longestLeaving);
    const QString name = QFileInfo(m_session.filePath()).fileName();
    static_cast<void>(waitFor(tr("Closing “%1”…").arg(name), FileWork::Giving::up, [this] {
        m_session.leaveFile();
        return core::success();
    }));
}

void ProjectFiles::fillRecentMenu(QMenu& menu)
{
    menu.clear();
    for (const QString& path : m_preferences.recentFiles()) {
        const QFileInfo file(path);
        QString text = file.completeBaseName() + u" – "_s + QDir::toNativeSeparators(file.path());
        QAction* const action =
            menu.addAction(text.replace(u'&', u"&&"_s), this, [this, path] { openFile(path); });
        action->setToolTip(path);
    }
    menu.setEnabled(!menu.isEmpty());
}

void ProjectFiles::tellFailure(
    const QString& title, const QString& path, const core::Error& error, const QString& consequence)
{
    QStringList reasons;
    for (const core::Problem& problem : error.problems) {
        if (static_cast<std::size_t>(reasons.size()) == mostReasons) {
            reasons +=
                tr("and %n more", nullptr, static_cast<int>(error.problems.size() - mostReasons));
            break;
        }
        const bool isOfFile = QString::fromStdString(problem.where) == path;
        reasons += QString::fromStdString(isOfFile ? problem.message : core::sentence(problem));
    }
    ui::tellFailure(m_window, u"fileFailure"_s, title,
        u"“%1”\n\n%2\n\n%3"_s.arg(
            QDir::toNativeSeparators(path), reasons.join(u'\n'), consequence));
}

QString ProjectFiles::folder() const
{
    if (!m_session.filePath().isEmpty())
        return QFileInfo(m_session.filePath()).absolutePath();
    const QStringList recent = m_preferences.recentFiles();
    return recent.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                            : QFileInfo(recent.constFirst()).absolutePath();
}

}
