#pragma once

#include "core/storage/Revision.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace core {

enum class RemarkKind {
    comment,  // said of a revision after it was saved
    approval, // the revision is signed off, with the figures that it was signed off for
};

// What the caller says of a revision that is already saved.
struct RemarkInfo {
    RemarkKind kind = RemarkKind::comment;
    int revision = 0;
    std::string author;
    std::string text;
    KeyFigures keyFigures; // as the program computes them that says so
    std::chrono::system_clock::time_point madeAt = std::chrono::system_clock::now();
};

// A remark on a revision, as the file tells it. The revision itself stays as it was saved.
struct Remark {
    int number = 0; // 1, 2, 3 ... within the file
    RemarkKind kind = RemarkKind::comment;
    int revision = 0;
    std::string madeAt; // UTC, ISO 8601
    std::string author;
    std::string text;
    std::string programVersion;
    std::string keyFigures; // as stored, see readKeyFigures(); "" for none
    std::optional<Hash> previousHash;
    Hash hash {}; // hashOf() all of the above and the revision

    bool operator==(const Remark&) const = default;
};

// The hash of a remark covers the revision that it is about, and with it the document, and the
// remark before it.
Hash hashOf(const Remark&, const Hash& revisionHash);

// "comment", "approval"
std::string_view nameOf(RemarkKind);
std::optional<RemarkKind> findRemarkKind(std::string_view name);

// The approvals of a revision, the earliest first.
std::vector<Remark> approvalsOf(const std::vector<Remark>&, int revision);

}
