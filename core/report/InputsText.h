#pragma once

#include "core/project/Project.h"

#include <string>

// All inputs of a project, from the registry, with their values.
namespace core {

// As a table: id, value with its unit, range and label, the source notes and evidence below the
// inputs that they are of. A note that many inputs share stands below the first of them.
std::string inputsText(const Project&);

// As a JSON array of objects: id, label, element, kind, unit, value (shares and rates as
// fractions), minimum, maximum, choices, default, required, note, evidence, help.
std::string inputsJson(const Project&);

}
