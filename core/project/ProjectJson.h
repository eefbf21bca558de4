#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <string>
#include <string_view>

// The project document: JSON of the format "galval-project", version 1. Reading and writing lose
// nothing: a document read and written again has the same values, and fields that it left to their
// defaults stay left out (Project::unstated).
namespace core {

inline constexpr std::string_view projectFormat = "galval-project";
inline constexpr int projectFormatVersion = 1;

// Reads a document that obeys every rule. The error names all problems at once, each with the path
// of the field and what was expected. Unknown fields, missing ones without a default, duplicate
// keys and values of the wrong type are refused; so are more than 64 MiB, more than 1000 entries in
// an array or object, and deep nesting, while reading. A later version of the format is
// ErrorCode::FileTooNew.
Result<Project> readProject(std::string_view json);

// The same without ranges and the rules between fields (validate()), so that a document with such
// problems can be opened and put right.
Result<Project> parseProject(std::string_view json);

std::string writeProject(const Project&);

}
