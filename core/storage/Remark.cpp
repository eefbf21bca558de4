#include "core/storage/Remark.h"

#include <algorithm>
#include <iterator>

namespace core {

Hash hashOf(const Remark& remark, const Hash& revisionHash)
{
    return hashOfList({"galval remark 1", std::to_string(remark.number),
        std::string(nameOf(remark.kind)), std::to_string(remark.revision), hexText(revisionHash),
        remark.madeAt, remark.author, remark.text, remark.programVersion, remark.keyFigures,
        remark.previousHash ? hexText(*remark.previousHash) : std::string()});
}

std::string_view nameOf(RemarkKind kind)
{
    return kind == RemarkKind::approval ? "approval" : "comment";
}

std::optional<RemarkKind> findRemarkKind(std::string_view name)
{
    for (const RemarkKind kind : {RemarkKind::comment, RemarkKind::approval})
        if (name == nameOf(kind))
            return kind;
    return std::nullopt;
}

std::vector<Remark> approvalsOf(const std::vector<Remark>& remarks, int revision)
{
    std::vector<Remark> approvals;
    std::copy_if(remarks.begin(), remarks.end(), std::back_inserter(approvals),
        [revision](const Remark& remark) {
            return remark.kind == RemarkKind::approval && remark.revision == revision;
        });
    return approvals;
}

}
