#pragma once

#include "core/project/Project.h"
#include "core/report/JsonText.h"
#include "core/report/Sentence.h"
#include "core/storage/Remark.h"
#include "core/storage/Revision.h"

#include <optional>
#include <string>
#include <vector>

namespace core {

// The saved state that figures rest on, which whatever leaves the program names.
struct Origin {
    std::optional<Revision> revision; // whose document it is, or was before it was changed
    bool isChanged = false;           // since that revision
    std::optional<Remark> approval;   // the latest one of the revision; never of a changed document

    // UTC; when it was approved, else when it was saved. Empty without a revision.
    std::string time() const;
};

// Where a document comes from, told by the hash of its JSON text: from an approved revision when
// its document is the same, else from the latest that has it, else it was changed since the latest
// of all.
Origin originOf(const std::vector<Revision>&, const std::vector<Remark>&, const Hash& documentHash);

// The same of a project, beside the one that the latest revision has.
Origin originOf(const std::vector<Revision>&, const std::vector<Remark>&, const Project& latest,
    const Project& project);

// "approved by A. Board on 23 Nov 2026, revision 21, hash 5fe2a31c04bb", "draft, revision 21 of
// 20 Nov 2026 with changes", "draft of 26 Nov 2026". `day` is that of time(), else today.
Sentence originText(const Origin&, const std::string& day);

// The same as an object: `revision`, `changed`, `saved_at` and `hash`, and `approved_by` and
// `approved_at`, null without an approval. Null without a revision.
Json originJson(const Origin&);

}
