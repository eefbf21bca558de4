#include "ui/document/RecentFile.h"

#include "core/storage/ProjectDocument.h"
#include "core/storage/ProjectLock.h"
#include "ui/document/RevisionText.h"
#include "ui/document/SystemPath.h"

#include <exception>
#include <filesystem>

namespace ui {

namespace {

using State = RecentFile::State;

void read(RecentFile& file, const std::filesystem::path& path)
{
    const auto loaded = core::loadDocument(path, core::DocumentRules::notApplied);
    if (!loaded) {
        file.state = loaded.error().code == core::ErrorCode::FileNotFound ? State::missing
                                                                          : State::unreadable;
        return;
    }
    file.state = State::readable;
    core::ProjectLock lock(path, {});
    if (lock.look() == core::ProjectLock::State::other)
        file.openBy = authorText(lock.owner().user);
    if (loaded->revisions.empty())
        return;
    const core::Revision& latest = loaded->revisions.back();
    if (const auto figures = core::readKeyFigures(latest.keyFigures))
        if (const auto npv = figures->find("npv"); npv != figures->end())
            file.npv = npv->second;
    file.author = authorText(latest.author);
    file.savedAt = latest.savedAt;
    file.revision = latest.number;
}

}

RecentFile readRecentFile(const QString& path)
{
    RecentFile file;
    file.path = path;
    try {
        read(file, systemPath(path));
    } catch (const std::exception&) {
        file.state = State::unreadable;
    }
    return file;
}

}
