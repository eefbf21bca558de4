#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core {

// The candidate that was probably meant by a misspelt name; empty when none is near. Distance is
// the number of letters inserted, left out, replaced or exchanged with their neighbour.
std::string nearestName(std::string_view name, const std::vector<std::string>& candidates);

// "; did you mean X?", or nothing when no candidate is near.
std::string suggestion(std::string_view name, const std::vector<std::string>& candidates);

}
