#pragma once

#include "core/engine/Result.h"
#include "core/storage/FileSystem.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <system_error>

namespace core {

// Writes the content as a whole to the path, so that a crash, a full disk or a lost share leaves
// either the old file or the new one: a new file is written beside it under a hidden name of its
// own (".galval-....tmp"), flushed to the disk and put in its place in one step.
//
// A symbolic link stays, and the file it leads to is replaced. The access rights of a replaced file
// are kept; another hard link to it keeps the old content. A folder, a device and a write-protected
// file are refused.
//
// The error is FileNotWritten, and everything is as it was before, except for FileNotFlushed: the
// new file is in its place, but the system could not promise that it outlives a power failure.
// Where the old file is gone all the same, which an old share or somebody else can do, the new one
// stays under its own name, which the error tells.
Status replaceFile(
    const std::filesystem::path&, std::span<const std::byte> content, FileSystem& = systemFiles());

// The whole content of a file. What is missing is FileNotFound; a folder, a device, a file that may
// not be read and one of more than maximumSize bytes are FileUnreadable.
Result<std::string> readFile(
    const std::filesystem::path&, std::uint64_t maximumSize, FileSystem& = systemFiles());

// What an error of the system means for a person, to stand within a sentence: "the disk is full".
std::string failureText(std::error_code);

// The path as UTF-8, as problems name it.
std::string pathText(const std::filesystem::path&);

}
