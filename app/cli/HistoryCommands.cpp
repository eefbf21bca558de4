#include "app/cli/HistoryCommands.h"

#include "app/cli/Arguments.h"
#include "core/report/HistoryText.h"
#include "core/report/ProjectChangesText.h"
#include "core/report/TextTable.h"
#include "core/storage/Computer.h"
#include "core/storage/ProjectDocument.h"
#include "core/storage/ProjectHistory.h"
#include "core/storage/ProjectLock.h"
#include "core/storage/SafeFile.h"

#include <algorithm>
#include <utility>

namespace cli {

namespace {

using core::DocumentRules;
using core::Error;
using core::ErrorCode;
using core::Project;
using core::ProjectHistory;
using core::Result;

core::ComparedProject compared(std::string name, const Project& project)
{
    core::ComparedProject result {std::move(name), {}};
    if (const auto evaluation = core::Evaluation::of(project))
        result.npv = (*evaluation)->metrics(core::PlantCase::project)[core::Metric::npv];
    return result;
}

Output difference(const std::string& nameBefore, const Result<Project>& before,
    const std::string& nameAfter, const Result<Project>& after, Format format)
{
    for (const Result<Project>* project : {&before, &after})
        if (!*project)
            return project->error();
    const core::ProjectChanges changes = core::changesBetween(*before, *after);
    const auto text = format == Format::json ? core::changesJson : core::changesText;
    return text(changes, compared(nameBefore, *before), compared(nameAfter, *after));
}

Output diffRevisions(const DiffArguments& arguments)
{
    if (!arguments.from)
        return Error(ErrorCode::InvalidInput, "", "expected a second file, or --from REVISION");
    Result<ProjectHistory> history = ProjectHistory::open(pathOf(arguments.file));
    if (!history)
        return history.error();
    const int to = arguments.to.value_or(history->revisions().back().number);
    const auto before = history->project(*arguments.from, DocumentRules::notApplied);
    const auto after = history->project(to, DocumentRules::notApplied);
    return difference("revision " + std::to_string(*arguments.from), before,
        "revision " + std::to_string(to), after, arguments.format);
}

// Whoever has the file open would lose what they are working on.
core::Status lockFor(core::ProjectLock& lock, const std::string& file)
{
    const auto state = lock.take();
    if (state == core::ProjectLock::State::impossible)
        return Error(ErrorCode::FileNotWritten, file,
            "No lock can be written beside the file: " + lock.reason() + ".");
    if (state == core::ProjectLock::State::own)
        return core::success();
    const core::LockOwner& owner = lock.owner();
    const std::string who = owner.user.empty() ? "Someone" : owner.user;
    const std::string where = owner.machine.empty() ? "" : " on " + owner.machine;
    const bool isStale = state == core::ProjectLock::State::stale;
    return Error(ErrorCode::FileLocked, file,
        who + (isStale ? " had" : " has") + " the file open" + where +
            (isStale ? "; remove " + core::pathText(lock.file()) + " if that is over." : "."));
}

}

Output history(const std::string& file, Format format)
{
    const Result<ProjectHistory> history = ProjectHistory::open(pathOf(file));
    if (!history)
        return history.error();
    const auto text = format == Format::json ? core::historyJson : core::historyText;
    return text(history->revisions(), history->remarks());
}

Output diff(const DiffArguments& arguments)
{
    if (!arguments.other)
        return diffRevisions(arguments);
    if (arguments.from || arguments.to)
        return Error(ErrorCode::InvalidInput, "",
            "expected either two files, or one with --from REVISION and --to REVISION");
    return difference(arguments.file,
        core::openDocument(pathOf(arguments.file), DocumentRules::notApplied), *arguments.other,
        core::openDocument(pathOf(*arguments.other), DocumentRules::notApplied), arguments.format);
}

Output approve(
    const std::string& file, int revision, const std::string& author, const std::string& comment)
{
    core::ProjectLock lock(pathOf(file), core::userName());
    if (const core::Status status = lockFor(lock, file); !status)
        return status.error();
    Result<ProjectHistory> history = ProjectHistory::open(pathOf(file));
    if (!history)
        return history.error();
    const Result<Project> project = history->project(revision);
    if (!project)
        return project.error();
    const auto evaluation = core::Evaluation::of(*project);
    if (!evaluation)
        return evaluation.error();
    core::RemarkInfo info;
    info.kind = core::RemarkKind::approval;
    info.revision = revision;
    info.author = author;
    info.text = comment;
    info.keyFigures = core::keyFiguresOf(**evaluation);
    const auto added = core::addRemark(pathOf(file), info, history->fingerprint());
    if (!added)
        return added.error();
    return core::printable(file) + ": revision " + std::to_string(revision) + " approved by " +
           core::printable(author) + ", " + core::hexText(added->remark.hash) + '\n';
}

Output restore(const std::string& file, int revision, const std::string& comment)
{
    core::ProjectLock lock(pathOf(file), core::userName());
    if (const core::Status status = lockFor(lock, file); !status)
        return status.error();
    Result<ProjectHistory> history = ProjectHistory::open(pathOf(file));
    if (!history)
        return history.error();
    const Result<Project> project = history->project(revision, DocumentRules::notApplied);
    if (!project)
        return project.error();
    core::RevisionInfo info;
    info.author = core::userName();
    info.comment = comment.empty() ? "Restored revision " + std::to_string(revision) : comment;
    if (const auto evaluation = core::Evaluation::of(*project))
        info.keyFigures = core::keyFiguresOf(**evaluation);
    core::SaveOptions options;
    options.expected = history->fingerprint();
    const auto saved = core::saveProject(pathOf(file), *project, info, options);
    if (!saved)
        return saved.error();
    return core::printable(file) + ": revision " + std::to_string(saved->revision.number) +
           " is revision " + std::to_string(revision) + " again\n";
}

Output verify(const std::string& file)
{
    Result<ProjectHistory> history = ProjectHistory::open(pathOf(file));
    if (!history)
        return history.error();
    if (const core::Status status = history->verify(); !status)
        return status.error();
    const auto& revisions = history->revisions();
    const auto approved = std::count_if(
        revisions.begin(), revisions.end(), [&history](const core::Revision& revision) {
            return !core::approvalsOf(history->remarks(), revision.number).empty();
        });
    return core::printable(file) +
           ": every checksum is right; revisions: " + std::to_string(revisions.size()) +
           ", approved: " + std::to_string(approved) +
           ", the last: " + core::hexText(revisions.back().hash) + '\n';
}

}
