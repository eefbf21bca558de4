#include "ui/document/Session.h"

#include "core/analysis/Study.h"
#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"
#include "core/report/HistoryText.h"
#include "core/storage/Computer.h"
#include "core/storage/ProjectDocument.h"
#include "ui/document/FileHistory.h"
#include "ui/document/ScenarioCells.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/TornadoCells.h"

#include <QFileInfo>
#include <QSignalBlocker>

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>

namespace ui {

namespace {

constexpr int undoLimit = 500; // steps; each holds a document

// Runs what may run out of memory or meet an exception of a library, and makes an error of it.
template <class Work>
core::Status guarded(core::ErrorCode code, const Work& work)
{
    try {
        return work();
    } catch (const std::exception& exception) {
        return core::Error(code, {}, exception.what());
    }
}

std::filesystem::path systemPath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

core::Result<core::LoadedProject> loadState(
    const QString& file, const std::optional<int>& revision, core::FileSystem& files)
{
    constexpr auto rules = core::DocumentRules::notApplied;
    return revision ? core::loadRevision(systemPath(file), *revision, rules, files)
                    : core::loadDocument(systemPath(file), rules, files);
}

// Whether a file may be written in this state. Another file where no lock can be had is tried: that
// says best what is wrong.
bool isWritable(FileLock::Kind kind, bool isOwnFile)
{
    switch (kind) {
    case FileLock::Kind::writable:
        return true;
    case FileLock::Kind::locked:
    case FileLock::Kind::leftLocked:
        return false;
    case FileLock::Kind::wanted:
    case FileLock::Kind::unlocked:
    case FileLock::Kind::unprotected:
        break;
    }
    return !isOwnFile;
}

bool isOfScenarios(const core::Problem& problem)
{
    return problem.where.starts_with("scenarios");
}

// A setting of analyses, described as the registry describes inputs; nothing for other ids.
std::optional<core::Input> settingIn(const core::Project& project, const std::string& id)
{
    if (std::optional<core::Input> setting = simulationInput(project, id))
        return setting;
    if (std::optional<core::Input> setting = scenarioInput(project, id))
        return setting;
    const auto cell = tornadoCellOf(QString::fromStdString(id));
    return cell ? describeTornado(project, *cell) : std::nullopt;
}

// As the registry of a project describes it.
core::Input inputIn(const core::Project& project, const std::string& id)
{
    if (std::optional<core::Input> setting = settingIn(project, id))
        return *std::move(setting);
    for (core::Input& input : core::inputsOf(project))
        if (input.id == id)
            return std::move(input);
    core::Input unknown;
    unknown.id = id;
    unknown.label = id;
    return unknown;
}

}

Session::Session(QObject* parent, core::FileSystem& files)
    : QObject(parent)
    , m_files(files)
    , m_author(QString::fromStdString(core::userName()))
    , m_history(std::make_unique<FileHistory>(*this))
{
    qRegisterMetaType<std::shared_ptr<const core::Evaluation>>();
    m_undoStack.setUndoLimit(undoLimit);
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, &Session::fileChanged);
    newProject();
}

Session::~Session() = default;

core::Study* Session::study()
{
    if (!m_evaluation)
        return nullptr;
    if (!m_study)
        m_study = std::make_unique<core::Study>(m_evaluation);
    else if (&m_study->base() != m_evaluation.get())
        m_study->setBase(m_evaluation);
    return m_study.get();
}

void Session::newProject()
{
    newProject(core::defaultProject());
}

void Session::newProject(core::Project project)
{
    setAccess(nullptr);
    core::LoadedProject unsaved;
    unsaved.project = std::move(project);
    start(std::move(unsaved), {});
}

core::Status Session::open(const QString& path, FileAccess::Wish wish)
{
    return open(path, wish, std::nullopt);
}

core::Status Session::openRevision(const QString& path, int number)
{
    return open(path, FileAccess::Wish::readOnly, number);
}

