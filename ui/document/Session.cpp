#include "ui/document/Session.h"

#include "core/analysis/Study.h"
#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"
#include "core/report/HistoryText.h"
#include "ui/document/FileHistory.h"
#include "ui/document/ScenarioCells.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/TornadoCells.h"

#include <QFileInfo>
#include <QSignalBlocker>

#include <algorithm>
#include <exception>

namespace ui {

namespace {

constexpr int undoLimit = 500; // steps; each holds a document

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
    , m_file(files)
    , m_history(std::make_unique<FileHistory>(*this))
{
    qRegisterMetaType<std::shared_ptr<const core::Evaluation>>();
    m_undoStack.setUndoLimit(undoLimit);
    connect(&m_file, &SessionFile::accessChanged, this, &Session::fileChanged);
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
    m_file.close();
    core::LoadedProject unsaved;
    unsaved.project = std::move(project);
    start(std::move(unsaved));
}

core::Status Session::open(const QString& path, FileAccess::Wish wish)
{
    return startOpened(m_file.open(path, wish));
}

core::Status Session::openRevision(const QString& path, int number)
{
    return startOpened(m_file.open(path, FileAccess::Wish::readOnly, number));
}

core::Status Session::startOpened(core::Result<core::LoadedProject> opened)
{
    if (!opened)
        return opened.error();
    start(*std::move(opened));
    return core::success();
}

core::Status Session::save(const QString& comment, ChangedFile changed)
{
    if (filePath().isEmpty())
        return core::Error(core::ErrorCode::InvalidInput, {},
            tr("The project has no file yet; choose a name for it.").toStdString());
    return write(filePath(), comment, changed);
}

core::Status Session::saveAs(const QString& path, const QString& comment)
{
    return write(QFileInfo(path).absoluteFilePath(), comment, ChangedFile::refuse);
}

core::Status Session::write(const QString& path, const QString& comment, ChangedFile changed)
{
    core::RevisionInfo info;
    info.comment = comment.toStdString();
    if (isEvaluated())
        info.keyFigures = core::keyFiguresOf(*m_evaluation);
    const QString pathBefore = filePath();
    const core::Result<std::optional<core::Revision>> saved =
        m_file.save(path, m_project, std::move(info), changed);
    if (!saved)
        return saved.error();
    if (filePath() != pathBefore)
        m_history->setKnown({});
    if (*saved)
        m_history->addKnown(**saved);
    const bool wasModified = isModified();
    finishTyping();
    m_undoStack.setClean(); // says that the file changed when it was modified
    if (!wasModified)
        emit fileChanged();
    return core::success();
}

core::Status Session::addRemark(const core::RemarkInfo& info)
{
    const std::optional<core::Hash> before = fingerprint();
    const core::Result<core::Remark> added = m_file.addRemark(info);
    if (added)
        m_history->addKnown(*added);
    if (fingerprint() != before)
        m_history->read();
    return added ? core::success() : core::Status(added.error());
}

QString Session::displayName() const
{
    return filePath().isEmpty() ? QString::fromStdString(m_project->name)
                                : QFileInfo(filePath()).fileName();
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

void Session::start(core::LoadedProject loaded)
{
    auto document = std::make_shared<const core::Project>(std::move(loaded.project));
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
    try {
        m_problems = core::validate(*m_project);
        if (!std::all_of(m_problems.begin(), m_problems.end(), isOfScenarios))
            return;
        const auto start = std::chrono::steady_clock::now();
        auto evaluation = core::Evaluation::of(*m_project, m_model);
        if (!evaluation) {
            m_problems = evaluation.error().problems;
            return;
        }
        m_evaluationTime = std::chrono::steady_clock::now() - start;
        m_evaluation = *std::move(evaluation);
        m_model = m_evaluation->sharedModel();
        m_isComputed = true;
    } catch (const std::exception& exception) { // of a library, or without memory
        m_problems = core::Error(core::ErrorCode::NotComputable, {}, exception.what()).problems;
    }
}

}
