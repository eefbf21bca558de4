#include "core/storage/FileSystem.h"

#include <windows.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace core {

namespace {

std::error_code lastError()
{
    return {static_cast<int>(GetLastError()), std::system_category()};
}

std::error_code outcome(BOOL result)
{
    return result ? std::error_code() : lastError();
}

HANDLE handle(FileSystem::File file)
{
    return reinterpret_cast<HANDLE>(file);
}

// The path as the system takes it at any length: longer ones than 260 characters need a prefix, and
// must then be absolute and use backslashes only.
std::wstring native(const std::filesystem::path& path)
{
    constexpr std::size_t safeLength = 240;
    const std::wstring plain = path.wstring();
    if (plain.size() < safeLength || plain.starts_with(L"\\\\?\\"))
        return plain;
    std::error_code error;
    std::filesystem::path absolute = std::filesystem::absolute(path, error);
    if (error)
        return plain;
    const std::wstring full = absolute.lexically_normal().make_preferred().wstring();
    return full.starts_with(L"\\\\") ? L"\\\\?\\UNC" + full.substr(1) : L"\\\\?\\" + full;
}

// The system counts in steps of 100 ns since 1601.
std::chrono::system_clock::time_point timePoint(FILETIME time)
{
    constexpr std::int64_t stepsUntil1970 = 116'444'736'000'000'000;
    using Steps = std::chrono::duration<std::int64_t, std::ratio<1, 10'000'000>>;
    const auto steps = static_cast<std::int64_t>(
        (static_cast<std::uint64_t>(time.dwHighDateTime) << 32U) | time.dwLowDateTime);
    return std::chrono::system_clock::time_point(
        std::chrono::duration_cast<std::chrono::system_clock::duration>(
            Steps(steps - stepsUntil1970)));
}

DWORD chunk(std::size_t size)
{
    return static_cast<DWORD>(std::min<std::size_t>(size, 1U << 30U));
}

// Whether a move can do what ReplaceFileW failed to do with this error.
bool canStillMove(DWORD error)
{
    switch (error) {
    case ERROR_FILE_NOT_FOUND: // it wants a file to replace
    case ERROR_NOT_SUPPORTED:  // not every network share can do it
    case ERROR_INVALID_FUNCTION:
    case ERROR_INVALID_PARAMETER:
    case ERROR_UNABLE_TO_MOVE_REPLACEMENT: // the old file is gone already
    case ERROR_UNABLE_TO_MOVE_REPLACEMENT_2:
        return true;
    default:
        return false;
    }
}

class WindowsFiles final : public FileSystem {
public:
    std::error_code inspect(const std::filesystem::path& path, FileStatus& status) override
    {
        status = FileStatus();
        WIN32_FILE_ATTRIBUTE_DATA found {};
        if (!GetFileAttributesExW(native(path).c_str(), GetFileExInfoStandard, &found)) {
            const DWORD error = GetLastError();
            const bool isMissing = error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND;
            return isMissing ? std::error_code() : lastError();
        }
        const DWORD attributes = found.dwFileAttributes;
        status.kind = (attributes & FILE_ATTRIBUTE_DIRECTORY) ? FileKind::folder
                      : (attributes & FILE_ATTRIBUTE_DEVICE)  ? FileKind::special
                                                              : FileKind::regular;
        status.size = (static_cast<std::uint64_t>(found.nFileSizeHigh) << 32U) | found.nFileSizeLow;
        status.modifiedAt = timePoint(found.ftLastWriteTime);
        status.isWritable = (attributes & FILE_ATTRIBUTE_READONLY) == 0;
        return {};
    }

    std::error_code openToRead(const std::filesystem::path& path, File& file) override
    {
        // Others may go on reading, writing and replacing it.
        constexpr DWORD share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
        return opened(CreateFileW(native(path).c_str(), GENERIC_READ, share, nullptr, OPEN_EXISTING,
                          FILE_ATTRIBUTE_NORMAL | FILE_FLAG_SEQUENTIAL_SCAN, nullptr),
            file);
    }

    std::error_code read(File file, std::span<std::byte> buffer, std::size_t& count) override
    {
        DWORD done = 0;
        const BOOL result =
            ReadFile(handle(file), buffer.data(), chunk(buffer.size()), &done, nullptr);
        count = done;
        return outcome(result);
    }

    std::error_code createNew(const std::filesystem::path& path, Access, File& file) override
    {
        // The folder decides who may read it, until it takes the place of another file.
        return opened(CreateFileW(native(path).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                          FILE_ATTRIBUTE_HIDDEN, nullptr),
            file);
    }

    std::error_code write(File file, std::span<const std::byte> bytes, std::size_t& count) override
    {
        DWORD done = 0;
        const BOOL result =
            WriteFile(handle(file), bytes.data(), chunk(bytes.size()), &done, nullptr);
        count = done;
        return outcome(result);
    }

    // ReplaceFileW does it.
    std::error_code copyAccess(File, const std::filesystem::path&) override { return {}; }

    std::error_code flush(File file) override { return outcome(FlushFileBuffers(handle(file))); }

    std::error_code close(File file) override { return outcome(CloseHandle(handle(file))); }

    std::error_code replace(
        const std::filesystem::path& by, const std::filesystem::path& target) override
    {
        const std::wstring source = native(by);
        const std::wstring destination = native(target);
        if (!SetFileAttributesW(source.c_str(), FILE_ATTRIBUTE_NORMAL)) // no longer hidden
            return lastError();
        // It keeps attributes and access rights.
        if (ReplaceFileW(destination.c_str(), source.c_str(), nullptr, 0, nullptr, nullptr))
            return {};
        const DWORD error = GetLastError();
        if (!canStillMove(error))
            return {static_cast<int>(error), std::system_category()};
        return outcome(MoveFileExW(source.c_str(), destination.c_str(),
            MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH));
    }

    // The system has no such call; its journal keeps the order of renames.
    std::error_code flushFolder(const std::filesystem::path&) override { return {}; }

    std::error_code remove(const std::filesystem::path& path) override
    {
        return outcome(DeleteFileW(native(path).c_str()));
    }

    std::error_code touch(const std::filesystem::path& path) override
    {
        constexpr DWORD share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
        const HANDLE file = CreateFileW(native(path).c_str(), FILE_WRITE_ATTRIBUTES, share, nullptr,
            OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
        if (file == INVALID_HANDLE_VALUE)
            return lastError();
        FILETIME now {};
        GetSystemTimeAsFileTime(&now);
        const std::error_code error = outcome(SetFileTime(file, nullptr, nullptr, &now));
        CloseHandle(file);
        return error;
    }

private:
    static std::error_code opened(HANDLE result, File& file)
    {
        if (result == INVALID_HANDLE_VALUE)
            return lastError();
        file = reinterpret_cast<File>(result);
        return {};
    }
};

}

FileSystem& systemFiles()
{
    static WindowsFiles files;
    return files;
}

}