core::Status Session::open(
    const QString& path, FileAccess::Wish wish, const std::optional<int>& revision)
{
    // Kept by the work itself, which may outlive this call.
    struct Opening {
        core::Status status = core::success();
        std::optional<core::LoadedProject> loaded;
        std::shared_ptr<FileLock> lock;
        QDateTime time;
        std::atomic<bool> isGivenUp = false;
    };
    const auto opening = std::make_shared<Opening>();
    const QString file = QFileInfo(path).absoluteFilePath();
    const std::shared_ptr<FileLock> present = m_access ? m_access->lock() : nullptr;
    const bool isDone =
        runFileWork([opening, file, wish, revision, present, author = m_author, &files = m_files] {
            opening->status = guarded(core::ErrorCode::FileUnreadable, [&]() -> core::Status {
                // Locked before it is read, so that what is read is what will be written over.
                const bool isAgain = present && present->isOf(file);
                opening->lock =
                    isAgain ? present : std::make_shared<FileLock>(file, author, wish, files);
                core::Result<core::LoadedProject> loaded = loadState(file, revision, files);
                if (!loaded)
                    return loaded.error();
                if (isAgain && !opening->isGivenUp)
                    present->renew(wish);
                opening->time = QFileInfo(file).lastModified();
                opening->loaded = *std::move(loaded);
                return core::success();
            });
        });
    if (!isDone) {
        opening->isGivenUp = true;
        return core::Error(
            core::ErrorCode::FileUnreadable, {}, tr("Opening was given up.").toStdString());
    }
    if (!opening->loaded)
        return opening->status;
    m_fileTime = opening->time;
    setAccess(std::move(opening->lock));
    start(*std::move(opening->loaded), file, revision);
    return core::success();
}

core::Status Session::save(const QString& comment, ChangedFile changed)
{
    if (m_filePath.isEmpty())
        return core::Error(core::ErrorCode::InvalidInput, {},
            tr("The project has no file yet; choose a name for it.").toStdString());
    return write(m_filePath, comment, changed);
}

core::Status Session::saveAs(const QString& path, const QString& comment)
{
    return write(QFileInfo(path).absoluteFilePath(), comment, ChangedFile::refuse);
}

core::Status Session::write(const QString& path, const QString& comment, ChangedFile changed)
{
    struct Writing {
        core::Status status = core::success();
        bool isOwn = false; // the file of this project, perhaps through another link
        std::optional<core::Revision> revision;
        std::optional<core::Hash> fingerprint;
        std::shared_ptr<FileLock> lock;
        FileLock::State state;
    };
    core::RevisionInfo info;
    info.author = m_author.toStdString();
    info.comment = comment.toStdString();
    if (isEvaluated())
        info.keyFigures = core::keyFiguresOf(*m_evaluation);
    core::SaveOptions ownOptions;
    if (changed == ChangedFile::refuse)
        ownOptions.expected = m_fingerprint;
    core::SaveOptions otherOptions;
    otherOptions.earlier = core::EarlierRevisions::discard; // its past is not this project's
    const auto writing = std::make_shared<Writing>();
    const std::shared_ptr<FileLock> present = m_access ? m_access->lock() : nullptr;
    const bool isDone = runFileWork(
        [=, author = m_author, own = m_filePath, project = m_project, &files = m_files] {
            writing->status = guarded(core::ErrorCode::FileNotWritten, [&]() -> core::Status {
                writing->isOwn = path == own || (present && present->isOf(path));
                writing->lock = writing->isOwn ? present
                                               : std::make_shared<FileLock>(
                                                     path, author, FileLock::Wish::edit, files);
                if (writing->lock)
                    writing->state = writing->isOwn ? present->refresh() : writing->lock->state();
                if (!isWritable(writing->state.kind, writing->isOwn))
                    return core::success();
                const QString& target = writing->isOwn ? own : path;
                core::Result<core::SavedDocument> saved = core::saveDocument(systemPath(target),
                    *project, info, writing->isOwn ? ownOptions : otherOptions, files);
                if (saved) {
                    writing->revision = std::move(saved->revision);
                    writing->fingerprint = saved->fingerprint;
                    return core::success();
                }
                // What is in its place now is our own, although it may not stay.
                if (saved.error().code == core::ErrorCode::FileNotFlushed && writing->isOwn)
                    if (const auto now = core::fingerprintOf(systemPath(target), files))
                        writing->fingerprint = *now;
                return saved.error();
            });
        });
    if (!isDone)
        return core::Error(
            core::ErrorCode::FileNotWritten, {}, tr("Saving was given up.").toStdString());
    if (writing->isOwn && m_access)
        m_access->adopt(writing->state);
    if (writing->isOwn && writing->fingerprint)
        m_fingerprint = writing->fingerprint;
    if (!writing->status)
        return writing->status;
    if (!writing->fingerprint)
        return FileAccess(writing->lock).permission();
    m_fingerprint = writing->fingerprint;
    if (!writing->isOwn)
        setAccess(std::move(writing->lock));
    const bool isRenamed = !writing->isOwn;
    const bool wasModified = isModified();
    if (isRenamed) {
        m_filePath = path;
        m_revision.reset();
        m_history->setKnown({});
    }
    if (writing->revision)
        m_history->addKnown(*writing->revision);
    m_fileTime = QDateTime::currentDateTime();
    finishTyping();
    m_undoStack.setClean(); // says that the file changed when it was modified
    if (isRenamed && !wasModified)
        emit fileChanged();
    return core::success();
}

