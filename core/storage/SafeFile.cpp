#include "core/storage/SafeFile.h"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <optional>
#include <random>
#include <string_view>
#include <utility>

namespace core {

namespace {

using std::filesystem::path;

path folderOf(const path& file)
{
    return file.has_parent_path() ? file.parent_path() : path(".");
}

// A hidden name that does not depend on the target's, which may already be as long as names can be.
path temporaryName()
{
    std::random_device random;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string name = ".galval-";
    for (int digit = 0; digit < 16; ++digit)
        name += digits[random() % digits.size()];
    return name + ".tmp";
}

class Replacement {
public:
    Replacement(const path& requested, FileSystem& files)
        : m_files(files)
        , m_requested(requested)
        , m_target(requested)
    {
    }
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;

    // Whatever stopped it, nothing stays behind. That the clean-up fails too cannot be helped.
    ~Replacement()
    {
        if (m_open)
            m_files.close(*m_open);
        if (m_exists)
            m_files.remove(m_temporary);
    }

    Status run(std::span<const std::byte> content)
    {
        if (Status status = check(); !status)
            return status;
        if (Status status = create(); !status)
            return status;
        if (Status status = fill(content); !status)
            return status;
        return put();
    }

private:
    Status check()
    {
        if (m_requested.empty())
            return refusal("No file name is given.");
        if (const auto error = m_files.followLinks(m_target))
            return refusal("The file cannot be written: " + failureText(error) + ".");
        if (const auto error = m_files.inspect(m_target, m_old))
            return refusal("The file cannot be written: " + failureText(error) + ".");
        if (m_old.kind == FileKind::folder)
            return refusal("This is a folder; the name of a file was expected.");
        if (m_old.kind == FileKind::special)
            return refusal("This is a device or a pipe; the name of a file was expected.");
        if (m_old.kind == FileKind::regular && !m_old.isWritable)
            return refusal("The file is write-protected; save under another name.");

        FileStatus folder;
        if (const auto error = m_files.inspect(folderOf(m_target), folder))
            return refusal("The folder cannot be used: " + failureText(error) + ".");
        if (folder.kind == FileKind::missing)
            return refusal("The folder " + pathText(folderOf(m_target)) + " does not exist.");
        if (folder.kind != FileKind::folder)
            return refusal(pathText(folderOf(m_target)) + " is a file, not a folder.");
        if (!m_target.has_filename())
            return refusal("This is the name of a folder; the name of a file was expected.");
        return success();
    }

    Status create()
    {
        // Whoever may not read the old file should not read the new one either, not even for the
        // moment before it gets the same rights.
        const auto access = m_old.kind == FileKind::missing ? FileSystem::Access::usual
                                                            : FileSystem::Access::ownerOnly;
        std::error_code error;
        constexpr int attempts = 10; // names are random: a second one is hardly ever needed
        for (int attempt = 0; attempt < attempts; ++attempt) {
            m_temporary = folderOf(m_target) / temporaryName();
            FileSystem::File file {};
            error = m_files.createNew(m_temporary, access, file);
            if (!error) {
                m_open = file;
                m_exists = true;
                return success();
            }
            if (error != std::errc::file_exists)
                break;
        }
        if (error == std::errc::permission_denied || error == std::errc::read_only_file_system)
            return refusal("Nothing can be written into the folder " +
                           pathText(folderOf(m_target)) +
                           ": it is read-only, or you may not write there.");
        return refusal("No new file can be created in the folder " + pathText(folderOf(m_target)) +
                       ": " + failureText(error) + ".");
    }

    Status fill(std::span<const std::byte> content)
    {
        constexpr std::size_t most = 1U << 20U;
        while (!content.empty()) {
            std::size_t count = 0;
            const auto part = content.first(std::min(most, content.size()));
            if (const auto error = m_files.write(*m_open, part, count))
                return unwritten(error);
            if (count == 0 || count > part.size())
                return unwritten(std::make_error_code(std::errc::io_error));
            content = content.subspan(count);
        }
        if (m_old.kind == FileKind::regular)
            if (const auto error = m_files.copyAccess(*m_open, m_target))
                return unwritten(error);
        if (const auto error = m_files.flush(*m_open))
            return unwritten(error);
        if (const auto error = m_files.close(*std::exchange(m_open, std::nullopt)))
            return unwritten(error);
        return success();
    }

    Status put()
    {
        if (const auto error = m_files.replace(m_temporary, m_target))
            return m_old.kind == FileKind::regular && !isOldFileThere() ? displaced(error)
                                                                        : unwritten(error);
        m_exists = false;
        if (const auto error = m_files.flushFolder(folderOf(m_target)))
            return Error(ErrorCode::FileNotFlushed, pathText(m_requested),
                "The file was written, but a power failure may bring its earlier state back: " +
                    failureText(error) + ".");
        return success();
    }

    bool isOldFileThere()
    {
        FileStatus status;
        return !m_files.inspect(m_target, status) && status.kind == FileKind::regular;
    }

