#pragma once

#include "app/cli/Command.h"
#include "app/cli/ResultCommands.h"

#include <optional>
#include <string>

namespace cli {

// The revisions of a project file.
Output history(const std::string& file, Format);

struct DiffArguments {
    std::string file;
    std::optional<std::string> other; // the later of two files; without it revisions are compared
    std::optional<int> from;
    std::optional<int> to; // without it the latest
    Format format = Format::text;
};

// What differs between two files, or two revisions of one.
Output diff(const DiffArguments&);

// Signs a revision off, with the figures that the program computes for it now.
Output approve(
    const std::string& file, int revision, const std::string& author, const std::string& comment);

// Saves the project of an earlier revision as a new one; without a comment it says which.
Output restore(const std::string& file, int revision, const std::string& comment);

// Compares every document in a project file with its checksum, besides what is checked whenever a
// file is read.
Output verify(const std::string& file);

}