core::Status Session::addRemark(const core::RemarkInfo& info)
{
    struct Writing {
        core::Status status = core::success();
        std::optional<core::Remark> remark;
        std::optional<core::Hash> fingerprint;
        FileLock::State state;
    };
    const auto writing = std::make_shared<Writing>();
    const std::shared_ptr<FileLock> present = m_access ? m_access->lock() : nullptr;
    const bool isDone =
        runFileWork([=, file = m_filePath, expected = m_fingerprint, &files = m_files] {
            writing->status = guarded(core::ErrorCode::FileNotWritten, [&]() -> core::Status {
                if (present)
                    writing->state = present->refresh();
                if (!isWritable(writing->state.kind, true))
                    return core::success();
                auto added = core::addRemark(systemPath(file), info, expected, files);
                if (added) {
                    writing->remark = std::move(added->remark);
                    writing->fingerprint = added->fingerprint;
                    return core::success();
                }
                // What is in its place now is our own, although it may not stay.
                if (added.error().code == core::ErrorCode::FileNotFlushed)
                    if (const auto now = core::fingerprintOf(systemPath(file), files))
                        writing->fingerprint = *now;
                return added.error();
            });
        });
    if (!isDone)
        return core::Error(
            core::ErrorCode::FileNotWritten, {}, tr("Saving was given up.").toStdString());
    if (m_access)
        m_access->adopt(writing->state);
    if (writing->fingerprint) {
        m_fingerprint = writing->fingerprint;
        if (writing->remark)
            m_history->addKnown(*writing->remark);
        m_history->read();
    }
    if (!writing->status)
        return writing->status;
    return writing->fingerprint ? core::success() : FileAccess(present).permission();
}

core::Status Session::takeOver()
{
    if (!m_access)
        return core::success();
    const auto state = std::make_shared<FileLock::State>();
    if (runFileWork([state, lock = m_access->lock()] { *state = lock->takeOver(); }))
        m_access->adopt(*state);
    return m_access->permission();
}

bool Session::runFileWork(const std::function<void()>& work) const
{
    if (m_runFileWork)
        return m_runFileWork(work);
    work();
    return true;
}

QString Session::displayName() const
{
    return m_filePath.isEmpty() ? QString::fromStdString(m_project->name)
                                : QFileInfo(m_filePath).fileName();
}

