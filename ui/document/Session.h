#pragma once

#include "core/engine/Result.h"
#include "core/model/Evaluation.h"
#include "core/project/Registry.h"
#include "core/report/MoneyView.h"
#include "core/storage/FileSystem.h"
#include "core/storage/ProjectFile.h"
#include "ui/document/CellEdit.h"
#include "ui/document/EditCommand.h"
#include "ui/document/InvalidEntries.h"
#include "ui/document/SessionFile.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core {
class Study;
}

namespace ui {

class FileHistory;

// The open project: its document, its file, what is wrong with it, its figures, and the way back.
//
// Every change is one step on the undo stack and is computed at once, before the call returns. When
// a project has problems, the figures of the last one without stay, and problems() says what is
// wrong; they go when another project is opened. Problems of scenarios alone are no obstacle: the
// plan does without them. All state is up to date before the first
// signal, but for isModified(), which fileChanged() tells of.
// Exceptions end here, too: they become errors and problems.
class Session : public QObject {
    Q_OBJECT

public:
    // Starts with the default project.
    explicit Session(QObject* parent = nullptr, core::FileSystem& files = core::systemFiles());
    ~Session() override;

    const core::Project& project() const { return *m_project; }
    const std::shared_ptr<const core::Project>& sharedProject() const { return m_project; }

    // The last good figures; null when the project that was opened never had any.
    const std::shared_ptr<const core::Evaluation>& evaluation() const { return m_evaluation; }
    const core::Problems& problems() const { return m_problems; }
    // Whether the figures are those of the project as it stands.
    bool isEvaluated() const { return m_evaluation && m_isComputed; }
    // Answers what would be if inputs were others, from the last good figures and along with them;
    // null while there are none.
    core::Study* study();
    // How long the last figures took to compute.
    std::chrono::nanoseconds evaluationTime() const { return m_evaluationTime; }

    QUndoStack& undoStack() { return m_undoStack; }
    const QUndoStack& undoStack() const { return m_undoStack; }

    // How the part of the functions below is run that may wait for a file.
    void setRunFileWork(SessionFile::RunWork run) { m_file.setRunWork(std::move(run)); }

    // The file. New and opened projects start a new history of undo; saving keeps it.
    void newProject(); // the default one
    void newProject(core::Project);
    // A document that breaks rules is opened too, and problems() names them; what cannot be read at
    // all leaves the open project as it is. A file that somebody else has open, or that cannot be
    // written, is opened read-only.
    core::Status open(const QString& path, FileAccess::Wish = FileAccess::Wish::edit);
    // Opens an earlier revision, which can be looked at and tried out but saved only as a copy; the
    // history ends with it. A number that is not in the file is InvalidInput.
    core::Status openRevision(const QString& path, int number);
    // Adds a revision to the file at filePath(), which must not be empty. A file that someone else
    // has changed since it was opened is FileChanged, and is left as it is, unless `changed` says
    // otherwise: then the revision is added to what is there now. Read-only, it is FileLocked.
    using ChangedFile = SessionFile::Changed;
    core::Status save(const QString& comment = {}, ChangedFile changed = ChangedFile::refuse);
    // Says something of a revision of the file at filePath(), which stays as it was saved: a
    // comment, or an approval by name. The errors are those of save() and core::addRemark().
    core::Status addRemark(const core::RemarkInfo&);
    // Gives the right to save back, which may take long on a share, for a window that is closed.
    void leaveFile() { m_file.leave(); }
    // The right to save, from somebody whose program has left the lock of the file behind.
    core::Status takeOver() { return m_file.takeOver(); }
    // Ends in .galval or .json. Another file that is there is replaced with all its revisions,
    // unless somebody else has it open.
    core::Status saveAs(const QString& path, const QString& comment = {});

    // That is open in the place of the latest; none for the project of the file.
    const std::optional<int>& revision() const { return m_file.revision(); }
    QString filePath() const { return m_file.path(); }   // absolute; empty before the first save
    QDateTime fileTime() const { return m_file.time(); } // when the file was written
    // Null without a file.
    FileAccess* fileAccess() const { return m_file.access(); }
    bool isReadOnly() const { return fileAccess() && fileAccess()->isReadOnly(); }
    bool isModified() const { return !m_undoStack.isClean(); }
    // Of the file when it was last read or written; none without a file.
    const std::optional<core::Hash>& fingerprint() const { return m_file.fingerprint(); }
    FileHistory& history() const { return *m_history; }
    // The name of the file, else that of the project.
    QString displayName() const;

