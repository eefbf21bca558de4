#pragma once

#include "core/engine/Result.h"
#include "core/storage/Contents.h"
#include "core/storage/Database.h"

#include <string>
#include <string_view>

namespace core {

// A project file whose every check was passed, but for those of documents that are read later. The
// database has the tables of the latest version; that of an earlier file is a copy.
struct CheckedFile {
    Database database;
    Contents contents;
};

// Opens the bytes of a file, which must outlive the result. `name` is what problems name.
Result<CheckedFile> openChecked(std::string_view bytes, const std::string& name);

// The same on a copy that can be written to, with every document compared with its checksum: no
// damage is carried along, which the next save would make look like a good file.
Result<CheckedFile> openToContinue(std::string_view bytes, const std::string& name);

}
