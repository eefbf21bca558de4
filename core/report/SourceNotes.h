#pragma once

#include "core/project/Project.h"

#include <string>
#include <string_view>
#include <vector>

namespace core {

// The note of the list element that an input belongs to, such as a price deck; empty when none.
std::string_view elementNote(const Project&, std::string_view inputId);

// Where an input's value comes from, as the project tells it: the source note of the input or of
// what it stands in, then the note of its element.
std::vector<std::string> sourceNotes(const Project&, std::string_view inputId);

}
