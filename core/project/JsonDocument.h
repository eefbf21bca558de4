#pragma once

#include "core/engine/Result.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace core {

using Json = nlohmann::ordered_json;

// Most entries that an object or an array of a document may have.
inline constexpr std::size_t jsonEntryLimit = 1000;

// What became of a JSON text. Without a document it was refused while it was read; duplicate keys
// are problems that leave a document to look at, so that its other problems can be named too.
struct JsonDocument {
    std::optional<Json> content;
    Problems problems;
};

// Reads JSON that is not trusted: size, depth, entries and text lengths are limited, and reading
// stops at once where a limit is passed. Problems name the path, line and column where they
// happened; list elements are named by their id where it stands before the place.
JsonDocument readJson(std::string_view text);

}
