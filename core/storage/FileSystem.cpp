#include "core/storage/FileSystem.h"

namespace core {

std::error_code FileSystem::followLinks(std::filesystem::path& path)
{
    constexpr int mostLinks = 40; // as Linux has it
    for (int link = 0; link < mostLinks; ++link) {
        std::error_code error;
        const auto status = std::filesystem::symlink_status(path, error);
        // Nothing there, or not to be seen: the step that needs the file says so more clearly.
        if (error || status.type() != std::filesystem::file_type::symlink)
            return {};
        const std::filesystem::path target = std::filesystem::read_symlink(path, error);
        if (error)
            return error;
        path = path.parent_path() / target; // an absolute target replaces the whole
    }
    return std::make_error_code(std::errc::too_many_symbolic_link_levels);
}

}
