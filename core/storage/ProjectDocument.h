#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"
#include "core/storage/ProjectFile.h"

#include <filesystem>
#include <optional>

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

struct SavedDocument {
    std::optional<Revision> revision; // none in a JSON document
    Hash fingerprint {};              // of the new file
};

// Writes the form that the ending of the name asks for, whatever is there being replaced in one
// step; another ending is InvalidInput. The revision and the options concern ".galval" alone, but
// for SaveOptions::expected.
Result<SavedDocument> saveDocument(const std::filesystem::path&, const Project&,
    const RevisionInfo& = {}, const SaveOptions& = {}, FileSystem& = systemFiles());

}
