#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// Text made smaller, by zlib's format. What stands in the dictionary as well takes hardly any room;
// its last 32 KiB count. Want of memory is std::bad_alloc, here and below.
std::string compressed(std::string_view text, std::string_view dictionary = {});

// The text again. Nothing if the bytes are not what compressed() made of a text of this size with
// this dictionary; no more memory than for the size is taken whatever the bytes say.
std::optional<std::string> uncompressed(
    std::string_view bytes, std::size_t size, std::string_view dictionary = {});

}
