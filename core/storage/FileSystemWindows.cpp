#include "core/storage/FileSystem.h"

#include <windows.h>

#include <aclapi.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <new>
#include <string>
#include <vector>

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

constexpr DWORD shareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

bool isProtected(PSECURITY_DESCRIPTOR descriptor)
{
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    DWORD revision = 0;
    return GetSecurityDescriptorControl(descriptor, &control, &revision) &&
           (control & SE_DACL_PROTECTED) != 0;
}

// Whether somebody gave the file rights of its own: those of its folder come by themselves.
bool hasOwnEntries(PACL rights)
{
    for (DWORD i = 0; rights && i < rights->AceCount; ++i) {
        void* entry = nullptr;
        if (GetAce(rights, i, &entry) &&
            (static_cast<const ACE_HEADER*>(entry)->AceFlags & INHERITED_ACE) == 0)
            return true;
    }
    return false;
}

// A rename in one step, even while others read the target. NTFS and newer network shares can do it.
bool renamedOver(const std::wstring& source, const std::wstring& target)
{
    constexpr auto renameInfoEx = static_cast<FILE_INFO_BY_HANDLE_CLASS>(22); // not in all headers
    constexpr DWORD replaceIfExists = 1;
    constexpr DWORD posixSemantics = 2;
    const HANDLE file = CreateFileW(source.c_str(), DELETE | SYNCHRONIZE, shareAll, nullptr,
        OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return false;
    const std::size_t bytes = target.size() * sizeof(wchar_t);
    std::vector<std::byte> buffer(sizeof(FILE_RENAME_INFO) + bytes);
    auto* info = new (buffer.data()) FILE_RENAME_INFO {};
    info->Flags = replaceIfExists | posixSemantics;
    info->FileNameLength = static_cast<DWORD>(bytes);
    std::memcpy(info->FileName, target.c_str(), bytes);
    const BOOL result = SetFileInformationByHandle(
        file, renameInfoEx, buffer.data(), static_cast<DWORD>(buffer.size()));
    CloseHandle(file);
    return result != FALSE;
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
        return opened(
            CreateFileW(native(path).c_str(), GENERIC_READ, shareAll, nullptr, OPEN_EXISTING,
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
        // Nobody else may open it until it is closed. Whoever creates it may set its rights, unless
        // a network share keeps that to itself.
        return opened(CreateFileW(native(path).c_str(), GENERIC_WRITE | MAXIMUM_ALLOWED, 0, nullptr,
                          CREATE_NEW, FILE_ATTRIBUTE_HIDDEN, nullptr),
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

    std::error_code copyAccess(File file, const std::filesystem::path& from) override
    {
        PACL rights = nullptr;
        PSECURITY_DESCRIPTOR descriptor = nullptr;
        if (GetNamedSecurityInfoW(native(from).c_str(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION,
                nullptr, nullptr, &rights, nullptr, &descriptor) != ERROR_SUCCESS)
            return {}; // not every file system has rights
        DWORD error = ERROR_SUCCESS;
        if (const bool isClosed = isProtected(descriptor); isClosed || hasOwnEntries(rights))
            error = SetSecurityInfo(handle(file), SE_FILE_OBJECT,
                DACL_SECURITY_INFORMATION | (isClosed ? PROTECTED_DACL_SECURITY_INFORMATION
                                                      : UNPROTECTED_DACL_SECURITY_INFORMATION),
                nullptr, nullptr, rights, nullptr);
        LocalFree(descriptor);
        return {static_cast<int>(error), std::system_category()};
    }

    std::error_code flush(File file) override { return outcome(FlushFileBuffers(handle(file))); }

    std::error_code close(File file) override { return outcome(CloseHandle(handle(file))); }

    std::error_code replace(
        const std::filesystem::path& by, const std::filesystem::path& target) override
    {
        const std::wstring source = native(by);
        const std::wstring destination = native(target);
        // No longer hidden, unless the old file is.
        constexpr DWORD kept = FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM;
        const DWORD found = GetFileAttributesW(destination.c_str());
        const DWORD old = found == INVALID_FILE_ATTRIBUTES ? 0 : found & kept;
        if (!SetFileAttributesW(source.c_str(), old | FILE_ATTRIBUTE_ARCHIVE))
            return lastError();
        // Not ReplaceFileW: it takes the old file away before it puts the new one there, and a
        // program that ends between the two leaves nothing under the name.
        if (renamedOver(source, destination))
            return {};
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
        const HANDLE file = CreateFileW(native(path).c_str(), FILE_WRITE_ATTRIBUTES, shareAll,
            nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
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
