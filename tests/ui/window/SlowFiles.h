#pragma once

#include "core/storage/FileSystem.h"

#include <QSemaphore>

#include <atomic>

namespace support {

// The operating system's files, of which none is opened before it is let go.
class SlowFiles final : public core::FileSystem {
public:
    void hold() { m_isHeld = true; }
    void letGo()
    {
        if (m_isHeld.exchange(false))
            m_gate.release(1000);
    }
    ~SlowFiles() override { letGo(); }

    std::error_code inspect(const std::filesystem::path& path, core::FileStatus& status) override
    {
        return m_files.inspect(path, status);
    }
    std::error_code openToRead(const std::filesystem::path& path, File& file) override
    {
        pass();
        return m_files.openToRead(path, file);
    }
    std::error_code read(File file, std::span<std::byte> buffer, std::size_t& count) override
    {
        return m_files.read(file, buffer, count);
    }
    std::error_code createNew(const std::filesystem::path& path, Access access, File& file) override
    {
        pass();
        return m_files.createNew(path, access, file);
    }
    std::error_code write(File file, std::span<const std::byte> bytes, std::size_t& count) override
    {
        return m_files.write(file, bytes, count);
    }
    std::error_code copyAccess(File file, const std::filesystem::path& from) override
    {
        return m_files.copyAccess(file, from);
    }
    std::error_code flush(File file) override { return m_files.flush(file); }
    std::error_code close(File file) override { return m_files.close(file); }
    std::error_code replace(
        const std::filesystem::path& by, const std::filesystem::path& target) override
    {
        return m_files.replace(by, target);
    }
    std::error_code flushFolder(const std::filesystem::path& folder) override
    {
        return m_files.flushFolder(folder);
    }
    std::error_code remove(const std::filesystem::path& path) override
    {
        return m_files.remove(path);
    }
    std::error_code touch(const std::filesystem::path& path) override
    {
        return m_files.touch(path);
    }

private:
    void pass()
    {
        if (m_isHeld)
            m_gate.acquire();
    }

    core::FileSystem& m_files = core::systemFiles();
    std::atomic<bool> m_isHeld = false;
    QSemaphore m_gate;
};

}
