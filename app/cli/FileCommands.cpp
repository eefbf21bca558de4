#include "app/cli/FileCommands.h"

#include "app/cli/Arguments.h"
#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "core/report/TextTable.h"
#include "core/storage/ProjectDocument.h"

#include <utility>

namespace cli {

namespace {

// The figures that a revision is told by; none when the project cannot be computed, which is no
// reason not to keep it.
core::KeyFigures keyFiguresOf(const core::Project& project)
{
    core::KeyFigures figures;
    const auto evaluation = core::Evaluation::of(project);
    if (!evaluation)
        return figures;
    for (const core::Metric metric : {core::Metric::npv, core::Metric::irr})
        if (const auto figure = (*evaluation)->metrics(core::PlantCase::project)[metric])
            figures.emplace(core::descriptionOf(metric).name, *figure);
    return figures;
}

// Whatever is at `out` is replaced as a whole, its revisions included.
Output save(const std::string& out, const core::Project& project, std::string comment)
{
    core::RevisionInfo info;
    info.comment = std::move(comment);
    info.keyFigures = keyFiguresOf(project);
    core::SaveOptions options;
    options.earlier = core::EarlierRevisions::discard;
    const core::Result<core::Hash> saved = core::saveDocument(pathOf(out), project, info, options);
    if (!saved)
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
