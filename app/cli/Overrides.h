#pragma once

#include "core/engine/Result.h"
#include "core/model/Evaluation.h"
#include "core/project/Project.h"
#include "core/report/Origin.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cli {

// Which state of a project a command line asks for, and what it changes in it for one evaluation.
struct Overrides {
    std::optional<int> revision;   // without it the latest
    std::vector<std::string> sets; // ID=VALUE, or ID=*FACTOR, in the order given
    std::optional<std::string> deck;
};

// The project as the file has it, with the changes. All sets are tried, so that an error names
// everything that is wrong with them; rules between fields are checked once at the end, since one
// set may be there to put right what another breaks.
core::Result<core::Project> openProject(const std::string& file, const Overrides&);

// The figures of that project.
core::Result<std::shared_ptr<const core::Evaluation>> openEvaluation(
    const std::string& file, const Overrides&);

// The same with the saved state that they rest on; without a revision for a JSON document.
struct OpenedEvaluation {
    std::shared_ptr<const core::Evaluation> evaluation;
    core::Origin origin;
};
core::Result<OpenedEvaluation> openWithOrigin(const std::string& file, const Overrides&);

// "revision 3, levers.price=1.1, active_deck=floor"; empty for the latest without changes.
std::string overridesText(const Overrides&);

// What people must know who read figures that are not those of the file.
std::string withChanges(const Overrides&, const std::string& text);

}
