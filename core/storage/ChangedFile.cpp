#include "core/storage/ChangedFile.h"

#include "core/storage/ProjectFile.h"

#include <utility>

namespace core {

namespace {

std::string lastSave(const Revision& revision)
{
    const std::string when = " on " + timeText(revision.savedAt) + '.';
    return revision.author.empty() ? "; its " + title(revision) + " was saved" + when
                                   : "; " + revision.author + " saved " + title(revision) + when;
}

}

Status checkUnchanged(
    const Result<std::string>& content, const Hash& expected, const std::string& name)
{
    const auto changed = [&](std::string sentence) {
        return Error(ErrorCode::FileChanged, name, std::move(sentence));
    };
    if (!content) {
        if (content.error().code != ErrorCode::FileNotFound)
            return content.error();
        return changed("The file is no longer where it was opened; someone has moved, renamed or "
                       "removed it. Nothing was written.");
    }
    if (sha256(*content) == expected)
        return success();
    const std::string start = "The file was changed since it was opened";
    const std::string end = " It was left as it is.";
    const Result<LoadedProject> present =
        readProjectFile(*content, name, DocumentRules::notApplied);
    return changed(start + (present ? lastSave(present->revisions.back()) : ".") + end);
}

}
