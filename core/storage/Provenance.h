#pragma once

#include "core/engine/Result.h"
#include "core/storage/ProjectHistory.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// By which revision of a file each input got the value that it has in the latest one. Found by
// walking back through the revisions until every input was another one, which takes less than
// a millisecond for each; a save then costs one step.
class Provenance {
public:
    // `goOn` is asked before each revision; false stops, and the walk is then an error.
    static Result<Provenance> of(ProjectHistory&, const std::function<bool()>& goOn = {});

    // The number of the revision; nothing for what is no input of the latest one. An input that was
    // always there has it from the first.
    std::optional<int> revisionOf(std::string_view inputId) const;

    // The project was saved as a further revision.
    void add(const Project& before, const Project& after, int revision);

private:
    std::map<std::string, int, std::less<>> m_revisions; // by input id
};

}
