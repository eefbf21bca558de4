#pragma once

#include "core/engine/Result.h"
#include "core/storage/Sha256.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

// Figures that a revision is told by, such as its net present value, by the id of the metric. A
// figure that does not exist is left out.
using KeyFigures = std::map<std::string, double>;

// How the user looks at the project, by name; the window decides what they mean.
using Settings = std::map<std::string, std::string>;

// What the caller of a save says of it.
struct RevisionInfo {
    std::string author;
    std::string comment;
    KeyFigures keyFigures;
    std::chrono::system_clock::time_point savedAt = std::chrono::system_clock::now();
};

// A saved state of the project, as its file tells it; the document itself is read when it is asked
// for.
struct Revision {
    int number = 0;      // 1, 2, 3 ... within the file
    std::string savedAt; // UTC, ISO 8601: "2026-11-23T18:05:09Z"
    std::string author;
    std::string comment;
    std::string programVersion;
    std::string keyFigures; // as stored, see readKeyFigures(); "" for none
    Hash documentHash {};   // of the JSON text
    std::optional<Hash> previousHash;
    Hash hash {}; // hashOf() all of the above

    bool operator==(const Revision&) const = default;
};

// Whether the number is that of a revision; else InvalidInput, and `name` is what the problem
// names.
Status checkRevision(const std::vector<Revision>&, int number, const std::string& name);

// "revision 3", within a sentence.
std::string title(const Revision&);

// The hash of a revision covers its document, by the document's hash, and the revision before it,
// so that nothing earlier can be changed without a trace in everything later. It shows damage and
// change by hand; it is no signature.
Hash hashOf(const Revision&);

// A hash of texts that also changes when a character moves from one to the next.
Hash hashOfList(const std::vector<std::string>& texts);

// "2026-11-23T18:05:09Z"; parts of a second are cut off.
std::string utcText(std::chrono::system_clock::time_point);

// The same for people: "2026-11-23 at 18:05 UTC". What is no such text is left as it is.
std::string timeText(const std::string& utcText);

// A JSON object with all digits, "" for none. Numbers that are not finite are left out.
std::string keyFiguresText(const KeyFigures&);
// Nothing if the text is not what keyFiguresText() writes.
std::optional<KeyFigures> readKeyFigures(std::string_view text);

}
