#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"
#include "core/storage/ProjectFile.h"

#include <filesystem>

// A project in either of its two forms: a project file with its revisions (".galval"), or a JSON
// document (".json").
namespace core {

// Reads either form, told apart by the content and not by the name. Errors are those of
// loadProject() and readProject(); problems of a whole document name the file. A JSON document has
// neither revisions nor settings.
Result<LoadedProject> loadDocument(const std::filesystem::path&,
    DocumentRules = DocumentRules::applied, FileSystem& = systemFiles());

// The project alone.
Result<Project> openDocument(const std::filesystem::path&, DocumentRules = DocumentRules::applied,
    FileSystem& = systemFiles());

// Writes the form that the ending of the name asks for, whatever is there being replaced in one
// step, and returns the fingerprint of the new file; another ending is InvalidInput. The revision
// and the options concern ".galval" alone, but for SaveOptions::expected.
Result<Hash> saveDocument(const std::filesystem::path&, const Project&, const RevisionInfo& = {},
    const SaveOptions& = {}, FileSystem& = systemFiles());

}
