#include "core/storage/Computer.h"

#include <windows.h>

#include <array>
#include <limits>

namespace core {

namespace {

constexpr std::size_t longestName = 257; // of users, and more than that of machines

std::string utf8(const wchar_t* text)
{
    const int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
    if (size <= 1)
        return {};
    std::string result(static_cast<std::size_t>(size), '\0');
    WideCharToMultiByte(CP_UTF8, 0, text, -1, result.data(), size, nullptr, nullptr);
    result.pop_back(); // the closing zero
    return result;
}

}

std::string userName()
{
    std::array<wchar_t, longestName> name {};
    auto size = static_cast<DWORD>(name.size());
    return GetUserNameW(name.data(), &size) ? utf8(name.data()) : std::string();
}

std::string machineName()
{
    std::array<wchar_t, longestName> name {};
    auto size = static_cast<DWORD>(name.size());
    return GetComputerNameExW(ComputerNameDnsHostname, name.data(), &size) ? utf8(name.data())
                                                                           : std::string();
}

std::int64_t processId()
{
    return GetCurrentProcessId();
}

bool isProcessRunning(std::int64_t id)
{
    if (id <= 0 || id > std::numeric_limits<DWORD>::max())
        return false;
    const HANDLE process =
        OpenProcess(SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(id));
    if (!process) // one that may not be looked at exists all the same
        return GetLastError() == ERROR_ACCESS_DENIED;
    const bool isRunning = WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    CloseHandle(process);
    return isRunning;
}

std::string processStart(std::int64_t id)
{
    if (!isProcessRunning(id))
        return {};
    const HANDLE process =
        OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(id));
    if (!process)
        return {};
    FILETIME created {};
    FILETIME other {};
    const bool isKnown = GetProcessTimes(process, &created, &other, &other, &other);
    CloseHandle(process);
    const auto time =
        (std::uint64_t {created.dwHighDateTime} << 32U) | std::uint64_t {created.dwLowDateTime};
    return isKnown ? std::to_string(time) : std::string();
}

}
