#pragma once

#include "core/engine/Result.h"

#include <cstddef>
#include <string_view>
#include <vector>

// Yearly cash flows as a person types them or a spreadsheet column gives them.
namespace core {

inline constexpr std::size_t mostFlows = 10'000;

// One number per line, such as -1250.5, +3e6 or 12. Blank lines, spaces and tabs around a number,
// line ends of Windows and a byte order mark are allowed. The decimal sign is a point, in every
// locale, and thousands are not separated.
//
// InvalidInput names each line that is something else ("line 3", counted from 1, blank ones
// included), up to a score of them: other text, NaN and infinities, numbers that a double cannot
// hold, more than `mostFlows` numbers. A text without any number is refused too.
Result<std::vector<double>> readFlows(std::string_view text);

}
