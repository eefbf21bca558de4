#pragma once

#include "core/storage/FileSystem.h"

#include <csignal>
#include <limits>
#include <string>
#include <vector>

// The operating system with calls that fail when they are told to. Calls are counted from 0; a
// write that fails has written half of its bytes.
class FaultyFileSystem final : public core::FileSystem {
public:
    FaultyFileSystem() = default;
    // Fails `count` calls, beginning with the one of this number.
    FaultyFileSystem(std::size_t first, std::size_t count, std::errc error)
        : m_first(first)
        , m_count(count)
        , m_error(std::make_error_code(error))
    {
    }

    // The process ends at the call of this number, as by kill -9.
    static FaultyFileSystem killedAt(std::size_t call)
    {
        FaultyFileSystem files(call, 1, std::errc::interrupted);
        files.m_kills = true;
        return files;
    }

    // Replacing fails half way, when the old file is no longer there.
    static FaultyFileSystem losingTheOldFile(std::errc error)
    {
        FaultyFileSystem files(0, 0, error);
        files.m_losesTheOldFile = true;
        return files;
    }

    static constexpr std::size_t allOfThem = std::numeric_limits<std::size_t>::max();

    // What was called, in order.
    const std::vector<std::string>& calls() const { return m_calls; }

    std::error_code followLinks(std::filesystem::path& path) override
    {
        const std::error_code fault = call("followLinks");
        return fault ? fault : m_system.followLinks(path);
    }

    std::error_code inspect(const std::filesystem::path& path, core::FileStatus& status) override
    {
        const std::error_code fault = call("inspect");
        return fault ? fault : m_system.inspect(path, status);
    }

    std::error_code openToRead(const std::filesystem::path& path, File& file) override
    {
        const std::error_code fault = call("openToRead");
        return fault ? fault : m_system.openToRead(path, file);
    }

    std::error_code read(File file, std::span<std::byte> buffer, std::size_t& count) override
    {
        count = 0;
        const std::error_code fault = call("read");
        return fault ? fault : m_system.read(file, buffer, count);
    }

    std::error_code createNew(const std::filesystem::path& path, Access access, File& file) override
    {
        const std::error_code fault = call("createNew");
        return fault ? fault : m_system.createNew(path, access, file);
    }

    std::error_code write(File file, std::span<const std::byte> bytes, std::size_t& count) override
    {
        const std::error_code fault = call("write");
        if (!fault)
            return m_system.write(file, bytes.first((bytes.size() + 1) / 2), count);
        m_system.write(file, bytes.first(bytes.size() / 2), count);
        return fault;
    }

    std::error_code copyAccess(File file, const std::filesystem::path& from) override
    {
        const std::error_code fault = call("copyAccess");
        return fault ? fault : m_system.copyAccess(file, from);
    }

    std::error_code flush(File file) override
    {
        const std::error_code fault = call("flush");
        return fault ? fault : m_system.flush(file);
    }

    std::error_code close(File file) override
    {
        const std::error_code fault = call("close");
        const std::error_code error = m_system.close(file);
        return fault ? fault : error;
    }

    std::error_code replace(
        const std::filesystem::path& by, const std::filesystem::path& target) override
    {
        const std::error_code fault = call("replace");
        if (m_losesTheOldFile) {
            m_system.remove(target);
            return m_error;
        }
        return fault ? fault : m_system.replace(by, target);
    }

    std::error_code flushFolder(const std::filesystem::path& path) override
    {
        const std::error_code fault = call("flushFolder");
        return fault ? fault : m_system.flushFolder(path);
    }

    std::error_code remove(const std::filesystem::path& path) override
    {
        const std::error_code fault = call("remove");
        return fault ? fault : m_system.remove(path);
    }

    std::error_code touch(const std::filesystem::path& path) override
    {
        const std::error_code fault = call("touch");
        return fault ? fault : m_system.touch(path);
    }

private:
    std::error_code call(const char* name)
    {
        const std::size_t number = m_calls.size();
        m_calls.emplace_back(name);
        const bool fails = number >= m_first && number - m_first < m_count;
#ifndef _WIN32
        if (fails && m_kills)
            std::raise(SIGKILL);
#endif
        return fails ? m_error : std::error_code();
    }

    core::FileSystem& m_system = core::systemFiles();
    std::vector<std::string> m_calls;
    std::size_t m_first = 0;
    std::size_t m_count = 0;
    std::error_code m_error;
    bool m_kills = false;
    bool m_losesTheOldFile = false;
};
