#include "core/report/Origin.h"

#include "core/project/ProjectJson.h"

namespace core {

namespace {

// Enough of a hash to find the revision by, and short enough to be compared by eye.
constexpr std::size_t shownDigits = 12;

}

std::string Origin::time() const
{
    if (approval)
        return approval->madeAt;
    return revision ? revision->savedAt : std::string();
}

Origin originOf(const std::vector<Revision>& revisions, const std::vector<Remark>& remarks,
    const Hash& documentHash)
{
    Origin origin;
    for (auto revision = revisions.rbegin(); revision != revisions.rend(); ++revision) {
        if (revision->documentHash != documentHash)
            continue;
        const std::vector<Remark> approvals = approvalsOf(remarks, revision->number);
        if (!approvals.empty())
            return {*revision, false, approvals.back()};
        if (!origin.revision)
            origin.revision = *revision;
    }
    if (!origin.revision && !revisions.empty())
        return {revisions.back(), true, std::nullopt};
    return origin;
}

Origin originOf(const std::vector<Revision>& revisions, const std::vector<Remark>& remarks,
    const Project& latest, const Project& project)
{
    if (revisions.empty())
        return {};
    // A document that an earlier version of the program wrote would be written in other words now.
    return originOf(revisions, remarks,
        project == latest ? revisions.back().documentHash : sha256(writeProject(project)));
}

Sentence originText(const Origin& origin, const std::string& day)
{
    if (!origin.revision)
        return {"draft of %1", {day}};
    const std::string number = std::to_string(origin.revision->number);
    if (origin.approval)
        return {"approved by %1 on %2, revision %3, hash %4",
            {origin.approval->author, day, number,
                hexText(origin.revision->hash).substr(0, shownDigits)}};
    if (origin.isChanged)
        return {"draft, revision %1 of %2 with changes", {number, day}};
    return {"draft, revision %1 of %2", {number, day}};
}

Json originJson(const Origin& origin)
{
    if (!origin.revision)
        return nullptr;
    Json object = Json::object();
    object["revision"] = origin.revision->number;
    object["changed"] = origin.isChanged;
    object["saved_at"] = origin.revision->savedAt;
    object["hash"] = hexText(origin.revision->hash);
    object["approved_by"] = origin.approval ? Json(origin.approval->author) : Json();
    object["approved_at"] = origin.approval ? Json(origin.approval->madeAt) : Json();
    return object;
}

}
