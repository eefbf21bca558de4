#include "ui/pages/history/RevisionReading.h"

#include "core/project/ProjectChanges.h"
#include "core/storage/ProjectHistory.h"
#include "ui/document/SystemPath.h"

#include <QCoreApplication>

#include <exception>
#include <utility>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RevisionReading)
};

void read(ReadRevision& revision, core::ProjectHistory& history)
{
    auto project = history.project(revision.number, core::DocumentRules::notApplied);
    if (project)
        revision.project = std::make_shared<const core::Project>(*std::move(project));
    else
        revision.problems = project.error().problems;
}

void evaluate(ReadRevision& revision)
{
    if (!revision.project || revision.evaluation)
        return;
    auto evaluation = core::Evaluation::of(*revision.project);
    if (evaluation)
        revision.evaluation = *std::move(evaluation);
    else
        revision.problems = evaluation.error().problems;
}

void compare(ReadPair& pair)
{
    const core::ProjectChanges changes = core::changesBetween(*pair.from.project, *pair.to.project);
    pair.inputs = static_cast<int>(changes.inputs.size());
    pair.notes = static_cast<int>(changes.notes.size() + changes.evidence.size());
    for (const core::ChangedElement& element : changes.elements)
        pair.elements += (element.isAdded ? Texts::tr("“%1” added") : Texts::tr("“%1” removed"))
                             .arg(QString::fromStdString(element.name));
}

}

ReadPair readPair(const QString& path, ReadRevision from, ReadRevision to)
{
    ReadPair pair {std::move(from), std::move(to), 0, 0, {}};
    try {
        auto history = core::ProjectHistory::open(systemPath(path));
        for (ReadRevision* const revision : {&pair.from, &pair.to}) {
            if (revision->number != 0 && history)
                read(*revision, *history);
            else if (revision->number != 0)
                revision->problems = history.error().problems;
            evaluate(*revision);
        }
        if (pair.from.project && pair.to.project)
            compare(pair);
    } catch (const std::exception& exception) {
        pair.to.problems.push_back({{}, exception.what()});
        pair.to.evaluation.reset();
    }
    return pair;
}

}