    // Who a revision is saved by; the name of the user on this computer unless it is set.
    void setAuthor(const QString& author) { m_file.setAuthor(author); }
    const QString& author() const { return m_file.author(); }

    // Makes `after` the project, as one step; edits in succession with the same merge key are one
    // step, until finishTyping(), undo, redo or saving. False when nothing changes.
    bool edit(const QString& text, core::Project after, const QString& mergeKey = {});
    // The same for a change that may have been refused; then the project stays and the reason is
    // returned.
    core::Status edit(const QString& text, core::Result<core::Project> after);

    // One input, checked against the range of its field alone: what breaks rules between fields is
    // kept and named in problems(). Changes of the same cell in succession are one step.
    core::Status setInput(const QString& id, const core::InputValue&);
    // A cell of a table or field of a form, as withCells() changes it; its invalid entry goes.
    // Changes of the same cell in succession are one step.
    core::Status setCell(const CellAddress&, const core::InputValue&);
    core::Status resetCell(const CellAddress&); // back to its default, or to interpolation
    // Several cells as one step: all or, when one is refused, none.
    core::Status applyCells(const QString& text, const std::vector<CellEdit>&);

    // What the registry says of an input of the project as it stands; null when there is none. The
    // price of a product that is a premium over another is described as a price of its own, and
    // cells of the tornado (ui/document/TornadoCells.h), of simulations
    // (ui/document/SimulationCells.h) and of scenarios (ui/document/ScenarioCells.h) as if they
    // were inputs. Valid until the project changes.
    const core::Input* inputOf(const QString& id) const;

    // What was typed and refused. An entry goes when its cell changes, and all go when another
    // project is opened.
    InvalidEntries& invalidEntries() { return m_invalidEntries; }

    // The next change of the same input is a step of its own: a field was left.
    void finishTyping() { ++m_typingRun; }

    // How money is looked at: a setting of the window, not of the project, that changes no figure.
    const core::MoneyView& view() const { return m_view; }
    void setViewTerms(core::Terms);
    void setViewCurrency(core::Currency);
    // A nominal amount in USD of a year as the view shows it; a present value is money of the
    // valuation year. Nothing without figures, or for a year without an exchange rate.
    std::optional<double> shown(double nominalUsd, int year) const;

signals:
    void projectChanged();
    void evaluated(std::shared_ptr<const core::Evaluation> evaluation); // null: there are none
    void problemsChanged();
    void fileChanged(); // another file, or saved to, or whether it is modified
    void viewChanged();

private:
    using Document = std::shared_ptr<const core::Project>;

    void start(core::LoadedProject); // of the file as it stands
    core::Status startOpened(core::Result<core::LoadedProject>);
    core::Status changeCell(const CellEdit&);
    void clearChangedEntries(const core::Project& before);
    void push(EditText, core::Project after, const QString& cell);
    void show(const Document&);
    void compute();
    core::Status write(const QString& path, const QString& comment, ChangedFile changed);

    Document m_project;
    std::shared_ptr<const core::Evaluation> m_evaluation;
    std::shared_ptr<const core::Model> m_model; // of the last figures, to be used again
    std::unique_ptr<core::Study> m_study;       // once somebody has asked
    std::chrono::nanoseconds m_evaluationTime {};
    bool m_isComputed = false; // the project as it stands
    core::Problems m_problems;
    InvalidEntries m_invalidEntries;
    mutable std::unordered_map<std::string, core::Input> m_inputs; // by id, of the document below
    mutable Document m_inputsOwner;
    QUndoStack m_undoStack;
    int m_typingRun = 0;
    SessionFile m_file;
    std::unique_ptr<FileHistory> m_history;
    core::MoneyView m_view;
};

}

Q_DECLARE_METATYPE(std::shared_ptr<const core::Evaluation>)
