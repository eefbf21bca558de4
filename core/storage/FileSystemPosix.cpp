#include "core/storage/FileSystem.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace core {

namespace {

std::error_code lastError()
{
    return {errno, std::generic_category()};
}

std::error_code outcome(int result)
{
    return result == 0 ? std::error_code() : lastError();
}

int descriptor(FileSystem::File file)
{
    return static_cast<int>(file);
}

class PosixFiles final : public FileSystem {
public:
    std::error_code inspect(const std::filesystem::path& path, FileStatus& status) override
    {
        status = FileStatus();
        struct stat found {};
        if (::stat(path.c_str(), &found) != 0)
            return errno == ENOENT ? std::error_code() : lastError();
        status.kind = S_ISREG(found.st_mode)   ? FileKind::regular
                      : S_ISDIR(found.st_mode) ? FileKind::folder
                                               : FileKind::special;
        status.size = static_cast<std::uint64_t>(found.st_size);
        status.modifiedAt = std::chrono::system_clock::time_point(
            std::chrono::duration_cast<std::chrono::system_clock::duration>(
                std::chrono::seconds(found.st_mtim.tv_sec) +
                std::chrono::nanoseconds(found.st_mtim.tv_nsec)));
        status.isWritable = ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
        return {};
    }

    std::error_code openToRead(const std::filesystem::path& path, File& file) override
    {
        // Without waiting: a pipe put in the place of the file must not stop the program.
        file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        return file < 0 ? lastError() : std::error_code();
    }

    std::error_code read(File file, std::span<std::byte> buffer, std::size_t& count) override
    {
        ssize_t result = 0;
        do {
            result = ::read(descriptor(file), buffer.data(), buffer.size());
        } while (result < 0 && errno == EINTR);
        count = result < 0 ? 0 : static_cast<std::size_t>(result);
        return result < 0 ? lastError() : std::error_code();
    }

    std::error_code createNew(const std::filesystem::path& path, Access access, File& file) override
    {
        const mode_t mode = access == Access::ownerOnly ? 0600 : 0666; // less the user's mask
        file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
        return file < 0 ? lastError() : std::error_code();
    }

    std::error_code write(File file, std::span<const std::byte> bytes, std::size_t& count) override
    {
        ssize_t result = 0;
        do {
            result = ::write(descriptor(file), bytes.data(), bytes.size());
        } while (result < 0 && errno == EINTR);
        count = result < 0 ? 0 : static_cast<std::size_t>(result);
        return result < 0 ? lastError() : std::error_code();
    }

    std::error_code copyAccess(File file, const std::filesystem::path& from) override
    {
        struct stat wanted {};
        struct stat present {};
        if (::stat(from.c_str(), &wanted) != 0 || ::fstat(descriptor(file), &present) != 0)
            return lastError();
        // Only an administrator may give a file away, and the group may be one the user is not in:
        // the file then belongs to the one who wrote it.
        if (present.st_gid != wanted.st_gid &&
            ::fchown(descriptor(file), static_cast<uid_t>(-1), wanted.st_gid) != 0 &&
            errno != EPERM)
            return lastError();
        if (present.st_uid != wanted.st_uid &&
            ::fchown(descriptor(file), wanted.st_uid, static_cast<gid_t>(-1)) != 0 &&
            errno != EPERM)
            return lastError();
        // Not called without need, because file systems without access rights refuse it.
        constexpr mode_t rights = 07777;
        if (((present.st_mode ^ wanted.st_mode) & rights) == 0)
            return {};
        return outcome(::fchmod(descriptor(file), wanted.st_mode & rights));
    }

    std::error_code flush(File file) override
    {
        int result = 0;
        do {
            result = ::fsync(descriptor(file));
        } while (result != 0 && errno == EINTR);
        return outcome(result);
    }

    std::error_code close(File file) override
    {
        // Interrupted or not, Linux has closed it; trying again could close another file.
        const std::error_code error = outcome(::close(descriptor(file)));
        return error == std::errc::interrupted ? std::error_code() : error;
    }

    std::error_code replace(
        const std::filesystem::path& by, const std::filesystem::path& target) override
    {
        return outcome(std::rename(by.c_str(), target.c_str()));
    }

    std::error_code flushFolder(const std::filesystem::path& path) override
    {
        const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0) // one may write into a folder that one may not list
            return errno == EACCES ? std::error_code() : lastError();
        std::error_code error = flush(folder);
        ::close(folder);
        // Network and user-space file systems that cannot do it say so in these ways.
        if (error == std::errc::invalid_argument || error == std::errc::not_supported ||
            error == std::errc::function_not_supported || error == std::errc::bad_file_descriptor)
            error.clear();
        return error;
    }

    std::error_code remove(const std::filesystem::path& path) override
    {
        return outcome(::unlink(path.c_str()));
    }

    std::error_code touch(const std::filesystem::path& path) override
    {
        return outcome(::utimensat(AT_FDCWD, path.c_str(), nullptr, 0));
    }
};

}

FileSystem& systemFiles()
{
    static PosixFiles files;
    return files;
}

}
