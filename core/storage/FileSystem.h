#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <system_error>

namespace core {

enum class FileKind { missing, regular, folder, special };

struct FileStatus {
    FileKind kind = FileKind::missing;
    std::uint64_t size = 0;  // in bytes, of a regular file
    bool isWritable = false; // whether this user may change its content
    std::chrono::system_clock::time_point modifiedAt;
};

// The calls of the operating system that files are read and replaced with, one method each, so that
// a test can put a layer between that fails where it is told to. Whatever fails is returned as the
// system's error code; the default one means success.
class FileSystem {
public:
    using File = std::intptr_t; // an open file

    enum class Access { usual, ownerOnly }; // who may read a new file

    virtual ~FileSystem() = default;

    // Replaces a path by that of the file its symbolic links lead to, whether or not that exists.
    virtual std::error_code followLinks(std::filesystem::path&);

    // Links are followed. A path where nothing is has the kind `missing` and is no error.
    virtual std::error_code inspect(const std::filesystem::path&, FileStatus&) = 0;

    virtual std::error_code openToRead(const std::filesystem::path&, File&) = 0;
    // Fills the buffer from where the last call ended, or less; 0 bytes mean the end of the file.
    virtual std::error_code read(File, std::span<std::byte> buffer, std::size_t& count) = 0;

    // Creates a file that must not exist yet, hidden where files have such a mark.
    virtual std::error_code createNew(const std::filesystem::path&, Access, File&) = 0;
    // Appends the bytes, or the first of them.
    virtual std::error_code write(File, std::span<const std::byte>, std::size_t& count) = 0;
    // Gives the new file the access rights of another.
    virtual std::error_code copyAccess(File, const std::filesystem::path& from) = 0;
    // Waits until the content is on the disk and not in its cache.
    virtual std::error_code flush(File) = 0;
    // The file counts as closed whatever this returns.
    virtual std::error_code close(File) = 0;

    // Puts the first file in the place of the second, in one step that either happens or does not.
    // Where a system needs more steps, a failure may leave the first file alone, under its name.
    virtual std::error_code replace(
        const std::filesystem::path& by, const std::filesystem::path& target) = 0;
    // Waits until the names in the folder are on the disk. Does nothing where systems do so
    // themselves.
    virtual std::error_code flushFolder(const std::filesystem::path&) = 0;
    virtual std::error_code remove(const std::filesystem::path&) = 0;
    // Makes the file one that was modified now, and leaves its content as it is.
    virtual std::error_code touch(const std::filesystem::path&) = 0;
};

// The operating system itself. It has no state.
FileSystem& systemFiles();

}
