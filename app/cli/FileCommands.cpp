#include "app/cli/FileCommands.h"

#include "app/cli/Arguments.h"
#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "core/report/HistoryText.h"
#include "core/report/TextTable.h"
#include "core/storage/Computer.h"
#include "core/storage/ProjectDocument.h"

#include <utility>

namespace cli {

namespace {

// Whatever is at `out` is replaced as a whole, its revisions included.
Output save(const std::string& out, const core::Project& project, std::string comment)
{
    core::RevisionInfo info;
    info.author = core::userName();
    info.comment = std::move(comment);
    // That a project cannot be computed is no reason not to keep it.
    if (const auto evaluation = core::Evaluation::of(project))
        info.keyFigures = core::keyFiguresOf(**evaluation);
    core::SaveOptions options;
    options.earlier = core::EarlierRevisions::discard;
    if (const auto saved = core::saveDocument(pathOf(out), project, info, options); !saved)
        return saved.error();
    return core::printable(out) + ": " + core::printable(project.name) + '\n';
}

}

Output newProject(const std::string& out)
{
    return save(out, core::defaultProject(), "New project");
}

Output convert(const std::string& in, const std::string& out)
{
    const core::Result<core::Project> project = core::openDocument(pathOf(in));
    if (!project)
        return project.error();
    return save(out, *project, "Converted from " + core::printable(in));
}

Output validate(const std::string& file)
{
    const core::Result<core::Project> project = core::openDocument(pathOf(file));
    if (!project)
        return project.error();
    return core::printable(file) + ": valid (" + core::printable(project->name) + ")\n";
}

}