bool Session::edit(const QString& text, core::Project after, const QString& mergeKey)
{
    if (after == *m_project)
        return false;
    push({text, {}, {}, {}}, std::move(after), mergeKey);
    return true;
}

core::Status Session::edit(const QString& text, core::Result<core::Project> after)
{
    if (!after)
        return after.error();
    edit(text, *std::move(after), QString());
    return core::success();
}

core::Status Session::setInput(const QString& id, const core::InputValue& value)
{
    const std::string name = id.toStdString();
    core::Project after = *m_project;
    if (const core::Status status = core::setValue(after, name, value); !status)
        return status;
    if (after == *m_project)
        return core::success();
    // A premium that gives way to a price had no value of its own.
    const core::Result<core::InputValue> before = core::valueOf(*m_project, name);
    const core::Result<core::InputValue> now = core::valueOf(after, name);
    InputEditText edit = textOfInputEdit(after, inputIn(after, name),
        before ? *before : core::InputValue(), now ? *now : core::InputValue());
    push(std::move(edit.text), std::move(after), edit.cell);
    return core::success();
}

core::Status Session::setCell(const CellAddress& cell, const core::InputValue& value)
{
    return changeCell({cell, value});
}

core::Status Session::resetCell(const CellAddress& cell)
{
    return changeCell({cell, std::nullopt});
}

core::Status Session::changeCell(const CellEdit& edit)
{
    core::Result<core::Project> after = withCells(*m_project, {edit});
    if (!after)
        return after.error();
    if (*after != *m_project) {
        const std::optional<CellContent> before = contentOf(*m_project, edit.cell);
        const std::optional<CellContent> now = contentOf(*after, edit.cell);
        InputEditText text =
            textOfEntryEdit(*after, inputIn(*after, edit.cell.input.toStdString()), edit.cell.place,
                before ? before->value : core::InputValue(), now ? now->value : core::InputValue());
        push(std::move(text.text), *std::move(after), text.cell);
    }
    m_invalidEntries.clear(edit.cell);
    return core::success();
}

core::Status Session::applyCells(const QString& text, const std::vector<CellEdit>& edits)
{
    core::Result<core::Project> after = withCells(*m_project, edits);
    if (!after)
        return after.error();
    edit(text, *std::move(after), QString());
    for (const CellEdit& edit : edits)
        m_invalidEntries.clear(edit.cell);
    return core::success();
}

const core::Input* Session::inputOf(const QString& id) const
{
    if (m_inputsOwner != m_project) {
        m_inputs.clear();
        for (core::Input& input : core::inputsOf(*m_project))
            m_inputs.emplace(input.id, std::move(input));
        m_inputsOwner = m_project;
    }
    const std::string name = id.toStdString();
    auto found = m_inputs.find(name);
    if (found == m_inputs.end())
        if (std::optional<core::Input> setting = settingIn(*m_project, name))
            found = m_inputs.emplace(name, *std::move(setting)).first;
    if (found == m_inputs.end() && core::kindOf(*m_project, name)) {
        // A premium, which typing makes a price of its own.
        core::Project priced = *m_project;
        if (core::setValue(priced, name, 0.0))
            for (core::Input& input : core::inputsOf(priced))
                if (input.id == name)
                    found = m_inputs.emplace(name, std::move(input)).first;
    }
    return found == m_inputs.end() ? nullptr : &found->second;
}

void Session::setViewTerms(core::Terms terms)
{
    if (m_view.terms == terms)
        return;
    m_view.terms = terms;
    emit viewChanged();
}

void Session::setViewCurrency(core::Currency currency)
{
    if (m_view.currency == currency)
        return;
    m_view.currency = currency;
    emit viewChanged();
}

std::optional<double> Session::shown(double nominalUsd, int year) const
{
    if (!m_evaluation)
        return std::nullopt;
    const core::MoneyConversion conversion(*m_evaluation, m_view);
    if (!conversion.years().contains(year))
        return std::nullopt;
    return nominalUsd * conversion.inYear(year);
}

