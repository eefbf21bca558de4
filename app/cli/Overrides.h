#pragma once

#include "core/engine/Result.h"
#include "core/model/Evaluation.h"
#include "core/project/Project.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cli {

// What a command line changes in a project for one evaluation.
struct Overrides {
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

// "levers.price=1.1, active_deck=floor"; empty without changes.
std::string overridesText(const Overrides&);

// What people must know who read figures that are not those of the file.
std::string withChanges(const Overrides&, const std::string& text);

}
