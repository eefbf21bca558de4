#include "core/storage/FileHeader.h"

#include "core/storage/Schema.h"

#include <array>
#include <cstdint>

namespace core {

namespace {

constexpr std::string_view magic("SQLite format 3\0", 16);
constexpr std::size_t headerSize = 100;

// Numbers stand with the highest byte first.
std::uint32_t numberAt(std::string_view bytes, std::size_t offset, std::size_t size)
{
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(offset, size))
        number = (number << 8U) | static_cast<unsigned char>(byte);
    return number;
}

std::string hexText(std::uint32_t number)
{
    std::string text;
    for (int shift = 28; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[(number >> static_cast<unsigned>(shift)) & 0xfU];
    return "0x" + text;
}

}

bool isDatabase(std::string_view bytes)
{
    return bytes.starts_with(magic);
}

Result<int> checkHeader(std::string_view bytes, const std::string& name)
{
    const auto unreadable = [&](std::string sentence) {
        return Error(ErrorCode::FileUnreadable, name, std::move(sentence));
    };
    const auto damaged = [&](const std::string& sentence) {
        return Error(ErrorCode::FileDamaged, name, "The file is damaged: " + sentence);
    };

    if (bytes.empty())
        return unreadable("The file is empty; a Galval project file was expected.");
    if (!isDatabase(bytes) && !magic.starts_with(bytes.substr(0, magic.size())))
        return unreadable("This is not a Galval project file.");
    if (bytes.size() < headerSize)
        return damaged(
            "it is cut short, only " + std::to_string(bytes.size()) + " bytes of it are there.");

    const std::uint32_t application = numberAt(bytes, 68, 4);
    if (application != applicationId)
        return unreadable("This is a database of another program (its application id is " +
                          hexText(application) + "), not a Galval project file.");

    const std::uint32_t pageSizeField = numberAt(bytes, 16, 2);
    const std::uint64_t pageSize = pageSizeField == 1 ? 65536 : pageSizeField;
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0)
        return damaged("its page size is " + std::to_string(pageSize) + " bytes.");
    const std::uint64_t size = pageSize * numberAt(bytes, 28, 4);
    if (bytes.size() < size)
        return damaged("it is cut short, only " + std::to_string(bytes.size()) + " of " +
                       std::to_string(size) + " bytes are there.");
    if (bytes.size() > size)
        return damaged("it has " + std::to_string(bytes.size()) + " bytes instead of " +
                       std::to_string(size) + ".");

    const std::uint32_t version = numberAt(bytes, 60, 4);
    if (version > static_cast<std::uint32_t>(projectFileVersion) && version <= INT32_MAX)
        return Error(ErrorCode::FileTooNew, name,
            "The file was written by a later version of the program: it has format " +
                std::to_string(version) + ", and this program reads formats up to " +
                std::to_string(projectFileVersion) + ".");
    if (version < 1 || version > INT32_MAX)
        return damaged("it states no format version.");

    // Another program may have switched the file to a write-ahead log, which lies in a second file.
    if (numberAt(bytes, 18, 1) != 1 || numberAt(bytes, 19, 1) != 1)
        return unreadable("Another database program has changed how the file is kept; "
                          "there it can be set back to the journal mode DELETE.");
    return static_cast<int>(version);
}

}
