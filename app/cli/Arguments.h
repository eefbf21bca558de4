#pragma once

#include "core/engine/Result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

// Values typed on the command line.
namespace cli {

// What was found for `name` is not what was expected.
core::Error refusal(std::string_view name, std::string_view expected, std::string_view found);

// A path as the system wants it, from UTF-8.
std::filesystem::path pathOf(const std::string& text);

// A number with a decimal point whatever the locale is, or a percentage such as "12%". `name` is
// what an error names.
core::Result<double> numberOf(std::string_view name, std::string_view text);

// The same for an option that may be missing.
core::Result<std::optional<double>> rateOf(
    std::string_view name, const std::optional<std::string>& text);

core::Result<int> yearOf(std::string_view text);

// A whole number from `least` to `most`.
core::Result<std::int64_t> countOf(
    std::string_view name, std::string_view text, std::int64_t least, std::int64_t most);

}