void Session::start(
    core::LoadedProject loaded, const QString& path, const std::optional<int>& revision)
{
    auto document = std::make_shared<const core::Project>(std::move(loaded.project));
    m_filePath = path;
    m_revision = revision;
    m_fingerprint = path.isEmpty() ? std::nullopt : std::optional(loaded.fingerprint);
    m_history->setKnown(
        {std::move(loaded.revisions), std::move(loaded.remarks), document, nullptr, {}});
    finishTyping();
    {
        // The stack tells of its clean state while the old project is still there.
        const QSignalBlocker blocker(this);
        m_undoStack.clear();
    }
    m_evaluation.reset();
    m_study.reset();
    const bool hadEntries = !m_invalidEntries.all().empty();
    {
        const QSignalBlocker blocker(m_invalidEntries); // told of when the new project is there
        m_invalidEntries.clearAll();
    }
    show(document);
    if (hadEntries)
        emit m_invalidEntries.changed();
    emit fileChanged();
    if (!m_evaluation)
        emit evaluated(nullptr);
}

void Session::setAccess(std::shared_ptr<FileLock> lock)
{
    const std::shared_ptr<FileLock> left = m_access ? m_access->lock() : nullptr;
    if (lock && lock == left) {
        const QSignalBlocker blocker(*m_access); // told of when the file is there
        m_access->adopt(lock->state());
        return;
    }
    m_access.reset();
    if (lock) {
        m_access = std::make_unique<FileAccess>(std::move(lock));
        connect(m_access.get(), &FileAccess::changed, this, &Session::fileChanged);
    }
    if (left)
        runFileWork([left] { left->release(); });
}

void Session::push(EditText text, core::Project after, const QString& cell)
{
    auto document = std::make_shared<const core::Project>(std::move(after));
    m_undoStack.push(new EditCommand(std::move(text), m_project, std::move(document),
        {cell, m_typingRun}, [this](const Document& shownDocument, bool isFirst) {
            if (!isFirst)
                finishTyping();
            show(shownDocument);
        }));
}

void Session::show(const Document& document)
{
    const core::Problems problemsBefore = m_problems;
    const std::shared_ptr<const core::Evaluation> evaluationBefore = m_evaluation;
    const Document before = std::exchange(m_project, document);
    compute();
    clearChangedEntries(before ? *before : *document);
    emit projectChanged();
    if (m_evaluation && m_evaluation != evaluationBefore)
        emit evaluated(m_evaluation);
    if (m_problems != problemsBefore)
        emit problemsChanged();
}

void Session::clearChangedEntries(const core::Project& before)
{
    const std::vector<InvalidEntry> entries = m_invalidEntries.all();
    for (const InvalidEntry& entry : entries)
        if (contentOf(before, entry.cell) != contentOf(*m_project, entry.cell))
            m_invalidEntries.clear(entry.cell);
}

void Session::compute()
{
    m_isComputed = false;
    const core::Status status = guarded(core::ErrorCode::NotComputable, [&]() -> core::Status {
        core::Problems problems = core::validate(*m_project);
        if (!std::all_of(problems.begin(), problems.end(), isOfScenarios))
            return core::Error(core::ErrorCode::InvalidInput, std::move(problems));
        const auto start = std::chrono::steady_clock::now();
        auto evaluation = core::Evaluation::of(*m_project, m_model);
        if (!evaluation)
            return evaluation.error();
        m_evaluationTime = std::chrono::steady_clock::now() - start;
        m_evaluation = *std::move(evaluation);
        m_model = m_evaluation->sharedModel();
        m_isComputed = true;
        if (!problems.empty())
            return core::Error(core::ErrorCode::InvalidInput, std::move(problems));
        return core::success();
    });
    m_problems = status ? core::Problems() : status.error().problems;
}

}
