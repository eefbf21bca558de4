#pragma once

#include "core/project/ProjectChanges.h"

#include <optional>
#include <string>

namespace core {

// One of two projects that are compared, as a reader knows it.
struct ComparedProject {
    std::string name; // "revision 14", or that of a file
    std::optional<double> npv;
};

// As tables: the net present value of both, changed inputs with both values, what came and went.
std::string changesText(
    const ProjectChanges&, const ComparedProject& before, const ComparedProject& after);

// As a JSON object: from, to, inputs, elements, notes, evidence, others. Shares and rates are
// fractions; the value of an input that one of them does not have is null.
std::string changesJson(
    const ProjectChanges&, const ComparedProject& before, const ComparedProject& after);

}