    // The old file went meanwhile, and the new one may be the only one left: it stays.
    Error displaced(std::error_code error)
    {
        m_exists = false;
        return refusal("The file cannot be put in its place: " + failureText(error) +
                       "; what was to be saved is whole in " + pathText(m_temporary) + ".");
    }

    Error unwritten(std::error_code error) const
    {
        const std::string_view rest = m_old.kind == FileKind::regular
                                          ? "; the file that was there is unchanged."
                                          : "; nothing was written.";
        return refusal("The file cannot be written: " + failureText(error).append(rest));
    }

    Error refusal(std::string sentence) const
    {
        return {ErrorCode::FileNotWritten, pathText(m_requested), std::move(sentence)};
    }

    FileSystem& m_files;
    path m_requested;
    path m_target; // where the links lead
    path m_temporary;
    FileStatus m_old;
    std::optional<FileSystem::File> m_open;
    bool m_exists = false; // whether a temporary file has to be removed
};

// A size for people: whole MiB, and bytes where that would be 0.
std::string sizeText(std::uint64_t bytes)
{
    constexpr std::uint64_t mebibyte = 1U << 20U;
    return bytes < mebibyte ? std::to_string(bytes) + " bytes"
                            : std::to_string(bytes / mebibyte) + " MiB";
}

}

Status replaceFile(const path& target, std::span<const std::byte> content, FileSystem& files)
{
    return Replacement(target, files).run(content);
}

Result<std::string> readFile(const path& source, std::uint64_t maximumSize, FileSystem& files)
{
    const auto failure = [&](ErrorCode code, std::string sentence) {
        return Error(code, pathText(source), std::move(sentence));
    };
    const auto unreadable = [&](std::error_code error) {
        return failure(
            ErrorCode::FileUnreadable, "The file cannot be read: " + failureText(error) + ".");
    };
    const auto tooLarge = [&] {
        return failure(ErrorCode::FileUnreadable,
            "The file is larger than " + sizeText(maximumSize) + ", the most that is read.");
    };

    FileStatus status;
    if (const auto error = files.inspect(source, status))
        return unreadable(error);
    if (status.kind == FileKind::missing)
        return failure(ErrorCode::FileNotFound, "There is no such file.");
    if (status.kind == FileKind::folder)
        return failure(ErrorCode::FileUnreadable, "This is a folder, not a file.");
    if (status.kind == FileKind::special)
        return failure(ErrorCode::FileUnreadable, "This is a device or a pipe, not a file.");
    if (status.size > maximumSize)
        return tooLarge();

    FileSystem::File file {};
    if (const auto error = files.openToRead(source, file))
        return unreadable(error);
    std::string content;
    std::error_code error;
    std::size_t filled = 0;
    std::size_t count = 0;
    // One byte more than it should have, to see its end, or that it has grown meanwhile.
    content.resize(static_cast<std::size_t>(status.size) + 1);
    do {
        if (filled == content.size())
            content.resize(std::min<std::size_t>(filled * 2, maximumSize + 1));
        error = files.read(file, std::as_writable_bytes(std::span(content)).subspan(filled), count);
        filled += count;
    } while (!error && count > 0 && filled <= maximumSize);
    files.close(file);
    if (error)
        return unreadable(error);
    if (filled > maximumSize)
        return tooLarge();
    content.resize(filled);
    return content;
}

std::string failureText(std::error_code error)
{
    if (error == std::errc::no_space_on_device)
        return "the disk is full";
#ifdef EDQUOT // it has no name in std::errc
    if (error == std::error_code(EDQUOT, std::generic_category()))
        return "the space that you may use on this disk is full";
#endif
    if (error == std::errc::file_too_large)
        return "the disk takes no file of this size";
    if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted)
        return "you may not do this here (access denied)";
    if (error == std::errc::read_only_file_system)
        return "the disk is read-only";
    if (error == std::errc::filename_too_long)
        return "the name is too long";
    if (error == std::errc::io_error)
        return "the disk or the network reports an input/output error";
    if (error == std::errc::not_a_directory)
        return "a part of the path is a file, not a folder";
    if (error == std::errc::too_many_symbolic_link_levels)
        return "its symbolic links lead nowhere";
#ifdef _WIN32
    constexpr int sharingViolation = 32;
    constexpr int lockViolation = 33;
    if (error.category() == std::system_category() &&
        (error.value() == sharingViolation || error.value() == lockViolation))
        return "another program has it open";
    // The system words its messages in an encoding of its own.
    return "the system reports error " + std::to_string(error.value());
#else
    return "the system reports: " + error.message();
#endif
}

std::string pathText(const path& name)
{
    try {
        const std::u8string text = name.u8string();
        return {text.begin(), text.end()};
    } catch (const std::exception&) { // a Windows name that is no valid UTF-16
        return "(a file whose name cannot be shown)";
    }
}

}
